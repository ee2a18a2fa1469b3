/** The cells of amounts of a reading, whatever table they stand in. */
import type { AmountCell, Reading } from "./tables";

const FIELDS: readonly (keyof AmountCell)[] = ["ref", "state", "amount", "written", "stored", "unit", "formula"];

function isAmountCell(value: object): value is AmountCell {
  return FIELDS.every((field) => field in value);
}

/**
 * Every cell of an amount column, filled or not; a cell of two tables comes once for each. Found by their shape: each
 * kind of table keeps them in a place of its own, and more kinds come.
 */
export function everyAmount(reading: Reading): AmountCell[] {
  const cells: AmountCell[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (isAmountCell(value)) cells.push(value);
    else Object.values(value).forEach(visit);
  };
  visit(reading);
  return cells;
}
