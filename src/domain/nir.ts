/**
 * The NIR (numéro d'inscription au répertoire, the "numéro de sécurité sociale") and the NIA that stands in for it: one
 * form and one key, those of Insee's répertoire (decree 82-103). Nothing here keeps or repeats a number.
 */
import { compact } from "./identifiants";

export type NirState =
  | "valide"
  /** Thirteen characters: the key is missing. */
  | "sans-cle"
  /** Neither thirteen characters nor fifteen. */
  | "longueur"
  /** The length is right, a character cannot stand where it does. */
  | "forme"
  /** The key is not that of the thirteen characters. */
  | "cle"
  /** Digits lost to Excel's scientific notation. */
  | "tronque";

/** Sex, year, month (20 and over where it is not known), département or 2A, 2B, commune, order. */
const NUMERO = /^[1-8]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d\d|2[AB])\d{6}$/;
const KEY = /^\d\d$/;

/** 97 − (number mod 97), Corsica's 2A and 2B counted as 19 and 18; the number must be of its form. */
export function nirKey(numero: string): string {
  const digits = numero.replace("2A", "19").replace("2B", "18");
  return String(97 - (Number(digits) % 97)).padStart(2, "0");
}

/** What a written NIR or NIA is worth; spaces, dots and dashes never count. */
export function nirState(written: string): NirState {
  if (/\d[.,]?\d*\s*E\s*\+\s*\d/i.test(written)) return "tronque";
  const whole = compact(written);
  const [numero, cle] = [whole.slice(0, 13), whole.slice(13)];
  if (whole.length === 13) return NUMERO.test(numero) ? "sans-cle" : "forme";
  if (whole.length !== 15) return "longueur";
  if (!NUMERO.test(numero) || !KEY.test(cle)) return "forme";
  return nirKey(numero) === cle ? "valide" : "cle";
}
