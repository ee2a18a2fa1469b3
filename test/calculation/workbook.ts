/** Workbooks for calculations: what is typed in each cell, formulas as texts that begin with "=". */
import type { ComputedCell } from "../../src/calculation/calculation";
import { cellAddress, parseArea } from "../../src/workbook/address";
import type { Cell, Sheet, Workbook } from "../../src/workbook/picture";

export type Contents = Readonly<Record<string, Cell["value"] | Partial<Cell>>>;

export function cellAt(address: string, content: Contents[string]): Cell {
  const area = parseArea(address);
  if (!area) throw new Error(address);
  const place = { row: area.top, column: area.left, numberFormat: "General" };
  if (typeof content === "object" && content !== null) {
    return { value: null, error: null, formula: null, origin: content.formula ? "cached" : null, ...place, ...content };
  }
  const isFormula = typeof content === "string" && content.startsWith("=");
  return isFormula
    ? { ...place, value: null, error: null, formula: content, origin: "missing" }
    : { ...place, value: content, error: null, formula: null, origin: null };
}

export function sheetOf(name: string, contents: Contents): Sheet {
  const cells = Object.entries(contents).map(([address, content]) => cellAt(address, content));
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { name, visibility: "visible", merges: [], isProtected: false, cells };
}

export function workbookOf(...sheets: readonly Sheet[]): Workbook {
  return { name: "essai.xlsx", date1904: false, sheets };
}

/** One sheet called Feuil1. */
export function book(contents: Contents): Workbook {
  return workbookOf(sheetOf("Feuil1", contents));
}

/** What stands in the first sheet's cell: its value, its error, or "(manquant)". */
export function shown(workbook: Workbook, address: string, sheet = 0): Cell["value"] {
  const area = parseArea(address);
  const cell = workbook.sheets[sheet]?.cells.find(({ row, column }) => row === area?.top && column === area.left);
  if (!cell) return "(vide)";
  return cell.origin === "missing" ? "(manquant)" : (cell.error ?? cell.value);
}

/** Changed cells as "B3 = 12". */
export function listed(cells: readonly ComputedCell[]): string[] {
  return cells.map(({ row, column, value, error, origin }) => {
    const content = origin === "missing" ? "(manquant)" : String(error ?? value);
    return `${cellAddress(row, column)} = ${content}`;
  });
}
