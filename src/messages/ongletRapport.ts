/** Words of the control report in the pane; what the report says is in rapport.ts. */

export const ONGLET_RAPPORT = {
  intro: "Une feuille à joindre au dossier : verdict, constats, règles. Rien n’est écrit avant l’aperçu.",
  html: "Enregistrer en HTML",
  csv: "Enregistrer en CSV",
  contenu: "Contenu du rapport",
  nothing: "Rien à écrire.",
} as const;
