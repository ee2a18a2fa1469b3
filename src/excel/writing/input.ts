/** What Excel has to be given so that a cell holds exactly a content, whatever it held before. */
import type { CellContent } from "../../workbook/draft";

const TEXT = "@";

/** The three writes of one cell, in this order; null leaves it alone. */
export interface Input {
  readonly formatBefore: string | null;
  readonly content: string | number | boolean;
  readonly formatAfter: string | null;
}

/**
 * The format comes first: a text stays one under "@". All else is written under another format, for under "@" Excel
 * would make a text of a number or a formula, and the format follows. A format that stands already is not set again.
 */
export function inputOf(content: CellContent, current: CellContent): Input {
  const { numberFormat } = content;
  const first = numberFormat === TEXT && !isTextFor(content) ? "General" : numberFormat;
  // A formula in a cell without format takes that of the cells it reads.
  const isOpenToGuesses = content.formula !== null && numberFormat === "General";
  return {
    formatBefore: first === current.numberFormat ? null : first,
    content: written(content, first),
    formatAfter: first !== numberFormat || isOpenToGuesses ? numberFormat : null,
  };
}

/** Under "@" an apostrophe of the text's own could be taken for Excel's: such a text is written as under "General". */
function isTextFor({ value, formula }: CellContent): boolean {
  return formula === null && typeof value === "string" && !value.startsWith("'");
}

function written({ value, error, formula }: CellContent, numberFormat: string): Input["content"] {
  if (formula !== null) return formula;
  if (error !== null) return error;
  if (typeof value !== "string") return value ?? "";
  return numberFormat === TEXT || isPlainText(value) ? value : `'${value}`;
}

/** Excel reads them as such in one of the two languages, whatever the case. */
const LOGICAL = /^(?:true|false|vrai|faux)$/i;
/** Beginnings of months and days, in both languages: with a digit, Excel may make a date of the text. */
const CALENDAR =
  /^(?:jan|f[eé]v|feb|mar|a[pv]r|ma[iy]|jui|jul|jun|ao[uû]|aug|sep|oct|nov|d[eé]c|lun|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)/i;
const CURRENCY = /^[A-Z]{3}\b|^(?:euro|dollar)/i;

/**
 * True where Excel cannot make anything else of the text: it begins with a letter or a French quote, and holds no
 * digit unless after a whole word that is no month, day or currency. An apostrophe too many is only seen in the
 * formula bar; one too few loses a code or a number of an action.
 */
function isPlainText(text: string): boolean {
  if (!/^[\p{L}«]/u.test(text) || LOGICAL.test(text.trim())) return false;
  if (!/\p{N}/u.test(text)) return true;
  return /^«|^\p{L}{4,}(?=[\s\p{P}])/u.test(text) && !CALENDAR.test(text) && !CURRENCY.test(text);
}
