/** The header of a table as a person sees it: every column with its text, and where the same texts stand again. */
import { readAmountText } from "../domain/amount";
import { headerKey, type LieuDeLecture } from "../domain/lecture";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import type { Cell } from "../workbook/picture";
import { cellText, type Grid } from "./grid";
import { isMinorHeader } from "./headerRows";
import { ficheNumber, roleOf } from "./labels";

export interface EnTeteLu {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  /** Texts of its columns, left to right, none left out; "" where a column has none. */
  readonly headers: readonly string[];
}

/** Rows that a header can have. */
const MOST_ROWS = 3;
const MOST_COLUMNS = 60;
const LONGEST_HEADER = 300;

function textOf(grid: Grid, first: number, last: number, column: number): string {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const text = cellText(grid.shownAt(row, column));
    if (text !== "" && texts.at(-1) !== text) texts.push(text);
  }
  return texts.join(" ").replace(/\s+/g, " ").slice(0, LONGEST_HEADER);
}

/** A row under the first that only qualifies it: shares, years, letters of columns. */
function isLower(grid: Grid, row: number, left: number, right: number): boolean {
  const texts: string[] = [];
  for (const cell of grid.row(row)) {
    if (cell.column < left || cell.column > right) continue;
    const text = cellText(cell);
    const isAmount = typeof cell.value === "number" || readAmountText(text).kind === "amount";
    if ((isAmount && yearOf(text) === null) || ficheNumber(text) !== null) return false;
    if (text !== "") texts.push(text);
  }
  const says = (text: string): boolean =>
    isMinorHeader(text) || ["etat", "departement", "total", "autre", "taux"].includes(roleOf(text));
  return texts.length >= 2 && texts.every(says);
}

function lastRowOf(grid: Grid, { top, left, right, bottom }: Area): number {
  let last = top;
  while (last < Math.min(bottom, top + MOST_ROWS - 1) && isLower(grid, last + 1, left, right)) last += 1;
  for (let column = left; column <= right; column += 1) {
    const merge = grid.mergeAt(top, column);
    if (merge && merge.bottom > last && merge.bottom < top + MOST_ROWS) last = merge.bottom;
  }
  return last;
}

function isEmpty(grid: Grid, column: number, { top, bottom }: Area): boolean {
  for (let row = top; row <= bottom; row += 1) if (cellText(grid.at(row, column)) !== "") return false;
  return true;
}

/** The header of a table: the first rows of its area, and the columns beside that are headed too. */
export function enTeteDe(grid: Grid, area: Area): EnTeteLu {
  const firstRow = area.top;
  const lastRow = lastRowOf(grid, area);
  let { left, right } = area;
  while (left < right && isEmpty(grid, left, area)) left += 1;
  while (right > left && isEmpty(grid, right, area)) right -= 1;
  const isHeaded = (column: number): boolean =>
    typeof grid.at(lastRow, column)?.value === "string" && textOf(grid, firstRow, lastRow, column) !== "";
  while (left > 0 && isHeaded(left - 1)) left -= 1;
  while (right < grid.lastColumn && isHeaded(right + 1)) right += 1;
  right = Math.min(right, left + MOST_COLUMNS - 1);
  const headers: string[] = [];
  for (let column = left; column <= right; column += 1) headers.push(textOf(grid, firstRow, lastRow, column));
  return { firstRow, lastRow, left, headers };
}

/** The cells of a sheet that may be a header, by what they say: asked for each table, gathered once. */
const SAYING = new WeakMap<Grid, ReadonlyMap<string, readonly Cell[]>>();

function cellsBySaying(grid: Grid): ReadonlyMap<string, readonly Cell[]> {
  const known = SAYING.get(grid);
  if (known) return known;
  const cells = new Map<string, Cell[]>();
  for (const cell of grid.sheet.cells) {
    const text = cellText(cell);
    // Of numbers only years head a column.
    if (text === "" || (typeof cell.value === "number" && yearOf(text) === null)) continue;
    const key = headerKey(text);
    const alike = cells.get(key);
    if (alike) alike.push(cell);
    else cells.set(key, [cell]);
  }
  SAYING.set(grid, cells);
  return cells;
}

/** Every place of a sheet, top to bottom, whose header says these texts in this order. */
export function placesOf(grid: Grid, headers: readonly string[]): EnTeteLu[] {
  const keys = headers.map(headerKey);
  const offset = keys.findIndex((key) => key !== "");
  const first = keys[offset];
  if (first === undefined) return [];
  const cells = cellsBySaying(grid);
  // A header of several rows begins with what its first row says.
  const candidates = Array.from(first, (_letter, place) => cells.get(first.slice(0, place + 1)) ?? []).flat();
  const places = candidates.flatMap(({ row, column }): EnTeteLu[] => {
    const left = column - offset;
    const height = [1, 2, 3].find((rows) =>
      keys.every((one, place) => headerKey(textOf(grid, row, row + rows - 1, left + place)) === one),
    );
    return left < 0 || height === undefined ? [] : [{ firstRow: row, lastRow: row + height - 1, left, headers }];
  });
  return places.sort((one, other) => one.firstRow - other.firstRow || one.left - other.left);
}

/** Which of the same headers of its sheet this one is, from 1. */
export function rankOf(grid: Grid, { firstRow, left, headers }: EnTeteLu): number {
  const place = placesOf(grid, headers).findIndex((one) => one.firstRow === firstRow && one.left === left);
  return place === -1 ? 1 : place + 1;
}

/** What holds a header wherever its rows move. */
export function lieuDe(grid: Grid, enTete: EnTeteLu): LieuDeLecture {
  return { sheet: grid.sheet.name, headers: enTete.headers, rank: rankOf(grid, enTete) };
}
