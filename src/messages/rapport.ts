/** Words of the control report: the same on its sheet, on its page and in its file. */
import type { Justification } from "../domain/justification";
import { formatCount } from "../domain/format";
import { TITRE_DU_RAPPORT } from "../reading/ownReport";

const NBSP = "\u00a0";

export const RAPPORT = {
  titre: TITRE_DU_RAPPORT,
  feuille: "Rapport de contrôle",
  /** Of the file that is saved. */
  fichier: "rapport-de-controle",
  visa: "Ce rapport ne vaut pas visa : seul le contrôleur budgétaire régional le donne.",
  deliberation: "Délibération du Conseil départemental du Nord du 8 juillet 2024",
  jamaisLeve: "Une justification ne lève jamais un constat bloquant.",
  aPreciser: "À préciser",
  lecture: "Lecture confirmée",
  aucunTableau: "Aucun tableau n'a été reconnu dans ce classeur : rien n'a pu être vérifié.",
  toutNEstPasVerifie:
    "Rien n'a été relevé, mais tout n'a pas pu être vérifié : voyez les règles non vérifiables et leur raison.",
} as const;

/** The names of what stands at the head of a report. */
export const FAITS = {
  verdict: "Verdict",
  fichier: "Fichier contrôlé",
  date: "Date du contrôle",
  outil: "Outil",
  referentiel: "Données de référence",
  codes: "Codes activité ajoutés par l'agent",
  annee: "Année demandée",
  empreinte: "Empreinte du fichier (SHA-256)",
  contenu: "Empreinte des tableaux contrôlés (SHA-256)",
  visa: "Portée",
} as const;

/** The columns of a report's lines. */
export const COLONNES_DU_RAPPORT = {
  rubrique: "Rubrique",
  state: "Résultat",
  cell: "Cellule",
  others: "Autres cellules",
  title: "Règle",
  text: "Constat",
  written: "Écrit",
  expected: "Attendu",
  gap: "Écart",
  article: "Article",
  whatToDo: "Que faire",
  justification: "Justification",
} as const;

/** "3 constats", "1 constat", "0 constat". */
function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)}${NBSP}${count < 2 ? one : many}`;
}

/** How many findings of a severity there are, and how many of them are justified. */
export interface Compte {
  readonly severity: "blocking" | "warning" | "info";
  readonly all: number;
  readonly justified: number;
  readonly received: number;
  readonly toReview: number;
}

const NOMS: Readonly<Record<Compte["severity"], readonly [one: string, many: string]>> = {
  blocking: ["constat bloquant", "constats bloquants"],
  warning: ["constat à justifier", "constats à justifier"],
  info: ["information", "informations"],
};

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} et ${last}`;
}

/** "3 constats bloquants, dont 1 justifié et 1 avec une justification reçue". */
function compte({ severity, all, justified, received, toReview }: Compte): string {
  const [one, many] = NOMS[severity];
  const parts = [
    ...(justified > 0 ? [counted(justified, "justifié", "justifiés")] : []),
    ...(received > 0 ? [`${formatCount(received)}${NBSP}avec une justification reçue`] : []),
    ...(toReview > 0 ? [`${formatCount(toReview)}${NBSP}dont la justification est à revoir`] : []),
  ];
  return `${counted(all, one, many)}${parts.length === 0 ? "" : `, dont ${listed(parts)}`}`;
}

/** The verdict with what it comes from. */
export function verdictDuRapport(verdict: string, comptes: readonly Compte[]): string {
  const some = comptes.filter(({ all }) => all > 0);
  const counts = some.length === 0 ? "" : `${NBSP}: ${some.map(compte).join(`${NBSP}; `)}`;
  const isLifted = comptes.some(
    ({ severity, justified, received }) => severity === "blocking" && justified + received > 0,
  );
  return `${verdict}${counts}.${isLifted ? ` ${RAPPORT.jamaisLeve}` : ""}`;
}

/** Said where nothing was found and something was checked. */
export function rienReleve(checks: number, tables: number): string {
  return `Rien n'a été relevé${NBSP}: ${counted(checks, "vérification", "vérifications")} sur ${counted(tables, "tableau", "tableaux")}.`;
}

export function verifications(count: number): string {
  return `${counted(count, "vérification", "vérifications")}.`;
}

export const RUBRIQUES = {
  constats: (count: number) => `Constats (${formatCount(count)})`,
  aPreciser: (count: number) => `Tableaux à préciser (${formatCount(count)})`,
  sansObjet: (count: number) => `Justifications qui ne correspondent plus à rien (${formatCount(count)})`,
  findings: (count: number) => `Règles avec anomalies (${formatCount(count)})`,
  "not-verifiable": (count: number) => `Règles non vérifiables (${formatCount(count)})`,
  passed: (count: number) => `Règles satisfaites (${formatCount(count)})`,
  "not-applicable": (count: number) => `Règles sans objet dans ce classeur (${formatCount(count)})`,
  tableaux: (count: number) => `Tableaux reconnus (${formatCount(count)})`,
} as const;

/** "31/03/2025" of "2025-03-31". */
export function jour(date: string): string {
  return date.split("-").reverse().join("/");
}

/** What speaks for a finding, and how far it can be trusted. */
export function justificationText(
  { author, date, reason, scope }: Justification,
  { isReceived, isToReview }: { readonly isReceived: boolean; readonly isToReview: boolean },
): string {
  const by = `${author}, le ${jour(date)}${scope === "table" ? ", pour cette règle dans tout le tableau" : ""}`;
  const said = /[.!?…]$/.test(reason) ? reason : `${reason}.`;
  if (isToReview) return `À revoir, les montants ont changé depuis (${by})${NBSP}: ${said}`;
  if (isReceived) return `Justification reçue avec le classeur, non vérifiée (${by})${NBSP}: ${said}`;
  return `Justifié (${by})${NBSP}: ${said}`;
}

/** What a justification that matches nothing was about. */
export function sujetDeJustification(table: string, row: string, year: number | null): string {
  const where = [table, year === null ? "" : String(year), row === "" ? "" : `«${NBSP}${row}${NBSP}»`];
  return where.filter((part) => part !== "").join(", ");
}

/** Some more cells than those that are named. */
export function autresCellules(named: readonly string[], left: number): string {
  return left === 0 ? named.join(", ") : `${named.join(", ")} et ${counted(left, "autre", "autres")}`;
}
