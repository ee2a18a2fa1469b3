/** Tables of persons: who enters (flux) and who is there (stock), by territory, month, dominante or actor. */
import type { Grandeur } from "../domain/grandeur";
import type { CellRef } from "../workbook/address";
import type { AmountCell, RateCell, TableBase } from "./cells";

/** A column of persons, in the order in which one reads it. */
export type ChampDeFlux =
  /** All persons of the territory, in the experiment or not. */
  | "bassin"
  /** Those who enter each month. */
  | "mensuel"
  /** Those who enter over the months. */
  | "flux"
  /** Those who are there at the start. */
  | "stock"
  /** Flux and stock together. */
  | "total";

export const CHAMPS_DE_FLUX: readonly ChampDeFlux[] = ["bassin", "mensuel", "flux", "stock", "total"];

/** One of the figures that split a row: a month, a dominante, an actor. */
export interface DetailDeFlux {
  readonly nom: string;
  readonly ref: CellRef;
  readonly cell: AmountCell;
}

export interface LigneDeFlux {
  readonly row: number;
  readonly kind: "detail" | "total";
  readonly label: string;
  readonly ref: CellRef;
  /** Name of the territory as it is compared: without case, accents and "ville de"; null where the row names none. */
  readonly territoire: string | null;
  /** Who is counted: "concernes", "integres", else the words of the section, made plain. */
  readonly public: string;
  readonly year: number | null;
  /** Months over which its flux is counted. */
  readonly mois: number | null;
  /** A column that the table lacks is left out; an empty cell of a column is there, as "empty". */
  readonly nombres: Readonly<Partial<Record<ChampDeFlux, AmountCell>>>;
  readonly details: readonly DetailDeFlux[];
  /** Taux d'intégration, written in its label or in a column. */
  readonly taux: RateCell | null;
  /** For a total: the rows that it adds up, as indices into the table's lines. */
  readonly covers: readonly number[];
}

export interface FluxStock extends Omit<TableBase, "unit"> {
  readonly kind: "flux-stock";
  readonly form:
    | "tableau"
    /** Lines of one territory: "Nombre de BRSA entrants (flux) : 720 (sur 7 mois)". */
    | "bassin"
    /** A figure for each month. */
    | "calendrier"
    /** By dominante or by actor. */
    | "repartition"
    /** A split in a sentence: "50 % emploi, 30 % équilibre, 20 % remobilisation". */
    | "phrase";
  readonly grandeur: Grandeur;
  /** Figures that were reached are no other writing of those that were planned. */
  readonly stade: "prevu" | "realise";
  /** Taux d'intégration that the title announces. */
  readonly tauxAnnonce: RateCell | null;
  readonly lignes: readonly LigneDeFlux[];
}
