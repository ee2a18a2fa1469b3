/** Addresses of cells and areas. Rows and columns are 0-based everywhere; A1 text is for people and hosts. */

export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Which of several things in the cell, where it holds sentences: each amount is one of its own. */
  readonly part?: number;
}

/** A rectangle, both corners included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Column letters of a 0-based column: 0 → "A", 27 → "AB". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0-based column of its letters: "A" → 0, "AB" → 27. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "B12" of a 0-based cell. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "A4:F21" of an area; one cell alone gives "A4". */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name in the quotes that a formula puts around it: `'L''emploi'`. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** The sheet's name as the command line's answer and the pane's contract write it: `Sheet!A1`, without quotes. */
export function qualifiedAddress(cell: CellRef): string {
  return `${cell.sheet}!${cellAddress(cell.row, cell.column)}`;
}

const A1 = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/** Area of an A1 text without sheet ("B2", "$B$2:D4"), or null when it is none or lies outside a sheet. */
export function parseArea(text: string): Area | null {
  const match = A1.exec(text.trim());
  if (!match) return null;
  const [, letters = "", digits = "", endLetters = letters, endDigits = digits] = match;
  const area = {
    top: Math.min(Number(digits), Number(endDigits)) - 1,
    left: Math.min(columnIndex(letters), columnIndex(endLetters)),
    bottom: Math.max(Number(digits), Number(endDigits)) - 1,
    right: Math.max(columnIndex(letters), columnIndex(endLetters)),
  };
  return area.top >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS ? area : null;
}
