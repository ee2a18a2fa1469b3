/**
 * What a finding is about, wherever its row stands: the table, the row by its fiche or label, the column by what it
 * holds. Sheets, addresses and titles are no part of it: people rename and insert.
 */
import type { Reading } from "../reading/tables";
import { keyOf, type CellKey } from "../relations/relation";
import type { Area, CellRef } from "../workbook/address";
import type { Workbook } from "../workbook/picture";
import type { AnchoredTable } from "./anchoredCells";
import { anchoredTables } from "./anchoredTables";
import { fichierAnchor } from "./fichierAnchors";
import { wordsAround } from "./wordsAround";

export interface Anchor {
  /** Kind of the table; null outside all tables. */
  readonly table: string | null;
  /** Which of its kind: the fiche of a budget, the parts of a plan; "" where the kind says it all. */
  readonly of: string;
  readonly year: number | null;
  /** The fiche of the row, else its label; outside the tables that are known, the words of the row. */
  readonly row: string;
  /** "etat", "code", "iban"…; outside the tables that are known, the words above; "" for none. */
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

interface Known {
  readonly tables: readonly AnchoredTable[];
  readonly anchors: ReadonlyMap<CellKey, Anchor>;
}

function knownAnchors(reading: Reading): Known {
  const tables = toldApart(anchoredTables(reading));
  const anchors = new Map<CellKey, Anchor>();
  for (const { kind, of, year, cells } of tables) {
    for (const { ref, row, column, year: own } of cells) {
      const anchor = { table: kind, of, year: own ?? year, row, column };
      // A cell of two tables (a code in a plan, an amount that imputations repeat) is of the first.
      if (!anchors.has(keyOf(ref))) anchors.set(keyOf(ref), anchor);
    }
  }
  return { tables, anchors };
}

/** Looks anchors up by cell. What it looks them up in is built at the first: most workbooks have few findings. */
export function anchorsOf(reading: Reading, workbook: Workbook): AnchorOf {
  let known: Known | null = null;
  return (ref) => {
    const ofPersons = fichierAnchor(reading.fichiers, ref);
    if (ofPersons) return ofPersons;
    known ??= knownAnchors(reading);
    const anchor = known.anchors.get(keyOf(ref));
    if (anchor) return anchor;
    const around = known.tables.find(({ sheet, area }) => sheet === ref.sheet && isWithin(area, ref));
    const { row, column } = wordsAround(workbook, ref);
    const part = ref.part === undefined ? "" : ` (${ref.part + 1})`;
    const of = { table: around?.kind ?? null, of: around?.of ?? "", year: around?.year ?? null };
    return { ...of, row, column: `${column}${part}`.trim() };
  };
}
