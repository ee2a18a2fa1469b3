/** The imputations of 2024 (conventions, art. 3.2 and 6): a table, sentences and blocks as the source writes them. */
import type { Sheet } from "../../src/workbook/picture";
import { sheet, type Typing } from "./picture";

export const IMPUTATION_ROWS: Typing[][] = [
  ["Imputations budgétaires 2024"],
  [],
  ["Objet", "Programme", "Action", "Sous-action", "Code activité", "Montant 2024"],
  ["Axe Prévenir la pauvreté", "304", "23", "23", "030450232301", 2_450_000],
  ["Axe Lutter contre la grande exclusion", "304", "23", "25", "030450232501", 2_698_980],
  ["Axe Transition écologique solidaire", "304", "23", "26", "030450232601", 900_000],
  ["Volet 1", "102", "02", null, "010200002535", 135_000],
  ["Volet 2", "102", "02", null, "010200002535", 8_752_912],
  ["Volet 3", "102", "02", null, "010200002501", 5_700_000],
  ["Total", null, null, null, null, 20_636_892],
];

export function imputationSheet(): Sheet {
  return sheet("Imputations", IMPUTATION_ROWS, { format: '#,##0\\ "€"' });
}

/** L894-905: sous-actions 23 - 24 - 26 beside the code of sous-action 25. */
export const BLOC: Typing[][] = [
  ["Imputations budgétaires"],
  ["Programmes : 304 et 102"],
  ["Actions : pour le 304, action 23 / pour le 102, action 02"],
  ["Sous actions : pour le 304, sous actions 23 - 24 - 26"],
  [
    "Activité : pour le 304, sous activités 030450232301 - 030450232501 - 030450232601 pour le 102, sous activités 010200002535 - 010200002501",
  ],
  ["GM : 10.05.01"],
];

/** L458-460, one sentence a cell. */
export const PHRASES: Typing[][] = [
  [
    "- 2 450 000 € sur l'action 23, sous-action 23 « Pilier 1 Prévention de la pauvreté dès le plus jeune âge », code activité 030450232301 ;",
  ],
  [
    "- 2 698 980 € sur l'action 23, sous-action 25 « Pilier 3 Plan 100% d'accès aux droits », code activité 030450232501 ;",
  ],
  ["- 900 000 € sur l'action 23, sous-action 26 « Pilier 4 Transition solidaire », code activité 0304 50 23 26 01 ;"],
];
