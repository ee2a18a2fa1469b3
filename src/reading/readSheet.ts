/** From the picture of a sheet to its tables. */
import { AUCUN_GENRE } from "../domain/colonnesLues";
import type { Area } from "../workbook/address";
import type { Sheet } from "../workbook/picture";
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
import { enTeteDeTable } from "./enTetesDesTables";
import { findHeaders, type Header } from "./headers";
import { readImputationBlocks, readImputationSentences } from "./imputationTexts";
import { readImputationTables } from "./imputations";
import { readIndicateurs } from "./indicateurs";
import { areaOfHeader, asRead, lectureOf, withSaid, type LecturePlacee } from "./lectures";
import { readMontantsEnLettres } from "./montantsEnLettres";
import { readNatures } from "./natureDepenses";
import type { Imputations } from "./otherTables";
import { partiesOf } from "./parties";
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
  const done = new Set<Header>();
  for (const header of headers) {
    if (done.has(header)) continue;
    const below = headers.filter((other) => other.firstRow > header.lastRow && overlaps(other, header));
    const endOf = (place: number): number => (below[place]?.firstRow ?? grid.lastRow + 1) - 1;
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
    const budgets = kind === "plan-de-financement" ? [] : readBudgets(grid, header, context, endOf(0), kind !== null);
    tables.push(...budgets);
    if (budgets.length > 0 || (kind !== null && kind !== "plan-de-financement")) continue;
    const parties = partiesOf(grid, header, below);
    const repeated = parties?.repeated ?? [];
    const options = { isSaid: kind !== null, parties };
    const plans = readPlans(grid, header, context, endOf(repeated.length), options);
    tables.push(...plans);
    if (plans.length > 0) for (const one of repeated) done.add(one);
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

type KindsOfSheet = Pick<
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
function allTables(read: KindsOfSheet): { readonly kind: string; readonly sheet: string; readonly area: Area }[] {
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
  read: KindsOfSheet,
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

/** The tables of one sheet, all that can be read of it without the others. */
function tablesOf(sheet: Sheet, placed: readonly LecturePlacee[]) {
  const own = new Grid(sheet);
  const fichier = readFichier(own);
  // What is said of persons is shown to no other reader: none can take it for a label, a sentence or an identifier.
  const grid = fichier ? new Grid({ ...sheet, cells: [] }) : placed.length > 0 ? new Grid(asRead(sheet, placed)) : own;
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
  const found = {
    bilans: withSaid(placed, bilans),
    tables,
    imputations: withSaid(placed, imputations),
    flechages: withSaid(placed, beside.flechages),
    grandsAngles: withSaid(placed, beside.grandsAngles),
    plansPrevisionnels: withSaid(placed, beside.plansPrevisionnels),
    versements: withSaid(placed, versements),
    fluxStocks,
    indicateurs: withTotauxAnnonces(readIndicateurs(grid, others), prose),
    coordonnees: readCoordonnees(grid),
    natures: readNatures(grid, tables),
  };
  const lettres = readMontantsEnLettres(grid);
  return { own, fichier, prose, lettres, ...found, ...readHeadings(grid, own, found, placed) };
}

/** What was read of a sheet, and what was said of its tables then. */
interface Known {
  readonly said: string;
  readonly tables: ReturnType<typeof tablesOf>;
}

/** A sheet is read once, as long as its picture and what is said of it are the same: after an edit the others are known. */
const READ = new WeakMap<Sheet, Known>();

/** A sheet, and what a person said of its tables. */
export interface SheetToRead {
  readonly sheet: Sheet;
  readonly placed: readonly LecturePlacee[];
}

/**
 * Reads the tables of one sheet ahead of `readTables`, which then has it already: for who wants to stop or to pause
 * between two sheets.
 */
export function readSheet({ sheet, placed }: SheetToRead): Known["tables"] {
  const said = JSON.stringify(placed);
  const known = READ.get(sheet);
  if (known?.said === said) return known.tables;
  const tables = tablesOf(sheet, placed);
  READ.set(sheet, { said, tables });
  return tables;
}
