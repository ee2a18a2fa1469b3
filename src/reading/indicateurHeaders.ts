/** Finds the headers of tables of indicators, and what each of their columns is for. */
import { plainText } from "../domain/amount";
import { yearOf, yearsIn } from "../domain/years";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import { roleOf } from "./labels";

export type RoleDIndicateur = "label" | "fiche" | "annee" | "situation" | "cible" | "atteint" | "total" | "autre";

export interface ColonneDIndicateur {
  readonly index: number;
  readonly role: RoleDIndicateur;
  readonly year: number | null;
}

export interface EnTeteDIndicateurs {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly ColonneDIndicateur[];
}

/** Longer texts are no headers. */
const LONGEST_HEADER = 90;
/** Rows above a header that can name its year. */
const TITLE_ROWS = 5;

const LABEL = /^(?:(?:intitule|libelle|nom|description) (?:de l'|des |d')?)?indicateurs?\b|^intitule|^libelle/;
const INDICATEUR = /\bindicateurs?\b/;
const SITUATION =
  /situation|valeurs? (?:initiale|de depart|de reference|actuelle)|\breference\b|etat (?:initial|des lieux)|^t ?0\b|point de depart|^depart\b|(?:au )?31\/12\/2023$/;
const ATTEINT = /\batteinte?s?\b|realis|resultats?\b(?! attendu)|obtenu|constate|\breels?\b|\breelle/;
const CIBLE = /\bcibles?\b|objectif|\bprevu|prevision|attendu|a atteindre|\bvise/;
const BARE = /^(?:valeurs? )?(?:cibles?|objectifs?|atteints?|realises?|resultats?|resultats? obtenus?)$/;
const TOTAL =
  /\btota(?:l|ux)\b|cumul|(?:objectif|cible) (?:globale?|finale?)|(?:sur|ensemble de) la (?:periode|duree)|20\d\d ?(?:[-–/]|a|au) ?20\d\d/;
/** A rate of what was reached is neither a target nor what was reached. */
const RATE_REACHED = /(?:taux|%|niveau|part) d(?:'|e )(?:atteinte|realisation|execution)|ecart|evolution/;
/** Columns of money belong to plans, budgets and bilans; flux and stock to tables of persons. */
const OTHER_TABLE = /€|\beuros?\b|montant|budget|credit|participation|depense|subvention|\bcouts?\b|\bflux\b|\bstock\b/;
const MINOR = /^(?:20\d\d|annee 20\d\d|n ?\+ ?\d)$/;

function yearIn(text: string): number | null {
  const years = yearsIn(text);
  return yearOf(text) ?? (years.length === 1 ? (years[0] ?? null) : null);
}

function roleIn(text: string, year: number | null): RoleDIndicateur {
  const plain = plainText(text);
  if (plain === "") return "autre";
  if (LABEL.test(plain)) return "label";
  if (roleOf(text) === "fiche" || /^(?:n° ?)?(?:fiche|action)s?(?: action)?$/.test(plain)) return "fiche";
  if (roleOf(text) === "annee") return "annee";
  if (RATE_REACHED.test(plain)) return "autre";
  if (SITUATION.test(plain)) return "situation";
  const isAtteint = ATTEINT.test(plain) && !/a atteindre|attendu/.test(plain);
  if (TOTAL.test(plain)) return isAtteint ? "autre" : "total";
  if (year === null && !BARE.test(plain)) return "autre";
  if (isAtteint) return "atteint";
  return CIBLE.test(plain) || MINOR.test(plain) ? "cible" : "autre";
}

/** What a column of indicators is for, by its name alone. */
export function roleDIndicateur(header: string): RoleDIndicateur {
  return roleIn(header, yearIn(header));
}

/** Texts of a row, each over the columns that follow it up to the next: a row of years, of "Cibles" and "Atteints". */
function spread(grid: Grid, row: number, last: number): Map<number, string> {
  const texts = new Map<number, string>();
  let text = "";
  for (let column = 0; column <= last; column += 1) {
    text = cellText(grid.shownAt(row, column)) || text;
    if (text !== "") texts.set(column, text);
  }
  return texts;
}

/** A row of nothing but years and words such as "Cible" and "Atteint": part of the header beside it. */
function isHeaderPart(grid: Grid, row: number, labelColumn: number): boolean {
  if (row < 0 || (cellText(grid.at(row, labelColumn)) !== "" && !grid.isCovered(row, labelColumn))) return false;
  const texts: string[] = [];
  for (const cell of grid.row(row))
    if (cellText(cell) !== "" && cell.column !== labelColumn) texts.push(cellText(cell));
  const says = (text: string): boolean => {
    const plain = plainText(text);
    return (
      MINOR.test(plain) || (text.length <= 40 && [CIBLE, ATTEINT, SITUATION, TOTAL].some((one) => one.test(plain)))
    );
  };
  return texts.length > 0 && texts.every(says);
}

function yearAbove(grid: Grid, row: number): number | null {
  for (let above = row - 1; above >= Math.max(0, row - TITLE_ROWS); above -= 1) {
    for (const cell of grid.row(above)) {
      const year = cellText(cell).length <= LONGEST_HEADER ? yearOf(cellText(cell)) : null;
      if (year !== null) return year;
    }
  }
  return yearOf(grid.sheet.name);
}

function columnsOf(
  grid: Grid,
  first: number,
  last: number,
  { left, right }: Span,
): (ColonneDIndicateur & { isMoney: boolean })[] {
  const upper = Array.from({ length: last - first }, (_, place) => spread(grid, first + place, grid.lastColumn));
  const columns: (ColonneDIndicateur & { isMoney: boolean })[] = [];
  for (let index = left; index <= right; index += 1) {
    const own = cellText(grid.shownAt(last, index));
    // A cell merged down is its own upper line.
    const over = upper.map((texts) => texts.get(index) ?? "").filter((text) => text !== own && own !== "");
    const text = [...over, own].join(" ");
    if (own === "" || own.length > LONGEST_HEADER) continue;
    const year = yearIn(own) ?? over.map(yearIn).find((found) => found !== null) ?? null;
    const isMoney = OTHER_TABLE.test(plainText(own));
    columns.push({ index, role: roleIn(MINOR.test(plainText(text)) ? own : text, year), year, isMoney });
  }
  return columns;
}

/** Yearly columns of running totals say the same as the yearly targets: no total of theirs. */
function withoutRunningTotals<T extends ColonneDIndicateur>(columns: readonly T[]): T[] {
  const years = new Set(columns.flatMap(({ role, year }) => (role === "total" && year !== null ? [year] : [])));
  return columns.map((column) => (years.size > 1 && column.role === "total" ? { ...column, role: "autre" } : column));
}

/** Columns of one table, both included. */
interface Span {
  readonly left: number;
  readonly right: number;
}

interface Titled {
  readonly column: number;
  readonly text: string;
}

/** Cuts off, after an empty column, another table that stands beside: its header speaks of money or of flux. */
function withoutNeighbours(texts: readonly Titled[], { left, right }: Span, label: Titled): Span {
  let span = { left, right };
  const inside = texts.filter(({ column }) => column >= left && column <= right);
  inside.forEach(({ column, text }, place) => {
    if (!OTHER_TABLE.test(plainText(text))) return;
    const side = column > label.column ? inside.slice(0, place).reverse() : inside.slice(place + 1);
    // From the other table back to its first column: the one that an empty column stands before.
    let edge = column;
    for (const other of side) {
      if (Math.abs(other.column - edge) > 1) break;
      edge = other.column;
    }
    if (edge > label.column) span = { ...span, right: Math.min(span.right, edge - 1) };
    else if (column < label.column && edge < label.column) span = { ...span, left: Math.max(span.left, edge + 1) };
  });
  return span;
}

/** One span for each table of the row: a second label begins a second table. */
function spansOf(grid: Grid, row: number): { readonly label: Titled; readonly span: Span }[] {
  const texts = [...grid.row(row)]
    .filter(
      (cell) => typeof cell.value === "string" && cellText(cell).length <= LONGEST_HEADER && cellText(cell) !== "",
    )
    .map((cell): Titled => ({ column: cell.column, text: cellText(cell) }));
  const named = texts.filter(({ text }) => LABEL.test(plainText(text)));
  const indicators = named.filter(({ text }) => INDICATEUR.test(plainText(text)));
  const labels = indicators.length > 0 ? indicators : named.slice(0, 1);
  return labels.map((label, place) => {
    const next = labels[place + 1];
    const span = {
      left: labels.length > 1 && place > 0 ? label.column : 0,
      right: next ? next.column - 1 : grid.lastColumn,
    };
    return { label, span: withoutNeighbours(texts, span, label) };
  });
}

/** Targets and results with their year: their own, that of their row, else that of the title. */
function withYears(
  columns: readonly ColonneDIndicateur[],
  label: Titled,
  fallback: number | null,
): ColonneDIndicateur[] {
  const byRow = columns.some(({ role }) => role === "annee");
  return columns.map((column) => {
    if (column.role !== "cible" && column.role !== "atteint") return column;
    const year = column.year ?? (!byRow && column.index > label.column ? fallback : null);
    return year === null && !byRow ? { ...column, role: "autre" } : { ...column, year };
  });
}

function headerAt(grid: Grid, row: number, label: Titled, span: Span): EnTeteDIndicateurs | null {
  const merge = grid.mergeAt(row, label.column);
  const firstRow = isHeaderPart(grid, row - 1, label.column) ? row - 1 : row;
  const below = merge ? Math.min(merge.bottom, row + 2) : row;
  const lastRow = below === row && isHeaderPart(grid, row + 1, label.column) ? row + 1 : below;
  const found = withoutRunningTotals(columnsOf(grid, firstRow, lastRow, span));
  if (found.some(({ isMoney }) => isMoney)) return null;
  // Above two lines the label may stand in the first alone.
  const own = { index: label.column, role: "label" as const, year: null };
  const columns = withYears(
    found.some(({ role }) => role === "label") ? found : [own, ...found],
    label,
    yearAbove(grid, firstRow),
  );
  const hasWord = INDICATEUR.test(plainText(label.text)) || columns.some(({ role }) => role === "situation");
  const hasTarget = columns.some(({ role }) => role === "cible" || role === "atteint");
  return hasWord && hasTarget ? { firstRow, lastRow, columns } : null;
}

/** All headers of indicators of a sheet, top to bottom; several in one row where tables stand side by side. */
export function findIndicateurHeaders(grid: Grid): EnTeteDIndicateurs[] {
  const found: EnTeteDIndicateurs[] = [];
  let read = -1;
  for (const row of grid.rowsSaying(HINT.indicateur)) {
    if (row <= read) continue;
    const here = spansOf(grid, row).flatMap(({ label, span }) => headerAt(grid, row, label, span) ?? []);
    found.push(...here);
    read = Math.max(row, ...here.map(({ lastRow }) => lastRow));
  }
  return found;
}
