/** From the picture of a workbook to its tables. */
import { AUCUN_GENRE } from "../domain/colonnesLues";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import type { Workbook } from "../workbook/picture";
import { withBlocs } from "./bilanBlocs";
import { codesOfBilan } from "./bilanCodes";
import { readBilans } from "./bilansDeFeuille";
import { readBudgets } from "./budgetFiche";
import { readBudgetsCouches } from "./budgetsCouches";
import { readContext } from "./context";
import { readCoordonnees } from "./coordonnees";
import { readFichier } from "./fichiers";
import { readFlechages } from "./flechage";
import { readFluxStocks } from "./fluxStock";
import { readGrandsAngles } from "./grandAngle";
import { Grid } from "./grid";
import { enTeteDeTable, presqueDuPlan } from "./enTetesDesTables";
import { findHeaders, type Header } from "./headers";
import { readImputationBlocks, readImputationSentences } from "./imputationTexts";
import { readImputationTables } from "./imputations";
import { readIndicateurs } from "./indicateurs";
import { areaOfHeader, asRead, lectureOf, placeLectures, withSaid, type LecturePlacee } from "./lectures";
import { readMontantsEnLettres } from "./montantsEnLettres";
import { readNatures } from "./natureDepenses";
import type { Imputations } from "./otherTables";
import { isOwnReport } from "./ownReport";
import { readPlans } from "./planDeFinancement";
import { readPlansPrevisionnels } from "./planPrevisionnel";
import { readPresque } from "./presque";
import type { EnTeteDeTable, Presque } from "./presqueTables";
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
function readFinance(
  grid: Grid,
  headers: readonly Header[],
  taken: readonly Area[],
  placed: readonly LecturePlacee[],
): Table[] {
  const tables: Table[] = [];
  for (const header of headers) {
    const next = headers.find((other) => other.firstRow > header.lastRow && overlaps(other, header));
    const lastRow = next ? next.firstRow - 1 : grid.lastRow;
    const above = [...tables.map(({ area }) => area), ...taken].filter(
      (area) => area.bottom < header.firstRow && overlaps(area, header),
    );
    const said = lectureOf(placed, header);
    const around = readContext(grid, header, Math.max(0, ...above.map(({ bottom }) => bottom + 1)));
    const context = { ...around, unit: said?.unit ?? around.unit, year: said?.year ?? around.year };
    const isTaken = taken.some(
      (area) => header.firstRow <= area.bottom && header.lastRow >= area.top && overlaps(area, header),
    );
    if (header.isOther || isTaken) continue;
    const kind = said?.kind ?? null;
    const budgets = kind === "plan-de-financement" ? [] : readBudgets(grid, header, context, lastRow, kind !== null);
    const isPlan = budgets.length === 0 && (kind === null || kind === "plan-de-financement");
    tables.push(...(isPlan ? readPlans(grid, header, context, lastRow, kind !== null) : budgets));
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

type SheetTables = Pick<
  Reading,
  | "tables"
  | "imputations"
  | "versements"
  | "coordonnees"
  | "natures"
  | "bilans"
  | "indicateurs"
  | "fluxStocks"
  | "flechages"
  | "grandsAngles"
  | "plansPrevisionnels"
>;

/** Every table of a sheet but its codes inside another table, in the order of the kinds. */
function allTables(read: SheetTables): { readonly kind: string; readonly sheet: string; readonly area: Area }[] {
  return [
    ...read.tables,
    ...read.imputations.filter(({ form }) => form === "tableau" || form === "bloc"),
    ...read.versements,
    ...read.coordonnees,
    ...read.natures,
    ...read.bilans,
    ...read.flechages,
    ...read.grandsAngles,
    ...read.plansPrevisionnels,
    ...read.indicateurs,
    ...read.fluxStocks,
  ];
}

/** How the tables of a sheet are headed, and what of it is nearly a table. */
function readHeadings(
  grid: Grid,
  own: Grid,
  read: SheetTables,
  placed: readonly LecturePlacee[],
): { readonly enTetes: readonly EnTeteDeTable[]; readonly presque: readonly Presque[] } {
  const all = allTables(read);
  const none = placed.filter(({ lecture }) => lecture.kind === AUCUN_GENRE).map(({ enTete }) => areaOfHeader(enTete));
  const areas = [...all.map(({ area }) => area), ...none];
  return {
    enTetes: all.map((table) => enTeteDeTable(own, table, placed)),
    presque: readPresque(grid, areas),
  };
}

/** What the plans of a workbook lack for their rules, once it is known which year the workbook is about. */
function presqueLus(
  sheets: readonly {
    readonly own: Grid;
    readonly tables: readonly Table[];
    readonly enTetes: readonly EnTeteDeTable[];
  }[],
  year: number | null,
): Presque[] {
  return sheets.flatMap(({ own, tables, enTetes }) => {
    const done = new Set<EnTeteDeTable>();
    return tables.flatMap((table) => {
      const enTete = enTetes.find(({ kind, area }) => kind === table.kind && area === table.area);
      if (table.kind !== "plan-de-financement" || !enTete || done.has(enTete)) return [];
      done.add(enTete);
      const plans = tables.filter(({ kind, area }) => kind === table.kind && area.top === table.area.top).length;
      return presqueDuPlan(own, table, enTete, { plans, year }) ?? [];
    });
  });
}

/** Reads every table of a workbook. Sheets are independent of each other; hidden ones are read like the others. */
export function readTables(workbook: Workbook): Reading {
  const lectures = placeLectures(workbook);
  const sheets = workbook.sheets
    .filter((sheet) => !isOwnReport(sheet))
    .map((sheet) => {
      const placed = lectures.placed.filter((one) => one.sheet === sheet.name);
      const own = new Grid(sheet);
      const fichier = readFichier(own);
      // What is said of persons is shown to no other reader: none can take it for a label, a sentence or an identifier.
      const grid = fichier
        ? new Grid({ ...sheet, cells: [] })
        : placed.length > 0
          ? new Grid(asRead(sheet, placed))
          : own;
      const fluxStocks = readFluxStocks(grid);
      // A split in a sentence takes nothing from the table that the sentence stands in.
      const persons = fluxStocks.filter(({ form }) => form !== "phrase").map(({ area }) => area);
      const headers = findHeaders(grid);
      const bilans = readBilans(grid, headers).filter(({ area }) => !persons.some((other) => meets(area, other)));
      const spent = [...bilans.map(({ area }) => area), ...persons];
      const upright = readFinance(grid, headers, spent, placed);
      const tables = [...upright, ...readBudgetsCouches(grid, [...spent, ...upright.map(({ area }) => area)])];
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
      const found = {
        bilans: withSaid(placed, bilans),
        tables,
        imputations: withSaid(placed, imputations),
        flechages: withSaid(placed, beside.flechages),
        grandsAngles: withSaid(placed, beside.grandsAngles),
        plansPrevisionnels: withSaid(placed, beside.plansPrevisionnels),
        versements: withSaid(placed, versements),
        fluxStocks,
        indicateurs,
        coordonnees: readCoordonnees(grid),
        natures: readNatures(grid, tables),
      };
      return { grid, own, fichier, prose, ...found, ...readHeadings(grid, own, found, placed) };
    });
  const tables = sheets.flatMap((sheet) => sheet.tables);
  const year = yearOfWorkbook(workbook, tables);
  return {
    tables,
    imputations: sheets.flatMap(({ imputations }) => imputations),
    versements: sheets.flatMap(({ versements }) => versements),
    coordonnees: sheets.flatMap(({ coordonnees }) => coordonnees),
    natures: sheets.flatMap(({ natures }) => natures),
    bilans: sheets.flatMap(({ bilans }) => bilans.map((bilan) => withBlocs(bilan, tables))),
    indicateurs: sheets.flatMap(({ indicateurs }) => indicateurs),
    fluxStocks: sheets.flatMap(({ fluxStocks }) => fluxStocks),
    flechages: sheets.flatMap(({ flechages }) => flechages),
    grandsAngles: sheets.flatMap(({ grandsAngles }) => grandsAngles),
    plansPrevisionnels: sheets.flatMap(({ plansPrevisionnels }) => plansPrevisionnels),
    montantsEnLettres: sheets.flatMap(({ grid }) => readMontantsEnLettres(grid)),
    fichiers: sheets.flatMap(({ fichier }) => fichier ?? []),
    prose: sheets.flatMap(({ prose }) => prose),
    enTetes: sheets.flatMap(({ enTetes }) => enTetes),
    presque: [...presqueLus(sheets, year), ...sheets.flatMap(({ presque }) => presque)],
    lecturesSansTableau: lectures.unused,
    year,
  };
}
