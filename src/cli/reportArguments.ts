/** The words of `report`. */
import { isDay } from "../domain/fields";
import type { CopyArguments } from "./copy";
import { readCopyArguments } from "./copyArguments";

export interface ReportArguments extends CopyArguments {
  /** A copy of the workbook with the report's sheet, or the report alone. */
  readonly form: "sheet" | "html" | "csv";
  readonly year: number | null;
  /** "YYYY-MM-DD"; null is today. */
  readonly date: string | null;
}

export const REPORT_USAGE = `Usage : npm run --silent report -- CLASSEUR.xlsx --out COPIE.xlsx|RAPPORT.html|RAPPORT.csv [--year 2024] [--date 2025-03-31] [--settings REGLAGES.json] [--codes MES-CODES.json]

Contrôle le classeur et écrit le rapport de contrôle : une feuille de plus dans une copie, une page ou un fichier CSV.
La réponse (JSON : verdict, cellules écrites) va sur la sortie standard ; le classeur d'origine n'est pas modifié.
Code de sortie : 0 écrit, quel que soit le verdict, 1 refusé (rien n'est écrit), 2 mauvais usage ou fichier illisible.
`;

const FORMS = {
  pattern: /\.(?:xls[xm]|html?|csv)$/i,
  forms: "Le rapport doit être un .xlsx, un .xlsm, un .html ou un .csv",
};

function formOf(out: string): ReportArguments["form"] {
  if (/\.html?$/i.test(out)) return "html";
  return /\.csv$/i.test(out) ? "csv" : "sheet";
}

/** Reads the arguments of `report`, or says in French what is wrong with them. */
export function readReportArguments(words: readonly string[]): ReportArguments | { readonly problem: string } {
  const read = readCopyArguments(words, { date: { type: "string" } }, FORMS);
  if ("problem" in read) return read;
  const { own, ...shared } = read;
  const { date = null } = own;
  if (date !== null && !isDay(date)) {
    return { problem: `Date illisible : ${String(date)}. Écrivez par exemple --date 2025-03-31.` };
  }
  return { ...shared, date, form: formOf(shared.out) };
}
