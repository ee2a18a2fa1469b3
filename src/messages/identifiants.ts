/** Sentences of the identifiers: SIRET, RIB, IBAN, and identifiers in the field of another. */
import type { RuleId } from "../rules/rule";
import { quoted, type FindingData, type Sentences } from "./sentences";

function expected({ proposal }: FindingData): string {
  return proposal === null ? "" : ` Attendu\u00A0: ${proposal}.`;
}

const SIRET: Readonly<Record<string, string>> = {
  longueur: "un SIRET a quatorze chiffres",
  siren: "les neuf premiers chiffres ne sont pas un SIREN, leur clé est fausse",
  cle: "la clé de contrôle est fausse, au moins un des cinq derniers chiffres l'est",
  "zero-perdu": "le zéro initial est perdu, il reste treize chiffres",
};

const CHAMPS: Readonly<Record<string, string>> = {
  banque: "Code établissement",
  guichet: "Code guichet",
  compte: "Numéro de compte",
  cle: "Clé RIB",
};

const FORMES: Readonly<Record<string, string>> = {
  banque: "un code établissement a cinq chiffres",
  guichet: "un code guichet a cinq chiffres",
  compte: "un numéro de compte a onze caractères",
  cle: "une clé RIB a deux chiffres",
};

function ribStatement(data: FindingData): string {
  const { variant, written, proposal } = data;
  if (variant === "zero-perdu") return `${quoted(written)}\u00A0: des zéros initiaux sont perdus.${expected(data)}`;
  if (variant === "cle-fausse") {
    const key = proposal === null ? "" : ` pour ce compte, la clé serait ${proposal}`;
    return `Clé RIB ${quoted(written)}\u00A0:${key}. La clé, ou un chiffre du compte, est faux.`;
  }
  const forme = /^forme-(.*)$/.exec(variant)?.[1];
  if (forme !== undefined) return `${CHAMPS[forme] ?? ""} ${quoted(written)}\u00A0: ${FORMES[forme] ?? ""}.`;
  return `${CHAMPS[variant] ?? ""} ${quoted(written)}\u00A0: l'IBAN porte une autre valeur.${expected(data)}`;
}

const IBAN: Readonly<Record<string, string>> = {
  cle: "la clé de contrôle est fausse",
  longueur: "ce n'est pas la forme d'un IBAN (27 caractères pour la France)",
  "autre-compte": "ce n'est pas le compte du RIB écrit à côté",
};

const PERMUTES: Readonly<Record<string, (data: FindingData) => { title: string; statement: string }>> = {
  siret: (data) => ({
    title: "SIRET à la place du code établissement",
    statement: `Code établissement ${quoted(data.written)}\u00A0: ces quatorze chiffres sont un SIRET.${expected(data)}`,
  }),
  "banque-guichet": (data) => ({
    title: "Codes établissement et guichet intervertis",
    statement: `Code établissement ${quoted(data.written)}\u00A0: la clé RIB n'est juste que si les deux codes changent de place.${expected(data)}`,
  }),
  "cle-collee": (data) => ({
    title: "Clé collée au numéro de compte",
    statement: `Numéro de compte ${quoted(data.written)}\u00A0: la clé RIB est écrite à la suite du compte.${expected(data)}`,
  }),
  tronque: (data) => ({
    title: "SIRET tronqué par Excel",
    statement: `SIRET ${quoted(data.written)}\u00A0: ses derniers chiffres ont disparu avec la notation scientifique d'Excel.${expected(data)}`,
  }),
};

export const IDENTIFIANT_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  siret: {
    title: ({ variant }) => (variant === "zero-perdu" ? "Zéro initial perdu" : "SIRET inexact"),
    statement: (data) => `SIRET ${quoted(data.written)}\u00A0: ${SIRET[data.variant] ?? ""}.${expected(data)}`,
  },
  rib: {
    title: ({ variant }) => (variant === "zero-perdu" ? "Zéros initiaux perdus" : "RIB inexact"),
    statement: ribStatement,
  },
  iban: {
    title: ({ variant }) => (variant === "autre-compte" ? "IBAN d'un autre compte" : "IBAN inexact"),
    statement: (data) => {
      const given = data.proposal === null ? "" : ` Le RIB donne ${data.proposal}.`;
      return `IBAN ${quoted(data.written)}\u00A0: ${IBAN[data.variant] ?? ""}.${given}`;
    },
  },
  "champ-permute": {
    title: (data) => PERMUTES[data.variant]?.(data).title ?? "Champ permuté",
    statement: (data) => PERMUTES[data.variant]?.(data).statement ?? "",
  },
};
