/** Sentences of the imputation family, in the vocabulary of the budget controller. */
import type { RuleId } from "../rules/rule";
import { quoted, type FindingData, type Sentences } from "./sentences";

const FORMATS: Readonly<Record<string, string>> = {
  "zero-perdu": "le zéro initial est perdu, il reste onze chiffres",
  nombre: "le code est saisi comme un nombre, il perdra son zéro initial",
  longueur: "un code activité a douze chiffres",
  prefixe: "les premiers chiffres ne sont pas ceux du programme 304 ni du programme 102",
  absent: "aucun code ne s'y lit",
  caracteres: "un code activité n'a que des chiffres",
};

const CHAMPS: Readonly<Record<string, string>> = {
  code: "le code activité",
  programme: "le programme",
  action: "l'action",
  "sous-action": "la sous-action",
};

const NOMENCLATURES: Readonly<Record<string, string>> = {
  gm: "un groupe de marchandises s'écrit 10.05.01",
  "domaine-fonctionnel": "un domaine fonctionnel s'écrit 0304-23-25",
  "centre-financier": "un centre financier s'écrit 0304-D059-DD59",
  ej: "un numéro d'engagement juridique a dix chiffres",
};

function proposed({ proposal }: FindingData): string {
  return proposal === null ? "" : ` Attendu\u00A0: ${proposal}.`;
}

export const IMPUTATION_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  "code-activite-format": {
    title: ({ variant }) =>
      variant === "zero-perdu"
        ? "Zéro initial perdu"
        : variant === "nombre"
          ? "Code saisi comme nombre"
          : "Code activité mal formé",
    statement: (data) =>
      `Code activité ${quoted(data.written)}\u00A0: ${FORMATS[data.variant] ?? ""}.${proposed(data)}`,
  },
  "code-activite-inconnu": {
    title: () => "Code activité à confirmer",
    statement: (data) => {
      const year = data.variant === "" ? "connue" : `de ${data.variant}`;
      return `Le code activité ${quoted(data.written)} n'est pas dans la liste ${year}.${proposed(data)}`;
    },
  },
  "imputation-coherente": {
    title: ({ variant }) =>
      variant === "code"
        ? "Erreur d'imputation\u00A0: code activité"
        : `Erreur d'imputation\u00A0: ${CHAMPS[variant] ?? ""}`,
    statement: (data) =>
      `${data.subject.charAt(0).toUpperCase()}${data.subject.slice(1)}\u00A0: ${CHAMPS[data.variant] ?? ""} ${quoted(data.written)} contredit le reste de la ligne.${proposed(data)}`,
  },
  "nomenclature-format": {
    title: () => "Nomenclature à vérifier",
    statement: (data) => `${quoted(data.written)}\u00A0: ${NOMENCLATURES[data.variant] ?? ""}.`,
  },
};
