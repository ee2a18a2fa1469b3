/** A file on the desk: its picture behind the emulated host, with what French Excel shows and computes. */
import { EmulatedWorkbook, type EmulatedSheet } from "../emulator";
import type { HostResult } from "../host/ports";
import { memoryXml } from "../workbook/memory";
import { readXlsxWithPresentation } from "../xlsx/readXlsx";
import { readXlsxMemory } from "../xlsx/write/memory";
import type { OpenedWorkbook } from "./desk";
import { textFormatter } from "./french";
import { dressedLook, sheetLooks } from "./look";
import { loadEngine, recalculator } from "./recalculation";
import { savedFile } from "./savedFile";

export interface FileOnDesk extends OpenedWorkbook {
  /** The file as the workbook stands now; failures as savedFile. */
  save(): Promise<HostResult<Uint8Array>>;
}

export type Opening =
  { readonly ok: true; readonly value: FileOnDesk } | { readonly ok: false; readonly sentence: string };

/** The workbook with what its file remembers, or the reader's French sentence about a file that cannot be opened. */
export async function openWorkbookFile(bytes: Uint8Array, name: string): Promise<Opening> {
  const read = await readXlsxWithPresentation(bytes, { name, calculation: loadEngine });
  if (!read.ok) return read;
  const memory = readXlsxMemory(bytes, name);
  if (!memory.ok) return memory;
  const { workbook: picture, presentation } = read.value;
  const engine = await loadEngine();
  const recalculate = engine ? recalculator(engine, picture.date1904) : null;
  let isOpen = false;
  const workbook = EmulatedWorkbook.fromPicture(picture, {
    formatText: textFormatter(picture.date1904),
    customXmlParts: memory.value === null ? [] : [memoryXml(memory.value)],
    // At the opening the file's own values stand, as in Excel; the reader has computed those that it lacks.
    recalculate: (access) => isOpen && recalculate?.(access),
  });
  isOpen = true;
  const looks = sheetLooks(presentation);
  const sheets = [...workbook.sheets];
  // A sheet that is added later may bear the name of one that was deleted: the file says nothing of it.
  const lookOf = (sheet: EmulatedSheet) => dressedLook(looks(sheets.includes(sheet) ? sheet.name : null), sheet);
  const file = { bytes, picture, sheets, memory: memory.value };
  return { ok: true, value: { workbook, lookOf, save: () => savedFile(file, workbook, loadEngine) } };
}
