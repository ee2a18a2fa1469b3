/**
 * What each subtotal and total of a plan adds up. Labels and position propose; where they leave a choice, figures
 * decide, and only when several columns agree: one wrong figure must not move a block's border.
 */
import { classementOfFiche, type Bloc, type Part } from "../domain/bloc";
import { ZERO, type Decimal } from "../domain/decimal";
import type { RowKind } from "./labels";
import { hasNoValue, type AmountCell, type RowAmounts } from "./tables";

export interface CoverageRow {
  readonly kind: RowKind | "section";
  readonly fiche: string | null;
  readonly part: Part | null;
  /** The block that a subtotal names ("Sous total axe 1"), or null. */
  readonly bloc: Bloc | null;
  /** Text of the axis column, or of a section above: rows of one block share it. */
  readonly axe: string;
  readonly amounts: RowAmounts;
  /** No label at all: a total only if its figures say so. */
  readonly isUnlabelled: boolean;
  /** Could be the total of an axis written above its actions: no number where others have one. */
  readonly mayHead: boolean;
}

interface Item {
  readonly index: number;
  readonly isComposite: boolean;
}

const SHARES = ["etat", "departement", "total"] as const;

function valueOf(cell: AmountCell | undefined): Decimal | null {
  if (!cell || hasNoValue(cell)) return null;
  return cell.amount?.value ?? ZERO;
}

/** How many columns of a row are the sum of the same columns of others; columns of zeros prove nothing. */
function balanced(rows: readonly CoverageRow[], row: CoverageRow, terms: readonly Item[]): number {
  return SHARES.filter((share) => {
    const cell = row.amounts[share];
    if (cell?.state !== "amount" || !cell.amount) return false;
    let sum = ZERO;
    let margin = cell.amount.half;
    for (const { index } of terms) {
      const term = rows[index]?.amounts[share];
      const value = valueOf(term);
      if (value === null) return false;
      sum = sum.plus(value);
      margin = margin.plus(term?.amount?.half ?? 0);
    }
    return !cell.amount.value.isZero() && cell.amount.value.minus(sum).abs().lte(margin);
  }).length;
}

/** A share of a row as a number: its last digits may be wrong, so that it can only tell what is not worth a sum. */
interface Rough {
  readonly value: number;
  readonly half: number;
}

/** Beyond what adding a table's amounts as numbers can be wrong by, in euros. */
const ROUGHNESS = 0.01;

const ROUGH = new WeakMap<AmountCell, Rough>();

function roughOf(cell: AmountCell): Rough {
  const known = ROUGH.get(cell);
  if (known) return known;
  const rough = { value: cell.amount?.value.toNumber() ?? 0, half: cell.amount?.half.toNumber() ?? 0 };
  ROUGH.set(cell, rough);
  return rough;
}

/** What is left of a total once the last items of the stack are taken from it, one more at each step; exact. */
class Remainder {
  #count = 0;
  #left: Decimal;
  #margin: Decimal;

  constructor(
    private readonly termAt: (count: number) => AmountCell | undefined,
    { value, half }: NonNullable<AmountCell["amount"]>,
  ) {
    this.#left = value;
    this.#margin = half;
  }

  /** True where nothing is left after so many items; never asked for fewer than before. */
  isNothingAfter(count: number): boolean {
    while (this.#count < count) {
      const { amount = null } = this.termAt(++this.#count) ?? {};
      if (!amount) continue;
      this.#left = this.#left.minus(amount.value);
      this.#margin = this.#margin.plus(amount.half);
    }
    return this.#left.abs().lte(this.#margin);
  }
}

/**
 * As balanced, for the last items of the stack: none, one, two … all of them. Long tables try many sums of which hardly
 * any comes close: numbers tell these apart, decimals decide.
 */
function scoresOf(rows: readonly CoverageRow[], row: CoverageRow, stack: readonly Item[]): number[] {
  const scores = new Array<number>(stack.length + 1).fill(0);
  for (const share of SHARES) {
    const cell = row.amounts[share];
    if (cell?.state !== "amount" || !cell.amount || cell.amount.value.isZero()) continue;
    const termAt = (count: number): AmountCell | undefined =>
      rows[stack[stack.length - count]?.index ?? -1]?.amounts[share];
    const remainder = new Remainder(termAt, cell.amount);
    let { value: left, half: margin } = roughOf(cell);
    for (let count = 0; count <= stack.length; count += 1) {
      if (count > 0) {
        const term = termAt(count);
        if (!term || hasNoValue(term)) break;
        const { value, half } = roughOf(term);
        left -= value;
        margin += half;
      }
      if (Math.abs(left) <= margin + ROUGHNESS && remainder.isNothingAfter(count)) {
        scores[count] = (scores[count] ?? 0) + 1;
      }
    }
  }
  return scores;
}

function trailing(stack: readonly Item[], isWithin: (item: Item) => boolean): number {
  const first = stack.findLastIndex((item) => !isWithin(item));
  return stack.length - 1 - first;
}

/** True for an action that nothing keeps out of the block which a subtotal names: a number of another axis does. */
function mayBelong(row: CoverageRow | undefined, { part, bloc }: CoverageRow): boolean {
  if (!row || row.kind !== "detail") return false;
  const numbered = row.fiche === null ? null : (classementOfFiche(row.fiche)?.bloc ?? null);
  return (row.part ?? part) === part && (numbered ?? bloc) === bloc;
}

/** Items at the end of the stack that label and position give to a total. */
function proposed(rows: readonly CoverageRow[], row: CoverageRow, stack: readonly Item[]): number {
  if (row.kind === "total" && row.part === null) return stack.length;
  const at = (back: number): Item | undefined => stack[stack.length - back];
  const own = row.bloc === null ? 0 : trailing(stack, (item) => mayBelong(rows[item.index], row));
  if (own > 0) return own;
  if (row.part !== null) {
    let count = 0;
    for (let item = at(1); item && (rows[item.index]?.part ?? row.part) === row.part; item = at(count + 1)) count += 1;
    const inside = stack.slice(stack.length - count);
    // "Sous total Emploi" gathers its volets, and their subtotals; a subtotal that names its axis, its own rows only.
    if (count > 0 && (inside.every(({ isComposite }) => !isComposite) || !isAxisSubtotal(rows, row, stack)))
      return count;
  }
  let leaves = 0;
  const axe = rows[at(1)?.index ?? -1]?.axe ?? "";
  for (let item = at(1); item && !item.isComposite && rows[item.index]?.axe === axe; item = at(leaves + 1)) leaves += 1;
  return leaves > 0 ? leaves : stack.length;
}

/** A subtotal that follows rows of its own axis, after other subtotals: it closes that axis alone. */
function isAxisSubtotal(rows: readonly CoverageRow[], row: CoverageRow, stack: readonly Item[]): boolean {
  const last = stack.at(-1);
  return last !== undefined && !last.isComposite && row.axe !== "" && rows[last.index]?.axe === row.axe;
}

/**
 * True where a total in formulas would leave out what its label gives it, or actions of the block that it adds up:
 * formulas copied across the columns agree with each other, also where they all forget the first row.
 */
function leavesOut(
  rows: readonly CoverageRow[],
  row: CoverageRow,
  stack: readonly Item[],
  { count, first }: { readonly count: number; readonly first: number },
): boolean {
  const cells = SHARES.flatMap((share) => row.amounts[share] ?? []).filter(({ state }) => state === "amount");
  if (count >= first || cells.length === 0 || !cells.every(({ formula }) => formula !== null)) return false;
  const left = stack.slice(stack.length - first, stack.length - count);
  const axe = rows[stack[stack.length - count]?.index ?? -1]?.axe;
  return row.part !== null || left.every((item) => !item.isComposite && rows[item.index]?.axe === axe);
}

/** The best count of items for a total: the proposal, unless the figures of two columns more agree on another. */
function chosen(
  rows: readonly CoverageRow[],
  row: CoverageRow,
  stack: readonly Item[],
  byLabels: boolean,
): { count: number; score: number } {
  const scores = scoresOf(rows, row, stack);
  const scoreOf = (count: number): number => scores[count] ?? 0;
  const first = proposed(rows, row, stack);
  let best = { count: first, score: scoreOf(first) };
  const columns = SHARES.filter((share) => row.amounts[share]?.state === "amount").length;
  for (let count = stack.length; count >= 1; count -= 1) {
    if (byLabels && leavesOut(rows, row, stack, { count, first })) continue;
    const score = scoreOf(count);
    if (score > best.score && score >= Math.min(2, columns) && best.score === 0) best = { count, score };
  }
  return best;
}

interface Pass {
  readonly covers: ReadonlyMap<number, readonly number[]>;
  readonly score: number;
}

function isComposite(rows: readonly CoverageRow[], row: CoverageRow, stack: readonly Item[]): boolean {
  if (row.kind === "total" || row.kind === "sous-total") return true;
  if (!row.isUnlabelled && !row.mayHead) return false;
  return stack.length > 0 && chosen(rows, row, stack, false).score >= 2;
}

/** One walk over the rows in the given order; totals met before any row wait for what is left at the end. */
function walk(
  rows: readonly CoverageRow[],
  order: readonly number[],
  nested: ReadonlyMap<number, readonly number[]>,
  byLabels: boolean,
): Pass {
  const covers = new Map<number, readonly number[]>(nested);
  const inside = new Set([...nested.values()].flat());
  const stack: Item[] = [];
  const waiting: number[] = [];
  let score = 0;
  for (const index of order) {
    const row = rows[index];
    if (!row || row.kind === "dont" || row.kind === "section" || inside.has(index)) continue;
    if (nested.has(index) || !isComposite(rows, row, stack)) {
      stack.push({ index, isComposite: false });
    } else if (stack.length === 0) {
      waiting.push(index);
    } else {
      const choice = chosen(rows, row, stack, byLabels);
      score += choice.score;
      covers.set(
        index,
        stack.splice(stack.length - choice.count).map((item) => item.index),
      );
      stack.push({ index, isComposite: true });
    }
  }
  for (const index of waiting) {
    const row = rows[index];
    if (!row || stack.length === 0) continue;
    score += balanced(rows, row, stack);
    covers.set(
      index,
      stack.map((item) => item.index),
    );
  }
  return { covers, score };
}

/** Actions that their sub-actions follow: "1.1", then "1.1.1", "1.1.2" … numbered without a hole. */
function nestedRows(rows: readonly CoverageRow[]): Map<number, readonly number[]> {
  const nested = new Map<number, readonly number[]>();
  const under = new Map<string, number[]>();
  rows.forEach(({ kind, fiche }, place) => {
    const dot = kind === "detail" ? (fiche?.lastIndexOf(".") ?? -1) : -1;
    const parent = dot === -1 ? undefined : fiche?.slice(0, dot);
    if (parent === undefined) return;
    const places = under.get(parent);
    if (places) places.push(place);
    else under.set(parent, [place]);
  });
  rows.forEach((row, index) => {
    if (row.fiche === null || row.kind !== "detail") return;
    const children = under.get(row.fiche) ?? [];
    const numbers = children.map((place) => Number(rows[place]?.fiche?.split(".").at(-1)));
    if (children.length > 0 && numbers.every((number, place) => number === place + 1)) nested.set(index, children);
  });
  return nested;
}

/** How many rows some total adds up. */
function countedBy({ covers }: Pass): number {
  return new Set([...covers.values()].flat()).size;
}

/** Without figures that tell the way, a table that begins with a total and ends with an action has its totals above. */
function beginsWithTotal(rows: readonly CoverageRow[]): boolean {
  // The line outside the pact stands last in both.
  const filled = rows.filter(({ kind, part }) => kind !== "section" && part !== "hors-pacte");
  const [first, last] = [filled[0], filled.at(-1)];
  return first !== undefined && first.kind !== "detail" && last?.kind === "detail";
}

/**
 * Rows that each subtotal and total covers, as indices; covered rows keep the order of the table. Totals stand under
 * what they add, or above it: the direction in which more figures add up is the table's.
 */
export function coverageOf(rows: readonly CoverageRow[]): ReadonlyMap<number, readonly number[]> {
  const nested = nestedRows(rows);
  const order = rows.map((_, index) => index);
  const reversed = [...order].reverse();
  const below = walk(rows, order, nested, false);
  const above = walk(rows, reversed, nested, false);
  const isAbove = above.score === below.score ? beginsWithTotal(rows) : above.score > below.score;
  const byFigures = isAbove ? above : below;
  const byLabels = walk(rows, byFigures === above ? reversed : order, nested, true);
  // Labels win over the figures of formulas where these leave a row that no total counts, or give it to a total that
  // does not add it either.
  const gained = countedBy(byLabels) - countedBy(byFigures);
  const pass = gained > 0 || (gained === 0 && byLabels.score >= byFigures.score) ? byLabels : byFigures;
  return new Map([...pass.covers].map(([index, covered]) => [index, [...covered].sort((a, b) => a - b)]));
}
