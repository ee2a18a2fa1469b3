import { Decimal, ZERO } from "../../domain/decimal";
import {
  apportsDeLAction,
  apportsDesBudgets,
  apportsDesLignes,
  depthOf,
  outsidePact,
  type ApportDeFiche,
} from "../../reading/fichesActions";
import type { AmountCell, LigneDePlan, PlanDeFinancement } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import {
  cellFault,
  budgetsOf,
  isFilled,
  plansEnVigueur,
  rowKey,
  yearOfTable,
  type CellFault,
  type Rule,
  type RuleContext,
  type Unverifiable,
} from "../rule";

const ONE = new Decimal(1);
const SHARES = ["etat", "departement", "total"] as const;

function apportsOf(context: RuleContext, plan: PlanDeFinancement, year: number): ApportDeFiche[] {
  const summaries = plansEnVigueur(context).filter(
    (other) => other !== plan && yearOfTable(context, other) === year && depthOf(other) > depthOf(plan),
  );
  return [...apportsDesBudgets(budgetsOf(context), year), ...summaries.flatMap(apportsDesLignes)];
}

function relationsOf(
  plan: PlanDeFinancement,
  line: LigneDePlan,
  fiche: string,
  sources: readonly ApportDeFiche[],
): Relation[] {
  return SHARES.flatMap((share): Relation[] => {
    const cell = line.amounts[share];
    const terms = sources.flatMap(({ amounts }) => amounts[share] ?? []);
    if (!isFilled(cell) || terms.length !== sources.length || !terms.some(isFilled)) return [];
    if (share === "total" && followsRoundedShares(cell, line, sources)) return [];
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

/** The line outside the pact (Tourcoing) against what the fiches give to it; none where the plan has several. */
function outsideRelations(context: RuleContext, plan: PlanDeFinancement, year: number): Relation[] {
  const [line, ...others] = plan.lignes.filter(
    ({ kind, classement }) => kind === "action" && classement?.part === "hors-pacte",
  );
  const sources = budgetsOf(context).flatMap((budget): ApportDeFiche[] => {
    const outside = budget.flechage ? null : outsidePact(budget, year);
    return outside ? [{ fiche: budget.fiche ?? "", amounts: outside.amounts }] : [];
  });
  if (!line || others.length > 0 || sources.length === 0) return [];
  return relationsOf(plan, line, line.label, sources).map((relation) => ({
    ...relation,
    subject: `« ${line.label} »`,
  }));
}

/**
 * A live A + B of shares that the fiches give in k€ or M€: the shares are compared, and their sum is off by what both
 * leave open, which the total of the fiches, rounded once, cannot tell.
 */
function followsRoundedShares(total: AmountCell, { amounts }: LigneDePlan, sources: readonly ApportDeFiche[]): boolean {
  const isRounded = sources.some(({ amounts: { etat, departement } }) =>
    [etat, departement].some((cell) => cell?.amount?.coarse === true),
  );
  return total.formula !== null && isRounded && isFilled(amounts.etat) && isFilled(amounts.departement);
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
    for (const plan of plansEnVigueur(context)) {
      const year = yearOfTable(context, plan) ?? onlyYear(context);
      const actions = plan.lignes.filter(
        ({ kind, fiche }) => fiche !== null && (kind === "action" || kind === "sous-total"),
      );
      if (budgetsOf(context).length === 0 && plansEnVigueur(context).length === 1) continue;
      if (year === null) {
        applies = true;
        unverifiable.push({ reason: "annee-inconnue", subject: plan.title });
        continue;
      }
      const sources = apportsOf(context, plan, year);
      if (sources.length === 0) continue;
      applies = true;
      const ofPlan: Relation[] = outsideRelations(context, plan, year);
      for (const line of actions) {
        if (line.fiche === null) continue;
        const match = apportsDeLAction(line.fiche, sources);
        if ("reason" in match) unverifiable.push({ ...match, subject: `action ${line.fiche}` });
        else ofPlan.push(...relationsOf(plan, line, line.fiche, match.apports));
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
