/** Exact contents of some cells, formats of empty ones included, in as few questions as their places allow. */
import { areaAddress, type Area, type CellRef } from "../../workbook/address";
import { EMPTY_CONTENT, isSameContent, type CellContent } from "../../workbook/draft";
import { isExcelError } from "../../workbook/picture";
import { boundsOf, cellCount, halves, rowBlocks } from "../areas";
import { formulaIn, valueIn } from "../cells";
import { once, type Question, type SheetReading } from "../questions";
import { rectanglesOf } from "./rectangles";

/** Contents by cell. Sheets are told apart as Excel does, without regard to case. */
export class Contents {
  readonly #contents = new Map<string, CellContent>();

  set(ref: CellRef, content: CellContent): void {
    this.#contents.set(key(ref), content);
  }

  /** An empty cell where it was not asked for, or where its sheet has gone. */
  at(ref: CellRef): CellContent {
    return this.#contents.get(key(ref)) ?? EMPTY_CONTENT;
  }
}

function key({ sheet, row, column }: CellRef): string {
  return `${row},${column},${sheet.toLowerCase()}`;
}

/** By sheet, in the order of the first cell of each. */
export function bySheet<T extends { readonly ref: CellRef }>(items: readonly T[]): Map<string, T[]> {
  const sheets = new Map<string, T[]>();
  for (const item of items) sheets.set(item.ref.sheet, [...(sheets.get(item.ref.sheet) ?? []), item]);
  return sheets;
}

/** A sheet as questions are put to it, by its name. */
export function sheetAsked(context: Excel.RequestContext, name: string): SheetReading {
  const worksheet = context.workbook.worksheets.getItem(name);
  return {
    worksheet,
    name,
    visibility: "visible",
    isProtected: false,
    cells: [],
    errors: new Set(),
    merges: [],
    used: null,
    kept: null,
  };
}

const CELLS_PER_BLOCK = 20_000;
/** Cells that may be read for nothing so that scattered ones come in one block. */
const CELLS_WORTH_A_REQUEST = 100;

/** Asks for the contents of these cells of one sheet; their neighbours may come with them. */
export function contentsQuestions(sheet: SheetReading, cells: readonly CellRef[], into: Contents): Question[] {
  if (cells.length === 0) return [];
  const bounds = boundsOf(cells);
  const areas = cellCount(bounds) <= CELLS_WORTH_A_REQUEST * cells.length ? [bounds] : rectanglesOf(cells);
  return areas.flatMap((area) => rowBlocks(area, CELLS_PER_BLOCK)).map((area) => areaQuestion(sheet, area, into));
}

function areaQuestion(sheet: SheetReading, area: Area, into: Contents): Question {
  return {
    sheet,
    weight: cellCount(area),
    smaller: (code) =>
      code === "payload" ? (halves(area)?.map((half) => areaQuestion(sheet, half, into)) ?? null) : null,
    ask() {
      const range = sheet.worksheet.getRange(areaAddress(area));
      range.load("values,formulas,numberFormat,valueTypes");
      once(range);
      return () => (collectArea(sheet.name, area, range, into) ? [] : null);
    },
  };
}

/** Asks for all that a sheet holds, in one sync; not for its empty cells. */
export function wholeSheetQuestion(sheet: SheetReading, into: (ref: CellRef, content: CellContent) => void): Question {
  return {
    sheet,
    weight: CELLS_PER_BLOCK,
    smaller: () => null,
    ask() {
      const range = sheet.worksheet.getUsedRangeOrNullObject(true);
      range.load("rowIndex,columnIndex,values,formulas,numberFormat,valueTypes");
      once(range);
      return () => (collectWhole(sheet.name, range, into) ? [] : null);
    },
  };
}

function collectWhole(sheet: string, range: Excel.Range, into: (ref: CellRef, content: CellContent) => void): boolean {
  if (range.isNullObject) return true;
  const { rowIndex, columnIndex } = range;
  const all = contentsOf(range);
  all?.forEach((row, i) =>
    row.forEach((content, j) => {
      if (isSameContent(content, EMPTY_CONTENT)) return;
      into({ sheet, row: rowIndex + i, column: columnIndex + j }, content);
    }),
  );
  return all !== null;
}

function collectArea(sheet: string, area: Area, range: Excel.Range, into: Contents): boolean {
  const all = contentsOf(range);
  all?.forEach((row, i) =>
    row.forEach((content, j) => into.set({ sheet, row: area.top + i, column: area.left + j }, content)),
  );
  return all !== null;
}

/** Null where Excel gave null instead of a grid: it does above its limit of cells. */
function contentsOf(range: Excel.Range): CellContent[][] | null {
  const { values, formulas, numberFormat, valueTypes } = range;
  const grids: readonly unknown[] = [values, formulas, numberFormat, valueTypes];
  if (!grids.every(Array.isArray)) return null;
  return values.map((row, i) =>
    row.map((raw, j) => contentOf(raw, formulas[i]?.[j], numberFormat[i]?.[j], String(valueTypes[i]?.[j]) === "Error")),
  );
}

function contentOf(raw: unknown, content: unknown, format: unknown, isError: boolean): CellContent {
  const value = valueIn(raw);
  const error = !isError ? null : isExcelError(value) ? value : "#UNKNOWN!";
  return {
    value: isError || value === "" ? null : value,
    error,
    formula: formulaIn(value, content),
    numberFormat: typeof format === "string" ? format : "General",
  };
}

/** Excel keeps 15 digits of a number that it is given. */
const DIGITS = 15;

/** Whether a cell holds what it was to hold; formats apart. */
export function isHeld(wanted: CellContent, found: CellContent): boolean {
  if (isSameContent(wanted, found)) return true;
  if (wanted.formula !== null || found.formula !== null) return false;
  const [one, other] = [wanted.value, found.value];
  return typeof one === "number" && typeof other === "number" && one.toPrecision(DIGITS) === other.toPrecision(DIGITS);
}

/** Whether a cell is as it was, its format included. */
export function isAsBefore(before: CellContent, found: CellContent): boolean {
  return isHeld(before, found) && before.numberFormat === found.numberFormat;
}
