/** The words of `report`. */
import { parseArgs } from "node:util";
import { isDay } from "../domain/fields";

export interface ReportArguments {
  readonly path: string;
  readonly out: string;
  /** A copy of the workbook with the report's sheet, or the report alone. */
  readonly form: "sheet" | "html" | "csv";
  readonly year: number | null;
  readonly date: string | null;
  /** JSON file of the convention's settings; null takes those that the workbook remembers. */
  readonly settings: string | null;
  readonly codes: string | null;
}

export const REPORT_USAGE = `Usage : npm run --silent report -- CLASSEUR.xlsx --out COPIE.xlsx|RAPPORT.html|RAPPORT.csv [--year 2024] [--date 2025-03-31] [--settings REGLAGES.json] [--codes MES-CODES.json]

Contrôle le classeur et écrit le rapport de contrôle : une feuille de plus dans une copie, une page ou un fichier CSV.
La réponse (JSON : verdict, cellules écrites) va sur la sortie standard ; le classeur d'origine n'est pas modifié.
Code de sortie : 0 écrit, quel que soit le verdict, 1 refusé (rien n'est écrit), 2 mauvais usage ou fichier illisible.
`;

function parsed(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      out: { type: "string" },
      year: { type: "string" },
      date: { type: "string" },
      settings: { type: "string" },
      codes: { type: "string" },
    },
  });
}

function formOf(out: string): ReportArguments["form"] | null {
  if (/\.xls[xm]$/i.test(out)) return "sheet";
  if (/\.html?$/i.test(out)) return "html";
  return /\.csv$/i.test(out) ? "csv" : null;
}

/** Reads the arguments of `report`, or says in French what is wrong with them. */
export function readReportArguments(words: readonly string[]): ReportArguments | { readonly problem: string } {
  let read: ReturnType<typeof parsed>;
  try {
    read = parsed(words);
  } catch (error) {
    const option = /'(-[^']*)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
    return { problem: `Option inconnue ou sans valeur : ${option}.` };
  }
  const { values, positionals } = read;
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) return { problem: "Indiquez un classeur, et un seul." };
  if (values.out === undefined) return { problem: "Indiquez où écrire le rapport : --out COPIE.xlsx." };
  const form = formOf(values.out);
  if (form === null)
    return { problem: `Le rapport doit être un .xlsx, un .xlsm, un .html ou un .csv : ${values.out}.` };
  if (values.year !== undefined && !/^20\d\d$/.test(values.year)) {
    return { problem: `Année illisible : ${values.year}. Écrivez par exemple --year 2024.` };
  }
  if (values.date !== undefined && !isDay(values.date)) {
    return { problem: `Date illisible : ${values.date}. Écrivez par exemple --date 2025-03-31.` };
  }
  return {
    path,
    out: values.out,
    form,
    year: values.year === undefined ? null : Number(values.year),
    date: values.date ?? null,
    settings: values.settings ?? null,
    codes: values.codes ?? null,
  };
}
