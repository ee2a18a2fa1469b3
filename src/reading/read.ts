/** From the picture of a workbook to its tables. */
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import type { Workbook } from "../workbook/picture";
import { withBlocs } from "./bilanBlocs";
import { codesOfBilan } from "./bilanCodes";
import { readBilans } from "./bilansDeFeuille";
import { readBudgets } from "./budgetFiche";
import { readContext } from "./context";
import { readCoordonnees } from "./coordonnees";
import { readFichier } from "./fichiers";
import { readFlechages } from "./flechage";
import { readFluxStocks } from "./fluxStock";
import { readGrandsAngles } from "./grandAngle";
import { Grid } from "./grid";
import { findHeaders, type Header } from "./headers";
import { readImputationBlocks, readImputationSentences } from "./imputationTexts";
import { readImputationTables } from "./imputations";
import { readIndicateurs } from "./indicateurs";
import { readMontantsEnLettres } from "./montantsEnLettres";
import { readNatures } from "./natureDepenses";
import type { Imputations } from "./otherTables";
import { isOwnReport } from "./ownReport";
import { readPlans } from "./planDeFinancement";
import { readPlansPrevisionnels } from "./planPrevisionnel";
import { readProse } from "./prose";
import type { Reading, Table } from "./tables";
import { withTotauxAnnonces } from "./totauxAnnonces";
import { readVersements } from "./versements";

type Columns = Pick<Header, "left" | "right">;

function overlaps(one: Columns, other: Columns): boolean {
  return one.left <= other.right && other.left <= one.right;
}

function meets(one: Area, other: Area): boolean {
  return overlaps(one, other) && one.top <= other.bottom && other.top <= one.bottom;
}

/** Plans and budgets of a sheet, top to bottom; what stands in the given areas is none. */
function readFinance(grid: Grid, headers: readonly Header[], taken: readonly Area[]): Table[] {
  const tables: Table[] = [];
  for (const header of headers) {
    const next = headers.find((other) => other.firstRow > header.lastRow && overlaps(other, header));
    const lastRow = next ? next.firstRow - 1 : grid.lastRow;
    const above = [...tables.map(({ area }) => area), ...taken].filter(
      (area) => area.bottom < header.firstRow && overlaps(area, header),
    );
    const context = readContext(grid, header, Math.max(0, ...above.map(({ bottom }) => bottom + 1)));
    const isTaken = taken.some(
      (area) => header.firstRow <= area.bottom && header.lastRow >= area.top && overlaps(area, header),
    );
    if (header.isOther || isTaken) continue;
    const budgets = readBudgets(grid, header, context, lastRow);
    const found = budgets.length > 0 ? budgets : readPlans(grid, header, context, lastRow);
    tables.push(...found);
  }
  return tables;
}

/** Imputations of a sheet: tables and code columns, blocks of fields, sentences. */
function readImputations(grid: Grid, finance: readonly Table[], taken: readonly Area[]): Imputations[] {
  const plans = finance.filter((table) => table.kind === "plan-de-financement");
  const tables = readImputationTables(grid, plans, taken);
  const areas = [...[...finance, ...tables].map(({ area }) => area), ...taken];
  return [...tables, ...readImputationBlocks(grid, areas), ...readImputationSentences(grid, areas)];
}

/** The tables of a sheet that stand beside plans and budgets, and that no other reader knows. */
function readBeside(
  grid: Grid,
  taken: readonly Area[],
): Pick<Reading, "flechages" | "grandsAngles" | "plansPrevisionnels"> {
  return {
    flechages: readFlechages(grid, taken),
    grandsAngles: readGrandsAngles(grid, taken),
    plansPrevisionnels: readPlansPrevisionnels(grid, taken),
  };
}

/** The year that a workbook is about: the one that its plans name, or its file's name. */
function yearOfWorkbook(workbook: Workbook, tables: readonly Table[]): number | null {
  const years = new Set(tables.flatMap((table) => (table.kind === "plan-de-financement" ? (table.year ?? []) : [])));
  const [first] = years;
  return years.size === 1 && first !== undefined ? first : yearOf(workbook.name);
}

/** Reads every table of a workbook. Sheets are independent of each other; hidden ones are read like the others. */
export function readTables(workbook: Workbook): Reading {
  const sheets = workbook.sheets
    .filter((sheet) => !isOwnReport(sheet))
    .map((sheet) => {
      const own = new Grid(sheet);
      const fichier = readFichier(own);
      // What is said of persons is shown to no other reader: none can take it for a label, a sentence or an identifier.
      const grid = fichier ? new Grid({ ...sheet, cells: [] }) : own;
      const fluxStocks = readFluxStocks(grid);
      // A split in a sentence takes nothing from the table that the sentence stands in.
      const persons = fluxStocks.filter(({ form }) => form !== "phrase").map(({ area }) => area);
      const headers = findHeaders(grid);
      const bilans = readBilans(grid, headers).filter(({ area }) => !persons.some((other) => meets(area, other)));
      const spent = [...bilans.map(({ area }) => area), ...persons];
      const tables = readFinance(grid, headers, spent);
      const imputations = [...readImputations(grid, tables, spent), ...bilans.flatMap(codesOfBilan)];
      // Sentences that hold a code stay sentences: their amounts are mentioned all the same.
      const read = [...tables, ...imputations.filter(({ form }) => form !== "prose")].map(({ area }) => area);
      const known = [...read, ...spent];
      const beside = readBeside(grid, known);
      const taken = [...known, ...Object.values(beside).flatMap((found) => found.map(({ area }) => area))];
      const versements = readVersements(grid, taken);
      const prose = readProse(grid, taken);
      const others = [...taken, ...versements.map(({ area }) => area)];
      const indicateurs = withTotauxAnnonces(readIndicateurs(grid, others), prose);
      return { grid, fichier, bilans, tables, imputations, ...beside, versements, fluxStocks, indicateurs, prose };
    });
  const tables = sheets.flatMap((sheet) => sheet.tables);
  return {
    tables,
    imputations: sheets.flatMap(({ imputations }) => imputations),
    versements: sheets.flatMap(({ versements }) => versements),
    coordonnees: sheets.flatMap(({ grid }) => readCoordonnees(grid)),
    natures: sheets.flatMap(({ grid, tables: own }) => readNatures(grid, own)),
    bilans: sheets.flatMap(({ bilans }) => bilans.map((bilan) => withBlocs(bilan, tables))),
    indicateurs: sheets.flatMap(({ indicateurs }) => indicateurs),
    fluxStocks: sheets.flatMap(({ fluxStocks }) => fluxStocks),
    flechages: sheets.flatMap(({ flechages }) => flechages),
    grandsAngles: sheets.flatMap(({ grandsAngles }) => grandsAngles),
    plansPrevisionnels: sheets.flatMap(({ plansPrevisionnels }) => plansPrevisionnels),
    montantsEnLettres: sheets.flatMap(({ grid }) => readMontantsEnLettres(grid)),
    fichiers: sheets.flatMap(({ fichier }) => fichier ?? []),
    prose: sheets.flatMap(({ prose }) => prose),
    year: yearOfWorkbook(workbook, tables),
  };
}
