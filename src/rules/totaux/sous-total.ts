import { totauxDesBilans } from "../bilan/totaux";
import type { Rule } from "../rule";
import { coverageRelations } from "./coverage";

/** A subtotal row is the sum of the actions of its block, column by column. */
export const sousTotal: Rule = {
  id: "sous-total",
  family: "totaux",
  run(context) {
    const relations = [...coverageRelations(context, "sous-total"), ...totauxDesBilans(context, "sous-total")];
    return { relations, faults: [], checked: 0, unverifiable: [], applies: relations.length > 0 };
  },
};
