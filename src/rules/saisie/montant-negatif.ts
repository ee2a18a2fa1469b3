import { cellFault, type CellFault, type Rule } from "../rule";
import { checkedCells } from "./cells";

/** A participation below zero. */
export const montantNegatif: Rule = {
  id: "montant-negatif",
  family: "saisie",
  run(context) {
    const cells = checkedCells(context).filter(({ cell }) => cell.amount !== null);
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
