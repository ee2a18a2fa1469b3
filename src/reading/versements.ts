/** Reads payments: tables of advances and balances, lines of a label and its value, sentences. */
import type { Unit } from "../domain/amount";
import { readRateText } from "../domain/rate";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import { generalDecimals, readAmountCell, readRateCell } from "./amountCells";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import { announcedUnit, rowKindOf } from "./labels";
import type { LigneDeVersement, Versements } from "./otherTables";
import type { AmountCell, RateCell } from "./tables";
import { champOf, isBilan, objetWithin, type ChampDeVersement } from "./versementLabels";
import { readVersementTexts } from "./versementTexts";

/** Longer texts are sentences, not headers. */
const LONGEST_HEADER = 80;
/** Rows above a header that can say what is paid, of which year and in which unit. */
const TITLE_ROWS = 6;
/** Blank rows that may stand between the payments of one table. */
const LONGEST_GAP = 1;

type Columns = ReadonlyMap<number, ChampDeVersement | "label">;

/** The columns of a header row; empty where the row heads no payments. */
function columnsAt(grid: Grid, row: number): Columns {
  const columns = new Map<number, ChampDeVersement | "label">();
  for (const cell of grid.row(row)) {
    if (typeof cell.value !== "string") {
      if (cell.value === null || yearOf(String(cell.value)) !== null) continue;
      return new Map();
    }
    if (cell.value.length > LONGEST_HEADER || isBilan(cell.value)) return new Map();
    const champ = champOf(cell.value);
    columns.set(cell.column, champ && ![...columns.values()].includes(champ) ? champ : "label");
  }
  const champs = new Set(columns.values());
  const isPayment = champs.has("avance") || (champs.has("solde") && (champs.has("verse") || champs.has("du")));
  const amounts = [...champs].filter((champ) => champ !== "label" && champ !== "taux");
  return isPayment && amounts.length >= 2 ? columns : new Map();
}

function linesAbove(grid: Grid, row: number): string[] {
  const lines: string[] = [];
  for (let above = row - 1; above >= Math.max(0, row - TITLE_ROWS); above -= 1) {
    for (const cell of grid.row(above))
      if (typeof cell.value === "string" && cell.value.length <= 200) lines.push(cell.value);
  }
  return lines;
}

/** The rate that a header states for its whole column: "Avance (60 %)". */
function rateOfHeader(grid: Grid, row: number, column: number): RateCell | null {
  const written = /\d{1,3}(?:[.,]\d+)? ?%/.exec(cellText(grid.at(row, column)))?.[0];
  const rate = written === undefined ? null : readRateText(written);
  return rate && written !== undefined
    ? { ref: { sheet: grid.sheet.name, row, column }, rate, written, subject: null }
    : null;
}

interface Body {
  readonly grid: Grid;
  readonly headerRow: number;
  readonly columns: Columns;
  readonly unit: Unit;
  readonly around: readonly string[];
}

function readLine({ grid, headerRow, columns, unit, around }: Body, row: number): LigneDeVersement | null {
  const columnOf = (champ: ChampDeVersement): number | undefined => [...columns].find(([, one]) => one === champ)?.[0];
  const amount = (champ: ChampDeVersement): AmountCell | null => {
    const column = columnOf(champ);
    if (column === undefined) return null;
    const own = announcedUnit(cellText(grid.at(headerRow, column))) ?? unit;
    const cell = readAmountCell(grid, row, column, own, generalDecimals(grid, column, headerRow + 1, grid.lastRow));
    return cell.state === "empty" || cell.state === "covered" ? null : cell;
  };
  const label = [...columns]
    .flatMap(([column, champ]) => (champ === "label" ? [cellText(grid.shownAt(row, column))] : []))
    .concat(columnsBefore(columns).map((column) => cellText(grid.shownAt(row, column))))
    .filter((text) => text !== "")
    .join(" ");
  const taux = columnOf("taux");
  const avanceColumn = columnOf("avance");
  const amounts = {
    base: amount("base"),
    avance: amount("avance"),
    du: amount("du"),
    verse: amount("verse"),
    solde: amount("solde"),
    tropPercu: amount("tropPercu"),
  };
  if (Object.values(amounts).every((cell) => cell === null || cell.state === "unreadable")) return null;
  const rate =
    taux === undefined
      ? null
      : readRateCell(grid, row, { index: taux, role: "taux", header: "", year: null, unit: null, rateSubject: null });
  return {
    row,
    kind: rowKindOf([label]) === "detail" ? "ligne" : "total",
    label,
    ...objetWithin(label, around),
    ...amounts,
    taux: rate ?? (avanceColumn === undefined ? null : rateOfHeader(grid, headerRow, avanceColumn)),
  };
}

/** The column before the first header: that of the labels often has none. */
function columnsBefore(columns: Columns): number[] {
  const first = Math.min(...columns.keys());
  return first > 0 && columns.get(first) !== "label" ? [first - 1] : [];
}

function tableAt(grid: Grid, headerRow: number, columns: Columns): Versements | null {
  const headers = [...columns.keys()].map((column) => cellText(grid.at(headerRow, column)));
  const above = linesAbove(grid, headerRow);
  const around = [...above, grid.sheet.name];
  const body: Body = {
    grid,
    headerRow,
    columns,
    unit: [...headers, ...above].map(announcedUnit).find((unit) => unit !== null) ?? "€",
    around,
  };
  const lignes: LigneDeVersement[] = [];
  let last = headerRow;
  for (let row = headerRow + 1; row <= grid.lastRow && row - last <= LONGEST_GAP + 1; row += 1) {
    if (columnsAt(grid, row).size > 0) break;
    const ligne = readLine(body, row);
    if (!ligne) {
      if (!grid.isBlank(row) && lignes.length > 0) break;
      continue;
    }
    lignes.push(ligne);
    last = row;
  }
  // Invoices and leases have advances and balances too: a payment of ours names what it pays.
  if (!lignes.some(({ part }) => part !== null)) return null;
  const all = [...columns.keys(), ...columnsBefore(columns)];
  return {
    kind: "versements",
    form: "tableau",
    sheet: grid.sheet.name,
    area: { top: headerRow, left: Math.min(...all), bottom: last, right: Math.max(...all) },
    title: above[0] ?? grid.sheet.name,
    unit: body.unit,
    year: [...headers, ...around].map(yearOf).find((year) => year !== null) ?? null,
    lignes,
  };
}

/**
 * Reads the payments of a sheet.
 * @param taken areas of tables already read, which hold none
 */
export function readVersements(grid: Grid, taken: readonly Area[]): Versements[] {
  const found: Versements[] = [];
  let read = -1;
  for (const row of grid.rowsSaying(HINT.versement)) {
    if (row <= read || taken.some(({ top, bottom }) => row >= top && row <= bottom)) continue;
    const columns = columnsAt(grid, row);
    const table = columns.size > 0 ? tableAt(grid, row, columns) : null;
    if (!table) continue;
    found.push(table);
    read = table.area.bottom;
  }
  return [...found, ...readVersementTexts(grid, [...taken, ...found.map(({ area }) => area)])];
}
