/** Drafts over pictures, and the pictures that they lead to. */
import { EMPTY_CONTENT, type CellContent, type CellWrite, type Draft } from "../../src/workbook/draft";
import type { CellRef } from "../../src/workbook/address";
import type { Cell, Workbook } from "../../src/workbook/picture";
import { cell, sheet } from "./contract";

/** What a draft would see in a cell. */
export function contentAt(picture: Workbook, { sheet: name, row, column }: CellRef): CellContent {
  const found = picture.sheets
    .find((one) => one.name === name)
    ?.cells.find((one) => one.row === row && one.column === column);
  if (!found) return EMPTY_CONTENT;
  const { value, error, formula, numberFormat } = found;
  return { value, error, formula, numberFormat };
}

/** One write over what the picture holds. */
export function write(picture: Workbook, ref: CellRef, after: Partial<CellContent>): CellWrite {
  return { ref, before: contentAt(picture, ref), after: { ...EMPTY_CONTENT, ...after }, why: "Pour l'essai." };
}

export function draftOf(writes: readonly CellWrite[], more: Partial<Draft> = {}): Draft {
  return { title: "Essai", writes, reads: [], sheets: [], ...more };
}

function isEmpty({ value, error, formula }: CellContent): boolean {
  return formula === null && error === null && (value === null || value === "");
}

function placed(cells: readonly Cell[], row: number, column: number, content: CellContent): Cell[] {
  const others = cells.filter((one) => one.row !== row || one.column !== column);
  const added = isEmpty(content) ? [] : [cell(row, column, content)];
  return [...others, ...added].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The picture with the draft in it. */
export function pictureWith(picture: Workbook, draft: Draft): Workbook {
  const sheets = picture.sheets.map((one) => ({
    ...one,
    cells: draft.writes
      .filter(({ ref }) => ref.sheet === one.name)
      .reduce((cells, { ref, after }) => placed(cells, ref.row, ref.column, after), [...one.cells]),
  }));
  const added = draft.sheets.map(({ name, cells, merges }) =>
    sheet(
      name,
      cells.reduce<Cell[]>((all, { row, column, content }) => placed(all, row, column, content), []),
      { merges },
    ),
  );
  return { ...picture, sheets: [...sheets, ...added] };
}

/** The picture without what formulas show: a host recalculates when it likes. */
export function withoutResults(picture: Workbook): Workbook {
  const sheets = picture.sheets.map((one) => ({
    ...one,
    cells: one.cells.map((each) =>
      each.formula === null ? each : { ...each, value: null, error: null, origin: null },
    ),
  }));
  return { ...picture, sheets };
}
