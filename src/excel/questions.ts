/** What is asked of Excel about one area of one sheet, and what its answer adds to the reading. */
import type { HostFailureCode } from "../host/ports";
import { areaAddress, type Area } from "../workbook/address";
import type { Cell, Visibility } from "../workbook/picture";
import { areaOf, boundsOf, cellCount, halves, parseAreas, rowBlocks } from "./areas";
import { cellsOf, isErrorLike } from "./cells";
import type { Snapshot } from "./snapshots";

/** One sheet while it is being read. */
export interface SheetReading {
  readonly worksheet: Excel.Worksheet;
  readonly name: string;
  readonly visibility: Visibility;
  readonly isProtected: boolean;
  readonly cells: Cell[];
  /** Those of `cells` whose text is an error. */
  readonly errors: Set<Cell>;
  readonly merges: Area[];
  /** Where its contents stand; null where it has none, or before that is known. */
  used: Area | null;
  /** What is known of it from before, where that still holds. */
  kept: Snapshot | null;
}

/** Asks nothing twice: what an answer leaves open comes as further questions, null when it did not come whole. */
export type Collect = () => readonly Question[] | null;

export interface Question {
  readonly sheet: SheetReading;
  /** Cells that the answer carries: what a batch is measured by. */
  readonly weight: number;
  /** Loads what is asked; the function given back takes the answer, after the sync. */
  ask(): Collect;
  /** The same on smaller areas after a refusal with `code`; null when that would not help. */
  smaller(code: HostFailureCode): readonly Question[] | null;
}

/** One block of a request: a quarter of a megabyte, and what its cells take to collect is not felt in the pane. */
const CELLS_PER_BLOCK = 5_000;
/** Above it, an area is searched for its used parts before any content is asked. */
const CELLS_WORTH_A_SEARCH = 1_000_000;
const BANDS_PER_SEARCH = 64;
/** An answer without cells still costs something: a guess, in cells. */
const LIGHT = 100;

/** Asks for the contents of a used range of any size, of which millions of cells may be empty. */
export function contentQuestions(sheet: SheetReading, area: Area): Question[] {
  if (cellCount(area) <= CELLS_WORTH_A_SEARCH) {
    return rowBlocks(area, CELLS_PER_BLOCK).map((block) => contents(sheet, block));
  }
  return rowBlocks(area, Math.ceil(cellCount(area) / BANDS_PER_SEARCH)).map((band) => search(sheet, band));
}

function search(sheet: SheetReading, band: Area): Question {
  return {
    sheet,
    weight: LIGHT,
    smaller: () => null,
    ask() {
      const range = sheet.worksheet.getRange(areaAddress(band));
      const used = range.getUsedRangeOrNullObject(true);
      used.load("rowIndex,columnIndex,rowCount,columnCount");
      once(range, used);
      return () => questionsInside(sheet, used);
    },
  };
}

function contents(sheet: SheetReading, area: Area): Question {
  return {
    sheet,
    weight: cellCount(area),
    smaller: (code) => (code === "payload" ? (halves(area)?.map((half) => contents(sheet, half)) ?? null) : null),
    ask() {
      const range = sheet.worksheet.getRange(areaAddress(area));
      range.load("values,formulas,numberFormat");
      once(range);
      return () => collectContents(sheet, area, range);
    },
  };
}

function questionsInside(sheet: SheetReading, used: Excel.Range): Question[] {
  return used.isNullObject ? [] : contentQuestions(sheet, areaOf(used));
}

function collectContents(sheet: SheetReading, area: Area, range: Excel.Range): Question[] | null {
  const { values, formulas, numberFormat } = range;
  // Excel may give null instead of an error above its limit of cells.
  if (!isGrid(values) || !isGrid(formulas) || !isGrid(numberFormat)) return null;
  const cells = cellsOf({ values, formulas, numberFormat }, area);
  for (const cell of cells) sheet.cells.push(cell);
  const suspects = cells.filter(isErrorLike);
  return suspects.length === 0 ? [] : [errorTypes(sheet, suspects)];
}

/**
 * "#N/A" is a text or an error: only `valueTypes` tells. It is asked for the rows and columns of such texts alone, in
 * the sync after, rather than with every block: it would weigh a quarter of each answer, and most workbooks have none.
 */
function errorTypes(sheet: SheetReading, suspects: readonly Cell[]): Question {
  const area = boundsOf(suspects);
  return {
    sheet,
    weight: cellCount(area),
    // Never larger than the block that came through with three grids.
    smaller: () => null,
    ask() {
      const range = sheet.worksheet.getRange(areaAddress(area));
      range.load("valueTypes");
      once(range);
      return () => collectErrors(sheet, area, suspects, range);
    },
  };
}

function collectErrors(sheet: SheetReading, area: Area, suspects: readonly Cell[], range: Excel.Range) {
  const types: unknown = range.valueTypes;
  if (!isGrid(types)) return null;
  for (const cell of suspects) {
    if (types[cell.row - area.top]?.[cell.column - area.left] === "Error") sheet.errors.add(cell);
  }
  return [];
}

/** Excel fails to give more than so many merged areas at once (reference of `getMergedAreasOrNullObject`). */
const MERGES_PER_ANSWER = 512;

/** Asks for the merged areas of a sheet's whole used range: one question, unless Excel finds too many. */
export function mergeQuestion(sheet: SheetReading, area: Area, lastRow = area.bottom): Question {
  return {
    sheet,
    weight: LIGHT,
    smaller() {
      // By rows only: an area that is cut across cannot be told from a narrower one.
      if (area.top === area.bottom) return null;
      return halves(area)?.map((half) => mergeQuestion(sheet, half, lastRow)) ?? null;
    },
    ask() {
      const collect = loadMerges(sheet, area);
      return () => {
        const merges = collect();
        const isCut = (merge: Area) => merge.bottom === area.bottom && area.bottom < lastRow;
        for (const merge of merges) if (!isCut(merge)) sheet.merges.push(merge);
        return merges.filter(isCut).map((merge) => wholeMerge(sheet, merge, lastRow));
      };
    },
  };
}

/**
 * Asks where a merge ends that the edge of a block may have cut (Excel gives the part inside, and only of the merges
 * that begin inside: office-js issues 1590 and 3611). Of one column, so few rows never hold too many merges.
 */
function wholeMerge(sheet: SheetReading, cut: Area, lastRow: number): Question {
  const column = { ...cut, right: cut.left, bottom: Math.min(lastRow, cut.top + MERGES_PER_ANSWER - 1) };
  return {
    sheet,
    weight: LIGHT,
    smaller: () => null,
    ask() {
      const collect = loadMerges(sheet, column);
      return () => {
        const bottom = collect().find(({ top }) => top === cut.top)?.bottom ?? cut.bottom;
        sheet.merges.push({ ...cut, bottom });
        return [];
      };
    },
  };
}

function loadMerges({ worksheet }: SheetReading, area: Area): () => Area[] {
  const range = worksheet.getRange(areaAddress(area));
  const merged = range.getMergedAreasOrNullObject();
  merged.load("address");
  once(range, merged);
  return () => mergedAreasOf(merged);
}

/** Tells Excel to keep no reference: what is read in one sync need not be given back in another. */
export function once(...objects: readonly { untrack(): unknown }[]): void {
  for (const object of objects) object.untrack();
}

function mergedAreasOf(merged: Excel.RangeAreas): Area[] {
  return merged.isNullObject ? [] : parseAreas(merged.address);
}

function isGrid(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value);
}
