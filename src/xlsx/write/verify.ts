/** Reads again what was written: a file that does not hold what it should is never given to anybody. */
import { isSameContent } from "../../workbook/draft";
import type { Cell, Sheet, Workbook } from "../../workbook/picture";
import { readStored } from "../readXlsx";

function isSameCell(found: Cell, expected: Cell): boolean {
  return (
    found.row === expected.row &&
    found.column === expected.column &&
    found.numberFormat === expected.numberFormat &&
    isSameContent(found, expected) &&
    found.value === expected.value &&
    found.error === expected.error &&
    found.origin === expected.origin
  );
}

function isSameSheet(found: Sheet, expected: Sheet): boolean {
  const mergesOf = ({ merges }: Sheet) => merges.map(({ top, left, bottom, right }) => [top, left, bottom, right]);
  return (
    found.name === expected.name &&
    found.visibility === expected.visibility &&
    found.isProtected === expected.isProtected &&
    String(mergesOf(found)) === String(mergesOf(expected)) &&
    found.cells.length === expected.cells.length &&
    found.cells.every((cell, i) => {
      const other = expected.cells[i];
      return other !== undefined && isSameCell(cell, other);
    })
  );
}

/** A fault of ours, seen before anybody else could. */
export class WrongResult extends Error {}

async function readAgain(bytes: Uint8Array, name: string): Promise<Workbook> {
  try {
    return (await readStored(bytes, { name })).workbook;
  } catch (error) {
    throw new WrongResult("what was written cannot be read", { cause: error });
  }
}

/** Throws WrongResult where the bytes do not hold the workbook, cell by cell. */
export async function requireHolds(bytes: Uint8Array, expected: Workbook): Promise<void> {
  const found = await readAgain(bytes, expected.name);
  const isSame =
    found.sheets.length === expected.sheets.length &&
    found.date1904 === expected.date1904 &&
    found.sheets.every((sheet, i) => {
      const other = expected.sheets[i];
      return other !== undefined && isSameSheet(sheet, other);
    });
  if (!isSame) throw new WrongResult("the file does not hold what was written");
}
