/** The words of `fill`. */
import type { PlanOptions } from "../drafting/plan";
import type { CopyArguments } from "./copy";
import { readCopyArguments } from "./copyArguments";

export const PARTIES = ["ensemble", "solidarites", "emploi"] as const satisfies readonly PlanOptions["parties"][];

export interface FillArguments extends CopyArguments {
  readonly year: number | null;
  readonly parties: PlanOptions["parties"];
  readonly cible: PlanOptions["cible"];
  readonly avenant: boolean;
}

export const FILL_USAGE = `Usage : npm run --silent fill -- CLASSEUR.xlsx --out COPIE.xlsx [--year 2024] [--settings REGLAGES.json] [--part ensemble|solidarites|emploi] [--new-sheet] [--avenant] [--codes MES-CODES.json]

Remplit le plan de financement à partir des fiches-actions, dans une copie ; le classeur d'origine n'est pas modifié.
La réponse (JSON : cellules écrites, montants à compléter, arrondis) va sur la sortie standard.
Code de sortie : 0 rempli, 1 refusé (rien n'est écrit), 2 mauvais usage ou fichier illisible.
`;

/** Reads the arguments of `fill`, or says in French what is wrong with them. */
export function readFillArguments(words: readonly string[]): FillArguments | { readonly problem: string } {
  const read = readCopyArguments(words, {
    part: { type: "string" },
    "new-sheet": { type: "boolean" },
    avenant: { type: "boolean" },
  });
  if ("problem" in read) return read;
  const { own, ...shared } = read;
  const { part = "ensemble" } = own;
  const parties = PARTIES.find((one) => one === part);
  if (!parties) return { problem: `Partie inconnue : ${part}. Parties : ${PARTIES.join(", ")}.` };
  return {
    ...shared,
    parties,
    cible: own["new-sheet"] === true ? "nouvelle-feuille" : "modele",
    avenant: own["avenant"] === true,
  };
}
