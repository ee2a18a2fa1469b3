/** What a formula leaves out or takes twice, in cells that an officer can look at. */
import { EUROS_IN, type Unit } from "../../domain/amount";
import { Decimal, fromStoredNumber, ZERO } from "../../domain/decimal";
import { linearConstant } from "../../relations/formula";
import { keyOf, type CellKey, type Relation } from "../../relations/relation";
import { cellAddress, type CellRef } from "../../workbook/address";
import { sheetInFormula } from "../../workbook/contents";
import type { Counted, Counts, Sums } from "./sums";

export interface Differences {
  /** Cells that the total covers and the formula leaves out. */
  readonly missing: readonly CellRef[];
  /** Cells whose amounts are counted already. */
  readonly twice: readonly CellRef[];
  /** Cells that the total does not cover. */
  readonly foreign: readonly CellRef[];
  /** What the formula should give beside what it gives, in euros. */
  readonly change: Decimal;
  /** True where every cell of the difference belongs to a table. */
  readonly isKnown: boolean;
}

function minus(one: Counts, other: Counts): Map<CellKey, Decimal> {
  const difference = new Map(one);
  for (const [key, count] of other) difference.set(key, (difference.get(key) ?? ZERO).minus(count));
  for (const [key, count] of difference) if (count.isZero()) difference.delete(key);
  return difference;
}

/** Takes whole terms out of a surplus while they fit, the largest first: a subtotal rather than each of its rows. */
function wholes(surplus: Map<CellKey, Decimal>, terms: readonly Counted[], sums: Sums, intoFiches: boolean): CellRef[] {
  const known = terms.flatMap((term) => {
    const counts = sums.countsOf([term], intoFiches);
    return counts && counts.size > 0 ? [{ ref: term.ref, counts }] : [];
  });
  const found: CellRef[] = [];
  for (const { ref, counts } of known.sort((a, b) => b.counts.size - a.counts.size)) {
    if (![...counts].every(([key, count]) => count.gt(0) && (surplus.get(key) ?? ZERO).gte(count))) continue;
    found.push(ref);
    for (const [key, count] of counts) surplus.set(key, (surplus.get(key) ?? ZERO).minus(count));
  }
  return found;
}

function positive(difference: ReadonlyMap<CellKey, Decimal>, sign: 1 | -1): Map<CellKey, Decimal> {
  return new Map(
    [...difference].flatMap(([key, count]) => (count.times(sign).gt(0) ? [[key, count.times(sign)]] : [])),
  );
}

function valueOf(key: CellKey, unit: Unit, sums: Sums): Decimal | null {
  const leaf = sums.leaves.get(key);
  if (leaf?.amount) return leaf.amount.unit === unit ? (leaf.amount.amount?.value ?? ZERO) : null;
  return leaf?.stored === null || leaf === undefined ? ZERO : fromStoredNumber(leaf.stored).times(EUROS_IN[unit]);
}

function inOrder(refs: readonly CellRef[]): CellRef[] {
  const once = new Map(refs.map((ref) => [keyOf(ref), ref]));
  return [...once.values()].sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row || a.column - b.column);
}

/**
 * Amounts written as text, which no formula can add: the figures that it spells out are theirs where they agree.
 * @param constant euros
 */
function withoutSpelled(difference: Map<CellKey, Decimal>, constant: Decimal, sums: Sums): void {
  const texts = [...difference].flatMap(([key, count]) => {
    const cell = sums.leaves.get(key)?.amount;
    return cell?.amount && cell.stored === "text" ? [{ key, count, amount: cell.amount }] : [];
  });
  const sum = texts.reduce((total, { amount, count }) => total.plus(amount.value.times(count)), ZERO);
  const half = texts.reduce((total, { amount }) => total.plus(amount.half), ZERO);
  if (sum.minus(constant).abs().lte(half)) for (const { key } of texts) difference.delete(key);
}

/**
 * Compares a formula with what its cell is the sum of.
 * @returns null where they are the same sum, "unknown" where that cannot be told
 */
export function differencesOf(
  relation: Relation,
  formula: readonly Counted[],
  sums: Sums,
  intoFiches: boolean,
): Differences | null | "unknown" {
  const due = relation.terms.map(({ cell, coefficient }): Counted => ({ ref: cell.ref, coefficient }));
  const expected = sums.countsOf(due, intoFiches);
  const actual = sums.countsOf(formula, intoFiches);
  if (!expected || !actual) return "unknown";
  const difference = minus(expected, actual);
  const { formula: own, ref, unit } = relation.total;
  const constant = own === null ? ZERO : linearConstant(own, ref.sheet).times(EUROS_IN[unit]);
  if (!constant.isZero()) withoutSpelled(difference, constant, sums);
  if (difference.size === 0) return null;
  let change = ZERO;
  for (const [key, count] of difference) {
    const value = valueOf(key, relation.total.unit, sums);
    if (value === null) return "unknown";
    change = change.plus(value.times(count));
  }
  const lacking = positive(difference, 1);
  const surplus = positive(difference, -1);
  const isTwice = (ref: CellRef): boolean => {
    const counts = sums.countsOf([{ ref, coefficient: new Decimal(1) }], intoFiches);
    return counts !== null && [...counts.keys()].every((key) => expected.has(key));
  };
  const refsOf = (rest: ReadonlyMap<CellKey, Decimal>): CellRef[] =>
    [...rest].flatMap(([key, count]) => (count.gt(0) ? (sums.leaves.get(key)?.ref ?? []) : []));
  const missing = [...wholes(lacking, due, sums, intoFiches), ...refsOf(lacking)];
  const taken = [...wholes(surplus, formula, sums, intoFiches), ...refsOf(surplus)];
  return {
    missing: inOrder(missing),
    twice: inOrder(taken.filter(isTwice)),
    foreign: inOrder(taken.filter((ref) => !isTwice(ref))),
    change,
    isKnown: [...difference.keys()].every((key) => sums.leaves.get(key)?.amount),
  };
}

/** A cell as an officer reads it from another: with its sheet only where that is another one. */
export function addressFrom(ref: CellRef, sheet: string): string {
  const address = cellAddress(ref.row, ref.column);
  return ref.sheet === sheet ? address : `${sheetInFormula(ref.sheet)}!${address}`;
}

/** Runs of neighbours as ranges: D5, D6, D9 → "D5:D6", "D9". */
function ranges(refs: readonly CellRef[], sheet: string): string[] {
  const found: { first: CellRef; last: CellRef }[] = [];
  for (const ref of refs) {
    const run = found.at(-1);
    const follows =
      run !== undefined &&
      run.last.sheet === ref.sheet &&
      ((run.last.column === ref.column && run.last.row === ref.row - 1 && run.first.column === ref.column) ||
        (run.last.row === ref.row && run.last.column === ref.column - 1 && run.first.row === ref.row));
    if (run && follows) run.last = ref;
    else found.push({ first: ref, last: ref });
  }
  return found.map(({ first, last }) =>
    first === last ? addressFrom(first, sheet) : `${addressFrom(first, sheet)}:${cellAddress(last.row, last.column)}`,
  );
}

/** The formula that a total should have, as French Excel shows it: `=SOMME(D5:D6)`, `=D7+D10+D13`. */
export function dueFormula({ total, terms }: Relation): string {
  const parts = ranges(
    terms.filter(({ cell }) => cell.state !== "covered").map(({ cell }) => cell.ref),
    total.ref.sheet,
  );
  if (parts.some((part) => part.includes(":")) && terms.length > 2) return `=SOMME(${parts.join(";")})`;
  const cells = terms.filter(({ cell }) => cell.amount !== null);
  return `=${(cells.length > 0 ? cells : terms).map(({ cell }) => addressFrom(cell.ref, total.ref.sheet)).join("+")}`;
}
