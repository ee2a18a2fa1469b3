/**
 * Words without which no reader finds anything in a row. Asked once of each text of a workbook: most rows hold figures,
 * names and dates, and need no closer look by anybody. A hint promises nothing; its absence does.
 */
import { simplified } from "../domain/amount";

/** Bits, one for each question that readers ask. */
export const HINT = {
  /** Headers of plans and budgets. */
  etat: 1 << 0,
  /** Words that a header of a réalisé or of a bilan cannot do without. */
  bilan: 1 << 1,
  /** Headers of flux and stock, in their row or the one above. */
  flux: 1 << 2,
  /** Months, dominantes, actors. */
  matrice: 1 << 3,
  /** Labels of a table of persons that is turned. */
  tourne: 1 << 4,
  /** Names of territories that lines describe. */
  bassin: 1 << 5,
  /** Splits in words. */
  repartition: 1 << 6,
  /** Headers of imputations. */
  imputation: 1 << 7,
  /** Fields of a block of imputations. */
  champDImputation: 1 << 8,
  /** Sentences with a code activité. */
  activite: 1 << 9,
  /** Headers that are known by their words: earmarks, commitments, planned expenses. */
  entete: 1 << 10,
  /** An advance or a balance. */
  versement: 1 << 11,
  /** Whatever else a payment's line says: its base, its rate, what it pays. */
  champDeVersement: 1 << 12,
  /** Headers of indicators. */
  indicateur: 1 << 13,
  /** Fields of a bank identity. */
  banque: 1 << 14,
  /** "Nature des dépenses". */
  nature: 1 << 15,
  /** Numbers in words. */
  lettres: 1 << 16,
  /** Names and numbers of blocks. */
  bloc: 1 << 17,
  /** Headers of tables that are nearly recognised. */
  presque: 1 << 18,
} as const;

/** Every text that the readers' own patterns would take must be taken here; one too many costs a look, no more. */
const WORDS: Readonly<Record<keyof typeof HINT, RegExp>> = {
  etat: /etat|ddets|dreets|drieets|deets|prefecture|ministeriel|(?:bop|programme|prog\.|\bp) ?(?:304|102)|^\(?a\b/,
  bilan:
    /realis|execut|mandat|consomm|depens|decaiss|eligible|retenu|justifi|acquitt|constat|effectu|paye|factur|verse|solde|reliquat/,
  flux: /flux|entrant|entree|entres? en|nouveau|integr/,
  matrice:
    /^(?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)|emploi|professionnel|equilibre|socio|mixte|mobilisation|social|^(?:france travail|pole|departement|conseil|ressource|partenaire|mission|cap |association|autre|delegataire)|^(?:ft|pe|cd(?: ?\d{2,3})?|ccas|plie|etat|ddets)$/,
  tourne:
    /flux|entrant|entree|stock|active|emploi|mobilis|quilibr|^(?:jan|fev|mar|avr|mai|juin|juil|ao|sep|oct|nov|dec)/,
  bassin: /bassin|territoire|ville|commune|perimetre/,
  repartition: /etp|emploi|mobilisation/,
  imputation:
    /prog|bop|action|article|code|activit|imputation|montant|credit|\bae\b|\bcp\b|participation|etat|total|dotation|enveloppe|subvention|budget/,
  champDImputation: /^(?:programme|action|sous|code|activite|gm)/,
  activite: /activite/,
  entete: /propos|^natures? d|^(?:montant|credit|budget|financement|total|part|etat)|flech/,
  versement: /solde|reste|restant|avance|acompte|versement/,
  champDeVersement:
    /%|taux|pourcentage|quotite|trop|indu|rembourser|reversement|deja|verse|paye|\bdue?s?\b|montant|somme|prevision|plafond|enveloppe|subvention|credit|participation|contribution|etat|base|assiette/,
  indicateur: /indicateur|intitule|libelle/,
  banque:
    /siret|etab|\bets\b|banque|bancaire|guichet|agence|(?<![a-z\d])cle|compte|iban|bic|swift|titulaire|denomination|raison/,
  nature: /nature/,
  lettres: /cent|mill|vingt|dix|euro/,
  presque:
    /etat|ddets|departement|\bcd\b|collectivite|avance|solde|verse|programme|sous-action|code|indicateur|realis|execut|mandat|propos|autoris|nature|thematique|action|participation|subvention|financ|credit|dotation|enveloppe|montant|budget|total/,
  bloc: /volet|\bv ?(?:n° ?)?\d|axe|pilier|tourcoing|convention|pacte|contrat|renove|experimentation|deploiement|emploi|reforme|projet|solution|amplifier|pauvrete|inegalites|exclusion|droits|transition|solidarite|travail/,
};

const ANY = new RegExp(
  Object.values(WORDS)
    .map(({ source }) => source)
    .join("|"),
);
const QUESTIONS = (Object.keys(WORDS) as (keyof typeof HINT)[]).map((name) => [HINT[name], WORDS[name]] as const);

const KNOWN = new Map<string, number>();
const MOST_KNOWN = 200_000;

/** The hints that a text gives, as bits of HINT; 0 for most. */
export function hintsOf(text: string): number {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const plain = simplified(text);
  let hints = 0;
  if (ANY.test(plain)) for (const [bit, words] of QUESTIONS) if (words.test(plain)) hints |= bit;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(text, hints);
  return hints;
}
