/** What the emulated workbook holds that the file it was read from does not, as a draft. Pure. */
import type { EmulatedCell, EmulatedSheet, EmulatedWorkbook } from "../emulator";
import type { HostFailure, HostResult } from "../host/ports";
import { deletedSheets, restyledSheets } from "../messages/bench";
import { MAX_COLUMNS, type Area } from "../workbook/address";
import { contentsOf } from "../workbook/contents";
import type { CellContent, CellWrite, Draft } from "../workbook/draft";
import type { Sheet, Workbook } from "../workbook/picture";
import { newSheetOf } from "./addedSheet";

/** The file as it was read, and the sheets that its own became: a sheet added later may bear the name of a deleted one. */
export interface FiledWorkbook {
  readonly picture: Workbook;
  /** In the order of the picture. */
  readonly sheets: readonly EmulatedSheet[];
}

/**
 * The draft that brings the file to what the workbook holds now; without any write where nothing changed. What formulas
 * show is no change. Fails with "unsupported" on what no patch can do: a sheet of the file that was deleted, or that was
 * merged or dressed.
 */
export function differenceFrom({ picture, sheets }: FiledWorkbook, workbook: EmulatedWorkbook): HostResult<Draft> {
  const namesOf = (some: readonly EmulatedSheet[]) => some.map(({ name }) => name);
  const gone = sheets.filter((sheet) => !workbook.sheets.includes(sheet));
  if (gone.length > 0) return unsupported(deletedSheets(namesOf(gone)));
  const restyled = sheets.filter((sheet, rank) => isRestyled(sheet, picture.sheets[rank]));
  if (restyled.length > 0) return unsupported(restyledSheets(namesOf(restyled)));
  const before = contentsOf(picture);
  const added = workbook.sheets.filter((sheet) => !sheets.includes(sheet));
  const writes = sheets.flatMap((sheet, rank) => writesIn(sheet, picture.sheets[rank], before));
  return { ok: true, value: { title: "Classeur du banc", writes, reads: [], sheets: added.map(newSheetOf) } };
}

function unsupported(sentence: string): HostFailure {
  return { ok: false, code: "unsupported", sentence };
}

function isRestyled({ appearance, merges }: EmulatedSheet, before: Sheet | undefined): boolean {
  const keys = (areas: readonly Area[] = []) => areas.map(({ top, left, bottom, right }) => [top, left, bottom, right]);
  return !appearance.isUntouched || String(keys(merges)) !== String(keys(before?.merges));
}

/** The cells of one sheet, row by row, those that were emptied among them. */
function writesIn(
  sheet: EmulatedSheet,
  before: Sheet | undefined,
  contentBefore: ReturnType<typeof contentsOf>,
): CellWrite[] {
  const places = [...(before?.cells ?? []), ...sheet.cells()].map(({ row, column }) => row * MAX_COLUMNS + column);
  return [...new Set(places)]
    .sort((a, b) => a - b)
    .flatMap((place): CellWrite[] => {
      const [row, column] = [Math.floor(place / MAX_COLUMNS), place % MAX_COLUMNS];
      const ref = { sheet: sheet.name, row, column };
      const [was, is] = [contentBefore(ref), sheet.cellAt(row, column)];
      return isSame(was, is) ? [] : [{ ref, before: was, after: is, why: "Cellule modifiée sur le banc." }];
    });
}

/** To the letter: spaces and case too are what the officer typed. */
function isSame(was: CellContent, is: EmulatedCell): boolean {
  if (was.numberFormat !== is.numberFormat || was.formula !== is.formula) return false;
  return is.formula !== null || (was.value === is.value && was.error === is.error);
}
