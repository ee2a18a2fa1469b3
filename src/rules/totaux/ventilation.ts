import type { BudgetFiche, LigneDeBudget } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { budgetsOf, rowKey, type Rule } from "../rule";
import { columnSums } from "./coverage";
import { flechageRelations, previsionnelRelations } from "./details";
import { natureRelations } from "./natures";

/** Rows that a line of a territorial budget details: the territories of the pact, or pact and convention of a year. */
function detailsOf(budget: BudgetFiche, line: LigneDeBudget): readonly LigneDeBudget[] {
  const start = budget.lignes.indexOf(line) + 1;
  const rest = budget.lignes.slice(start).filter(({ kind }) => kind !== "dont");
  if (line.kind === "pacte") {
    const end = rest.findIndex(({ kind }) => kind !== "territoire");
    return end === -1 ? rest : rest.slice(0, end);
  }
  const end = rest.findIndex(({ kind }) => kind === "annee" || kind === "total");
  const details = end === -1 ? rest : rest.slice(0, end);
  return details.some(({ kind }) => kind === "pacte") ? details.filter(({ kind }) => kind !== "territoire") : details;
}

/** Details add up to what they detail: territories of a budget, natures of a fiche, parts of an earmark. At most a warning: details are indicative. */
export const ventilation: Rule = {
  id: "ventilation",
  family: "totaux",
  run(context) {
    const relations = budgetsOf(context).flatMap((budget) =>
      budget.lignes.flatMap((line): Relation[] => {
        if (line.kind !== "annee" && line.kind !== "pacte") return [];
        const details = detailsOf(budget, line);
        if (details.length === 0) return [];
        return columnSums(
          line.amounts,
          details.map(({ amounts }) => amounts),
          {
            rule: "ventilation",
            ceiling: "warning",
            subject: line.kind === "annee" ? `année ${line.year ?? ""}` : `« ${line.label} »`,
            reference: null,
            row: rowKey(budget, line.row),
          },
        );
      }),
    );
    const natures = [natureRelations(context), ...context.reading.plansPrevisionnels.map(previsionnelRelations)];
    const details = [...natures.flatMap((one) => one.relations), ...flechageRelations(context)];
    const unverifiable = natures.flatMap((one) => one.unverifiable);
    return {
      relations: [...relations, ...details],
      faults: [],
      checked: 0,
      unverifiable,
      applies: relations.length + details.length + unverifiable.length > 0,
    };
  },
};
