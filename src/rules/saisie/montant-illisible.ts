import type { CellFault, Rule, Unverifiable } from "../rule";
import { checkedCells, type CheckedCell } from "./cells";

/** Formulas that nobody has computed: one card a sheet, for they have one cause. */
function staleFaults(stale: readonly CheckedCell[]): CellFault[] {
  const bySheet = new Map<string, CheckedCell[]>();
  for (const place of stale) {
    const known = bySheet.get(place.table.sheet);
    if (known) known.push(place);
    else bySheet.set(place.table.sheet, [place]);
  }
  return [...bySheet.values()].flatMap(([first, ...others]): CellFault[] =>
    first === undefined
      ? []
      : [
          {
            rule: "montant-illisible",
            severity: "warning",
            cell: first.cell.ref,
            cells: others.map(({ cell }) => cell.ref),
            variant: "sans-valeur",
            subject: first.subject,
            written: first.cell.written,
            expected: null,
            actual: null,
            reference: null,
            safeFix: false,
          },
        ],
  );
}

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
    return {
      relations: [],
      faults: [...faults, ...staleFaults(stale)],
      checked: cells.length - stale.length,
      unverifiable,
      applies: cells.length > 0,
    };
  },
};
