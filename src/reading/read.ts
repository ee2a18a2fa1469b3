/** From the picture of a workbook to its tables. */
import { yearOf } from "../domain/years";
import type { Workbook } from "../workbook/picture";
import { readBudgets } from "./budgetFiche";
import { readContext } from "./context";
import { readCoordonnees } from "./coordonnees";
import { readFluxStocks } from "./fluxStock";
import type { FluxStock } from "./fluxStockTables";
import { Grid } from "./grid";
import { findHeaders, type Header } from "./headers";
import { readImputationBlocks, readImputationSentences } from "./imputationTexts";
import { readImputationTables } from "./imputations";
import { readIndicateurs } from "./indicateurs";
import { readNatures } from "./natureDepenses";
import type { Imputations } from "./otherTables";
import { readPlans } from "./planDeFinancement";
import { readProse } from "./prose";
import type { Reading, Table } from "./tables";
import { withTotauxAnnonces } from "./totauxAnnonces";
import { readVersements } from "./versements";

type Columns = Pick<Header, "left" | "right">;

function overlaps(one: Columns, other: Columns): boolean {
  return one.left <= other.right && other.left <= one.right;
}

/** Plans and budgets of a sheet, top to bottom. Tables of persons are none of them, whatever their columns say. */
function readFinance(grid: Grid, persons: readonly FluxStock[]): Table[] {
  const isOfPersons = ({ lastRow }: Header): boolean =>
    persons.some(({ form, area }) => form !== "phrase" && lastRow >= area.top && lastRow <= area.bottom);
  const headers = findHeaders(grid).filter((header) => !isOfPersons(header));
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

/** Imputations of a sheet: tables and code columns, blocks of fields, sentences. */
function readImputations(grid: Grid, finance: readonly Table[]): Imputations[] {
  const plans = finance.filter((table) => table.kind === "plan-de-financement");
  const tables = readImputationTables(grid, plans);
  const areas = [...finance, ...tables].map(({ area }) => area);
  return [...tables, ...readImputationBlocks(grid, areas), ...readImputationSentences(grid, areas)];
}

/** The year that a workbook is about: the one that its plans name, or its file's name. */
function yearOfWorkbook(workbook: Workbook, tables: readonly Table[]): number | null {
  const years = new Set(tables.flatMap((table) => (table.kind === "plan-de-financement" ? (table.year ?? []) : [])));
  const [first] = years;
  return years.size === 1 && first !== undefined ? first : yearOf(workbook.name);
}

/** Reads every table of a workbook. Sheets are independent of each other; hidden ones are read like the others. */
export function readTables(workbook: Workbook): Reading {
  const sheets = workbook.sheets.map((sheet) => {
    const grid = new Grid(sheet);
    const fluxStocks = readFluxStocks(grid);
    const tables = readFinance(grid, fluxStocks);
    const imputations = readImputations(grid, tables);
    // Sentences that hold a code stay sentences: their amounts are mentioned all the same.
    const taken = [...tables, ...imputations.filter(({ form }) => form !== "prose")].map(({ area }) => area);
    const versements = readVersements(grid, taken);
    const prose = readProse(grid, taken);
    const others = [...tables, ...imputations, ...versements, ...fluxStocks].map(({ area }) => area);
    const indicateurs = withTotauxAnnonces(readIndicateurs(grid, others), prose);
    return { grid, tables, imputations, versements, fluxStocks, indicateurs, prose };
  });
  const tables = sheets.flatMap((sheet) => sheet.tables);
  return {
    tables,
    imputations: sheets.flatMap(({ imputations }) => imputations),
    versements: sheets.flatMap(({ versements }) => versements),
    coordonnees: sheets.flatMap(({ grid }) => readCoordonnees(grid)),
    natures: sheets.flatMap(({ grid, tables: own }) => readNatures(grid, own)),
    bilans: [],
    indicateurs: sheets.flatMap(({ indicateurs }) => indicateurs),
    fluxStocks: sheets.flatMap(({ fluxStocks }) => fluxStocks),
    prose: sheets.flatMap(({ prose }) => prose),
    year: yearOfWorkbook(workbook, tables),
  };
}
