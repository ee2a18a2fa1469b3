/** What the write contract writes, and over what. */
import type { Area, CellRef } from "../../src/workbook/address";
import { EMPTY_CONTENT, type CellContent, type Draft, type NewSheet } from "../../src/workbook/draft";
import type { Workbook } from "../../src/workbook/picture";
import { cell, sheet, workbook } from "./contract";
import { draftOf, write } from "./writing";

const area = (top: number, left: number, bottom: number, right: number): Area => ({ top, left, bottom, right });

/** Cells of each kind to write over, beside some that nobody may touch. */
export const WRITE_PICTURE: Workbook = workbook(
  sheet(
    "Plan",
    [
      cell(0, 0, { value: "Plan de financement" }),
      cell(2, 0, { value: "1.1", numberFormat: "@" }),
      cell(2, 1, { value: 1500.25, numberFormat: "#,##0.00" }),
      cell(2, 2, { value: 750, numberFormat: "#,##0.00" }),
      cell(2, 3, { value: 2250.25, formula: "=SUM(B3:C3)", numberFormat: "#,##0.00" }),
      cell(3, 0, { value: "030450232501", numberFormat: "@" }),
      cell(3, 1, { value: true }),
      cell(3, 2, { error: "#N/A" }),
      cell(3, 3, { value: "=x", numberFormat: "@" }),
      cell(4, 1, { value: 45292, numberFormat: "dd/mm/yyyy" }),
    ],
    { merges: [area(0, 0, 0, 3)] },
  ),
  sheet("D'ailleurs, 2025 !", [
    cell(0, 0, { value: "accents é à ç" }),
    cell(1, 1, { value: 4501.5, formula: "=Plan!D3*2" }),
  ]),
  sheet("Annexe 3", [cell(0, 0, { value: 7 })], { isProtected: true }),
);

export const at = (name: string, row: number, column: number): CellRef => ({ sheet: name, row, column });
export const plan = (row: number, column: number): CellRef => at("Plan", row, column);
/** One write over WRITE_PICTURE. */
export const put = (ref: CellRef, after: Partial<CellContent>) => write(WRITE_PICTURE, ref, after);

/** Each kind of content over each kind of cell, and in places where there is none. */
export const EVERY_KIND: Draft = draftOf([
  put(plan(2, 0), { value: "1.10", numberFormat: "@" }),
  put(plan(2, 1), { value: 75000.1, numberFormat: "#,##0.00" }),
  put(plan(2, 2), { formula: "=75000+1925000", value: 2000000, numberFormat: "#,##0.00" }),
  put(plan(2, 3), { value: 12, numberFormat: "0" }),
  put(plan(3, 0), { value: "030450232502", numberFormat: "@" }),
  put(plan(3, 1), { value: "2.3" }),
  put(plan(3, 2), { value: false }),
  put(plan(3, 3), { error: "#N/A" }),
  put(plan(4, 1), {}),
  put(plan(4, 2), { value: "=y", numberFormat: "@" }),
  put(plan(4, 3), { value: '\'apostrophe & <b>gras</b> "é" 😀' }),
  put(plan(5, 0), { value: "030450232501" }),
  put(plan(5, 1), { value: "  deux\nlignes  " }),
  put(plan(5, 2), { value: 0.1, numberFormat: "0.00%" }),
  put(plan(9, 27), { formula: "=SUM('D''ailleurs, 2025 !'!B2,D3)", numberFormat: '#,##0\\ "€"' }),
  put(plan(11, 0), { value: "TRUE" }),
  put(plan(11, 1), { value: "#REF!" }),
  put(plan(11, 2), { value: "1e3" }),
  put(at("D'ailleurs, 2025 !", 0, 0), { value: -1234567.89 }),
]);

export const NEW_SHEET: NewSheet = {
  name: "Plan d'été 2024",
  cells: [
    { row: 0, column: 0, content: { ...EMPTY_CONTENT, value: "Annexe 1.b" }, look: { bold: true, size: 14 }, why: "" },
    { row: 2, column: 0, content: { ...EMPTY_CONTENT, value: "1.1", numberFormat: "@" }, look: {}, why: "" },
    {
      row: 2,
      column: 1,
      content: { value: null, error: null, formula: "=Plan!B3", numberFormat: "#,##0.00" },
      look: { border: true, fill: "DDEBF7", colour: "1F3864", horizontal: "right", vertical: "center", wrap: true },
      why: "Repris du plan.",
    },
    { row: 2, column: 2, content: { ...EMPTY_CONTENT, value: 10 }, look: { italic: true }, why: "" },
  ],
  merges: [area(0, 0, 0, 2)],
  columnWidths: [12, 18.5, 18.5],
  rowHeights: { 0: 30 },
  frozenRows: 2,
  validations: [
    { kind: "amount", area: area(2, 1, 8, 1), title: "Montant", message: "Un montant en euros, à zéro ou plus." },
    {
      kind: "list",
      area: area(2, 2, 8, 2),
      values: ["10", "20"],
      title: "Choix",
      message: "Une valeur de la liste, de préférence.",
    },
  ],
  print: { orientation: "landscape", pagesHigh: 1, area: area(0, 0, 2, 2), titleRows: { first: 0, last: 1 } },
};

export const WITH_SHEET: Draft = draftOf([put(plan(2, 1), { value: 1, numberFormat: "#,##0.00" })], {
  sheets: [NEW_SHEET],
});
