/** A sheet that an add-in made, as the draft of a sheet: so that a download can write it. */
import type { EmulatedSheet } from "../emulator";
import { MAX_COLUMNS, type Area } from "../workbook/address";
import type { NewSheet } from "../workbook/draft";

/** Excel's default column, in points. */
const DEFAULT_WIDTH = 48;
/** Of Calibri 11 at 100 %: the widest digit, and the room beside the text of a column, in pixels. */
const DIGIT = 7;
const ROOM = 5;

/** What the sheet holds and looks like now. Cells that have neither content nor look are left out. */
export function newSheetOf(sheet: EmulatedSheet): NewSheet {
  const { appearance, merges, name } = sheet;
  const { columnWidths, frozenRows, page, rowHeights, validations } = appearance;
  const lastColumn = Math.max(-1, ...columnWidths.keys());
  return {
    name,
    cells: cellsOf(sheet),
    merges,
    columnWidths: Array.from({ length: lastColumn + 1 }, (_, column) =>
      charactersOf(columnWidths.get(column) ?? DEFAULT_WIDTH),
    ),
    rowHeights: Object.fromEntries(rowHeights),
    frozenRows,
    validations,
    print: {
      ...(page.paperSize === "A3" ? { paper: "A3" } : {}),
      orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
      pagesHigh: page.fit.vertical === null ? null : 1,
      area: page.area ?? sheet.usedArea(false) ?? FIRST_CELL,
      titleRows: page.titleRows,
    },
  };
}

const FIRST_CELL: Area = { top: 0, left: 0, bottom: 0, right: 0 };

function cellsOf(sheet: EmulatedSheet): NewSheet["cells"] {
  const held = sheet.cells().map(({ row, column }) => row * MAX_COLUMNS + column);
  const dressed = sheet.appearance.looks().map(({ row, column }) => row * MAX_COLUMNS + column);
  return [...new Set([...held, ...dressed])]
    .sort((a, b) => a - b)
    .map((key) => ({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS }))
    .map(({ row, column }) => ({
      row,
      column,
      content: sheet.cellAt(row, column),
      look: sheet.appearance.lookAt(row, column),
      why: "",
    }));
}

/** Characters of the default font in a column of so many points, to two digits. */
function charactersOf(points: number): number {
  const pixels = (points * 96) / 72;
  return Math.round(((pixels - ROOM) / DIGIT) * 100) / 100;
}
