/** Tables of indicators: what a fiche-action promises to reach, year by year. */
import type { CellRef } from "../workbook/address";
import type { TableBase } from "./cells";

/** What a cell of a target says. Targets are counts, rates or words; "+370" adds to what the years before reached. */
export interface CibleCell {
  readonly ref: CellRef;
  readonly state: "nombre" | "cumul" | "taux" | "texte" | "nc" | "en-definition" | "vide";
  /** Decimal text without unit, for "nombre", "cumul" and "taux" ("0.5" is 50 %); null elsewhere. */
  readonly valeur: string | null;
  readonly written: string;
}

export interface LigneDIndicateur {
  readonly row: number;
  readonly label: string;
  readonly ref: CellRef;
  /** Situation at the start ("Situation au 31/12/2023"); null where the table has no such column. */
  readonly situation: CibleCell | null;
  readonly cibles: readonly { readonly annee: number; readonly cell: CibleCell }[];
  /** What was reached, per year, where the table has such columns. */
  readonly atteints: readonly { readonly annee: number; readonly cell: CibleCell }[];
  /** A total over the years that the table or the indicator's words announce. */
  readonly total: CibleCell | null;
}

export interface Indicateurs extends Omit<TableBase, "unit"> {
  readonly kind: "indicateurs";
  readonly fiche: string | null;
  readonly lignes: readonly LigneDIndicateur[];
}
