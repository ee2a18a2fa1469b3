/** The payments of 2024 (deliberation of 8 July 2024, L462, L731-738, L2301-2309), beside the Nord's plan. */
import type { Workbook } from "../../src/workbook/picture";
import { nordPlan } from "./nord";
import { sheet, workbook, type Typing } from "./picture";

export const VERSEMENTS: readonly Typing[][] = [
  ["Versements 2024"],
  [],
  ["Objet", "Montant prévisionnel", "Taux d'avance", "Avance", "Solde"],
  ["Volets 1 et 2", 8_887_912, { value: 0.6, format: "0%" }, 5_332_747.2, 3_555_164.8],
  ["Volet 3", 5_700_000, { value: 0.6, format: "0%" }, 3_420_000, 2_280_000],
  ["Convention de Tourcoing", 1_349_393, { value: 0.6, format: "0%" }, 809_635.8, 539_757.2],
  ["Solidarités (axes 1, 3 et 4)", 6_048_980, { value: 1, format: "0%" }, 6_048_980, 0],
];

/** A sheet "Versements" with the given rows beside the Nord's plan of 2024. */
export function versementsOf(rows: readonly (readonly Typing[])[] = VERSEMENTS): Workbook {
  return workbook(...nordPlan().sheets, sheet("Versements", rows, { format: '#,##0.00\\ "€"' }));
}

/** The header of a table of payments, and one line on volet 3, without the plan. */
export function seul(header: Typing[], ...rows: Typing[][]): Workbook {
  return workbook(sheet("Versements", [["Versements 2024"], header, ...rows], { format: '#,##0.00\\ "€"' }));
}
