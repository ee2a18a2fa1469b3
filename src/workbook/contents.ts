/** What single cells of a picture hold. */
import { MAX_COLUMNS, quotedSheet, type CellRef } from "./address";
import { EMPTY_CONTENT, type CellContent } from "./draft";
import type { Workbook } from "./picture";

/** Looks cells up by their place; a cell that the picture leaves out is empty. Built once for a workbook. */
export function contentsOf(workbook: Workbook): (ref: CellRef) => CellContent {
  const sheets = new Map(
    workbook.sheets.map(({ name, cells }) => [
      name,
      new Map(cells.map((cell) => [cell.row * MAX_COLUMNS + cell.column, cell])),
    ]),
  );
  return ({ sheet, row, column }) => {
    const cell = sheets.get(sheet)?.get(row * MAX_COLUMNS + column);
    if (!cell) return EMPTY_CONTENT;
    const { value, error, formula, numberFormat } = cell;
    return { value, error, formula, numberFormat };
  };
}

/** A sheet's name as a formula writes it: in quotes unless it is a plain word that looks like no address. */
export function sheetInFormula(name: string): string {
  const isPlain =
    /^[A-Za-zÀ-ÖØ-öø-ÿ_][\wÀ-ÖØ-öø-ÿ.]*$/.test(name) && !/^(?:[A-Za-z]{1,3}\d+|[rc]\d*(?:[rc]\d*)?)$/i.test(name);
  return isPlain ? name : quotedSheet(name);
}
