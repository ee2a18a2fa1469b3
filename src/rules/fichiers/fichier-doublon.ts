import { readDateSaisie } from "../../domain/dateSaisie";
import { compact } from "../../domain/identifiants";
import type { Fichier, LigneDeFichier } from "../../reading/fichiersTables";
import type { CellFault, Rule, Unverifiable } from "../rule";
import { constat, writtenOf } from "./constats";

/** How the persons of a file are told apart. */
interface Cles {
  /** Data that name a person together; none where the file lacks one of them. */
  readonly places: readonly number[];
  /** Where the card points. */
  readonly place: number;
  keyOf(ligne: LigneDeFichier): string | null;
}

/** The number without its key: it may be written with it and without. */
const NIR_WITHOUT_KEY = 13;

function reader(fichier: Fichier, date1904: boolean) {
  const placeOf = (nom: string): number => fichier.colonnes.findIndex(({ champ }) => champ?.nom === nom);
  const text = ({ cells }: LigneDeFichier, place: number): string => {
    const cell = cells[place];
    return cell
      ? compact(
          writtenOf(cell)
            .normalize("NFD")
            .replace(/[\u0300-\u036f]/g, ""),
        )
      : "";
  };
  const day = ({ cells }: LigneDeFichier, place: number): string => {
    const cell = cells[place];
    return cell ? (readDateSaisie(cell.value, cell.numberFormat, date1904).jour ?? "") : "";
  };
  return { placeOf, text, day };
}

type Reader = ReturnType<typeof reader>;

/** Several columns may hold the number: the first that is filled. */
function nirKeys(fichier: Fichier, { text }: Reader): Cles {
  const places = fichier.colonnes.flatMap(({ champ }, place) => (champ?.contenu === "nir" ? [place] : []));
  return {
    places,
    place: places[0] ?? -1,
    keyOf: (ligne) => {
      const written = places.map((place) => text(ligne, place)).find((one) => one !== "") ?? "";
      return written.length < NIR_WITHOUT_KEY ? null : written.slice(0, NIR_WITHOUT_KEY);
    },
  };
}

function joined(parts: readonly string[]): string | null {
  return parts.includes("") ? null : parts.join(" ");
}

function nameKeys({ placeOf, text, day }: Reader, noms: readonly [string, string, string], also: string | null): Cles {
  const [nom, prenom, naissance] = noms.map(placeOf);
  const places = [nom ?? -1, prenom ?? -1, naissance ?? -1];
  const since = also === null ? -1 : placeOf(also);
  return {
    places,
    place: nom ?? -1,
    keyOf: (ligne) => {
      const key = joined([text(ligne, places[0] ?? -1), text(ligne, places[1] ?? -1), day(ligne, places[2] ?? -1)]);
      return key === null ? null : `${key} ${day(ligne, since)}`;
    },
  };
}

/** A matricule is a household's: the role, else the birth, tells its persons apart. */
function matriculeKeys({ placeOf, text, day }: Reader): Cles {
  const [matricule, role, naissance] = [placeOf("ID_CAF"), placeOf("ROLE_CAF"), placeOf("DATE_NAISSANCE")];
  return {
    places: role === -1 ? [matricule, naissance] : [matricule],
    place: matricule,
    keyOf: (ligne) => {
      const written = text(ligne, role);
      return joined([text(ligne, matricule), written === "" ? day(ligne, naissance) : written]);
    },
  };
}

/** Rows of one key, the first of the sheet first; only those of several rows. */
function groupsBy(lignes: readonly LigneDeFichier[], keyOf: Cles["keyOf"]): LigneDeFichier[][] {
  const groups = new Map<string, LigneDeFichier[]>();
  for (const ligne of lignes) {
    const key = keyOf(ligne);
    if (key === null) continue;
    const known = groups.get(key);
    if (known) known.push(ligne);
    else groups.set(key, [ligne]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function faultOf(fichier: Fichier, { place }: Cles, groups: readonly LigneDeFichier[][]): CellFault[] {
  const column = fichier.colonnes[place]?.ref.column ?? fichier.area.left;
  const refs = groups.flatMap((group) => group.map(({ row }) => ({ sheet: fichier.sheet, row, column })));
  const [first, second, ...others] = refs;
  const extra = refs.length - groups.length;
  if (!first || !second) return [];
  // The repetition is what to look at, not the first of the two.
  return [
    constat(fichier, "fichier-doublon", "personne", fichier.title, [second, first, ...others], {
      variant: `personne|${refs.length}|${extra}`,
    }) ?? [],
  ].flat();
}

function hasKeys({ places }: Cles): boolean {
  return places.length > 0 && places.every((place) => place !== -1);
}

/** Faults of a file, or null where nothing in it tells persons apart. */
function lookAt(fichier: Fichier, date1904: boolean): CellFault[] | null {
  const read = reader(fichier, date1904);
  if (fichier.kind !== "fichier-hebdomadaire") {
    const cles =
      fichier.kind === "fichier-suivi"
        ? matriculeKeys(read)
        : nameKeys(read, ["Nom", "Prénom", "Date De Naissance"], "Date Entree Parcours");
    return hasKeys(cles) ? faultOf(fichier, cles, groupsBy(fichier.lignes, cles.keyOf)) : null;
  }
  const nir = nirKeys(fichier, read);
  const names = nameKeys(read, ["nom", "prénom", "date de naissance"], null);
  if (!hasKeys(nir) && !hasKeys(names)) return null;
  const byNir = groupsBy(fichier.lignes, nir.keyOf);
  const told = new Set(byNir.flat());
  // Two numbers are two persons, whatever their names; without one of them the name decides.
  const byName = groupsBy(fichier.lignes, names.keyOf).filter(
    (group) => group.some((ligne) => nir.keyOf(ligne) === null) && !group.every((ligne) => told.has(ligne)),
  );
  return [...faultOf(fichier, nir, byNir), ...faultOf(fichier, names, byName)];
}

/** A person has one row in a file. */
export const fichierDoublon: Rule = {
  id: "fichier-doublon",
  family: "fichiers",
  run({ reading: { fichiers }, workbook }) {
    const filled = fichiers.filter(({ lignes }) => lignes.length > 0);
    const looked = filled.map((fichier) => ({ fichier, faults: lookAt(fichier, workbook.date1904) }));
    return {
      relations: [],
      faults: looked.flatMap(({ faults }) => faults ?? []),
      checked: looked.reduce((sum, { fichier, faults }) => sum + (faults ? fichier.lignes.length : 0), 0),
      unverifiable: looked.flatMap(({ fichier: { title }, faults }): Unverifiable[] =>
        faults ? [] : [{ reason: "personne-inconnue", subject: title }],
      ),
      applies: filled.length > 0,
    };
  },
};
