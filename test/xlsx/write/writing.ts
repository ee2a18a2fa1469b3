/** Applies drafts to bytes, and shows the parts that come out. */
import { strFromU8, unzipSync } from "fflate";
import { loadCalculationInNode } from "../../../src/calculation/node";
import { parseArea, type CellRef } from "../../../src/workbook/address";
import { EMPTY_CONTENT, type CellContent, type Draft } from "../../../src/workbook/draft";
import { applyToXlsx, type Written, type XlsxUndo } from "../../../src/xlsx/write/apply";
import { undoInXlsx, type UndoOptions } from "../../../src/xlsx/write/undo";
import { contentAt, draftOf } from "../../host/writing";
import { pictureOf } from "../reading";

export const OPTIONS = { name: "classeur.xlsx", calculation: loadCalculationInNode };

/** "Feuille!B2". */
export function refOf(address: string): CellRef {
  const mark = address.lastIndexOf("!");
  const area = parseArea(address.slice(mark + 1));
  if (!area) throw new Error(`no cell: ${address}`);
  return { sheet: address.slice(0, mark), row: area.top, column: area.left };
}

export type Contents = Readonly<Record<string, Partial<CellContent>>>;

/** A draft that puts these contents over what the file holds; a format that is left out stays. */
export async function draftFor(bytes: Uint8Array, contents: Contents, more: Partial<Draft> = {}): Promise<Draft> {
  const picture = await pictureOf(bytes);
  const writes = Object.entries(contents).map(([address, content]) => {
    const before = contentAt(picture, refOf(address));
    const after = { ...EMPTY_CONTENT, numberFormat: before.numberFormat, ...content };
    return { ref: refOf(address), before, after, why: "" };
  });
  return draftOf(writes, more);
}

/** What a write gives that is not refused. */
export async function written(bytes: Uint8Array, contents: Contents, more: Partial<Draft> = {}): Promise<Written> {
  const result = await applyToXlsx(bytes, await draftFor(bytes, contents, more), OPTIONS);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

/** What a write says that is refused. */
export async function refused(bytes: Uint8Array, contents: Contents, more: Partial<Draft> = {}) {
  const result = await applyToXlsx(bytes, await draftFor(bytes, contents, more), OPTIONS);
  if (result.ok) throw new Error("it was written");
  return result;
}

export async function undone(bytes: Uint8Array, undo: XlsxUndo, more: Partial<UndoOptions> = {}): Promise<Uint8Array> {
  const result = await undoInXlsx(bytes, undo, { ...OPTIONS, ...more });
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

/** The text of a part, "" when there is none. */
export function textOf(bytes: Uint8Array, part: string): string {
  const content = partsOf(bytes)[part];
  return content ? strFromU8(content) : "";
}

/** Names of the parts that are not the same in both files, in the order of the second. */
export function changedParts(one: Uint8Array, other: Uint8Array): string[] {
  const [before, after] = [partsOf(one), partsOf(other)];
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names.filter(
    (name) => Buffer.compare(before[name] ?? Buffer.from("-"), after[name] ?? Buffer.from("-")) !== 0,
  );
}

/** The element of a cell in the first sheet. */
export function cellText(bytes: Uint8Array, address: string, part = "xl/worksheets/sheet1.xml"): string {
  return (
    new RegExp(`<(?:\\w+:)?c r="${address}"[^>]*?(?:/>|>.*?</(?:\\w+:)?c>)`, "s").exec(textOf(bytes, part))?.[0] ?? ""
  );
}
