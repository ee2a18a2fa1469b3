/** Words of payments: what a column or a line is for, and which blocks a payment covers. */
import { plainText } from "../domain/amount";
import { classementOf, type Bloc, type Classement, type Part } from "../domain/bloc";
import { yearOf } from "../domain/years";

export type ChampDeVersement = "base" | "taux" | "avance" | "du" | "verse" | "solde" | "tropPercu";

const CHAMPS: readonly (readonly [RegExp, ChampDeVersement])[] = [
  [/^taux\b|^%|^pourcentage|^quotite|\ben ?%$/, "taux"],
  [/trop[- ]?(?:percu|verse)|\bindus?\b|a rembourser|reversement/, "tropPercu"],
  [/\bsolde\b|reste a (?:verser|payer)|restant a (?:verser|payer)/, "solde"],
  [/\bavances?\b|\bacomptes?\b|(?:premier|1er) versement|versement (?:initial|unique|a la signature)/, "avance"],
  [/deja (?:verses?|payes?|percus?)|versements? effectues?|(?:montants?|sommes?|credits?) (?:verses?|payes?)/, "verse"],
  [/\bdue?s?$|montant du\b(?! (?:volet|projet|plan|contrat|cd|departement))/, "du"],
  [
    /previsionnel|\b(?:montants?|plafonds?|enveloppes?|subventions?)\b|^credits?\b|participation|contribution|^etat$|part (?:de l')?etat|^base\b|^assiette\b/,
    "base",
  ],
];

/** What a header or a label of a payment is for, or null when it names nothing of the kind. */
export function champOf(label: string): ChampDeVersement | null {
  const text = plainText(label)
    .replace(/\([^)]*\)/g, " ")
    .replace(/\d+(?:[.,]\d+)? ?%/g, " ")
    .replace(/[:*]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return CHAMPS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Words of a bilan or a statement of expenses: their columns are not a payment's. */
const BILAN = /realise|eligible|execution|mandate|consomme|reliquat/;

export function isBilan(header: string): boolean {
  return BILAN.test(plainText(header));
}

export interface Objet {
  readonly blocs: readonly Bloc[];
  readonly part: Part | null;
  readonly year: number | null;
}

const VOLETS =
  /\b(?:volets?|v)\s*(?:n° ?)?[123](?:\s*(?:,|et|\+|&|-|\/)\s*(?:(?:du|le|au) )?(?:volets?|v)?\s*[123]\b)*/g;

const OF_PART: Readonly<Record<Part, readonly Bloc[]>> = {
  solidarites: ["axe-1", "axe-3", "axe-4"],
  emploi: [],
  "hors-pacte": ["tourcoing"],
};

/**
 * What a label says is paid: "Volets 1 et 2", "V1+V2", "Axe 3", "Solidarités" (its three axes), "Tourcoing". The emploi
 * part has several payments: its name alone names no block.
 */
export function objetOf(label: string): Objet {
  const text = plainText(label);
  const year = yearOf(label);
  const volets = new Set([...text.matchAll(VOLETS)].flatMap(([found]) => found.match(/[123]/g) ?? []));
  if (volets.size > 0) {
    const blocs = [...volets]
      .sort()
      .map((volet): Bloc => (volet === "1" ? "volet-1" : volet === "2" ? "volet-2" : "volet-3"));
    return { blocs, part: "emploi", year };
  }
  const classement: Classement | null = classementOf(label);
  if (!classement) return { blocs: [], part: null, year };
  const several = /\baxes\b|\bpiliers\b/.test(text);
  const blocs = classement.bloc !== null && !several ? [classement.bloc] : OF_PART[classement.part];
  return { blocs, part: classement.part, year };
}

/** What a label says, completed by the words above it where it says nothing itself. */
export function objetWithin(label: string, around: readonly string[]): Objet {
  const own = objetOf(label);
  if (own.part !== null) return own;
  const above = around.map(objetOf).find(({ part }) => part !== null);
  return { blocs: above?.blocs ?? [], part: above?.part ?? null, year: own.year };
}
