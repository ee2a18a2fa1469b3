import type { Rule, Unverifiable } from "../rule";
import { checkedCells, sharedFaults } from "./cells";

/** A text that is no amount, no NC and no dash, where an amount is added up: one card a row ("à définir" three times). */
export const montantIllisible: Rule = {
  id: "montant-illisible",
  family: "saisie",
  run(context) {
    const cells = checkedCells(context).filter(({ cell }) => cell.state !== "empty" && cell.state !== "covered");
    const unreadable = cells.filter(({ cell }) => cell.state === "unreadable");
    const stale = cells.filter(({ cell }) => cell.state === "stale");
    const pending = cells.filter(({ cell }) => cell.state === "pending");
    const unverifiable = [
      ...stale.map(({ subject }): Unverifiable => ({ reason: "montant-non-lu", subject })),
      ...pending.map(({ subject }): Unverifiable => ({ reason: "montant-a-completer", subject })),
    ];
    return {
      relations: [],
      faults: [
        ...sharedFaults(
          unreadable,
          ({ row }) => row,
          () => ({ rule: "montant-illisible", severity: "blocking", variant: "" }),
        ),
        // Formulas that nobody has computed have one cause: one card a sheet.
        ...sharedFaults(
          stale,
          ({ table }) => table.sheet,
          () => ({ rule: "montant-illisible", severity: "warning", variant: "sans-valeur" }),
        ),
      ],
      checked: cells.length - stale.length - pending.length,
      unverifiable,
      applies: cells.length > 0,
    };
  },
};
