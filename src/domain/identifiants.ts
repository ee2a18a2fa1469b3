/**
 * Identifiers of a payee and of an account: what is right by its own key, and what a key should be. The forms are those
 * of the conventions (art. 3.2 of the solidarités, art. 6 of the emploi); spaces, dots and dashes never count.
 */
import { composeIBAN, validateIBAN, ValidationErrorsIBAN } from "ibantools";

/** The identifier without what groups its characters, in upper case: "225 900 018 01244" → "22590001801244". */
export function compact(written: string): string {
  return written
    .normalize("NFKC")
    .replace(/[^\p{L}\d]/gu, "")
    .toUpperCase();
}

export const SIRET_LENGTH = 14;
const SIREN_LENGTH = 9;
const LA_POSTE = "356000000";
/** Zeros at the end of a number that Excel showed as 2,2E+13 and somebody copied. */
const TRUNCATED = /0{5}$/;

/** The sum that a Luhn key makes a multiple of ten. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

function isLuhn(digits: string): boolean {
  return luhnSum(digits) % 10 === 0;
}

/** The nine digits of a SIREN, whatever groups them, when their key is right; null otherwise. */
export function sirenOf(written: string): string | null {
  const digits = compact(written);
  return /^\d{9}$/.test(digits) && isLuhn(digits) ? digits : null;
}

/** The SIREN of a SIRET that is valid; null otherwise. */
export function sirenOfSiret(written: string): string | null {
  return siretState(written) === "valid" ? compact(written).slice(0, SIREN_LENGTH) : null;
}

/** La Poste's establishments have, instead of Luhn's, a sum of digits that is a multiple of 5. */
function isLaPoste(digits: string): boolean {
  return digits.startsWith(LA_POSTE) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

export type SiretState =
  | "valid"
  /** Not fourteen digits. */
  | "longueur"
  /** The first nine digits are no SIREN. */
  | "siren"
  /** The key of the fourteen digits is wrong. */
  | "cle"
  /** Digits lost to Excel's scientific notation: the key's error would hide the cause. */
  | "tronque";

/** What a written SIRET is worth. Its head (SIREN) and the whole have a key each. */
export function siretState(written: string): SiretState {
  if (/\d[.,]?\d*\s*E\s*\+\s*\d/i.test(written)) return "tronque";
  const digits = compact(written);
  if (!/^\d{14}$/.test(digits)) return "longueur";
  if (isLaPoste(digits)) return "valid";
  const isKeyRight = isLuhn(digits) && isLuhn(digits.slice(0, SIREN_LENGTH));
  if (isKeyRight) return "valid";
  if (TRUNCATED.test(digits)) return "tronque";
  return isLuhn(digits.slice(0, SIREN_LENGTH)) ? "cle" : "siren";
}

/** The fourteen digits of a SIRET that lost its leading zero to Excel, or null. */
export function siretWithZero(written: string): string | null {
  const digits = compact(written);
  const whole = `0${digits}`;
  return /^\d{13}$/.test(digits) && siretState(whole) === "valid" ? whole : null;
}

/** A bank account as a French RIB gives it. */
export interface Rib {
  /** Five digits: code banque, or code établissement. */
  readonly banque: string;
  /** Five digits. */
  readonly guichet: string;
  /** Eleven digits or letters. */
  readonly compte: string;
  /** Two digits. */
  readonly cle: string;
}

/** Widths of the fields, in the order of an IBAN. */
export const RIB_WIDTHS: Readonly<Record<keyof Rib, number>> = { banque: 5, guichet: 5, compte: 11, cle: 2 };

/** Digit of a letter in the account number: A-I and J-R are 1-9, S-Z are 2-9. */
function digitOf(letter: string): string {
  const place = letter.charCodeAt(0) - "A".charCodeAt(0);
  return String(place < 18 ? (place % 9) + 1 : place - 18 + 2);
}

/** The key that bank, branch and account give: 97 − ((89·b + 15·g + 3·c) mod 97); null where one is not of its form. */
export function ribKey({ banque, guichet, compte }: Omit<Rib, "cle">): string | null {
  if (!/^\d{5}$/.test(banque) || !/^\d{5}$/.test(guichet) || !/^[A-Z\d]{11}$/.test(compte)) return null;
  const digits = BigInt(compte.replace(/[A-Z]/g, digitOf));
  const rest = (89n * BigInt(banque) + 15n * BigInt(guichet) + 3n * digits) % 97n;
  return String(97n - rest).padStart(2, "0");
}

/** True for four fields whose key is theirs. */
export function isRibValid(rib: Rib): boolean {
  return ribKey(rib) === rib.cle;
}

/** The IBAN of a French account, in groups of four; null where the fields make none. */
export function ibanOfRib({ banque, guichet, compte, cle }: Rib): string | null {
  const iban = composeIBAN({ countryCode: "FR", bban: `${banque}${guichet}${compte}${cle}` });
  return iban === null ? null : grouped(iban);
}

/** An IBAN as people write it: groups of four. */
export function grouped(iban: string): string {
  return compact(iban).replace(/(.{4})(?=.)/g, "$1 ");
}

/** The IBAN of a cell that may repeat its label ("IBAN : FR48 …"). */
export function ibanText(written: string): string {
  return compact(written).replace(/^IBAN/, "");
}

export type IbanState = "valid" | "longueur" | "cle";

/** What a written IBAN is worth: its length and form for its country, then its key modulo 97. */
export function ibanState(written: string): IbanState {
  const { valid, errorCodes } = validateIBAN(ibanText(written));
  if (valid) return "valid";
  const isKey = errorCodes.every(
    (code) =>
      code === ValidationErrorsIBAN.WrongIBANChecksum || code === ValidationErrorsIBAN.WrongAccountBankBranchChecksum,
  );
  return isKey ? "cle" : "longueur";
}

/** The RIB inside a French IBAN, whatever its key; null for another country's, or another length. */
export function ribOfIban(written: string): Rib | null {
  const match = /^FR\d\d(\d{5})(\d{5})([A-Z\d]{11})(\d{2})$/.exec(ibanText(written));
  if (!match) return null;
  const [, banque = "", guichet = "", compte = "", cle = ""] = match;
  return { banque, guichet, compte, cle };
}
