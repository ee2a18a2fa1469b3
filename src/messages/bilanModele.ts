/** Sentences about the officer's own table of the bilan. */
import type { Decimal } from "../domain/decimal";
import { formatEuros } from "../domain/format";
import { qualifiedAddress, type CellRef } from "../workbook/address";

const NBSP = "\u00A0";

interface Ligne {
  readonly row: number;
  readonly label: string;
}

export function lignesInconnues(sheet: string, lines: readonly Ligne[]): string {
  const named = lines.map(({ row, label }) => `« ${label} » (ligne ${row + 1})`).join(", ");
  return lines.length === 1
    ? `Une ligne du tableau « ${sheet} » ne correspond à aucune action ni à aucun versement du plan, et reste telle quelle${NBSP}: ${named}.`
    : `Des lignes du tableau « ${sheet} » ne correspondent à aucune action ni à aucun versement du plan, et restent telles quelles${NBSP}: ${named}.`;
}

export function actionsSansLigneAuModele(sheet: string, fiches: readonly string[]): string {
  return `Le tableau « ${sheet} » n'a pas de ligne pour ${fiches.join(", ")}${NBSP}: les totaux en tiennent compte. Ajoutez ${fiches.length === 1 ? "la ligne" : "les lignes"}, ou choisissez une nouvelle feuille.`;
}

export function formuleGardee(subject: string, ref: CellRef, held: Decimal, computed: Decimal): string {
  return `${subject}${NBSP}: votre formule en ${qualifiedAddress(ref)} donne ${formatEuros(held)}, la convention ${formatEuros(computed)}. Elle est gardée${NBSP}: vérifiez-la.`;
}

export function autreMontantGarde(subject: string, ref: CellRef, held: Decimal, computed: Decimal): string {
  return `${subject}${NBSP}: vous avez saisi ${formatEuros(held)} en ${qualifiedAddress(ref)}, le classeur dit ${formatEuros(computed)}. Votre montant est gardé${NBSP}: vérifiez-le.`;
}

export function formuleTropLongue(subject: string): string {
  return `${subject}${NBSP}: il manque au tableau trop de colonnes ou de lignes pour le calculer en une formule. Choisissez une nouvelle feuille.`;
}

export function anneeDuModele(sheet: string, year: number): string {
  return `Le tableau « ${sheet} » ne dit pas son année${NBSP}: vérifiez qu'il est bien celui de ${year}.`;
}

export function modeleDejaRempli(sheet: string): string {
  return `Le tableau « ${sheet} » et l'échéancier sont déjà remplis${NBSP}: il n'y a rien à écrire.`;
}
