import { Decimal, ZERO } from "../../domain/decimal";
import type { GrandAngle, LigneDeGrandAngle } from "../../reading/grandAngleTables";
import type { AmountCell } from "../../reading/tables";
import type { Relation, RelationTerm } from "../../relations/relation";
import {
  cellFault,
  plansEnVigueur,
  subjectOf,
  yearOfSource,
  yearOfTable,
  type CellFault,
  type Rule,
  type RuleContext,
  type Unverifiable,
} from "../rule";

const ONE = new Decimal(1);
const MINUS_ONE = new Decimal(-1);

function valueOf(cell: AmountCell | null | undefined): Decimal {
  return cell?.amount?.value ?? ZERO;
}

/** A report proposes no more than what the operation is authorised for and has not contracted yet. */
function faultOf(ligne: LigneDeGrandAngle): CellFault[] {
  const { autorises, contractes, proposes } = ligne;
  if (!autorises?.amount || !proposes?.amount || contractes?.state === "unreadable") return [];
  const left = autorises.amount.value.minus(valueOf(contractes));
  const open = [autorises, contractes, proposes].reduce(
    (sum, cell) => (cell?.amount?.coarse ? sum.plus(cell.amount.half) : sum),
    ZERO,
  );
  if (proposes.amount.value.minus(left).lte(open)) return [];
  return [
    cellFault({
      rule: "grand-angle",
      severity: "warning",
      cell: proposes.ref,
      cells: [autorises.ref, ...(contractes ? [contractes.ref] : [])],
      subject: subjectOf(ligne),
      written: proposes.written,
      expected: left,
      actual: proposes.amount.value,
    }),
  ];
}

/** What the report proposes in a table: its lines, or what its total says where no line has an amount. */
function proposals({ lignes }: GrandAngle): AmountCell[] {
  const all = lignes.flatMap(({ kind, proposes }) => (proposes?.amount ? [{ kind, proposes }] : []));
  const lines = all.filter(({ kind }) => kind === "ligne");
  return (lines.length > 0 ? lines : all.slice(-1)).map(({ proposes }) => proposes);
}

function sumOf(cells: readonly AmountCell[]): Decimal {
  return cells.reduce((sum, cell) => sum.plus(valueOf(cell)), ZERO);
}

interface Planned {
  /** The State's amounts of totals and subtotals, and of actions. */
  readonly totals: readonly AmountCell[];
  readonly actions: readonly AmountCell[];
  /** All that a report can be about: the State's amounts and the budgets of every row. */
  readonly all: readonly AmountCell[];
}

/** Cells of the plans of a year. */
function plannedCells(context: RuleContext, year: number | null): Planned {
  const lignes = plansEnVigueur(context)
    .filter((plan) => year === null || (yearOfTable(context, plan) ?? year) === year)
    .flatMap((plan) => plan.lignes);
  const amounts = (cells: readonly (AmountCell | undefined)[]): AmountCell[] =>
    cells.flatMap((cell) => (cell?.amount ? [cell] : []));
  return {
    totals: amounts(lignes.flatMap((line) => (line.covers.length > 0 ? [line.amounts.etat] : []))),
    actions: amounts(lignes.flatMap((line) => (line.kind === "action" ? [line.amounts.etat] : []))),
    all: amounts(lignes.flatMap(({ amounts: { etat, total } }) => [etat, total])),
  };
}

function isOf(proposed: readonly AmountCell[], { all }: Planned): AmountCell | undefined {
  const sum = sumOf(proposed);
  return all.find((cell) => valueOf(cell).eq(sum));
}

function greatest(cells: readonly AmountCell[]): AmountCell | null {
  return cells.reduce<AmountCell | null>(
    (best, cell) => (best && valueOf(best).gte(valueOf(cell)) ? best : cell),
    null,
  );
}

/** Proposals against the amount of the plan that they are; else the State's greatest total, or its actions. */
function relationOf(proposed: readonly AmountCell[], planned: Planned, { sheet, title, area }: GrandAngle): Relation[] {
  const [first, ...others] = proposed;
  if (!first) return [];
  const whole = isOf(proposed, planned) ?? greatest(planned.totals);
  const base = {
    rule: "grand-angle",
    kind: "equal",
    ceiling: "warning",
    subject: `« ${title} »`,
    reference: null,
    row: `${sheet}!grand-angle:${area.top}`,
  } as const;
  const terms = (cells: readonly AmountCell[], coefficient: Decimal): RelationTerm[] =>
    cells.map((cell) => ({ cell, coefficient }));
  if (whole) return [{ ...base, total: whole, terms: terms(proposed, ONE) }];
  return [{ ...base, total: first, terms: [...terms(planned.actions, ONE), ...terms(others, MINUS_ONE)] }];
}

/** Tables of a year: all together where they are the plan's total; each alone where one is a part of it. */
function ofYear(
  context: RuleContext,
  year: number | null,
  tables: readonly GrandAngle[],
  unverifiable: Unverifiable[],
): Relation[] {
  const planned = plannedCells(context, year);
  const [first, ...others] = tables;
  if (!first) return [];
  if (planned.actions.length === 0) {
    unverifiable.push({ reason: "plan-absent", subject: "ce rapport" });
    return [];
  }
  const together = tables.flatMap(proposals);
  const parts = tables.filter((table) => isOf(proposals(table), planned) !== undefined);
  if (others.length === 0 || parts.length === 0 || isOf(together, planned)) return relationOf(together, planned, first);
  // Beside a part of the plan, what is none of its amounts could be meant for any other.
  for (const table of tables) {
    if (!parts.includes(table)) unverifiable.push({ reason: "sans-ensemble", subject: `« ${table.title} »` });
  }
  return parts.flatMap((table) => relationOf(proposals(table), planned, table));
}

/** What a report proposes to commit: against the plan's State total, and against what each operation may still commit. */
export const grandAngle: Rule = {
  id: "grand-angle",
  family: "concordance",
  run(context) {
    const tables = context.reading.grandsAngles;
    const unverifiable: Unverifiable[] = [];
    const years = new Map<number | null, GrandAngle[]>();
    for (const table of tables) {
      const year = yearOfSource(context, table.year);
      years.set(year, [...(years.get(year) ?? []), table]);
    }
    const relations = [...years].flatMap(([year, ofOne]) => ofYear(context, year, ofOne, unverifiable));
    const lignes = tables.flatMap((table) => table.lignes.filter(({ kind }) => kind === "ligne"));
    const checked = lignes.filter(({ autorises, proposes }) => autorises?.amount && proposes?.amount).length;
    return { relations, faults: lignes.flatMap(faultOf), checked, unverifiable, applies: tables.length > 0 };
  },
};
