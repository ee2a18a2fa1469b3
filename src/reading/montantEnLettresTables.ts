/** Amounts written in words beside the same amount in figures. */
import type { Amount } from "../domain/amount";
import type { Decimal } from "../domain/decimal";
import type { CellRef } from "../workbook/address";

export interface MontantEnLettres {
  readonly ref: CellRef;
  /** The words, as they are written. */
  readonly lettres: string;
  /** Euros; null where the words make no number. */
  readonly valeur: Decimal | null;
  readonly chiffres: {
    readonly ref: CellRef;
    readonly written: string;
    readonly amount: Amount;
  };
}
