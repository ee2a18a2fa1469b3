/** Tables of persons with territories in columns: their block is turned, read like the others, and turned back. */
import type { Area, CellRef } from "../workbook/address";
import type { Sheet } from "../workbook/picture";
import { dominanteOf, MONTHS, roleDeFlux } from "./fluxLabels";
import { readMatrices } from "./fluxMatrices";
import type { FluxStock } from "./fluxStockTables";
import { readFluxTables } from "./fluxTables";
import { plainText } from "../domain/amount";
import { cellText, Grid } from "./grid";
import { HINT } from "./hints";
import type { AmountCell, RateCell } from "./tables";

interface Block {
  readonly top: number;
  readonly bottom: number;
}

const LONGEST_LABEL = 90;
/** Most texts of a workbook are none of these: they need no closer look. */
const MAY_LABEL =
  /flux|entr|stock|file active|emploi|mobilis|quilibr|^(?:jan|f[ée]v|mar|avr|mai|juin|juil|ao|sep|oct|nov|d[ée]c)/i;
/** Rows above a block that its title can stand in. */
const TITLE_ROWS = 3;
const FEWEST_MONTHS = 3;
const FEWEST_DOMINANTES = 3;
/** One column of figures beside the labels is the description of one territory. */
const FEWEST_TERRITORIES = 2;

/** Runs of rows without a blank one. */
function blocksOf(grid: Grid): Block[] {
  const blocks: Block[] = [];
  let top: number | null = null;
  for (let row = 0; row <= grid.lastRow + 1; row += 1) {
    const isBlank = row > grid.lastRow || grid.isBlank(row);
    if (!isBlank) top ??= row;
    else if (top !== null) {
      blocks.push({ top, bottom: row - 1 });
      top = null;
    }
  }
  return blocks;
}

/** The block with the title that stands over it, apart from it by a blank row or two. */
function withTitle(grid: Grid, { top, bottom }: Block): Block {
  for (let row = top - 1; row >= Math.max(0, top - TITLE_ROWS); row -= 1) {
    const filled = [...grid.row(row)].filter((cell) => cellText(cell) !== "");
    if (filled.length > 0) return { top: filled.length === 1 ? row : top, bottom };
  }
  return { top, bottom };
}

/** True where one column names a flux and a stock, or months: its rows are what others have as columns. */
function isTurned(grid: Grid, rows: readonly number[]): boolean {
  const roles = new Map<number, Set<string>>();
  for (const row of rows) {
    for (const cell of grid.row(row)) {
      const text = cellText(cell);
      if (typeof cell.value !== "string" || text.length > LONGEST_LABEL || !MAY_LABEL.test(text)) continue;
      const month = MONTHS.findIndex((pattern) => pattern.test(plainText(text)));
      const known = roles.get(cell.column) ?? new Set();
      known.add(month === -1 ? roleDeFlux(text).replace("mensuel", "flux") : `mois ${month}`);
      known.add(`dominante ${dominanteOf(text) ?? ""}`);
      roles.set(cell.column, known);
    }
  }
  return [...roles.values()].some((names) => {
    const count = (word: string): number => [...names].filter((name) => name.startsWith(word)).length;
    if (names.has("flux") && names.has("stock")) return true;
    return (
      count("mois ") >= FEWEST_MONTHS || count("dominante ") - Number(names.has("dominante ")) >= FEWEST_DOMINANTES
    );
  });
}

function turnedSheet(grid: Grid, { top, bottom }: Block): Sheet {
  const { name, merges, visibility, isProtected } = grid.sheet;
  const inside = Array.from({ length: bottom - top + 1 }, (_, place) => grid.row(top + place)).flat();
  return {
    name,
    visibility,
    isProtected,
    cells: inside
      .map((cell) => ({ ...cell, row: cell.column, column: cell.row }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
    merges: merges.filter((area) => area.top >= top && area.bottom <= bottom).map(turnedArea),
  };
}

function turnedArea({ top, left, bottom, right }: Area): Area {
  return { top: left, left: top, bottom: right, right: bottom };
}

function turned<T extends { readonly ref: CellRef }>(one: T): T {
  return { ...one, ref: { ...one.ref, row: one.ref.column, column: one.ref.row } };
}

function turnedBack(table: FluxStock): FluxStock {
  const back = (rate: RateCell | null): RateCell | null => rate && turned(rate);
  return {
    ...table,
    area: turnedArea(table.area),
    tauxAnnonce: back(table.tauxAnnonce),
    lignes: table.lignes.map((ligne) => ({
      ...turned(ligne),
      taux: back(ligne.taux),
      nombres: Object.fromEntries(
        Object.entries(ligne.nombres).map(([champ, cell]): [string, AmountCell] => [champ, turned(cell)]),
      ),
      details: ligne.details.map((detail) => ({ ...turned(detail), cell: turned(detail.cell) })),
    })),
  };
}

/** Tables of a sheet whose territories, or dominantes, stand in columns. */
export function readTurnedTables(grid: Grid): FluxStock[] {
  const rows = grid.rowsSaying(HINT.tourne);
  let next = 0;
  const rowsUpTo = (bottom: number): number[] => {
    const first = next;
    while ((rows[next] ?? Infinity) <= bottom) next += 1;
    return rows.slice(first, next);
  };
  if (rows.length === 0) return [];
  return blocksOf(grid)
    .filter(({ bottom }) => isTurned(grid, rowsUpTo(bottom)))
    .flatMap((block) => {
      const other = new Grid(turnedSheet(grid, withTitle(grid, block)));
      const tables = readFluxTables(other);
      const areas = tables.map(({ area }) => area);
      const several = tables.filter(({ lignes }) => lignes.length >= FEWEST_TERRITORIES);
      return [...several, ...readMatrices(other, areas)].map(turnedBack);
    });
}
