/** Days of the calendar as "YYYY-MM-DD": they compare as texts do, and no time zone moves them. */
import { plainText } from "./amount";
import { isDay } from "./fields";

const MONTHS = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];
const WRITTEN = new RegExp(String.raw`(?<!\d)(\d{1,2})(?:er)?\s(${MONTHS.join("|")})\s(20\d\d)(?!\d)`, "g");
const FIGURES = /(?<![\d/.])(\d{1,2})\s?[/.]\s?(\d{1,2})\s?[/.]\s?(20\d\d)(?![\d/.]\d)/g;
const ISO = /(?<![\d-])(20\d\d)-(\d\d)-(\d\d)(?![\d-])/g;

const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendars; before March 1900 the first counts a day that never was. */
const EPOCH = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };

function two(figure: number): string {
  return String(figure).padStart(2, "0");
}

/** The local day of a moment: an officer's today. */
export function localDay(now: Date): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day that Excel stores as a number; null where it is none between 2000 and 2099. */
export function storedDay(stored: number, date1904: boolean): string | null {
  if (!Number.isFinite(stored) || stored < 0) return null;
  const day = new Date((date1904 ? EPOCH.from1904 : EPOCH.from1900) + Math.floor(stored) * DAY_MS);
  return day.getUTCFullYear() >= 2000 && day.getUTCFullYear() < 2100 ? day.toISOString().slice(0, 10) : null;
}

/** The days that a text writes, in its order: "31 mars 2025", "31/03/2025", "2025-03-31". */
export function daysIn(text: string): string[] {
  const plain = plainText(text);
  const found = [
    ...[...plain.matchAll(WRITTEN)].map(({ index, 1: day, 2: month = "", 3: year }) => ({
      index,
      text: `${year}-${two(MONTHS.indexOf(month) + 1)}-${two(Number(day))}`,
    })),
    ...[...plain.matchAll(FIGURES)].map(({ index, 1: day, 2: month, 3: year }) => ({
      index,
      text: `${year}-${two(Number(month))}-${two(Number(day))}`,
    })),
    ...[...plain.matchAll(ISO)].map(({ index, 0: iso }) => ({ index, text: iso })),
  ];
  return found.sort((one, other) => one.index - other.index).flatMap(({ text: day }) => (isDay(day) ? [day] : []));
}
