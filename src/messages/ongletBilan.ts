/** Words of the tab Bilan. */
import { quoted } from "./sentences";

const NBSP = "\u00a0";

/** What an officer does after the entry sheet was added. */
export function goToSheet(sheet: string): string {
  return `Aller à la feuille ${sheet}`;
}

/** Where nothing of what was spent is typed yet. */
export function waitsForEntry(sheet: string): string {
  return `Saisissez les dépenses dans la feuille ${quoted(sheet)}${NBSP}: le bilan se calcule à mesure.`;
}

export const BILAN_SENTENCES = {
  intro:
    "Rapproche le plan de ce qui a été dépensé, et calcule ce que l’État doit à chaque versement. " +
    "Rien n’est écrit avant l’aperçu.",
  etapes: `Les volets 1 et 2 se soldent à l’un comme à l’autre${NBSP}; le volet 3, au bilan final seulement.`,
  nothing: `Rien à écrire${NBSP}: le bilan dit déjà ce que disent le plan et le réalisé.`,
  aCompleter: "à compléter",
  auBilanFinal: "au bilan final",
} as const;

/** What was paid beyond the due, by how the convention treats it. */
export const EXCEDENT_NOM = { reliquat: "Reliquat", "trop-percu": "Trop-perçu" } as const;
