/**
 * Sentences of the files of persons. They say which column, how many cells and what kind of fault: never what a cell says,
 * nor a header that is not the convention's.
 */
import { LISTES, type Contenu } from "../domain/champsDEchange";
import { formatCount } from "../domain/format";
import type { RuleId } from "../rules/rule";
import type { FindingData, Sentences } from "./sentences";

interface Kind {
  readonly title: string;
  /** What one cell, or several, show: "une cellule porte", "12 cellules portent". */
  readonly one: string;
  readonly many: string;
}

function kind(title: string, one: string, many: string): Kind {
  return { title, one: `une cellule ${one}`, many: `cellules ${many}` };
}

function outside(contenu: Contenu): Kind {
  const dites = LISTES[contenu]?.dites ?? "";
  return kind("Code hors liste", `ne dit pas ${dites}`, `ne disent pas ${dites}`);
}

function malformed(title: string, what: string): Kind {
  return kind(title, `n'a pas la forme ${what}`, `n'ont pas la forme ${what}`);
}

function withoutZero(what: string): Kind {
  return kind("Zéro initial perdu", `a perdu le zéro initial ${what}`, `ont perdu le zéro initial ${what}`);
}

const KINDS: Readonly<Record<string, Kind>> = {
  erreur: kind("Valeur en erreur", "est en erreur, ou sans valeur calculée", "sont en erreur, ou sans valeur calculée"),
  vide: kind("Valeur absente", "est vide", "sont vides"),
  tronque: kind("Numéro tronqué par Excel", "a perdu des chiffres", "ont perdu des chiffres"),
  "nir-tronque": kind("NIR tronqué par Excel", "a perdu des chiffres", "ont perdu des chiffres"),
  "nir-sans-cle": kind(
    "NIR sans clé",
    "porte treize caractères, sans la clé",
    "portent treize caractères, sans la clé",
  ),
  "nir-longueur": kind(
    "NIR de longueur fausse",
    "ne porte pas les quinze caractères d'un NIR ou d'un NIA",
    "ne portent pas les quinze caractères d'un NIR ou d'un NIA",
  ),
  "nir-forme": malformed("NIR mal formé", "d'un NIR ou d'un NIA"),
  "nir-cle": kind("Clé du NIR fausse", "porte une clé fausse", "portent une clé fausse"),
  "code-postal-forme": malformed("Code postal mal formé", "d'un code postal (cinq chiffres)"),
  "code-postal-zero-perdu": withoutZero("du code postal"),
  "commune-forme": malformed("Code de commune mal formé", "d'un code Insee de commune (cinq caractères)"),
  "commune-zero-perdu": withoutZero("du code Insee de la commune"),
  "departement-forme": malformed("Code de département mal formé", "d'un code de département (59, 2A, 974)"),
  "departement-zero-perdu": withoutZero("du département"),
  "telephone-forme": malformed("Téléphone mal formé", "d'un numéro de téléphone (dix chiffres, ou + et l'indicatif)"),
  "telephone-zero-perdu": withoutZero("du numéro de téléphone"),
  courriel: malformed("Courriel mal formé", "d'une adresse électronique (nom@domaine.fr)"),
  "liste-statut": outside("statut"),
  "liste-organisme": outside("organisme"),
  "liste-parcours": outside("parcours"),
  "liste-contrat": outside("contrat"),
  "liste-oui-non": outside("oui-non"),
  illisible: kind("Date illisible", "n'est pas une date du calendrier", "ne sont pas des dates du calendrier"),
  nombre: kind("Date montrée comme un nombre", "montre un nombre, pas une date", "montrent un nombre, pas une date"),
  futur: kind("Date à venir", "porte une date à venir", "portent une date à venir"),
  "avant-naissance": kind("Date avant la naissance", "précède la date de naissance", "précèdent la date de naissance"),
  "jour-mois-annee": malformed("Date d'une autre forme", "jj/mm/aaaa que l'annexe demande"),
  premier: kind(
    "Naissance non ramenée au 1er du mois",
    "n'est pas au premier du mois",
    "ne sont pas au premier du mois",
  ),
};

function parts({ variant }: FindingData): { kind: string; count: number; extra: number } {
  const [name = "", count = "1", extra = "0"] = variant.split("|");
  return { kind: name, count: Number(count), extra: Number(extra) };
}

function counted({ one, many }: Kind, count: number): string {
  return count === 1 ? one : `${formatCount(count)} ${many}`;
}

/** The cards of cells: their column, how many, and what they show. */
const CELLS: Sentences = {
  title: (data) => KINDS[parts(data).kind]?.title ?? "Valeur à revoir",
  statement: (data) => {
    const { kind: name, count } = parts(data);
    const found = KINDS[name];
    return `Colonne «\u00A0${data.subject}\u00A0»\u00A0: ${found ? counted(found, count) : "à revoir"}.`;
  },
};

const COLONNES: Readonly<Record<string, (data: FindingData, count: number) => { title: string; statement: string }>> = {
  absente: ({ subject }) => ({
    title: "Colonne absente",
    statement: `La colonne «\u00A0${subject}\u00A0» manque, ou porte un nom qui ne la fait pas reconnaître.`,
  }),
  "mal-nommee": ({ subject }) => ({
    title: "Colonne mal nommée",
    statement: `L'en-tête de cette colonne n'est pas écrit comme la convention l'écrit\u00A0: «\u00A0${subject}\u00A0».`,
  }),
  "en-double": ({ subject }) => ({
    title: "Colonne en double",
    statement: `Une autre colonne porte déjà «\u00A0${subject}\u00A0».`,
  }),
  "en-trop": (_data, count) => ({
    title: count === 1 ? "Colonne en trop" : "Colonnes en trop",
    statement:
      count === 1
        ? "Une colonne n'est pas de celles que l'annexe énumère."
        : `${formatCount(count)} colonnes ne sont pas de celles que l'annexe énumère.`,
  }),
  "sans-nom": (_data, count) => ({
    title: "Colonne sans nom",
    statement:
      count === 1
        ? "Une colonne porte des valeurs sans en-tête."
        : `${formatCount(count)} colonnes portent des valeurs sans en-tête.`,
  }),
};

function columnText(data: FindingData): { title: string; statement: string } {
  const { kind: name, count } = parts(data);
  return COLONNES[name]?.(data, count) ?? { title: "Colonnes à revoir", statement: "Les colonnes sont à revoir." };
}

export const FICHIER_SENTENCES: Partial<Record<RuleId, Sentences>> = {
  "fichier-colonnes": {
    title: (data) => columnText(data).title,
    statement: (data) => columnText(data).statement,
  },
  "fichier-forme": CELLS,
  "fichier-date": CELLS,
  "fichier-doublon": {
    title: (data) => (parts(data).extra === 1 ? "Personne en double" : "Personnes en double"),
    statement: (data) => {
      const { extra } = parts(data);
      return extra === 1
        ? "Une ligne répète une personne, ou son numéro."
        : `${formatCount(extra)} lignes répètent une personne, ou son numéro.`;
    },
  },
};
