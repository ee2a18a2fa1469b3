/** A sheet to be added, row by row: what a row is called, and the figures in it. Pure. */
import type { NewCell, NewSheet } from "../../workbook/draft";

export interface SheetRow {
  readonly row: number;
  /** The texts of the row that are no figure: "1.1 · Accrochage scolaire". */
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
    const texts = inRow.flatMap((cell) =>
      !isFigure(cell) && typeof cell.content.value === "string" ? cell.content.value.trim() : [],
    );
    return { row, label: texts.filter((text) => text !== "").join(" · "), cells: inRow.filter(isFigure) };
  });
}
