/** What a cell holds or is to hold, as an officer reads it in Excel. Pure. */
import { shownPrecision } from "../../domain/amount";
import { fromStoredNumber } from "../../domain/decimal";
import { formatEurosShort, formatNumber, formatRate } from "../../domain/format";
import { storedDay } from "../../domain/days";
import type { CellContent } from "../../workbook/draft";
import { formulaToFrench, frenchError } from "../../workbook/formulaLanguage";

export interface ShownContent {
  /** "" where a formula has no value yet. */
  readonly text: string;
  /** In French; null for a constant. */
  readonly formula: string | null;
  readonly isEmpty: boolean;
}

/** A format that shows a day: its letters, apart from texts in quotes and colours in brackets. */
function isDayFormat(numberFormat: string): boolean {
  return /[dy]/i.test(numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ""));
}

function shownNumber(stored: number, numberFormat: string): string {
  const day = isDayFormat(numberFormat) ? storedDay(stored, false) : null;
  if (day !== null) return day.split("-").reverse().join("/");
  const value = fromStoredNumber(stored);
  if (shownPrecision(numberFormat).percent) return formatRate(value);
  if (/€|EUR/i.test(numberFormat)) return formatEurosShort(value);
  // A year or a code in the format General has no groups.
  return numberFormat === "General" ? value.toFixed().replace(".", ",") : formatNumber(value);
}

function shownValue({ value, error, numberFormat }: CellContent): string {
  if (error !== null) return frenchError(error);
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
  return typeof value === "number" ? shownNumber(value, numberFormat) : value;
}

/** The text of a content: its value by its format, and its formula. */
export function shownContent(content: CellContent): ShownContent {
  const text = shownValue(content);
  const formula = content.formula === null ? null : formulaToFrench(content.formula);
  return { text, formula, isEmpty: text === "" && formula === null };
}
