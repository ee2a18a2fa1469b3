/**
 * The blocks of the contract: axes of the solidarités, volets of the emploi part, and the line outside the pact.
 * A block decides who pays what share and on which code.
 */
import { plainText } from "./amount";

export type Bloc = "axe-1" | "axe-3" | "axe-4" | "volet-1" | "volet-2" | "volet-3" | "tourcoing";

/** In the order of the plan de financement. */
export const BLOCS: readonly Bloc[] = ["axe-1", "axe-3", "axe-4", "volet-1", "volet-2", "volet-3", "tourcoing"];

export type Part = "solidarites" | "emploi" | "hors-pacte";

/** What labels tell of a row: its part, and its block where they say that much. */
export interface Classement {
  readonly part: Part;
  readonly bloc: Bloc | null;
}

const PART_OF: Readonly<Record<Bloc, Part>> = {
  "axe-1": "solidarites",
  "axe-3": "solidarites",
  "axe-4": "solidarites",
  "volet-1": "emploi",
  "volet-2": "emploi",
  "volet-3": "emploi",
  tourcoing: "hors-pacte",
};

export function partOf(bloc: Bloc): Part {
  return PART_OF[bloc];
}

/** Officers' words for a block; how each is called in a sentence. */
export const BLOC_LABEL: Readonly<Record<Bloc, string>> = {
  "axe-1": "l'axe 1",
  "axe-3": "l'axe 3",
  "axe-4": "l'axe 4",
  "volet-1": "le volet 1",
  "volet-2": "le volet 2",
  "volet-3": "le volet 3",
  tourcoing: "la convention particulière (hors pacte)",
};

/** How annexe 1.b names each block (L2187-2204). */
export const INTITULE_DE_BLOC: Readonly<Record<Bloc, string>> = {
  "axe-1": "Axe Prévenir la pauvreté et lutter contre les inégalités dès l'enfance",
  "axe-3": "Axe Lutter contre la grande exclusion grâce à l'accès aux droits",
  "axe-4": "Axe Construire une transition écologique solidaire",
  "volet-1": "Préparer l'application de la loi Plein emploi",
  "volet-2": "Amplifier la politique d'accès à l'emploi pour tous",
  "volet-3": "Accompagnement rénové des allocataires du RSA",
  tourcoing: "Convention particulière (hors pacte)",
};

/** In order: what is most telling first. The names of the blocks come from the contract, art. 2.2 and 2.3. */
const PATTERNS: readonly (readonly [RegExp, Bloc])[] = [
  [/\bvolet\s*(?:n°\s*)?(?:1|i|un)\b|\bv1\b/, "volet-1"],
  [/\bvolet\s*(?:n°\s*)?(?:2|ii|deux)\b|\bv2\b/, "volet-2"],
  [/\bvolet\s*(?:n°\s*)?(?:3|iii|trois)\b|\bv3\b/, "volet-3"],
  [/tourcoing|convention particuliere|hors pacte|hors contrat/, "tourcoing"],
  [/accompagnement renove|experimentation france travail|deploiements? territorialis/, "volet-3"],
  [/loi (?:pour le )?plein emploi|mise en place d[eu] (?:la )?(?:reforme|projet) france travail/, "volet-1"],
  [/offre de solutions|amplifier la politique d'acces a l'emploi/, "volet-2"],
  [/prevenir la pauvrete|prevention de la pauvrete|inegalites des l'enfance/, "axe-1"],
  [/grande exclusion|grande pauvrete|acces aux droits/, "axe-3"],
  [/transition (?:ecologique|solidaire)/, "axe-4"],
  [/\b(?:axe|pilier)\s*(?:n°\s*)?1\b/, "axe-1"],
  [/\b(?:axe|pilier)\s*(?:n°\s*)?3\b/, "axe-3"],
  [/\b(?:axe|pilier)\s*(?:n°\s*)?4\b/, "axe-4"],
];

/** Block and part that a label names, or null when it names none. */
export function classementOf(label: string): Classement | null {
  const text = plainText(label);
  const found = PATTERNS.find(([pattern]) => pattern.test(text));
  if (found) return { part: PART_OF[found[1]], bloc: found[1] };
  if (/\bsolidarites?\b/.test(text) && !/emploi|total financier|contrat local|pacte local/.test(text)) {
    return { part: "solidarites", bloc: null };
  }
  if (/\bemploi\b|france travail|\baxe\s*2\b|\bpilier\s*2\b/.test(text) && !/solidarite/.test(text)) {
    return { part: "emploi", bloc: null };
  }
  return null;
}

/** Every block that a label names by its number: "Volets 1 et 2", "V1 + V2", "Axes 1 et 3". */
export function numberedBlocs(label: string): Bloc[] {
  const text = plainText(label);
  if (!/\d/.test(text)) return [];
  const numbers = (word: string): string[] =>
    [
      ...text.matchAll(
        new RegExp(
          `\\b(?:${word})s?\\s*(?:n°\\s*)?(\\d(?!\\d)(?:\\s*(?:,|et|\\+|&|/)\\s*\\d(?!\\d|\\s\\d|[.,]\\d))*)`,
          "g",
        ),
      ),
    ].flatMap(([, list = ""]) => list.match(/\d/g) ?? []);
  const named = [
    ...numbers("axe|pilier").map((number) => `axe-${number}`),
    ...[...numbers("volet"), ...(text.match(/\bv\d\b/g) ?? []).map((name) => name.slice(1))].map(
      (number) => `volet-${number}`,
    ),
  ];
  // "Volet 3 et hors pacte" names both; "hors pacte" alone is told by the words.
  if (named.length > 0 && /tourcoing|hors pacte|convention particuliere/.test(text)) named.push("tourcoing");
  return [...new Set(named)].filter((name): name is Bloc => name in PART_OF);
}

/**
 * What a fiche number tells when no label does. Axis 2 of the national contract is the emploi part; its actions are
 * numbered by volet in the source (2.1, 2.2, 2.3), which others need not follow: the volet stays unknown.
 */
export function classementOfFiche(fiche: string): Classement | null {
  const axe = fiche.split(".")[0];
  if (axe === "1" || axe === "3" || axe === "4") return { part: "solidarites", bloc: `axe-${axe}` };
  return axe === "2" ? { part: "emploi", bloc: null } : null;
}

/** "Volet 2 – …", "2.1 Axe 3 : …"; not a title that mentions the axis of another plan. */
const OPENS_WITH_BLOC = /^[\d.\s:–—-]*(?:axe|pilier|volet|v)\s*(?:n°\s*)?\d/;

/**
 * What the words and the number of an action tell of its block, the surest first. A title that numbers its volet or
 * axis says it, and its words tell one volet of the emploi part from another; but "accès aux droits" may stand in the
 * title of an action of any axis.
 * @param axe the label of the block that the action stands in; "" where there is none
 */
export function classementsOfAction({
  label,
  axe,
  fiche,
}: {
  readonly label: string;
  readonly axe: string;
  readonly fiche: string | null;
}): Classement[] {
  const [own, ofAxe] = [classementOf(label), classementOf(axe)];
  const ofNumber = fiche === null ? null : classementOfFiche(fiche);
  const isNumbered = numberedBlocs(axe).length > 0;
  // The line outside the pact has no number of its own; an action of a volet may be in the same town.
  const isOutside = own?.part === "hors-pacte" && !(isNumbered && fiche !== null);
  const isNamed = isOutside || OPENS_WITH_BLOC.test(plainText(label));
  const tellsVolet = own?.part === "emploi" && ofAxe?.part !== "solidarites" && !isNumbered;
  const ordered = isNamed || tellsVolet ? [own, ofAxe, ofNumber] : [ofAxe, ofNumber, own];
  return ordered.filter((classement) => classement !== null);
}
