/** Reads every table of persons of a sheet: flux and stock, calendars, splits by dominante and by actor. */
import type { Area } from "../workbook/address";
import { readBassins } from "./bassins";
import { readMatrices } from "./fluxMatrices";
import type { FluxStock } from "./fluxStockTables";
import { readFluxTables } from "./fluxTables";
import { readTurnedTables } from "./fluxTransposed";
import type { Grid } from "./grid";
import { readRepartitions } from "./repartitions";

function isWithin({ area }: FluxStock, areas: readonly Area[]): boolean {
  return areas.some(({ top, bottom }) => area.top <= bottom && top <= area.bottom);
}

/** Tables of persons of a sheet, in the order of their forms. */
export function readFluxStocks(grid: Grid): FluxStock[] {
  const tables = readFluxTables(grid);
  const matrices = readMatrices(
    grid,
    tables.map(({ area }) => area),
  );
  const upright = [...tables, ...matrices];
  const areas = upright.map(({ area }) => area);
  const turned = readTurnedTables(grid).filter((table) => !isWithin(table, areas));
  const taken = [...areas, ...turned.map(({ area }) => area)];
  const bassins = readBassins(grid).filter((table) => !isWithin(table, taken));
  return [...upright, ...turned, ...bassins, ...readRepartitions(grid)];
}
