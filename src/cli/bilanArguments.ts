/** The words of `bilan`. */
import type { Etape } from "../domain/bilan";
import type { CopyArguments } from "./copy";
import { readCopyArguments } from "./copyArguments";

const ETAPES = ["intermediaire", "final"] as const satisfies readonly Etape[];

export interface BilanArguments extends CopyArguments {
  readonly year: number | null;
  readonly etape: Etape;
}

export const BILAN_USAGE = `Usage : npm run --silent bilan -- CLASSEUR.xlsx --out COPIE.xlsx [--stage intermediaire|final] [--year 2024] [--settings REGLAGES.json] [--codes MES-CODES.json]

Ajoute le bilan de l'année et son échéancier dans une copie, et la feuille de saisie du réalisé si le classeur n'en a pas ; le classeur d'origine n'est pas modifié.
La réponse (JSON : cellules écrites, versements, montants à compléter) va sur la sortie standard.
Code de sortie : 0 écrit, 1 refusé (rien n'est écrit), 2 mauvais usage ou fichier illisible.
`;

/** Reads the arguments of `bilan`, or says in French what is wrong with them. */
export function readBilanArguments(words: readonly string[]): BilanArguments | { readonly problem: string } {
  const read = readCopyArguments(words, { stage: { type: "string" } });
  if ("problem" in read) return read;
  const { own, ...shared } = read;
  const { stage = "intermediaire" } = own;
  const etape = ETAPES.find((one) => one === stage);
  return etape ? { ...shared, etape } : { problem: `Étape inconnue : ${stage}. Étapes : ${ETAPES.join(", ")}.` };
}
