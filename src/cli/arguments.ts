/** The words of the command line. */
import { parseArgs } from "node:util";

export const FORMATS = ["json", "text", "html", "csv"] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckArguments {
  readonly format: Format;
  readonly year: number | null;
  readonly date: string | null;
  /** JSON file of codes activité that officers added. */
  readonly codes: string | null;
  /** JSON file of the convention's settings; null takes those that each workbook remembers. */
  readonly settings: string | null;
  readonly paths: readonly string[];
}

export const USAGE = `Usage : npm run --silent check -- [--format json|text|html|csv] [--year 2024] [--date 2025-03-31] [--settings REGLAGES.json] [--codes MES-CODES.json] FICHIER|DOSSIER…

Contrôle des classeurs .xlsx et .xlsm ; la réponse va sur la sortie standard.
Code de sortie : 0 rien de bloquant, 1 au moins une anomalie bloquante, 2 mauvais usage ou fichier illisible.
`;

function isFormat(text: string): text is Format {
  return (FORMATS as readonly string[]).includes(text);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** Reads the arguments of `check`, or says in French what is wrong with them. */
export function readArguments(words: readonly string[]): CheckArguments | { readonly problem: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        year: { type: "string" },
        date: { type: "string" },
        codes: { type: "string" },
        settings: { type: "string" },
      },
    });
  } catch (error) {
    const option = /'(-[^']*)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
    return { problem: `Option inconnue ou sans valeur : ${option}.` };
  }
  const { values, positionals } = parsed;
  const format = values.format ?? "json";
  if (!isFormat(format)) return { problem: `Format inconnu : ${format}. Formats : ${FORMATS.join(", ")}.` };
  if (values.year !== undefined && !/^20\d\d$/.test(values.year)) {
    return { problem: `Année illisible : ${values.year}. Écrivez par exemple --year 2024.` };
  }
  if (values.date !== undefined && !isDate(values.date)) {
    return { problem: `Date illisible : ${values.date}. Écrivez par exemple --date 2025-03-31.` };
  }
  if (positionals.length === 0) return { problem: "Indiquez au moins un fichier ou un dossier." };
  return {
    format,
    year: values.year === undefined ? null : Number(values.year),
    date: values.date ?? null,
    codes: values.codes ?? null,
    settings: values.settings ?? null,
    paths: positionals,
  };
}
