/** A sheet as rows and columns: look-ups that the readers share. Built once a sheet. */
import type { Area } from "../workbook/address";
import type { Cell, Sheet } from "../workbook/picture";

export class Grid {
  readonly sheet: Sheet;
  readonly lastRow: number;
  readonly lastColumn: number;
  private readonly rows = new Map<number, Map<number, Cell>>();
  private readonly merges = new Map<number, Area[]>();
  private readonly filledRows = new Set<number>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    let lastRow = -1;
    let lastColumn = -1;
    for (const cell of sheet.cells) {
      let row = this.rows.get(cell.row);
      if (!row) this.rows.set(cell.row, (row = new Map()));
      row.set(cell.column, cell);
      if (!isBlankCell(cell)) this.filledRows.add(cell.row);
      lastRow = Math.max(lastRow, cell.row);
      lastColumn = Math.max(lastColumn, cell.column);
    }
    this.lastRow = lastRow;
    this.lastColumn = lastColumn;
    this.indexMerges(sheet.merges);
  }

  private indexMerges(merges: readonly Area[]): void {
    for (const area of merges) {
      for (let row = area.top; row <= Math.min(area.bottom, this.lastRow); row += 1) {
        const here = this.merges.get(row);
        if (here) here.push(area);
        else this.merges.set(row, [area]);
      }
    }
  }

  at(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.get(column);
  }

  /** Cells of a row, left to right as the host gave them; empty for a blank row. */
  row(row: number): Iterable<Cell> {
    return this.rows.get(row)?.values() ?? [];
  }

  isBlank(row: number): boolean {
    return !this.filledRows.has(row);
  }

  /** The merged area that holds a cell, if any. */
  mergeAt(row: number, column: number): Area | null {
    return this.merges.get(row)?.find((area) => column >= area.left && column <= area.right) ?? null;
  }

  /** The cell that shows at a place: the anchor of the merged area that covers it, or the cell itself. */
  shownAt(row: number, column: number): Cell | undefined {
    const area = this.mergeAt(row, column);
    return area ? this.at(area.top, area.left) : this.at(row, column);
  }

  /** True for a cell that a merge hides (it is not its anchor). */
  isCovered(row: number, column: number): boolean {
    const area = this.mergeAt(row, column);
    return area !== null && (area.top !== row || area.left !== column);
  }
}

function isBlankCell(cell: Cell): boolean {
  return cell.error === null && (cell.value === null || (typeof cell.value === "string" && cell.value.trim() === ""));
}

/** What a cell says as text; a whole number loses nothing ("2024"), an empty or erroneous cell says nothing. */
export function cellText(cell: Cell | undefined): string {
  if (!cell || cell.value === null || typeof cell.value === "boolean") return "";
  return typeof cell.value === "string" ? cell.value.trim() : String(cell.value);
}
