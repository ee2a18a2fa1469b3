/** Tables beside the plan and the budgets: imputations, payments, bank identity, natures of expense. */
import type { Bloc, Classement } from "../domain/bloc";
import type { CellRef } from "../workbook/address";
import type { AmountCell, RateCell, TableBase } from "./cells";

/** A cell that identifies something: a code, a number, a name. Kept as it is written; several may share one cell. */
export interface WrittenCell {
  readonly ref: CellRef;
  /** As text: a number as its digits. */
  readonly written: string;
  readonly stored: "number" | "text";
  /** The cell says more than this ("030450232301 - Pilier 1"). */
  readonly isPart?: boolean;
}

export interface LigneDImputation {
  readonly row: number;
  readonly kind: "ligne" | "sous-total" | "total";
  readonly label: string;
  readonly fiche: string | null;
  readonly classement: Classement | null;
  /** All the blocks that the label names by number: "Volets 1 et 2" on one line of their common code. */
  readonly blocs: readonly Bloc[];
  readonly programme: WrittenCell | null;
  readonly action: WrittenCell | null;
  readonly sousAction: WrittenCell | null;
  /** Codes activité; a cell may hold several ("030450232301 - 030450232501"). */
  readonly codes: readonly WrittenCell[];
  /** GM, domaine fonctionnel, centre financier, N° EJ. */
  readonly nomenclatures: readonly {
    readonly kind: "gm" | "domaine-fonctionnel" | "centre-financier" | "ej";
    readonly cell: WrittenCell;
  }[];
  readonly montant: AmountCell | null;
}

export interface Imputations extends TableBase {
  readonly kind: "imputations";
  readonly year: number | null;
  /** A table, a column of a plan, a sentence in a cell, or a block of "Programme : 102" lines. */
  readonly form: "tableau" | "plan" | "prose" | "bloc";
  readonly lignes: readonly LigneDImputation[];
}

export interface LigneDeVersement {
  readonly row: number;
  readonly kind: "ligne" | "total";
  readonly label: string;
  /** What is paid: one advance for volets 1 and 2 together, one for volet 3. Empty when the label names nothing. */
  readonly blocs: readonly Bloc[];
  readonly part: Classement["part"] | null;
  /** The year that the line's own words name ("Tourcoing 2023"); the table's holds for the others. */
  readonly year: number | null;
  /** Montant prévisionnel: the base of the advance. */
  readonly base: AmountCell | null;
  readonly taux: RateCell | null;
  readonly avance: AmountCell | null;
  /** What is due on the bilan, and what was already paid. */
  readonly du: AmountCell | null;
  readonly verse: AmountCell | null;
  readonly solde: AmountCell | null;
  readonly tropPercu: AmountCell | null;
}

export interface Versements extends TableBase {
  readonly kind: "versements";
  readonly year: number | null;
  /** A table, lines of a label and its value, or sentences: an amount in a sentence never blocks. */
  readonly form: "tableau" | "lignes" | "prose";
  readonly lignes: readonly LigneDeVersement[];
}

export type ChampBancaire =
  "siret" | "code-etablissement" | "code-guichet" | "numero-compte" | "cle-rib" | "iban" | "bic" | "titulaire";

export interface Coordonnees extends TableBase {
  readonly kind: "coordonnees";
  readonly champs: readonly { readonly champ: ChampBancaire; readonly cell: WrittenCell }[];
}

export interface LigneDeNature {
  readonly row: number;
  readonly kind: "nature" | "dont" | "total";
  readonly label: string;
  /** The cell of the label; the amount may stand in the same cell ("Baux glissants : 451 k€"). */
  readonly ref: CellRef;
  readonly montant: AmountCell | null;
}

export interface NatureDepenses extends TableBase {
  readonly kind: "nature-depenses";
  readonly fiche: string | null;
  readonly classement: Classement | null;
  readonly year: number | null;
  readonly lignes: readonly LigneDeNature[];
}
