import { cellFault, subjectOf, type CellFault, type Rule, type RuleContext } from "../rule";
import { nettings, type Netting } from "./compensations";
import { jointBounds } from "./jointes";
import { bilansOf } from "./lignes";

/** The payments of art. 6 are of volets 1 and 2, and of volet 3, each within its own limits. */
const REFERENCE = "Convention emploi, art. 4.1 et 6";

function faultOf({ ligne, cells: [cell, ...more], others, what, isMild, expected }: Netting): CellFault {
  return cellFault({
    rule: "fongibilite",
    severity: isMild ? "warning" : "blocking",
    cell: cell.ref,
    cells: [...more, ...others].map(({ ref }) => ref),
    variant: what,
    subject: subjectOf(ligne),
    written: cell.written,
    expected,
    actual: cell.amount?.value ?? null,
    reference: REFERENCE,
  });
}

/** Rows where a surplus could have been netted: those that say a balance, or a due for several volets. */
function looked(context: RuleContext): number {
  return bilansOf(context)
    .flatMap(({ lignes }) => lignes)
    .filter(({ kind, montants }) => kind !== "report" && montants.solde?.amount).length;
}

/** A volet's surplus pays for no other volet: no ceiling, no balance and no total is right only when they are netted. */
export const fongibilite: Rule = {
  id: "fongibilite",
  family: "bilan",
  run(context) {
    const relations = jointBounds(context, "fongibilite");
    const found = bilansOf(context).flatMap((table) => nettings(context, table));
    const faults = found.flatMap((netting) => (netting.isLawful ? [] : [faultOf(netting)]));
    const checked = looked(context);
    return { relations, faults, checked, unverifiable: [], applies: relations.length + checked > 0 };
  },
};
