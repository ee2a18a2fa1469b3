/** Tables of a département's own accounts (Grand Angle): what is authorised, contracted and proposed by operation. */
import type { AmountCell, TableBase } from "./cells";

export interface LigneDeGrandAngle {
  readonly row: number;
  readonly kind: "ligne" | "sous-total" | "total";
  /** Operation and envelope, as written. */
  readonly label: string;
  readonly autorises: AmountCell | null;
  readonly contractes: AmountCell | null;
  readonly proposes: AmountCell | null;
}

export interface GrandAngle extends TableBase {
  readonly kind: "grand-angle";
  readonly year: number | null;
  readonly lignes: readonly LigneDeGrandAngle[];
}
