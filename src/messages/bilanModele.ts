/** Sentences about the officer's own table of the bilan. */
import type { Decimal } from "../domain/decimal";
import type { ColonneDite } from "../domain/colonnesDeBilan";
import type { ColonnesDeTable } from "../domain/colonnesGardees";
import { formatEuros } from "../domain/format";
import { cellAddress, columnLetters, qualifiedAddress, type CellRef } from "../workbook/address";

import { quoted } from "./sentences";

const NBSP = "\u00A0";

/** Cells of a list that names its first ones. */
const NAMED = 8;

interface Ligne {
  readonly row: number;
  readonly label: string;
}

export function lignesInconnues(sheet: string, lines: readonly Ligne[]): string {
  const named = lines.map(({ row, label }) => `${quoted(label)} (ligne ${row + 1})`).join(", ");
  return lines.length === 1
    ? `Une ligne du tableau ${quoted(sheet)} ne correspond à aucune action ni à aucun versement du plan, et reste telle quelle${NBSP}: ${named}.`
    : `Des lignes du tableau ${quoted(sheet)} ne correspondent à aucune action ni à aucun versement du plan, et restent telles quelles${NBSP}: ${named}.`;
}

export function actionsSansLigneAuModele(sheet: string, fiches: readonly string[]): string {
  return `Le tableau ${quoted(sheet)} n'a pas de ligne pour ${fiches.join(", ")}${NBSP}: les totaux en tiennent compte. Ajoutez ${fiches.length === 1 ? "la ligne" : "les lignes"}, ou choisissez une nouvelle feuille.`;
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
  return `Le tableau ${quoted(sheet)} ne dit pas son année${NBSP}: vérifiez qu'il est bien celui de ${year}.`;
}

export function modeleDejaRempli(sheet: string): string {
  return `Le tableau ${quoted(sheet)} et l'échéancier sont déjà remplis${NBSP}: il n'y a rien à écrire.`;
}

/** Before the write: cells that hold something else, which the write replaces. */
export function cellulesRemplacees(cells: readonly CellRef[]): string {
  const named = cells.slice(0, NAMED).map(({ row, column }) => cellAddress(row, column));
  const rest = cells.length - named.length;
  const list = `${named.join(", ")}${rest > 0 ? ` et ${rest}${NBSP}autre${rest > 1 ? "s" : ""}` : ""}`;
  return cells.length === 1
    ? `Une cellule déjà remplie sera remplacée${NBSP}: ${list}. Voyez plus bas ce qu'elle porte.`
    : `${cells.length} cellules déjà remplies seront remplacées${NBSP}: ${list}. Voyez plus bas ce qu'elles portent.`;
}

/** What was remembered of a table whose headers are no longer there. */
export function colonnesPerdues({ sheet, entetes, colonnes }: ColonnesDeTable): string {
  const named = colonnes.map(({ column }) => {
    const header = entetes.find((one) => one.column === column)?.header ?? "";
    return `${quoted(header)} en ${columnLetters(column)}`;
  });
  return `Vous aviez corrigé des colonnes de ${quoted(sheet)} (${named.join(", ")})${NBSP}: ses en-têtes ont changé de texte ou de place, et rien n'en a été repris. Vérifiez les colonnes, et corrigez-les de nouveau.`;
}

/** What is said of columns that no table to fill has. */
export function colonnesSansTableau(colonnes: readonly ColonneDite[]): string {
  const letters = colonnes.map(({ column }) => columnLetters(column));
  return letters.length === 1
    ? `Aucun tableau du bilan à remplir n'a de colonne ${letters.join("")}${NBSP}: ce que vous en dites n'a pas été repris.`
    : `Aucun tableau du bilan à remplir n'a les colonnes ${letters.join(", ")}${NBSP}: ce que vous en dites n'a pas été repris.`;
}
