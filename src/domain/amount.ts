/**
 * Amounts as the conventions write them: a value in euros that keeps the precision it was written with.
 * Forms and tolerances come from the Nord's deliberation of 8 July 2024 (1,925 M€, 1, 806 M€, 50k€, NC …).
 */
import { Decimal, decimalsOf, fromStoredNumber } from "./decimal";

/** The unit that a table announces for its amounts. */
export type Unit = "€" | "k€" | "M€";

export const EUROS_IN: Readonly<Record<Unit, number>> = { "€": 1, "k€": 1_000, "M€": 1_000_000 };

export interface Amount {
  /** Euros, exact. */
  readonly value: Decimal;
  /** Half of the last written digit, in euros: `5,382 M€` → 500. */
  readonly half: Decimal;
  /** Written in k€ or M€: its rounding explains a gap, where a gap in euros has to be justified. */
  readonly coarse: boolean;
}

/** What a cell of an amount column says. */
export type WrittenAmount =
  | { readonly kind: "amount"; readonly amount: Amount }
  /** `NC`, `-`, "néant": no share. Neither zero nor a missing value. */
  | { readonly kind: "none" }
  /** "à compléter": an amount that is still to come. */
  | { readonly kind: "pending" }
  | { readonly kind: "empty" }
  | { readonly kind: "unreadable" };

const NO_SHARE = /^(?:n\.?\s?c\.?|-+|[–—−]|neant|sans objet|s\.?\/?o\.?|n\/?a|non concernee?|aucune?)$/;
/** What stands in the place of an amount that the fiches do not hold, and how it is read again. */
export const A_COMPLETER = "à compléter";
const PENDING = /^\(?a completer\)?[ .…]*$/;
const THOUSAND = /^(?:k\s?(?:d'\s?)?(?:€|eur(?:os?)?)?|ke|milliers?(?: d'?\s?(?:€|euros?))?|mille(?: euros?)?)$/;
const MILLION = /^(?:m\s?(?:d'\s?)?(?:€|eur(?:os?)?)?|me|millions?(?: d'?\s?(?:€|euros?))?)$/;
const EURO = /^(?:€|eur|euros?)?$/;
/** Words that qualify an amount without changing it ("8 752 912 € maximum"), and footnote marks. */
const TRAILER = /(?:\s*(?:\*+|\(\d\)|max(?:imum|i)?\.?|environ|previsionnels?|ttc|ht))+$/;

/** Texts already made plain: the same labels are asked for by every reader. */
const PLAIN = new Map<string, string>();
const MOST_PLAIN = 20_000;

/** Text in lower case, without accents, with plain spaces, dashes and apostrophes. */
export function plainText(text: string): string {
  const known = PLAIN.get(text);
  if (known !== undefined) return known;
  const plain = simplified(text);
  if (PLAIN.size >= MOST_PLAIN) PLAIN.clear();
  PLAIN.set(text, plain);
  return plain;
}

/** As plainText, and kept by the caller: most texts are asked for once. */
export function simplified(text: string): string {
  return isPlain(text) ? text.toLowerCase() : made(text);
}

/** Plain but for its case: nothing beyond ASCII, no space too many. */
function isPlain(text: string): boolean {
  return !/[^\x20-\x7e]|`|^ | $| {2}/.test(text);
}

function made(text: string): string {
  return (
    text
      .normalize("NFD")
      // The marks of Latin letters, by their range: classes of all Unicode are slow to compile.
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[’ʼ`]/g, "'")
      .replace(/œ/gi, "oe")
      .replace(/\s+/g, " ")
      .trim()
      .toLowerCase()
  );
}

function unitOf(suffix: string): Unit | null | undefined {
  const text = suffix.replace(/\s+/g, " ").trim();
  if (text === "") return null;
  if (EURO.test(text)) return "€";
  if (THOUSAND.test(text)) return "k€";
  return MILLION.test(text) ? "M€" : undefined;
}

/**
 * Digits with their separators → plain decimal digits, or null. The last of two different marks is the decimal one; a
 * mark seen twice groups; one dot before exactly three digits groups unless the unit is coarse (`450.000 €`, `1.925 M€`).
 * One comma is the French decimal mark, whatever follows.
 */
function plainDigits(digits: string, unit: Unit): string | null {
  const text = digits.replace(/[\s']/g, "");
  const marks = text.replace(/\d/g, "");
  if (marks === "") return text;
  if (!/^[.,]+$/.test(marks)) return null;
  const last = marks.slice(-1);
  const grouping = last === "," ? "." : ",";
  if (marks.length > 1 && new Set(marks).size === 1) {
    return /^\d{1,3}(?:[.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, "") : null;
  }
  if (marks.length > 1) {
    const [whole = "", fraction = ""] = text.split(last);
    const grouped = whole.split(grouping);
    return text.split(last).length === 2 && grouped.slice(1).every((group) => group.length === 3)
      ? `${grouped.join("")}.${fraction}`
      : null;
  }
  if (unit === "€" && /^[1-9]\d{0,2}\.\d{3}$/.test(text)) return text.replace(".", "");
  return /^\d*[.,]\d*$/.test(text) && /\d/.test(text) ? text.replace(",", ".") : null;
}

/** Builds an amount from plain digits ("1.925") in a unit. */
function amountOf(digits: string, unit: Unit, negative: boolean): Amount {
  const factor = EUROS_IN[unit];
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  const value = new Decimal(digits === "" || digits === "." ? 0 : digits).times(factor);
  return {
    value: negative ? value.negated() : value,
    half: halfOf(decimals, factor),
    coarse: unit !== "€",
  };
}

const HALVES = new Map<string, Decimal>();

/** Half of the last digit of amounts of so many decimals, in euros: a table has one or two, and many amounts. */
function halfOf(decimals: number, factor: number): Decimal {
  const key = `${decimals} ${factor}`;
  const known = HALVES.get(key);
  if (known) return known;
  const half = new Decimal(10).pow(-decimals).times(factor).div(2);
  HALVES.set(key, half);
  return half;
}

/**
 * Reads an amount written as text. `tableUnit` counts where the text names no unit of its own.
 * Never throws: what is no amount is "unreadable".
 */
export function readAmountText(text: string, tableUnit: Unit = "€"): WrittenAmount {
  const plain = plainText(text).replace(/[\u2212]/g, "-");
  if (plain === "") return { kind: "empty" };
  if (NO_SHARE.test(plain)) return { kind: "none" };
  if (PENDING.test(plain)) return { kind: "pending" };
  const bracketed = /^\((.*\d.*)\)\s*(\D*)$/.exec(plain);
  const body = (bracketed ? `${bracketed[1] ?? ""} ${bracketed[2] ?? ""}` : plain).trim().replace(TRAILER, "");
  const match = /^(€\s*)?([+-]\s*)?(€\s*)?(\d[\d\s.,']*|[.,]\d+)\s*([^\d]*)$/.exec(body);
  if (!match) return { kind: "unreadable" };
  const [, euroBefore, sign = "", euroAfterSign, digits = "", suffix = ""] = match;
  const named = unitOf(suffix);
  if (named === undefined) return { kind: "unreadable" };
  const unit = named ?? (euroBefore || euroAfterSign ? "€" : tableUnit);
  const plainNumber = plainDigits(digits.trim(), unit);
  if (plainNumber === null) return { kind: "unreadable" };
  return { kind: "amount", amount: amountOf(plainNumber, unit, bracketed !== null || sign.startsWith("-")) };
}

/**
 * Amounts inside a sentence, with their unit. A number before a comma and a space is a rank ("volet 1, 622 000 €"),
 * unless the amount is in k€ or M€ (`1, 806 M€`).
 */
export const AMOUNT_IN_TEXT =
  /(?<![\d.,])(?:\d{1,3}(?:[\s\u00A0\u202F]\d{3})+|\d+)(?:,\s?\d+(?=\s*[Mk]\s?€)|[.,]\d+)?\s*(?:[kM]\s?€|€|euros?)/g;

/** How a number format shows numbers: decimals shown (null for General), scale of `#,##0,` formats, percent. */
export interface ShownPrecision {
  readonly decimals: number | null;
  readonly scale: Unit;
  readonly percent: boolean;
}

const PRECISIONS = new Map<string, ShownPrecision>();
const MOST_PRECISIONS = 2_000;

/** Reads the first section of an en-US number format. */
export function shownPrecision(numberFormat: string): ShownPrecision {
  let known = PRECISIONS.get(numberFormat);
  if (!known) {
    if (PRECISIONS.size >= MOST_PRECISIONS) PRECISIONS.clear();
    PRECISIONS.set(numberFormat, (known = precisionOf(numberFormat)));
  }
  return known;
}

function precisionOf(numberFormat: string): ShownPrecision {
  const section = (numberFormat.split(";")[0] ?? "")
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/_./g, "")
    .replace(/\[[^\]]*\]/g, "");
  const percent = section.includes("%");
  if (!/[0#?]/.test(section)) return { decimals: null, scale: "€", percent };
  const fraction = /\.([0#?]*)/.exec(section)?.[1] ?? "";
  const scaling = /[0#?](,+)(?=[^0#?]*$)/.exec(section)?.[1]?.length ?? 0;
  return { decimals: fraction.length, scale: scaling === 0 ? "€" : scaling === 1 ? "k€" : "M€", percent };
}

/**
 * Reads an amount stored as a number.
 * @param generalDecimals decimals taken for the format General: the finest of the column (domain, §3)
 */
export function readAmountNumber(
  stored: number,
  numberFormat: string,
  tableUnit: Unit,
  generalDecimals: number,
): Amount {
  const shown = shownPrecision(numberFormat);
  // A format such as `#,##0,` shows k€ of a value stored in euros: the header's unit is then about what is shown.
  const factor = shown.scale === "€" ? EUROS_IN[tableUnit] : 1;
  const decimals = shown.decimals ?? generalDecimals;
  const value = fromStoredNumber(stored);
  return {
    value: factor === 1 ? value : value.times(factor),
    half: halfOf(decimals, EUROS_IN[shown.scale] * factor),
    coarse: tableUnit !== "€" || shown.scale !== "€",
  };
}

/** Decimals that a stored number really has, for the precision of the format General (at most 15). */
export function storedDecimals(stored: number): number {
  return Math.min(decimalsOf(stored), 15);
}
