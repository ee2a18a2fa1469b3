/** A file on the desk: its picture behind the emulated host, with what French Excel shows and computes. */
import { EmulatedWorkbook, type EmulatedSheet } from "../emulator";
import { readXlsxWithPresentation } from "../xlsx/readXlsx";
import type { OpenedWorkbook } from "./desk";
import { textFormatter } from "./french";
import { dressedLook, sheetLooks } from "./look";
import { loadEngine, recalculator } from "./recalculation";

export type Opening =
  { readonly ok: true; readonly value: OpenedWorkbook } | { readonly ok: false; readonly sentence: string };

/** The workbook, or the reader's French sentence about a file that cannot be opened. */
export async function openWorkbookFile(bytes: Uint8Array, name: string): Promise<Opening> {
  const read = await readXlsxWithPresentation(bytes, { name, calculation: loadEngine });
  if (!read.ok) return read;
  const { workbook: picture, presentation } = read.value;
  const engine = await loadEngine();
  const recalculate = engine ? recalculator(engine, picture.date1904) : null;
  let isOpen = false;
  const workbook = EmulatedWorkbook.fromPicture(picture, {
    formatText: textFormatter(picture.date1904),
    // At the opening the file's own values stand, as in Excel; the reader has computed those that it lacks.
    recalculate: (access) => isOpen && recalculate?.(access),
  });
  isOpen = true;
  const looks = sheetLooks(presentation);
  // A sheet that is added later may bear the name of one that was deleted: the file says nothing of it.
  const filed = new Set(workbook.sheets);
  const lookOf = (sheet: EmulatedSheet) => dressedLook(looks(filed.has(sheet) ? sheet.name : null), sheet);
  return { ok: true, value: { workbook, lookOf } };
}
