/** All relations of a workbook as one system: values with their intervals, and how a change of one cell spreads. */
import { Decimal, ZERO } from "../domain/decimal";
import type { AmountCell } from "../reading/tables";
import { linearTerms, namesCell } from "./formula";
import { isTestable, keyOf, membersOf, type CellKey, type Relation } from "./relation";

/** Changes to cells, in euros. */
export interface Changes {
  /** The cells changed, and the live formulas that follow them. */
  readonly direct: ReadonlyMap<CellKey, Decimal>;
  /** Amounts in k€ or M€ that other cells make precise: they follow within their rounding. */
  readonly followed: ReadonlyMap<CellKey, Decimal>;
}

export const NO_CHANGE: Changes = { direct: new Map(), followed: new Map() };

function add(map: Map<CellKey, Decimal>, key: CellKey, amount: Decimal): void {
  map.set(key, (map.get(key) ?? ZERO).plus(amount));
}

/** Both changes together, the second one as often as `factor` says. */
export function combine(one: Changes, other: Changes, factor: Decimal): Changes {
  const direct = new Map(one.direct);
  const followed = new Map(one.followed);
  for (const [key, amount] of other.direct) add(direct, key, amount.times(factor));
  for (const [key, amount] of other.followed) add(followed, key, amount.times(factor));
  return { direct, followed };
}

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
  /** expected − actual; for `at-least`, what is missing, for `at-most`, what is too much (negative), or zero. */
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function writtenBounds(cell: AmountCell): Bounded {
  const { value = ZERO, half = ZERO, coarse = false } = cell.amount ?? {};
  return { value, half, coarse };
}

export class RelationSystem {
  readonly relations: readonly Relation[];
  private readonly cells = new Map<CellKey, AmountCell>();
  private readonly bounded = new Map<CellKey, Bounded>();
  private readonly uses = new Map<CellKey, Use[]>();
  /** Sums that hold a text, and so pass it over. */
  private readonly textUses = new Map<CellKey, Use[]>();
  /** Rounded totals that a cell makes precise. */
  private readonly narrows = new Map<CellKey, Use[]>();
  private readonly narrowedBy = new Map<CellKey, Relation>();
  private readonly unitChanges = new Map<CellKey, Changes>();
  /** Bounds that their total's own formula keeps (`MIN`), whatever its cells become. */
  private readonly capped = new Set<Relation>();
  private readonly byCell = new Map<CellKey, Relation[]>();
  /** Relations as the workbook is: asked for by each pass. */
  private readonly asIs = new Map<Relation, Evaluation>();
  private isTight = false;

  constructor(relations: readonly Relation[]) {
    this.relations = relations.filter(isTestable);
    for (const relation of relations) {
      for (const cell of membersOf(relation)) this.cells.set(keyOf(cell.ref), cell);
    }
    for (const relation of this.relations) {
      this.index(relation);
      this.indexProduct(relation);
      this.indexCap(relation);
    }
    for (const [key, cell] of this.cells) {
      this.bounded.set(key, writtenBounds(cell));
      this.indexFormula(key, cell);
    }
    this.tighten();
    this.isTight = true;
  }

  private index(relation: Relation): void {
    for (const key of new Set(membersOf(relation).map(({ ref }) => keyOf(ref)))) push(this.byCell, key, relation);
  }

  /**
   * A live product (`=ROUND(B4*C4,2)`) follows its base, and so does what a function gives that a relation describes
   * (`=MAX(0,D5-E5)`, `=MIN(D5,F5*50%)` at its bound): sums and differences alone are read from formulas.
   */
  private indexProduct(relation: Relation): void {
    const { total, terms } = relation;
    const { formula, ref } = total;
    if (formula === null || linearTerms(formula, ref.sheet) !== null || !this.describes(relation)) return;
    for (const { cell, coefficient } of terms) {
      if (namesCell(formula, ref.sheet, cell.ref)) push(this.uses, keyOf(cell.ref), { user: keyOf(ref), coefficient });
    }
  }

  private indexCap(relation: Relation): void {
    const { kind, total, terms } = relation;
    if (kind !== "at-most" || total.formula === null || linearTerms(total.formula, total.ref.sheet) !== null) return;
    const { formula, ref } = total;
    const isNamed = terms.some(({ cell }) => namesCell(formula, ref.sheet, cell.ref));
    if (isNamed && this.compute(relation, []).gap.isZero()) this.capped.add(relation);
  }

  /** True where a relation says what its total's formula gives: a product, or what it is equal to as it stands. */
  private describes(relation: Relation): boolean {
    if (relation.rounded) return true;
    const { gap, expected, actual } = this.compute(relation, []);
    return (
      gap.isZero() &&
      expected
        .minus(actual)
        .abs()
        .lte(relation.total.amount?.half ?? ZERO)
    );
  }

  private indexFormula(key: CellKey, cell: AmountCell): void {
    if (cell.formula === null) return;
    for (const term of linearTerms(cell.formula, cell.ref.sheet) ?? []) {
      const source = keyOf(term);
      const known = this.cells.get(source);
      if (!known) continue;
      // An amount that is a text is no number for Excel: a sum passes it over, so a change of it changes nothing. NC and
      // empty cells would be changed into numbers, and then count.
      if (known.stored !== "text" || known.amount === null)
        push(this.uses, source, { user: key, coefficient: term.coefficient });
      else if (term.inSum) push(this.textUses, source, { user: key, coefficient: term.coefficient });
    }
  }

  cell(key: CellKey): AmountCell | undefined {
    return this.cells.get(key);
  }

  /** Relations that a change of these cells, and of what follows them, can make true or false. */
  touchedBy({ direct, followed }: Changes): ReadonlySet<Relation> {
    const touched = new Set<Relation>();
    for (const key of direct.keys()) this.byCell.get(key)?.forEach((relation) => touched.add(relation));
    for (const key of followed.keys()) this.byCell.get(key)?.forEach((relation) => touched.add(relation));
    return touched;
  }

  /** A change of one euro of a cell, with the live formulas and the rounded amounts that follow it. */
  unitChange(key: CellKey): Changes {
    const known = this.unitChanges.get(key);
    if (known) return known;
    const direct = new Map<CellKey, Decimal>();
    const followed = new Map<CellKey, Decimal>();
    this.spread(key, new Decimal(1), direct, followed, new Set());
    const changes = { direct, followed };
    this.unitChanges.set(key, changes);
    return changes;
  }

  private spread(
    key: CellKey,
    amount: Decimal,
    direct: Map<CellKey, Decimal>,
    followed: Map<CellKey, Decimal>,
    path: Set<CellKey>,
  ): void {
    if (path.has(key)) return;
    add(direct, key, amount);
    path.add(key);
    for (const { user, coefficient } of this.uses.get(key) ?? []) {
      this.spread(user, amount.times(coefficient), direct, followed, path);
    }
    for (const { user, coefficient } of this.narrows.get(key) ?? []) add(followed, user, amount.times(coefficient));
    path.delete(key);
  }

  /**
   * What would follow if a text became the number that it writes: sums that pass it over would grow.
   * Null for a cell that is no text under a sum.
   */
  textChange(key: CellKey): Changes | null {
    const cell = this.cells.get(key);
    const sums = this.textUses.get(key);
    if (!cell?.amount || !sums) return null;
    let changes = NO_CHANGE;
    for (const { user, coefficient } of sums) {
      changes = combine(changes, this.unitChange(user), coefficient.times(cell.amount.value));
    }
    return changes;
  }

  /** Tests a relation, as the workbook is or as it would be after changes, which add up. */
  evaluate(relation: Relation, ...changes: readonly Changes[]): Evaluation {
    const layers = changes.filter(({ direct, followed }) => direct.size + followed.size > 0);
    if (this.capped.has(relation)) return this.compute(relation, []);
    const known = layers.length === 0 && this.isTight ? this.asIs.get(relation) : undefined;
    if (known) return known;
    const evaluation = this.compute(relation, layers);
    if (layers.length === 0 && this.isTight) this.asIs.set(relation, evaluation);
    return evaluation;
  }

  private compute(relation: Relation, changes: readonly Changes[]): Evaluation {
    const read = (cell: AmountCell): Bounded => {
      const key = keyOf(cell.ref);
      // The relation that made a rounded amount precise still has to hold for what is written.
      const isOwn = this.narrowedBy.get(key) === relation;
      const bounds = (isOwn ? undefined : this.bounded.get(key)) ?? writtenBounds(cell);
      let { value } = bounds;
      for (const { direct, followed } of changes) {
        value = value.plus(direct.get(key) ?? ZERO);
        if (!isOwn) value = value.plus(followed.get(key) ?? ZERO);
      }
      return { value, half: bounds.half, coarse: bounds.coarse };
    };
    const total = read(relation.total);
    let expected = ZERO;
    const isBound = relation.rounded || relation.kind === "at-most";
    let hard = total.coarse || isBound ? total.half : ZERO;
    let soft = total.half;
    for (const { cell, coefficient } of relation.terms) {
      const term = read(cell);
      const margin = term.half.times(coefficient.abs());
      expected = expected.plus(term.value.times(coefficient));
      soft = soft.plus(margin);
      if (term.coarse) hard = hard.plus(margin);
    }
    const difference = expected.minus(total.value);
    const gap = isKept(relation, difference) ? ZERO : difference;
    const beyond = Decimal.max(0, gap.abs().minus(relation.margin ?? ZERO));
    return { status: statusOf(beyond, hard, soft), expected, actual: total.value, gap, hard };
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
    // A live formula is exact already, and follows its terms by itself.
    if (!own?.coarse || relation.total.formula !== null) return;
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
    // Only terms that are written more finely than their total make it more precise.
    if (implied.half.lt(own.half)) this.narrow(key, implied, relation);
  }

  private narrow(key: CellKey, bounds: Bounded, relation: Relation): void {
    if (this.narrowedBy.has(key)) return;
    this.bounded.set(key, bounds);
    this.narrowedBy.set(key, relation);
    for (const { cell, coefficient } of relation.terms) push(this.narrows, keyOf(cell.ref), { user: key, coefficient });
  }
}

/** True for a bound that is kept: by what it leaves free, nothing is missing. */
function isKept({ kind }: Relation, difference: Decimal): boolean {
  if (kind === "equal") return false;
  return kind === "at-least" ? difference.isNegative() : !difference.isNegative();
}

function statusOf(gap: Decimal, hard: Decimal, soft: Decimal): Status {
  if (gap.lte(hard)) return "satisfied";
  if (gap.lte(soft)) return "rounding";
  if (!hard.isZero() && gap.lte(hard.times(2))) return "truncation";
  return "broken";
}
