/** What the tests of imputations share: the source's codes (art. 3.2 and 6) in a table, and its plan. */
import type { Workbook } from "../../../src/workbook/picture";
import { nordPlan } from "../../builders/nord";
import { sheet, workbook, type Typing } from "../../builders/picture";

/** Programme, action, sous-action, code, amount of each line of the source (L458-460, L760-762, L2204-2217). */
export const LINES: readonly Typing[][] = [
  ["Axe 1", "304", "23", "23", "030450232301", 2_450_000],
  ["Axe 3", "304", "23", "25", "030450232501", 2_698_980],
  ["Axe 4", "304", "23", "26", "030450232601", 900_000],
  ["Volet 1", "102", "02", null, "010200002535", 135_000],
  ["Volet 2", "102", "02", null, "010200002535", 8_752_912],
  ["Volet 3", "102", "02", null, "010200002501", 5_700_000],
  ["Tourcoing", "102", "02", "01", "010200002501", 1_349_393],
];

/** The lines on the sheet "Imputations", from row 3: A label, B programme, C action, D sous-action, E code, F amount. */
export function imputations(lines: readonly Typing[][] = LINES, title = "Imputations budgétaires 2024"): Workbook {
  const header = ["Bloc", "Programme", "Action", "Sous-action", "Code activité", "Montant"];
  return workbook(sheet("Imputations", [[title], header, ...lines]));
}

/** The source's plan beside its imputations. */
export function withPlan(book: Workbook = imputations()): Workbook {
  return workbook(...nordPlan().sheets, ...book.sheets);
}
