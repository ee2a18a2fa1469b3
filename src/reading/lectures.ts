/**
 * What a person said of tables, put where the readers look: the header that they know a role by stands in the place of
 * the header that nobody could read. The picture itself stays as it is for the rules.
 */
import type { Unit } from "../domain/amount";
import { AUCUN_GENRE, roleDeColonne } from "../domain/colonnesLues";
import { keyOfLecture, type Lecture } from "../domain/lecture";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import type { Cell, Sheet, Workbook } from "../workbook/picture";
import { placesOf, type EnTeteLu } from "./enTetesLus";
import { cellText, Grid } from "./grid";
import type { Header } from "./headers";
import { announcedUnit } from "./labels";

/** A reading, and the header that it is about. */
export interface LecturePlacee {
  readonly lecture: Lecture;
  readonly sheet: string;
  readonly enTete: EnTeteLu;
}

/** The readings of a workbook, each at its place; those that match nothing any more. */
export interface Lectures {
  readonly placed: readonly LecturePlacee[];
  readonly unused: readonly Lecture[];
}

/** A header that no reader takes for anything. */
const NOT_READ = "Commentaires";

function placeIn(lecture: Lecture, grid: Grid): LecturePlacee[] {
  const headers = lecture.columns.map(({ header }) => header);
  return placesOf(grid, headers).map((enTete) => ({ lecture, sheet: grid.sheet.name, enTete }));
}

/** Where a reading belongs: in its sheet, or in the only other place of a workbook whose sheet was renamed. */
function placeOf(lecture: Lecture, grids: readonly Grid[]): LecturePlacee | null {
  const own = grids.find(({ sheet }) => sheet.name === lecture.sheet);
  if (own) return placeIn(lecture, own)[lecture.rank - 1] ?? null;
  const elsewhere = grids.flatMap((grid) => placeIn(lecture, grid));
  return elsewhere.length === 1 ? (elsewhere[0] ?? null) : null;
}

/** Finds what each reading of a workbook is about. */
export function placeLectures({ sheets, lectures = [] }: Workbook): Lectures {
  if (lectures.length === 0) return { placed: [], unused: [] };
  const grids = sheets.map((sheet) => new Grid(sheet));
  const unique = new Map(lectures.map((lecture) => [keyOfLecture(lecture), lecture]));
  const placed: LecturePlacee[] = [];
  const unused: Lecture[] = [];
  for (const lecture of unique.values()) {
    const place = placeOf(lecture, grids);
    if (place) placed.push(place);
    else unused.push(lecture);
  }
  return { placed, unused };
}

/** What the readers read for a column: its role's own header, with the year and the unit. */
function headerOf({ kind, unit }: Lecture, header: string, role: string | null): string {
  const known = kind === AUCUN_GENRE || role === null ? null : roleDeColonne(kind, role);
  if (!known) return NOT_READ;
  const own = yearOf(known.entete) === null ? yearOf(header) : null;
  const shown = known.isMontant === true ? (unit ?? announcedUnit(header)) : null;
  return [known.entete, own === null ? "" : String(own), shown === null ? "" : `(${shown})`]
    .filter((part) => part !== "")
    .join(" ");
}

function isIn({ top, bottom, left, right }: Area, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The header, and for what is no table of ours its rows too, up to the first blank one. */
function hiddenArea(grid: Grid, { lecture, enTete }: LecturePlacee): Area {
  const { firstRow: top, lastRow, left, headers } = enTete;
  const right = left + headers.length - 1;
  let bottom = lastRow;
  if (lecture.kind === AUCUN_GENRE) {
    const isFilled = (row: number): boolean => headers.some((_, place) => cellText(grid.at(row, left + place)) !== "");
    while (bottom < grid.lastRow && isFilled(bottom + 1)) bottom += 1;
  }
  return { top, bottom, left, right };
}

function saidCells({ lecture, enTete }: LecturePlacee): Cell[] {
  if (lecture.kind === AUCUN_GENRE) return [];
  return lecture.columns.map(({ header, role }, place): Cell => ({
    row: enTete.lastRow,
    column: enTete.left + place,
    value: headerOf(lecture, header, role),
    error: null,
    formula: null,
    numberFormat: "General",
    origin: null,
  }));
}

/** A sheet as the person who knows it reads it. */
export function asRead(sheet: Sheet, placed: readonly LecturePlacee[]): Sheet {
  if (placed.length === 0) return sheet;
  const grid = new Grid(sheet);
  const hidden = placed.map((one) => hiddenArea(grid, one));
  const cells = [
    ...sheet.cells.filter(({ row, column }) => !hidden.some((area) => isIn(area, row, column))),
    ...placed.flatMap(saidCells),
  ].sort((one, other) => one.row - other.row || one.column - other.column);
  const isHeader = (merge: Area): boolean =>
    placed.some(
      ({ enTete: { firstRow, lastRow, left, headers } }) =>
        merge.top <= lastRow &&
        merge.bottom >= firstRow &&
        merge.left <= left + headers.length - 1 &&
        merge.right >= left,
    );
  return { ...sheet, cells, merges: sheet.merges.filter((merge) => !isHeader(merge)) };
}

/** The cells of a header. */
export function areaOfHeader({ firstRow, lastRow, left, headers }: EnTeteLu): Area {
  return { top: firstRow, bottom: lastRow, left, right: left + headers.length - 1 };
}

/** What is said of the table whose header, as read, has this last row; null where nothing is. */
export function saidOf(placed: readonly LecturePlacee[], { top, bottom, left, right }: Area): LecturePlacee | null {
  const found = placed.find(
    ({ enTete }) =>
      enTete.lastRow >= top &&
      enTete.lastRow <= bottom &&
      enTete.left <= right &&
      enTete.left + enTete.headers.length - 1 >= left,
  );
  return found ?? null;
}

/** The reading that is about the table of a header; null where none is. */
export function lectureOf(
  placed: readonly LecturePlacee[],
  { firstRow, lastRow, left, right }: Pick<Header, "firstRow" | "lastRow" | "left" | "right">,
): Lecture | null {
  return saidOf(placed, { top: firstRow, bottom: lastRow, left, right })?.lecture ?? null;
}

/** Tables with the year and the unit that a person gave them. */
export function withSaid<T extends { readonly area: Area; readonly year: number | null; readonly unit: Unit }>(
  placed: readonly LecturePlacee[],
  tables: readonly T[],
): T[] {
  return tables.map((table) => {
    const said = saidOf(placed, table.area)?.lecture;
    return said ? { ...table, year: said.year ?? table.year, unit: said.unit ?? table.unit } : table;
  });
}
