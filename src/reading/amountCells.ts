/** Cells of amount and rate columns, with the precision that their column gives them. */
import { readAmountNumber, readAmountText, shownPrecision, storedDecimals, type Unit } from "../domain/amount";
import { readRateNumber, readRateText } from "../domain/rate";
import type { Cell } from "../workbook/picture";
import type { Grid } from "./grid";
import { cellText } from "./grid";
import type { Column } from "./headers";
import type { AmountCell, RateCell } from "./tables";

const KNOWN = new WeakMap<Grid, Map<string, number>>();

/** Decimals of the format General in a column: the finest that a number of the body has. Read once for a body. */
export function generalDecimals(grid: Grid, column: number, firstRow: number, lastRow: number): number {
  if (firstRow === lastRow) return finestDecimals(grid, column, firstRow, lastRow);
  let known = KNOWN.get(grid);
  if (!known) KNOWN.set(grid, (known = new Map()));
  const body = `${column} ${firstRow} ${lastRow}`;
  let decimals = known.get(body);
  if (decimals === undefined) known.set(body, (decimals = finestDecimals(grid, column, firstRow, lastRow)));
  return decimals;
}

function finestDecimals(grid: Grid, column: number, firstRow: number, lastRow: number): number {
  let finest = 0;
  for (let row = firstRow; row <= lastRow; row += 1) {
    const cell = grid.at(row, column);
    if (typeof cell?.value !== "number" || shownPrecision(cell.numberFormat).decimals !== null) continue;
    finest = Math.max(finest, storedDecimals(cell.value));
  }
  // Beyond a hundredth of a cent it is the noise of a division, not a precision that somebody wrote.
  return finest > 4 ? 2 : finest;
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function withoutAmount(place: Place, cell: Cell | undefined, state: AmountCell["state"], unit: Unit): AmountCell {
  return {
    ref: place,
    state,
    amount: null,
    written: cell?.error ?? cellText(cell),
    stored: typeof cell?.value === "string" ? "text" : null,
    unit,
    formula: cell?.formula ?? null,
  };
}

/** Reads one cell of an amount column. */
export function readAmountCell(grid: Grid, row: number, column: number, unit: Unit, decimals: number): AmountCell {
  const place: Place = { sheet: grid.sheet.name, row, column };
  if (grid.isCovered(row, column)) return withoutAmount(place, undefined, "covered", unit);
  const cell = grid.at(row, column);
  if (cell?.error) return withoutAmount(place, cell, "error", unit);
  if (cell?.origin === "missing") return withoutAmount(place, cell, "stale", unit);
  if (typeof cell?.value === "boolean") return withoutAmount(place, cell, "unreadable", unit);
  if (typeof cell?.value === "number") {
    return {
      ...withoutAmount(place, cell, "amount", unit),
      amount: readAmountNumber(cell.value, cell.numberFormat, unit, decimals),
      stored: "number",
    };
  }
  const written = readAmountText(cellText(cell), unit);
  if (written.kind !== "amount") return withoutAmount(place, cell, written.kind, unit);
  return { ...withoutAmount(place, cell, "amount", unit), amount: written.amount, stored: "text" };
}

/** Reads one cell of a rate column; null where it holds no rate. */
export function readRateCell(grid: Grid, row: number, column: Column): RateCell | null {
  const cell = grid.at(row, column.index);
  if (!cell || cell.error) return null;
  const rate =
    typeof cell.value === "number"
      ? readRateNumber(cell.value, cell.numberFormat)
      : typeof cell.value === "string"
        ? readRateText(cell.value)
        : null;
  if (!rate) return null;
  const ref = { sheet: grid.sheet.name, row, column: column.index };
  return { ref, rate, written: cellText(cell), subject: column.rateSubject };
}
