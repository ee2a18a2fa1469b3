/** A sheet while it is being drawn: cells, merges, and rows as high as their words need. */
import type { Area } from "../workbook/address";
import type { CellContent, CellLook, NewCell, NewSheet } from "../workbook/draft";
import { heightFor } from "./looks";

/** Points of a row of a table: its words do not touch its lines. */
const ROW_HEIGHT = 18;

export class Toile {
  readonly #cells: NewCell[] = [];
  readonly #merges: Area[] = [];
  readonly #leastHeights = new Map<number, number>();

  /** `widths`: of the columns, in characters. */
  constructor(private readonly widths: readonly number[]) {}

  put(row: number, column: number, content: CellContent, look: CellLook, why = ""): void {
    this.#cells.push({ row, column, content, look, why });
  }

  /** One cell over an area; the cells under it are given its look, for their borders. */
  putOver(area: Area, content: CellContent, look: CellLook, why = ""): void {
    const isOne = area.top === area.bottom && area.left === area.right;
    if (!isOne) this.#merges.push(area);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const isAnchor = row === area.top && column === area.left;
        this.put(
          row,
          column,
          isAnchor ? content : { ...content, value: null, formula: null },
          look,
          isAnchor ? why : "",
        );
      }
    }
  }

  /** Room in a row for words that will be typed, in points. */
  atLeast(row: number, height: number): void {
    this.#leastHeights.set(row, height);
  }

  /** The finished sheet, its cells in reading order. */
  finish(sheet: Pick<NewSheet, "name" | "frozenRows" | "validations" | "print">): NewSheet {
    const cells = [...this.#cells].sort((a, b) => a.row - b.row || a.column - b.column);
    return { ...sheet, cells, merges: this.#merges, columnWidths: this.widths, rowHeights: this.#heights() };
  }

  /** Excel fits no merged cell, and some programs no wrapped one: heights are given. */
  #heights(): Record<number, number> {
    const heights: Record<number, number> = {};
    for (const { row, look } of this.#cells) {
      if (look.border === true) heights[row] = Math.max(ROW_HEIGHT, this.#leastHeights.get(row) ?? 0);
    }
    const heightOf = (row: number): number => heights[row] ?? ROW_HEIGHT;
    const wrapped = this.#cells.flatMap(({ row, column, content, look }) => {
      if (look.wrap !== true || typeof content.value !== "string" || content.value === "") return [];
      const merge = this.#merges.find(({ top, left }) => top === row && left === column);
      const area = merge ?? { top: row, bottom: row, left: column, right: column };
      const width = this.widths.slice(area.left, area.right + 1).reduce((sum, one) => sum + one, 0);
      return [{ area, height: heightFor(content.value, width, look) }];
    });
    // Cells of one row first: what spans several shares what they have.
    for (const { area, height } of wrapped.sort((a, b) => a.area.bottom - a.area.top - (b.area.bottom - b.area.top))) {
      const rows = Array.from({ length: area.bottom - area.top + 1 }, (_none, i) => area.top + i);
      const missing = height - rows.reduce((sum, row) => sum + heightOf(row), 0);
      if (missing > 0) for (const row of rows) heights[row] = heightOf(row) + missing / rows.length;
    }
    return heights;
  }
}
