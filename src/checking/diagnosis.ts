/**
 * From broken relations to culprits: which one cell, changed to which value, puts right the most with the least. A
 * wrong figure breaks its row, its subtotal, the totals above and other sheets; the tables over-determine each other,
 * so the one change that mends them all is, nearly always, the fault.
 */
import { Decimal, ZERO } from "../domain/decimal";
import { hasNoValue, type AmountCell } from "../reading/tables";
import { keyOf, membersOf, type CellKey, type Habit, type Relation } from "../relations/relation";
import { combine, NO_CHANGE, type Changes, type RelationSystem, type Status } from "../relations/system";
import type { CellRef } from "../workbook/address";
import { byTelling, CandidateSearch, RANK, type Candidate } from "./candidates";

export interface Culprit {
  readonly cell: AmountCell;
  /** What it should hold, in euros. */
  readonly expected: Decimal;
}

/** A cell that should hold another amount, for a reason that its relations do not tell; the change is in euros. */
export interface KnownChange {
  readonly cell: CellRef;
  readonly change: Decimal;
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
  /** False where nothing but the broken relation speaks for it: the total is told, not found guilty. */
  readonly isConfirmed: boolean;
  /** What is left between members that were within rounding, or broken. */
  readonly worst: Exclude<Status, "satisfied">;
}

/** Below it, two explanations are as good as each other. */
const CLEAR_LEAD = 0.35;

export class Diagnostician {
  private state: Changes = NO_CHANGE;
  private readonly accused = new Set<CellKey>();
  /** Relations that a diagnosis has explained: they are not told twice. */
  private readonly told = new Set<Relation>();
  private readonly search: CandidateSearch;

  constructor(
    private readonly system: RelationSystem,
    habits: readonly Habit[],
  ) {
    this.search = new CandidateSearch(system, habits);
  }

  /** All changes found so far, for relations that have to be read as if the workbook were right. */
  get repairs(): Changes {
    return this.state;
  }

  /**
   * Accepts changes that are known from elsewhere, as a formula that leaves out a term: each cell whose change, with
   * the others', puts right what it broke. To be called before `diagnose`.
   */
  settle(known: readonly KnownChange[]): Diagnosis[] {
    const open = new Set(this.system.relations.filter((relation) => this.statusOf(relation) === "broken"));
    const joint = (changes: readonly KnownChange[]): Changes =>
      changes.reduce((sum, { cell, change }) => combine(sum, this.system.unitChange(keyOf(cell)), change), this.state);
    const mendedBy = ({ cell }: KnownChange, state: Changes): Relation[] =>
      [...this.system.touchedBy(this.system.unitChange(keyOf(cell)))].filter(
        (relation) => open.has(relation) && this.system.evaluate(relation, state).status !== "broken",
      );
    const all = joint(known);
    const sound = known.filter((one) => mendedBy(one, all).some(({ total }) => keyOf(total.ref) === keyOf(one.cell)));
    const state = joint(sound);
    const found = sound.flatMap((one): Diagnosis[] => {
      const mended = mendedBy(one, state).filter((relation) => !this.told.has(relation));
      const cell = this.system.cell(keyOf(one.cell));
      if (mended.length === 0 || !cell) return [];
      mended.sort(byTelling([keyOf(one.cell)]));
      mended.forEach((relation) => this.told.add(relation));
      const expected = (cell.amount?.value ?? ZERO).plus(one.change);
      return [
        { culprits: [{ cell, expected }], isText: false, mended, runnerUp: null, isConfirmed: true, worst: "broken" },
      ];
    });
    this.state = state;
    sound.forEach(({ cell }) => this.accused.add(keyOf(cell)));
    return found;
  }

  /**
   * Names culprits until no relation is worse than `tolerated`.
   * Each turn explains at least one relation for good, so it ends.
   */
  diagnose(tolerated: Status): Diagnosis[] {
    const found: Diagnosis[] = [];
    const isOpen = (relation: Relation): boolean =>
      !this.told.has(relation) && RANK[this.statusOf(relation)] > RANK[tolerated];
    const open = new Set(this.system.relations.filter(isOpen));
    this.search.forget("all");
    for (;;) {
      const [first] = open;
      if (!first) return found;
      const ranked = this.search.find({ open, state: this.state, accused: this.accused, tolerated });
      const [leader] = ranked;
      const clause = leader && contradictedClause(leader, open);
      const best =
        leader && !clause && isConvincing(leader, tolerated)
          ? leader
          : this.lastResort(clause ?? first, open, tolerated);
      found.push(this.diagnosisOf(best, ranked, tolerated));
      const changed = new Set(best.mended);
      if (best === leader) {
        // What nothing else confirms is told, not taken for true: it would break what holds.
        this.state = combine(this.state, best.changes, new Decimal(1));
        this.system.touchedBy(best.changes).forEach((relation) => changed.add(relation));
      }
      best.keys.forEach((key) => this.accused.add(key));
      best.mended.forEach((relation) => this.told.add(relation));
      for (const relation of changed) {
        if (isOpen(relation)) open.add(relation);
        else open.delete(relation);
      }
      this.search.forget(changed);
    }
  }

  private statusOf(relation: Relation): Status {
    return this.system.evaluate(relation, this.state).status;
  }

  private diagnosisOf(best: Candidate, ranked: readonly Candidate[], tolerated: Status): Diagnosis {
    const statuses = best.mended.map((relation) => this.statusOf(relation));
    const worst = statuses.includes("broken") ? "broken" : statuses.includes("truncation") ? "truncation" : "rounding";
    const second = ranked.find(
      (candidate) =>
        // Where nobody erred, nobody else can have.
        tolerated !== "satisfied" &&
        candidate !== best &&
        candidate.keys[0] !== best.keys[0] &&
        candidate.score > 0 &&
        best.score - candidate.score < CLEAR_LEAD &&
        candidate.mended.some((relation) => best.mended.includes(relation)),
    );
    return {
      culprits: this.culpritsOf(best),
      isText: best.isText,
      mended: best.mended,
      runnerUp: second ? (this.culpritsOf(second)[0] ?? null) : null,
      worst,
      isConfirmed: ranked.includes(best),
    };
  }

  private culpritsOf({ keys, changes, isText }: Candidate): Culprit[] {
    return keys.flatMap((key) => {
      const cell = this.system.cell(key);
      const before = (cell?.amount?.value ?? ZERO).plus(this.state.direct.get(key) ?? ZERO);
      return cell ? [{ cell, expected: isText ? before : before.plus(changes.direct.get(key) ?? ZERO) }] : [];
    });
  }

  /**
   * Where no change helps more than it harms: the total of a broken relation is what contradicts its terms. What the
   * same change would mend besides, and what else its row contradicts, belongs to the same fault.
   */
  private lastResort(relation: Relation, open: ReadonlySet<Relation>, tolerated: Status): Candidate {
    const key = keyOf(relation.total.ref);
    const { gap } = this.system.evaluate(relation, this.state);
    const changes = combine(NO_CHANGE, this.system.unitChange(key), gap);
    const isMended = (other: Relation): boolean =>
      RANK[this.system.evaluate(other, this.state, changes).status] <= RANK[tolerated];
    const others = [...this.system.touchedBy(changes)].filter(
      (other) => other !== relation && open.has(other) && isMended(other),
    );
    for (const other of open)
      if (other !== relation && other.row === relation.row && !others.includes(other)) others.push(other);
    return { keys: [key], isText: false, changes, score: 0, mended: [relation, ...others] };
  }
}

/**
 * An open clause (a share under 50 %) on a cell that the candidate's relations hold but that it leaves broken: the cell
 * that breaks the convention is the one to look at, not the fiche that agrees with it.
 */
function contradictedClause({ mended, keys }: Candidate, open: ReadonlySet<Relation>): Relation | null {
  for (const clause of open) {
    const key = keyOf(clause.total.ref);
    const isApart = !mended.includes(clause) && !keys.includes(key);
    if (clause.kind !== "equal" && isApart && mended.some(({ total }) => keyOf(total.ref) === key)) return clause;
  }
  return null;
}

/**
 * True where a candidate explains enough to be accused. A rounding is told at its total, unless one cell that is off by
 * it explains several.
 */
function isConvincing({ score, keys, mended }: Candidate, tolerated: Status): boolean {
  if (tolerated === "satisfied") return keys.length === 1 && mended.length > 1 && score > 1;
  return score > 0;
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
    const unreadable = others.some(hasNoValue);
    if (unreadable || others.length === membersOf(relation).length) return [];
    const { expected, actual } = system.evaluate(relation, repairs);
    const term = relation.terms.find((candidate) => keyOf(candidate.cell.ref) === key);
    return [term ? actual.minus(expected).div(term.coefficient) : expected];
  });
  const [first] = values;
  return first && values.every((value) => value.eq(first)) ? first : null;
}
