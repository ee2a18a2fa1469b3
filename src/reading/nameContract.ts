/** Whether rows name anything of the contract at all: told from their words, before a figure is read. */
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import { ficheNumber } from "./labels";

interface Rows {
  readonly first: number;
  readonly last: number;
}

/**
 * False where no row can name a block or the number of a fiche: a table that must do so is none of ours.
 * @param columns those of the labels
 */
export function mayNameContract(grid: Grid, { first, last }: Rows, columns: readonly number[]): boolean {
  if (grid.says(HINT.bloc, first, last)) return true;
  for (let row = first; row <= last; row += 1) {
    for (const column of columns) {
      const text = cellText(grid.shownAt(row, column));
      if (/\d\.\d/.test(text) && ficheNumber(text) !== null) return true;
    }
  }
  return false;
}
