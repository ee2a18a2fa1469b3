import { plainText } from "../../domain/amount";
import { LISTES, type ChampDEchange, type Contenu } from "../../domain/champsDEchange";
import {
  codePostalState,
  communeState,
  departementState,
  isCourriel,
  telephoneState,
  type FormeDeCode,
} from "../../domain/formesDeContact";
import { nirState } from "../../domain/nir";
import type { ColonneDeFichier, Fichier, LigneDeFichier } from "../../reading/fichiersTables";
import type { Cell } from "../../workbook/picture";
import type { Rule } from "../rule";
import { Constats, writtenOf } from "./constats";

const CODES: Readonly<Partial<Record<Contenu, (written: string) => FormeDeCode>>> = {
  "code-postal": codePostalState,
  commune: communeState,
  departement: departementState,
  telephone: telephoneState,
};

/** The kind of fault of a filled cell, or null. */
function kindOf(cell: Cell, { contenu }: ChampDEchange): string | null {
  if (cell.error !== null || cell.value === null) return "erreur";
  // An empty text of a formula says nothing.
  const written = writtenOf(cell);
  if (written === "" || contenu === "libre") return null;
  if (contenu === "nir") {
    const state = nirState(written);
    return state === "valide" ? null : `nir-${state}`;
  }
  if (contenu === "matricule") return /\d[.,]?\d*\s*E\s*\+\s*\d/i.test(written) ? "tronque" : null;
  if (contenu === "courriel") return isCourriel(written) ? null : contenu;
  const liste = LISTES[contenu];
  if (liste) return liste.valeurs.test(plainText(written)) ? null : `liste-${contenu}`;
  const state = CODES[contenu]?.(written) ?? "valide";
  return state === "valide" ? null : `${contenu}-${state}`;
}

/** Data without which nobody knows who the row is about, each with its columns. */
function identities({ colonnes }: Fichier): { colonne: ColonneDeFichier; places: number[] }[] {
  const found = new Map<string, { colonne: ColonneDeFichier; places: number[] }>();
  colonnes.forEach((colonne, place) => {
    const { champ } = colonne;
    if (!champ?.isIdentite) return;
    const known = found.get(champ.nom);
    if (known) known.places.push(place);
    else found.set(champ.nom, { colonne, places: [place] });
  });
  return [...found.values()];
}

function isFilled({ cells }: LigneDeFichier, place: number): boolean {
  const cell = cells[place];
  return cell !== undefined && (cell.error !== null || cell.formula !== null || writtenOf(cell) !== "");
}

function look(fichier: Fichier): { constats: Constats; checked: number } {
  const constats = new Constats(fichier, "fichier-forme");
  const needed = identities(fichier);
  let checked = 0;
  for (const ligne of fichier.lignes) {
    fichier.colonnes.forEach((colonne, place) => {
      const cell = ligne.cells[place];
      if (!colonne.champ || !cell) return;
      checked += 1;
      const kind = kindOf(cell, colonne.champ);
      if (kind !== null) constats.add(colonne, kind, ligne.row);
    });
    for (const { colonne, places } of needed) {
      if (!places.some((place) => isFilled(ligne, place))) constats.add(colonne, "vide", ligne.row);
    }
  }
  return { constats, checked };
}

/** Values of a file of persons have the form that the source or a public standard gives them, or are of its lists. */
export const fichierForme: Rule = {
  id: "fichier-forme",
  family: "fichiers",
  run({ reading: { fichiers } }) {
    const looked = fichiers.map(look);
    return {
      relations: [],
      faults: looked.flatMap(({ constats }) => constats.faults()),
      checked: looked.reduce((sum, { checked }) => sum + checked, 0),
      unverifiable: [],
      applies: fichiers.some(({ lignes }) => lignes.length > 0),
    };
  },
};
