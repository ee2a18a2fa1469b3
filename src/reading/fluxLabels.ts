/** What the headers and labels of tables of persons say: who is counted, when, where. */
import { plainText } from "../domain/amount";
import { roleOf } from "./labels";
import type { ChampDeFlux, FluxStock } from "./fluxStockTables";

/** Words of persons: a stock of goods and a flux of money are none of ours. */
const PERSONS =
  /allocataire|\bb?rsa\b|brsa|beneficiaire|\bpersonnes?\b|\bjeunes?\b|\bmenages?\b|integr|accompagn|insertion|\bentrants?\b|file active|demandeurs? d'emploi|france travail/;
const MONEY =
  /€|\beuros?\b|montant|budget|credit|participation|depense|subvention|financ|\bcouts?\b|tresorerie|\bprix\b/;

export function namesPersons(text: string): boolean {
  return PERSONS.test(plainText(text));
}

/** Words of the RSA: a calendar by month is the most common of tables. */
const RSA = /\bb?rsa\b|allocataire|file active|france travail|reprise (?:du|de) stock|plan de reprise/;

export function namesRsa(text: string): boolean {
  return RSA.test(plainText(text));
}

export function namesMoney(text: string): boolean {
  return MONEY.test(plainText(text));
}

const FLUX = /\bflux\b|\bentrants?\b|\bentrees?\b|\bnouveaux? (?:allocataires|beneficiaires|brsa|publics?)/;
const MENSUEL = /mensuel|par mois|\/ ?mois|chaque mois/;
const STOCK = /\bstock\b|file active|deja (?:allocataires|accompagnes|presents)|\banciens allocataires/;
const BASSIN =
  /(?:b?rsa|allocataires|beneficiaires|nombre total)\b.*\bbassin\b|population (?:totale|b?rsa)|ensemble des (?:b?rsa|allocataires) d/;
const MOIS = /^(?:nombre de |nb\.? (?:de )?)?mois\b|^duree\b.*mois|^duree$/;
const INTEGRES = /integre?s?\b|integration|\bentres? en parcours/;
const TOTAL = /\btotal\b|\bcibles?\b|objectif|\bensemble\b|\beffectifs?\b|\bconcernes?\b|relevant|\ba accompagner\b/;

/** What a column of persons is for: a count, the months, a rate; "label" for the others. */
export type RoleDeFlux = ChampDeFlux | "mois" | "taux" | "label";

export function roleDeFlux(header: string): RoleDeFlux {
  const text = plainText(header);
  if (/^dont\b/.test(text)) return "label";
  if (roleOf(header) === "taux" || /^%/.test(text)) return "taux";
  if (MOIS.test(text)) return "mois";
  const isBoth = FLUX.test(text) && STOCK.test(text);
  if (isBoth || /total.*file active|file active.*total/.test(text)) return "total";
  if (FLUX.test(text)) return MENSUEL.test(text) ? "mensuel" : "flux";
  if (STOCK.test(text)) return "stock";
  if (BASSIN.test(text)) return "bassin";
  if (INTEGRES.test(text) || TOTAL.test(text)) return "total";
  return "label";
}

/** Who a title, a header or a section counts: those concerned, those who were integrated, else its own words. */
export function publicOf(text: string): string | null {
  const plain = plainText(text);
  if (INTEGRES.test(plain)) return "integres";
  if (/\bsorti(?:s|es?|ants?)?\b|sorties\b/.test(plain)) return "sorties";
  if (/relevant|concerne|orient|eligible/.test(plain)) return "concernes";
  return null;
}

const STRIPPED =
  /\([^)]*\)|\*+|\b(?:ville|commune|territoire|bassin(?: d'emploi)?|secteur|site|antenne|ca|cc|communaute d'agglomeration) (?:de la |de |du |des |d')?|^(?:[-–•·▪]\s*)+|\bpour \d+ mois\b|\bsur \d+ mois\b|\d+ ?%/g;
const NO_TERRITOIRE =
  /^(?:sous[- ]?)?tota(?:l|ux)\b|^ensemble\b|^nombre\b|^nb\b|^taux\b|^dont\b|^departement$|^flux\b|^stock\b|^cumul\b|^part\b|^moyenne\b|^source|^reprise\b|\d{2}/;

/** The name of a territory as it is compared, or null where the label names none. */
export function territoireOf(label: string): string | null {
  const plain = plainText(label)
    .replace(STRIPPED, " ")
    .replace(/[:;.,"«»]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!/[a-z]{3}/.test(plain) || plain.length > 60 || NO_TERRITOIRE.test(plain)) return null;
  return plain;
}

/** Months that a label counts: "(pour 9 mois)", "sur 8 mois", "flux annuel". */
export function moisDans(text: string): number | null {
  if (/\bflux annuel/.test(plainText(text))) return 12;
  const months = Number(/(?:pour|sur|\b)\s*(\d{1,2}) mois\b/.exec(plainText(text))?.[1] ?? NaN);
  return months >= 1 && months <= 48 ? months : null;
}

/** A rate that a label or a title announces ("Dunkerque (80 %)"), as it is written; null for none or several. */
export function tauxDans(text: string): string | null {
  const rates = [...text.matchAll(/(?<![\d.,])\d{1,3}(?:[.,]\d+)?[\s\u00A0\u202F]?%/g)].map(([rate]) => rate);
  return rates.length === 1 ? (rates[0] ?? null) : null;
}

export function stadeOf(texts: readonly string[]): FluxStock["stade"] {
  const isDone = /\brealis|\batteinte?s?\b|\bconstate|\bbilan\b|\breels?\b/;
  return texts.some((text) => isDone.test(plainText(text))) ? "realise" : "prevu";
}

export const MONTHS: readonly RegExp[] = [
  /^janv/,
  /^fev/,
  /^mars/,
  /^avr/,
  /^mai\b/,
  /^juin/,
  /^juil/,
  /^aout/,
  /^sept/,
  /^oct/,
  /^nov/,
  /^dec/,
];

/** Dominantes of the accompaniment, with the words that name each. */
export const DOMINANTES: readonly (readonly [string, RegExp])[] = [
  ["emploi", /^(?:dominante |parcours |accompagnement )?(?:dit )?"?(?:emploi|professionnel)/],
  ["équilibre", /^(?:dominante |parcours |accompagnement )?(?:dit )?"?(?:equilibre|socio|mixte)/],
  ["remobilisation", /^(?:dominante |parcours |accompagnement )?(?:dit )?"?(?:re-?mobilisation|social)/],
];

/** Actors of the accompaniment, as columns of posts. */
export const ACTEURS =
  /^(?:france travail|ft|pole emploi|pe|departement|conseil departemental|cd(?: ?\d{2,3})?|ressources? locales?|partenaires?|missions? locales?|cap emploi|ccas|plie|etat|ddets|associations?|autres?(?: acteurs?)?|delegataires?)$/;

/** The dominante that a text names; null for none. */
export function dominanteOf(text: string): string | null {
  const plain = plainText(text).replace(/[«»"]/g, "").trim();
  return DOMINANTES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
