import { Decimal, ZERO } from "../../domain/decimal";
import type { GrandAngle, LigneDeGrandAngle } from "../../reading/grandAngleTables";
import type { AmountCell } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
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

/** What a table's proposals pay, of the plans of its year: cells of totals and actions, the widest last. */
function plannedCells(
  context: RuleContext,
  table: GrandAngle,
): { etat: AmountCell[]; actions: AmountCell[]; all: AmountCell[] } {
  const year = yearOfSource(context, table.year);
  const lignes = plansEnVigueur(context)
    .filter((plan) => year === null || (yearOfTable(context, plan) ?? year) === year)
    .flatMap((plan) => plan.lignes);
  const amounts = (cells: readonly (AmountCell | undefined)[]): AmountCell[] =>
    cells.flatMap((cell) => (cell?.amount ? [cell] : []));
  return {
    etat: amounts(
      lignes.flatMap((line) => (line.kind === "total" || line.covers.length > 0 ? [line.amounts.etat] : [])),
    ),
    actions: amounts(lignes.flatMap((line) => (line.kind === "action" ? [line.amounts.etat] : []))),
    all: amounts(lignes.flatMap(({ amounts: { etat, total } }) => [etat, total])),
  };
}

/** Proposals of a table against the plan: the amount of it that they are, else the State's greatest total. */
function relationOf(context: RuleContext, table: GrandAngle, unverifiable: Unverifiable[]): Relation[] {
  const proposed = proposals(table);
  const { etat, actions, all } = plannedCells(context, table);
  const [first, ...others] = proposed;
  if (!first) return [];
  if (actions.length === 0) {
    unverifiable.push({ reason: "plan-absent", subject: "ce rapport" });
    return [];
  }
  const sum = sumOf(proposed);
  const same = all.find((cell) => valueOf(cell).eq(sum));
  const whole =
    same ??
    etat.reduce<AmountCell | null>((best, cell) => (best && valueOf(best).gte(valueOf(cell)) ? best : cell), null);
  const base = {
    rule: "grand-angle",
    kind: "equal",
    ceiling: "warning",
    subject: `« ${table.title} »`,
    reference: null,
    row: `${table.sheet}!grand-angle:${table.area.top}`,
  } as const;
  const terms = (cells: readonly AmountCell[], coefficient: Decimal) => cells.map((cell) => ({ cell, coefficient }));
  if (whole) return [{ ...base, total: whole, terms: terms(proposed, ONE) }];
  return [{ ...base, total: first, terms: [...terms(actions, ONE), ...terms(others, MINUS_ONE)] }];
}

/** What a report proposes to commit: against the plan's State total, and against what each operation may still commit. */
export const grandAngle: Rule = {
  id: "grand-angle",
  family: "concordance",
  run(context) {
    const tables = context.reading.grandsAngles;
    const unverifiable: Unverifiable[] = [];
    const relations = tables.flatMap((table) => relationOf(context, table, unverifiable));
    const lignes = tables.flatMap((table) => table.lignes.filter(({ kind }) => kind === "ligne"));
    const checked = lignes.filter(({ autorises, proposes }) => autorises?.amount && proposes?.amount).length;
    return { relations, faults: lignes.flatMap(faultOf), checked, unverifiable, applies: tables.length > 0 };
  },
};
