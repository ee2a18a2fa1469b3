/** What was left of the year before's advance: some count it in what was paid, others only in the balance. */
import type { Bilan, LigneDeBilan } from "../../reading/bilanTables";
import { namesCell } from "../../relations/formula";
import { blocOf, isKnown, knownCells, marginOf, sumOf, valueOf } from "./lignes";

/** The reports of the row's block. */
export function reportsOf({ lignes }: Bilan, ligne: LigneDeBilan): LigneDeBilan[] {
  const bloc = blocOf(ligne);
  return lignes.filter((one) => one.kind === "report" && bloc !== null && blocOf(one) === bloc);
}

/** Whether what a row says was paid holds its report: by its formula, else by its balance; null where nothing tells. */
export function holdsReport(table: Bilan, ligne: LigneDeBilan): boolean | null {
  const reports = reportsOf(table, ligne).flatMap((one) => knownCells(one, ["verse"]));
  const { due, verse, solde, excedent } = ligne.montants;
  if (!isKnown(verse) || reports.length === 0) return null;
  const { formula, ref } = verse;
  if (formula !== null && reports.some((report) => namesCell(formula, ref.sheet, report.ref))) return true;
  if (!isKnown(due) || (!isKnown(solde) && !isKnown(excedent))) return null;
  const rest = valueOf(due).minus(valueOf(verse)).minus(valueOf(solde)).plus(valueOf(excedent));
  const margin = marginOf([due, verse, solde, excedent, ...reports]);
  if (rest.abs().lte(margin)) return true;
  return rest.minus(sumOf(reports)).abs().lte(margin) ? false : null;
}
