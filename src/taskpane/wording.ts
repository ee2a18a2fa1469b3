/** The pane's own words. What a finding says comes from the report; these are titles, counts and states. */
import type { JustifiedCount } from "../checking/justifications";
import type { CheckReport, Severity, Verdict } from "../checking/report";
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

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} et ${last}`;
}

/** "dont 2 justifiés et 1 à revoir", or nothing. */
function justifiedPart({ justified, received, toReview }: JustifiedCount): string {
  const parts = [
    ...(justified > 0 ? [counted(justified, "justifié")] : []),
    ...(received > 0 ? [counted(received, "justifié par d’autres", "justifiés par d’autres")] : []),
    ...(toReview > 0 ? [counted(toReview, "à revoir", "à revoir")] : []),
  ];
  return parts.length === 0 ? "" : `, dont ${listed(parts)}`;
}

const COUNT_NAMES: readonly (readonly [Severity, one: string, many: string])[] = [
  ["blocking", "bloquant", "bloquants"],
  ["warning", "à justifier", "à justifier"],
  ["info", "information", "informations"],
];

/** "3 bloquants · 5 à justifier, dont 2 justifiés · 2 informations", the empty ones left out. */
export function severityCounts(counts: Readonly<Record<Severity, JustifiedCount>>): string {
  return COUNT_NAMES.flatMap(([severity, one, many]) => {
    const count = counts[severity];
    return count.all === 0 ? [] : [`${counted(count.all, one, many)}${justifiedPart(count)}`];
  }).join(" · ");
}

/** What is counted of each part of a check, in the officers' words; the rest are "vérifications". */
const COUNTED: readonly (readonly [one: string, many: string, rules: readonly string[]])[] = [
  ["total", "totaux", ["total-ligne", "sous-total", "total-general", "total-annees"]],
  ["imputation", "imputations", ["imputation-coherente"]],
  ["versement", "versements", ["avance", "solde"]],
  ["identifiant", "identifiants", ["siret", "rib", "iban"]],
];

/** "17 totaux, 6 imputations, 20 fiches vérifiés : rien à signaler". Null where nothing could be checked. */
export function nothingFound({ rules, tables }: CheckReport): string | null {
  const applied = rules.filter(({ checked }) => checked > 0);
  const parts = COUNTED.flatMap(([one, many, ids]) => {
    const count = applied.reduce((total, { rule, checked }) => total + (ids.includes(rule) ? checked : 0), 0);
    return count === 0 ? [] : [counted(count, one, many)];
  });
  const fiches = tables.filter(({ kind }) => kind === "budget-fiche").length;
  const all = applied.reduce((total, { checked }) => total + checked, 0);
  if (all === 0) return null;
  const named = [...parts, ...(fiches === 0 ? [] : [counted(fiches, "fiche")])];
  if (named.length === 0) return `${counted(all, "vérification")}\u00A0: rien à signaler`;
  return `${named.join(", ")} vérifiés\u00A0: rien à signaler`;
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

/** "le 12 mars à 14:02" of an ISO time, with its year where that is not this one. */
export function receiptTime(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const day = at.getFullYear() === now.getFullYear() ? DAY : DAY_OF_YEAR;
  return `le ${day.format(at)} à ${CLOCK.format(at)}`;
}
