/** A workbook, a draft that touches each kind of thing, and the state of everything that a write could spoil. */
import { EmulatedWorkbook } from "../../src/emulator";
import { createMemoryJournal, type Journal } from "../../src/excel";
import type { CellRef } from "../../src/workbook/address";
import { EMPTY_CONTENT, type Draft, type NewSheet } from "../../src/workbook/draft";
import { cell, sheet, workbook } from "../host/contract";
import { draftOf, write } from "../host/writing";
import { hostOver } from "./host-over";

export const PICTURE = workbook(
  sheet("Plan", [
    cell(0, 0, { value: "Action" }),
    cell(1, 0, { value: "1.1", numberFormat: "@" }),
    cell(1, 1, { value: 1500.25, numberFormat: "#,##0.00" }),
    cell(1, 2, { value: 2024, numberFormat: "@" }),
    cell(1, 3, { value: 3000.5, formula: "=B2*2", numberFormat: "#,##0.00" }),
    cell(2, 0, { value: "030450232501" }),
    cell(2, 1, { value: "=x" }),
    cell(2, 2, { value: true }),
    cell(2, 3, { error: "#N/A" }),
  ]),
  sheet("Fiche d'été", [cell(0, 0, { value: 7 }), cell(3, 3, { value: "mai 2024" })]),
);

export const at = (name: string, row: number, column: number): CellRef => ({ sheet: name, row, column });

/** A constant of the sheet "Plan", over what the picture holds. */
export const put = (row: number, column: number, value: string | number) =>
  write(PICTURE, at("Plan", row, column), { value });

export const NEW_SHEET: NewSheet = {
  name: "Annexe 1.b",
  cells: [
    { row: 0, column: 0, content: { ...EMPTY_CONTENT, value: "Plan" }, look: { bold: true, fill: "DDEBF7" }, why: "" },
    { row: 1, column: 0, content: { ...EMPTY_CONTENT, value: "2.2" }, look: { border: true }, why: "" },
    { row: 1, column: 1, content: { ...EMPTY_CONTENT, formula: "=Plan!B2" }, look: { border: true }, why: "Repris." },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  columnWidths: [12, 18],
  rowHeights: { 0: 24 },
  frozenRows: 1,
  validations: [
    {
      kind: "list",
      area: { top: 1, left: 1, bottom: 4, right: 1 },
      values: ["a", "b"],
      title: "Code",
      message: "De la liste.",
    },
  ],
  print: {
    orientation: "landscape",
    pagesHigh: 1,
    area: { top: 0, left: 0, bottom: 1, right: 1 },
    titleRows: { first: 0, last: 0 },
  },
};

/** Every kind of content over another kind, in cells side by side and apart, on two sheets, and a sheet that is new. */
export const DRAFT: Draft = draftOf(
  [
    write(PICTURE, at("Plan", 1, 0), { value: 12 }),
    write(PICTURE, at("Plan", 1, 1), { formula: "=1000+500", numberFormat: "#,##0" }),
    write(PICTURE, at("Plan", 1, 2), { value: "2025", numberFormat: "@" }),
    write(PICTURE, at("Plan", 1, 3), { formula: "='Annexe 1.b'!B2" }),
    write(PICTURE, at("Plan", 2, 0), { value: "030450232502" }),
    write(PICTURE, at("Plan", 2, 1), {}),
    write(PICTURE, at("Plan", 2, 2), { value: "VRAI" }),
    write(PICTURE, at("Plan", 2, 3), { value: 0 }),
    write(PICTURE, at("Plan", 9, 5), { value: "1.1" }),
    write(PICTURE, at("Fiche d'été", 3, 3), { value: 45_000, numberFormat: "dd/mm/yyyy" }),
  ],
  { sheets: [NEW_SHEET] },
);

/** All that a write could spoil, formats of empty cells included; what formulas show apart. */
export function stateOf(book: EmulatedWorkbook) {
  return book.sheets.map((each) => ({
    name: each.name,
    merges: each.merges,
    looks: each.appearance.looks(),
    cells: each.cells().map(({ row, column, cell: { formula, value, error, numberFormat } }) => ({
      at: `${row},${column}`,
      content: formula ?? error ?? value,
      numberFormat,
    })),
  }));
}

export function openBench(options: { timeoutMs?: number; api?: string; journal?: Journal } = {}) {
  const journal = options.journal ?? createMemoryJournal();
  const book = EmulatedWorkbook.fromPicture(PICTURE);
  return { book, journal, before: stateOf(book), ...hostOver(book, { ...options, journal }) };
}
