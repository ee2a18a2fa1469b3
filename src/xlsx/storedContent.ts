/** What a cell holds, from the type and the text that a file stores (ECMA-376 §18.18.11). */
import { type Cell, type ExcelError, isExcelError } from "../workbook/picture";
import { serialOfDate } from "./serial";
import { corrupt } from "./trouble";
import { decodeEscapes, isOn } from "./xml";

export interface StoredCell {
  /** The `t` attribute: "n" where the file leaves it out. */
  readonly type: string;
  /** Null without a `v`; "" with an empty one. */
  stored: string | null;
  inline: string;
}

export interface ContentContext {
  readonly sharedStrings: readonly string[];
  readonly date1904: boolean;
}

/** The error that a text spells, or "#UNKNOWN!" for one that this version does not know: never a text in a cell. */
function errorOf(text: string): ExcelError {
  return isExcelError(text) ? text : "#UNKNOWN!";
}

function sharedString(index: string, texts: readonly string[]): string {
  const text = /^\d+$/.test(index) ? texts[Number(index)] : undefined;
  if (text === undefined) throw corrupt(`no shared string ${index}`);
  return text;
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number)) throw corrupt(`number ${text}`);
  return number;
}

/** Value and error of a stored cell; both null when nothing is stored. Throws UnreadableFile ("corrupt"). */
export function contentOf(
  { type, stored, inline }: StoredCell,
  context: ContentContext,
): Pick<Cell, "value" | "error"> {
  const value = (content: Cell["value"]) => ({ value: content, error: null });
  if (type === "inlineStr") return value(stored === null ? inline : decodeEscapes(stored));
  if (stored === null) return value(null);
  if (type === "str") return value(decodeEscapes(stored));
  const plain = stored.trim();
  if (plain === "") return value(null);
  if (type === "s") return value(sharedString(plain, context.sharedStrings));
  if (type === "b") return value(isOn(plain));
  if (type === "e") return { value: null, error: errorOf(plain) };
  if (type === "d") return value(serialOfDate(plain, context.date1904));
  return value(numberOf(plain));
}
