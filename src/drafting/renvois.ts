/** Which formulas count with which cells: words in such a cell would make an error of them. */
import { cellAddress, parseArea, qualifiedAddress, type CellRef } from "../workbook/address";
import type { Workbook } from "../workbook/picture";

/** Functions that pass over words, with nothing but cells and ranges between their brackets. */
const TOLERANT = /\b(?:SUM|SUBTOTAL|COUNT|COUNTA|COUNTIF|N|ISNUMBER|ISTEXT|MAX|MIN|AVERAGE)\([^()+*/-]*\)/gi;
const REFERENCE = /(?:('(?:[^']|'')+'|[\wÀ-ÖØ-öø-ÿ.]+)!)?(\$?[A-Z]{1,3}\$?\d{1,7})(?![\w(:])/gi;
const RANGE = /\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7}/gi;

/** The cells that a formula of `sheet` counts with by an operator, or hands to a function that refuses words. */
export function countedBy(formula: string, sheet: string): CellRef[] {
  // A formula that catches its errors shows none.
  if (/\bIFERROR\(/i.test(formula)) return [];
  const plain = formula
    .replace(/"[^"]*"/g, "")
    .replace(TOLERANT, "0")
    .replace(RANGE, "0");
  return [...plain.matchAll(REFERENCE)].flatMap(([, name, address = ""]) => {
    const area = parseArea(address);
    if (!area) return [];
    const named = name?.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
    return [{ sheet: named ?? sheet, row: area.top, column: area.left }];
  });
}

/** The formulas that count with a cell. Built once for a workbook. */
export function renvoisOf({ sheets }: Workbook): (ref: CellRef) => readonly CellRef[] {
  const readers = new Map<string, CellRef[]>();
  const keyOf = (ref: CellRef): string => qualifiedAddress(ref).toLowerCase();
  for (const { name, cells } of sheets) {
    for (const { row, column, formula } of cells) {
      if (formula === null) continue;
      for (const counted of countedBy(formula, name)) {
        const reader = { sheet: name, row, column };
        const known = readers.get(keyOf(counted));
        if (known) known.push(reader);
        else readers.set(keyOf(counted), [reader]);
      }
    }
  }
  return (ref) => readers.get(keyOf(ref)) ?? [];
}

/** True where a formula of `sheet` counts with one of these addresses of the same sheet. */
export function countsWith(formula: string, sheet: string, addresses: ReadonlySet<string>): boolean {
  return countedBy(formula, sheet).some(
    (ref) => ref.sheet === sheet && addresses.has(cellAddress(ref.row, ref.column)),
  );
}
