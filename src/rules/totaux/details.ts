/** Relations of amounts with what a list, or the text of a cell, says that they are made of. */
import { Decimal } from "../../domain/decimal";
import type { Detail } from "../../reading/cellAmounts";
import type { GrandAngle } from "../../reading/grandAngleTables";
import type { Flechage } from "../../reading/flechageTables";
import type { PlanPrevisionnel } from "../../reading/planPrevisionnelTables";
import type { AmountCell, BudgetFiche } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { budgetsOf, subjectOf, type RuleContext, type Unverifiable } from "../rule";

const ONE = new Decimal(1);

export interface LigneDeListe {
  readonly row: number;
  readonly kind: string;
  readonly label: string;
}

/** For each total row of a list, the lines that it adds up: a subtotal those since the one before, a total all. */
export function coveredLines<Line extends LigneDeListe>(
  lignes: readonly Line[],
): { readonly total: Line; readonly lignes: readonly Line[] }[] {
  const all: Line[] = [];
  let since: Line[] = [];
  return lignes.flatMap((line) => {
    if (line.kind === "ligne") {
      all.push(line);
      since.push(line);
      return [];
    }
    if (line.kind !== "sous-total" && line.kind !== "total") return [];
    const covered = line.kind === "total" ? [...all] : since;
    since = [];
    return covered.length === 0 ? [] : [{ total: line, lignes: covered }];
  });
}

/** Several amounts of one cell as one term: what is wrong with them is told of the cell. */
export function together(one: AmountCell, other: AmountCell): AmountCell {
  if (one.amount === null || other.amount === null) return one.amount === null ? one : other;
  const value = one.amount.value.plus(other.amount.value);
  const half = one.amount.half.plus(other.amount.half);
  return {
    ...one,
    amount: { value, half, coarse: one.amount.coarse || other.amount.coarse },
    written: `${one.written} + ${other.written}`,
  };
}

type Base = Pick<Relation, "subject" | "row">;

function sumRelation(total: AmountCell, terms: readonly AmountCell[], base: Base): Relation[] {
  if (!total.amount || terms.length === 0) return [];
  return [
    {
      ...base,
      rule: "ventilation",
      kind: "equal",
      total,
      terms: terms.map((cell) => ({ cell, coefficient: ONE })),
      ceiling: "warning",
      reference: null,
    },
  ];
}

function ofText(montant: AmountCell, details: readonly Detail[], base: Base): Relation[] {
  const [first, ...others] = details.map((detail) => detail.montant);
  if (!first) return [];
  const { sheet, row, column } = first.ref;
  const sum = others.reduce(together, first);
  return sumRelation(montant, [{ ...sum, ref: { sheet, row, column } }], base);
}

/**
 * Planned expenses: the text of a row adds up to its amount, the rows to the total, and what the total's own cell adds
 * up to it.
 */
export function previsionnelRelations(table: PlanPrevisionnel): {
  relations: Relation[];
  unverifiable: Unverifiable[];
} {
  const rowOf = (row: number): string => `${table.sheet}!previsionnel:${row}`;
  const unverifiable = table.lignes.flatMap((line): Unverifiable[] =>
    line.detailsComplets ? [] : [{ reason: "nature-sans-montant", subject: subjectOf(line) }],
  );
  const relations = table.lignes.flatMap((line): Relation[] => {
    const base = { subject: subjectOf(line), row: rowOf(line.row) };
    const inCell = sumRelation(line.montant, line.parties, base);
    return line.detailsComplets ? [...inCell, ...ofText(line.montant, line.details, base)] : inCell;
  });
  const totals = coveredLines(table.lignes).flatMap(({ total, lignes }) =>
    sumRelation(
      total.montant,
      lignes.map(({ montant }) => montant),
      { subject: subjectOf(total), row: rowOf(total.row) },
    ),
  );
  return { relations: [...relations, ...totals], unverifiable };
}

/** The budget of the same earmark, which stands in the same sheet. */
function budgetOf(context: RuleContext, { sheet }: Flechage): BudgetFiche | null {
  const [only, ...others] = budgetsOf(context).filter((budget) => budget.flechage && budget.sheet === sheet);
  return only && others.length === 0 ? only : null;
}

/** What the earmark's total is of its yearly budget: the year that it names, else the first one, else all of them. */
function budgetTotal(budget: BudgetFiche, table: Flechage, total: AmountCell): AmountCell | null {
  const years = budget.lignes.filter(({ kind }) => kind === "annee");
  const year = years.find((line) => line.year === table.year) ?? years[0];
  const whole = budget.lignes.find(({ kind }) => kind === "total")?.amounts[table.part];
  if (whole?.amount && total.amount && whole.amount.value.eq(total.amount.value)) return whole;
  return year?.amounts[table.part] ?? null;
}

/** Earmarks: the lines of a cell add up to its first amount, the rows to the total, and the total to its budget. */
export function flechageRelations(context: RuleContext): Relation[] {
  return context.reading.flechages.flatMap((table) => {
    const rowOf = (row: number): string => `${table.sheet}!flechage:${row}`;
    const inCells = table.lignes.flatMap((line) =>
      sumRelation(line.montant, line.parties, { subject: subjectOf(line), row: rowOf(line.row) }),
    );
    const totals = coveredLines(table.lignes).flatMap(({ total, lignes }) => {
      const base = { subject: subjectOf(total), row: rowOf(total.row) };
      const budget = total.kind === "total" ? budgetOf(context, table) : null;
      const yearly = budget ? budgetTotal(budget, table, total.montant) : null;
      return [
        ...sumRelation(
          total.montant,
          lignes.map(({ montant }) => montant),
          base,
        ),
        ...(yearly?.amount ? sumRelation(total.montant, [yearly], base) : []),
      ];
    });
    return [...inCells, ...totals];
  });
}

/** The total row of a table of commitments is the sum of its operations, column by column. */
export function grandAngleRelations(table: GrandAngle): Relation[] {
  return coveredLines(table.lignes).flatMap(({ total, lignes }) =>
    (["autorises", "contractes", "proposes"] as const).flatMap((champ): Relation[] => {
      const cell = total[champ];
      const terms = lignes.flatMap((line) => line[champ] ?? []);
      const base = { subject: subjectOf(total), row: `${table.sheet}!grand-angle:${total.row}` };
      return (cell ? sumRelation(cell, terms, base) : []).map((relation) => ({
        ...relation,
        rule: "total-general",
        ceiling: "blocking",
      }));
    }),
  );
}
