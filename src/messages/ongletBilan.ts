/** Words of the tab Bilan. */
const NBSP = "\u00a0";

export const BILAN_SENTENCES = {
  intro:
    "Rapproche le plan de ce qui a été dépensé, et calcule ce que l’État doit à chaque versement. " +
    "Rien n’est écrit avant l’aperçu.",
  etapes: `Les volets 1 et 2 se soldent à l’un comme à l’autre${NBSP}; le volet 3, au bilan final seulement.`,
  // The draft's first remark says why.
  nothing: "Rien à écrire.",
  aCompleter: "à compléter",
  auBilanFinal: "au bilan final",
} as const;

/** What was paid beyond the due, by how the convention treats it. */
export const EXCEDENT_NOM = { reliquat: "Reliquat", "trop-percu": "Trop-perçu" } as const;
