/** How each table was read, for a person to see and to correct; what is nearly a table; readings without a table. */
import type { Grandeur } from "../domain/grandeur";
import { GRANDEUR_TEXTS } from "../messages/indicateurs";
import { lectureSansTableau, presqueText } from "../messages/presque";
import type { EnTeteDeTable, Presque } from "../reading/presqueTables";
import type { Reading, TableBase } from "../reading/tables";
import { areaAddress, columnLetters, type Area } from "../workbook/address";
import type { CheckReport, NearTable, TableReading, TableSummary } from "./report";

function readingOf({ lieu, left, roles, said }: EnTeteDeTable): TableReading {
  return {
    lieu,
    columns: lieu.headers.map((header, place) => ({
      letter: columnLetters(left + place),
      header,
      role: roles[place] ?? null,
    })),
    confirmed: said,
  };
}

/** How the table of a kind and a place was read; null for a table that has no header. */
export type ReadingOf = (kind: string, sheet: string, area: Area) => TableReading | null;

/** Looks up how the tables of a workbook were read. */
export function readingsOf({ enTetes }: Reading): ReadingOf {
  const byPlace = new Map(
    enTetes.map((enTete) => [JSON.stringify([enTete.kind, enTete.sheet, areaAddress(enTete.area)]), enTete]),
  );
  return (kind, sheet, area) => {
    const enTete = byPlace.get(JSON.stringify([kind, sheet, areaAddress(area)]));
    return enTete ? readingOf(enTete) : null;
  };
}

type Summarised = Omit<TableBase, "unit"> & { kind: string; year?: number | null; unit?: string; grandeur?: Grandeur };

/** What a report says of a table that was read. */
export function summaryOf(
  { kind, sheet, area, year, unit, grandeur, title }: Summarised,
  readingOf: ReadingOf,
): TableSummary {
  return {
    kind,
    sheet,
    range: areaAddress(area),
    year: year ?? null,
    unit: unit ?? GRANDEUR_TEXTS[grandeur ?? "nombre"],
    title,
    reading: readingOf(kind, sheet, area),
  };
}

/** What lacks, but for a year that was asked for. */
function manquesOf({ manques }: Presque, year: number | null): Presque["manques"] {
  return year === null ? manques : manques.filter(({ type }) => type !== "annee");
}

function nearTable(presque: Presque, year: number | null): NearTable[] {
  const { kind, sheet, area, isRead } = presque;
  const manques = manquesOf(presque, year);
  if (manques.length === 0) return [];
  return [
    {
      kind,
      sheet,
      range: areaAddress(area),
      missing: manques.map(({ type }) => type),
      message: presqueText(kind, manques, isRead),
      isRead,
      reading: readingOf(presque),
    },
  ];
}

/** What a report says of how a workbook was read. */
export function howRead(reading: Reading, year: number | null): Pick<CheckReport, "near" | "unusedReadings"> {
  return {
    near: reading.presque.flatMap((presque) => nearTable(presque, year)),
    unusedReadings: reading.lecturesSansTableau.map((lecture) => ({
      lecture,
      message: lectureSansTableau(lecture.kind, lecture.sheet),
    })),
  };
}
