/** The pane's own words. What a finding says comes from the report; these are titles, counts and states. */
import type { Severity, Verdict } from "../checking/report";
import { formatCount } from "../domain/format";
import type { ReadProgress } from "../host/ports";

export const VERDICT_SENTENCES: Readonly<Record<Verdict, string>> = {
  bloquant: "À corriger avant envoi",
  "a-justifier": "À justifier",
  "sans-anomalie": "Aucune anomalie relevée",
  "non-verifiable": "Non vérifiable",
  illisible: "Classeur illisible",
};

/** One and many of each severity; the word stands before the colour. */
export const SEVERITY_WORDS: Readonly<Record<Severity, { readonly one: string; readonly many: string }>> = {
  blocking: { one: "Bloquant", many: "Bloquants" },
  warning: { one: "À justifier", many: "À justifier" },
  info: { one: "Information", many: "Informations" },
};

export const TABLE_KINDS: Readonly<Record<string, string>> = {
  "plan-de-financement": "Plan de financement",
  "budget-fiche": "Budget de fiche action",
  indicateurs: "Indicateurs",
  "flux-stock": "Flux et stock",
  "fichier-hebdomadaire": "Fichier hebdomadaire de personnes",
  "fichier-suivi": "Fichier de suivi de personnes",
  "fichier-retour": "Fichier de personnes reçu de France Travail",
};

export const INTERRUPTED =
  "Le contrôle s'est interrompu avant la fin. Le classeur n'a pas été modifié. Relancez le contrôle ; s'il " +
  "s'interrompt encore, transmettez le classeur à la personne qui suit l'outil.";

export const REPORT = "Rapport de contrôle";

export const NOT_LOADED =
  "Le contrôle ne se charge pas\u00A0: vérifiez l’accès du poste au serveur du complément, puis recommencez.";

/** "3 contrôles", "1 contrôle": French counts zero and one as singular. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)}\u00A0${count < 2 ? one : many}`;
}

/** "3 bloquants · 5 à justifier · 2 informations", the empty ones left out. */
export function severityCounts(counts: Readonly<Record<Severity, number>>): string {
  const parts = [
    counts.blocking > 0 ? counted(counts.blocking, "bloquant") : null,
    counts.warning > 0 ? counted(counts.warning, "à justifier", "à justifier") : null,
    counts.info > 0 ? counted(counts.info, "information") : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** "Feuille 3 sur 12 · Imputations". */
export function progressSentence(progress: ReadProgress | null): string {
  if (!progress) return "Lecture du classeur…";
  const { sheet, done, total } = progress;
  return `Feuille ${formatCount(Math.min(done + 1, total))} sur ${formatCount(total)} · ${sheet}`;
}

const CLOCK = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit" });
const SECONDS = new Intl.NumberFormat("fr-FR", { minimumSignificantDigits: 1, maximumSignificantDigits: 2 });

/** "Contrôlé à 14:02 en 0,05 s". */
export function timeSentence(at: Date, milliseconds: number): string {
  return `Contrôlé à ${CLOCK.format(at)} en ${SECONDS.format(Math.max(milliseconds, 1) / 1000)}\u00A0s`;
}

const DAY = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long" });
const DAY_OF_YEAR = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric" });

/** "12 mars 14:02" of an ISO time, with its year where that is not this one. */
export function receiptTime(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const day = at.getFullYear() === now.getFullYear() ? DAY : DAY_OF_YEAR;
  return `${day.format(at)} ${CLOCK.format(at)}`;
}
