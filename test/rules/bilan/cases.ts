/** What the tests of the rules of bilans share: small bilans to type rows into. */
import type { Sheet, Workbook } from "../../../src/workbook/picture";
import { AUCUN_REGLAGE, type Reglages } from "../../../src/domain/reglages";
import { sheet, workbook, type Typing } from "../../builders/picture";

const HEADER = [
  "Action n°",
  "Intitulé",
  "Prévu État",
  "Dépenses réalisées",
  "Dépenses éligibles",
  "Part État due",
  "Déjà versé",
  "Solde à verser",
  "Trop-perçu ou reliquat",
  "Justification",
];

/** On the sheet "Bilan": title in row 1, header in row 2, the given rows from row 3, columns A to J. */
export function bilanOf(
  rows: readonly (readonly Typing[])[],
  title = "Bilan financier 2024",
  ...others: Sheet[]
): Workbook {
  return workbook(sheet("Bilan", [[title], HEADER, ...rows], { format: '#,##0.00\\ "€"' }), ...others);
}

export function seuil(executionFaible: string): { reglages: Reglages } {
  return { reglages: { ...AUCUN_REGLAGE, seuils: { executionFaible } } };
}
