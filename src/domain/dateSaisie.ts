/** A date as a cell of a file of persons holds it: a stored day, or a text that a program can read as one. */
import { isDay } from "./fields";

export interface DateSaisie {
  readonly state:
    | "date"
    /** A number that no format shows as a date. */
    | "nombre"
    | "illisible";
  /** "YYYY-MM-DD", which compares as texts do; null unless the state is "date". */
  readonly jour: string | null;
  /** Shown as a date by its format, or written day, month and year ("05/02/2024"). */
  readonly isFrancaise: boolean;
}

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars; before March 1900 the first counts a day that never was. */
const EPOCH = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };
const FIRST_STORED = 61;
const FRENCH = /^(\d\d?)([/.-])(\d\d?)\2((?:18|19|20)\d\d)$/;
const ISO = /^((?:18|19|20)\d\d)[-/](\d\d)[-/](\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const COMPACT = /^((?:18|19|20)\d\d)(\d\d)(\d\d)$/;

function of(year: string, month: string, day: string, isFrancaise: boolean): DateSaisie {
  const jour = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(jour) ? { state: "date", jour, isFrancaise } : ILLISIBLE;
}

const ILLISIBLE: DateSaisie = { state: "illisible", jour: null, isFrancaise: false };

function readText(text: string): DateSaisie {
  const french = FRENCH.exec(text);
  // "1/2/2024" is a day that people type; the form that is asked for has two digits.
  if (french) return of(french[4] ?? "", french[3] ?? "", french[1] ?? "", /^\d\d\/\d\d\//.test(text));
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  return iso ? of(iso[1] ?? "", iso[2] ?? "", iso[3] ?? "", false) : ILLISIBLE;
}

/** True for a number format that shows a day: its letters outside quotes, brackets and escapes. */
function showsDay(numberFormat: string): boolean {
  return /[dy]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

/**
 * Reads a date of a cell.
 * @param numberFormat en-US code of the cell
 * @param date1904 the workbook counts days from 1904
 */
export function readDateSaisie(
  value: string | number | boolean | null,
  numberFormat: string,
  date1904: boolean,
): DateSaisie {
  if (typeof value === "string") return readText(value.trim());
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) return ILLISIBLE;
  const compact = Number.isInteger(value) ? COMPACT.exec(String(value)) : null;
  if (compact) return of(compact[1] ?? "", compact[2] ?? "", compact[3] ?? "", false);
  if (!showsDay(numberFormat)) return { state: "nombre", jour: null, isFrancaise: false };
  const days = Math.floor(value);
  const day = new Date((date1904 ? EPOCH.from1904 : EPOCH.from1900) + days * DAY_MS);
  if ((days < FIRST_STORED && !date1904) || !(day.getUTCFullYear() < 2100)) return ILLISIBLE;
  return { state: "date", jour: day.toISOString().slice(0, 10), isFrancaise: true };
}
