import { Decimal } from "../../domain/decimal";
import { formatRate } from "../../domain/format";
import type { Bilan, LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/tables";
import { cellFault, NOTHING, subjectOf, type CellFault, type Rule, type RuleContext, type Unverifiable } from "../rule";
import { bilansOf, isKnown, isLeaf, realisesOf, sumOf, valueOf } from "./lignes";
import { plannedCells, yearsOfLine } from "./prevus";

/** The solidarités take what is plainly unspent off the next year (contrat, art. 2.2), the emploi part pays what was done. */
const REFERENCE = "Convention solidarités, art. 3.2 ; convention emploi, art. 6";

interface Place {
  readonly table: Bilan;
  readonly ligne: LigneDeBilan;
}

/** Rows of the bilans; of a réalisé only where no bilan of the workbook has the action. */
function placesOf(context: RuleContext): Place[] {
  const rows = (tables: readonly Bilan[]): Place[] =>
    tables.flatMap((table) => table.lignes.flatMap((ligne) => (isLeaf(ligne) ? [{ table, ligne }] : [])));
  const told = rows(bilansOf(context));
  const fiches = new Set(told.flatMap(({ ligne }) => ligne.fiche ?? []));
  const others = rows(realisesOf(context)).filter(({ ligne }) => ligne.fiche === null || !fiches.has(ligne.fiche));
  return told.length === 0 ? others : [...told, ...others.filter(({ ligne }) => ligne.fiche !== null)];
}

function plannedOf(context: RuleContext, { table, ligne }: Place): AmountCell[] | null {
  const { prevuTotal } = ligne.montants;
  if (prevuTotal) return isKnown(prevuTotal) ? [prevuTotal] : null;
  return plannedCells(context, table, ligne, yearsOfLine(context, table, ligne), "total");
}

function faultOf({ ligne }: Place, realise: AmountCell, planned: readonly AmountCell[], seuil: Decimal): CellFault {
  const rate = valueOf(realise).div(sumOf(planned));
  const { justification } = ligne;
  return cellFault({
    rule: "execution-faible",
    severity: "warning",
    cell: realise.ref,
    cells: [...planned.map(({ ref }) => ref), ...(justification ? [justification.ref] : [])],
    variant: `${formatRate(rate)}|${formatRate(seuil)}`,
    subject: subjectOf(ligne),
    written: realise.written,
    actual: valueOf(realise),
    reference: REFERENCE,
  });
}

/** An action that was carried out less than the officer's threshold says, without a word on why. */
export const executionFaible: Rule = {
  id: "execution-faible",
  family: "bilan",
  run(context) {
    const places = placesOf(context);
    if (places.length === 0) return NOTHING;
    const { executionFaible: written } = context.reglages.seuils;
    if (written === null)
      return { ...NOTHING, applies: true, unverifiable: [{ reason: "seuil-absent", subject: "l'exécution faible" }] };
    const seuil = new Decimal(written);
    const faults: CellFault[] = [];
    const unverifiable: Unverifiable[] = [];
    let checked = 0;
    for (const place of places) {
      const { realise } = place.ligne.montants;
      const planned = plannedOf(context, place);
      if (!isKnown(realise) || planned === null || sumOf(planned).lte(0)) {
        if (realise && (!isKnown(realise) || planned === null))
          unverifiable.push({ reason: "execution-inconnue", subject: subjectOf(place.ligne) });
        continue;
      }
      checked += 1;
      const isLow = valueOf(realise).lt(sumOf(planned).times(seuil));
      if (isLow && (place.ligne.justification?.written.trim() ?? "") === "")
        faults.push(faultOf(place, realise, planned, seuil));
    }
    return { relations: [], faults, checked, unverifiable, applies: true };
  },
};
