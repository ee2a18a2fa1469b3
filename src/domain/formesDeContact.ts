/**
 * Forms of what reaches a person, by their public standards: postcodes and Insee's codes of communes and départements,
 * telephone numbers (French numbering plan, E.164 elsewhere), addresses of e-mail. A form says nothing of who is behind.
 */

export type FormeDeCode =
  | "valide"
  /** The digits that are left when Excel drops a leading zero. */
  | "zero-perdu"
  | "forme";

function codeState(written: string, whole: RegExp, withoutZero: RegExp): FormeDeCode {
  const code = written.replace(/\s/g, "").toUpperCase();
  if (whole.test(code)) return "valide";
  return withoutZero.test(code) ? "zero-perdu" : "forme";
}

/** Five digits. */
export function codePostalState(written: string): FormeDeCode {
  return codeState(written, /^(?!00)\d{5}$/, /^[1-9]\d{3}$/);
}

/** Insee's code of a commune: the département's two characters (2A and 2B in Corsica), then three digits. */
export function communeState(written: string): FormeDeCode {
  return codeState(written, /^(?:(?!00)\d\d|2[AB])\d{3}$/, /^[1-9]\d{3}$/);
}

/** Insee's code of a département: 01 to 95, 2A, 2B, three digits overseas. */
export function departementState(written: string): FormeDeCode {
  return codeState(written, /^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97\d|98\d)$/, /^[1-9]$/);
}

/** Several numbers or addresses may share a cell. */
const BETWEEN = /\s*[/;,\n]\s*|\s+(?:ou|et)\s+/;

const FRENCH = /^(?:0|(?:\+|00)33(?:\(0\)|0)?)[1-9]\d{8}$/;
const ABROAD = /^(?:\+|00)[1-9]\d{6,14}$/;

/** Ten digits of the French plan, or an international number. */
export function telephoneState(written: string): FormeDeCode {
  const states = written.split(BETWEEN).map((one): FormeDeCode => {
    const number = one.replace(/[\s.\u2010-\u2015-]/g, "");
    if (FRENCH.test(number) || (ABROAD.test(number) && !/^(?:\+|00)33/.test(number))) return "valide";
    return /^[1-9]\d{8}$/.test(number) ? "zero-perdu" : "forme";
  });
  return states.find((state) => state === "forme") ?? states.find((state) => state === "zero-perdu") ?? "valide";
}

const COURRIEL = /^[^\s@<>()"]+@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}$/u;

/** A name, one @, a domain with a dot. */
export function isCourriel(written: string): boolean {
  return written
    .trim()
    .split(BETWEEN)
    .every((one) => COURRIEL.test(one.replace(/^mailto:/i, "")) && !one.includes("..") && !/^\.|\.@/.test(one));
}
