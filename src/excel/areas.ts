/** Areas as Excel's API writes and cuts them. */
import { MAX_COLUMNS, MAX_ROWS, parseArea, type Area } from "../workbook/address";

/** Enough rows for `cells` cells in each block; at least one row, however wide. */
export function rowBlocks(area: Area, cells: number): Area[] {
  const rows = Math.max(1, Math.floor(cells / width(area)));
  return Array.from({ length: Math.ceil(height(area) / rows) }, (_block, index) => {
    const top = area.top + index * rows;
    return { ...area, top, bottom: Math.min(area.bottom, top + rows - 1) };
  });
}

/** Both halves, by rows as long as there are two of them, else by columns; null for one cell. */
export function halves(area: Area): [Area, Area] | null {
  if (height(area) > 1) {
    const middle = area.top + Math.ceil(height(area) / 2);
    return [
      { ...area, bottom: middle - 1 },
      { ...area, top: middle },
    ];
  }
  if (width(area) === 1) return null;
  const middle = area.left + Math.ceil(width(area) / 2);
  return [
    { ...area, right: middle - 1 },
    { ...area, left: middle },
  ];
}

export function cellCount(area: Area): number {
  return height(area) * width(area);
}

const SHEET_PREFIX = /(?:'(?:[^']|'')*'|[^'!,]+)!/g;

/** Areas of `RangeAreas.address`: "'Plan, 2025'!A1:B2,'Plan, 2025'!C3". Throws when Excel wrote something else. */
export function parseAreas(address: string): Area[] {
  return address.replace(SHEET_PREFIX, "").split(",").map(parsedArea);
}

function parsedArea(text: string): Area {
  const area = parseArea(text);
  if (!area) throw new RangeError(`Adresse illisible : ${text}`);
  return area;
}

/** What a range has to be loaded with before it is an area. */
interface Place {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Place): Area {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/** The smallest area around some cells, at least one. */
export function boundsOf(cells: readonly { readonly row: number; readonly column: number }[]): Area {
  return cells.reduce<Area>(
    ({ top, left, bottom, right }, { row, column }) => ({
      top: Math.min(top, row),
      left: Math.min(left, column),
      bottom: Math.max(bottom, row),
      right: Math.max(right, column),
    }),
    { top: MAX_ROWS, left: MAX_COLUMNS, bottom: 0, right: 0 },
  );
}

function height(area: Area): number {
  return area.bottom - area.top + 1;
}

function width(area: Area): number {
  return area.right - area.left + 1;
}
