import type { CellFault, Rule } from "../rule";
import { checkedCells } from "./cells";

/** A participation below zero. */
export const montantNegatif: Rule = {
  id: "montant-negatif",
  family: "saisie",
  run(context) {
    const cells = checkedCells(context).filter(({ cell }) => cell.amount !== null);
    const faults = cells.flatMap(({ cell, subject }): CellFault[] =>
      !cell.amount?.value.isNegative() || cell.amount.value.isZero()
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
              actual: cell.amount.value,
              reference: null,
              safeFix: false,
            },
          ],
    );
    return { relations: [], faults, checked: cells.length, unverifiable: [], applies: cells.length > 0 };
  },
};
