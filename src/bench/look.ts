/** How a sheet is drawn: what the file says of widths, heights and styles, over Excel's own defaults. */
import type { EmulatedSheet } from "../emulator";
import { MAX_COLUMNS } from "../workbook/address";
import type { CellLook as WrittenLook } from "../workbook/draft";
import type { CellLook, SheetPresentation, WorkbookPresentation } from "../xlsx/presentation";

export interface SheetLook {
  /** Pixels; null where the file says nothing. Zero when hidden. */
  columnWidth(column: number): number | null;
  rowHeight(row: number): number | null;
  cell(row: number, column: number): CellLook;
}

export const COLUMN_WIDTH = 64;
export const ROW_HEIGHT = 20;
export const LINE_HEIGHT = 16;
/** Of the text to the cell's border, on each side. */
export const PADDING = 3;

const NO_LOOK: CellLook = {};

function sheetLook(sheet: SheetPresentation | undefined, looks: readonly CellLook[]): SheetLook {
  const rows = new Map(sheet?.rows.map((row) => [row.row, row]));
  const cells = new Map(sheet?.cells.map(({ row, column, look }) => [row * MAX_COLUMNS + column, look]));
  const spanOf = (column: number) => sheet?.columns.find(({ first, last }) => column >= first && column <= last);
  return {
    columnWidth: (column) => {
      const span = spanOf(column);
      return span?.hidden ? 0 : (span?.width ?? sheet?.defaultColumnWidth ?? null);
    },
    rowHeight: (row) => {
      const look = rows.get(row);
      return look?.hidden ? 0 : (look?.height ?? null);
    },
    cell: (row, column) => looks[cells.get(row * MAX_COLUMNS + column) ?? spanOf(column)?.look ?? 0] ?? NO_LOOK,
  };
}

/** Gives the look of a sheet by its name; null gives that of a sheet which is not in the file. */
export function sheetLooks({ looks, sheets }: WorkbookPresentation): (name: string | null) => SheetLook {
  const made = new Map(sheets.map((sheet) => [sheet.name, sheetLook(sheet, looks)]));
  return (name) => (name === null ? undefined : made.get(name)) ?? sheetLook(undefined, looks);
}

/** Pixels at 100 % of a length in points. */
const PIXELS_PER_POINT = 96 / 72;

/** What an add-in set on a sheet, over what the file says; read anew at each question, for it changes. */
export function dressedLook(base: SheetLook, { appearance }: EmulatedSheet): SheetLook {
  const pixels = (points: number | undefined) => (points === undefined ? null : Math.round(points * PIXELS_PER_POINT));
  return {
    columnWidth: (column) => pixels(appearance.columnWidths.get(column)) ?? base.columnWidth(column),
    rowHeight: (row) => pixels(appearance.rowHeights.get(row)) ?? base.rowHeight(row),
    cell: (row, column) => ({ ...base.cell(row, column), ...drawnLook(appearance.lookAt(row, column)) }),
  };
}

function drawnLook({ colour, fill, bold, italic, wrap, horizontal, vertical }: WrittenLook): CellLook {
  return {
    ...(colour === undefined ? {} : { color: `#${colour}` }),
    ...(fill === undefined ? {} : { fill: `#${fill}` }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(wrap === undefined ? {} : { wrap }),
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
  };
}

const canvas = document.createElement("canvas").getContext("2d");
const widths = new Map<string, number>();

/** Pixels that a text takes on one line in the grid's font. */
export function textWidth(text: string, bold = false): number {
  const key = `${bold ? "b" : "n"}${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > 5_000) widths.clear();
  let width = text.length * 7;
  if (canvas) {
    canvas.font = `${bold ? "600 " : ""}13px "Segoe UI", Calibri, Carlito, "Liberation Sans", Arial, sans-serif`;
    width = canvas.measureText(text).width;
  }
  widths.set(key, width);
  return width;
}
