/** Reads bytes and shows what a test looks at. */
import { readXlsx, type ReadOptions } from "../../src/xlsx/readXlsx";
import { cellAddress } from "../../src/workbook/address";
import type { Cell, Workbook } from "../../src/workbook/picture";

const NAME = "classeur.xlsx";

/** The picture of bytes that can be read. */
export async function pictureOf(bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<Workbook> {
  const result = await readXlsx(bytes, { name: NAME, ...options });
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

/** Cells of the first sheet by address. */
export async function cellsOf(bytes: Uint8Array, options?: Partial<ReadOptions>): Promise<Record<string, Cell>> {
  const { sheets } = await pictureOf(bytes, options);
  return Object.fromEntries((sheets[0]?.cells ?? []).map((cell) => [cellAddress(cell.row, cell.column), cell]));
}

/** Values of the first sheet by address; an error as {error}. */
export async function valuesOf(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const cells = await cellsOf(bytes);
  return Object.fromEntries(
    Object.entries(cells).map(([address, { value, error }]) => [address, error === null ? value : { error }]),
  );
}

/** Code and sentence of bytes that cannot be read. */
export async function failureOf(bytes: Uint8Array, options: Partial<ReadOptions> = {}) {
  const result = await readXlsx(bytes, { name: NAME, ...options });
  if (result.ok) throw new Error("the file was read");
  return result;
}
