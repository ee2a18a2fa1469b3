/** Words of the settings of the convention: names of fields, what is wrong with one, what became of them. */
import type { Bloc } from "../domain/bloc";
import { formatCount, formatEurosShort } from "../domain/format";
import type { Decimal } from "../domain/decimal";

const NBSP = "\u00a0";

/** How officers call a block in a form. */
export const BLOC_NOM: Readonly<Record<Bloc, string>> = {
  "axe-1": "Axe 1",
  "axe-3": "Axe 3",
  "axe-4": "Axe 4",
  "volet-1": "Volet 1",
  "volet-2": "Volet 2",
  "volet-3": "Volet 3",
  tourcoing: "Hors pacte (Tourcoing)",
};

/** Payments by the id of their regime. */
export const VERSEMENT_NOM: Readonly<Record<string, string>> = {
  "solidarites-totalite": "Solidarités",
  "volets-1-2-avance": "Volets 1 et 2",
  "volet-3-avance": "Volet 3",
  "tourcoing-avance": "Hors pacte (Tourcoing)",
};

export const CHAMP_INVALIDE = {
  siren: `Un SIREN a neuf chiffres et une clé${NBSP}: recopiez celui de l’avis de situation de l’Insee.`,
  texte: `Ce texte est trop long${NBSP}: 120 caractères au plus.`,
  montant: `Saisissez un montant en euros, par exemple 8${NBSP}752${NBSP}912, ou laissez le champ vide.`,
  negatif: "Un montant notifié n’est pas négatif.",
  centimes: "Saisissez le montant au centime.",
  taux: `Saisissez un taux de 0 à 100${NBSP}%, par exemple 60${NBSP}%, ou laissez le champ vide.`,
  date: "Choisissez un jour du calendrier, ou laissez le champ vide.",
} as const;

/** Of an amount typed in k€ or M€: what was understood, and that it is not the notification's. */
export function montantArrondi(value: Decimal, half: Decimal): string {
  return `Lu ${formatEurosShort(value)}, à ${formatEurosShort(half)} près${NBSP}: préférez le montant exact de la notification.`;
}

export function champsACorriger(count: number): string {
  return count === 1
    ? "Un champ est à corriger avant d’enregistrer."
    : `${formatCount(count)} champs sont à corriger avant d’enregistrer.`;
}

export const REGLAGES_SENTENCES = {
  saved: `Réglages gardés dans le classeur${NBSP}: enregistrez-le dans Excel pour qu’ils le suivent.`,
  erased: "Réglages effacés de ce classeur.",
  unread:
    "Tant que ce que ce classeur garde (réglages et justifications) n’est pas lu, rien ne le remplace. Relisez-le, importez les réglages d’un fichier, ou effacez le tout.",
  interrupted: `La lecture des réglages s’est interrompue${NBSP}: rouvrez les réglages.`,
} as const;

export function imported(name: string): string {
  return `Réglages de ${name} repris dans les champs${NBSP}: vérifiez-les, puis enregistrez.`;
}

/** Of a check whose settings cannot be read: it is done without them. */
export function withoutReglages(problem: string): string {
  return `${problem} Le contrôle s’est fait sans ces réglages.`;
}
