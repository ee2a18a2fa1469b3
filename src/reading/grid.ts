/** A sheet as rows and columns: look-ups that the readers share. Built once a sheet. */
import type { Area } from "../workbook/address";
import type { Cell, Sheet } from "../workbook/picture";
import { hintsOf } from "./hints";

const NO_CELLS: readonly Cell[] = [];

export class Grid {
  readonly sheet: Sheet;
  readonly lastRow: number;
  readonly lastColumn: number;
  private readonly rows = new Map<number, Cell[]>();
  private readonly merges = new Map<number, Area[]>();
  private readonly filledRows = new Set<number>();
  /** Hints of the texts that show in a row, for rows that have any. */
  private readonly hints = new Map<number, number>();
  /** The same, top to bottom. */
  private saying: { readonly rows: readonly number[]; readonly hints: readonly number[] } | null = null;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    let lastRow = -1;
    let lastColumn = -1;
    let row: Cell[] = [];
    let at = -1;
    let isFilled = false;
    let hints = 0;
    for (const cell of sheet.cells) {
      if (cell.row !== at) {
        this.hint(at, hints);
        at = cell.row;
        const known = this.rows.get(at);
        row = known ?? [];
        if (!known) this.rows.set(at, row);
        lastRow = Math.max(lastRow, at);
        isFilled = false;
        hints = 0;
      }
      place(row, cell);
      if (cell.column > lastColumn) lastColumn = cell.column;
      if (typeof cell.value === "string") hints |= hintsOf(cell.value);
      if (isFilled || isBlankCell(cell)) continue;
      isFilled = true;
      this.filledRows.add(at);
    }
    this.hint(at, hints);
    this.lastRow = lastRow;
    this.lastColumn = lastColumn;
    this.indexMerges(sheet.merges);
  }

  private hint(row: number, hints: number): void {
    if (hints !== 0) this.hints.set(row, (this.hints.get(row) ?? 0) | hints);
  }

  private indexMerges(merges: readonly Area[]): void {
    for (const area of merges) {
      const value = area.bottom > area.top ? this.at(area.top, area.left)?.value : null;
      const hints = typeof value === "string" ? hintsOf(value) : 0;
      for (let row = area.top; row <= Math.min(area.bottom, this.lastRow); row += 1) {
        const here = this.merges.get(row);
        if (here) here.push(area);
        else this.merges.set(row, [area]);
        this.hint(row, hints);
      }
    }
  }

  at(row: number, column: number): Cell | undefined {
    const cells = this.rows.get(row);
    return cells && cells[placeOf(cells, column)];
  }

  /** Cells of a row, left to right; empty for a blank row. */
  row(row: number): readonly Cell[] {
    return this.rows.get(row) ?? NO_CELLS;
  }

  isBlank(row: number): boolean {
    return !this.filledRows.has(row);
  }

  /** Rows, top to bottom, in which a text shows that gives one of the hints: the others need no closer look. */
  rowsSaying(hints: number): number[] {
    if (!this.saying) {
      const all = [...this.hints].sort(([one], [other]) => one - other);
      this.saying = { rows: all.map(([row]) => row), hints: all.map(([, own]) => own) };
    }
    const { saying } = this;
    return saying.rows.filter((_row, place) => ((saying.hints[place] ?? 0) & hints) !== 0);
  }

  /** True where one of these rows, both included, says one of the hints. */
  says(hints: number, first: number, last: number): boolean {
    for (let row = first; row <= Math.min(last, this.lastRow); row += 1) {
      if (((this.hints.get(row) ?? 0) & hints) !== 0) return true;
    }
    return false;
  }

  /** Cells of texts that give one of the hints, in the order of the sheet. */
  cellsSaying(hints: number): Cell[] {
    return this.rowsSaying(hints).flatMap((row) =>
      this.row(row).filter(({ value }) => typeof value === "string" && (hintsOf(value) & hints) !== 0),
    );
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

/** Where a cell of a column stands in its row: most rows are filled without a hole. */
function placeOf(cells: readonly Cell[], column: number): number {
  const guess = column - (cells[0]?.column ?? 0);
  if (cells[guess]?.column === column) return guess;
  let [first, last] = [0, cells.length - 1];
  while (first <= last) {
    const middle = (first + last) >> 1;
    const at = cells[middle]?.column ?? 0;
    if (at === column) return middle;
    if (at < column) first = middle + 1;
    else last = middle - 1;
  }
  return -1;
}

/** Puts a cell at its place; hosts give them left to right. */
function place(row: Cell[], cell: Cell): void {
  const last = row[row.length - 1];
  if (!last || last.column < cell.column) row.push(cell);
  else {
    const known = placeOf(row, cell.column);
    if (known !== -1) row[known] = cell;
    else
      row.splice(
        row.findIndex(({ column }) => column > cell.column),
        0,
        cell,
      );
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
