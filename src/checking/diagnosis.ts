/**
 * From broken relations to culprits: which one cell, changed to which value, puts right the most with the least. A
 * wrong figure breaks its row, its subtotal, the totals above and other sheets; the tables over-determine each other,
 * so the one change that mends them all is, nearly always, the fault.
 */
import { Decimal, ZERO } from "../domain/decimal";
import type { AmountCell } from "../reading/tables";
import { keyOf, membersOf, type CellKey, type Habit, type Relation } from "../relations/relation";
import { combine, NO_CHANGE, type Changes, type RelationSystem, type Status } from "../relations/system";
import { slipBetween } from "./plausibility";

export interface Culprit {
  readonly cell: AmountCell;
  /** What it should hold, in euros. */
  readonly expected: Decimal;
}

export interface Diagnosis {
  /** One cell, or the cells of one row that are wrong together; the first is the one to look at. */
  readonly culprits: readonly Culprit[];
  /** The figure is right but a text: sums pass it over. */
  readonly isText: boolean;
  /** The relations that the change mends, the most telling first. */
  readonly mended: readonly Relation[];
  /** Another cell that explains the fault nearly as well. */
  readonly runnerUp: Culprit | null;
  /** What is left between members that were within rounding, or broken. */
  readonly worst: Exclude<Status, "satisfied">;
}

interface Candidate {
  readonly keys: readonly CellKey[];
  readonly isText: boolean;
  readonly changes: Changes;
  readonly score: number;
  readonly mended: readonly Relation[];
}

/** Below it, two explanations are as good as each other. */
const CLEAR_LEAD = 0.35;
/** What changing a figure that nothing else contradicts costs, against what mending a relation brings. */
const COST_OF_BREAKING = 1.5;

const RANK: Readonly<Record<Status, number>> = { satisfied: 0, rounding: 1, truncation: 1, broken: 2 };

export class Diagnostician {
  private state: Changes = NO_CHANGE;
  private readonly accused = new Set<CellKey>();
  /** Relations that a diagnosis has explained: they are not told twice. */
  private readonly told = new Set<Relation>();

  constructor(
    private readonly system: RelationSystem,
    private readonly habits: readonly Habit[],
  ) {}

  /** All changes found so far, for relations that have to be read as if the workbook were right. */
  get repairs(): Changes {
    return this.state;
  }

  /**
   * Names culprits until no relation is worse than `tolerated`.
   * Each turn mends at least one relation for good, so it ends.
   */
  diagnose(tolerated: Status): Diagnosis[] {
    const found: Diagnosis[] = [];
    for (;;) {
      const open = this.system.relations.filter(
        (relation) => !this.told.has(relation) && RANK[this.statusOf(relation, this.state)] > RANK[tolerated],
      );
      const [first] = open;
      if (!first) return found;
      const ranked = this.candidates(open, tolerated).sort((a, b) => b.score - a.score);
      const [leader] = ranked;
      const best = leader && isConvincing(leader, tolerated) ? leader : this.lastResort(first);
      found.push(this.diagnosisOf(best, ranked));
      // What nothing else confirms is told, not taken for true: it would break what holds.
      if (best === leader) this.state = combine(this.state, best.changes, new Decimal(1));
      best.keys.forEach((key) => this.accused.add(key));
      best.mended.forEach((relation) => this.told.add(relation));
    }
  }

  private statusOf(relation: Relation, changes: Changes): Status {
    return this.system.evaluate(relation, changes).status;
  }

  private diagnosisOf(best: Candidate, ranked: readonly Candidate[]): Diagnosis {
    const statuses = best.mended.map((relation) => this.statusOf(relation, this.state));
    const worst = statuses.includes("broken") ? "broken" : statuses.includes("truncation") ? "truncation" : "rounding";
    const second = ranked.find(
      (candidate) =>
        candidate !== best &&
        candidate.keys[0] !== best.keys[0] &&
        candidate.score > 0 &&
        best.score - candidate.score < CLEAR_LEAD,
    );
    return {
      culprits: this.culpritsOf(best),
      isText: best.isText,
      mended: best.mended,
      runnerUp: second ? (this.culpritsOf(second)[0] ?? null) : null,
      worst,
    };
  }

  private culpritsOf({ keys, changes, isText }: Candidate): Culprit[] {
    return keys.flatMap((key) => {
      const cell = this.system.cell(key);
      const before = (cell?.amount?.value ?? ZERO).plus(this.state.direct.get(key) ?? ZERO);
      return cell ? [{ cell, expected: isText ? before : before.plus(changes.direct.get(key) ?? ZERO) }] : [];
    });
  }

  /** Where no change helps more than it harms: the total of a broken relation is what contradicts its terms. */
  private lastResort(relation: Relation): Candidate {
    const key = keyOf(relation.total.ref);
    const { gap } = this.system.evaluate(relation, this.state);
    return {
      keys: [key],
      isText: false,
      changes: { direct: new Map([[key, gap]]), followed: new Map() },
      score: 0,
      mended: [relation],
    };
  }

  private candidates(open: readonly Relation[], tolerated: Status): Candidate[] {
    const keys = new Set(open.flatMap((relation) => membersOf(relation).map(({ ref }) => keyOf(ref))));
    const candidates: Candidate[] = [];
    for (const key of keys) {
      if (this.accused.has(key)) continue;
      const text = this.system.textChange(key);
      if (text) candidates.push(this.scored([key], text, true, open, tolerated));
      const seen = new Set<string>();
      for (const amount of [...this.amountsFor(key, open), ...this.habitAmounts(key)]) {
        if (seen.has(amount.toString())) continue;
        seen.add(amount.toString());
        const changes = combine(NO_CHANGE, this.system.unitChange(key), amount);
        candidates.push(this.scored([key], changes, false, open, tolerated));
      }
    }
    return [...candidates, ...this.rowCandidates(open, tolerated)];
  }

  /** Changes of a cell that would mend one of the open relations exactly. */
  private amountsFor(key: CellKey, open: readonly Relation[]): Decimal[] {
    const unit = this.system.unitChange(key);
    return open.flatMap((relation) => {
      const before = this.system.evaluate(relation, this.state);
      const after = this.system.evaluate(relation, combine(this.state, unit, new Decimal(1)));
      const slope = after.expected.minus(after.actual).minus(before.expected.minus(before.actual));
      return slope.isZero() ? [] : [before.gap.div(slope).negated()];
    });
  }

  /** Changes that make the two parties' shares equal again: the exact value, where relations leave a margin. */
  private habitAmounts(key: CellKey): Decimal[] {
    const value = ({ ref, amount }: AmountCell): Decimal =>
      (amount?.value ?? ZERO).plus(this.state.direct.get(keyOf(ref)) ?? ZERO);
    return this.habits
      .flatMap(({ cells: [one, other] }) => {
        if (keyOf(one.ref) === key) return [value(other).minus(value(one))];
        return keyOf(other.ref) === key ? [value(one).minus(value(other))] : [];
      })
      .filter((amount) => !amount.isZero());
  }

  /** Rows wrong in several columns at once, as when an action was updated and its total was not. */
  private rowCandidates(open: readonly Relation[], tolerated: Status): Candidate[] {
    const rows = new Map<string, Map<CellKey, Decimal>>();
    for (const relation of open) {
      const cells = membersOf(relation);
      const rowsHere = new Set(cells.map(({ ref }) => `${ref.sheet}!${ref.row}`));
      if (rowsHere.size < 2) continue;
      for (const { ref } of cells) {
        const key = keyOf(ref);
        const [amount] = this.accused.has(key) ? [] : this.amountsFor(key, [relation]);
        if (!amount) continue;
        const row = `${ref.sheet}!${ref.row}`;
        const changes = rows.get(row) ?? new Map<CellKey, Decimal>();
        if (!changes.has(key)) changes.set(key, amount);
        rows.set(row, changes);
      }
    }
    return [...rows.values()].flatMap((changes) => {
      const keys = [...changes.keys()];
      if (keys.length < 2) return [];
      let joint = NO_CHANGE;
      for (const [key, amount] of changes) joint = combine(joint, this.system.unitChange(key), amount);
      return [this.scored(keys, joint, false, open, tolerated)];
    });
  }

  private scored(
    keys: readonly CellKey[],
    changes: Changes,
    isText: boolean,
    open: readonly Relation[],
    tolerated: Status,
  ): Candidate {
    const after = combine(this.state, changes, new Decimal(1));
    const touched = new Set(
      [...changes.direct.keys(), ...changes.followed.keys()].flatMap((key) => this.system.relationsOf(key)),
    );
    const mended: Relation[] = [];
    let score = 0;
    for (const relation of touched) {
      const status = this.statusOf(relation, after);
      if (open.includes(relation)) {
        if (RANK[status] > RANK[tolerated]) continue;
        mended.push(relation);
        score += status === "satisfied" ? 1 : 0.8;
      } else if (RANK[status] > RANK[this.statusOf(relation, this.state)] && RANK[status] > RANK[tolerated]) {
        score -= COST_OF_BREAKING;
      }
    }
    return {
      keys,
      changes,
      isText,
      mended: mended.sort(byTelling(keys)),
      score: score + this.likelihood(keys, changes, isText, tolerated),
    };
  }

  /** What speaks for a cell beside the relations: a typical slip, a constant, the habit of equal shares. */
  private likelihood(keys: readonly CellKey[], changes: Changes, isText: boolean, tolerated: Status): number {
    const [key] = keys;
    const cell = key === undefined ? undefined : this.system.cell(key);
    if (!cell || key === undefined) return 0;
    if (isText) return 0.4 + this.habitScore(changes);
    // Rounding is nobody's slip.
    if (tolerated === "satisfied") return 0;
    let score = -0.6 * (keys.length - 1);
    if (cell.formula !== null) score -= 0.25;
    if (cell.state !== "amount") score -= 0.2;
    const change = changes.direct.get(key);
    if (cell.amount && change && slipBetween(cell.amount.value, cell.amount.value.plus(change), cell.unit))
      score += 0.3;
    return score + this.habitScore(changes);
  }

  private habitScore(changes: Changes): number {
    const after = combine(this.state, changes, new Decimal(1));
    let score = 0;
    for (const { cells } of this.habits) {
      const [one, other] = cells;
      if (!changes.direct.has(keyOf(one.ref)) && !changes.direct.has(keyOf(other.ref))) continue;
      const isEqual = (state: Changes): boolean => {
        const value = ({ ref, amount }: AmountCell): Decimal =>
          (amount?.value ?? ZERO).plus(state.direct.get(keyOf(ref)) ?? ZERO);
        return value(one).eq(value(other));
      };
      score += 0.4 * (Number(isEqual(after)) - Number(isEqual(this.state)));
    }
    return Math.max(-0.8, Math.min(0.8, score));
  }
}

/**
 * True where a candidate explains enough to be accused. A rounding is told at its total, unless one cell that is off by
 * it explains several.
 */
function isConvincing({ score, keys, mended }: Candidate, tolerated: Status): boolean {
  if (tolerated === "satisfied") return keys.length === 1 && mended.length > 1 && score > 1;
  return score > 0;
}

/** The relation that the culprit is the total of comes first: it gives the sum to show; then rows, then the rest. */
function byTelling(keys: readonly CellKey[]): (a: Relation, b: Relation) => number {
  const rank = (relation: Relation): number => {
    if (relation.kind === "at-least") return 3;
    if (keys.includes(keyOf(relation.total.ref)) && relation.rule !== "fiche-plan") {
      return relation.rule === "total-ligne" ? 0.5 : 0;
    }
    return relation.rule === "total-ligne" ? 1 : 2;
  };
  return (a, b) => rank(a) - rank(b);
}

/** The value that the relations give to a cell that cannot be read, when all that can tell agree. */
export function impliedValue(
  system: RelationSystem,
  relations: readonly Relation[],
  cell: AmountCell,
  repairs: Changes,
): Decimal | null {
  const key = keyOf(cell.ref);
  const values = relations.flatMap((relation) => {
    if (relation.kind !== "equal") return [];
    const others = membersOf(relation).filter(({ ref }) => keyOf(ref) !== key);
    const unreadable = others.some(({ state }) => state === "unreadable" || state === "error" || state === "stale");
    if (unreadable || others.length === membersOf(relation).length) return [];
    const { expected, actual } = system.evaluate(relation, repairs);
    const term = relation.terms.find((candidate) => keyOf(candidate.cell.ref) === key);
    return [term ? actual.minus(expected).div(term.coefficient) : expected];
  });
  const [first] = values;
  return first && values.every((value) => value.eq(first)) ? first : null;
}
