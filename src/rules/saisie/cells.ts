/** The amount cells that sums use, for the rules that look at single cells. */
import type { AmountCell, Table } from "../../reading/tables";
import { cellFault, rowKey, subjectOf, type CellFault, type RuleContext } from "../rule";

export interface CheckedCell {
  readonly table: Table;
  readonly cell: AmountCell;
  readonly row: string;
  readonly subject: string;
}

/** Cells of State, CD and total columns, and of other financers where the table counts them. */
export function checkedCells({ reading }: RuleContext): CheckedCell[] {
  return reading.tables.flatMap((table) =>
    table.lignes.flatMap((line) => {
      if (line.kind === "section") return [];
      const { etat, departement, total, autres } = line.amounts;
      const cells = [etat, departement, total, ...(table.autresComptes ? autres : [])];
      const subject = subjectOf(line);
      return cells.flatMap((cell) => (cell ? [{ table, cell, row: rowKey(table, line.row), subject }] : []));
    }),
  );
}

/** One fault for all cells that share a key, on the first of them: what has one cause is told once. */
export function sharedFaults<Place extends CheckedCell>(
  places: readonly Place[],
  keyOf: (place: Place) => string,
  telling: (first: Place) => Pick<CellFault, "rule" | "severity" | "variant">,
): CellFault[] {
  const groups = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const known = groups.get(keyOf(place));
    if (known) known.push(place);
    else groups.set(keyOf(place), [place]);
  }
  return [...groups.values()].map(([first, ...others]) =>
    cellFault({
      ...telling(first),
      cell: first.cell.ref,
      cells: others.map(({ cell }) => cell.ref),
      subject: first.subject,
      written: first.cell.written,
    }),
  );
}
