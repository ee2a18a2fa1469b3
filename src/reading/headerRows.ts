/** Finds the rows of a sheet that are headers of amounts, and how far each reaches across the columns. */
import { readAmountText } from "../domain/amount";
import { yearOf } from "../domain/years";
import { cellText, type Grid } from "./grid";
import { HINT, hintsOf } from "./hints";
import { ficheInTitle, roleOf, type ColumnRole } from "./labels";

/** Columns of a header, both included. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

export interface HeaderRow {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly span: Span;
}

/** Longer texts are prose, not headers ("C Budget global de l'action prévu en 2024 (A+B)" has 47 characters). */
export const LONGEST_HEADER = 120;

/** Words beside the year in a header of years ("Exercice 2024"). */
const LONGEST_YEAR = 30;

const MINOR_HEADER =
  /^(?:\(?[abc]\)?|\(?a ?\+ ?b\)?|c ?= ?\(?a ?\+ ?b\)?|20\d\d|\(?(?:en )?(?:k€|m€|€|euros?)\)?|pr[ée]visionnel|%|\d{1,3} ?%|\(?\d\)?(?: ?= ?\(?\d\)?(?: ?\+ ?\(?\d\)?)+)?)$/i;

/** True for what stands under a header and only qualifies it: "A", "(A+B)", "2024", "en k€". */
export function isMinorHeader(text: string): boolean {
  return MINOR_HEADER.test(text);
}

function isTextHeader(text: string): boolean {
  return text !== "" && text.length <= LONGEST_HEADER && !/^[-+]?[\d\s.,€kM%]+$/.test(text);
}

/** Texts of a row within a span; null where an amount stands among them: the row is no header. */
function headerTexts(grid: Grid, row: number, { left, right }: Span): { text: string; column: number }[] | null {
  const texts: { text: string; column: number }[] = [];
  for (const cell of grid.row(row)) {
    if (cell.column < left || cell.column > right) continue;
    const text = cellText(cell);
    const isAmount = typeof cell.value === "number" || readAmountText(text).kind === "amount";
    if (isAmount && yearOf(text) === null) return null;
    if (text !== "") texts.push({ text, column: cell.column });
  }
  return texts;
}

/** True for a row that names at least the State and another share in cells of their own. */
function namesShares(grid: Grid, row: number, span: Span): boolean {
  const roles = new Set<ColumnRole>();
  for (const { text } of headerTexts(grid, row, span) ?? []) if (isTextHeader(text)) roles.add(roleOf(text));
  return roles.has("etat") && (roles.has("departement") || roles.has("total"));
}

/** Runs of cells that hold something, apart from each other by at least one empty column. */
function runsOf(grid: Grid, row: number): Span[] {
  const runs: Span[] = [];
  for (let column = 0; column <= grid.lastColumn; column += 1) {
    if (cellText(grid.shownAt(row, column)) === "") continue;
    const last = runs.at(-1);
    if (last && last.right === column - 1) runs[runs.length - 1] = { left: last.left, right: column };
    else runs.push({ left: column, right: column });
  }
  return runs;
}

/** Cuts a span before the title of another table that stands in the same row ("Budget de l'action 1.1.2"). */
function withoutTitles(grid: Grid, row: number, span: Span): Span {
  const titles = (headerTexts(grid, row, span) ?? []).filter(({ text }) => ficheInTitle(text) !== null);
  const cut = titles.find(({ column }) => namesShares(grid, row, { left: span.left, right: column - 1 }));
  return cut ? { left: span.left, right: cut.column - 1 } : span;
}

/** Most rows that name the State do so in sentences: they need no closer look. */
function mayHead(grid: Grid, row: number): boolean {
  for (const { value } of grid.row(row)) {
    if (typeof value === "string" && value.length <= LONGEST_HEADER && (hintsOf(value) & HINT.etat) !== 0) {
      return true;
    }
  }
  return false;
}

/** Spans of a row that are headers: the whole row, or the runs of it that are where another table's amounts stand beside. */
function headerSpans(grid: Grid, row: number): Span[] {
  if (!mayHead(grid, row)) return [];
  const whole = { left: 0, right: grid.lastColumn };
  const runs = runsOf(grid, row);
  const first = runs[0]?.left ?? 0;
  const spans = namesShares(grid, row, whole)
    ? [withoutTitles(grid, row, { left: first, right: grid.lastColumn })]
    : runs.filter((run) => namesShares(grid, row, run));
  // The column of the years often has no header: it stands just before the others.
  return spans.map(({ left, right }) => ({ left: Math.max(0, left - 1), right }));
}

/** Numbers of columns, as some forms print under their headers: 1, 2, 3 … in order. */
function areColumnNumbers(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(/\d/.exec(text)?.[0] ?? NaN));
  return numbers.every((number, place) => place === 0 || number === (numbers[place - 1] ?? 0) + 1);
}

function isMinorRow(grid: Grid, row: number, { left, right }: Span): boolean {
  const texts: string[] = [];
  for (const cell of grid.row(row)) {
    if (cell.column >= left && cell.column <= right && cellText(cell) !== "") texts.push(cellText(cell));
  }
  if (texts.length < 2 || !texts.every(isMinorHeader)) return false;
  const numbers = texts.filter((text) => /^\(?\d\)?(?:\D|$)/.test(text) && !text.includes("%"));
  return numbers.length === 0 || (numbers.length === texts.length && areColumnNumbers(texts));
}

/** A row of years, each over the columns that follow it. */
export function isYearRow(grid: Grid, row: number, span: Span): boolean {
  const texts = headerTexts(grid, row, span) ?? [];
  const years = texts.filter(({ text }) => yearOf(text) !== null && text.length <= LONGEST_YEAR);
  return new Set(years.map(({ text }) => yearOf(text))).size >= 2;
}

/** A row above that belongs to the header: cells merged across columns, or down into the header row. */
function isUpperRow(grid: Grid, row: number, headerRow: number, span: Span): boolean {
  const texts = row < 0 ? null : headerTexts(grid, row, span);
  if (!texts || texts.length < 2) return false;
  if (isYearRow(grid, row, span)) return true;
  return texts.some(({ column }, place) => {
    const merge = grid.mergeAt(row, column);
    return merge !== null && (merge.bottom >= headerRow || (merge.right > merge.left && place > 0));
  });
}

/** Under years, the columns of labels may be headed in the row above only: they stand just before the span. */
function upperLeft(grid: Grid, row: number, left: number): number {
  let first = left;
  while (first > 0 && isTextHeader(cellText(grid.at(row, first - 1)))) first -= 1;
  return first;
}

function headerRowOf(grid: Grid, row: number, span: Span): HeaderRow {
  let lastRow = row;
  while (lastRow < row + 2 && isMinorRow(grid, lastRow + 1, span)) lastRow += 1;
  for (const cell of grid.row(row)) {
    const merge = cell.column < span.left || cell.column > span.right ? null : grid.mergeAt(row, cell.column);
    if (merge && merge.bottom > lastRow && merge.bottom <= row + 2) lastRow = merge.bottom;
  }
  if (!isUpperRow(grid, row - 1, row, span)) return { firstRow: row, lastRow, span };
  return { firstRow: row - 1, lastRow, span: { ...span, left: upperLeft(grid, row - 1, span.left) } };
}

/** All header rows of a sheet, top to bottom; several in one row where tables stand side by side. */
export function findHeaderRows(grid: Grid): HeaderRow[] {
  const found: HeaderRow[] = [];
  let read = -1;
  for (const row of grid.rowsSaying(HINT.etat)) {
    if (row <= read) continue;
    const here = headerSpans(grid, row).map((span) => headerRowOf(grid, row, span));
    found.push(...here);
    const [only] = here;
    if (only && here.length === 1 && only.span.right === grid.lastColumn) read = only.lastRow;
  }
  return found;
}
