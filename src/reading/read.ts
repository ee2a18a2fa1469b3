/** From the picture of a workbook to its tables. */
import { yearOf } from "../domain/years";
import type { Sheet, Workbook } from "../workbook/picture";
import { readBudgets } from "./budgetFiche";
import { readContext } from "./context";
import { Grid } from "./grid";
import { findHeaders, type Header } from "./headers";
import { readPlans } from "./planDeFinancement";
import type { Reading, Table } from "./tables";

type Columns = Pick<Header, "left" | "right">;

function overlaps(one: Columns, other: Columns): boolean {
  return one.left <= other.right && other.left <= one.right;
}

/** All tables of a sheet that this version knows, top to bottom. */
export function readSheet(sheet: Sheet): Table[] {
  const grid = new Grid(sheet);
  const headers = findHeaders(grid);
  const tables: Table[] = [];
  for (const header of headers) {
    const next = headers.find((other) => other.firstRow > header.lastRow && overlaps(other, header));
    const lastRow = next ? next.firstRow - 1 : grid.lastRow;
    const above = tables.filter(({ area }) => area.bottom < header.firstRow && overlaps(area, header));
    const context = readContext(grid, header, Math.max(0, ...above.map(({ area }) => area.bottom + 1)));
    if (header.isOther) continue;
    const budgets = readBudgets(grid, header, context, lastRow);
    const found = budgets.length > 0 ? budgets : readPlans(grid, header, context, lastRow);
    tables.push(...found);
  }
  return tables;
}

/** The year that a workbook is about: the one that its plans name, or its file's name. */
function yearOfWorkbook(workbook: Workbook, tables: readonly Table[]): number | null {
  const years = new Set(tables.flatMap((table) => (table.kind === "plan-de-financement" ? (table.year ?? []) : [])));
  const [first] = years;
  return years.size === 1 && first !== undefined ? first : yearOf(workbook.name);
}

/** Reads every table of a workbook. Sheets are independent of each other; hidden ones are read like the others. */
export function readTables(workbook: Workbook): Reading {
  const tables = workbook.sheets.flatMap(readSheet);
  return { tables, year: yearOfWorkbook(workbook, tables) };
}
