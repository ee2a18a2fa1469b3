/** The fiches-actions of a year as a plan needs them: one row of amounts each, gathered by the action that they detail. */
import type { BudgetFiche, LigneDeBudget, PlanDeFinancement, RowAmounts } from "./tables";

/** What one fiche brings to its action in a year. */
export interface ApportDeFiche {
  /** "1.1.2". */
  readonly fiche: string;
  readonly amounts: RowAmounts;
}

/** The row of a budget that rolls up to the plan for a year: what the pact pays, where territories are told apart. */
export function rolledUp(budget: BudgetFiche, year: number): LigneDeBudget | null {
  return ofYear(budget, year).find(({ kind }) => kind === "pacte") ?? ofYear(budget, year)[0] ?? null;
}

/** What a budget holds for a year outside the pact (Tourcoing), or null. */
export function outsidePact(budget: BudgetFiche, year: number): LigneDeBudget | null {
  return ofYear(budget, year).find(({ kind, amounts }) => kind === "hors-pacte" && amounts.etat?.amount) ?? null;
}

/** The row of a year and those that detail it. */
function ofYear({ lignes }: BudgetFiche, year: number): readonly LigneDeBudget[] {
  const start = lignes.findIndex((line) => line.kind === "annee" && line.year === year);
  if (start === -1) return [];
  const length = lignes.slice(start + 1).findIndex(({ kind }) => kind === "annee" || kind === "total");
  return lignes.slice(start, length === -1 ? undefined : start + 1 + length);
}

/** What the budgets of fiches hold for a year; earmarks and budgets that name no fiche are left out. */
export function apportsDesBudgets(budgets: readonly BudgetFiche[], year: number): ApportDeFiche[] {
  return budgets.flatMap((budget) => {
    const line = budget.flechage || budget.fiche === null ? null : rolledUp(budget, year);
    return line && budget.fiche !== null ? [{ fiche: budget.fiche, amounts: line.amounts }] : [];
  });
}

/** A summary of sub-actions laid out like a plan counts as fiches of the plan above it. */
export function apportsDesLignes(plan: PlanDeFinancement): ApportDeFiche[] {
  return plan.lignes.flatMap(({ fiche, amounts }) => (fiche === null ? [] : [{ fiche, amounts }]));
}

/** How deep a plan numbers its actions: "2.2" is 2. */
export function depthOf(plan: PlanDeFinancement): number {
  return Math.max(0, ...plan.lignes.map(({ fiche }) => fiche?.split(".").length ?? 0));
}

/** The action that a sub-action belongs to: "1.1" of "1.1.2". */
export function parentOf(fiche: string): string {
  return fiche.slice(0, Math.max(0, fiche.lastIndexOf(".")));
}

const SHARES = ["etat", "departement", "total"] as const;

function sameAmounts(one: RowAmounts, other: RowAmounts): boolean {
  return SHARES.every((share) => {
    const [a, b] = [one[share]?.amount?.value, other[share]?.amount?.value];
    return a && b ? a.eq(b) : a === b;
  });
}

/** Why the fiches of an action cannot be added up. */
export type SansApport = "fiche-absente" | "fiches-incompletes" | "fiches-en-double";

/** The fiches of an action: the one with its number, or its sub-actions when none is missing. */
export function apportsDeLAction(
  fiche: string,
  apports: readonly ApportDeFiche[],
): { readonly apports: readonly ApportDeFiche[] } | { readonly reason: SansApport } {
  const exact = apports.filter((apport) => apport.fiche === fiche);
  const found = exact.length > 0 ? exact : apports.filter((apport) => parentOf(apport.fiche) === fiche);
  if (found.length === 0) return { reason: "fiche-absente" };
  const byNumber = new Map<string, ApportDeFiche>();
  for (const apport of found) {
    const known = byNumber.get(apport.fiche);
    if (known && !sameAmounts(known.amounts, apport.amounts)) return { reason: "fiches-en-double" };
    byNumber.set(apport.fiche, known ?? apport);
  }
  const whole = [...byNumber.values()];
  if (exact.length > 0) return { apports: whole };
  const numbers = whole.map((apport) => Number(apport.fiche.split(".").at(-1))).sort((a, b) => a - b);
  return numbers.every((number, place) => number === place + 1) ? { apports: whole } : { reason: "fiches-incompletes" };
}
