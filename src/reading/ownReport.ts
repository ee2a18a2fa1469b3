/** The control report that this program writes into a workbook: it quotes the tables, and is none of them. */
import { plainText } from "../domain/amount";
import type { Sheet } from "../workbook/picture";

/** First cell of the sheet of a control report, by which it is known again under any name. */
export const TITRE_DU_RAPPORT = "Rapport de contrôle – Contrôle PLS";

const WORDS = ["rapport de controle", "controle pls"];

/** True for a sheet whose first filled cell is the title of a control report. */
export function isOwnReport({ cells }: Sheet): boolean {
  const first = cells.find(({ value }) => value !== null && value !== "");
  if (typeof first?.value !== "string") return false;
  const text = plainText(first.value);
  return WORDS.every((words) => text.includes(words));
}
