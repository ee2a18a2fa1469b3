/** Builds pictures of workbooks for tests: rows of values, as somebody would type them. */
import { parseArea, type Area } from "../../src/workbook/address";
import type { Cell, ExcelError, Sheet, Workbook } from "../../src/workbook/picture";

export interface Typed {
  readonly value: string | number | boolean | null;
  readonly format?: string;
  readonly formula?: string;
  readonly error?: ExcelError;
}

export type Typing = string | number | boolean | null | Typed;

export interface SheetOptions {
  readonly merges?: readonly string[];
  /** Top left cell of the rows. */
  readonly at?: string;
  /** Number format of every number that names none. */
  readonly format?: string;
}

function areaOf(text: string): Area {
  const area = parseArea(text);
  if (!area) throw new Error(`no area: ${text}`);
  return area;
}

export function sheet(name: string, rows: readonly (readonly Typing[])[], options: SheetOptions = {}): Sheet {
  const origin = areaOf(options.at ?? "A1");
  const cells: Cell[] = rows.flatMap((row, r) =>
    row.flatMap((typing, c): Cell[] => {
      const typed: Typed = typeof typing === "object" && typing !== null ? typing : { value: typing };
      if ((typed.value === null || typed.value === "") && !typed.formula && !typed.error) return [];
      return [
        {
          row: origin.top + r,
          column: origin.left + c,
          value: typed.error ? null : typed.value,
          error: typed.error ?? null,
          formula: typed.formula ?? null,
          numberFormat: typed.format ?? (typeof typed.value === "number" ? (options.format ?? "#,##0") : "General"),
          origin: typed.formula ? "cached" : null,
        },
      ];
    }),
  );
  return { name, visibility: "visible", cells, merges: (options.merges ?? []).map(areaOf), isProtected: false };
}

export function workbook(...sheets: readonly Sheet[]): Workbook {
  return { name: "classeur.xlsx", sheets, date1904: false };
}

/** The same workbook with one cell typed anew: `changed(book, "Plan!D5", 2100000)`. */
export function changed(book: Workbook, address: string, typing: Typing): Workbook {
  const [name = "", cellAddress = ""] = address.split("!");
  const { top: row, left: column } = areaOf(cellAddress);
  return {
    ...book,
    sheets: book.sheets.map((one) => {
      if (one.name !== name) return one;
      const before = one.cells.find((cell) => cell.row === row && cell.column === column);
      const typed: Typed = typeof typing === "object" && typing !== null ? typing : { value: typing };
      const cell: Cell = {
        row,
        column,
        value: typed.error ? null : typed.value,
        error: typed.error ?? null,
        formula: typed.formula ?? null,
        numberFormat: typed.format ?? before?.numberFormat ?? "#,##0",
        origin: typed.formula ? "cached" : null,
      };
      const others = one.cells.filter((other) => other !== before);
      const cells = typed.value === null && !typed.error ? others : [...others, cell];
      return { ...one, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
    }),
  };
}
