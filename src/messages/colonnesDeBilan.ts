/** Words for the columns of a bilan. */
import type { RoleDeColonne } from "../domain/colonnesDeBilan";
import { quoted } from "./sentences";

/** What a column is for, in a list to choose from. */
export const LIBELLE_DE_ROLE: Readonly<Record<RoleDeColonne, string>> = {
  fiche: "N° de fiche",
  code: "Code activité",
  prevuEtat: "Prévu État",
  prevuDepartement: "Prévu CD",
  prevuTotal: "Prévu total",
  realise: "Dépenses réalisées",
  ineligible: "Dépenses inéligibles",
  autres: "Autres financeurs",
  eligible: "Dépenses éligibles",
  due: "Part État due",
  departement: "Part CD réalisée",
  tauxDepartement: "Taux CD",
  tauxExecution: "Taux d'exécution",
  verse: "Déjà versé",
  solde: "Solde à verser",
  excedent: "Trop-perçu ou reliquat",
  justification: "Justification de l'écart",
};

/** For a column that a bilan has no use for. */
export const AUCUN_ROLE = "Autre";
/** For a column before all amounts. */
export const TITRE_OU_AUTRE = "Intitulé, ou autre";

const NBSP = "\u00A0";

export const COLONNES_SENTENCES = {
  intro: `Corrigez ce que porte chaque colonne. C’est gardé dans le classeur, et repris la prochaine fois. ${quoted(AUCUN_ROLE)}${NBSP}: laissée telle quelle.`,
  modified: "Colonnes modifiées. Gardez-les pour refaire l’aperçu",
  keep: "Garder ces colonnes et refaire l’aperçu",
  forget: "Oublier les anciennes corrections",
  interrupted: `Les colonnes n’ont pas pu être gardées${NBSP}: recommencez.`,
} as const;

/** Over the columns of a table: how many are known, of how many. */
export function colonnesReconnues(sheet: string, known: number, all: number): string {
  const count = `${known}${NBSP}${known < 2 ? "reconnue" : "reconnues"} sur ${all}`;
  return `Colonnes de ${quoted(sheet)}${NBSP}: ${count}`;
}

/** Over the columns of a table that is not filled as it stands. */
export function tableauCandidat(sheet: string): string {
  return `${quoted(sheet)} n’est pas rempli${NBSP}: dites laquelle de ses colonnes est la part due, le solde ou l’excédent, et il le sera.`;
}

/** What a choice has changed elsewhere: a bilan has each field once. */
export function colonneLaissee(letters: string, header: string): string {
  return `${letters} (${header}) est laissée telle quelle.`;
}
