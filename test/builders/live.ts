/** Workbooks with live formulas: each cell holds what Excel would have computed from sums and differences. */
import { parseArea } from "../../src/workbook/address";
import type { Cell, Workbook } from "../../src/workbook/picture";

const REFERENCE = /(?:(?:'([^']+)'|(\w+))!)?([A-Z]{1,2}\d+)(?::([A-Z]{1,2}\d+))?/;

/** Sums and differences of cells, of SUM and SUBTOTAL; a text in a sum counts for nothing, as in Excel. */
class Calculator {
  private readonly cells = new Map<string, Cell>();
  private readonly known = new Map<string, number>();

  constructor(book: Workbook) {
    for (const { name, cells } of book.sheets)
      for (const cell of cells) this.cells.set(`${name}!${cell.row},${cell.column}`, cell);
  }

  valueAt(sheet: string, row: number, column: number): number {
    const key = `${sheet}!${row},${column}`;
    const cell = this.cells.get(key);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (!cell?.formula) return typeof cell?.value === "number" ? cell.value : 0;
    this.known.set(key, 0);
    const value = this.formula(cell.formula.slice(1), sheet);
    this.known.set(key, value);
    return value;
  }

  private range(text: string, sheet: string): number {
    const [, quoted, plain, first = "", last = first] = REFERENCE.exec(text) ?? [];
    const area = parseArea(`${first}:${last}`);
    if (!area) return Number(text);
    let sum = 0;
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1)
        sum += this.valueAt(quoted ?? plain ?? sheet, row, column);
    return sum;
  }

  private formula(text: string, sheet: string): number {
    const flat = text.replace(/(?:SUM|SUBTOTAL)\(([^()]*)\)/g, (_, list: string) =>
      String(list.split(",").reduce((sum, part) => sum + this.range(part.replace(/^9$/, "0"), sheet), 0)),
    );
    const parts = flat.match(/[+-]?[^+-]+/g) ?? [];
    return parts.reduce(
      (sum, part) => sum + (part.startsWith("-") ? -1 : 1) * this.range(part.replace(/^[+-]/, ""), sheet),
      0,
    );
  }
}

/** The same workbook, its formulas computed again. */
export function live(book: Workbook): Workbook {
  const calculator = new Calculator(book);
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.formula === null || cell.error
          ? cell
          : { ...cell, value: calculator.valueAt(sheet.name, cell.row, cell.column), origin: "cached" as const },
      ),
    })),
  };
}

/** A formula to type into a row; its value comes from `live`. */
export function f(formula: string, format?: string): { value: number; formula: string; format?: string } {
  return { value: 0, formula, ...(format === undefined ? {} : { format }) };
}
