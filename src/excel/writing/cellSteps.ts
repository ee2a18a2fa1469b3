/** The steps that give cells of one sheet their contents and formats. */
import { areaAddress, MAX_COLUMNS, type Area } from "../../workbook/address";
import type { CellContent } from "../../workbook/draft";
import { cellCount, halves, rowBlocks } from "../areas";
import { once } from "../questions";
import { inputOf, type Input } from "./input";
import { rectanglesOf } from "./rectangles";
import type { Step } from "./steps";

export interface Target {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** What the cell holds now. */
  readonly current: CellContent;
}

/** Above it office.js cuts the block itself, in more requests than a smaller block takes. */
const CELLS_PER_BLOCK = 1_500;
/** Of the request around the contents. */
const FRAME = 300;

export function cellSteps(sheet: string, targets: readonly Target[]): Step[] {
  const inputs = new Map(
    targets.map(({ row, column, content, current }) => [row * MAX_COLUMNS + column, inputOf(content, current)]),
  );
  return rectanglesOf(targets)
    .flatMap((area) => rowBlocks(area, CELLS_PER_BLOCK))
    .map((area) => blockStep(sheet, area, inputs));
}

function blockStep(sheet: string, area: Area, inputs: ReadonlyMap<number, Input>): Step {
  const grid = <T>(read: (input: Input) => T) => gridOf(area, inputs, read);
  const grids = {
    formatBefore: grid((input) => input.formatBefore),
    contents: grid((input) => input.content),
    formatAfter: grid((input) => input.formatAfter),
  };
  return {
    weight: FRAME + JSON.stringify(grids).length,
    cells: cellCount(area),
    smaller: () => halves(area)?.map((half) => blockStep(sheet, half, inputs)) ?? null,
    perform({ workbook }) {
      const range = workbook.worksheets.getItem(sheet).getRange(areaAddress(area));
      if (isSaying(grids.formatBefore)) range.numberFormat = grids.formatBefore;
      // Formulas and constants alike, en-US; null would leave a cell as it is.
      range.formulas = grids.contents;
      if (isSaying(grids.formatAfter)) range.numberFormat = grids.formatAfter;
      once(range);
    },
  };
}

function gridOf<T>(area: Area, inputs: ReadonlyMap<number, Input>, read: (input: Input) => T): (T | null)[][] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_row, i) =>
    Array.from({ length: area.right - area.left + 1 }, (_column, j) => {
      const input = inputs.get((area.top + i) * MAX_COLUMNS + area.left + j);
      return input === undefined ? null : read(input);
    }),
  );
}

function isSaying(grid: readonly (readonly unknown[])[]): boolean {
  return grid.some((row) => row.some((item) => item !== null));
}
