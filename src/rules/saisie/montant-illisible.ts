import { cellFault, type CellFault, type Rule, type Severity, type Unverifiable } from "../rule";
import { checkedCells, type CheckedCell } from "./cells";

function groupedBy(
  places: readonly CheckedCell[],
  keyOf: (place: CheckedCell) => string,
): [CheckedCell, ...CheckedCell[]][] {
  const groups = new Map<string, [CheckedCell, ...CheckedCell[]]>();
  for (const place of places) {
    const known = groups.get(keyOf(place));
    if (known) known.push(place);
    else groups.set(keyOf(place), [place]);
  }
  return [...groups.values()];
}

function faultOf([first, ...others]: [CheckedCell, ...CheckedCell[]], severity: Severity, variant: string): CellFault {
  return cellFault({
    rule: "montant-illisible",
    severity,
    cell: first.cell.ref,
    cells: others.map(({ cell }) => cell.ref),
    variant,
    subject: first.subject,
    written: first.cell.written,
  });
}

/** A text that is no amount, no NC and no dash, where an amount is added up: one card a row ("à définir" three times). */
export const montantIllisible: Rule = {
  id: "montant-illisible",
  family: "saisie",
  run(context) {
    const cells = checkedCells(context).filter(({ cell }) => cell.state !== "empty" && cell.state !== "covered");
    const unreadable = cells.filter(({ cell }) => cell.state === "unreadable");
    const faults = groupedBy(unreadable, ({ row }) => row).map((places) => faultOf(places, "blocking", ""));
    const stale = cells.filter(({ cell }) => cell.state === "stale");
    const unverifiable = stale.map(({ subject }): Unverifiable => ({ reason: "montant-non-lu", subject }));
    return {
      relations: [],
      // Formulas that nobody has computed have one cause: one card a sheet.
      faults: [
        ...faults,
        ...groupedBy(stale, ({ table }) => table.sheet).map((places) => faultOf(places, "warning", "sans-valeur")),
      ],
      checked: cells.length - stale.length,
      unverifiable,
      applies: cells.length > 0,
    };
  },
};
