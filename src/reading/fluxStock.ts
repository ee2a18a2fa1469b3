/** Reads every table of persons of a sheet: flux and stock, calendars, splits by dominante and by actor. */
import { readBassins } from "./bassins";
import { readMatrices } from "./fluxMatrices";
import type { FluxStock } from "./fluxStockTables";
import { readFluxTables } from "./fluxTables";
import type { Grid } from "./grid";
import { readRepartitions } from "./repartitions";

/** Tables of persons of a sheet, in the order of their forms. */
export function readFluxStocks(grid: Grid): FluxStock[] {
  const tables = readFluxTables(grid);
  const matrices = readMatrices(
    grid,
    tables.map(({ area }) => area),
  );
  return [...tables, ...matrices, ...readBassins(grid), ...readRepartitions(grid)];
}
