/** The words of `fill`. */
import { parseArgs } from "node:util";
import type { PlanOptions } from "../drafting/plan";

export const PARTIES = ["ensemble", "solidarites", "emploi"] as const satisfies readonly PlanOptions["parties"][];

export interface FillArguments {
  readonly path: string;
  readonly out: string;
  readonly year: number | null;
  /** JSON file of the convention's settings; null takes those that the workbook remembers. */
  readonly settings: string | null;
  readonly codes: string | null;
  readonly parties: PlanOptions["parties"];
  readonly cible: PlanOptions["cible"];
  readonly avenant: boolean;
}

export const FILL_USAGE = `Usage : npm run --silent fill -- CLASSEUR.xlsx --out COPIE.xlsx [--year 2024] [--settings REGLAGES.json] [--part ensemble|solidarites|emploi] [--new-sheet] [--avenant] [--codes MES-CODES.json]

Remplit le plan de financement à partir des fiches-actions, dans une copie ; le classeur d'origine n'est pas modifié.
La réponse (JSON : cellules écrites, montants à compléter, arrondis) va sur la sortie standard.
Code de sortie : 0 rempli, 1 refusé (rien n'est écrit), 2 mauvais usage ou fichier illisible.
`;

function problemOf(error: unknown): { readonly problem: string } {
  const option = /'(-[^']*)'/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
  return { problem: `Option inconnue ou sans valeur : ${option}.` };
}

function parsed(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      out: { type: "string" },
      year: { type: "string" },
      settings: { type: "string" },
      codes: { type: "string" },
      part: { type: "string" },
      "new-sheet": { type: "boolean" },
      avenant: { type: "boolean" },
    },
  });
}

/** Reads the arguments of `fill`, or says in French what is wrong with them. */
export function readFillArguments(words: readonly string[]): FillArguments | { readonly problem: string } {
  let read: ReturnType<typeof parsed>;
  try {
    read = parsed(words);
  } catch (error) {
    return problemOf(error);
  }
  const { values, positionals } = read;
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) return { problem: "Indiquez un classeur, et un seul." };
  if (values.out === undefined) return { problem: "Indiquez où écrire la copie : --out COPIE.xlsx." };
  if (!/\.xls[xm]$/i.test(values.out)) return { problem: `La copie doit être un .xlsx ou un .xlsm : ${values.out}.` };
  if (values.year !== undefined && !/^20\d\d$/.test(values.year)) {
    return { problem: `Année illisible : ${values.year}. Écrivez par exemple --year 2024.` };
  }
  const parties = PARTIES.find((one) => one === (values.part ?? "ensemble"));
  if (!parties) return { problem: `Partie inconnue : ${values.part ?? ""}. Parties : ${PARTIES.join(", ")}.` };
  return {
    path,
    out: values.out,
    year: values.year === undefined ? null : Number(values.year),
    settings: values.settings ?? null,
    codes: values.codes ?? null,
    parties,
    cible: values["new-sheet"] === true ? "nouvelle-feuille" : "modele",
    avenant: values.avenant === true,
  };
}
