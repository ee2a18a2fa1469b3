/** A workbook as it stands once a draft is written in it, with the values that the draft announces. */
import type { CellContent, Draft } from "../../src/workbook/draft";
import type { Cell, Sheet, Workbook } from "../../src/workbook/picture";

function cellOf(row: number, column: number, { value, error, formula, numberFormat }: CellContent): Cell[] {
  if ((value === null || value === "") && formula === null && error === null) return [];
  return [{ row, column, value, error, formula, numberFormat, origin: formula === null ? null : "cached" }];
}

export function applied(workbook: Workbook, { writes, sheets }: Draft): Workbook {
  const changed = workbook.sheets.map((sheet): Sheet => {
    const here = writes.filter(({ ref }) => ref.sheet === sheet.name);
    const isWritten = (cell: Cell) => here.some(({ ref }) => ref.row === cell.row && ref.column === cell.column);
    const cells = [
      ...sheet.cells.filter((cell) => !isWritten(cell)),
      ...here.flatMap(({ ref, after }) => cellOf(ref.row, ref.column, after)),
    ];
    return { ...sheet, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
  });
  const added = sheets.map(({ name, cells, merges }): Sheet => ({
    name,
    visibility: "visible",
    merges,
    isProtected: false,
    cells: cells.flatMap(({ row, column, content }) => cellOf(row, column, content)),
  }));
  return { ...workbook, sheets: [...changed, ...added] };
}
