/**
 * The picture: what a workbook holds, whatever host it came from. Plain data (it can be posted to a worker),
 * en-US like the file format: formulas with commas, number formats with dots. Read by a host, never written to.
 */
import type { Lecture } from "../domain/lecture";
import type { Area } from "./address";

const EXCEL_ERRORS = [
  "#REF!",
  "#N/A",
  "#VALUE!",
  "#DIV/0!",
  "#NAME?",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#BUSY!",
  "#UNKNOWN!",
  "#EXTERNAL!",
] as const;

/** The errors that a cell can show, as the file format spells them (`#VALUE!`, not the French `#VALEUR!`). */
export type ExcelError = (typeof EXCEL_ERRORS)[number];

const ERRORS: ReadonlySet<unknown> = new Set(EXCEL_ERRORS);

/** True for the exact spelling of an error; a newer version may show others, which have no name here. */
export function isExcelError(value: unknown): value is ExcelError {
  return ERRORS.has(value);
}

export interface Cell {
  readonly row: number;
  readonly column: number;
  /** What the cell holds; null where it is empty, holds an error, or a formula that nobody has computed. */
  readonly value: string | number | boolean | null;
  readonly error: ExcelError | null;
  /** With its leading "=", shared formulas expanded; null for a constant. */
  readonly formula: string | null;
  /** en-US code; "General" when none is set. */
  readonly numberFormat: string;
  /**
   * Where the value of a formula comes from: "cached" by the program that saved it, "computed" here because none was
   * saved, "missing" when it could not be computed. Null for a constant.
   */
  readonly origin: "cached" | "computed" | "missing" | null;
}

export type Visibility = "visible" | "hidden" | "veryHidden";

export interface Sheet {
  readonly name: string;
  readonly visibility: Visibility;
  /** Row by row, left to right; a cell without value, error and formula is left out. */
  readonly cells: readonly Cell[];
  readonly merges: readonly Area[];
  readonly isProtected: boolean;
}

export interface Workbook {
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  /** What a person said of how to read its tables; the host knows nothing of it. */
  readonly lectures?: readonly Lecture[];
}
