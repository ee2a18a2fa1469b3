/** The fiche that a table belongs to: the nearest title above that names one. */
import { plainText } from "../domain/amount";
import { cellText, type Grid } from "./grid";
import { ficheInSheetName, ficheInTitle } from "./labels";

/** Titles that name the fiche of what stands under them. */
const FICHE_TITLE = /^(?:#+ ?)?\**(?:budget|indicateurs?\b|(?:sous-)?action|fiche|fa\b|\d)/;
/** Longer texts are prose, whose numbers are about other things. */
const LONGEST_TITLE = 200;

/** The fiche that a text names as a title does, or null. */
export function ficheOfTitle(text: string): string | null {
  return text.length <= LONGEST_TITLE && FICHE_TITLE.test(plainText(text)) ? ficheInTitle(text) : null;
}

/** The fiche of what stands at a row and between columns: the nearest title above it, else the sheet's name. */
export function ficheAbove(grid: Grid, row: number, { left, right }: { left: number; right: number }): string | null {
  for (let above = row - 1; above >= 0; above -= 1) {
    const found = [...grid.row(above)].flatMap((cell) => {
      const fiche = ficheOfTitle(cellText(cell));
      return fiche === null ? [] : [{ fiche, column: cell.column }];
    });
    // Two titles in one row are over two tables.
    const over = found.find(({ column }) => column >= left && column <= right) ?? found[0];
    if (over) return over.fiche;
  }
  return ficheInSheetName(grid.sheet.name);
}
