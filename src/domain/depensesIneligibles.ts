/**
 * Natures of expense that the State does not pay in the emploi part, as data: the contract (art. 2.3) and the convention
 * (art. 4.2) name them in the same words. What a label says is matched on plain text: lower case, without accents.
 */
import { plainText } from "./amount";
import type { Span } from "./clauses";
import type { Source } from "./source";

export interface DepenseIneligible {
  readonly id: string;
  /** What the convention calls it, for a sentence: "relève des …". */
  readonly nature: string;
  readonly span: Span;
  readonly source: Source;
  /** Words that name the expense whatever surrounds them. */
  readonly always: RegExp | null;
  /** Words that name it unless the label is about something else. */
  readonly words: RegExp | null;
  /** What makes `words` mean something else. */
  readonly unless: RegExp | null;
}

/** The contract covers 2024 to 2027; the convention repeats it for the emploi part. */
const SPAN: Span = { from: 2024, to: 2027 };
const COURANTES: Source = { article: "Convention emploi, art. 4.2 ; contrat, art. 2.3", lines: [251, 715] };
const INVESTISSEMENT: Source = { article: "Convention emploi, art. 4.2 ; contrat, art. 2.3", lines: [253, 717] };

const BENEFICIAIRES =
  "allocataires?|beneficiaires?|demandeu(?:rs?|ses?) d'emploi|publics?|personnes accompagnees|jeunes|usagers|femmes|parents|participants?|stagiaires|salaries en insertion|gardes? d'enfants?|permis|mobilite|scolaires?|aides? (?:a|au|aux|individuelles?)|coups? de pouce";
const PERSONNEL =
  "personnels?|agents|professionnels|equipes|referents|conseillers|salaries|services(?! aux)|travailleurs sociaux|intervenants|charges? de mission|coordinateurs|coordinatrices|encadrants|cadres";
/** Between a thing and whose it is: "formation continue de l'ensemble des". */
const OF = String.raw`(?:\s+[\w'-]+){0,2}?\s+(?:des|du|de|aux|pour les|pour le|a destination des|a l'attention des)\s+(?:l'ensemble (?:des|du)\s+|tous les\s+)?(?:nouveaux\s+)?`;
const PRESTATION =
  "prestations?|prestataires?|cabinets?|bureaux? d'etudes?|externalisee?s?|sous-traitance|organismes? de formation";
/** Work done by the département's own staff. */
const INTERNE =
  "chefferies?|recrutements?|embauches?|postes?|etp|charge[es]*|chef(?:fe)?s? de projet|salaires?|remunerations?|interne";

function words(...patterns: string[]): RegExp {
  return new RegExp(String.raw`\b(?:${patterns.join("|")})\b`);
}

export const DEPENSES_INELIGIBLES: readonly DepenseIneligible[] = [
  {
    id: "frais-generaux",
    nature: "frais généraux (fournitures, reprographie, locations de salles, équipement)",
    span: SPAN,
    source: COURANTES,
    always: words(
      "frais generaux",
      "frais de structure",
      "fournitures? (?:de bureaux?|administratives?|courantes?)",
      "reprographies?",
      "photocopi\\w*",
      "locations? de (?:salles?|locaux)",
      "equipements? (?:de bureaux?|informatiques?|bureautiques?|mobiliers?)",
    ),
    words: words("fournitures?", "equipements?", "petit materiel", "consommables"),
    unless: words(BENEFICIAIRES, "equipements? (?:professionnels?|sociaux|publics?|individuels?|adaptes?)", "offre"),
  },
  {
    id: "frais-de-mission",
    nature: "frais de mission du personnel (déplacements, hébergement, restauration)",
    span: SPAN,
    source: COURANTES,
    always: words(
      "frais de missions?",
      `(?:deplacements?|hebergements?|restauration|repas|nuitees)${OF}(?:${PERSONNEL})`,
      "(?:deplacements?|hebergements?|restauration)(?: ?[,/&] ?| et | ou )(?:de |d')?(?:deplacements?|hebergements?|restauration)",
    ),
    words: words(
      "(?:frais|indemnites|remboursements?) (?:de|des|d') ?(?:deplacements?|hebergements?|restauration|repas|transports?)",
    ),
    unless: words(BENEFICIAIRES),
  },
  {
    id: "evaluation",
    nature: "prestations d'évaluation",
    span: SPAN,
    source: COURANTES,
    always: words(`(?:${PRESTATION})[^.]{0,40} evaluations?`, `evaluations?[^.]{0,60} (?:${PRESTATION})`),
    words: words(
      "evaluations? (?:externe|finale|intermediaire|globale|d'impact|de l'impact|des? impacts?|des effets|in itinere)",
      "evaluations? (?:des?|du|de la|de l'|de cette|de ces) ?(?:dispositifs?|actions?|projets?|programmes?|plan|experimentations?|convention|contrat|politiques?|mesures?|offre|accompagnement|demarche)",
      "(?:financement|etude|mission|cout|frais|achat) (?:de l'|d'une |d')?evaluation$",
      "^(?:l'|une )?evaluations?$",
    ),
    unless: words(INTERNE),
  },
  {
    id: "formation",
    nature: "prestations de formation",
    span: SPAN,
    source: COURANTES,
    always: words(`formations?${OF}(?:${PERSONNEL})`),
    words: words(
      `(?:${PRESTATION})[^.]{0,30} formations?`,
      `formations?[^.]{0,60} (?:${PRESTATION})`,
      "plans? de formation",
      "organismes? de formation",
    ),
    unless: words(BENEFICIAIRES, INTERNE),
  },
  {
    id: "gestion-de-projet",
    nature: "prestations de gestion de projet",
    span: SPAN,
    source: COURANTES,
    always: words(
      `(?:${PRESTATION})[^.]{0,40} (?:(?:gestion|conduite|pilotage|ingenierie|management|chefferie) d[eu]s? projets?)`,
      `(?:(?:gestion|conduite|pilotage|ingenierie|management|chefferie) d[eu]s? projets?)[^.]{0,40} (?:${PRESTATION})`,
      "assistance a (?:la )?maitrise d'ouvrage",
    ),
    words: words("(?:gestion|conduite|management|ingenierie) d[eu]s? projets?", "amo"),
    unless: words(INTERNE),
  },
  {
    id: "investissement",
    nature: "dépenses d'investissement, hors développements informatiques",
    span: SPAN,
    source: INVESTISSEMENT,
    always: null,
    words: words(
      "(?:depenses? d'|d')?investissements?",
      "travaux (?:d'amenagement|de renovation|de construction|immobiliers?|de rehabilitation)",
      "(?:acquisitions?|achats?) (?:de|d'un|d'une|des|d') ?(?:locaux|vehicules?|mobiliers?|materiels?|immeubles?|batiments?)",
      "amenagements? (?:de|des|du|d'un) (?:locaux|bureaux|espaces?|local|batiments?)",
      "construction (?:de|d'un|des) (?:locaux|batiments?)",
      "mobiliers?",
    ),
    unless: words(
      BENEFICIAIRES,
      "developpements?",
      "informatiques?",
      "numeriques?",
      "logiciels?",
      "applications?",
      "systemes? d'information",
      "si",
      "plateformes?",
      "interoperabilite",
      "fonds d'investissement",
    ),
  },
];

/** What a label sets aside names no expense: "actions collectives (hors frais de mission)". */
const SET_ASIDE = /\b(?:hors|sauf|excepte|a l'exception d[eu]s?|sans)\b[^,;)]*/g;

/** True where a nature of expense names it. */
function names({ always, words: usual, unless }: DepenseIneligible, text: string): boolean {
  if (always?.test(text)) return true;
  return usual !== null && usual.test(text) && !unless?.test(text);
}

/** The excluded nature that a label names, the first of the list; null when it names none. */
export function depenseIneligible(label: string): DepenseIneligible | null {
  const text = plainText(label)
    .replace(SET_ASIDE, " ")
    .replace(/[«»"“”]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return DEPENSES_INELIGIBLES.find((depense) => names(depense, text)) ?? null;
}
