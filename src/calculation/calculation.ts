/** What the rest of the project knows of recalculation. The engine behind it is named in engine.ts only. */
import type { Area } from "../workbook/address";
import type { Cell, Workbook } from "../workbook/picture";

export interface DefinedName {
  readonly name: string;
  /** 0-based index of the sheet that owns it; null for the whole workbook. */
  readonly sheet: number | null;
  /** en-US, without a leading "=". */
  readonly formula: string;
}

/** What a picture does not hold and a calculation may need. */
export interface CalculationOptions {
  readonly names?: readonly DefinedName[];
  /** By sheet index, then "row,column" of the cell that holds it: the area that an array formula fills. */
  readonly arrays?: readonly ReadonlyMap<string, Area>[];
  /** Sheets with hidden rows, by index: there SUBTOTAL depends on more than the picture holds. */
  readonly sheetsWithHiddenRows?: ReadonlySet<number>;
  /**
   * "missing" (default) computes the formulas whose origin is "missing" and trusts the others' cached values;
   * "all" computes every formula, as after an edit.
   */
  readonly recompute?: "missing" | "all";
}

export interface ComputedCell {
  /** 0-based index of the sheet. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly value: Cell["value"];
  readonly error: Cell["error"];
  /** "missing" where the engine cannot compute the formula as Excel would, or reads a cell that it cannot. */
  readonly origin: "computed" | "missing";
}

/** Content typed into a cell: a formula with its "=" (en-US), a constant, or null to empty it. */
export type CellInput = { readonly formula: string } | { readonly value: string | number | boolean | null };

/** One model kept in memory. Free it with `dispose`. */
export interface Calculator {
  /** Every formula cell that this calculator computes, as it stands. */
  values(): readonly ComputedCell[];
  /** Changes one cell and gives the formula cells whose value changed with it. */
  set(sheet: number, row: number, column: number, input: CellInput): readonly ComputedCell[];
  dispose(): void;
}

export interface Calculation {
  createCalculator(workbook: Workbook, options?: CalculationOptions): Calculator;
  /** The workbook with a value for each formula saved without one, where it can be computed as Excel would. */
  computeMissing(workbook: Workbook, options?: Omit<CalculationOptions, "recompute">): Workbook;
}
