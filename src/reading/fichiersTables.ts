/** Files of persons of the convention on data exchange: which column is for what, and the rows of persons. */
import type { ChampDEchange } from "../domain/champsDEchange";
import type { GenreDeFichier } from "../domain/fichierDEchange";
import type { CellRef } from "../workbook/address";
import type { Cell } from "../workbook/picture";
import type { TableBase } from "./cells";

export interface ColonneDeFichier {
  /** The header; of a column without one, its first value. */
  readonly ref: CellRef;
  /** What the column is for; null for a column that is not of the file. */
  readonly champ: ChampDEchange | null;
  readonly etat:
    | "reconnue"
    /** The convention's name is another, or this one is misspelt. */
    | "mal-nommee"
    /** The datum has a column already. */
    | "en-double"
    | "en-trop"
    /** Values under no header. */
    | "sans-nom";
}

/** The cells of one person. What they say leaves this table as a place and a kind of fault, never as a text. */
export interface LigneDeFichier {
  readonly row: number;
  /** In the order of the file's columns; undefined where the cell is blank. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Fichier extends Omit<TableBase, "unit"> {
  readonly kind: GenreDeFichier;
  readonly unit: "personnes";
  readonly colonnes: readonly ColonneDeFichier[];
  readonly lignes: readonly LigneDeFichier[];
}
