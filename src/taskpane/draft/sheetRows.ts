/** A sheet to be added, row by row: what a row is called, and the figures in it. Pure. */
import type { NewCell, NewSheet } from "../../workbook/draft";

export interface SheetRow {
  readonly row: number;
  /** The texts before the first figure: "1.1 · Accrochage scolaire"; what stands after the figures are notes on them. */
  readonly label: string;
  readonly cells: readonly NewCell[];
}

/** A cell that says where its figure comes from; the others are labels. */
const isFigure = ({ why }: NewCell): boolean => why !== "";

/** Rows that hold figures, top to bottom; titles and headers have none. */
export function rowsOf({ cells }: NewSheet): readonly SheetRow[] {
  const rows = [...new Set(cells.filter(isFigure).map(({ row }) => row))].sort((one, other) => one - other);
  return rows.map((row) => {
    const inRow = cells.filter((cell) => cell.row === row).sort((one, other) => one.column - other.column);
    const before = inRow.slice(0, inRow.findIndex(isFigure));
    const texts = before.flatMap(({ content: { value } }) => (typeof value === "string" ? value.trim() : []));
    return { row, label: texts.filter((text) => text !== "").join(" · "), cells: inRow.filter(isFigure) };
  });
}
