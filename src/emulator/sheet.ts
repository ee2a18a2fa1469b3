/** One sheet of the emulated workbook: sparse cells, and what a page needs to draw it. */
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/address";
import type { Cell, Sheet, Visibility } from "../workbook/picture";
import { Appearance } from "./appearance";
import { EMPTY_CELL, isEmpty, type EmulatedCell } from "./cell";
import { notEmulated, Refusal } from "./refusal";
import { withoutSheet } from "./sheet-names";

/** What a page draws and a picture does not hold (column widths, bold, fill…): kept as the caller gave it. */
export type Presentation = Readonly<Record<string, unknown>>;

const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: EmulatedCell;
}

export class EmulatedSheet {
  readonly #cells = new Map<number, EmulatedCell>();
  readonly name: string;
  visibility: Visibility;
  isProtected: boolean;
  /** Results of one formula over several cells, its own cell first; set by whoever wants some. */
  spills: readonly Area[] = [];
  /** Where pivot tables stand; set by whoever wants some. */
  pivots: readonly Area[] = [];
  /** What an add-in set on it, over what `presentation` says. */
  readonly appearance = new Appearance();
  #merges: readonly Area[];

  constructor(
    /** The braces and digits that Excel gives as `Worksheet.id`. */
    readonly id: string,
    sheet: Sheet,
    readonly presentation: Presentation = {},
  ) {
    this.name = sheet.name;
    this.visibility = sheet.visibility;
    this.isProtected = sheet.isProtected;
    this.#merges = sheet.merges;
    for (const { row, column, value, error, formula, numberFormat } of sheet.cells) {
      this.put(row, column, { value, error, formula, numberFormat });
    }
  }

  get merges(): readonly Area[] {
    return this.#merges;
  }

  /** Joins an area into one cell; what its other cells held is lost, as in Excel. Throws a Refusal on an overlap. */
  merge(area: Area): void {
    if (this.#merges.some((other) => intersection(other, area) !== null)) {
      throw notEmulated("Range.merge over another merge");
    }
    for (const { row, column, cell } of this.cells()) {
      const isInside = contains(area, row, column) && (row !== area.top || column !== area.left);
      if (isInside) this.put(row, column, { ...EMPTY_CELL, numberFormat: cell.numberFormat });
    }
    this.#merges = [...this.#merges, area].sort((a, b) => a.top - b.top || a.left - b.left);
  }

  /** True for a cell under a merge, other than its first: it holds nothing, and Excel writes nothing there. */
  isCovered(row: number, column: number): boolean {
    const merge = this.#merges.find((area) => contains(area, row, column));
    return merge !== undefined && (merge.top !== row || merge.left !== column);
  }

  /** Throws Excel's refusal to write: protection, a pivot table. The code for the latter is a guess. */
  refuseWrite(area: Area | null): void {
    if (this.isProtected) throw new Refusal("AccessDenied", "The sheet is protected.");
    if (area && this.pivots.some((pivot) => intersection(pivot, area) !== null)) {
      throw new Refusal("InvalidOperation", "A part of a pivot table cannot be changed.");
    }
  }

  /** What is written into the room of a spilled result stands, and the formula shows #SPILL! instead of its result. */
  breakSpills(area: Area): void {
    const isBroken = (spill: Area) => intersection(spill, area) !== null;
    for (const { top, left } of this.spills.filter(isBroken)) {
      if (!contains(area, top, left)) this.put(top, left, { ...this.cellAt(top, left), value: null, error: "#SPILL!" });
    }
    this.spills = this.spills.filter((spill) => !isBroken(spill));
  }

  /** After another sheet was deleted: formulas that named it hold #REF! instead. */
  forgetSheet(name: string): void {
    for (const { row, column, cell } of this.cells()) {
      const formula = cell.formula === null ? null : withoutSheet(cell.formula, name);
      if (formula !== cell.formula) this.put(row, column, { ...cell, formula, value: null, error: "#REF!" });
    }
  }

  cellAt(row: number, column: number): EmulatedCell {
    return this.#cells.get(row * MAX_COLUMNS + column) ?? EMPTY_CELL;
  }

  put(row: number, column: number, cell: EmulatedCell): void {
    const key = row * MAX_COLUMNS + column;
    if (isEmpty(cell) && cell.numberFormat === "General") this.#cells.delete(key);
    else this.#cells.set(key, cell);
  }

  /** Row by row, left to right; cells that hold a format only are among them. */
  cells(): PlacedCell[] {
    return [...this.#cells.entries()]
      .sort(([a], [b]) => a - b)
      .map(([key, cell]) => ({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS, cell }));
  }

  /**
   * Excel's used range, or the part of it inside `within`; with `valuesOnly`, formats and merges do not count. Null
   * when nothing is used.
   */
  usedArea(valuesOnly: boolean, within: Area = WHOLE_SHEET): Area | null {
    let used: Area | null = null;
    for (const [key, cell] of this.#cells) {
      if (valuesOnly && isEmpty(cell)) continue;
      const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
      used = union(used, intersection({ top: row, left: column, bottom: row, right: column }, within));
    }
    if (valuesOnly) return used;
    for (const merge of this.merges) used = union(used, intersection(merge, within));
    for (const { row, column } of this.appearance.looks()) {
      used = union(used, intersection({ top: row, left: column, bottom: row, right: column }, within));
    }
    return used;
  }

  toPicture(): Sheet {
    const { name, visibility, merges, isProtected } = this;
    return { name, visibility, cells: this.cells().flatMap(picturedCell), merges, isProtected };
  }
}

function picturedCell({ row, column, cell }: PlacedCell): Cell[] {
  if (isEmpty(cell)) return [];
  const isMissing = cell.value === null && cell.error === null;
  const origin = cell.formula === null ? null : isMissing ? "missing" : "cached";
  return [{ row, column, ...cell, origin }];
}

function contains({ top, left, bottom, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function intersection(first: Area, second: Area): Area | null {
  const area = {
    top: Math.max(first.top, second.top),
    left: Math.max(first.left, second.left),
    bottom: Math.min(first.bottom, second.bottom),
    right: Math.min(first.right, second.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

function union(first: Area | null, second: Area | null): Area | null {
  if (first === null || second === null) return first ?? second;
  return {
    top: Math.min(first.top, second.top),
    left: Math.min(first.left, second.left),
    bottom: Math.max(first.bottom, second.bottom),
    right: Math.max(first.right, second.right),
  };
}
