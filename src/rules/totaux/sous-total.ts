import { plansOf, type Rule } from "../rule";
import { coverageRelations } from "./coverage";

/** A subtotal row is the sum of the actions of its block, column by column. */
export const sousTotal: Rule = {
  id: "sous-total",
  family: "totaux",
  run(context) {
    const relations = coverageRelations(context, "sous-total");
    const applies = plansOf(context).length > 0 && relations.length > 0;
    return { relations, faults: [], checked: 0, unverifiable: [], applies };
  },
};
