/** Relations of lists of natures: what they add up to, and what makes the sum impossible to verify. */
import { Decimal, ZERO } from "../../domain/decimal";
import type { LigneDeNature, NatureDepenses } from "../../reading/otherTables";
import type { AmountCell, BudgetFiche, LigneDeBudget } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { budgetsOf, type RuleContext, type Unverifiable } from "../rule";
import { together } from "./details";

const ONE = new Decimal(1);

/** The budget that a list details: of the same fiche, the nearest above it, else the only one of the workbook. */
function budgetOf(context: RuleContext, natures: NatureDepenses): BudgetFiche | null {
  const ofFiche = budgetsOf(context).filter(({ fiche, flechage }) => fiche === natures.fiche && !flechage);
  const here = ofFiche.filter(({ sheet, area }) => sheet === natures.sheet && area.top < natures.area.top);
  return here.at(-1) ?? (natures.fiche !== null && ofFiche.length === 1 ? (ofFiche[0] ?? null) : null);
}

/** Amounts of one cell count as one term: several lines can share a cell. */
function termsOf(lignes: readonly LigneDeNature[]): AmountCell[] {
  const cells = new Map<string, AmountCell>();
  for (const { montant } of lignes) {
    if (montant === null) continue;
    const key = `${montant.ref.row}:${montant.ref.column}`;
    const known = cells.get(key);
    cells.set(key, known ? together(known, montant) : montant);
  }
  return [...cells.values()];
}

/**
 * The row that the natures detail: the year that their heading names, else the first year (L1252: the fiche's yearly
 * amount); the total of all years only where the natures give exactly that.
 */
function detailedRow(budget: BudgetFiche, natures: NatureDepenses, terms: readonly AmountCell[]): LigneDeBudget | null {
  const years = budget.lignes.filter(({ kind }) => kind === "annee");
  const [first, ...others] = years;
  if (natures.year !== null) return years.find(({ year }) => year === natures.year) ?? null;
  const total = budget.lignes.find(({ kind }) => kind === "total");
  const sum = terms.reduce((value, { amount }) => value.plus(amount?.value ?? 0), ZERO);
  const isWhole = others.length > 0 && total?.amounts.total?.amount?.value.eq(sum);
  const pact = budget.lignes.find(({ kind }) => kind === "pacte");
  // A territorial budget holds the pact and a convention of its own: the natures can be those of the pact alone.
  if (pact?.amounts.total?.amount?.value.eq(sum)) return pact;
  return (isWhole ? total : first) ?? null;
}

function subjectOf({ fiche, title }: NatureDepenses): string {
  return fiche === null ? `« ${title} »` : `fiche ${fiche}`;
}

/** Natures of a fiche add up to its yearly amount, State and CD together; a written total of them to both. */
export function natureRelations(context: RuleContext): { relations: Relation[]; unverifiable: Unverifiable[] } {
  const relations: Relation[] = [];
  const unverifiable: Unverifiable[] = [];
  for (const natures of context.reading.natures) {
    const lignes = natures.lignes.filter(({ kind }) => kind === "nature");
    const terms = termsOf(lignes);
    // A list without any amount details no amount.
    if (terms.length === 0) continue;
    const subject = subjectOf(natures);
    if (lignes.some(({ montant }) => montant === null)) {
      unverifiable.push({ reason: "nature-sans-montant", subject });
      continue;
    }
    const written = natures.lignes.find(({ kind, montant }) => kind === "total" && montant?.amount)?.montant ?? null;
    const budget = budgetOf(context, natures);
    const target = budget ? detailedRow(budget, natures, terms)?.amounts.total : undefined;
    const totals = [written, target?.amount ? target : null].filter((cell): cell is AmountCell => cell !== null);
    if (totals.length === 0) unverifiable.push({ reason: "nature-sans-budget", subject });
    relations.push(
      ...totals.map((total): Relation => ({
        rule: "ventilation",
        kind: "equal",
        total,
        terms: terms.map((cell) => ({ cell, coefficient: ONE })),
        ceiling: "warning",
        subject,
        reference: null,
        row: `${natures.sheet}!natures:${natures.area.top}`,
      })),
    );
  }
  return { relations, unverifiable };
}
