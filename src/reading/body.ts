/** The rows under a header, up to where the table ends. */
import type { Unit } from "../domain/amount";
import { generalDecimals, readAmountCell, readRateCell } from "./amountCells";
import { cellText, type Grid } from "./grid";
import type { AmountGroup, Column, Header } from "./headers";
import { announcedUnit, ficheNumber } from "./labels";
import type { AmountCell, RateCell, RowAmounts } from "./tables";

export interface BodyRow {
  readonly row: number;
  /** Texts of the label columns, left to right; a merged label stands in each of its rows. */
  readonly labels: readonly { readonly column: Column; readonly text: string; readonly inherited: boolean }[];
  /** One entry for each group of the header. */
  readonly amounts: readonly RowAmounts[];
  readonly taux: readonly (readonly RateCell[])[];
  /** Blank rows stood between this one and the one before. */
  readonly afterBlank: boolean;
}

/** Blank rows that may stand inside a table. */
export const LONGEST_GAP = 2;

interface Columns {
  readonly unit: Unit;
  /** Decimals of the format General in a column. */
  readonly decimals: (column: number) => number;
}

function readGroup(grid: Grid, row: number, group: AmountGroup, { unit, decimals }: Columns): RowAmounts {
  const read = (column: Column): AmountCell =>
    readAmountCell(grid, row, column.index, column.unit ?? unit, decimals(column.index));
  return {
    etat: read(group.etat),
    ...(group.departement ? { departement: read(group.departement) } : {}),
    ...(group.total ? { total: read(group.total) } : {}),
    autres: group.autres.map(read),
  };
}

/** Every amount cell of a row, other financers' last. */
export function cellsOf(amounts: RowAmounts): AmountCell[] {
  const { etat, departement, total, autres } = amounts;
  return [etat, departement, total, ...autres].filter((cell): cell is AmountCell => cell !== undefined);
}

/** Texts of the label columns of a row; a label merged over several rows stands in each. */
export function readLabels(grid: Grid, row: number, columns: readonly Column[]): BodyRow["labels"] {
  return columns.flatMap((column) => {
    const merge = grid.mergeAt(row, column.index);
    // A label merged across columns is one label.
    if (merge && merge.left < column.index && columns.some(({ index }) => index === merge.left)) return [];
    const text = cellText(grid.shownAt(row, column.index));
    return text === "" ? [] : [{ column, text, inherited: grid.isCovered(row, column.index) }];
  });
}

/** A row of words where amounts should be: the header of another table. */
export function looksLikeHeader(row: BodyRow): boolean {
  // A year or a numbered action whose amounts are still words ("à définir") is a row all the same.
  if (row.labels.some(({ text }) => ficheNumber(text) !== null || /^20\d\d$/.test(text))) return false;
  const cells = row.amounts.flatMap(cellsOf);
  return (
    cells.filter(({ state }) => state === "unreadable").length >= 2 &&
    cells.every(({ state }) => state !== "amount" && state !== "error")
  );
}

/** A line that only announces a unit, over the next table or again over this one. */
export function isUnitLine(row: BodyRow): boolean {
  const words = row.amounts.flatMap(cellsOf).filter(({ state }) => state !== "empty" && state !== "covered");
  return (
    row.labels.length === 0 &&
    words.length > 0 &&
    words.every(({ written }) => announcedUnit(written) !== null && !/\d/.test(written))
  );
}

/** True where an amount cell of the row says anything. */
export function hasAmount(row: BodyRow): boolean {
  return row.amounts.some((amounts) => cellsOf(amounts).some(({ state }) => state !== "empty" && state !== "covered"));
}

/** True where an amount cell of the row holds an amount, says that there is none, or shows an error. */
export function hasReadable(row: BodyRow): boolean {
  const readable = ["amount", "none", "error", "stale"];
  return row.amounts.some((amounts) => cellsOf(amounts).some(({ state }) => readable.includes(state)));
}

/** True where any column of the table says something. */
export function isContentRow(grid: Grid, header: Pick<Header, "left" | "right">, row: number): boolean {
  for (let column = header.left; column <= header.right; column += 1) {
    const cell = grid.at(row, column);
    if (cell?.error || cellText(cell) !== "") return true;
  }
  return false;
}

const NO_ROWS: ReadonlySet<number> = new Set();

/**
 * Reads the rows under a header. `lastRow` is the row before the next header. The caller's `ends` says at which row,
 * already read, its kind of table stops. Rows of `repeats` say the header again.
 */
export function readBody(
  grid: Grid,
  header: Header,
  unit: Unit,
  lastRow: number,
  ends: (row: BodyRow, before: readonly BodyRow[]) => boolean,
  repeats = NO_ROWS,
): BodyRow[] {
  const decimals = (column: number): number => generalDecimals(grid, column, header.lastRow + 1, lastRow);
  const rows: BodyRow[] = [];
  let gap = 0;
  for (let row = header.lastRow + 1; row <= lastRow; row += 1) {
    if (repeats.has(row)) continue;
    if (!isContentRow(grid, header, row)) {
      gap += 1;
      if (gap > LONGEST_GAP) break;
      continue;
    }
    const read: BodyRow = {
      row,
      labels: readLabels(grid, row, header.labels),
      amounts: header.groups.map((group) => readGroup(grid, row, group, { unit, decimals })),
      taux: header.groups.map(({ taux }) => taux.flatMap((column) => readRateCell(grid, row, column) ?? [])),
      afterBlank: gap > 0,
    };
    if (isUnitLine(read)) continue;
    if (looksLikeHeader(read) || ends(read, rows)) break;
    gap = 0;
    rows.push(read);
  }
  return rows;
}
