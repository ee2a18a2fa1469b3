/** All relations of a workbook as one system: values with their intervals, and how a change of one cell spreads. */
import { Decimal, ZERO } from "../domain/decimal";
import type { AmountCell } from "../reading/tables";
import { linearTerms } from "./formula";
import { isTestable, keyOf, membersOf, type CellKey, type Relation } from "./relation";

/** Changes to cells, in euros. */
export type Changes = ReadonlyMap<CellKey, Decimal>;

export const NO_CHANGE: Changes = new Map();

export type Status =
  | "satisfied"
  /** Within the rounding of amounts in euros: to be explained. */
  | "rounding"
  /** Amounts in k€ or M€ that were cut instead of rounded. */
  | "truncation"
  | "broken";

export interface Evaluation {
  readonly status: Status;
  /** What the terms give. */
  readonly expected: Decimal;
  readonly actual: Decimal;
  /** expected − actual; for `at-least`, what is missing, or zero. */
  readonly gap: Decimal;
  /** What the rounding of amounts in k€ and M€ allows. */
  readonly hard: Decimal;
}

/** A value with the margin that its writing leaves. */
interface Bounded {
  readonly value: Decimal;
  readonly half: Decimal;
  readonly coarse: boolean;
}

interface Use {
  readonly user: CellKey;
  readonly coefficient: Decimal;
}

export class RelationSystem {
  readonly relations: readonly Relation[];
  private readonly cells = new Map<CellKey, AmountCell>();
  private readonly bounded = new Map<CellKey, Bounded>();
  private readonly uses = new Map<CellKey, Use[]>();
  private readonly byCell = new Map<CellKey, Relation[]>();

  constructor(relations: readonly Relation[]) {
    this.relations = relations.filter(isTestable);
    for (const relation of relations) {
      for (const cell of membersOf(relation)) this.cells.set(keyOf(cell.ref), cell);
    }
    for (const relation of this.relations) this.index(relation);
    for (const [key, cell] of this.cells) {
      this.bounded.set(key, {
        value: cell.amount?.value ?? ZERO,
        half: cell.amount?.half ?? ZERO,
        coarse: cell.amount?.coarse ?? false,
      });
      this.indexFormula(key, cell);
    }
    this.tighten();
  }

  private index(relation: Relation): void {
    for (const key of new Set(membersOf(relation).map(({ ref }) => keyOf(ref)))) {
      const known = this.byCell.get(key);
      if (known) known.push(relation);
      else this.byCell.set(key, [relation]);
    }
  }

  private indexFormula(key: CellKey, cell: AmountCell): void {
    if (cell.formula === null) return;
    for (const term of linearTerms(cell.formula, cell.ref.sheet) ?? []) {
      const source = keyOf(term);
      const known = this.cells.get(source);
      // A text is no number for Excel: a sum passes it over, so a change of it changes nothing.
      if (!known || known.stored === "text") continue;
      const uses = this.uses.get(source);
      const use = { user: key, coefficient: term.coefficient };
      if (uses) uses.push(use);
      else this.uses.set(source, [use]);
    }
  }

  cell(key: CellKey): AmountCell | undefined {
    return this.cells.get(key);
  }

  relationsOf(key: CellKey): readonly Relation[] {
    return this.byCell.get(key) ?? [];
  }

  /** Value of a cell as the relations see it, in euros: the most precise that another relation gives. */
  valueOf(key: CellKey): Decimal {
    return this.bounded.get(key)?.value ?? ZERO;
  }

  /** A change of one cell with all the live formulas that follow it. */
  spread(key: CellKey, change: Decimal): Map<CellKey, Decimal> {
    const changes = new Map<CellKey, Decimal>([[key, change]]);
    this.spreadFrom(key, change, changes, new Set([key]));
    return changes;
  }

  private spreadFrom(key: CellKey, change: Decimal, changes: Map<CellKey, Decimal>, path: Set<CellKey>): void {
    for (const { user, coefficient } of this.uses.get(key) ?? []) {
      if (path.has(user)) continue;
      const part = change.times(coefficient);
      changes.set(user, (changes.get(user) ?? ZERO).plus(part));
      path.add(user);
      this.spreadFrom(user, part, changes, path);
      path.delete(user);
    }
  }

  /**
   * Formulas that would grow if a text became the number that it writes, with their growth.
   * Empty for a cell that is no text under a sum.
   */
  spreadOfText(key: CellKey): Map<CellKey, Decimal> {
    const changes = new Map<CellKey, Decimal>();
    const cell = this.cells.get(key);
    if (cell?.stored !== "text" || !cell.amount) return changes;
    for (const [user, other] of this.cells) {
      if (other.formula === null) continue;
      for (const term of linearTerms(other.formula, other.ref.sheet) ?? []) {
        if (!term.inSum || keyOf(term) !== key) continue;
        for (const [changed, amount] of this.spread(user, cell.amount.value.times(term.coefficient))) {
          changes.set(changed, (changes.get(changed) ?? ZERO).plus(amount));
        }
      }
    }
    return changes;
  }

  /** Tests a relation, as the workbook is or as it would be after changes. */
  evaluate(relation: Relation, changes: Changes = NO_CHANGE): Evaluation {
    const read = (cell: AmountCell): Bounded => {
      const key = keyOf(cell.ref);
      const bounded = this.bounded.get(key) ?? { value: ZERO, half: ZERO, coarse: false };
      const change = changes.get(key);
      return change ? { ...bounded, value: bounded.value.plus(change) } : bounded;
    };
    const total = read(relation.total);
    let expected = ZERO;
    let hard = total.coarse ? total.half : ZERO;
    let soft = total.half;
    for (const { cell, coefficient } of relation.terms) {
      const term = read(cell);
      const margin = term.half.times(coefficient.abs());
      expected = expected.plus(term.value.times(coefficient));
      soft = soft.plus(margin);
      if (term.coarse) hard = hard.plus(margin);
    }
    const difference = expected.minus(total.value);
    const gap = relation.kind === "at-least" && difference.isNegative() ? ZERO : difference;
    return { status: statusOf(gap.abs(), hard, soft), expected, actual: total.value, gap, hard };
  }

  /**
   * Narrows amounts in k€ and M€ by the relations that hold: 600 000 + 600 000 beside `1,2 M€` makes it 1 200 000.
   * Two rounds: a row narrows its total, that total narrows the one above.
   */
  private tighten(): void {
    for (let round = 0; round < 2; round += 1) {
      for (const relation of this.relations) {
        if (relation.kind !== "equal" || this.evaluate(relation).status !== "satisfied") continue;
        this.tightenTotal(relation);
      }
    }
  }

  private tightenTotal(relation: Relation): void {
    const key = keyOf(relation.total.ref);
    const own = this.bounded.get(key);
    if (!own?.coarse) return;
    let implied: Bounded = { value: ZERO, half: ZERO, coarse: false };
    for (const { cell, coefficient } of relation.terms) {
      const term = this.bounded.get(keyOf(cell.ref));
      if (!term) return;
      implied = {
        value: implied.value.plus(term.value.times(coefficient)),
        half: implied.half.plus(term.half.times(coefficient.abs())),
        coarse: implied.coarse || term.coarse,
      };
    }
    if (!implied.coarse) {
      this.bounded.set(key, implied);
      return;
    }
    const low = Decimal.max(own.value.minus(own.half), implied.value.minus(implied.half));
    const high = Decimal.min(own.value.plus(own.half), implied.value.plus(implied.half));
    if (low.gt(high)) return;
    this.bounded.set(key, { value: low.plus(high).div(2), half: high.minus(low).div(2), coarse: true });
  }
}

function statusOf(gap: Decimal, hard: Decimal, soft: Decimal): Status {
  if (gap.lte(hard)) return "satisfied";
  if (gap.lte(soft)) return "rounding";
  if (!hard.isZero() && gap.lte(hard.times(2))) return "truncation";
  return "broken";
}
