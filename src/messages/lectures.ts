/** Words of what was read, and of the form in which a person corrects it. */
import { AUCUN_GENRE, manquesDe, roleDeColonne, isGenreLu, type GenreLu } from "../domain/colonnesLues";
import { formatCount } from "../domain/format";
import { quoted } from "./sentences";
import { TABLE_TEXTS } from "./verdicts";

const NBSP = "\u00a0";

export const LECTURE_WORDS = {
  near: "Tableaux à préciser",
  title: "Lecture du tableau",
  correct: "Corriger la lecture…",
  tell: "Préciser la lecture…",
  kind: "Genre",
  unit: "Unité des montants",
  year: "Année",
  columns: "Colonnes",
  asWritten: "Comme écrit dans le classeur",
  notRead: "Ne pas lire",
  save: "Enregistrer",
  cancel: "Annuler",
  automatic: "Revenir à la lecture automatique",
  remove: "Retirer",
  confirmed: "lecture confirmée",
  kept: "Gardé dans le classeur, et suivi si des lignes sont insérées. Le classeur est contrôlé de nouveau.",
  noHeader: "sans en-tête",
  wrongYear: `Écrivez une année de 2020 à 2035, ou laissez vide.`,
} as const;

/** "Plan de financement"; for what is no table of the conventions, what it comes to. */
export function genreText(kind: GenreLu | typeof AUCUN_GENRE): string {
  return kind === AUCUN_GENRE ? "Aucun : ne pas lire ce tableau" : (TABLE_TEXTS[kind] ?? kind);
}

/** "D : « Dotation »". */
export function columnText(letter: string, header: string): string {
  return `${letter}${NBSP}: ${header === "" ? LECTURE_WORDS.noHeader : quoted(header)}`;
}

/** "Colonnes : B N° fiche, D Participation État"; nothing where none was read. */
export function columnsText(
  kind: string,
  columns: readonly { readonly letter: string; readonly role: string | null }[],
): string {
  if (!isGenreLu(kind)) return "";
  const named = columns.flatMap(({ letter, role }) => {
    const known = role === null ? null : roleDeColonne(kind, role);
    return known ? [`${letter}${NBSP}${known.entete}`] : [];
  });
  return named.length === 0 ? "" : `Colonnes${NBSP}: ${named.join(", ")}`;
}

/** What is to be said before a reading can be kept; null where nothing lacks. */
export function missingColumns(kind: GenreLu | typeof AUCUN_GENRE, roles: ReadonlySet<string>): string | null {
  const names = kind === AUCUN_GENRE ? [] : manquesDe(kind, roles);
  if (names.length === 0) return null;
  return `Indiquez dans quelle colonne se lit${NBSP}: ${names.map((name) => quoted(name)).join(", ")}.`;
}

/** "2 tableaux à préciser". */
export function nearCount(count: number): string {
  return `${formatCount(count)}${NBSP}${count < 2 ? "tableau à préciser" : "tableaux à préciser"}`;
}
