import { plansOf, type Rule } from "../rule";
import { coverageRelations } from "./coverage";
import { grandAngleRelations } from "./details";

/** Totals of parts and grand totals are the sum of what they cover, each amount once. */
export const totalGeneral: Rule = {
  id: "total-general",
  family: "totaux",
  run(context) {
    const ofPlans = plansOf(context).length > 0 ? coverageRelations(context, "total-general") : [];
    const relations = [...ofPlans, ...context.reading.grandsAngles.flatMap(grandAngleRelations)];
    return { relations, faults: [], checked: 0, unverifiable: [], applies: relations.length > 0 };
  },
};
