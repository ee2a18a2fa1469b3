/** Contents of the cells that a draft writes. */
import { A_COMPLETER, EUROS_IN } from "../domain/amount";
import type { Decimal } from "../domain/decimal";
import { cellAddress } from "../workbook/address";
import { EMPTY_CONTENT, type CellContent } from "../workbook/draft";
import { contentOfMontant, type Figure, type FormulaPlace } from "./figure";

/** Words; `format` "@" keeps a code's zero whatever is typed over it. */
export function text(value: string, numberFormat = "General"): CellContent {
  // No workbook keeps an empty text: it would be read back as an empty cell, and the write refused for it.
  return { ...EMPTY_CONTENT, value: value === "" ? null : value, numberFormat };
}

/** A formula with the amount that it gives, in the unit of its table. */
export function formula(body: string, euros: Decimal, { unit }: FormulaPlace, numberFormat: string): CellContent {
  return { value: euros.div(EUROS_IN[unit]).toNumber(), error: null, formula: `=${body}`, numberFormat };
}

/** A formula that shows words. */
export function textFormula(body: string, value: string): CellContent {
  return { value, error: null, formula: `=${body}`, numberFormat: "General" };
}

/** What a share's cell holds. `etat`: address of the State's cell in its row, which a half may repeat. */
export function contentOfFigure(figure: Figure, place: FormulaPlace, numberFormat: string, etat: string): CellContent {
  if (figure.kind === "a-completer") return text(A_COMPLETER, numberFormat);
  if (figure.kind === "aucune-part") return text("NC", numberFormat);
  return figure.isStateShare
    ? formula(etat, figure.value, place, numberFormat)
    : contentOfMontant(figure, place, numberFormat);
}

/** Addresses of one row, as a range where they are neighbours. */
function rangeOf(row: number, columns: readonly number[]): string {
  const sorted = [...columns].sort((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? first;
  const isRun = sorted.length > 1 && last - first === sorted.length - 1;
  return isRun
    ? `${cellAddress(row, first)}:${cellAddress(row, last)}`
    : sorted.map((column) => cellAddress(row, column)).join(",");
}

/** The global budget of a row. While a share is to be completed it says so: a sum of the rest would be a wrong figure. */
export function globalBudget(
  row: number,
  shares: readonly number[],
  { euros, isPending }: { readonly euros: Decimal; readonly isPending: boolean },
  place: FormulaPlace,
  numberFormat: string,
): CellContent {
  const range = rangeOf(row, shares);
  const sum = shares.length === 1 ? range : `SUM(${range})`;
  if (!isPending) return formula(sum, euros, place, numberFormat);
  const pending = shares.map((column) => `${cellAddress(row, column)}="${A_COMPLETER}"`);
  const test = pending.length === 1 ? pending.join("") : `OR(${pending.join(",")})`;
  return { ...text(A_COMPLETER, numberFormat), formula: `=IF(${test},"${A_COMPLETER}",${sum})` };
}

/**
 * The sum of some rows of a column. Totals are added by their addresses; a row of an action may hold NC, which "+" does
 * not take.
 */
export function sumOfRows(rows: readonly number[], column: number, areTotals: boolean): string {
  const sorted = [...rows].sort((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? first;
  const addresses = sorted.map((row) => cellAddress(row, column));
  if (areTotals) return addresses.join("+");
  // A reference would repeat the NC of an action, and make an error of the totals that add this one.
  if (sorted.length === 1) return `SUM(${addresses.join("")})`;
  return last - first === sorted.length - 1
    ? `SUM(${addresses[0] ?? ""}:${addresses.at(-1) ?? ""})`
    : `SUM(${addresses.join(",")})`;
}
