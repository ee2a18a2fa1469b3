/** Tables of earmarks (Bassin minier, ERBM): amounts that are part of the actions, and are never added to them. */
import type { Classement } from "../domain/bloc";
import type { AmountCell, TableBase } from "./cells";

export interface LigneDeFlechage {
  readonly row: number;
  readonly kind: "ligne" | "sous-total" | "total";
  readonly label: string;
  /** The one action that the row names, or null. */
  readonly fiche: string | null;
  readonly classement: Classement | null;
  readonly montant: AmountCell;
  /** Amounts of the lines of one action, which the same cell writes under their sum. */
  readonly parties: readonly AmountCell[];
}

export interface Flechage extends TableBase {
  readonly kind: "flechage";
  readonly year: number | null;
  /** Whose money the amounts are: the State's alone, or both parties'. */
  readonly part: "etat" | "total";
  readonly lignes: readonly LigneDeFlechage[];
}
