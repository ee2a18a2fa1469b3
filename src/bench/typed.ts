/** What an officer types, as the en-US content that a host writes: French figures become numbers. */
import { formulaFromFrench } from "../workbook/formulaLanguage";

/** A number to the host, never to French Excel: the numbers of actions, of which 2.10 is not 2.1. */
const DOTTED = /^[+-]?\d*\.\d*$/;
const FIGURE = /^([+-]?)((?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d+)?)(?:,(\d+))?[ \u00A0\u202F]*(%|€)?$/;

/**
 * "1 234,5" → "1234.5", "12 %" → "0.12", "=SOMME(A1;B1)" → "=SUM(A1,B1)", "vrai" → "TRUE"; else the text itself, "2.10"
 * after the apostrophe that keeps it one, and as always in a cell of text format ("@").
 */
export function typedContent(text: string, numberFormat: string): string {
  if (numberFormat === "@") return text;
  const trimmed = text.trim();
  if (trimmed.startsWith("=") && trimmed.length > 1) return formulaFromFrench(trimmed);
  if (/^vrai$/i.test(trimmed)) return "TRUE";
  if (/^faux$/i.test(trimmed)) return "FALSE";
  if (DOTTED.test(trimmed)) return `'${text}`;
  const match = FIGURE.exec(trimmed);
  if (!match) return text;
  const [, sign = "", whole = "", decimals = "", unit] = match;
  if (!whole && !decimals) return text;
  const digits = `${sign}${whole.replace(/\D/g, "") || "0"}${decimals ? `.${decimals}` : ""}`;
  return unit === "%" ? String(Number((Number(digits) / 100).toPrecision(15))) : digits;
}
