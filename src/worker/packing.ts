/** Cells as columns of plain values: many objects are slow to copy from one thread to the other, a few arrays are not. */
import type { Cell } from "../workbook/picture";

const ORIGINS = [null, "cached", "computed", "missing"] as const;

/** One entry a cell in each of its lists; a field that cells gain has to be given a list here. */
export interface PackedCells extends Record<keyof Cell, unknown> {
  readonly row: Uint32Array;
  readonly column: Uint16Array;
  readonly value: readonly Cell["value"][];
  readonly error: readonly Cell["error"][];
  readonly formula: readonly Cell["formula"][];
  /** Places in `formats`. */
  readonly numberFormat: Uint32Array;
  /** Places in ORIGINS. */
  readonly origin: Uint8Array;
  readonly formats: readonly string[];
}

/** The other way from `unpackedCells`. */
export function packedCells(cells: readonly Cell[]): PackedCells {
  const formats = new Map<string, number>();
  const placeOf = (format: string): number => {
    const known = formats.get(format) ?? formats.size;
    formats.set(format, known);
    return known;
  };
  const numberFormat = Uint32Array.from(cells, (cell) => placeOf(cell.numberFormat));
  return {
    row: Uint32Array.from(cells, ({ row }) => row),
    column: Uint16Array.from(cells, ({ column }) => column),
    value: cells.map(({ value }) => value),
    error: cells.map(({ error }) => error),
    formula: cells.map(({ formula }) => formula),
    numberFormat,
    origin: Uint8Array.from(cells, ({ origin }) => ORIGINS.indexOf(origin)),
    formats: [...formats.keys()],
  };
}

/** The cells as they were. */
export function unpackedCells({
  row,
  column,
  value,
  error,
  formula,
  numberFormat,
  origin,
  formats,
}: PackedCells): Cell[] {
  return value.map((one, index) => ({
    row: row[index] ?? 0,
    column: column[index] ?? 0,
    value: one,
    error: error[index] ?? null,
    formula: formula[index] ?? null,
    numberFormat: formats[numberFormat[index] ?? 0] ?? "General",
    origin: ORIGINS[origin[index] ?? 0] ?? null,
  }));
}

/** True for what `packedCells` makes: as many entries in each list. */
export function isPackedCells(value: unknown): value is PackedCells {
  if (typeof value !== "object" || value === null || !("value" in value) || !Array.isArray(value.value)) return false;
  const { length } = value.value;
  const lists = Object.entries(value).filter(([name]) => name !== "formats");
  const isWhole = (list: unknown): boolean =>
    (Array.isArray(list) || ArrayBuffer.isView(list)) && "length" in list && list.length === length;
  return lists.length === 7 && lists.every(([, list]) => isWhole(list)) && "formats" in value;
}
