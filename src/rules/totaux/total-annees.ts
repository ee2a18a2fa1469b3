import { budgetsOf, rowKey, type Rule } from "../rule";
import { columnSums } from "./coverage";

/** The total row of a yearly budget is the sum of its years. */
export const totalAnnees: Rule = {
  id: "total-annees",
  family: "totaux",
  run(context) {
    const relations = budgetsOf(context).flatMap((budget) => {
      const total = budget.lignes.find(({ kind }) => kind === "total");
      const years = budget.lignes.filter(({ kind }) => kind === "annee");
      if (!total || years.length === 0) return [];
      return columnSums(
        total.amounts,
        years.map(({ amounts }) => amounts),
        {
          rule: "total-annees",
          ceiling: "blocking",
          subject: budget.fiche === null ? `« ${budget.title} »` : `action ${budget.fiche}`,
          reference: null,
          row: rowKey(budget, total.row),
        },
      );
    });
    return { relations, faults: [], checked: 0, unverifiable: [], applies: relations.length > 0 };
  },
};
