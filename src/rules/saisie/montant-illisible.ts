import type { CellFault, Rule, Unverifiable } from "../rule";
import { checkedCells } from "./cells";

/** A text that is no amount, no NC and no dash, where an amount is added up. */
export const montantIllisible: Rule = {
  id: "montant-illisible",
  family: "saisie",
  run(context) {
    const cells = checkedCells(context).filter(({ cell }) => cell.state !== "empty" && cell.state !== "covered");
    const faults = cells.flatMap(({ cell, subject }): CellFault[] =>
      cell.state !== "unreadable"
        ? []
        : [
            {
              rule: "montant-illisible",
              severity: "blocking",
              cell: cell.ref,
              cells: [],
              variant: "",
              subject,
              written: cell.written,
              expected: null,
              actual: null,
              reference: null,
              safeFix: false,
            },
          ],
    );
    const stale = cells.filter(({ cell }) => cell.state === "stale");
    const unverifiable = stale.map(({ subject }): Unverifiable => ({ reason: "montant-non-lu", subject }));
    return { relations: [], faults, checked: cells.length - stale.length, unverifiable, applies: cells.length > 0 };
  },
};
