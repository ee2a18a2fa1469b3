import type { CellFault, Rule } from "../rule";
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
            {
              rule: "montant-negatif",
              severity: "blocking",
              cell: cell.ref,
              cells: [],
              variant: "",
              subject,
              written: cell.written,
              expected: null,
              actual: cell.amount?.value ?? null,
              reference: null,
              safeFix: false,
            },
          ],
    );
    return { relations: [], faults, checked: cells.length, unverifiable: [], applies: cells.length > 0 };
  },
};
