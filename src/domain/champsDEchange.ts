/** What a column of a file of persons is for, the words that name it, and the values that it is held to. */
import { plainText } from "./amount";

/** What the cells of a column hold: which form, which list they are held against. "libre" where the source names none. */
export type Contenu =
  | "libre"
  | "nir"
  | "naissance"
  | "date"
  /** A day that may be to come. */
  | "date-prevue"
  | "code-postal"
  | "courriel"
  | "telephone"
  | "commune"
  | "departement"
  | "matricule"
  | "statut"
  | "organisme"
  | "parcours"
  | "contrat"
  | "oui-non";

export interface ChampDEchange {
  /** As the convention names it: the only name that findings show. */
  readonly nom: string;
  readonly contenu: Contenu;
  /** False for what the source leaves to some partners, and for parts of another column. */
  readonly isRequis: boolean;
  /** Several columns may share the datum: two telephones, the lines of an address. */
  readonly isMultiple: boolean;
  /** A person cannot be told without it: an empty cell is a fault. */
  readonly isIdentite: boolean;
  /** Words of a header, in the form of `headerWords`. */
  readonly mots: RegExp;
  /** For names that the convention imposes: other words of the header, known and to be put right. */
  readonly autresMots: RegExp | null;
  /** The words that a misspelt header is held against. */
  readonly graphies: readonly string[];
}

/** A header in the form in which it is compared: no accents, case, punctuation, remarks in brackets. */
export function headerWords(header: string): string {
  return plainText(header.replace(/\([^)]*\)/g, " "))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

const LIBRE = {
  contenu: "libre",
  isRequis: true,
  isMultiple: false,
  isIdentite: false,
  autresMots: null,
} as const;

/** A column whose header is free, as long as it says what it is for. */
export function champLibre(
  nom: string,
  mots: RegExp,
  graphies: readonly string[],
  rest: Partial<ChampDEchange> = {},
): ChampDEchange {
  return { ...LIBRE, nom, mots, graphies, ...rest };
}

/** A column whose name is the convention's own. */
export function champNomme(nom: string, rest: Partial<ChampDEchange> = {}): ChampDEchange {
  const words = headerWords(nom);
  return { ...LIBRE, nom, mots: new RegExp(`^${words}$`), graphies: [words], ...rest };
}

/** Values that the convention lists, as plain text; `dites` is how a sentence says them. */
export const LISTES: Readonly<Partial<Record<Contenu, { readonly valeurs: RegExp; readonly dites: string }>>> = {
  // DEM and CJT are the Cnaf's own short forms.
  statut: { valeurs: /^(?:dem(?:andeu(?:r|se))?|cjt|conj(?:ointe?)?)\b/, dites: "demandeur ou conjoint" },
  organisme: { valeurs: /\b(?:caf|msa)(?=\d*\b)/, dites: "CAF ou MSA" },
  parcours: {
    valeurs: /\b(?:sociale?|socio[ -]?pro(?:fessionnel(?:le)?)?|pro|professionnel(?:le)?)\b/,
    dites: "social, socioprofessionnel ou professionnel",
  },
  contrat: { valeurs: /^(?:cer|ppae)$/, dites: "CER ou PPAE" },
  "oui-non": { valeurs: /^(?:oui|non)$/, dites: "oui ou non" },
};
