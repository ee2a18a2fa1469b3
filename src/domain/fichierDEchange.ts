/** What a file of the convention on data exchange is: its columns, and what tells it from another list of persons. */
import type { ChampDEchange } from "./champsDEchange";
import type { Source } from "./source";

export type GenreDeFichier = "fichier-hebdomadaire" | "fichier-suivi" | "fichier-retour";

export interface FichierDEchange {
  readonly genre: GenreDeFichier;
  /** How tables and sentences call it; never a title of the sheet, which may name somebody. */
  readonly titre: string;
  readonly source: Source;
  /** The convention imposes the names of the columns. */
  readonly isNomme: boolean;
  /** France Travail cannot take the file without its columns; what it sends itself may lack some. */
  readonly isExige: boolean;
  /** Dates that the annexe wants as jj/mm/aaaa. */
  readonly jourDesDates: readonly string[];
  /** Births are brought to the first of their month. */
  readonly naissanceAuPremier: boolean;
  readonly champs: readonly ChampDEchange[];
  /** Columns without which a sheet of persons is another: each group needs one of its own. */
  readonly signes: readonly (readonly string[])[];
  /** Columns that a header needs to be this file's. */
  readonly minimum: number;
}
