/** Finds the headers of tables of amounts, wherever they stand, and what each of their columns is for. */
import { readAmountText, type Unit } from "../domain/amount";
import { yearOf } from "../domain/years";
import { cellText, type Grid } from "./grid";
import { findHeaderRows, isMinorHeader, isYearRow, LONGEST_HEADER, type HeaderRow } from "./headerRows";
import { announcedUnit, isOtherTable, isRemark, rateSubject, roleOf, versionOf, type ColumnRole } from "./labels";

export interface Column {
  readonly index: number;
  readonly role: ColumnRole;
  readonly header: string;
  readonly year: number | null;
  readonly unit: Unit | null;
  readonly rateSubject: "etat" | "departement" | null;
}

/** One set of amounts columns under a header; several where years stand side by side. */
export interface AmountGroup {
  readonly year: number | null;
  /** Of an avenant that shows both: the plan that was in force, and the one that takes its place. */
  readonly version: "avant" | "apres" | null;
  readonly etat: Column;
  readonly departement: Column | null;
  readonly total: Column | null;
  readonly autres: readonly Column[];
  readonly taux: readonly Column[];
}

export interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  /** Columns that hold labels, left to right: axes, numbers, titles, years. */
  readonly labels: readonly Column[];
  readonly groups: readonly AmountGroup[];
  /** A bilan or a payment schedule: its amounts are not a plan's. */
  readonly isOther: boolean;
}

function headerTexts(grid: Grid, first: number, last: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const text = cellText(grid.shownAt(row, column));
    if (text !== "" && texts.at(-1) !== text) texts.push(text);
  }
  return texts;
}

/** The unit that a line of a header announces; the lowest wins. */
function unitOf(texts: readonly string[]): Unit | null {
  return texts.reduce<Unit | null>((unit, text) => announcedUnit(text) ?? unit, null);
}

function readColumn(grid: Grid, first: number, last: number, index: number): Column {
  const texts = headerTexts(grid, first, last, index);
  const header = texts.join(" ");
  // The lowest line is the most precise ("Participation" above, "Département" below); fall back to the whole.
  const own = roleOf(texts.at(-1) ?? "");
  const role = texts.length > 1 && (own === "label" || isMinorHeader(texts.at(-1) ?? "")) ? roleOf(header) : own;
  return { index, role, header, year: yearOf(header), unit: unitOf(texts), rateSubject: rateSubject(header) };
}

/** Splits a header's columns where a second table stands beside the first: labels again after amounts. */
function sideBySide(columns: readonly Column[]): Column[][] {
  const parts: Column[][] = [];
  let current: Column[] = [];
  let hasAmounts = false;
  for (const column of columns) {
    const isLabel =
      column.role === "annee" || column.role === "fiche" || column.role === "axe" || column.role === "label";
    if (isLabel && hasAmounts && columns.some((other) => other.index > column.index && other.role === "etat")) {
      parts.push(current);
      current = [];
      hasAmounts = false;
    }
    if (!isLabel) hasAmounts = true;
    current.push(column);
  }
  parts.push(current);
  return parts;
}

/** Sets of amounts: by year where headers name several, else a new set at each State column. */
function groupsOf(columns: readonly Column[]): AmountGroup[] {
  const shares = columns.filter(({ role }) =>
    ["etat", "departement", "total", "montant", "autre", "taux"].includes(role),
  );
  const etats = shares.filter(({ role }) => role === "etat");
  const years = new Set(etats.map(({ year }) => year));
  if (etats.length > 1 && years.size === etats.length && !years.has(null)) {
    return etats.flatMap((etat) => groupOf(shares.filter(({ year }) => year === etat.year)));
  }
  const sets: Column[][] = [];
  for (const column of shares) {
    const last = sets.at(-1);
    const starts = last?.some(({ role }) => role === column.role) && column.role !== "autre" && column.role !== "taux";
    if (!last || (starts && last.some(({ role }) => role === "etat"))) sets.push([column]);
    else last.push(column);
  }
  return sets.flatMap(groupOf);
}

function groupOf(columns: readonly Column[]): AmountGroup[] {
  const first = (role: ColumnRole): Column | null => columns.find((column) => column.role === role) ?? null;
  const etat = first("etat");
  const departement = first("departement");
  const total = first("total") ?? first("montant");
  if (!etat || (!departement && !total)) return [];
  return [
    {
      year: etat.year ?? total?.year ?? departement?.year ?? null,
      version: versionOf(etat.header),
      etat,
      departement,
      total,
      autres: columns.filter(({ role }) => role === "autre"),
      taux: columns.filter(({ role }) => role === "taux"),
    },
  ];
}

/** Gives each column the year that stands at its left in a row of years, which nobody has merged. */
function withYears(grid: Grid, { firstRow, lastRow, span }: HeaderRow, columns: readonly Column[]): Column[] {
  if (firstRow === lastRow || !isYearRow(grid, firstRow, span)) return [...columns];
  let year: number | null = null;
  return columns.map((column) => {
    year = yearOf(cellText(grid.shownAt(firstRow, column.index))) ?? year;
    return { ...column, year: column.year ?? year };
  });
}

/** Rows under a header that are looked at to tell a column of amounts from one of names ("Référent CD"). */
const ROWS_LOOKED_AT = 60;

function holdsWords(grid: Grid, column: number, lastRow: number): boolean {
  let words = 0;
  let amounts = 0;
  for (let row = lastRow + 1; row <= Math.min(grid.lastRow, lastRow + ROWS_LOOKED_AT); row += 1) {
    // Below a blank row other tables may begin, with headers that are words.
    if (row > lastRow + 1 && grid.isBlank(row)) break;
    const cell = grid.at(row, column);
    if (typeof cell?.value === "number") amounts += 1;
    else if (typeof cell?.value === "string") {
      const { kind } = readAmountText(cell.value);
      if (kind === "unreadable") words += 1;
      else if (kind !== "empty") amounts += 1;
    }
  }
  return words > amounts;
}

/** Where two columns have one role, the one that holds words is a label. */
function withoutWords(grid: Grid, lastRow: number, columns: readonly Column[]): Column[] {
  return columns.map((column) => {
    const isShare = column.role === "etat" || column.role === "departement" || column.role === "total";
    const hasTwin = columns.some((other) => other !== column && other.role === column.role);
    return isShare && hasTwin && holdsWords(grid, column.index, lastRow) ? { ...column, role: "label" } : column;
  });
}

/** Cuts off another table beside: after the amounts and an empty column, labels of its own. */
function withoutNeighbour(columns: readonly Column[]): Column[] {
  const first = columns.findIndex(({ role }) => role === "etat" || role === "departement");
  const gap = columns.findIndex(({ header }, place) => place > first && header === "");
  if (first === -1 || gap === -1) return [...columns];
  const after = columns.slice(gap + 1);
  const isOwn = ({ role, header }: Column): boolean =>
    ["etat", "departement", "total", "autre", "taux"].includes(role) ||
    /^(?:codes?\b|activit|imputation)/i.test(header);
  const isOther =
    !after.some(isOwn) ||
    after.some(({ role, header }) => role === "axe" || role === "fiche" || /^programmes?$/i.test(header));
  return isOther ? columns.slice(0, gap) : [...columns];
}

function headersOf(grid: Grid, headerRow: HeaderRow): Header[] {
  const { firstRow, lastRow, span } = headerRow;
  const columns: Column[] = [];
  for (let index = span.left; index <= span.right; index += 1) {
    const column = readColumn(grid, firstRow, lastRow, index);
    if (column.header.length <= 2 * LONGEST_HEADER) columns.push(column);
  }
  const last = columns.findLast(({ header }) => header !== "")?.index ?? 0;
  const used = columns.filter(({ index }) => index <= last);
  const told = withoutWords(grid, lastRow, withYears(grid, headerRow, withoutNeighbour(used)));
  const headers = sideBySide(told).flatMap((part) => headerOf(grid, part, firstRow, lastRow));
  // What follows without an empty column is of the same table: the plan's columns of a bilan are no plan.
  return headers.map((header) => ({
    ...header,
    isOther: headers.some((one) => one.isOther && isJoined(told, header, one)),
  }));
}

/** True where no empty column stands between two headers of one row. */
function isJoined(columns: readonly Column[], one: Header, other: Header): boolean {
  const [left, right] = [Math.min(one.left, other.left), Math.max(one.right, other.right)];
  const named = columns.filter(({ index, header }) => index >= left && index <= right && header !== "");
  return named.length === right - left + 1 || one === other;
}

/** Words such as "Réalisé" over the shares of a bilan, in a cell that nobody has merged over them. */
const LONGEST_GROUP = 30;

function isUnderOther(grid: Grid, columns: readonly Column[], firstRow: number): boolean {
  const above = columns.map(({ index }) => cellText(grid.at(firstRow - 1, index))).filter((text) => text !== "");
  const isWords = above.every((text) => readAmountText(text).kind === "unreadable");
  return above.length >= 2 && isWords && above.some((text) => text.length <= LONGEST_GROUP && isOtherTable(text));
}

function headerOf(grid: Grid, columns: readonly Column[], firstRow: number, lastRow: number): Header[] {
  const groups = groupsOf(columns);
  const first = columns[0];
  const last = columns.at(-1);
  if (groups.length === 0 || !first || !last) return [];
  const labels = columns.filter(
    ({ role, header }) =>
      (role === "label" && !isRemark(header)) || role === "annee" || role === "fiche" || role === "axe",
  );
  const isOther = columns.some(({ header }) => isOtherTable(header)) || isUnderOther(grid, columns, firstRow);
  return [{ firstRow, lastRow, left: first.index, right: last.index, labels, groups, isOther }];
}

/** All headers of a sheet, top to bottom. */
export function findHeaders(grid: Grid): Header[] {
  return findHeaderRows(grid).flatMap((row) => headersOf(grid, row));
}
