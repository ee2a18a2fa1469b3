/** Reads bank identities: labels beside, above or together with their values, in any order, several in a workbook. */
import { fromStoredNumber } from "../domain/decimal";
import type { Area } from "../workbook/address";
import type { Cell } from "../workbook/picture";
import { bareChampOf, champOf, champsIn } from "./champsBancaires";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import type { ChampBancaire, Coordonnees, WrittenCell } from "./otherTables";

/** A field found, with the place of its label. */
interface Found {
  readonly champ: ChampBancaire;
  readonly cell: WrittenCell;
  readonly row: number;
  readonly column: number;
}

/** Blank or foreign rows, and columns, that may stand between two fields of one block. */
const FARTHEST_ROW = 3;
const FARTHEST_COLUMN = 6;
/** Empty cells between a label and its value. */
const FARTHEST_VALUE = 3;
/** Rows of identities under a row of labels. */
const MOST_ROWS = 200;

/** A number as its digits, with the zeros that its format shows ("00000"): never in scientific notation. */
export function digitsOf(value: number, numberFormat: string): string {
  const digits = fromStoredNumber(value).toFixed();
  const zeros = /^[0\s\\.-]+$/.test(numberFormat) ? numberFormat.replace(/[^0]/g, "").length : 0;
  return zeros > 1 && /^\d+$/.test(digits) ? digits.padStart(zeros, "0") : digits;
}

function writtenOf(cell: Cell): string {
  return typeof cell.value === "number" ? digitsOf(cell.value, cell.numberFormat) : cellText(cell);
}

/** True for what a field can hold: a name for the holder, at least a digit or a bank's letters for the others. */
function canHold(champ: ChampBancaire, written: string): boolean {
  if (champ === "titulaire") return /[a-zA-ZÀ-ÿ]{2}/.test(written);
  if (champ === "bic") return /^[A-Z\d ]{8,14}$/i.test(written);
  return /\d/.test(written);
}

class SheetSearch {
  constructor(private readonly grid: Grid) {}

  private isLabel(cell: Cell | undefined): boolean {
    const text = cellText(cell);
    return text !== "" && (champOf(text) !== null || champsIn(text).length > 0);
  }

  private valueIn(champ: ChampBancaire, cell: Cell | undefined): WrittenCell | null {
    if (!cell || this.grid.isCovered(cell.row, cell.column) || this.isLabel(cell)) return null;
    const written = writtenOf(cell);
    if (!canHold(champ, written)) return null;
    const ref = { sheet: this.grid.sheet.name, row: cell.row, column: cell.column };
    return { ref, written, stored: typeof cell.value === "number" ? "number" : "text" };
  }

  /** The first cell with something in it at the right of a label; a label's merged area is stepped over. */
  private rightOf(cell: Cell): Cell | undefined {
    const start = (this.grid.mergeAt(cell.row, cell.column)?.right ?? cell.column) + 1;
    for (let column = start; column <= start + FARTHEST_VALUE; column += 1) {
      const right = this.grid.at(cell.row, column);
      if (cellText(right) !== "") return right;
    }
    return undefined;
  }

  private below(cell: Cell): Cell | undefined {
    return this.grid.at((this.grid.mergeAt(cell.row, cell.column)?.bottom ?? cell.row) + 1, cell.column);
  }

  /** An IBAN typed in boxes: groups of four, one a cell. */
  private joined(value: WrittenCell): WrittenCell {
    let written = value.written;
    if (!/^[A-Z]{2}\d{2}$/i.test(written)) return value;
    for (let column = value.ref.column + 1; ; column += 1) {
      const next = cellText(this.grid.at(value.ref.row, column));
      if (!/^[A-Z\d]{1,4}$/i.test(next)) return { ...value, written };
      written = `${written} ${next}`;
    }
  }

  /** Fields written whole in their cell, and labels alone. */
  private ofCell(cell: Cell): Found[] {
    const text = cellText(cell);
    const ref = { sheet: this.grid.sheet.name, row: cell.row, column: cell.column };
    const place = { row: cell.row, column: cell.column };
    const written = champsIn(text);
    if (written.length > 0) {
      return written
        .filter(({ champ, value }) => canHold(champ, value))
        .map(({ champ, value }) => ({ champ, cell: { ref, written: value, stored: "text" }, ...place }));
    }
    const right = this.rightOf(cell);
    const champ = champOf(text) ?? (right ? bareChampOf(text, writtenOf(right)) : null);
    if (champ === null) return [];
    const value = this.isRowOfLabels(cell) ? null : this.valueIn(champ, right);
    const found = value ?? this.valueIn(champ, this.below(cell));
    return found ? [{ champ, cell: champ === "iban" ? this.joined(found) : found, ...place }] : [];
  }

  /** True for a label with another at its side: their values stand below. */
  private isRowOfLabels(cell: Cell): boolean {
    if (this.isLabel(this.rightOf(cell))) return true;
    for (let column = cell.column - 1; column >= 0; column -= 1) {
      const left = this.grid.at(cell.row, column);
      if (cellText(left) !== "") return champOf(cellText(left)) !== null && this.valueIn("titulaire", cell) === null;
    }
    return false;
  }

  /** Identities of several payees under one row of labels: each further row is a block. */
  private further(found: readonly Found[]): Found[][] {
    const rows: Found[][] = [];
    const first = found[0];
    const isTable =
      found.length > 1 && found.every(({ cell, row, column }) => cell.ref.row > row && cell.ref.column === column);
    if (!first || !isTable) return rows;
    for (let row = first.cell.ref.row + 1; row <= first.cell.ref.row + MOST_ROWS; row += 1) {
      const here = found.flatMap(({ champ, column }): Found[] => {
        const cell = this.valueIn(champ, this.grid.at(row, column));
        return cell ? [{ champ, cell, row, column }] : [];
      });
      if (here.length < 2) break;
      rows.push(here);
    }
    return rows;
  }

  blocks(): Found[][] {
    const blocks: Found[][] = [];
    for (const cell of this.grid.cellsSaying(HINT.banque)) {
      for (const found of this.ofCell(cell)) {
        const block = nearestBlock(blocks, found);
        if (block) block.push(found);
        else blocks.push([found]);
      }
    }
    return blocks.filter((block) => block.length > 1).flatMap((block) => [block, ...this.further(block)]);
  }
}

/** The block that a field belongs to: close to it, and still without a field of its kind. */
function nearestBlock(blocks: readonly Found[][], { champ, row, column }: Found): Found[] | null {
  let nearest: Found[] | null = null;
  let shortest = FARTHEST_COLUMN + 1;
  for (const block of blocks) {
    if (block.some((other) => other.champ === champ)) continue;
    for (const other of block) {
      if (row - Math.max(other.row, other.cell.ref.row) > FARTHEST_ROW) continue;
      const distance = Math.abs(other.column - column);
      if (distance < shortest) [nearest, shortest] = [block, distance];
    }
  }
  return nearest;
}

function areaOf(block: readonly Found[]): Area {
  const rows = block.flatMap(({ row, cell }) => [row, cell.ref.row]);
  const columns = block.flatMap(({ column, cell }) => [column, cell.ref.column]);
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}

/** The line above a block that names it, or the sheet's name. */
function titleOf(grid: Grid, area: Area): string {
  for (let row = area.top - 1; row >= Math.max(0, area.top - FARTHEST_ROW); row -= 1) {
    for (const cell of grid.row(row)) {
      const text = cellText(cell);
      if (/[a-zA-ZÀ-ÿ]{3}/.test(text) && champsIn(text).length === 0) return text;
    }
  }
  return grid.sheet.name;
}

/** Bank identities of a sheet: at least two known fields near each other, each with a value. */
export function readCoordonnees(grid: Grid): Coordonnees[] {
  return new SheetSearch(grid).blocks().map((block) => {
    const area = areaOf(block);
    return {
      kind: "coordonnees",
      sheet: grid.sheet.name,
      area,
      title: titleOf(grid, area),
      unit: "€",
      champs: block.map(({ champ, cell }) => ({ champ, cell })),
    };
  });
}
