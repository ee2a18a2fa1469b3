/** Words of the tab Contrôler: its list, its cards, its justifications. What a finding says is its report's. */
import { formatCount } from "../domain/format";
import { RAPPORT } from "./rapport";
import { quoted } from "./sentences";

const NBSP = "\u00a0";

function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)}${NBSP}${count < 2 ? one : many}`;
}

export const GROUP_NAMES = { justified: "Justifiés", received: "Justifiés, reçus avec le classeur" } as const;

export const GROUPING_NAMES = { severity: "Par gravité", rule: "Par règle", sheet: "Par feuille" } as const;

export const LIST_WORDS = {
  stale: "Le classeur a changé depuis le contrôle",
  live: "Contrôle automatique",
  liveWaits: `Contrôle automatique${NBSP}: terminez la saisie en cours (Entrée ou Échap).`,
  none: "Aucun constat ne répond à cette recherche.",
  whole: "Tout afficher",
  toReview: "à revoir",
} as const;

/** "12 constats affichés sur 40". */
export function shownOf(shown: number, all: number): string {
  return `${counted(shown, "constat affiché", "constats affichés")} sur ${formatCount(all)}`;
}

/** "(6 cellules)". */
export function cellsOf(count: number): string {
  return `(${counted(count, "cellule")})`;
}

/** What is said of the rules that found nothing. */
export const COVERAGE_WORDS = {
  "not-verifiable": (count: number) => counted(count, "règle non vérifiable", "règles non vérifiables"),
  passed: (count: number) => counted(count, "règle satisfaite", "règles satisfaites"),
  "not-applicable": (count: number) => counted(count, "règle sans objet", "règles sans objet"),
} as const;

/** The one button for all that is safe. */
export function repairAll(count: number): string {
  return count === 1 ? "Réparer la cellule sans risque…" : `Réparer ${formatCount(count)}${NBSP}cellules sans risque…`;
}

export function repairThese(count: number): string {
  return `Réparer les ${formatCount(count)}${NBSP}cellules…`;
}

export const CARD_WORDS = {
  noValue: `Aucune valeur n’est proposée${NBSP}: corrigez la cellule dans Excel (G y mène), puis contrôlez de nouveau.`,
  protectedSheet: (sheet: string) =>
    `La feuille ${quoted(sheet)} est protégée${NBSP}: la cellule se lit, rien n’y sera écrit.`,
  justified: "justifié",
} as const;

export const CORRECT_WORDS = {
  checking: "Contrôle en cours…",
  back: "Revenir aux constats",
  again: "Préparer de nouveau",
} as const;

export const PAGE_WORDS = {
  name: "Page de la règle",
  table: "Tableau de la page",
  missing: "Cette règle n’a pas de page.",
} as const;

export const JUSTIFY_WORDS = {
  title: "Justifier",
  reason: "Motif",
  author: "Votre nom",
  scope: "Pour",
  save: "Enregistrer",
  cancel: "Annuler",
  noReason: `Écrivez le motif${NBSP}: il figurera au rapport de contrôle.`,
  noAuthor: `Écrivez votre nom${NBSP}: une justification est signée.`,
  kept: "Gardé dans le classeur, avec la date du jour, et repris dans le rapport de contrôle.",
  blocking: RAPPORT.jamaisLeve,
  edit: "Modifier",
  remove: "Retirer",
  adopt: "Reprendre à mon nom…",
  renew: "Justifier de nouveau…",
  saved: "Justification gardée dans le classeur.",
  removed: "Justification retirée.",
  restore: "Remettre",
} as const;

/** What a justification is for. */
export function scopeName(scope: "cell" | "table", cells: number, inTable: number): string {
  if (scope === "cell") return cells === 1 ? "cette cellule" : `ces ${formatCount(cells)}${NBSP}cellules`;
  return `tout ce que la règle relève dans ce tableau (${counted(inTable, "constat")})`;
}

/** Justifications that no finding matches. */
export function unusedName(count: number): string {
  return counted(count, "justification sans constat", "justifications sans constat");
}

/** What became of findings that were corrected, once the workbook was checked again. */
export function afterCorrection(corrected: number, stillThere: number, left: number): string {
  const rest = left === 0 ? "il n’en reste aucun" : `${counted(left, "constat reste", "constats restent")}`;
  const still =
    corrected === 1
      ? `le constat apparaît encore${NBSP}: la cellule n’était pas seule en cause`
      : `${counted(stillThere, "constat apparaît", "constats apparaissent")} encore`;
  const gone = corrected === 1 ? "le constat n’apparaît plus" : "les constats n’apparaissent plus";
  return `Contrôlé de nouveau${NBSP}: ${stillThere === 0 ? gone : still}\u202f; ${rest}.`;
}
