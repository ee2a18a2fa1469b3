/** What is said of tables that are nearly recognised: which one it looks like, what lacks, what to do. */
import type { Manque } from "../reading/presqueTables";
import { quoted } from "./sentences";
import { TABLE_TEXTS } from "./verdicts";

const NBSP = "\u00a0";

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} et ${last}`;
}

/** What lacks, as the end of "il manque…". */
export function manqueText(manque: Manque): string {
  switch (manque.type) {
    case "colonne":
      return `la colonne ${quoted(manque.name)}`;
    case "double":
      return `de quoi choisir entre les colonnes ${listed(manque.headers.map((header) => quoted(header)))}, qui se lisent toutes «${NBSP}${manque.name}${NBSP}»`;
    case "genre":
      return "ce qui dit de quel tableau il s’agit (un titre, des numéros d’action ou des axes)";
    case "annee":
      return "l’année";
    case "lignes-d-annee":
      return "l’année de chaque ligne";
    case "unite":
      return `l’unité (les montants sont petits${NBSP}: ils sont lus en euros)`;
    case "codes":
      return "des codes activité lisibles, ou un programme 304 ou 102";
    case "objets":
      return "l’axe ou le volet que chaque ligne paie";
  }
}

/** "Ressemble à un tableau « Plan de financement » : il manque l’année. …". */
export function presqueText(kind: string, manques: readonly Manque[], isRead: boolean): string {
  const name = quoted(TABLE_TEXTS[kind] ?? kind);
  const what = listed(manques.map(manqueText));
  return isRead
    ? `Tableau ${name} lu, mais il manque ${what}. Complétez le tableau, ou précisez sa lecture dans le volet.`
    : `Ressemble à un tableau ${name}, mais il manque ${what}. Il n’est pas contrôlé${NBSP}: complétez le tableau, ou précisez sa lecture dans le volet.`;
}

/** A reading that a person gave, and that no table matches any more. */
export function lectureSansTableau(kind: string, sheet: string): string {
  const name = kind === "aucun" ? "tableau à ne pas lire" : (TABLE_TEXTS[kind] ?? kind);
  return `La lecture confirmée «${NBSP}${name}${NBSP}» de la feuille ${quoted(sheet)} ne correspond plus à aucun tableau${NBSP}: ses en-têtes ont changé. Confirmez de nouveau la lecture, ou retirez-la dans le volet.`;
}
