import type { ChampDeBilan } from "../../reading/bilanTables";
import { cellFault, type CellFault, type Rule } from "../rule";
import { checkedCells } from "./cells";

/**
 * Columns of a bilan that some write with the sign of what they take off, or of a balance that is owed back; what is left
 * for the CD is below zero where others pay a part of what the State pays whole.
 */
const SIGNED: readonly ChampDeBilan[] = ["ineligible", "autres", "departement", "solde", "excedent"];

/** A participation below zero. */
export const montantNegatif: Rule = {
  id: "montant-negatif",
  family: "saisie",
  run(context) {
    const cells = checkedCells(context).filter(
      ({ cell, champ }) => cell.amount !== null && (champ === null || !SIGNED.includes(champ)),
    );
    const negative = cells.filter(({ cell }) => cell.amount?.value.isNegative() && !cell.amount.value.isZero());
    const typed = new Set(negative.flatMap(({ table, cell }) => (cell.formula === null ? [table] : [])));
    const faults = negative.flatMap(({ table, cell, subject }): CellFault[] =>
      // A live formula is negative because of a typed amount, which is told.
      cell.formula !== null && typed.has(table)
        ? []
        : [
            cellFault({
              rule: "montant-negatif",
              severity: "blocking",
              cell: cell.ref,
              subject,
              written: cell.written,
              actual: cell.amount?.value ?? null,
            }),
          ],
    );
    return { relations: [], faults, checked: cells.length, unverifiable: [], applies: cells.length > 0 };
  },
};
