/** Whether rows name anything of the contract at all: told from their words, before a figure is read. */
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import { ficheNumber } from "./labels";
import { mayHoldNumbers } from "./lignesDePlan";

interface Rows {
  readonly first: number;
  readonly last: number;
}

/**
 * False where no row can name a block or the number of a fiche: a table that must do so is none of ours.
 * @param columns those of the labels
 */
export function mayNameContract(
  grid: Grid,
  { first, last }: Rows,
  columns: readonly { readonly index: number; readonly header: string }[],
): boolean {
  if (grid.says(HINT.bloc, first, last)) return true;
  for (let row = first; row <= last; row += 1) {
    for (const { index, header } of columns) {
      const text = cellText(grid.shownAt(row, index));
      if (!/\d\.\d/.test(text) || (/^[\d.,\s]+$/.test(text) && !mayHoldNumbers(header))) continue;
      if (ficheNumber(text) !== null) return true;
    }
  }
  return false;
}
