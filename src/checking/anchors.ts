/**
 * What a finding is about, wherever its row stands: the table, the row by its fiche or label, the column by what it
 * holds. Sheets, addresses and titles are no part of it: people rename and insert.
 */
import type { Reading } from "../reading/tables";
import { keyOf, type CellKey } from "../relations/relation";
import { contentsOf } from "../workbook/contents";
import type { Area, CellRef } from "../workbook/address";
import type { Workbook } from "../workbook/picture";
import { anchoredTables, type AnchoredTable } from "./anchoredTables";
import { nameWithoutFigures } from "./names";

export interface Anchor {
  /** Kind of the table; null outside all tables. */
  readonly table: string | null;
  /** Which of its kind: the fiche of a budget, the parts of a plan; "" where the kind says it all. */
  readonly of: string;
  readonly year: number | null;
  /** The fiche of the row, else its label; outside all tables, the cell's words. */
  readonly row: string;
  /** "etat", "code", "iban"…; "" where the cell is of no column that is read. */
  readonly column: string;
}

/** Tells the anchor of any cell of the workbook. */
export type AnchorOf = (ref: CellRef) => Anchor;

function isWithin({ top, left, bottom, right }: Area, { row, column }: CellRef): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Tables of one kind and year that have one name, such as a copy on another sheet, get their rank. */
function toldApart(tables: readonly AnchoredTable[]): AnchoredTable[] {
  const groups = new Map<string, number>();
  return tables.map((table) => {
    const key = JSON.stringify([table.kind, table.year, table.of]);
    const rank = (groups.get(key) ?? 0) + 1;
    groups.set(key, rank);
    return rank === 1 ? table : { ...table, of: `${table.of} (${rank})`.trim() };
  });
}

/** Looks anchors up by cell. Built once for a reading. */
export function anchorsOf(reading: Reading, workbook: Workbook): AnchorOf {
  const tables = toldApart(anchoredTables(reading));
  const anchors = new Map<CellKey, Anchor>();
  for (const { kind, of, year, cells } of tables) {
    for (const { ref, row, column, year: own } of cells) {
      const anchor = { table: kind, of, year: own ?? year, row, column };
      // A cell of two tables (a code in a plan, an amount that imputations repeat) is of the first.
      if (!anchors.has(keyOf(ref))) anchors.set(keyOf(ref), anchor);
    }
  }
  const contentAt = contentsOf(workbook);
  return (ref) => {
    const known = anchors.get(keyOf(ref));
    if (known) return known;
    const around = tables.find(({ sheet, area }) => sheet === ref.sheet && isWithin(area, ref));
    const { value } = contentAt(ref);
    const column = ref.part === undefined ? "" : `#${ref.part}`;
    return {
      table: around?.kind ?? null,
      of: around?.of ?? "",
      year: around?.year ?? null,
      row: nameWithoutFigures(String(value ?? "")),
      column,
    };
  };
}
