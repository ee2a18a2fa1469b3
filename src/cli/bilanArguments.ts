/** The words of `bilan`. */
import type { Etape } from "../domain/bilan";
import { isRole, ROLES_DE_COLONNE, type ColonneDite } from "../domain/colonnesDeBilan";
import type { BilanOptions } from "../drafting/bilan";
import { columnIndex } from "../workbook/address";
import type { CopyArguments } from "./copy";
import { readCopyArguments } from "./copyArguments";

const ETAPES = ["intermediaire", "final"] as const satisfies readonly Etape[];

export interface BilanArguments extends CopyArguments {
  readonly year: number | null;
  readonly etape: Etape;
  readonly cible: BilanOptions["cible"];
  /** Columns that the officer corrects, over those that the workbook remembers. */
  readonly dites: readonly ColonneDite[];
}

export const BILAN_USAGE = `Usage : npm run --silent bilan -- CLASSEUR.xlsx --out COPIE.xlsx [--stage intermediaire|final] [--year 2024] [--new-sheet] [--map F=due,G=verse,H=] [--settings REGLAGES.json] [--codes MES-CODES.json]

Fait le bilan de l'année et son échéancier dans une copie, et la feuille de saisie du réalisé si le classeur n'en a pas ; le classeur d'origine n'est pas modifié.
Le bilan est écrit dans votre tableau s'il est reconnu, sinon (ou avec --new-sheet) sur une nouvelle feuille.
--map corrige les colonnes de votre tableau, lettre par lettre ; rien après « = » : une colonne que le bilan ignore. Les colonnes que vous avez corrigées dans le volet sont gardées dans le classeur, et reprises ; --map passe avant. Champs : ${ROLES_DE_COLONNE.join(", ")}.
La réponse (JSON : cellules écrites, versements, montants à compléter) va sur la sortie standard.
Code de sortie : 0 écrit, 1 refusé (rien n'est écrit), 2 mauvais usage ou fichier illisible.
`;

/** "F=due,G=verse,H=", or what is wrong with it. */
function readColonnes(text: string): readonly ColonneDite[] | { readonly problem: string } {
  const said: ColonneDite[] = [];
  for (const pair of text.split(",")) {
    const [, letters = "", name = ""] = /^\s*([A-Za-z]{1,3})\s*=\s*(\w*)\s*$/.exec(pair) ?? [];
    if (letters === "") return { problem: `Colonne illisible : « ${pair} ». Écrivez par exemple --map F=due,G=verse.` };
    if (name !== "" && !isRole(name)) {
      return { problem: `Champ inconnu : ${name}. Champs : ${ROLES_DE_COLONNE.join(", ")}.` };
    }
    const column = columnIndex(letters.toUpperCase());
    if (said.some((one) => one.column === column)) return { problem: `La colonne ${letters} est donnée deux fois.` };
    said.push({ column, role: name === "" ? null : name });
  }
  return said;
}

/** Reads the arguments of `bilan`, or says in French what is wrong with them. */
export function readBilanArguments(words: readonly string[]): BilanArguments | { readonly problem: string } {
  const read = readCopyArguments(words, {
    stage: { type: "string" },
    "new-sheet": { type: "boolean" },
    map: { type: "string" },
  });
  if ("problem" in read) return read;
  const { own, ...shared } = read;
  const { stage = "intermediaire" } = own;
  const etape = ETAPES.find((one) => one === stage);
  if (!etape) return { problem: `Étape inconnue : ${String(stage)}. Étapes : ${ETAPES.join(", ")}.` };
  const dites = typeof own["map"] === "string" ? readColonnes(own["map"]) : [];
  if ("problem" in dites) return dites;
  const cible = own["new-sheet"] === true ? "nouvelle-feuille" : "modele";
  return { ...shared, etape, cible, dites };
}
