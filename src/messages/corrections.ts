/** Words of corrections: what replaces what, and what cannot be written. */
import { formatCount } from "../domain/format";
import { quoted } from "./sentences";
import type { Verbe } from "./remplissage";

const NBSP = "\u00a0";

export const CORRIGER: Verbe = { infinitif: "Corriger", participe: { one: "corrigée", many: "corrigées" } };

/** Of the preview, and of the list of what can be taken back. */
export function titreDeCorrection(addresses: readonly string[]): string {
  const [only = ""] = addresses;
  if (addresses.length === 0) return "Correction";
  return addresses.length === 1
    ? `Correction de ${only}`
    : `Corrections, ${formatCount(addresses.length)}${NBSP}cellules`;
}

export const CORRECTION_SENTENCES = {
  nothing: `Rien à corriger${NBSP}: la cellule dit déjà ce qui est attendu.`,
  formulaLost:
    "La formule est remplacée par une valeur\u00a0: la cellule ne suivra plus les montants qu’elle calcule. Préférez corriger la formule si elle doit rester.",
  formulaMended: "La formule est remplacée par celle qui additionne ce que le total couvre.",
  formulaAdded: "La valeur est remplacée par une formule, qui suivra les montants qu’elle additionne.",
  becomesNumber: "Le texte devient un nombre\u00a0: les sommes le compteront.",
  becomesText: "Le code est écrit comme un texte\u00a0: Excel garde son zéro initial.",
} as const;

export function partOfSentence(address: string): string {
  return `${address} tient le montant au milieu d’une phrase${NBSP}: corrigez-la à la main, le complément en perdrait le reste.`;
}

export function twiceCorrected(address: string): string {
  return `Deux corrections portent sur ${address}${NBSP}: seule la première est préparée. Contrôlez ensuite le classeur.`;
}

export function closedSheet(sheet: string): string {
  return `La feuille ${quoted(sheet)} est protégée${NBSP}: ôtez la protection (onglet Révision) avant d’écrire.`;
}

/** Words in a cell that a formula adds with "+". */
export function wordsInSum(address: string, words: string): string {
  return `Une formule calcule avec ${address} et afficherait une erreur si la cellule portait ${quoted(words)}${NBSP}: corrigez la formule d’abord, ou videz la cellule.`;
}

/** A finding that is no longer there when its correction is prepared. */
export function gone(address: string): string {
  return `${address}${NBSP}: le constat n’apparaît plus, rien n’y est écrit.`;
}

/** The button of a card: what will stand in the cell. */
export function replaceLabel(value: string): string {
  return `Remplacer par ${value}`;
}
