/** What the tests of rules share: a small plan to type rows into, and what one rule says of a workbook. */
import type { Workbook } from "../../src/workbook/picture";
import { findings } from "../builders/expectFindings";
import { sheet, workbook, type Typing } from "../builders/picture";

/** "blocking Total de ligne inexact" for each finding of the rule. */
export async function fired(rule: string, book: Workbook): Promise<string[]> {
  return (await findings(book)).flatMap((found) => (found.rule === rule ? [`${found.severity} ${found.title}`] : []));
}

/** A plan on the sheet "Plan": title in row 1, header in row 2, the given rows from row 3. */
export function planOf(rows: readonly Typing[][], title = "Plan de financement 2024"): Workbook {
  return workbook(sheet("Plan", [[title], ["Fiche", "Action", "État", "CD", "Total"], ...rows]));
}

/** A yearly budget on the sheet "Fiche", laid out as the source's: title in row 1, header in row 2. */
export function budgetOf(fiche: string, rows: readonly Typing[][]): Workbook {
  const header = ["Année", "Etat", "Conseil départemental", "Total"];
  return workbook(sheet("Fiche", [[`Budget prévisionnel de l'action ${fiche}`], header, ...rows]));
}
