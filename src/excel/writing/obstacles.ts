/** What stands where a draft wants to write: merges, results of formulas that spill, pivot tables. */
import { areaAddress, type Area, type CellRef } from "../../workbook/address";
import { boundsOf, halves } from "../areas";
import { mergeQuestion, once, type Question, type SheetReading } from "../questions";
import { rectanglesOf } from "./rectangles";

/** What was found on one sheet; merges are found by its `SheetReading`. */
export interface Obstacles {
  readonly sheet: SheetReading;
  readonly spills: Area[];
  readonly pivots: Area[];
}

/** An answer without cells still costs something: a guess, in cells. */
const LIGHT = 100;

/** A merge that covers a cell begins above it or to its left: so it is looked for from the first cell on. */
export function obstacleQuestions({ sheet, spills, pivots }: Obstacles, cells: readonly CellRef[]): Question[] {
  if (cells.length === 0) return [];
  const { bottom, right } = boundsOf(cells);
  const areas = rectanglesOf(cells);
  return [
    mergeQuestion(sheet, { top: 0, left: 0, bottom, right }),
    ...areas.map((area) => spillQuestion(sheet, area, spills)),
    ...areas.map((area) => pivotQuestion(sheet, area, pivots)),
  ];
}

/** The cells that cannot be written, by what stands there; a merge's first cell can be. */
export function standingIn({ sheet, spills, pivots }: Obstacles, cells: readonly CellRef[]) {
  const inside = (areas: readonly Area[]) => cells.filter((cell) => areas.some((area) => isIn(area, cell)));
  const isFirst = ({ row, column }: CellRef) => sheet.merges.some(({ top, left }) => top === row && left === column);
  return {
    merged: inside(sheet.merges).filter((cell) => !isFirst(cell)),
    spilled: inside(spills),
    pivot: inside(pivots),
  };
}

function spillQuestion(sheet: SheetReading, area: Area, found: Area[]): Question {
  return {
    sheet,
    weight: LIGHT,
    smaller: () => null,
    ask() {
      const range = sheet.worksheet.getRange(areaAddress(area));
      range.load("hasSpill");
      once(range);
      return () => collectSpills(sheet, area, range, found);
    },
  };
}

function collectSpills(sheet: SheetReading, area: Area, { hasSpill }: Excel.Range, found: Area[]): Question[] {
  // Null where only some of the cells are part of a spilled result.
  const answer: boolean | null = hasSpill;
  const parts = answer === null ? halves(area) : null;
  if (parts) return parts.map((part) => spillQuestion(sheet, part, found));
  if (answer !== false) found.push(area);
  return [];
}

function pivotQuestion(sheet: SheetReading, area: Area, found: Area[]): Question {
  return {
    sheet,
    weight: LIGHT,
    smaller: () => null,
    ask() {
      const range = sheet.worksheet.getRange(areaAddress(area));
      const count = range.getPivotTables(false).getCount();
      once(range);
      return () => collectPivots(sheet, area, count, found);
    },
  };
}

function collectPivots(
  sheet: SheetReading,
  area: Area,
  { value }: OfficeExtension.ClientResult<number>,
  found: Area[],
): Question[] {
  if (value === 0) return [];
  const parts = halves(area);
  if (parts) return parts.map((part) => pivotQuestion(sheet, part, found));
  found.push(area);
  return [];
}

function isIn({ top, left, bottom, right }: Area, { row, column }: CellRef): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
