/** A sheet to be added, row by row: what a row is called, and the figures in it. Pure. */
import type { NewCell, NewSheet } from "../../workbook/draft";
import { shownContent } from "./content";

export interface SheetRow {
  readonly row: number;
  /** The texts before the first figure: "1.1 · Accrochage scolaire"; what stands after the figures are notes on them. */
  readonly label: string;
  readonly cells: readonly NewCell[];
}

/** A cell that says where its figure comes from; the others are labels. */
const isFigure = ({ why }: NewCell): boolean => why !== "";

/** The cells of each row, from left to right, top to bottom. */
function byRow(cells: readonly NewCell[]): readonly (readonly [number, readonly NewCell[]])[] {
  const rows = new Map<number, NewCell[]>();
  for (const cell of [...cells].sort((one, other) => one.row - other.row || one.column - other.column)) {
    const inRow = rows.get(cell.row);
    if (inRow) inRow.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows];
}

/** Of a sheet whose cells say by themselves where they come from, such as a report: what each row shows. */
export function textRowsOf({ cells }: NewSheet): readonly { readonly row: number; readonly text: string }[] {
  return byRow(cells)
    .map(([row, inRow]) => {
      const texts = inRow.map(({ content }) => shownContent(content).text.trim());
      return { row, text: texts.filter((text) => text !== "").join(" · ") };
    })
    .filter(({ text }) => text !== "");
}

/** Rows that hold figures, top to bottom; titles and headers have none. */
export function rowsOf({ cells }: NewSheet): readonly SheetRow[] {
  const withFigures = byRow(cells).filter(([, inRow]) => inRow.some(isFigure));
  return withFigures.map(([row, inRow]) => {
    const before = inRow.slice(0, inRow.findIndex(isFigure));
    const texts = before.flatMap(({ content: { value } }) => (typeof value === "string" ? value.trim() : []));
    return { row, label: texts.filter((text) => text !== "").join(" · "), cells: inRow.filter(isFigure) };
  });
}
