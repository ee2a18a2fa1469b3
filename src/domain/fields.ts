/** Fields of JSON that people may have written, checked at the door: the field, or one sentence that names it. */
import { Decimal } from "./decimal";
import { amountText } from "./format";
import { FIRST_YEAR, LAST_YEAR } from "./years";

/** Longest name or label that JSON of ours keeps. */
export const LONGEST_TEXT = 120;

/** One field that cannot be used, in one French sentence. */
export class Refused {
  constructor(readonly why: string) {}
}

export type Read<T> = T | Refused;
export type Fields = Readonly<Record<string, unknown>>;

/** True for what JSON calls an object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a field that is left out, or set to nothing. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Text on one line, without what no XML part can hold. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cn}]+/gu, " ").trim();
}

/** One line of text. */
export function readText(value: unknown, subject: string, longest = LONGEST_TEXT): Read<string> {
  const text = typeof value === "string" ? oneLine(value) : "";
  if (text !== "" && text.length <= longest) return text;
  return new Refused(`${subject} doit être un texte de 1 à ${longest} caractères.`);
}

/** A year that these tables can be about. */
export function readYear(value: unknown, subject: string): Read<number> {
  const isYear = typeof value === "number" && Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR;
  return isYear
    ? value
    : new Refused(`${subject} doit être une année de ${FIRST_YEAR} à ${LAST_YEAR}, sans guillemets.`);
}

/** Euros to the cent, as decimal text with two decimals. */
export function readMontant(value: unknown, subject: string): Read<string> {
  // As text only: a number of JSON is binary, and this is money.
  if (typeof value === "string" && /^\d{1,12}(\.\d{1,2})?$/.test(value)) return amountText(new Decimal(value));
  return new Refused(`${subject} doit être un montant en euros entre guillemets, par exemple "8752912.00".`);
}

/** A fraction from 0 to 1, as decimal text: "0.6" is 60 %. */
export function readTaux(value: unknown, subject: string): Read<string> {
  const isDecimal = typeof value === "string" && /^[01](\.\d{1,6})?$/.test(value);
  if (isDecimal && new Decimal(value).lte(1)) return new Decimal(value).toFixed();
  return new Refused(`${subject} doit être un taux de 0 à 1 entre guillemets, par exemple "0.6" pour 60\u00A0%.`);
}

/** True for a day of the calendar written "YYYY-MM-DD". */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** A list, each item read in turn and named by its place; two items of one key are refused. */
export function readList<T>(
  value: unknown,
  names: { readonly list: string; readonly item: string },
  read: (fields: Fields, subject: string) => Read<T>,
  keyOf: (item: T) => string,
): Read<readonly T[]> {
  if (isAbsent(value)) return [];
  if (!Array.isArray(value)) return new Refused(`${names.list} doivent former une liste.`);
  const items = new Map<string, T>();
  for (const [place, one] of value.entries()) {
    const subject = `${names.item} n°\u00A0${place + 1}`;
    const item = isFields(one) ? read(one, subject) : new Refused(`Le contenu ${subject} doit être un objet.`);
    if (item instanceof Refused) return item;
    if (items.has(keyOf(item))) return new Refused(`Le contenu ${subject} répète une ligne précédente.`);
    items.set(keyOf(item), item);
  }
  return [...items.values()];
}
