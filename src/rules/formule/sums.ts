/** The sums that tables should hold, and what their formulas really add: both brought down to the same cells. */
import { Decimal } from "../../domain/decimal";
import { hasNoValue, type AmountCell } from "../../reading/tables";
import { linearTerms } from "../../relations/formula";
import { keyOf, membersOf, type CellKey, type Relation } from "../../relations/relation";
import type { CellRef } from "../../workbook/address";
import type { Cell, Workbook } from "../../workbook/picture";
import { fichePlan } from "../concordance/fiche-plan";
import { versementPlan } from "../concordance/versement-plan";
import { imputationMontant } from "../imputation/imputation-montant";
import type { RuleContext } from "../rule";
import { sousTotal } from "../totaux/sous-total";
import { totalAnnees } from "../totaux/total-annees";
import { totalGeneral } from "../totaux/total-general";
import { totalLigne } from "../totaux/total-ligne";

/** How often each cell counts; cells that hold no amount (NC, -, empty, a header) count as nothing. */
export type Counts = ReadonlyMap<CellKey, Decimal>;

/** A cell at the end of a formula: one of a table, or a number that stands elsewhere. */
export interface Leaf {
  readonly ref: CellRef;
  readonly amount: AmountCell | null;
  readonly stored: number | null;
}

export interface Counted {
  readonly ref: CellRef;
  readonly coefficient: Decimal;
}

/** In the order in which a total is taken apart: its rows first, then the shares of a row, then the fiches. */
const SUMS = [sousTotal, totalGeneral, totalAnnees, totalLigne, imputationMontant, versementPlan, fichePlan];

/** Relations whose total is a plain sum of cells: those of the tables, and the fiches of an action. */
export function sumRelations(context: RuleContext): Relation[] {
  return SUMS.flatMap((rule) => rule.run(context).relations).filter(
    ({ kind, terms }) => kind === "equal" && terms.every(({ coefficient }) => coefficient.eq(1)),
  );
}

/** Formulas inside formulas: a chain, not a maze. */
const DEEPEST = 30;
const NESTING = /\b(?:SUBTOTAL|AGGREGATE)\s*\(/i;

export class Sums {
  private readonly definitions = new Map<CellKey, Relation>();
  private readonly fiches = new Map<CellKey, Relation>();
  private readonly amounts = new Map<CellKey, AmountCell>();
  private readonly sheets = new Map<string, Map<CellKey, Cell>>();
  readonly leaves = new Map<CellKey, Leaf>();

  constructor(
    readonly relations: readonly Relation[],
    private readonly workbook: Workbook,
  ) {
    for (const relation of relations) {
      for (const cell of membersOf(relation)) this.amounts.set(keyOf(cell.ref), cell);
      const known = relation.rule === "fiche-plan" ? this.fiches : this.definitions;
      const key = keyOf(relation.total.ref);
      if (!known.has(key)) known.set(key, relation);
    }
  }

  private cellAt(ref: CellRef): Cell | null | undefined {
    const sheet = this.workbook.sheets.find(({ name }) => name === ref.sheet);
    if (!sheet) return null;
    let cells = this.sheets.get(sheet.name);
    if (!cells) {
      cells = new Map(
        sheet.cells.map((cell) => [keyOf({ sheet: sheet.name, row: cell.row, column: cell.column }), cell]),
      );
      this.sheets.set(sheet.name, cells);
    }
    return cells.get(keyOf(ref));
  }

  /**
   * The cells that a formula adds and subtracts, as it names them; null where it does anything else. SUBTOTAL passes
   * over the cells that are subtotals themselves.
   */
  termsOf(formula: string, sheet: string): Counted[] | null {
    const terms = linearTerms(formula, sheet);
    if (!terms) return null;
    const passesOver = NESTING.test(formula);
    return terms.flatMap((term): Counted[] => {
      const ref = { sheet: term.sheet, row: term.row, column: term.column };
      const own = passesOver && term.inSum ? this.cellAt(ref)?.formula : null;
      return own && NESTING.test(own) ? [] : [{ ref, coefficient: term.coefficient }];
    });
  }

  /**
   * Brings cells down to the amounts that are no totals. Null where that cannot be told: errors, other functions,
   * another workbook.
   * @param intoFiches also takes the actions of a plan apart, into their fiches and their own formulas
   */
  countsOf(cells: readonly Counted[], intoFiches: boolean): Counts | null {
    const counts = new Map<CellKey, Decimal>();
    for (const { ref, coefficient } of cells) {
      if (!this.add(ref, coefficient, counts, intoFiches, [])) return null;
    }
    for (const [key, count] of counts) if (count.isZero()) counts.delete(key);
    return counts;
  }

  private add(
    ref: CellRef,
    coefficient: Decimal,
    counts: Map<CellKey, Decimal>,
    intoFiches: boolean,
    path: readonly CellKey[],
  ): boolean {
    const key = keyOf(ref);
    if (path.length > DEEPEST) return false;
    const amount = this.amounts.get(key);
    const parts = path.includes(key) ? null : this.partsOf(key, amount, intoFiches);
    if (parts) {
      return parts.every((part) =>
        this.add(part.ref, part.coefficient.times(coefficient), counts, intoFiches, [...path, key]),
      );
    }
    if (amount) {
      if (hasNoValue(amount)) return false;
      if (amount.amount) this.count({ ref, amount, stored: null }, coefficient, counts);
      return true;
    }
    return this.addForeign(ref, coefficient, counts, intoFiches, [...path, key]);
  }

  private partsOf(key: CellKey, amount: AmountCell | undefined, intoFiches: boolean): Counted[] | null {
    const relation = this.definitions.get(key) ?? (intoFiches ? this.fiches.get(key) : undefined);
    if (relation) return relation.terms.map(({ cell, coefficient }) => ({ ref: cell.ref, coefficient }));
    if (!intoFiches || !amount?.formula) return null;
    const terms = this.termsOf(amount.formula, amount.ref.sheet);
    return terms && terms.length > 0 ? terms : null;
  }

  /** A cell of no table: a header, a note, a helper column. */
  private addForeign(
    ref: CellRef,
    coefficient: Decimal,
    counts: Map<CellKey, Decimal>,
    intoFiches: boolean,
    path: readonly CellKey[],
  ): boolean {
    const cell = this.cellAt(ref);
    if (cell === null || cell?.error) return false;
    if (cell?.formula) {
      const terms = this.termsOf(cell.formula, ref.sheet);
      if (!terms || path.length > DEEPEST) return false;
      if (terms.length > 0) {
        const isOpen = terms.every((term) => !path.includes(keyOf(term.ref)));
        return (
          isOpen &&
          terms.every((term) => this.add(term.ref, term.coefficient.times(coefficient), counts, intoFiches, path))
        );
      }
    }
    if (typeof cell?.value === "number") this.count({ ref, amount: null, stored: cell.value }, coefficient, counts);
    return true;
  }

  private count(leaf: Leaf, coefficient: Decimal, counts: Map<CellKey, Decimal>): void {
    const key = keyOf(leaf.ref);
    this.leaves.set(key, leaf);
    counts.set(key, (counts.get(key) ?? new Decimal(0)).plus(coefficient));
  }
}
