import type { ChampDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/tables";
import { cellFault, type CellFault, type Rule } from "../rule";
import { checkedCells } from "./cells";

/** Columns of a bilan that some write with the sign of what they take off, or of a balance that is owed back. */
const SIGNED: readonly ChampDeBilan[] = ["ineligible", "autres", "solde", "excedent"];

function isSigned({ formula }: AmountCell, champ: ChampDeBilan): boolean {
  // What is left for the CD is below zero because of what the State is said to owe, which has its own rule.
  return SIGNED.includes(champ) || (champ === "departement" && formula !== null);
}

/** A participation below zero. */
export const montantNegatif: Rule = {
  id: "montant-negatif",
  family: "saisie",
  run(context) {
    const cells = checkedCells(context).filter(
      ({ cell, champ }) => cell.amount !== null && (champ === null || !isSigned(cell, champ)),
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
