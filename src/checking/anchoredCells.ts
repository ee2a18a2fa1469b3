/** Cells of a table under the names of their row and of their column. */
import type { Area, CellRef } from "../workbook/address";
import { ranked } from "./names";

export interface AnchoredCell {
  readonly ref: CellRef;
  readonly row: string;
  readonly column: string;
  /** The year of the row itself; null where the table's holds. */
  readonly year: number | null;
}

export interface AnchoredTable {
  readonly kind: string;
  readonly of: string;
  readonly year: number | null;
  readonly sheet: string;
  readonly area: Area;
  readonly cells: readonly AnchoredCell[];
}

/** The cells of a row by column; what the row lacks is left out. */
export type Columns = readonly (readonly [column: string, cell: { readonly ref: CellRef } | null | undefined])[];

export interface NamedRow {
  readonly name: string;
  readonly columns: Columns;
  readonly year?: number | null;
}

/** The cells of named rows; rows of one name are told apart. */
export function cellsOf(rows: readonly NamedRow[]): AnchoredCell[] {
  const names = ranked(rows.map(({ name }) => name));
  return rows.flatMap(({ columns, year }, place) =>
    columns.flatMap(([column, cell]) =>
      cell ? [{ ref: cell.ref, row: names[place] ?? "", column, year: year ?? null }] : [],
    ),
  );
}
