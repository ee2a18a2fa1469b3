/** How a cell that is of no table we know is told: by the words of its row and those above it. */
import type { CellRef } from "../workbook/address";
import type { Cell, Sheet, Workbook } from "../workbook/picture";
import { nameWithoutFigures } from "./names";

export interface Words {
  readonly row: string;
  readonly column: string;
}

function isWords({ value }: Cell): boolean {
  return typeof value === "string" && /\p{L}{2}/u.test(value);
}

function textOf({ value }: Cell): string {
  return String(value ?? "");
}

/** The words that tell a cell: its own where it holds a text, else those at its left and the nearest above it. */
function wordsOf({ cells }: Sheet, { row, column }: CellRef): Words {
  const own = cells.find((cell) => cell.row === row && cell.column === column);
  if (own && isWords(own)) return { row: nameWithoutFigures(textOf(own)), column: "" };
  const left = cells.filter((cell) => cell.row === row && cell.column < column && isWords(cell));
  const above = cells.findLast((cell) => cell.column === column && cell.row < row && isWords(cell));
  return {
    row: nameWithoutFigures(left.map(textOf).join(" ")),
    column: above ? nameWithoutFigures(textOf(above)) : "",
  };
}

/** Looks the words around a cell up in its sheet. */
export function wordsAround(workbook: Workbook, ref: CellRef): Words {
  const sheet = workbook.sheets.find(({ name }) => name === ref.sheet);
  return sheet ? wordsOf(sheet, ref) : { row: "", column: "" };
}
