/** The part of a sheet that a draft adds. */
import { areaAddress, cellAddress } from "../../workbook/address";
import type { CellContent, CellLook, NewCell, NewSheet, Validation } from "../../workbook/draft";
import { cellXml, isEmptyContent, type Shown } from "./cellXml";
import { escapedAttribute, escapedText } from "./markup";
import { partText } from "./package";

/** Pixels of a digit of Calibri 11, and those that Excel leaves beside the text (ECMA-376 §18.3.1.13). */
const DIGIT = 7;
const PADDING = 5;
/** Longest title and message that Excel takes beside a cell. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;
const LONGEST_ERROR = 225;

export interface SheetNeeds {
  /** Namespace of the file's sheets. */
  readonly main: string;
  readonly styleOf: (look: CellLook, content: CellContent) => number;
  /** What a formula shows. */
  readonly shownAt: (row: number, column: number) => Shown;
}

interface Slot {
  readonly content: CellContent;
  readonly look: CellLook;
}

/** Cells by row and column; the hidden ones of a merge look as the first does, so that its border closes. */
function slotsOf({ cells, merges }: NewSheet): Map<number, Map<number, Slot>> {
  const rows = new Map<number, Map<number, Slot>>();
  const put = (row: number, column: number, slot: Slot) => {
    const inRow = rows.get(row);
    if (inRow) inRow.set(column, slot);
    else rows.set(row, new Map([[column, slot]]));
  };
  const isAt = (row: number, column: number) => (cell: NewCell) => cell.row === row && cell.column === column;
  for (const { top, left, bottom, right } of merges) {
    const first = cells.find(isAt(top, left));
    if (!first) continue;
    const content = { ...first.content, value: null, error: null, formula: null };
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) put(row, column, { content, look: first.look });
    }
  }
  for (const { row, column, content, look } of cells) put(row, column, { content, look });
  return rows;
}

function rowsXml(sheet: NewSheet, { styleOf, shownAt }: SheetNeeds): string {
  const slots = slotsOf(sheet);
  const numbers = new Set([...slots.keys(), ...Object.keys(sheet.rowHeights).map(Number)]);
  const rows = [...numbers].sort((a, b) => a - b);
  return rows
    .map((row) => {
      const cells = [...(slots.get(row) ?? [])].sort(([a], [b]) => a - b);
      const inside = cells.map(([column, { content, look }]) => {
        const shown = content.formula === null ? {} : shownAt(row, column);
        const shape = { prefix: "", address: cellAddress(row, column), style: styleOf(look, content) };
        return cellXml({ ...content, ...shown }, shape);
      });
      const height = sheet.rowHeights[row];
      const tall = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
      return `<row r="${row + 1}"${tall}>${inside.join("")}</row>`;
    })
    .join("");
}

function columnsXml({ columnWidths }: NewSheet): string {
  if (columnWidths.length === 0) return "";
  const widthOf = (characters: number) => Math.trunc(((characters * DIGIT + PADDING) / DIGIT) * 256) / 256;
  const columns = columnWidths.map(
    (characters, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(characters)}" customWidth="1"/>`,
  );
  return `<cols>${columns.join("")}</cols>`;
}

function viewXml({ frozenRows }: NewSheet): string {
  if (frozenRows === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const first = cellAddress(frozenRows, 0);
  return (
    `<sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${frozenRows}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`
  );
}

function validationXml(validation: Validation): string {
  const { area, title, message } = validation;
  const attributes = {
    errorTitle: title.slice(0, LONGEST_TITLE),
    error: message.slice(0, LONGEST_ERROR),
    promptTitle: title.slice(0, LONGEST_TITLE),
    prompt: message.slice(0, LONGEST_MESSAGE),
    sqref: areaAddress(area),
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapedAttribute(value)}"`);
  const [type, formula] =
    validation.kind === "list"
      ? ['type="list"', escapedText(`"${validation.values.join(",").replaceAll('"', '""')}"`)]
      : ['type="decimal" operator="greaterThanOrEqual"', "0"];
  return (
    `<dataValidation ${type} errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" ` +
    `${written.join(" ")}><formula1>${formula}</formula1></dataValidation>`
  );
}

function listXml(name: string, entries: readonly string[]): string {
  return entries.length === 0 ? "" : `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
}

function dimensionOf({ cells }: NewSheet): string {
  const filled = cells.filter(({ content }) => !isEmptyContent(content));
  const rows = filled.map(({ row }) => row);
  const columns = filled.map(({ column }) => column);
  if (filled.length === 0) return "A1";
  return areaAddress({
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  });
}

/** The text of a new sheet's part: One page wide. Elements in the order of ECMA-376 §18.3.1.99. */
export function newSheetText(sheet: NewSheet, needs: SheetNeeds): string {
  const merges = sheet.merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`);
  return partText(
    `<worksheet xmlns="${needs.main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<dimension ref="${dimensionOf(sheet)}"/>${viewXml(sheet)}<sheetFormatPr defaultRowHeight="15"/>` +
      `${columnsXml(sheet)}<sheetData>${rowsXml(sheet, needs)}</sheetData>${listXml("mergeCells", merges)}` +
      `${listXml("dataValidations", sheet.validations.map(validationXml))}<printOptions horizontalCentered="1"/>` +
      '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
      // No height to fit to is written as 0: as many pages as the rows need.
      `<pageSetup paperSize="${sheet.print.paper === "A3" ? 8 : 9}" orientation="${sheet.print.orientation}" fitToWidth="1" ` +
      `fitToHeight="${sheet.print.pagesHigh ?? 0}"/></worksheet>`,
  );
}
