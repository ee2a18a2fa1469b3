/** A plan whose header is said again over each of its axes or volets: several headers, one plan, one grand total. */
import { classementOf } from "../domain/bloc";
import { yearOf } from "../domain/years";
import { cellText, type Grid } from "./grid";
import type { Header } from "./headers";

/** Rows above a header where the name of its block may stand. */
const TITLE_ROWS = 3;

function wordsOf(grid: Grid, { firstRow, lastRow, left, right }: Header): string {
  const words: string[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (const cell of grid.row(row)) {
      if (cell.column >= left && cell.column <= right) words.push(`${cell.column} ${cellText(cell)}`);
    }
  }
  return words.join("|");
}

/** The row just above a header that names the block of the rows under it, and nothing else; null where there is none. */
function blocTitleRow(grid: Grid, { firstRow, left, right }: Header): number | null {
  for (let row = firstRow - 1; row >= Math.max(0, firstRow - TITLE_ROWS); row -= 1) {
    const texts = grid.row(row).filter(({ value, column }) => value !== null && column >= left && column <= right);
    if (texts.length === 0) continue;
    const [only] = texts;
    const text = cellText(only);
    const isTitle = texts.length === 1 && typeof only?.value === "string" && yearOf(text) === null;
    return isTitle && (classementOf(text)?.bloc ?? null) !== null ? row : null;
  }
  return null;
}

/** The parts of a plan: the rows that name their blocks, and the headers that go on with the first. */
export interface Parties {
  /** The row above the first header that names its block. */
  readonly titleRow: number;
  readonly repeated: readonly Header[];
}

/**
 * The headers under one that go on with its plan; null where none does.
 * @param below headers of the same columns further down, top to bottom
 */
export function partiesOf(grid: Grid, header: Header, below: readonly Header[]): Parties | null {
  const titleRow = blocTitleRow(grid, header);
  if (titleRow === null) return null;
  const words = wordsOf(grid, header);
  const other = below.findIndex((one) => wordsOf(grid, one) !== words || blocTitleRow(grid, one) === null);
  const repeated = other === -1 ? below : below.slice(0, other);
  return repeated.length > 0 ? { titleRow, repeated } : null;
}

/** Rows that say the header again. */
export function rowsOfParties({ repeated }: Parties): ReadonlySet<number> {
  return new Set(
    repeated.flatMap(({ firstRow, lastRow }) =>
      Array.from({ length: lastRow - firstRow + 1 }, (_, at) => firstRow + at),
    ),
  );
}
