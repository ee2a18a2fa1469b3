import { classementOfFiche } from "../../domain/bloc";
import { clauseOf } from "../../domain/clauses";
import { Decimal } from "../../domain/decimal";
import type { AmountCell, BudgetFiche } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { budgetsOf, plansOf, rowKey, yearOfTable, type Rule, type RuleContext, type Unverifiable } from "../rule";
import { boundRows } from "./shares";

const ONE = new Decimal(1);
const MINUS_ONE = new Decimal(-1);

/** Σ CD ≥ Σ État, written with the first CD cell as the total of the others. */
function atLeastHalf(
  etat: readonly AmountCell[],
  cd: readonly AmountCell[],
  subject: string,
  reference: string,
  row: string,
): Relation[] {
  const [first, ...others] = cd;
  if (!first || etat.length === 0) return [];
  return [
    {
      rule: "cofinancement-solidarites",
      kind: "at-least",
      total: first,
      terms: [
        ...etat.map((cell) => ({ cell, coefficient: ONE })),
        ...others.map((cell) => ({ cell, coefficient: MINUS_ONE })),
      ],
      ceiling: "blocking",
      subject,
      reference,
      row,
    },
  ];
}

/** The plan says which part an action is of; without it, the fiche's title and number, where they do not disagree. */
function isSolidarites(context: RuleContext, budget: BudgetFiche, fiche: string): boolean {
  const action = fiche.split(".").slice(0, 2).join(".");
  const planned = plansOf(context).flatMap(({ lignes }) => lignes.filter((line) => line.fiche === action));
  const said =
    planned.length > 0 ? planned.map(({ classement }) => classement) : [budget.classement, classementOfFiche(fiche)];
  const parts = new Set(said.flatMap((classement) => classement?.part ?? []));
  return parts.size === 1 && parts.has("solidarites");
}

/** Years of the fiches that no plan covers: the clause is per action, so the sub-actions' budgets go together. */
function fromBudgets(context: RuleContext, unverifiable: Unverifiable[]): Relation[] {
  const planned = new Set(plansOf(context).map((plan) => yearOfTable(context, plan)));
  const groups = new Map<string, { budgets: BudgetFiche[]; year: number; action: string }>();
  for (const budget of budgetsOf(context)) {
    if (budget.fiche === null || budget.flechage) continue;
    if (!isSolidarites(context, budget, budget.fiche)) continue;
    const action = budget.fiche.split(".").slice(0, 2).join(".");
    for (const { year } of budget.lignes) {
      if (year === null || planned.has(year)) continue;
      const group = groups.get(`${action} ${year}`) ?? { budgets: [], year, action };
      group.budgets.push(budget);
      groups.set(`${action} ${year}`, group);
    }
  }
  return [...groups.values()].flatMap(({ budgets, year, action }) => {
    const clause = clauseOf("axe-1", year);
    if (!clause) unverifiable.push({ reason: "annee-sans-donnees", subject: `les solidarités en ${year}` });
    const lines = budgets.flatMap((budget) =>
      budget.lignes.filter((line) => line.kind === "annee" && line.year === year),
    );
    const etat = lines.flatMap(({ amounts }) => amounts.etat ?? []);
    const cd = lines.flatMap(({ amounts }) => amounts.departement ?? []);
    const [budget] = budgets;
    if (!clause || !budget || cd.length !== etat.length) return [];
    const row = rowKey(budget, lines[0]?.row ?? 0);
    return atLeastHalf(etat, cd, `action ${action} en ${year}`, clause.source.article, row);
  });
}

/** Solidarités, each action: the CD brings at least half of the credits (B ≥ A; more is lawful). */
export const cofinancementSolidarites: Rule = {
  id: "cofinancement-solidarites",
  family: "cofinancement",
  run(context) {
    const { rows, unverifiable } = boundRows(context, ["axe-1", "axe-3", "axe-4"]);
    const relations = rows.flatMap(({ plan, line, clause }) => {
      const { etat, departement } = line.amounts;
      if (!etat || !departement || etat.state === "covered" || departement.state === "covered") return [];
      const subject = line.fiche === null ? `« ${line.label} »` : `action ${line.fiche}`;
      return atLeastHalf([etat], [departement], subject, clause.source.article, rowKey(plan, line.row));
    });
    const open = [...unverifiable];
    const all = [...relations, ...fromBudgets(context, open)];
    return { relations: all, faults: [], checked: 0, unverifiable: open, applies: all.length > 0 || open.length > 0 };
  },
};
