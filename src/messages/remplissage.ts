/** Words of the tasks that write: what will be written, what was, what can be taken back. */
import { formatCount } from "../domain/format";
import type { Draft } from "../workbook/draft";
import { quoted } from "./sentences";

const NBSP = "\u00a0";

/** "1 cellule", "42 cellules": French counts zero and one as singular. */
function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)}${NBSP}${count < 2 ? one : many}`;
}

/** What a task does to cells: an officer's table is filled, a sheet of ours is written. */
export interface Verbe {
  readonly infinitif: string;
  readonly participe: { readonly one: string; readonly many: string };
}

export const REMPLIR: Verbe = { infinitif: "Remplir", participe: { one: "remplie", many: "remplies" } };
export const ECRIRE: Verbe = { infinitif: "Écrire", participe: { one: "écrite", many: "écrites" } };

/** Cells that a draft writes, in sheets that exist and in those that it adds. */
export function cellCount({ writes, sheets }: Draft): number {
  return writes.length + sheets.reduce((total, { cells }) => total + cells.length, 0);
}

/** What the one button does, in its own words: "Remplir 42 cellules", "Ajouter la feuille « Plan 2024 » (132 cellules)". */
export function writeLabel(draft: Draft, { infinitif }: Verbe): string {
  const cells = counted(cellCount(draft), "cellule");
  const [sheet, ...others] = draft.sheets;
  if (!sheet || draft.writes.length > 0) return `${infinitif} ${cells}`;
  return others.length === 0
    ? `Ajouter la feuille ${quoted(sheet.name)} (${cells})`
    : `Ajouter ${counted(draft.sheets.length, "feuille")} (${cells})`;
}

/** What was done: "42 cellules remplies". */
export function writtenSentence(draft: Draft, { participe }: Verbe): string {
  const count = cellCount(draft);
  const cells = counted(count, "cellule");
  const [sheet, ...others] = draft.sheets;
  if (!sheet || draft.writes.length > 0) return `${cells} ${count < 2 ? participe.one : participe.many}`;
  return others.length === 0
    ? `Feuille ${quoted(sheet.name)} ajoutée, ${cells}`
    : `${counted(draft.sheets.length, "feuille")} ajoutées, ${cells}`;
}

/** A sheet in a list: "Feuille « Bilan 2024 », 412 cellules". */
export function cellsOf(sheet: string, count: number): string {
  return `Feuille ${quoted(sheet)}, ${counted(count, "cellule")}`;
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

/** The way to what was added. */
export function goToSheet(sheet: string): string {
  return `Aller à la feuille ${sheet}`;
}

export const PLAN_SENTENCES = {
  nothing: `Rien à écrire${NBSP}: le plan dit déjà ce que disent les fiches.`,
} as const;

export const DRAFT_SENTENCES = {
  stale: "Le classeur a changé depuis cet aperçu",
  interrupted: `La préparation s’est interrompue. Rien n’a été écrit${NBSP}: recommencez.`,
  lost: `L’écriture s’est interrompue sans réponse${NBSP}: enregistrez le classeur et rouvrez-le, le volet dira ce qui peut être annulé.`,
} as const;
