/** A sheet laid out for drawing: axes, merges, and what each cell shows and how. */
import type { EmulatedCell } from "../emulator/cell";
import type { EmulatedSheet } from "../emulator/sheet";
import type { EmulatedWorkbook } from "../emulator/workbook";
import { MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/address";
import type { CellLook } from "../xlsx/presentation";
import { frenchError } from "../workbook/formulaLanguage";
import { Axis } from "./axis";
import { COLUMN_WIDTH, LINE_HEIGHT, PADDING, ROW_HEIGHT, textWidth, type SheetLook } from "./look";

/** Empty rows and columns drawn beyond what is used, so that the sheet does not stop at its last figure. */
const MARGIN = { rows: 40, columns: 12 };
/** How far a text may run over empty neighbours. */
const MAX_OVERRUN = 12;

export interface CellView {
  readonly text: string;
  readonly look: CellLook;
  readonly align: "left" | "center" | "right";
  /** Pixels of the text's own room: more than the cell where it runs over empty neighbours. */
  readonly room: number;
}

export class SheetView {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly #mergesByRow = new Map<number, Area[]>();

  constructor(
    readonly workbook: EmulatedWorkbook,
    readonly sheet: EmulatedSheet,
    private readonly look: SheetLook,
  ) {
    const used = sheet.usedArea(false);
    const columnCount = Math.min(MAX_COLUMNS, (used?.right ?? 0) + 1 + MARGIN.columns);
    const rowCount = Math.min(MAX_ROWS, (used?.bottom ?? 0) + 1 + MARGIN.rows);
    for (const merge of sheet.merges) {
      for (let row = merge.top; row <= Math.min(merge.bottom, rowCount); row += 1) {
        this.#mergesByRow.set(row, [...(this.#mergesByRow.get(row) ?? []), merge]);
      }
    }
    this.columns = new Axis(columnCount, (column) => look.columnWidth(column) ?? COLUMN_WIDTH);
    const wrapped = this.#wrappedHeights();
    this.rows = new Axis(rowCount, (row) => look.rowHeight(row) ?? wrapped.get(row) ?? ROW_HEIGHT);
  }

  /** Heights of rows that the file leaves to Excel and that hold wrapped texts. */
  #wrappedHeights(): Map<number, number> {
    const heights = new Map<number, number>();
    for (const { row, column, cell } of this.sheet.cells()) {
      const look = this.look.cell(row, column);
      if (!look.wrap || typeof cell.value !== "string" || this.mergeAt(row, column)) continue;
      const room = this.columns.extent(column) - 2 * PADDING;
      const lines = cell.value
        .split("\n")
        .reduce((count, line) => count + Math.max(1, Math.ceil(textWidth(line, look.bold) / Math.max(room, 20))), 0);
      heights.set(row, Math.max(heights.get(row) ?? ROW_HEIGHT, lines * LINE_HEIGHT + 4));
    }
    return heights;
  }

  /** The merge that covers this cell. */
  mergeAt(row: number, column: number): Area | null {
    return this.#mergesByRow.get(row)?.find(({ left, right }) => column >= left && column <= right) ?? null;
  }

  cellAt(row: number, column: number): EmulatedCell {
    return this.sheet.cellAt(row, column);
  }

  /** What the cell shows in an area of its own (its merge, or itself). */
  view(area: Area): CellView {
    const { top: row, left: column } = area;
    const cell = this.cellAt(row, column);
    const look = this.look.cell(row, column);
    const isNumber = typeof cell.value === "number";
    const centred = cell.error !== null || typeof cell.value === "boolean";
    const horizontal = look.horizontal === "justify" ? "left" : look.horizontal;
    const align = horizontal ?? (centred ? "center" : isNumber ? "right" : "left");
    const width = this.columns.extent(column, area.right);
    const text = cell.error === null ? this.workbook.textOf(cell) : frenchError(cell.error);
    if (isNumber && textWidth(text, look.bold) > width - PADDING) {
      return { text: "#".repeat(Math.max(1, Math.floor(width / 9))), look, align, room: width };
    }
    const runsOver = !look.wrap && align === "left" && typeof cell.value === "string" && area.right === column;
    return { text, look, align, room: runsOver ? this.#overrun(row, column, textWidth(text, look.bold)) : width };
  }

  #overrun(row: number, column: number, wanted: number): number {
    let last = column;
    while (
      last - column < MAX_OVERRUN &&
      last + 1 < this.columns.count &&
      this.columns.extent(column, last) < wanted + 2 * PADDING &&
      this.workbook.textOf(this.cellAt(row, last + 1)) === "" &&
      !this.mergeAt(row, last + 1)
    ) {
      last += 1;
    }
    return this.columns.extent(column, last);
  }
}
