/** Excel's grids as cells of the picture. */
import type { Area } from "../workbook/address";
import { type Cell, isExcelError } from "../workbook/picture";

export interface Grids {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

/**
 * The cells of one block that hold something. A text that looks like an error stays a text here: `isErrorLike` finds
 * it, `asError` turns it once Excel said that it is one.
 */
export function cellsOf(grids: Grids, area: Area): Cell[] {
  return grids.values.flatMap((row, i) =>
    row.flatMap((value, j) => {
      const formula = grids.formulas[i]?.[j];
      const format = grids.numberFormat[i]?.[j];
      return cellOf(area.top + i, area.left + j, value, formula, format);
    }),
  );
}

/** An array of none or one, so that millions of empty cells leave nothing behind. */
function cellOf(row: number, column: number, raw: unknown, content: unknown, format: unknown): Cell[] {
  const value = valueIn(raw);
  const formula = formulaIn(value, content);
  if (formula === null && (value === null || value === "")) return [];
  const numberFormat = typeof format === "string" ? format : "General";
  return [{ row, column, value, error: null, formula, numberFormat, origin: formula === null ? null : "cached" }];
}

/** One of `Range.values`; null for what no cell of a workbook holds. */
export function valueIn(raw: unknown): Cell["value"] {
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean" ? raw : null;
}

/** One of `Range.formulas` where it is a formula: a text such as "=x" comes as itself in both grids. */
export function formulaIn(value: Cell["value"], content: unknown): string | null {
  return typeof content === "string" && content.startsWith("=") && content !== value ? content : null;
}

/** Newer versions know errors that the list lacks (`#PYTHON!`): their shape is enough to ask. */
const ERROR_LIKE = /^#[A-Z][A-Z0-9_/]*[!?]?$/;

export function isErrorLike({ value }: Cell): boolean {
  return typeof value === "string" && ERROR_LIKE.test(value);
}

/** The cell once Excel said that its text is an error; one that the picture has no name for is `#UNKNOWN!`. */
export function asError(cell: Cell): Cell {
  return { ...cell, value: null, error: isExcelError(cell.value) ? cell.value : "#UNKNOWN!" };
}
