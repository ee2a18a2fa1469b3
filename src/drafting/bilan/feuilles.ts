/** Sheets that a draft would add, beside those that stand: the same again, or under a free name. */
import { plainText } from "../../domain/amount";
import { NOTE_DE_L_ECHEANCIER, NOTE_DES_INDICATEURS, NOTE_DU_BILAN } from "../../messages/bilanDraft";
import { EMPTY_CONTENT, isSameContent, type NewSheet } from "../../workbook/draft";
import type { Workbook } from "../../workbook/picture";
import type { ContentAt } from "./termes";

const OWN_NOTES: readonly unknown[] = [NOTE_DU_BILAN, NOTE_DE_L_ECHEANCIER, NOTE_DES_INDICATEURS];

/** Tells the bilans, échéanciers and indicators that a draft drew: they follow from other sheets, and are no source. */
export function ownSheets({ sheets }: Workbook): (sheet: string) => boolean {
  const own = new Set(
    sheets.flatMap(({ name, cells }) => (cells.some(({ value }) => OWN_NOTES.includes(value)) ? [name] : [])),
  );
  return (sheet) => own.has(sheet);
}

/** How many cells of a new sheet stand in the workbook's sheet of that name; null where one of the two differs. */
export function standingCells(sheet: NewSheet, { sheets }: Workbook, contentAt: ContentAt): number | null {
  const standing = sheets.find(({ name }) => name.toLowerCase() === sheet.name.toLowerCase());
  if (!standing) return null;
  const filled = sheet.cells.filter(({ content }) => !isSameContent(content, EMPTY_CONTENT));
  const isSame = filled.every(({ row, column, content }) =>
    isSameContent(content, contentAt({ sheet: standing.name, row, column })),
  );
  return isSame && standing.cells.length === filled.length ? filled.length : null;
}

/** Whether a cell of the workbook speaks of something. */
export function speaksOf({ sheets }: Workbook, words: string): boolean {
  return sheets.some(({ cells }) =>
    cells.some(({ value }) => typeof value === "string" && plainText(value).includes(words)),
  );
}
