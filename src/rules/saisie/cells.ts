/** The amount cells that sums use, for the rules that look at single cells. */
import type { AmountCell, Table } from "../../reading/tables";
import { rowKey, subjectOf, type RuleContext } from "../rule";

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
