/** Finds the headers of réalisés and bilans, of one to three lines, and what each of their columns is for. */
import { readAmountText, type Unit } from "../domain/amount";
import type { RoleDeColonne } from "../domain/colonnesDeBilan";
import { yearOf } from "../domain/years";
import { saysExecution, saysSpent, sensOf, type RoleDeBilan } from "./bilanLabels";
import { cellText, type Grid } from "./grid";
import { HINT, hintsOf } from "./hints";
import type { Header } from "./headers";
import { isMinorHeader, LONGEST_HEADER, type Span } from "./headerRows";
import { announcedUnit, ficheNumber, financersIn, roleOf } from "./labels";

export interface ColonneDeBilan {
  readonly index: number;
  readonly header: string;
  readonly role: RoleDeBilan;
  readonly force: number;
  readonly year: number | null;
  readonly unit: Unit | null;
}

export interface EnteteDeBilan {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  readonly colonnes: readonly ColonneDeBilan[];
}

/** What somebody says that columns are for, by 0-based column; null: for nothing that a bilan holds. */
export type Corrections = ReadonlyMap<number, RoleDeColonne | null>;

const AUCUNE: Corrections = new Map();
/** Surer than any words. */
const SAID = 9;

/** Lines of a header under or above the one that names the expense. */
const MOST_LINES = 3;
/** A word over several columns: "Réalisé", "Financement de l'État". */
const LONGEST_GROUP = 60;

/** Texts of a row by column; null where an amount or an action's number stands among them. */
function wordsOf(grid: Grid, row: number, { left, right }: Span): Map<number, string> | null {
  const words = new Map<number, string>();
  for (const cell of grid.row(row)) {
    if (cell.column < left || cell.column > right) continue;
    const text = cellText(cell);
    if (text === "") continue;
    const isYear = yearOf(text) !== null;
    if (!isYear && (typeof cell.value === "number" || readAmountText(text).kind !== "unreadable")) return null;
    if (text.length > LONGEST_HEADER || ficheNumber(text) !== null) return null;
    words.set(cell.column, text);
  }
  return words;
}

/** Runs of cells that say something, apart from each other by at least one empty column. */
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

/** Columns of a row that may be one header: all of them, or the runs without amounts where another table stands beside. */
function spansOf(grid: Grid, row: number): Span[] {
  const runs = runsOf(grid, row);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return [];
  const whole = { left: first.left, right: last.right };
  return wordsOf(grid, row, whole) === null ? runs.filter((run) => wordsOf(grid, row, run) !== null) : [whole];
}

/** A word that stands under a group or over one: a share, "Prévu", "Réalisé", a year, a letter. */
function isGroupWord(text: string): boolean {
  if (isMinorHeader(text)) return true;
  if (text.length > LONGEST_GROUP) return false;
  const { etat, departement, autre } = financersIn(text);
  const { role } = sensOf([text]);
  return etat || departement || autre || roleOf(text) === "total" || !["label", "fiche", "axe", "annee"].includes(role);
}

/** Numbers or letters of columns, in order, as some forms print under their headers: "(1)", "(2)", "(3) = (1) - (2)". */
const COUNT = /^\(?(\d{1,2}|[a-z])\)?(?: ?= ?[-+*/×()\da-z %,]+)?$/i;

function isCountRow(grid: Grid, row: number, { left, right }: Span): boolean {
  const counts: number[] = [];
  for (const cell of grid.row(row)) {
    const text = cellText(cell);
    if (cell.column < left || cell.column > right || text === "") continue;
    const count = COUNT.exec(text)?.[1];
    if (count === undefined) return false;
    counts.push(/\d/.test(count) ? Number(count) : count.toLowerCase().charCodeAt(0));
  }
  return counts.length >= 3 && counts.every((count, place) => place === 0 || count === (counts[place - 1] ?? 0) + 1);
}

/** A line under the first that belongs to the header: words under its groups. */
function isLower(grid: Grid, row: number, span: Span): boolean {
  const words = wordsOf(grid, row, span);
  if (!words || words.size < 2) return false;
  const groups = [...words.values()].filter(isGroupWord).length;
  return groups >= 2 && groups * 2 > words.size;
}

/** A line above that belongs to the header: groups over several columns, or cells merged down into it. */
function isUpper(grid: Grid, row: number, below: number, span: Span): boolean {
  const words = row < 0 ? null : wordsOf(grid, row, span);
  if (!words || words.size < 2) return false;
  const columns = [...words.keys()];
  if (columns.some((column) => (grid.mergeAt(row, column)?.bottom ?? row) >= below)) return true;
  const isGroup = (column: number): boolean =>
    (grid.mergeAt(row, column)?.right ?? column) > column || cellText(grid.at(row, column + 1)) === "";
  const lower = wordsOf(grid, below, span);
  return [...words].some(([column, text]) => isGroupWord(text) && isGroup(column) && lower?.has(column) === true);
}

/** The lines over a column; a group that nobody merged reaches over the empty cells at its right. */
function linesOf(grid: Grid, first: number, last: number, column: number, left: number): string[] {
  const lines: string[] = [];
  for (let row = first; row <= last; row += 1) {
    let text = cellText(grid.shownAt(row, column));
    const isOverWords = row < last && cellText(grid.at(last, column)) !== "";
    for (let at = column - 1; text === "" && isOverWords && at >= left; at -= 1) {
      const before = cellText(grid.shownAt(row, at));
      // A label of one line heads its own column only.
      if (before !== "" && cellText(grid.at(last, at)) === "") break;
      text = before;
    }
    if (text !== "" && lines.at(-1) !== text) lines.push(text);
  }
  return lines;
}

function colonneOf(grid: Grid, first: number, last: number, index: number, left: number): ColonneDeBilan {
  const lines = linesOf(grid, first, last, index, left);
  const own = lines.filter((line, place) => place === 0 || !isMinorHeader(line) || !/^\(?[a-z\d]\)?$/i.test(line));
  const header = lines.join(" ");
  const unit = lines.reduce<Unit | null>((known, line) => announcedUnit(line) ?? known, null);
  return { index, header, ...sensOf(own.length > 0 ? own : lines), year: yearOf(header), unit };
}

interface Extent {
  readonly firstRow: number;
  /** The last line of words; numbers of columns may stand under it. */
  readonly wordsRow: number;
  readonly lastRow: number;
}

/** The lines of the header that a row is part of. */
function extentOf(grid: Grid, row: number, span: Span): Extent {
  let firstRow = row;
  let wordsRow = row;
  while (wordsRow - row < MOST_LINES - 1 && isLower(grid, wordsRow + 1, span)) wordsRow += 1;
  for (let column = span.left; column <= span.right; column += 1) {
    const merge = grid.mergeAt(row, column);
    if (merge?.top === row && merge.bottom > wordsRow && merge.bottom < row + MOST_LINES) wordsRow = merge.bottom;
  }
  while (row - firstRow < MOST_LINES - 1 && isUpper(grid, firstRow - 1, firstRow, span)) firstRow -= 1;
  return { firstRow, wordsRow, lastRow: isCountRow(grid, wordsRow + 1, span) ? wordsRow + 1 : wordsRow };
}

const LABELS: readonly RoleDeBilan[] = ["label", "fiche", "axe", "annee"];

function hasOwnLabels(colonnes: readonly ColonneDeBilan[]): boolean {
  return colonnes.some(({ role, header }) => LABELS.includes(role) && header !== "");
}

/** Splits at empty columns what has labels of its own at both sides: tables side by side. */
function sideBySide(colonnes: readonly ColonneDeBilan[]): ColonneDeBilan[][] {
  const parts: ColonneDeBilan[][] = [[]];
  colonnes.forEach((colonne, place) => {
    const rest = colonnes.slice(place + 1);
    const next = rest.findIndex(({ header }) => header === "");
    const after = next === -1 ? rest : rest.slice(0, next);
    const isGap = colonne.header === "" && (parts.at(-1) ?? []).some(({ role }) => !LABELS.includes(role));
    // The empty column may hold the labels of the table at its right.
    if (isGap && hasOwnLabels(after)) parts.push([]);
    parts.at(-1)?.push(colonne);
  });
  return parts;
}

/** What somebody says of a column wins, and takes its role from the columns that were recognised for it. */
function corrected(colonnes: readonly ColonneDeBilan[], corrections: Corrections): ColonneDeBilan[] {
  const given = new Set([...corrections.values()]);
  return colonnes.map((colonne): ColonneDeBilan => {
    const said = corrections.get(colonne.index);
    if (said !== undefined) return { ...colonne, role: said ?? "autre-chose", force: SAID };
    const isTaken = [...given].some((role) => role === colonne.role);
    return isTaken ? { ...colonne, role: "autre-chose", force: 0 } : colonne;
  });
}

function entetesAt(
  grid: Grid,
  row: number,
  span: Span,
  headers: readonly Header[],
  corrections: Corrections,
): EnteteDeBilan[] {
  const { firstRow, wordsRow, lastRow } = extentOf(grid, row, span);
  let { left, right } = span;
  for (let line = firstRow; line <= wordsRow; line += 1) {
    for (const { column, value } of grid.row(line)) {
      if (value !== null && column === right + 1) right = column;
      if (value !== null && column === left - 1) left = column;
    }
  }
  // The column of the labels often has no header.
  left = Math.max(0, left - 1);
  const colonnes: ColonneDeBilan[] = [];
  for (let column = left; column <= right; column += 1) {
    colonnes.push(colonneOf(grid, firstRow, wordsRow, column, left));
  }
  return sideBySide(corrected(colonnes, corrections)).flatMap((part) => {
    const [first, last] = [part[0], part.findLast(({ header }) => header !== "")];
    const own = part.filter(({ index }) => index <= (last?.index ?? 0));
    if (!first || !last || !own.some(isOfExpense)) return [];
    return [besidePlan({ firstRow, lastRow, left: first.index, right: last.index, colonnes: own }, headers)];
  });
}

/** What the State owes is a column of payments too, unless it follows from what was spent. */
function isOfExpense({ role, header }: ColonneDeBilan): boolean {
  return saysExecution(role) || (role === "due" && saysSpent(header));
}

/** Behind an empty column, beside a plan that stands alone at the left, the amounts of the plan stay the plan's; the labels serve both. */
function besidePlan(entete: EnteteDeBilan, headers: readonly Header[]): EnteteDeBilan {
  const first = entete.colonnes.find(isOfExpense)?.index ?? 0;
  const isApart = (right: number): boolean =>
    entete.colonnes.some(({ index, header }) => header === "" && index > right && index < first);
  const plan = headers.find(
    ({ isOther, firstRow, lastRow, left, right }) =>
      !isOther && firstRow <= entete.lastRow && lastRow >= entete.firstRow && left >= entete.left && isApart(right),
  );
  if (!plan) return entete;
  const isOfPlan = ({ index, role }: ColonneDeBilan): boolean => index <= plan.right && !LABELS.includes(role);
  const after = entete.colonnes.find(({ index, header }) => index > plan.right && header !== "");
  return {
    ...entete,
    left: after?.index ?? first,
    colonnes: entete.colonnes.map((one) => (isOfPlan(one) ? { ...one, role: "autre-chose" } : one)),
  };
}

/** True where each of the columns that somebody speaks of has a word. */
function headsSaid(grid: Grid, row: number, corrections: Corrections): boolean {
  const columns = [...corrections.keys()];
  return columns.length > 0 && columns.every((column) => typeof grid.at(row, column)?.value === "string");
}

function mayHead(grid: Grid, row: number): boolean {
  let texts = 0;
  let isNamed = false;
  for (const { value } of grid.row(row)) {
    if (typeof value !== "string" || value.trim() === "" || value.length > LONGEST_HEADER) continue;
    texts += 1;
    isNamed ||= (hintsOf(value) & HINT.bilan) !== 0;
  }
  return texts >= 2 && isNamed;
}

/**
 * All headers of réalisés and bilans of a sheet, top to bottom.
 * @param headers those of plans and budgets of the same sheet
 */
export function findEntetes(
  grid: Grid,
  headers: readonly Header[],
  corrections: Corrections = AUCUNE,
): EnteteDeBilan[] {
  const found: EnteteDeBilan[] = [];
  // A person may have named columns whose headers say nothing to us.
  const every = { length: grid.lastRow + 1 };
  const rows = corrections.size > 0 ? Array.from(every, (_row, row) => row) : grid.rowsSaying(HINT.bilan);
  let read = -1;
  for (const row of rows) {
    if (row <= read || (!mayHead(grid, row) && !headsSaid(grid, row, corrections))) continue;
    const here = spansOf(grid, row).flatMap((span) => entetesAt(grid, row, span, headers, corrections));
    found.push(...here);
    read = Math.max(row, ...here.map(({ lastRow }) => lastRow));
  }
  return found;
}
