/** Words of a réalisé and of a bilan: what a column is for, by the lines of its header, the upper ones first. */
import { plainText } from "../domain/amount";
import type { ChampDeBilan } from "./bilanTables";
import { financersIn, roleOf } from "./labels";

export type RoleDeBilan =
  | ChampDeBilan
  | "fiche"
  | "axe"
  | "annee"
  | "code"
  | "tauxDepartement"
  | "tauxExecution"
  | "justification"
  | "label"
  /** A share of which the header does not say whether it was planned or spent: its place decides. */
  | "part-etat"
  | "part-departement"
  | "part-total"
  /** "Montant retenu": what is eligible, where something else was spent. */
  | "retenu"
  /** An amount, a count or a date that a bilan does not need. */
  | "autre-chose";

export interface Sens {
  readonly role: RoleDeBilan;
  /** How surely: of two columns for one field the surer is taken. */
  readonly force: number;
}

const JUSTIFICATION =
  /justification|\bmotifs?\b|explication|commentaire|observation|remarque|\banalyse\b|\bprecisions?\b/;
const COUNT =
  /\bnombre\b|\bnb\.?\b|\betp\b|\bagents?\b|effectif|\bpersonnes?\b|\bheures?\b|\bjours?\b|indicateur|\bcibles?\b|\bm2\b|surface|logements?\b|places?\b/;
const OTHER_THING =
  /\bdates?\b|periode|calendrier|statut|avancement|responsable|pilote|\becarts?\b|difference|variation|evolution|reste a (?:realiser|depenser|engager|consommer|mandater|justifier)|non (?:consomme|mandate|realise|execute|depense|engage)|disponible|justificatif|instruction|\bdont reports?\b|\bpieces?\b/;
const CODE = /codes? (?:d'? ?)?activite|^activites?$|code (?:d'imputation|chorus)|^imputations?\b|sous[- ]?activites?/;
const LABEL =
  /^(?:l')?(?:intitule|libelle|nature|objet|type|poste|detail|nom|titre|description|action|operation|porteur|beneficiaire|service|dispositif|mesure|projet|annee|lieu|modalite|condition)s?\b/;
const TAUX = /^taux|\btaux\b|^%|% ?(?:realis|execut|consomm|mandat|cd|dep|de)|en ?%|\(%\)|pourcentage|quotite/;
const EXECUTION = /realise|realisation|execut|consomm|mandat|depens/;

const EXCEDENT =
  /trop[- ]?(?:percu|verse)|\bindus?\b|reliquat|a rembourser|a reverser|reversement|remboursement|excedent/;
const SOLDE =
  /\bsoldes?\b|(?:reste|restant|montant|somme|credits?) (?:a|du) (?:verser|payer|percevoir|regler|recevoir)|\brest(?:e|ant) du\b|^a verser\b/;
const INELIGIBLE =
  /ineligible|non[- ]?eligible|non[- ]?(?:retenu|admissible|admis|recevable)|a ecarter|ecartee?s?\b|rejet|exclu|irrecevable|a deduire|hors assiette/;
const ELIGIBLE = /eligible|admissible|recevable|depenses? (?:\S+ )?(?:retenue?s?|admises?)\b/;
/** The expense that counts, beside one that was spent; elsewhere what an instruction kept of a demand. */
const RETENU = /\bretenue?s?\b|\badmise?s?\b|\bassiette\b/;
const VERSE =
  /deja (?:verse|paye|percu|recu|regle|encaisse)|\bvers(?:e|ee|es|ees|ements?)\b|\bpercue?s?\b|\bavances?\b|\bacomptes?\b|encaiss|\brecue?s?\b/;
const AVANCE = /\bavances?\b|\bacomptes?\b/;
const DUE =
  /\bdues?\b|\b(?:montants?|sommes?|etat|subventions?|contributions?) dus?\b(?! (?:cd|departement|conseil|volet|projet|plan|contrat|programme))|\bdus?$/;
const OTHERS = /cofinanc|\btiers\b|recettes?\b|autres? (?:financ|ressource|credit|part|aide|subvention|apport)/;

const PREVU =
  /prevu|prevision|notifi|conventionn|programm|\bvotee?s?\b|budget|contractualis|plafond|maxim|inscrit|alloue|attribu|ouverts?\b|dotation|enveloppe|accorde|affecte|\bplan\b|initial|demande|autoris/;
/** What the State alone gives, whoever the header names. */
const OF_ETAT = /subvention|notifi|enveloppe|plafond|dotation/;
const SPENT =
  /realise|\bexecutee?s?\b|^execution(?: (?:financiere|budgetaire))?(?: 20\d\d)?$|mandat|consomm|decaiss|liquid|justifi|acquitt|constat|effectu|\breel(?:le)?s?\b|factur|reglee?s?\b|payee?s?\b|^bilan(?: financier)?(?: 20\d\d)?$/;
const DEPENSES = /\bdepens/;
const PAID = /payee?s?\b|reglee?s?\b|paiement/;

/** A header without what only counts its columns: "(E = C - D)", "(1)", "50 %", "hors cofinancements". */
function plainHeader(text: string): string {
  return plainText(text)
    .replace(/\bn[º°o]\.?(?=\s|$)/g, "n°")
    .replace(/\([^()]*\d ?%[^()]*\)/g, " ")
    .replace(/\((?:[^()]*[=+*×/][^()]*|[a-z\d]|[a-z] ?[-–] ?[a-z])\)/g, " ")
    .replace(/\b[a-z] ?= ?[^a-z]*[a-z](?: ?[-–+*×/] ?[a-z\d%,]+)*$/g, " ")
    .replace(/\bhors (?:autres?|cofinanc)\S*(?: financ\S*)?/g, " ")
    .replace(/\d+(?:[.,]\d+)? ?%/g, " ")
    .replace(/[«»"*:]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether the nearest line that says so speaks of the plan or of what was spent. */
function momentOf(lines: readonly string[]): "prevu" | "realise" | null {
  for (const line of [...lines].reverse()) {
    if (SPENT.test(line)) return "realise";
    if (PREVU.test(line)) return "prevu";
  }
  return lines.some((line) => DEPENSES.test(line)) ? "realise" : null;
}

function tauxOf(text: string): RoleDeBilan {
  if (EXECUTION.test(text)) return "tauxExecution";
  const { etat, departement } = financersIn(text);
  return departement && !etat ? "tauxDepartement" : "autre-chose";
}

/** Columns that say by one word what they are, whoever pays. */
function namedOf(text: string, etat: boolean, departement: boolean): Sens | null {
  if (EXCEDENT.test(text)) return { role: "excedent", force: /trop/.test(text) ? 2 : 1 };
  if (SOLDE.test(text)) return { role: "solde", force: /verser|payer/.test(text) ? 2 : 1 };
  if (INELIGIBLE.test(text)) return { role: "ineligible", force: 1 };
  const isPlanned = PREVU.test(text) && !SPENT.test(text);
  const isShare = etat && !departement && !DEPENSES.test(text);
  if (ELIGIBLE.test(text)) return { role: isPlanned ? "autre-chose" : isShare ? "due" : "eligible", force: 2 };
  if (RETENU.test(text) && !departement && !isPlanned) return { role: isShare ? "part-etat" : "retenu", force: 1 };
  const isToDepartement = /(?:verse|verses|versees?|payee?s?) a[u ]+(?:conseil )?(?:cd|departement)/.test(text);
  const isPaidByEtat = etat && !departement && PAID.test(text) && !DEPENSES.test(text);
  if (VERSE.test(text) && isPlanned && !/deja/.test(text)) return { role: "autre-chose", force: 1 };
  if ((VERSE.test(text) && (!departement || etat || isToDepartement)) || isPaidByEtat) {
    return { role: "verse", force: AVANCE.test(text) ? 1 : 2 };
  }
  if (DUE.test(text) && !departement) return { role: "due", force: 3 };
  return null;
}

function shareOf(lines: readonly string[], text: string): Sens {
  const own = lines.at(-1) ?? "";
  const named = financersIn(own);
  const { etat, departement, autre } = named.etat || named.departement || named.autre ? named : financersIn(text);
  const moment = momentOf(lines);
  const isTotal = roleOf(own) === "total" || etat === departement;
  if (!etat && !departement && (autre || OTHERS.test(text))) {
    return { role: moment === "prevu" ? "autre-chose" : "autres", force: /\btotal\b/.test(text) ? 3 : 1 };
  }
  if (moment === "prevu") {
    if (isTotal && !(OF_ETAT.test(text) && roleOf(own) !== "total" && !departement))
      return { role: "prevuTotal", force: 1 };
    return { role: departement ? "prevuDepartement" : "prevuEtat", force: 1 };
  }
  if (moment === "realise") {
    if (isTotal && !/subvention/.test(text)) return { role: "realise", force: strengthOf(text) };
    return { role: departement ? "departement" : "due", force: 2 };
  }
  if (!isTotal) return { role: departement ? "part-departement" : "part-etat", force: 1 };
  const role = roleOf(text);
  return { role: role === "total" || role === "montant" ? "part-total" : "label", force: 1 };
}

/** Of several amounts of expense, the one that was paid and that is the total of its parts. */
function strengthOf(text: string): number {
  const isWhole = /\btota(?:l|ux|les?)\b|\bglobal|cumul/.test(text) ? 1 : 0;
  const isExpense = DEPENSES.test(text) ? 0.5 : 0;
  return isWhole + isExpense + (/engage/.test(text) ? 1 : SPENT.test(text) ? 3 : 2);
}

/** What a column of a réalisé or of a bilan is for. Lines of two-line headers are read together, the lowest first. */
export function sensOf(header: readonly string[]): Sens {
  const lines = header.map(plainHeader).filter((line) => line !== "");
  const text = lines.join(" ");
  const own = lines.at(-1) ?? "";
  const as = (role: RoleDeBilan): Sens => ({ role, force: 1 });
  if (text === "") return as("label");
  if (JUSTIFICATION.test(text) && !/depenses? justif/.test(text)) return as("justification");
  if (CODE.test(text)) return as("code");
  const role = roleOf(own);
  if (role === "fiche" || role === "axe" || role === "annee") return as(role);
  if (OTHER_THING.test(text)) return as("autre-chose");
  if (TAUX.test(text)) return as(tauxOf(text));
  if (LABEL.test(own)) return as("label");
  if (COUNT.test(text)) return as("autre-chose");
  const { etat, departement } = financersIn(text);
  return namedOf(text, etat, departement) ?? shareOf(lines, text);
}

/** True for a header that says of its amounts that they were spent; "Dépenses" alone may be planned. */
export function saysSpent(header: string): boolean {
  return SPENT.test(plainHeader(header));
}

/** Roles that only a statement of expenses has: a plan, a budget and a payment schedule have none of them. */
export function saysExecution(role: RoleDeBilan): boolean {
  return role === "realise" || role === "eligible" || role === "ineligible";
}
