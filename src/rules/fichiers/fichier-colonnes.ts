import { fichierDEchange } from "../../domain/fichiersDEchange";
import type { Fichier } from "../../reading/fichiersTables";
import type { CellFault, Rule } from "../rule";
import { constat } from "./constats";

const RULE = "fichier-colonnes";

/** A file that lacks a datum cannot be loaded; one that France Travail sends is only less useful. */
function missingFaults(fichier: Fichier): CellFault[] {
  const { champs, isExige } = fichierDEchange(fichier.kind);
  const present = new Set(fichier.colonnes.flatMap(({ champ }) => (champ ? [champ.nom] : [])));
  const { top: row, left: column } = fichier.area;
  const header = { sheet: fichier.sheet, row, column };
  return champs.flatMap(({ nom, isRequis }) => {
    if (!isRequis || present.has(nom)) return [];
    return constat(fichier, RULE, "absente", nom, [header], { severity: isExige ? "blocking" : "warning" }) ?? [];
  });
}

function misnamedFaults(fichier: Fichier): CellFault[] {
  const { isNomme } = fichierDEchange(fichier.kind);
  return fichier.colonnes.flatMap(({ champ, etat, ref }) => {
    if (!champ || (etat !== "mal-nommee" && etat !== "en-double")) return [];
    const proposal = etat === "mal-nommee" && isNomme ? champ.nom : null;
    return constat(fichier, RULE, etat, champ.nom, [ref], { proposal }) ?? [];
  });
}

/** Columns that the convention does not name, on one card: they are one export too wide. */
function excessFaults(fichier: Fichier): CellFault[] {
  return (["en-trop", "sans-nom"] as const).flatMap((wanted) => {
    const refs = fichier.colonnes.flatMap(({ etat, ref }) => (etat === wanted ? [ref] : []));
    return constat(fichier, RULE, wanted, fichier.title, refs) ?? [];
  });
}

/** The columns of a file of persons are those that the convention on data exchange lists. */
export const fichierColonnes: Rule = {
  id: RULE,
  family: "fichiers",
  run({ reading: { fichiers } }) {
    return {
      relations: [],
      faults: fichiers.flatMap((fichier) => [
        ...missingFaults(fichier),
        ...misnamedFaults(fichier),
        ...excessFaults(fichier),
      ]),
      checked: fichiers.flatMap(({ kind }) => fichierDEchange(kind).champs).length,
      unverifiable: [],
      applies: fichiers.length > 0,
    };
  },
};
