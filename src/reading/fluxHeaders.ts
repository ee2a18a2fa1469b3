/** Finds the headers of tables of flux and stock, and what each of their columns counts. */
import { yearOf, yearsIn } from "../domain/years";
import type { CellRef } from "../workbook/address";
import { namesMoney, namesPersons, publicOf, roleDeFlux, type RoleDeFlux } from "./fluxLabels";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";

export interface ColonneDeFlux {
  readonly index: number;
  readonly role: RoleDeFlux;
  readonly header: string;
  /** Who the column counts; null where its header does not say. */
  readonly public: string | null;
  readonly year: number | null;
}

export interface EnTeteDeFlux {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly ColonneDeFlux[];
  readonly title: string;
  /** The cell of the title; null where it is the sheet's name. */
  readonly titleRef: CellRef | null;
}

const LONGEST_HEADER = 90;
/** Rows above a header that can be its title. */
const TITLE_ROWS = 4;
/** Rows under a header whose labels can say that persons are counted. */
const LABEL_ROWS = 12;

/** The year that a text names, a date's too ("Cible au 31 décembre 2024"). */
export function yearNamed(text: string): number | null {
  const years = yearsIn(text);
  return yearOf(text) ?? (years.length === 1 ? (years[0] ?? null) : null);
}

/** The nearest line of words above a row, with its cell, else the sheet's name. */
export function titleOver(grid: Grid, row: number): { readonly text: string; readonly ref: CellRef | null } {
  for (let above = row - 1; above >= Math.max(0, row - TITLE_ROWS); above -= 1) {
    for (const cell of grid.row(above)) {
      const text = cellText(cell);
      const ref = { sheet: grid.sheet.name, row: above, column: cell.column };
      if (/[a-zà-ÿ]{3}/i.test(text) && text.length <= 200) return { text, ref };
    }
  }
  return { text: grid.sheet.name, ref: null };
}

/** Texts of a row above a header that heads groups of its columns; empty where that row is none. */
function groupHeads(grid: Grid, row: number): Map<number, string> {
  const heads = new Map<number, string>();
  const texts = row < 0 ? [] : [...grid.row(row)].filter((cell) => cellText(cell) !== "");
  if (texts.length < 2 || texts.some((cell) => cellText(cell).length > LONGEST_HEADER)) return heads;
  let text = "";
  for (let column = 0; column <= grid.lastColumn; column += 1) {
    text = cellText(grid.shownAt(row, column)) || text;
    if (text !== "") heads.set(column, text);
  }
  return heads;
}

function isFluxHeader(columns: readonly ColonneDeFlux[]): boolean {
  const has = (role: RoleDeFlux): boolean => columns.some((column) => column.role === role);
  const publics = new Set(columns.flatMap((column) => (column.role === "total" ? [column.public ?? ""] : [])));
  if ((has("flux") || has("mensuel")) && has("stock")) return true;
  return (has("mensuel") && has("flux")) || (has("taux") && publics.has("integres") && publics.size > 1);
}

/** A title that says "total" over nothing heads no column. */
function isEmptyUnder(grid: Grid, row: number, column: number): boolean {
  for (let below = row + 1; below <= Math.min(grid.lastRow, row + LABEL_ROWS); below += 1) {
    const cell = grid.at(below, column);
    if (cell && (cell.error !== null || cell.formula !== null || cellText(cell) !== "")) return false;
  }
  return true;
}

function columnsAt(grid: Grid, row: number): ColonneDeFlux[] {
  const heads = groupHeads(grid, row - 1);
  const columns: ColonneDeFlux[] = [];
  for (let index = 0; index <= grid.lastColumn; index += 1) {
    const own = cellText(grid.shownAt(row, index));
    if (own === "" || own.length > LONGEST_HEADER) continue;
    const over = heads.get(index) ?? "";
    const year = yearNamed(own) ?? (over === own ? null : yearNamed(over));
    const role = isEmptyUnder(grid, row, index) ? "label" : roleDeFlux(own);
    columns.push({ index, role, header: own, public: publicOf(own) ?? publicOf(over), year });
  }
  const years = new Set(columns.flatMap(({ year }) => year ?? []));
  const [only] = years;
  // One year in one header is the year of all columns.
  return years.size === 1 && only !== undefined ? columns.map((column) => ({ ...column, year: only })) : columns;
}

function speaksOfPersons(grid: Grid, row: number, columns: readonly ColonneDeFlux[], title: string): boolean {
  const labels: string[] = [];
  for (let below = row + 1; below <= Math.min(grid.lastRow, row + LABEL_ROWS); below += 1) {
    for (const cell of grid.row(below)) if (typeof cell.value === "string") labels.push(cellText(cell));
  }
  return [grid.sheet.name, title, ...columns.map(({ header }) => header), ...labels].some(namesPersons);
}

function headerAt(grid: Grid, row: number): EnTeteDeFlux | null {
  const columns = columnsAt(grid, row);
  const [first] = columns;
  const last = columns.at(-1);
  if (!first || !last || !isFluxHeader(columns) || columns.some(({ header }) => namesMoney(header))) return null;
  const hasHeads = groupHeads(grid, row - 1).size > 0;
  const firstRow = hasHeads ? row - 1 : row;
  const { text: title, ref: titleRef } = titleOver(grid, firstRow);
  if (!speaksOfPersons(grid, row, columns, title) || namesMoney(title)) return null;
  // The column of the territories often has no header: it stands just before the others.
  const left = first.role === "label" ? first.index : Math.max(0, first.index - 1);
  return { firstRow, lastRow: row, left, right: last.index, columns, title, titleRef };
}

/** All headers of flux and stock of a sheet, top to bottom. */
export function findFluxHeaders(grid: Grid): EnTeteDeFlux[] {
  const found: EnTeteDeFlux[] = [];
  const rows = new Set(grid.rowsSaying(HINT.flux).flatMap((row) => [row, row + 1]));
  for (const row of [...rows].sort((a, b) => a - b)) {
    const header = grid.isBlank(row) ? null : headerAt(grid, row);
    if (header) found.push(header);
  }
  return found;
}
