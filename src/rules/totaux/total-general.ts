import { totauxDesBilans } from "../bilan/totaux";
import type { Rule } from "../rule";
import { coverageRelations } from "./coverage";
import { grandAngleRelations } from "./details";

/** Totals of parts and grand totals are the sum of what they cover, each amount once. */
export const totalGeneral: Rule = {
  id: "total-general",
  family: "totaux",
  run(context) {
    const relations = [
      ...coverageRelations(context, "total-general"),
      ...totauxDesBilans(context, "total-general"),
      ...context.reading.grandsAngles.flatMap(grandAngleRelations),
    ];
    return { relations, faults: [], checked: 0, unverifiable: [], applies: relations.length > 0 };
  },
};
