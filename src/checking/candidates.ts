/** Changes that could explain broken relations, each with what speaks for it. */
import { type Decimal, ZERO } from "../domain/decimal";
import type { AmountCell } from "../reading/tables";
import { keyOf, membersOf, type CellKey, type Habit, type Relation } from "../relations/relation";
import { combine, NO_CHANGE, type Changes, type RelationSystem, type Status } from "../relations/system";
import { slipBetween } from "./plausibility";

export interface Candidate {
  readonly keys: readonly CellKey[];
  /** The figure is right, but a text that sums pass over. */
  readonly isText: boolean;
  readonly changes: Changes;
  readonly score: number;
  readonly mended: readonly Relation[];
}

/** What is open now: relations to explain, changes already accepted, cells already accused. */
export interface Inquiry {
  readonly open: ReadonlySet<Relation>;
  readonly state: Changes;
  readonly accused: ReadonlySet<CellKey>;
  /** The worst status that needs no explanation. */
  readonly tolerated: Status;
}

/** What changing a figure that nothing else contradicts costs, against what mending a relation brings. */
const COST_OF_BREAKING = 1.5;

export const RANK: Readonly<Record<Status, number>> = { satisfied: 0, rounding: 1, truncation: 1, broken: 2 };

function rowOf({ ref }: AmountCell): string {
  return `${ref.sheet}!${ref.row}`;
}

export class CandidateSearch {
  private readonly habitsOf = new Map<CellKey, Habit[]>();
  /** Candidates of each cell, and of each row, kept until a relation that they touch changes. */
  private readonly kept = new Map<string, { candidates: readonly Candidate[]; touched: ReadonlySet<Relation> }>();

  constructor(
    private readonly system: RelationSystem,
    habits: readonly Habit[],
  ) {
    for (const habit of habits) {
      for (const { ref } of habit.cells) {
        const known = this.habitsOf.get(keyOf(ref));
        if (known) known.push(habit);
        else this.habitsOf.set(keyOf(ref), [habit]);
      }
    }
  }

  /** Forgets what an accepted change makes stale; all of it when what is tolerated changes. */
  forget(changed: ReadonlySet<Relation> | "all"): void {
    if (changed === "all") {
      this.kept.clear();
      return;
    }
    for (const [key, { touched }] of this.kept) {
      for (const relation of changed) {
        if (!touched.has(relation)) continue;
        this.kept.delete(key);
        break;
      }
    }
  }

  /** Candidates of every cell and row of the open relations, the best first. */
  find(inquiry: Inquiry): Candidate[] {
    const cells = new Map<CellKey, AmountCell>();
    for (const relation of inquiry.open) for (const cell of membersOf(relation)) cells.set(keyOf(cell.ref), cell);
    const rows = new Set([...cells.values()].map(rowOf));
    const candidates = [
      ...[...cells.keys()].flatMap((key) =>
        inquiry.accused.has(key) ? [] : this.keep(key, () => this.ofCell(key, inquiry)),
      ),
      ...[...rows].flatMap((row) => this.keep(`row ${row}`, () => this.ofRow(row, cells, inquiry))),
    ];
    return candidates.sort((a, b) => b.score - a.score);
  }

  private keep(
    key: string,
    make: () => { candidates: Candidate[]; touched: ReadonlySet<Relation> },
  ): readonly Candidate[] {
    const known = this.kept.get(key) ?? make();
    this.kept.set(key, known);
    return known.candidates;
  }

  private ofCell(key: CellKey, inquiry: Inquiry): { candidates: Candidate[]; touched: ReadonlySet<Relation> } {
    const unit = this.system.unitChange(key);
    const touched = new Set(this.system.touchedBy(unit));
    const candidates: Candidate[] = [];
    const text = this.system.textChange(key);
    if (text) {
      this.system.touchedBy(text).forEach((relation) => touched.add(relation));
      candidates.push(this.scored([key], text, true, inquiry));
    }
    const amounts = [...this.amountsFor(key, touched, inquiry), ...this.habitAmounts(key, inquiry)];
    for (const amount of new Map(amounts.map((one) => [one.toString(), one])).values()) {
      candidates.push(this.scored([key], combine(NO_CHANGE, unit, amount), false, inquiry));
    }
    return { candidates, touched };
  }

  /** Changes of a cell that would mend one of the open relations exactly. */
  private amountsFor(key: CellKey, relations: Iterable<Relation>, { open, state }: Inquiry): Decimal[] {
    const unit = this.system.unitChange(key);
    const amounts: Decimal[] = [];
    for (const relation of relations) {
      if (!open.has(relation)) continue;
      const before = this.system.evaluate(relation, state);
      const after = this.system.evaluate(relation, state, unit);
      const slope = after.expected.minus(after.actual).minus(before.expected.minus(before.actual));
      if (!slope.isZero()) amounts.push(before.gap.div(slope).negated());
    }
    return amounts;
  }

  /** Changes that make the two parties' shares equal again: the exact value, where relations leave a margin. */
  private habitAmounts(key: CellKey, { state }: Inquiry): Decimal[] {
    return (this.habitsOf.get(key) ?? [])
      .map(({ cells: [one, other] }) => {
        const difference = valueIn(other, state).minus(valueIn(one, state));
        return keyOf(one.ref) === key ? difference : difference.negated();
      })
      .filter((amount) => !amount.isZero());
  }

  /** A row wrong in several columns at once, as when an action was updated and its total was not. */
  private ofRow(
    row: string,
    cells: ReadonlyMap<CellKey, AmountCell>,
    inquiry: Inquiry,
  ): { candidates: Candidate[]; touched: ReadonlySet<Relation> } {
    const touched = new Set<Relation>();
    const keys: CellKey[] = [];
    let joint = NO_CHANGE;
    for (const [key, cell] of cells) {
      if (rowOf(cell) !== row) continue;
      const unit = this.system.unitChange(key);
      const here = this.system.touchedBy(unit);
      here.forEach((relation) => touched.add(relation));
      if (inquiry.accused.has(key)) continue;
      const across = [...here].filter((relation) => membersOf(relation).some((member) => rowOf(member) !== row));
      const [amount] = this.amountsFor(key, across, inquiry);
      if (!amount) continue;
      keys.push(key);
      joint = combine(joint, unit, amount);
    }
    return { candidates: keys.length < 2 ? [] : [this.scored(keys, joint, false, inquiry)], touched };
  }

  private scored(keys: readonly CellKey[], changes: Changes, isText: boolean, inquiry: Inquiry): Candidate {
    const { open, state, tolerated } = inquiry;
    const mended: Relation[] = [];
    let score = 0;
    for (const relation of this.system.touchedBy(changes)) {
      const { status } = this.system.evaluate(relation, state, changes);
      if (open.has(relation)) {
        if (RANK[status] > RANK[tolerated]) continue;
        mended.push(relation);
        score += status === "satisfied" ? 1 : 0.8;
      } else if (RANK[status] > RANK[tolerated] && RANK[status] > RANK[this.system.evaluate(relation, state).status]) {
        score -= COST_OF_BREAKING;
      }
    }
    mended.sort(byTelling(keys));
    return { keys, changes, isText, mended, score: score + this.likelihood(keys, changes, isText, inquiry) };
  }

  /** What speaks for a cell beside the relations: a typical slip, a constant, the habit of equal shares. */
  private likelihood(keys: readonly CellKey[], changes: Changes, isText: boolean, inquiry: Inquiry): number {
    const [key] = keys;
    const cell = key === undefined ? undefined : this.system.cell(key);
    if (!cell || key === undefined) return 0;
    const habit = this.habitScore(changes, inquiry);
    if (isText) return 0.4 + habit;
    const { state, tolerated } = inquiry;
    // Rounding is nobody's slip.
    if (tolerated === "satisfied") return 0;
    let score = -0.6 * (keys.length - 1);
    if (cell.formula !== null) score -= 0.25;
    if (cell.state !== "amount") score -= 0.2;
    const change = changes.direct.get(key);
    const after = change ? valueIn(cell, state, changes) : null;
    // Nobody pays less than nothing: a change that ends below zero explains nothing.
    if (after?.isNegative() && !after.isZero()) score -= 2;
    // A party that pays nothing is the exception: a share that is missing is likelier than one too many.
    else if (after?.isZero()) score -= 0.4;
    if (cell.amount && change && slipBetween(cell.amount.value, cell.amount.value.plus(change), cell.unit))
      score += 0.3;
    return score + habit;
  }

  private habitScore(changes: Changes, { state }: Inquiry): number {
    const habits = new Set([...changes.direct.keys()].flatMap((key) => this.habitsOf.get(key) ?? []));
    let score = 0;
    for (const { cells } of habits) {
      const [one, other] = cells;
      const isEqual = (...layers: Changes[]): boolean => valueIn(one, ...layers).eq(valueIn(other, ...layers));
      score += 0.4 * (Number(isEqual(state, changes)) - Number(isEqual(state)));
    }
    return Math.max(-0.8, Math.min(0.8, score));
  }
}

function valueIn({ ref, amount }: AmountCell, ...layers: readonly Changes[]): Decimal {
  return layers.reduce((value, { direct }) => value.plus(direct.get(keyOf(ref)) ?? ZERO), amount?.value ?? ZERO);
}

/** The relation that the culprit is the total of comes first: it gives the sum to show; then rows, then the rest. */
export function byTelling(keys: readonly CellKey[]): (a: Relation, b: Relation) => number {
  const rank = (relation: Relation): number => {
    if (relation.kind !== "equal") return 3;
    if (keys.includes(keyOf(relation.total.ref)) && relation.rule !== "fiche-plan") {
      return relation.rule === "total-ligne" ? 0.5 : 0;
    }
    return relation.rule === "total-ligne" ? 1 : 2;
  };
  return (a, b) => rank(a) - rank(b);
}
