/** A small workbook over the real client, for the tests of this folder. */
import { EmulatedWorkbook, type HostOptions, type Recalculation } from "../../src/emulator";
import { loadOfficeClient } from "../../src/emulator/node";
import { cell, sheet, workbook } from "../host/contract";

export const PICTURE = workbook(
  sheet("Plan 2025", [
    cell(0, 0, { value: "Total" }),
    cell(0, 1, { value: 3, formula: "=1+2" }),
    cell(2, 2, { value: "030", numberFormat: "@" }),
  ]),
  sheet("Protégée", [cell(0, 0, { value: 1 })], { isProtected: true }),
  sheet("Vide", []),
  sheet("Masquée", [], { visibility: "hidden" }),
);

export function setUp(options: HostOptions = {}, recalculate?: (access: Recalculation) => void) {
  const book = EmulatedWorkbook.fromPicture(PICTURE, recalculate ? { recalculate } : {});
  return { book, ...loadOfficeClient(book, options) };
}

/** Events and the client's own tidying come after the answer. */
export const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));
