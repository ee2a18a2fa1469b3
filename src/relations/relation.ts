/**
 * Relations between amounts: what has to add up, or to be at least something, and why. Tables are turned into
 * relations; one evaluator tests them all, so that one wrong figure can be found from everything that it breaks.
 */
import type { Decimal } from "../domain/decimal";
import { hasNoValue, type AmountCell } from "../reading/tables";
import { qualifiedAddress, type CellRef } from "../workbook/address";

export type CellKey = string;

export function keyOf(ref: CellRef): CellKey {
  return ref.part === undefined ? qualifiedAddress(ref) : `${qualifiedAddress(ref)}#${ref.part}`;
}

export interface RelationTerm {
  readonly cell: AmountCell;
  /** How often the term counts: 1, -1, 0.5 … */
  readonly coefficient: Decimal;
}

export interface Relation {
  readonly rule: string;
  /** `total = Σ terms`, `total ≥ Σ terms`, or `total ≤ Σ terms`. */
  readonly kind: "equal" | "at-least" | "at-most";
  readonly total: AmountCell;
  readonly terms: readonly RelationTerm[];
  /** A product (rate × base): it is right when it is the product rounded to its own last written digit. */
  readonly rounded?: true;
  /** What the writing of a rate, or of a figure a month, leaves open: a gap within it needs no word. */
  readonly margin?: Decimal;
  /** Which sentence of the rule's, where its relations say different things. */
  readonly variant?: string;
  /** The cell to look at where no member is found guilty: the rate that they contradict. */
  readonly otherwise?: CellRef;
  /** The most that a finding on it can be: details in text never block. */
  readonly ceiling: "blocking" | "warning";
  /** What the relation is about, for a sentence: "l'axe 1", "l'action 2.2", "l'année 2024". */
  readonly subject: string;
  /** Article that it comes from; null for plain arithmetic. */
  readonly reference: string | null;
  /** Row of the total in its table: findings of one row that go together share it. */
  readonly row: string;
}

/** A habit of these tables (the two parties pay the same): it never alarms, it only helps to choose a culprit. */
export interface Habit {
  readonly cells: readonly [AmountCell, AmountCell];
}

/** Members of a relation, the total first. */
export function membersOf(relation: Relation): AmountCell[] {
  return [relation.total, ...relation.terms.map(({ cell }) => cell)];
}

/** True where every member has a value: missing, unreadable, erroneous and uncomputed ones cannot be tested. */
export function isTestable(relation: Relation): boolean {
  return !membersOf(relation).some(hasNoValue);
}
