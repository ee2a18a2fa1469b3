/** Planned expenses by nature (annexe 3 (B) of an avenant): the State's amount of each, and what it is made of. */
import type { CellRef } from "../workbook/address";
import type { Detail } from "./cellAmounts";
import type { AmountCell, TableBase } from "./cells";

export interface LignePrevisionnelle {
  readonly row: number;
  readonly kind: "ligne" | "dont" | "sous-total" | "total";
  readonly label: string;
  readonly ref: CellRef;
  readonly montant: AmountCell;
  /** What the amount's own cell adds up to it ("7 049 393 € + 87 730 €"). */
  readonly parties: readonly AmountCell[];
  /** What the text beside says that it pays: "19 ETP (423 333 €)". */
  readonly details: readonly Detail[];
  /** False where an item of that text has no amount. */
  readonly detailsComplets: boolean;
}

export interface PlanPrevisionnel extends TableBase {
  readonly kind: "plan-previsionnel-nature";
  /** The year that titles and date give to it; a year in the header of a column is only one of its mentions. */
  readonly year: number | null;
  readonly mentions: readonly { readonly ref: CellRef; readonly text: string }[];
  readonly lignes: readonly LignePrevisionnelle[];
}
