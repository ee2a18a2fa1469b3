/** Budgets of fiches with their years in columns and their shares in rows: turned, read like the others, turned back. */
import { yearOf } from "../domain/years";
import { MAX_ROWS, type Area, type CellRef } from "../workbook/address";
import type { Cell } from "../workbook/picture";
import { readBudgets } from "./budgetFiche";
import { readContext } from "./context";
import { cellText, Grid } from "./grid";
import { findHeaders } from "./headers";
import { HINT } from "./hints";
import { announcedUnit, roleOf } from "./labels";
import type { BudgetFiche, RowAmounts } from "./tables";

/** Rows of shares that one budget can have. */
const MOST_SHARES = 12;
/** Words beside the year in a header ("Exercice 2024"). */
const LONGEST_YEAR = 30;
const LONGEST_LABEL = 80;

function isYear(text: string): boolean {
  return text.length <= LONGEST_YEAR && /^\D{0,12}20\d\d\D{0,14}$/.test(text) && yearOf(text) !== null;
}

/** The column of labels left of the first year of a row, and the last column that the row heads; null for other rows. */
function columnsAt(grid: Grid, row: number): Pick<Area, "left" | "right"> | null {
  let first: number | null = null;
  let right = 0;
  for (const cell of grid.row(row)) {
    const text = cellText(cell);
    if (text === "") continue;
    if (first === null && isYear(text)) first = cell.column;
    if (first !== null && !isYear(text) && roleOf(text) !== "total") break;
    if (first !== null) right = cell.column;
  }
  if (first === null || first === 0) return null;
  return { left: first - 1, right };
}

/** The block of shares under a row of years; null where the State and another share are not both there. */
function blockAt(grid: Grid, row: number): Area | null {
  const columns = columnsAt(grid, row);
  if (!columns) return null;
  const roles = new Set<string>();
  let bottom = row;
  for (let below = row + 1; below <= Math.min(grid.lastRow, row + MOST_SHARES); below += 1) {
    const label = cellText(grid.shownAt(below, columns.left));
    const role = label === "" || label.length > LONGEST_LABEL ? "label" : roleOf(label);
    if (!["etat", "departement", "total", "autre", "taux"].includes(role)) break;
    roles.add(role);
    bottom = below;
  }
  const isBudget = roles.has("etat") && (roles.has("departement") || roles.has("total"));
  return isBudget ? { top: row, bottom, ...columns } : null;
}

/** The sheet with the block turned in its place; the titles above it stay in their rows. */
function turnedGrid(grid: Grid, { top, bottom, left, right }: Area): Grid {
  const cells = grid.sheet.cells.flatMap((cell): Cell[] => {
    if (cell.row < top) return [cell];
    // The corner names the table ("Budget prévisionnel"), not the column of the years that it would head.
    if (cell.row === top && cell.column === left) return [];
    const isInside = cell.row <= bottom && cell.column >= left && cell.column <= right;
    return isInside ? [{ ...cell, row: top + cell.column - left, column: left + cell.row - top }] : [];
  });
  cells.sort((one, other) => one.row - other.row || one.column - other.column);
  return new Grid({ ...grid.sheet, cells, merges: grid.sheet.merges.filter((merge) => merge.bottom < top) });
}

function turnedBack(budget: BudgetFiche, block: Area): BudgetFiche {
  const { top, left } = block;
  const back = <T extends { readonly ref: CellRef }>(one: T): T => ({
    ...one,
    ref: { ...one.ref, row: top + one.ref.column - left, column: left + one.ref.row - top },
  });
  const amounts = ({ etat, departement, total, autres }: RowAmounts): RowAmounts => ({
    ...(etat ? { etat: back(etat) } : {}),
    ...(departement ? { departement: back(departement) } : {}),
    ...(total ? { total: back(total) } : {}),
    autres: autres.map(back),
  });
  return {
    ...budget,
    area: block,
    lignes: budget.lignes.map((ligne) => ({
      ...ligne,
      // A column: no row of another table of the sheet has this number.
      row: MAX_ROWS + left + ligne.row - top,
      amounts: amounts(ligne.amounts),
      taux: ligne.taux.map(back),
    })),
  };
}

function budgetsIn(grid: Grid, block: Area, firstRow: number): BudgetFiche[] {
  const turned = turnedGrid(grid, block);
  const header = findHeaders(turned).find((one) => one.lastRow === block.top);
  if (!header) return [];
  const around = readContext(turned, header, firstRow);
  const corner = announcedUnit(cellText(grid.at(block.top, block.left)));
  const context = { ...around, unit: corner ?? around.unit };
  const lastRow = block.top + block.right - block.left;
  return readBudgets(turned, header, context, lastRow).map((budget) => turnedBack(budget, block));
}

/** Rows under which the State's share may stand, top to bottom. */
function rowsAboveShares(grid: Grid): readonly number[] {
  const rows = new Set<number>();
  for (const share of grid.rowsSaying(HINT.etat)) {
    for (let row = Math.max(0, share - MOST_SHARES); row < share; row += 1) rows.add(row);
  }
  return [...rows].sort((one, other) => one - other);
}

/**
 * Turned budgets of a sheet, top to bottom.
 * @param taken areas of the tables already read
 */
export function readBudgetsCouches(grid: Grid, taken: readonly Area[]): BudgetFiche[] {
  const found: BudgetFiche[] = [];
  let read = -1;
  for (const row of rowsAboveShares(grid)) {
    if (row <= read || taken.some(({ top, bottom }) => row >= top && row <= bottom)) continue;
    const block = blockAt(grid, row);
    if (!block) continue;
    const above = [...taken, ...found.map(({ area }) => area)].filter(({ bottom }) => bottom < row);
    const budgets = budgetsIn(grid, block, Math.max(0, ...above.map(({ bottom }) => bottom + 1)));
    found.push(...budgets);
    if (budgets.length > 0) read = block.bottom;
  }
  return found;
}
