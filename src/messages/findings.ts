/** Sentences of findings. Ids and data in, French out: what is wrong with its figures, then why, then what to do. */
import { formatEuros } from "../domain/format";
import type { RuleId } from "../rules/rule";
import { BILAN_SENTENCES } from "./bilan";
import { CONCORDANCE_SENTENCES } from "./concordance";
import { DEPENSE_SENTENCES } from "./depense";
import { FICHIER_SENTENCES } from "./fichiers";
import { FORMULE_SENTENCES } from "./formule";
import { IDENTIFIANT_SENTENCES } from "./identifiants";
import { IMPUTATION_SENTENCES } from "./imputation";
import { INDICATEUR_SENTENCES, isCounted } from "./indicateurs";
import { TOTAUX_SENTENCES } from "./totaux";
import { VERSEMENT_SENTENCES } from "./versement";
import { RULE_TEXTS } from "./rules";
import { figures, lowerFirst, quoted, upperFirst, writtenAmount, type FindingData, type Sentences } from "./sentences";

/** The words of each family for faults of single cells; relations have theirs below. */
const FAMILY_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  ...DEPENSE_SENTENCES,
  ...IDENTIFIANT_SENTENCES,
  ...IMPUTATION_SENTENCES,
  ...CONCORDANCE_SENTENCES,
  ...FORMULE_SENTENCES,
  ...VERSEMENT_SENTENCES,
  ...BILAN_SENTENCES,
  ...INDICATEUR_SENTENCES,
  ...TOTAUX_SENTENCES,
  ...FICHIER_SENTENCES,
};

const SLIPS: Readonly<Record<string, string>> = {
  signe: "Signe inversé\u00A0?",
  unite: "Unité confondue (€, k€, M€)\u00A0?",
  chiffre: "Un chiffre saisi pour un autre\u00A0?",
  interversion: "Deux chiffres intervertis\u00A0?",
  "chiffre-oublie": "Un chiffre oublié\u00A0?",
  "chiffre-double": "Un chiffre doublé\u00A0?",
  "chiffre-en-trop": "Un chiffre de trop\u00A0?",
};

/** The hint of a card: the likely slip, or null. */
export function hintText(slip: string | null): string | null {
  return slip === null ? null : (SLIPS[slip] ?? null);
}

/** The family's own words: for faults of single cells, and for all that counts no euros. */
function ownSentences({ kind, rule }: FindingData): Sentences | undefined {
  return kind === "cell" || isCounted(rule) ? FAMILY_SENTENCES[rule] : undefined;
}

function statement(data: FindingData): string {
  const own = ownSentences(data);
  if (own) return own.statement(data);
  const { rule, kind, subject } = data;
  const head = upperFirst(subject);
  if (kind === "rounding") return `${head}\u00A0: écart d'arrondi. ${figures(data)}`;
  if (kind === "truncation") return `${head}\u00A0: montant tronqué plutôt qu'arrondi. ${figures(data)}`;
  if (kind === "margin") return `${head}\u00A0: vérifié à ± ${data.variant}. ${figures(data)}`;
  if (kind === "text-in-sum") {
    const what = data.grandeur ? "nombre" : "montant";
    return `${head}\u00A0: le ${what} ${quoted(data.written)} est saisi comme texte, la somme ne le compte pas.`;
  }
  if (kind === "row") return `${head}\u00A0: plusieurs montants de la ligne contredisent les totaux. ${figures(data)}`;
  const proposal = data.expected === null ? "" : ` Les autres montants donnent ${formatEuros(data.expected)}.`;
  if (rule === "montant-illisible" && data.variant === "sans-valeur") {
    return `${head}\u00A0: la formule n'a pas de valeur enregistrée et n'a pas pu être calculée.`;
  }
  if (rule === "montant-illisible") {
    return `${head}\u00A0: ${quoted(data.written)} n'est pas un montant.${proposal}`;
  }
  if (rule === "erreur-excel") return `${head}\u00A0: la cellule affiche ${data.written}.${proposal}`;
  if (rule === "montant-texte") return `${head}\u00A0: ${quoted(data.written)} est un texte, pas un nombre.`;
  if (rule === "taux-affiche") {
    const [written = "", computed = ""] = data.variant.split("|");
    return `${head}\u00A0: le taux écrit est ${written}, les montants donnent ${computed}.`;
  }
  if (rule === "unite" && data.variant === "tableau")
    return `${head}\u00A0: l'unité du tableau n'est pas celle des fiches-actions.`;
  if (rule === "forfait-etat") return `Pour ${subject}, une part du département de ${writtenAmount(data)} est écrite.`;
  const checks = data.mended > 1 ? ` ${data.mended} calculs s'accordent sur ce montant.` : "";
  return `${head}\u00A0: ${lowerFirst(findingTitle(data))}. ${figures(data)}${checks}`;
}

/** Why, and what to do: the rule's own, or those of its variant. */
export function textsOf({ rule, variant }: Pick<FindingData, "rule" | "variant">): { why: string; whatToDo: string } {
  if (rule === "montant-illisible" && variant === "sans-valeur") {
    return {
      why: "Un montant sans valeur rend invérifiables les totaux qui en dépendent.",
      whatToDo: "Ouvrez le classeur dans Excel, recalculez-le (F9) et enregistrez-le.",
    };
  }
  if (rule === "unite" && variant === "tableau") {
    return {
      why: "Tous les montants de ce plan sont mille ou un million de fois ceux de ses fiches-actions.",
      whatToDo: "Écrivez l'unité du tableau (« Montants en k€ ») au-dessus de ses colonnes.",
    };
  }
  return RULE_TEXTS[rule];
}

/** What is wrong, with its figures: neither why nor what to do. */
export function findingStatement(data: FindingData): string {
  if (data.kind === "margin") return `${statement(data)} Les montants en k€ ou en M€ ne permettent pas mieux.`;
  return data.runnerUp === null
    ? statement(data)
    : `${statement(data)} La cellule ${data.runnerUp} peut aussi être en cause.`;
}

/** The whole message of a finding. */
export function findingMessage(data: FindingData): string {
  const { why, whatToDo } = textsOf(data);
  if (data.kind === "margin") return findingStatement(data);
  const source = data.reference === null ? "" : ` (${data.reference})`;
  return `${findingStatement(data)} ${why.replace(/\.$/, "")}${source}. ${whatToDo}`;
}

/** A few words for a list. */
export function findingTitle(data: FindingData): string {
  const { rule, kind, variant, actual, written, isTotal } = data;
  const own = ownSentences(data);
  if (own) return own.title(data);
  if (variant === "sans-valeur") return "Formule sans valeur";
  if (kind === "rounding") return "Écart d'arrondi";
  if (kind === "truncation") return "Montant tronqué";
  if (kind === "margin") return "Vérifié à l'arrondi près";
  if (kind === "text-in-sum") return "Texte oublié par la somme";
  if (kind === "row") return "Ligne contraire aux totaux";
  if (kind === "culprit" && actual === null && rule !== "montant-illisible") {
    return written === "" ? "Montant absent" : "Part absente";
  }
  if (
    !isTotal &&
    (rule === "total-ligne" || rule === "sous-total" || rule === "total-general" || rule === "total-annees")
  ) {
    return "Montant contraire aux totaux";
  }
  return RULE_TEXTS[rule].finding;
}
