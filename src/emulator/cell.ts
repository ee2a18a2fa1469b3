/** One cell of the emulated workbook, and what Excel makes of a text that is typed or written into it. */
import { type ExcelError, isExcelError } from "../workbook/picture";

export interface EmulatedCell {
  /** Null when the cell is empty, holds an error, or a formula without a result yet. */
  readonly value: string | number | boolean | null;
  readonly error: ExcelError | null;
  /** With its leading "=", en-US; null for a constant. */
  readonly formula: string | null;
  /** en-US code, "General" when none is set. */
  readonly numberFormat: string;
}

/** A content as Office.js writes it; null leaves the cell as it is. */
export type CellInput = string | number | boolean | null;

export const EMPTY_CELL: EmulatedCell = { value: null, error: null, formula: null, numberFormat: "General" };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Percentages, grouped digits, fractions, dates and times in either language: Excel makes numbers of such texts. */
const LOST_TO_NUMBERS = [
  /^[+-]?[\d\s\u00a0\u202f.,]+%$/,
  /^\d{1,3}([\s\u00a0\u202f,]\d{3})+$/,
  /^\(\d+\)$/,
  /^\d{1,4}[/-]\d{1,2}([/-]\d{2,4})?$/,
  /^\d{1,2}:\d{2}(:\d{2})?$/,
  /^(\d{1,2}[ -])?(janv?|f[eé]vr?|feb|mars?|avr|apr|mai|may|juin|june?|juil|july?|ao[uû]t|aug|sept?|oct|nov|d[eé]c)[a-zé]*\.?[ -]\d{2,4}$/i,
];
/** The number itself does not matter here: the text is gone. */
const MISREAD = 45_000;

/** True where nothing can be read: a cell that has a format only counts as empty. */
export function isEmpty(cell: EmulatedCell): boolean {
  return cell.value === null && cell.error === null && cell.formula === null;
}

/**
 * The cell after `input` was written into it, by the rules of Excel that matter to amounts: an "@" format turns
 * everything into text, a leading apostrophe makes a text, "=" a formula, en-US digits a number. Percentages and dates
 * become numbers too, though not the very ones of Excel; currencies typed as text are not recognised: they stay text.
 */
export function written(before: EmulatedCell, input: Exclude<CellInput, null>): EmulatedCell {
  const { numberFormat } = before;
  const constant = (value: EmulatedCell["value"]) => ({ value, error: null, formula: null, numberFormat });
  if (typeof input !== "string")
    return constant(numberFormat === "@" && typeof input === "number" ? String(input) : input);
  if (input === "") return constant(null);
  if (input.startsWith("'")) return constant(input.slice(1));
  if (numberFormat === "@") return constant(input);
  if (input.startsWith("=") && input.length > 1) return { value: null, error: null, formula: input, numberFormat };
  if (NUMBER.test(input)) return constant(Number(input));
  if (/^(true|false)$/i.test(input)) return constant(input.toUpperCase() === "TRUE");
  if (/^(vrai|faux)$/i.test(input)) return constant(input.toUpperCase() === "VRAI");
  if (/^[+-]\w/.test(input)) return { value: null, error: null, formula: `=${input}`, numberFormat };
  if (LOST_TO_NUMBERS.some((pattern) => pattern.test(input))) return constant(MISREAD);
  const upper = input.toUpperCase();
  return isExcelError(upper) ? { value: null, error: upper, formula: null, numberFormat } : constant(input);
}
