/** A cell's element, from what it is to hold. */
import type { CellContent } from "../../workbook/draft";
import { escapedText, prefixOf, withAttribute, withEscapes } from "./markup";
import type { CellPlace } from "./sheetIndex";
import { storedFormula } from "./storedFormula";

/** What a formula shows; null and null for nothing known. */
export type Shown = Pick<CellContent, "value" | "error">;

export interface CellShape {
  /** Prefix of the sheet's elements, with its colon. */
  readonly prefix: string;
  /** "B12"; null for a cell that follows the one before it, as in its file. */
  readonly address: string | null;
  readonly style: number;
}

/** Whether a cell holds nothing: an empty text is no content, as the reader has it. */
export function isEmptyContent({ value, error, formula }: Pick<CellContent, "value" | "error" | "formula">): boolean {
  return formula === null && error === null && (value === null || value === "");
}

/** Shortest decimal text that gives the same number again. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error("no number of a cell");
  return String(value === 0 ? 0 : value).replace("e", "E");
}

/** The `t` attribute and the `v` element of a value that is no text of its own. */
function stored({ value, error }: Shown, prefix: string): { readonly type: string | null; readonly xml: string } {
  const element = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  if (error !== null) return { type: "e", xml: element(error) };
  if (value === null) return { type: null, xml: "" };
  if (typeof value === "number") return { type: null, xml: element(numberText(value)) };
  if (typeof value === "boolean") return { type: "b", xml: element(value ? "1" : "0") };
  return { type: "str", xml: element(escapedText(withEscapes(value))) };
}

/**
 * Texts stand in the cell itself: the shared ones are numbered for the whole workbook, and their part stays as it is.
 * Excel takes both, and shares them when it saves.
 */
function inlineText(text: string, prefix: string): string {
  return `<${prefix}is><${prefix}t xml:space="preserve">${escapedText(withEscapes(text))}</${prefix}t></${prefix}is>`;
}

/** The element of a cell with this content; `formulaXml` is its formula's own element, where that is known. */
export function cellXml(
  content: Omit<CellContent, "numberFormat">,
  { prefix, address, style }: CellShape,
  formulaXml?: string,
): string {
  const place = `${address === null ? "" : ` r="${address}"`}${style === 0 ? "" : ` s="${style}"`}`;
  if (isEmptyContent(content)) return `<${prefix}c${place}/>`;
  const { value, error, formula } = content;
  if (formula === null && error === null && typeof value === "string") {
    return `<${prefix}c${place} t="inlineStr">${inlineText(value, prefix)}</${prefix}c>`;
  }
  const { type, xml } = stored(content, prefix);
  const f = formulaXml ?? (formula === null ? "" : `<${prefix}f>${escapedText(storedFormula(formula))}</${prefix}f>`);
  return `<${prefix}c${place}${type === null ? "" : ` t="${type}"`}>${f}${xml}</${prefix}c>`;
}

/** The element of a formula's cell as it stands in a sheet's text, with what the formula shows now. */
export function cellWithResult(text: string, cell: CellPlace, formulaXml: string, shown: Shown): string {
  const openTag = text.slice(cell.start, cell.openEnd);
  const prefix = prefixOf(openTag);
  const { type, xml } = stored(shown, prefix);
  return `${withAttribute(openTag, "t", type)}${formulaXml}${xml}</${prefix}c>`;
}
