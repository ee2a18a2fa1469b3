import { Decimal, ZERO } from "../../domain/decimal";
import type { BudgetFiche, LigneDeBudget, LigneDePlan, PlanDeFinancement, RowAmounts } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import {
  cellFault,
  budgetsOf,
  isFilled,
  plansOf,
  rowKey,
  yearOfTable,
  type CellFault,
  type Rule,
  type RuleContext,
  type Unverifiable,
} from "../rule";

const ONE = new Decimal(1);
const SHARES = ["etat", "departement", "total"] as const;

interface Source {
  readonly fiche: string;
  readonly amounts: RowAmounts;
}

/** The row of a budget that rolls up to the plan for a year: what the pact pays, where territories are told apart. */
function rolledUp(budget: BudgetFiche, year: number): LigneDeBudget | null {
  const start = budget.lignes.findIndex((line) => line.kind === "annee" && line.year === year);
  if (start === -1) return null;
  for (const line of budget.lignes.slice(start + 1)) {
    if (line.kind === "annee" || line.kind === "total") break;
    if (line.kind === "pacte") return line;
  }
  return budget.lignes[start] ?? null;
}

function sourcesOf(context: RuleContext, plan: PlanDeFinancement, year: number): Source[] {
  const fromBudgets = budgetsOf(context).flatMap((budget): Source[] => {
    const line = budget.flechage || budget.fiche === null ? null : rolledUp(budget, year);
    return line && budget.fiche !== null ? [{ fiche: budget.fiche, amounts: line.amounts }] : [];
  });
  // A summary of sub-actions laid out like a plan counts as fiches of the plan above it.
  const fromSummaries = plansOf(context)
    .filter((other) => other !== plan && yearOfTable(context, other) === year && depthOf(other) > depthOf(plan))
    .flatMap((other) =>
      other.lignes.flatMap((line) => (line.fiche ? [{ fiche: line.fiche, amounts: line.amounts }] : [])),
    );
  return [...fromBudgets, ...fromSummaries];
}

/** How deep a plan numbers its actions: "2.2" is 2. */
function depthOf(plan: PlanDeFinancement): number {
  return Math.max(0, ...plan.lignes.map(({ fiche }) => fiche?.split(".").length ?? 0));
}

function sameAmounts(one: RowAmounts, other: RowAmounts): boolean {
  return SHARES.every((share) => {
    const [a, b] = [one[share]?.amount?.value, other[share]?.amount?.value];
    return a && b ? a.eq(b) : a === b;
  });
}

type Match = { readonly sources: readonly Source[] } | Unverifiable;

/** The fiches of an action: the one with its number, or its sub-actions when none is missing. */
function fichesOf(fiche: string, sources: readonly Source[]): Match {
  const subject = `action ${fiche}`;
  const exact = sources.filter((source) => source.fiche === fiche);
  const found = exact.length > 0 ? exact : sources.filter((source) => parentOf(source.fiche) === fiche);
  if (found.length === 0) return { reason: "fiche-absente", subject };
  const byNumber = new Map<string, Source>();
  for (const source of found) {
    const known = byNumber.get(source.fiche);
    if (known && !sameAmounts(known.amounts, source.amounts)) return { reason: "fiches-en-double", subject };
    byNumber.set(source.fiche, known ?? source);
  }
  if (exact.length > 0) return { sources: [...byNumber.values()] };
  const numbers = [...byNumber.keys()].map((number) => Number(number.split(".").at(-1))).sort((a, b) => a - b);
  const isWhole = numbers.every((number, place) => number === place + 1);
  return isWhole ? { sources: [...byNumber.values()] } : { reason: "fiches-incompletes", subject };
}

function parentOf(fiche: string): string {
  return fiche.slice(0, Math.max(0, fiche.lastIndexOf(".")));
}

function relationsOf(
  plan: PlanDeFinancement,
  line: LigneDePlan,
  fiche: string,
  sources: readonly Source[],
): Relation[] {
  return SHARES.flatMap((share): Relation[] => {
    const cell = line.amounts[share];
    const terms = sources.flatMap(({ amounts }) => amounts[share] ?? []);
    if (!isFilled(cell) || terms.length !== sources.length || !terms.some(isFilled)) return [];
    if (cell.state === "none" && terms.every(({ state }) => state === "none" || state === "empty")) return [];
    return [
      {
        rule: "fiche-plan",
        kind: "equal",
        total: cell,
        terms: terms.map((term) => ({ cell: term, coefficient: ONE })),
        ceiling: "blocking",
        subject: `action ${fiche}`,
        reference: "Contrat, art. 2 et annexes 1.a et 1.b",
        row: rowKey(plan, line.row),
      },
    ];
  });
}

/** The factor that separates a plan from its fiches when all of it is in another unit than it says; null otherwise. */
function unitGap(relations: readonly Relation[]): Decimal | null {
  const ratios = relations.flatMap(({ total, terms }) => {
    const sum = terms.reduce((value, { cell }) => value.plus(cell.amount?.value ?? 0), ZERO);
    return total.amount && !sum.isZero() && !total.amount.value.isZero() ? [sum.div(total.amount.value)] : [];
  });
  const rows = new Set(relations.map(({ row }) => row));
  return (
    [1_000, 1_000_000, 0.001, 0.000_001]
      .map((factor) => new Decimal(factor))
      .find((factor) => rows.size > 1 && ratios.every((ratio) => ratio.div(factor).minus(1).abs().lt(0.01))) ?? null
  );
}

/** One card for a plan whose unit is not the one that it says, in place of one for each action. */
function unitFault(plan: PlanDeFinancement, relations: readonly Relation[]): CellFault[] {
  const [first, ...others] = relations;
  if (!first) return [];
  return [
    cellFault({
      rule: "unite",
      severity: "blocking",
      cell: first.total.ref,
      cells: others.map(({ total }) => total.ref),
      variant: "tableau",
      subject: `« ${plan.title} »`,
      written: first.total.written,
      reference: first.reference,
    }),
  ];
}

/** The budgets of an action's fiches add up to the plan's action: State, CD and total. */
export const fichePlan: Rule = {
  id: "fiche-plan",
  family: "concordance",
  run(context) {
    const relations: Relation[] = [];
    const unverifiable: Unverifiable[] = [];
    const faults: CellFault[] = [];
    let applies = false;
    for (const plan of plansOf(context)) {
      const year = yearOfTable(context, plan) ?? onlyYear(context);
      const actions = plan.lignes.filter(
        ({ kind, fiche }) => fiche !== null && (kind === "action" || kind === "sous-total"),
      );
      if (budgetsOf(context).length === 0 && plansOf(context).length === 1) continue;
      if (year === null) {
        applies = true;
        unverifiable.push({ reason: "annee-inconnue", subject: plan.title });
        continue;
      }
      const sources = sourcesOf(context, plan, year);
      if (sources.length === 0) continue;
      applies = true;
      const ofPlan: Relation[] = [];
      for (const line of actions) {
        if (line.fiche === null) continue;
        const match = fichesOf(line.fiche, sources);
        if ("reason" in match) unverifiable.push(match);
        else ofPlan.push(...relationsOf(plan, line, line.fiche, match.sources));
      }
      if (unitGap(ofPlan) === null) relations.push(...ofPlan);
      else faults.push(...unitFault(plan, ofPlan));
    }
    const nameless = budgetsOf(context).filter(({ fiche, flechage }) => fiche === null && !flechage);
    unverifiable.push(...nameless.map(({ title }): Unverifiable => ({ reason: "fiche-inconnue", subject: title })));
    return {
      relations,
      faults,
      checked: faults.length,
      unverifiable,
      applies: applies || nameless.length > 0,
    };
  },
};

/** The one year that all budgets are about, when they have only one. */
function onlyYear(context: RuleContext): number | null {
  const years = new Set(budgetsOf(context).flatMap(({ lignes }) => lignes.flatMap(({ year }) => year ?? [])));
  const [first] = years;
  return years.size === 1 && first !== undefined ? first : null;
}
