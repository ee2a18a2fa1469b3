/** Sentences about a bilan that is being drawn: where each figure comes from, what is missing, what to know before. */
import type { Etape } from "../domain/bilan";
import type { Bloc, Part } from "../domain/bloc";
import { INTITULE_DE_BLOC } from "../domain/bloc";
import type { Decimal } from "../domain/decimal";
import { formatRate } from "../domain/format";
import { qualifiedAddress, type CellRef } from "../workbook/address";
import { BLOC_NOM } from "./reglages";

const NBSP = "\u00A0";

/** Said on the sheet itself: a layout of ours is not taken for the State's model. */
export const NOTE_DU_BILAN = `Présentation propre à Contrôle PLS${NBSP}: le modèle de l'annexe 3 n'est pas publié. Montants en euros.`;
export const NOTE_DE_L_ECHEANCIER = `Présentation propre à Contrôle PLS, d'après les clauses des conventions et vos réglages. Montants en euros.`;
export const NOTE_DE_LA_SAISIE =
  "Saisissez les montants de l'année dans les cellules jaunes, en euros et centimes ; une cellule vide des inéligibles ou des autres financeurs vaut zéro. Le bilan suit.";

export const HEADERS_SAISIE = {
  bloc: "Axe ou volet",
  fiche: "Fiche",
  titre: "Intitulé",
  prevu: "Budget prévu",
  realise: "Dépenses réalisées",
  ineligible: "dont inéligibles",
  autres: "Autres financeurs",
  departement: "Payé par le CD",
  verse: "Déjà versé par l'État",
  justification: "Justification de l'écart",
} as const;

export const HEADERS_BILAN = {
  fiche: "N° fiche",
  titre: "Intitulé de l'action",
  code: "Code activité",
  prevuEtat: "Prévu État",
  prevuDepartement: "Prévu CD",
  prevuTotal: "Prévu total",
  realise: "Dépenses réalisées",
  ineligible: "dont inéligibles",
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
} as const;

export const HEADERS_ECHEANCIER = {
  date: "Date",
  objet: "Convention ou versement",
  quoi: "À envoyer ou à recevoir",
  qui: "Par qui",
  montant: "Montant",
  article: "Article",
} as const;

export const NOTE_DES_INDICATEURS =
  "Cibles reprises des fiches-actions. Saisissez ce qui a été atteint dans les cellules jaunes ; l'écart se calcule où les deux sont des nombres.";

export const HEADERS_INDICATEURS = (year: number) =>
  ({
    fiche: "Fiche",
    indicateur: "Indicateur",
    situation: "Situation de départ",
    cible: `Cible ${year}`,
    atteint: `Atteint ${year}`,
    ecart: "Écart",
    commentaire: "Commentaire",
  }) as const;

export const ATTEINT_MESSAGE = "Repris de la fiche-action.";

export function titreDesIndicateurs(year: number): string {
  return `Indicateurs ${year}${NBSP}: cibles et résultats`;
}

export const AU_BILAN_FINAL = "au bilan final";
export const TOTAL = "Total";
export const TOTAL_GENERAL = "Total général";
export const SOUS_TOTAL_SOLIDARITES = "Sous-total Solidarités";
export const INTITULE_A_COMPLETER = "Intitulé à compléter";

/** "2024", or "2024-2025" of several years. */
export function anneesText(annees: readonly number[]): string {
  const [first] = annees;
  const last = annees.at(-1);
  return first === last ? `${first ?? ""}` : `${first ?? ""}-${last ?? ""}`;
}

export const SHEET_NAMES = {
  saisie: (year: number) => `Réalisé ${year}`,
  bilan: (year: number) => `Bilan ${year}`,
  echeancier: (year: number) => `Échéancier ${year}`,
  indicateurs: (year: number) => `Indicateurs ${year}`,
} as const;

const ETAPE: Readonly<Record<Etape, string>> = { intermediaire: "intermédiaire", final: "final" };

export function titreDuBilan(etape: Etape, annees: readonly number[]): string {
  return `Bilan financier ${ETAPE[etape]} ${anneesText(annees)}`;
}

export function titreDeLaSaisie(year: number): string {
  return `Réalisé ${year}${NBSP}: dépenses de l'année, action par action`;
}

export function titreDeLEcheancier(year: number): string {
  return `Échéancier ${year}${NBSP}: versements, bilans et avenants`;
}

export function departementText(nom: string): string {
  return `Département${NBSP}: ${nom}`;
}

const PART: Readonly<Record<Part, string>> = {
  solidarites: "solidarités",
  emploi: "partie emploi",
  "hors-pacte": "hors pacte",
};

/** "axe 1", "volet 2", "convention particulière": within a sentence or a label. */
export function nomDuBloc(bloc: Bloc | null, part: Part): string {
  if (bloc === "tourcoing") return "convention particulière";
  return bloc === null ? `autres actions, ${PART[part]}` : BLOC_NOM[bloc].toLowerCase();
}

/** "Axe 1", "Volet 2", for a column. */
export function blocText(bloc: Bloc | null, part: Part): string {
  return bloc === null ? `Autres actions (${PART[part]})` : BLOC_NOM[bloc];
}

/** The row above a block: what it is, and the years that it adds up where they are several. */
export function titreDeBloc(bloc: Bloc | null, part: Part, annees: readonly number[]): string {
  const cumul = annees.length > 1 ? ` (cumul ${anneesText(annees)})` : "";
  if (bloc === null) return `Autres actions (${PART[part]})${cumul}`;
  if (bloc === "tourcoing") return `${INTITULE_DE_BLOC[bloc]}${cumul}`;
  return `${BLOC_NOM[bloc]} – ${INTITULE_DE_BLOC[bloc].replace(/^Axe /, "")}${cumul}`;
}

export function sousTotalText(bloc: Bloc | null, part: Part): string {
  return `Sous-total ${nomDuBloc(bloc, part)}`;
}

const PAIEMENT: Readonly<Record<string, string>> = {
  solidarites: "Solidarités (axes 1, 3 et 4)",
  "volets-1-2": "Volets 1 et 2",
  "volet-3": "Volet 3",
  tourcoing: "Convention particulière",
};

/** "Volets 1 et 2" of a payment; that of its block where the year's convention is not known. */
export function paiementText(id: string, bloc: Bloc | null, part: Part): string {
  const name = nomDuBloc(bloc, part);
  return PAIEMENT[id] ?? `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export function versementText(id: string, bloc: Bloc | null, part: Part): string {
  const name = paiementText(id, bloc, part);
  return `Versement ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

export function reportText(year: number): string {
  return `Report ${year}`;
}

// Where a figure comes from.

export function planName(sheet: string): string {
  return `plan « ${sheet} »`;
}

function places(refs: readonly CellRef[]): string {
  return refs.map(qualifiedAddress).join(", ");
}

/** What stands in a cell that repeats others; texts are spelled out, so that they can be found again. */
export function repriseWhy(refs: readonly CellRef[], texts: readonly string[]): string {
  const from = refs.length === 0 ? "" : `Repris de ${places(refs)}.`;
  const spelled = texts.length === 0 ? "" : ` Écrit en toutes lettres${NBSP}: ${texts.join(" ; ")}.`;
  return `${from}${spelled}`.trim();
}

export function advanceWhy(taux: Decimal, article: string | null): string {
  const source = article === null ? "réglages" : article;
  return `Avance de ${formatRate(taux)} (${source}), à confirmer par les versements reçus.`;
}

export function paidWhy(from: readonly string[]): string {
  return `Versement écrit dans le classeur${NBSP}: ${from.join(", ")}.`;
}

export function reportWhy(year: number, ref: CellRef): string {
  return `Reste de l'avance ${year}, écrit en ${qualifiedAddress(ref)}, à confirmer.`;
}

export const WHY = {
  prevuTotal: "État et CD.",
  eligible: "Dépenses réalisées, moins ce qui est déclaré inéligible.",
  departementSaisi: "Ce que le CD a payé.",
  departement:
    "Ce que le CD a payé s'il est saisi ; sinon la dépense éligible, moins les autres financeurs et la part de l'État.",
  tauxDepartement: "Part du CD dans la dépense éligible.",
  tauxExecution: "Dépenses réalisées sur le budget prévu.",
  solde: "Part due, moins ce qui est déjà versé ; jamais négatif.",
  reliquat: "Versé au-delà de la part due : à justifier.",
  tropPercu: "Versé au-delà de la part due : à rembourser.",
  auNiveauDuBloc: "Calculé sur tout le bloc.",
  total: "Somme de ses lignes.",
  auFinal: "Le solde est versé sur le bilan final.",
  sansRegle: "La convention de l'année n'est pas connue : à compléter d'après elle.",
} as const;

export function dueWhy(taux: Decimal, autres: boolean, article: string): string {
  const base = autres ? "de la dépense éligible hors autres financeurs" : "de la dépense éligible";
  return `Au plus la part prévue, et ${formatRate(taux)} ${base} (${article}).`;
}

// The échéancier.

export const ECHEANCE = {
  avance: (taux: Decimal) => `Recevoir l'avance à la signature${NBSP}: ${formatRate(taux)} du montant prévu`,
  solde: "Recevoir le solde, sur production du bilan",
  soldeFinal: "Recevoir le solde, sur production du bilan final",
  reliquat: "Justifier ce qui n'a pas été dépensé, dans le rapport d'exécution",
  tropPercu: "Rembourser ce qui a été versé en trop, à la production du bilan final",
  envoyer: (label: string) => `Envoyer${NBSP}: ${label}`,
  signer: (label: string) => `Signer${NBSP}: ${label}`,
  reglages: "Réglages",
} as const;

export const QUI = {
  etat: "État, au Conseil départemental",
  departement: "Conseil départemental, à l'État",
  ensemble: "État et Conseil départemental",
} as const;

export const CONVENTION: Readonly<Record<Part, string>> = {
  solidarites: "Convention solidarités",
  emploi: "Convention emploi",
  "hors-pacte": "Convention particulière",
};
