/** What labels say: roles of columns, kinds of rows, numbers of fiches, units. Accents, case and breaks do not count. */
import { plainText, type Unit } from "../domain/amount";

export type ColumnRole =
  "etat" | "departement" | "total" | "autre" | "taux" | "montant" | "annee" | "fiche" | "axe" | "label";

/** Words of tables that are not ours to read as a plan: bilans, payments, expenses really made. */
const OTHER_TABLE =
  /realise|eligible|\bsolde\b|trop[- ]?percu|\bavance\b|deja verse|execut|reliquat|mandate|consomme|depenses? (?:justifi|constat|effectu|acquitt|payee|reelle|certifi)/;

/** True when a header belongs to a bilan, a payment schedule or a statement of expenses. */
export function isOtherTable(header: string): boolean {
  return OTHER_TABLE.test(plainText(header));
}

/** The State, its services in a département or a region, or the programme that it pays from where that is all that is said. */
const ETAT =
  /\betat\b|\bddets(?:pp)?\b|\b(?:dreets|drieets|deets)\b|\bprefecture\b|\bministeriels?\b|^(?:(?:credits?|part|montants?|financements?|participation) )?(?:bop|programme|prog\.|p) ?(?:304|102)$|^a$|^\(a\)$/;
/** "Dép." alone is short for it; before other words it is short for expenses. */
const DEPARTEMENT =
  /\bcd\b|\bc\.d\.|\bcd ?\d{2,3}\b|\bcons(?:eil|\.) (?:dep|dpt|gen)|\bdepartement\b|departementa(?:l|ux|les?)\b|\bcollectivite\b|\bcea\b|\bde?pt\b|^(?:(?:credits?|part|montants?|financements?|participation) )?(?:du )?dep\.?$|^b$|^\(b\)$/;
const TOTAL =
  /\btota(?:l|ux|le|les)\b|budget (?:global|de l'action|previsionnel)|\bcouts?\b|\bglobal\b|\bensemble\b|a ?\+ ?b|^cumul$|^sommes?$|^c$|^\(c\)$/;
/** Headers that mean the total where no other column says so. */
const AMOUNT = /^budgets?$|^montants?$|\bttc\b/;
/** "État" as a state of things: of works, of staff, of persons. */
const OTHER_ETAT = /\betat (?:des?|du|d'|civil|general|actuel|initial|final|physique)\b/;
const OTHER_FINANCER =
  /\bautres?\b|\bfse\b|\bcaf\b|\bepci\b|\bcommunes?\b|\bregion\b|\bmetropole\b|\bars\b|\bfondation\b/;
const RATE = /^taux|\btaux\b|^%|% ?(?:etat|cd|dep|de)|en ?%|\(%\)|pourcentage|quotite/;
const YEAR = /^(?:annees?|exercices?|millesimes?)$/;
const FICHE =
  /n° ?(?:de )?(?:la )?(?:fiche|action)|(?:fiche|action)s?(?: action)? n°|^n°$|^fiches?$|^ref(?:erence)?\.?$|^numero|^code action$/;
const AXE = /^axes?\b|^volets?\b|^piliers?\b|^axe\b|axes? (?:de|et|\/)|^thematiques?$/;

/** Text of a header, ready for the patterns: "N°" in one spelling, sizes such as "(50 %)" dropped. */
function headerText(header: string): string {
  return plainText(header)
    .replace(/\bn[º°o]\.?(?=\s|$)|\bnum\./g, "n°")
    .replace(/\d+(?:[.,]\d+)? ?%/g, "")
    .replace(/[«»"*:]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The role that a column's header gives it. */
export function roleOf(header: string): ColumnRole {
  const text = headerText(header);
  // "dont report État 2023" is inside another column: no share of its own.
  if (text === "" || /^dont\b/.test(text)) return "label";
  if (RATE.test(text)) return "taux";
  if (YEAR.test(text)) return "annee";
  if (FICHE.test(text)) return "fiche";
  if (AXE.test(text)) return "axe";
  const etat = ETAT.test(text) && !OTHER_ETAT.test(text);
  const departement = DEPARTEMENT.test(text);
  if (/a ?\+ ?b/.test(text) || (etat && departement)) return "total";
  if (OTHER_FINANCER.test(text)) return "autre";
  if (departement) return "departement";
  if (etat) return "etat";
  if (TOTAL.test(text)) return "total";
  return AMOUNT.test(text) ? "montant" : "label";
}

/** Who a header or a label says pays; "État d'avancement" names nobody. */
export function financersIn(header: string): {
  readonly etat: boolean;
  readonly departement: boolean;
  readonly autre: boolean;
} {
  const text = headerText(header);
  return {
    etat: ETAT.test(text) && !OTHER_ETAT.test(text),
    departement: DEPARTEMENT.test(text),
    autre: OTHER_FINANCER.test(text),
  };
}

/** Which share a rate is of: "Taux État", "% CD"; null when the header does not say. */
export function rateSubject(header: string): "etat" | "departement" | null {
  const text = headerText(header);
  const etat = ETAT.test(text);
  const departement = DEPARTEMENT.test(text);
  if (etat === departement) return null;
  return etat ? "etat" : "departement";
}

const UNIT_WORDS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:k ?€|k ?eur(?:os?)?|milliers? d'? ?(?:€|euros?))$/, "k€"],
  [/^(?:m ?€|m ?eur(?:os?)?|millions? d'? ?(?:€|euros?))$/, "M€"],
  [/^(?:€|eur|euros?)$/, "€"],
];

function unitWord(text: string): Unit | null {
  return UNIT_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const ANNOUNCED_UNIT =
  /(?:\ben|unites? ?:?|montants? ?:?)\s+(k ?€|k ?eur(?:os?)?\b|milliers? d'? ?(?:€|euros?)|m ?€|m ?eur(?:os?)?\b|millions? d'? ?(?:€|euros?)|€|euros?\b)/;

/** The unit that a header or a line above a table announces ("Montants en k€", "Part État (k€)"), or null. */
export function announcedUnit(text: string): Unit | null {
  const plain = plainText(text);
  const announced = ANNOUNCED_UNIT.exec(plain)?.[1];
  if (announced) return unitWord(announced.trim());
  const bracket = /[([]\s*([^()[\]]{1,20})\s*[)\]]\s*$/.exec(plain)?.[1];
  return unitWord((bracket ?? plain).trim());
}

/** A column of remarks about the rows: it names none of them. */
export function isRemark(header: string): boolean {
  return /^(?:observation|commentaire|remarque|sources? ?(?:\(|$))/.test(plainText(header));
}

/** Which of the two plans of an avenant a header speaks of; null for a plan that stands alone. */
export function versionOf(header: string): "avant" | "apres" | null {
  const text = plainText(header);
  if (/\bavant (?:l'|cet )?avenant|\ben vigueur\b|\bplan initial\b/.test(text)) return "avant";
  return /\bapres (?:l'|cet )?avenant|\bplan (?:modifie|revise)\b/.test(text) ? "apres" : null;
}

export type RowKind = "detail" | "sous-total" | "total" | "dont";

/** The kind of row that its label cells announce. */
export function rowKindOf(labels: readonly string[]): RowKind {
  for (const label of labels) {
    const text = plainText(label)
      .replace(/^σ/, "total ")
      .replace(/^[^a-z\d]+/, "");
    if (/^(?:sous|s\/|s)[- ]?tota(?:l|ux)\b|^s\/?t\b|^sub ?total\b/.test(text)) return "sous-total";
    if (/^(?:total|montants?) +(?:de |du |de la |de l')?(?:axe|volet|pilier|bloc|programme)\b/.test(text)) {
      return "sous-total";
    }
    if (/^tota(?:l|ux)\b|^ensemble\b|^cumul\b|^montant total\b|\btotal(?: general)?$/.test(text)) return "total";
    if (/^dont\b/.test(text)) return "dont";
  }
  return "detail";
}

/** The number of a fiche that a cell is ("1.1", 1.1, "Fiche 2.2.1", "FA n° 3.1.") or starts with, or null. */
export function ficheNumber(text: string): string | null {
  const plain = plainText(text).replace(/\bn[º°o]\.?\s*/g, "");
  const match =
    /^(?:(?:fiche|action|sous-action|fa|fiche action|fiche-action)s?\s*[:.-]?\s*)?(\d{1,2}(?:\.\d{1,2})+)(?=$|[\s.:)–—-])/.exec(
      plain,
    );
  return match?.[1] ?? null;
}

/** The one fiche number that a title names ("Budget prévisionnel de l'action 1.1.1"), or null. */
export function ficheInTitle(title: string): string | null {
  const plain = plainText(title).replace(/\bn[º°o]\.?\s*/g, "");
  const numbers = new Set(
    [...plain.matchAll(/(?<![\d.,])(\d{1,2}(?:\.\d{1,2}){1,3})(?![\d]|[.,]\d)/g)].map((m) => m[1]),
  );
  const [first] = numbers;
  return numbers.size === 1 && first !== undefined && /\b(?:action|fiche|fa|budget)\b|^\d/.test(plain) ? first : null;
}

/** The number of a fiche in a sheet's name ("1.1.1", "Fiche 2.2", "FA_3.1"), or null. */
export function ficheInSheetName(name: string): string | null {
  return /(?<![\d.])(\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.])/.exec(name)?.[1] ?? null;
}
