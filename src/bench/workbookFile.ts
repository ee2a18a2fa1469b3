/** A file on the desk: its picture behind the emulated host, with what French Excel shows and computes. */
import { EmulatedWorkbook } from "../emulator";
import { readXlsxWithPresentation } from "../xlsx/readXlsx";
import type { OpenedWorkbook } from "./desk";
import { textFormatter } from "./french";
import { sheetLooks } from "./look";

export type Opening =
  { readonly ok: true; readonly value: OpenedWorkbook } | { readonly ok: false; readonly sentence: string };

/** The workbook, or the reader's French sentence about a file that cannot be opened. */
export async function openWorkbookFile(bytes: Uint8Array, name: string): Promise<Opening> {
  const read = await readXlsxWithPresentation(bytes, { name });
  if (!read.ok) return read;
  const { workbook: picture, presentation } = read.value;
  const workbook = EmulatedWorkbook.fromPicture(picture, { formatText: textFormatter(picture.date1904) });
  const looks = sheetLooks(presentation);
  return { ok: true, value: { workbook, lookOf: (sheet) => looks(sheet.name) } };
}
