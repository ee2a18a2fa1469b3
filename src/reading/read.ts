/** From the picture of a workbook to its tables. */
import { yearOf } from "../domain/years";
import type { Workbook } from "../workbook/picture";
import { withBlocs } from "./bilanBlocs";
import type { Grid } from "./grid";
import { presqueDuPlan } from "./enTetesDesTables";
import { placeLectures } from "./lectures";
import { isOwnReport } from "./ownReport";
import type { EnTeteDeTable, Presque } from "./presqueTables";
import { readSheet, type SheetToRead } from "./readSheet";
import type { Reading, Table } from "./tables";

/** The year that a workbook is about: the one that its plans name, or its file's name. */
function yearOfWorkbook(workbook: Workbook, tables: readonly Table[]): number | null {
  const years = new Set(tables.flatMap((table) => (table.kind === "plan-de-financement" ? (table.year ?? []) : [])));
  const [first] = years;
  return years.size === 1 && first !== undefined ? first : yearOf(workbook.name);
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
/** The sheets that can hold a table of the convention's, and the readings that are about no table any more. */
export function sheetsToRead(workbook: Workbook): {
  readonly sheets: readonly SheetToRead[];
  readonly unused: Reading["lecturesSansTableau"];
} {
  const { placed, unused } = placeLectures(workbook);
  const sheets = workbook.sheets.filter((sheet) => !isOwnReport(sheet));
  return {
    sheets: sheets.map((sheet) => ({ sheet, placed: placed.filter((one) => one.sheet === sheet.name) })),
    unused,
  };
}

/** Reads every table of a workbook. Sheets are independent of each other; hidden ones are read like the others. */
export function readTables(workbook: Workbook): Reading {
  const { sheets: toRead, unused } = sheetsToRead(workbook);
  const sheets = toRead.map(readSheet);
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
    montantsEnLettres: sheets.flatMap(({ lettres }) => lettres),
    fichiers: sheets.flatMap(({ fichier }) => fichier ?? []),
    prose: sheets.flatMap(({ prose }) => prose),
    enTetes: sheets.flatMap(({ enTetes }) => enTetes),
    presque: [...presqueLus(sheets, year), ...sheets.flatMap(({ presque }) => presque)],
    lecturesSansTableau: unused,
    year,
  };
}
