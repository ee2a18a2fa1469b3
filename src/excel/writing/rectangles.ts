/** Cells grouped into rectangles: one request of Excel for each. */
import type { Area } from "../../workbook/address";

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Rectangles that hold exactly these cells, each once: runs of a row, joined with the equal run of the row above. */
export function rectanglesOf(cells: readonly Place[]): Area[] {
  const open = new Map<string, Area>();
  const closed: Area[] = [];
  for (const run of runsOf(cells)) {
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    if (above && above.bottom + 1 === run.top) {
      open.set(key, { ...above, bottom: run.bottom });
    } else {
      if (above) closed.push(above);
      open.set(key, run);
    }
  }
  return [...closed, ...open.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Neighbours of one row as one area, row by row. */
function runsOf(cells: readonly Place[]): Area[] {
  const runs: Area[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column) continue;
    if (last?.top === row && last.right + 1 === column) runs.splice(-1, 1, { ...last, right: column });
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
}
