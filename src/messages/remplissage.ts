/** Words of the tab Plan: what will be written, what was, what can be taken back. */
import { formatCount } from "../domain/format";
import { quoted } from "./sentences";

const NBSP = "\u00a0";

/** "1 cellule", "42 cellules": French counts zero and one as singular. */
function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)}${NBSP}${count < 2 ? one : many}`;
}

/** What the one button does, in its own words. */
export function fillLabel(count: number): string {
  return `Remplir ${counted(count, "cellule")}`;
}

export function addSheetLabel(sheet: string, count: number): string {
  return `Ajouter la feuille ${quoted(sheet)} (${counted(count, "cellule")})`;
}

/** "42 cellules remplies". */
export function filled(count: number): string {
  return `${counted(count, "cellule")} ${count < 2 ? "remplie" : "remplies"}`;
}

export function sheetAdded(sheet: string, count: number): string {
  return `Feuille ${quoted(sheet)} ajoutée, ${counted(count, "cellule")}`;
}

/** "42 cellules à écrire, 3 à compléter, 1 arrondi". */
export function previewCounts(count: number, aCompleter: number, arrondis: number, dejaJustes: number): string {
  const parts = [
    `${counted(count, "cellule")} à écrire`,
    ...(aCompleter > 0 ? [`${formatCount(aCompleter)}${NBSP}à compléter`] : []),
    ...(arrondis > 0 ? [counted(arrondis, "arrondi")] : []),
    ...(dejaJustes > 0 ? [counted(dejaJustes, "déjà juste", "déjà justes")] : []),
  ];
  return parts.join(" · ");
}

export function writingProgress(done: number, total: number): string {
  return `Écriture${NBSP}: ${formatCount(done)} sur ${counted(total, "cellule")}`;
}

export function undone(title: string): string {
  return `${quoted(title)}${NBSP}: écriture annulée, le classeur est comme avant elle.`;
}

export function keptChanges(title: string): string {
  return `${quoted(title)}${NBSP}: écriture annulée, sauf les cellules modifiées depuis, laissées telles quelles.`;
}

/** Before a plan without what the State notified. */
export function missingNotifies(year: number | null): string {
  const of = year === null ? "" : ` pour ${year}`;
  return `Aucun montant notifié${of} dans les réglages${NBSP}: le plan reprendra les seuls montants des fiches.`;
}

export const PLAN_SENTENCES = {
  nothing: `Rien à écrire${NBSP}: le plan dit déjà ce que disent les fiches.`,
  stale: "Le classeur a changé depuis cet aperçu",
  interrupted: `La préparation s’est interrompue. Rien n’a été écrit${NBSP}: recommencez.`,
  lost: `L’écriture s’est interrompue sans réponse${NBSP}: rouvrez le volet, il dira ce qui peut être annulé.`,
} as const;
