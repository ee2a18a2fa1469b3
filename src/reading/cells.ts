/** Cells of amounts and rates, and what every table has: the kinds of tables build on them. */
import type { Amount, Unit } from "../domain/amount";
import type { Grandeur } from "../domain/grandeur";
import type { Rate } from "../domain/rate";
import type { Area, CellRef } from "../workbook/address";

/** A cell of an amount column. */
export interface AmountCell {
  readonly ref: CellRef;
  readonly state:
    | "amount"
    /** NC, -: no share. Counts as nothing in a sum. */
    | "none"
    | "empty"
    /** Hidden by a merge: the amount stands in another row. */
    | "covered"
    /** "à compléter": known to be missing. */
    | "pending"
    | "unreadable"
    | "error"
    /** A formula that nobody has computed. */
    | "stale";
  readonly amount: Amount | null;
  /** What the cell says, as text. */
  readonly written: string;
  readonly stored: "number" | "text" | null;
  /** The unit of a number in this column: a repair is written in it. */
  readonly unit: Unit;
  readonly formula: string | null;
  /** The amount is some words of a sentence: the cell holds more than it. */
  readonly isPartOfCell?: boolean;
  /** What it counts, where that is not euros. */
  readonly grandeur?: Grandeur;
}

const WITHOUT_VALUE: readonly AmountCell["state"][] = ["pending", "unreadable", "error", "stale"];

/** True for a cell that is filled and whose value nobody can tell: no sum that holds it can be tested. */
export function hasNoValue({ state }: AmountCell): boolean {
  return WITHOUT_VALUE.includes(state);
}

export interface RateCell {
  readonly ref: CellRef;
  readonly rate: Rate;
  readonly written: string;
  /** Which share the header says that the rate is of. */
  readonly subject: "etat" | "departement" | null;
}

export interface TableBase {
  readonly sheet: string;
  readonly area: Area;
  readonly title: string;
  readonly unit: Unit;
}
