/** Tables that are known by the words of their headers: where their columns are, and which rows are theirs. */
import { plainText } from "../domain/amount";
import type { Area } from "../workbook/address";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";

/** What a kind of table asks of a header. */
export interface HeaderWords<Role extends string> {
  /** A word that such a header cannot lack, looked for before anything else: most rows hold none. */
  readonly hint: RegExp;
  /** What a column is for; the text is plain. */
  roleOf(text: string): Role | null;
  isHeader(roles: ReadonlySet<Role>): boolean;
}

export interface NamedHeader<Role extends string> {
  readonly row: number;
  /** 0-based column of each role; the first one where two claim it. */
  readonly columns: ReadonlyMap<Role, number>;
  readonly left: number;
  readonly right: number;
}

/** Longer texts are sentences, not headers. */
const LONGEST_HEADER = 80;

function isInside(areas: readonly Area[], row: number, column: number): boolean {
  return areas.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right);
}

function hasHint(grid: Grid, row: number, hint: RegExp): boolean {
  for (const { value } of grid.row(row)) {
    if (typeof value === "string" && value.length <= LONGEST_HEADER && hint.test(value)) return true;
  }
  return false;
}

function headerAt<Role extends string>(
  grid: Grid,
  row: number,
  words: HeaderWords<Role>,
  taken: readonly Area[],
): NamedHeader<Role> | null {
  const columns = new Map<Role, number>();
  for (let column = 0; column <= grid.lastColumn; column += 1) {
    if ((grid.mergeAt(row, column)?.left ?? column) < column || isInside(taken, row, column)) continue;
    const text = cellText(grid.shownAt(row, column));
    const role = text === "" || text.length > LONGEST_HEADER ? null : words.roleOf(plainText(text));
    if (role !== null && !columns.has(role)) columns.set(role, column);
  }
  if (!words.isHeader(new Set(columns.keys()))) return null;
  const all = [...columns.values()];
  return { row, columns, left: Math.min(...all), right: Math.max(...all) };
}

/** The headers of a kind of table in a sheet, top to bottom, outside the areas of tables already read. */
export function findNamedHeaders<Role extends string>(
  grid: Grid,
  words: HeaderWords<Role>,
  taken: readonly Area[],
): NamedHeader<Role>[] {
  const found: NamedHeader<Role>[] = [];
  for (const row of grid.rowsSaying(HINT.entete)) {
    const header = hasHint(grid, row, words.hint) ? headerAt(grid, row, words, taken) : null;
    if (header) found.push(header);
  }
  return found;
}

/** Blank rows that may stand between two rows of a table. */
const LONGEST_GAP = 1;

/** Rows under a header in which one of its columns says something, up to a gap or to `last`. */
export function rowsUnder<Role extends string>(grid: Grid, header: NamedHeader<Role>, last: number): number[] {
  const rows: number[] = [];
  let gap = 0;
  for (let row = header.row + 1; row <= last && gap <= LONGEST_GAP; row += 1) {
    const isFilled = [...header.columns.values()].some((column) => {
      const cell = grid.at(row, column);
      return cell?.error || cellText(cell) !== "";
    });
    gap = isFilled ? 0 : gap + 1;
    if (isFilled) rows.push(row);
  }
  return rows;
}

/** How far above a header its titles can stand. */
const TITLE_ROWS = 12;
const LONGEST_TITLE = 200;

/** Texts above a header, the nearest first, with their cells; those of other tables are left out. */
export function titlesAbove<Role extends string>(
  grid: Grid,
  { row, left, right }: NamedHeader<Role>,
  taken: readonly Area[],
  rows = TITLE_ROWS,
): { readonly row: number; readonly column: number; readonly text: string }[] {
  const titles: { row: number; column: number; text: string }[] = [];
  for (let above = row - 1; above >= Math.max(0, row - rows); above -= 1) {
    for (const { column, value } of grid.row(above)) {
      if (typeof value !== "string" || value.length > LONGEST_TITLE || isInside(taken, above, column)) continue;
      if (column >= left - 1 && column <= right + 1) titles.push({ row: above, column, text: value.trim() });
    }
  }
  return titles.filter(({ text }) => text !== "");
}
