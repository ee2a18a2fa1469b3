import { plansOf, type Rule } from "../rule";
import { coverageRelations } from "./coverage";

/** Totals of parts and grand totals are the sum of what they cover, each amount once. */
export const totalGeneral: Rule = {
  id: "total-general",
  family: "totaux",
  run(context) {
    const relations = coverageRelations(context, "total-general");
    const applies = plansOf(context).length > 0 && relations.length > 0;
    return { relations, faults: [], checked: 0, unverifiable: [], applies };
  },
};
