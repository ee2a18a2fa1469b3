/** All réalisés and bilans of a sheet, each within its place among the others. */
import { readAmountText } from "../domain/amount";
import { yearOf } from "../domain/years";
import { findEntetes, type Corrections, type EnteteDeBilan } from "./bilanHeaders";
import { bilansUnder } from "./bilans";
import type { Bilan } from "./bilanTables";
import { cellText, type Grid } from "./grid";
import type { Header } from "./headers";

function overlaps(one: EnteteDeBilan, other: EnteteDeBilan): boolean {
  return one.left <= other.right && other.left <= one.right;
}

/** The same columns with the same words, and no title between that names a year of its own. */
function isRepeated(grid: Grid, entete: EnteteDeBilan, other: EnteteDeBilan): boolean {
  const words = ({ colonnes }: EnteteDeBilan): string =>
    colonnes.map(({ index, header }) => `${index} ${header}`).join("|");
  if (words(entete) !== words(other)) return false;
  for (let row = Math.max(entete.lastRow + 1, other.firstRow - 3); row < other.firstRow; row += 1) {
    for (const cell of grid.row(row)) {
      if (typeof cell.value === "string" && yearOf(cellText(cell)) !== null) return false;
    }
  }
  return true;
}

/** The row under the last one above that holds several amounts: another table ends there, and titles begin. */
function firstTitleRow(grid: Grid, { firstRow, left, right }: EnteteDeBilan): number {
  for (let row = firstRow - 1; row >= 0; row -= 1) {
    const amounts = [...grid.row(row)].filter(
      (cell) =>
        cell.column >= left &&
        cell.column <= right &&
        yearOf(cellText(cell)) === null &&
        (typeof cell.value === "number" || readAmountText(cellText(cell)).kind === "amount"),
    );
    if (amounts.length >= 2) return row + 1;
  }
  return 0;
}

/** A title over several tables of a sheet names the year and the stage of all of them. */
function withTitleOf(above: Bilan | undefined, bilan: Bilan): Bilan {
  if (!above || bilan.year !== null) return bilan;
  return { ...bilan, year: above.year, years: above.years, etape: bilan.etape ?? above.etape };
}

function rowsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}

/**
 * Reads the réalisés and bilans of a sheet, top to bottom.
 * @param headers those of plans and budgets of the same sheet
 */
export function readBilans(grid: Grid, headers: readonly Header[], corrections?: Corrections): Bilan[] {
  const entetes = findEntetes(grid, headers, corrections);
  const found: Bilan[] = [];
  const done = new Set<EnteteDeBilan>();
  for (const entete of entetes) {
    if (done.has(entete)) continue;
    const below = entetes.filter((other) => other.firstRow > entete.lastRow && overlaps(other, entete));
    const next = below.findIndex((other) => !isRepeated(grid, entete, other));
    const repeated = next === -1 ? below : below.slice(0, next);
    const nextRow = next === -1 ? grid.lastRow + 1 : (below[next]?.firstRow ?? grid.lastRow + 1);
    const above = found.filter(({ area }) => area.bottom < entete.firstRow && area.left <= entete.right);
    const own = bilansUnder(grid, {
      entete,
      firstRow: Math.max(firstTitleRow(grid, entete), ...above.map(({ area }) => area.bottom + 1)),
      lastRow: nextRow - 1,
      repeats: new Set(repeated.flatMap((other) => rowsBetween(other.firstRow, other.lastRow))),
    });
    found.push(...own.map((bilan) => withTitleOf(found.at(-1), bilan)));
    for (const other of repeated) done.add(other);
  }
  return found;
}
