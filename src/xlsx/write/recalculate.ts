/** What formulas show once cells have changed: computed where the engine can say it, else nothing. */
import { affectedFormulas } from "../../calculation/affected";
import type { Calculation, CalculationOptions } from "../../calculation/calculation";
import type { Place, SheetArea } from "../../calculation/dependencies";
import type { Cell, Workbook } from "../../workbook/picture";

export interface Recalculated {
  /** The workbook with what the affected formulas show; "cached", or "missing" where nobody can say. */
  readonly workbook: Workbook;
  /** The affected formulas, and the cells that affected array formulas had filled. */
  readonly places: readonly Place[];
}

type Content = Pick<Cell, "value" | "error" | "origin">;
const MISSING: Content = { value: null, error: null, origin: "missing" };
const keyOf = ({ sheet, row, column }: Place) => `${sheet}:${row},${column}`;

/** The workbook with other contents in some cells; null takes a cell away. */
function withContents(
  workbook: Workbook,
  contentOf: (cell: Cell, key: string) => Content | null | undefined,
): Workbook {
  const sheets = workbook.sheets.map((sheet, index) => ({
    ...sheet,
    cells: sheet.cells.flatMap((cell): Cell[] => {
      const content = contentOf(cell, keyOf({ ...cell, sheet: index }));
      if (content === undefined) return [cell];
      return content === null ? [] : [{ ...cell, ...content }];
    }),
  }));
  return { ...workbook, sheets };
}

/** Places of the cells that array formulas fill beside their own. */
function filledPlaces(workbook: Workbook, affected: readonly Place[], needs: CalculationOptions): Place[] {
  return affected.flatMap(({ sheet, row, column }) => {
    const area = needs.arrays?.[sheet]?.get(`${row},${column}`);
    if (!area) return [];
    return (workbook.sheets[sheet]?.cells ?? [])
      .filter(
        (cell) =>
          cell.formula === null &&
          area.top <= cell.row &&
          cell.row <= area.bottom &&
          area.left <= cell.column &&
          cell.column <= area.right,
      )
      .map((cell) => ({ sheet, row: cell.row, column: cell.column }));
  });
}

function contentsOf(workbook: Workbook, keys: ReadonlySet<string>): Map<string, Cell> {
  const found = new Map<string, Cell>();
  workbook.sheets.forEach(({ cells }, sheet) => {
    for (const cell of cells) {
      const key = keyOf({ ...cell, sheet });
      if (keys.has(key)) found.set(key, cell);
    }
  });
  return found;
}

/**
 * Computes what depends on the changed areas of a workbook that holds the changes already. A formula among the changes
 * that the engine cannot compute keeps the value it was written with, if any.
 */
export async function recalculate(
  workbook: Workbook,
  changed: readonly SheetArea[],
  needs: CalculationOptions,
  load: (() => Promise<Calculation | null>) | undefined,
): Promise<Recalculated> {
  const affected = affectedFormulas(workbook, changed, needs);
  if (affected.length === 0) return { workbook, places: [] };
  const filled = filledPlaces(workbook, affected, needs);
  const keys = new Set(affected.map(keyOf));
  const emptied = new Set(filled.map(keyOf));
  const isNew = ({ sheet, row, column }: Place) =>
    changed.some(
      (one) =>
        one.sheet === sheet &&
        one.area.top <= row &&
        row <= one.area.bottom &&
        one.area.left <= column &&
        column <= one.area.right,
    );
  const given = contentsOf(workbook, new Set(affected.filter(isNew).map(keyOf)));
  const stale = withContents(workbook, (_cell, key) => (keys.has(key) ? MISSING : undefined));
  const engine = await load?.().catch(() => null);
  let results = engine?.computeMissing(stale, needs) ?? stale;
  const kept = [...contentsOf(results, new Set(given.keys()))].filter(
    ([key, { origin }]) => origin === "missing" && given.get(key)?.origin === "cached",
  );
  if (kept.length > 0) {
    const back = new Map(kept.map(([key]) => [key, given.get(key)]));
    const trusting = withContents(stale, (_cell, key) => back.get(key));
    results = engine?.computeMissing(trusting, needs) ?? trusting;
  }
  const final = contentsOf(results, keys);
  const shown = withContents(workbook, (_cell, key) => {
    if (emptied.has(key)) return null;
    const cell = final.get(key);
    if (!cell) return undefined;
    const { value, error, origin } = cell;
    return origin === "missing" ? MISSING : { value, error, origin: "cached" };
  });
  return { workbook: shown, places: [...affected, ...filled] };
}
