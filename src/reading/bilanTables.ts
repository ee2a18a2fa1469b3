/** Tables of what was really spent, and of what the State owes for it: the réalisé and the bilan (annexe 3). */
import type { Etape } from "../domain/bilan";
import type { Bloc, Classement } from "../domain/bloc";
import type { EnteteLue, RoleDeColonne } from "../domain/colonnesDeBilan";
import type { WrittenCell } from "./otherTables";
import type { AmountCell, RateCell, TableBase } from "./cells";

/** An amount column of a bilan, in the order in which one reads it. */
export type ChampDeBilan =
  | "prevuEtat"
  | "prevuDepartement"
  | "prevuTotal"
  /** Dépenses réalisées, all of them. */
  | "realise"
  | "ineligible"
  | "autres"
  | "eligible"
  /** Part État due. */
  | "due"
  /** What the CD paid. */
  | "departement"
  /** Déjà versé par l'État. */
  | "verse"
  | "solde"
  /** Trop-perçu or reliquat à justifier. */
  | "excedent";

export const CHAMPS_DE_BILAN: readonly ChampDeBilan[] = [
  "prevuEtat",
  "prevuDepartement",
  "prevuTotal",
  "realise",
  "ineligible",
  "autres",
  "eligible",
  "due",
  "departement",
  "verse",
  "solde",
  "excedent",
];

export interface LigneDeBilan {
  readonly row: number;
  readonly kind:
    | "action"
    | "sous-total"
    | "total"
    /** What the convention pays at once: "Volets 1 et 2". */
    | "versement"
    /** What is left of the year before's advance, taken off the balance: "Report 2023". */
    | "report";
  readonly label: string;
  readonly fiche: string | null;
  readonly classement: Classement | null;
  /** All the blocks that the row is about; the row's own block alone where it is an action's. */
  readonly blocs: readonly Bloc[];
  /** The year that the row's own words name; the table's holds for the others. */
  readonly year: number | null;
  /** A column that the table lacks is left out; an empty cell of a column is there, as "empty". */
  readonly montants: Readonly<Partial<Record<ChampDeBilan, AmountCell>>>;
  readonly tauxDepartement: RateCell | null;
  readonly tauxExecution: RateCell | null;
  /** Code activité, as written; null where the table has no such column or the cell is empty. */
  readonly code: WrittenCell | null;
  /** Justification de l'écart. */
  readonly justification: WrittenCell | null;
  /** For a subtotal, a total or a payment: the rows that it adds up, as indices into the table's lines. */
  readonly covers: readonly number[];
}

export interface Bilan extends TableBase {
  /** "realise": what was spent, without what follows from it. "bilan": with what the State owes. */
  readonly kind: "realise" | "bilan";
  /** The last year that it is about. */
  readonly year: number | null;
  /** The years that it adds up, in order; the one of `year` alone for most. Empty where no year is known. */
  readonly years: readonly number[];
  readonly etape: Etape | null;
  /** 0-based column of each field that the header names. */
  readonly colonnes: Readonly<Partial<Record<RoleDeColonne, number>>>;
  /** The headers of all its columns, recognised or not, in order. */
  readonly entetes: readonly EnteteLue[];
  readonly lignes: readonly LigneDeBilan[];
}
