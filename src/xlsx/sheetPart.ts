/** A worksheet's part: its cells as stored, its merges and whether it is protected. */
import { columnIndex, MAX_COLUMNS, MAX_ROWS, parseArea, type Area } from "../workbook/address";
import type { Cell } from "../workbook/picture";
import { formulaCopier, withoutFilePrefixes } from "../calculation/formulaTokens";
import { MAX_CELLS, MAX_FORMULA_CHARACTERS } from "./limits";
import { holdsText } from "./sharedStrings";
import { contentOf, type StoredCell } from "./storedContent";
import { corrupt, UnreadableFile } from "./trouble";
import { WholeCell, type StoredFormula } from "./wholeCell";
import { decodeEscapes, isOn, scanXml, type Attributes } from "./xml";

export interface SheetContext {
  readonly sharedStrings: readonly string[];
  /** The number format of each style; "General" where a style has none. */
  readonly numberFormats: readonly string[];
  readonly date1904: boolean;
  /** Cells and characters read so far in the workbook, against its bounds. */
  readonly spent: { cells: number; formulaCharacters: number };
}

/** What a sheet's look needs of a row or a cell; given as it passes, so that nothing is kept when nobody asks. */
export interface LookObserver {
  row(row: number, attributes: Attributes): void;
  style(row: number, column: number, style: number): void;
  /** Elements outside the cells: `col`, `pane`, `sheetFormatPr`. */
  element(name: string, attributes: Attributes): void;
}

export interface SheetPart {
  readonly cells: readonly Cell[];
  readonly merges: readonly Area[];
  readonly isProtected: boolean;
  /** Areas of array formulas by "row,column" of the cell that holds the formula. */
  readonly arrays: ReadonlyMap<string, Area>;
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly copy: ReturnType<typeof formulaCopier>;
}

interface OpenCell extends StoredCell {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  formula: StoredFormula | null;
}

const REFERENCE = /^([A-Za-z]{1,3})([1-9][0-9]{0,6})$/;

class SheetReader {
  readonly #cells: Cell[] = [];
  readonly #merges: Area[] = [];
  readonly #arrays = new Map<string, Area>();
  readonly #groups = new Map<string, SharedFormula>();
  /** Cells whose group was not known yet. */
  readonly #waiting: { readonly at: number; readonly group: string }[] = [];
  #isProtected = false;
  #root = "";
  #isOrdered = true;
  #whole: WholeCell | null = null;
  #row = -1;
  #column = -1;
  #cell: OpenCell | null = null;
  #gathering: "stored" | "inline" | "formula" | null = null;

  constructor(
    private readonly context: SheetContext,
    private readonly look: LookObserver | null,
  ) {}

  open(name: string, parent: string, attributes: Attributes): void {
    if (parent === "") this.#root = name;
    else if (parent === "sheetData") {
      if (name === "row") this.#openRow(attributes);
    } else if (parent === "row") {
      if (name === "c") this.#openCell(attributes);
    } else if (this.#cell) this.#openContent(this.#cell, name, parent, attributes);
    else if (name === "mergeCell") this.#merge(attributes.get("ref") ?? "");
    else if (name === "sheetProtection") this.#isProtected = isOn(attributes.get("sheet"));
    else this.look?.element(name, attributes);
  }

  /** All cells that follow each other in the plain way. */
  whole(xml: string, at: number): number {
    const cell = (this.#whole ??= new WholeCell(xml));
    let end = -1;
    for (let next = cell.read(at); next !== -1; next = cell.read(next)) {
      if (cell.row === -1) {
        if (this.#column + 1 >= MAX_COLUMNS) break;
        cell.row = this.#row;
        cell.column = this.#column + 1;
      }
      this.#column = cell.column;
      this.look?.style(cell.row, cell.column, cell.style);
      this.#keep(cell);
      end = next;
    }
    return end;
  }

  text(text: string): void {
    const cell = this.#cell;
    if (!cell || this.#gathering === null) return;
    if (this.#gathering === "stored") cell.stored = (cell.stored ?? "") + text;
    else if (this.#gathering === "inline") cell.inline += decodeEscapes(text);
    else if (cell.formula) cell.formula.text += text;
  }

  close(name: string, parent: string): void {
    if (name === "v" || name === "t" || name === "f") this.#gathering = null;
    else if (name === "c" && parent === "row" && this.#cell) {
      this.#keep(this.#cell);
      this.#cell = null;
    }
  }

  result(): SheetPart {
    if (this.#root !== "worksheet") throw corrupt(`root ${this.#root}`);
    for (const { at, group } of this.#waiting) {
      const cell = this.#cells[at];
      if (cell) this.#cells[at] = { ...cell, ...this.#formulaOfGroup(cell.row, cell.column, group) };
    }
    return {
      cells: this.#isOrdered ? this.#cells : inReadingOrder(this.#cells),
      merges: this.#merges,
      isProtected: this.#isProtected,
      arrays: this.#arrays,
    };
  }

  #openRow(attributes: Attributes): void {
    const written = attributes.get("r");
    this.#row = written === undefined ? this.#row + 1 : Number(written) - 1;
    this.#column = -1;
    if (!(Number.isInteger(this.#row) && this.#row >= 0 && this.#row < MAX_ROWS)) throw corrupt(`row ${written}`);
    this.look?.row(this.#row, attributes);
  }

  #openCell(attributes: Attributes): void {
    const { row, column } = this.#place(attributes.get("r"));
    this.#column = column;
    const style = Number(attributes.get("s") ?? 0);
    this.look?.style(row, column, style);
    const type = attributes.get("t") ?? "n";
    this.#cell = { row, column, type, style, stored: null, inline: "", formula: null };
  }

  /** A cell without address follows the one before it. */
  #place(written: string | undefined): { row: number; column: number } {
    if (written === undefined) {
      if (this.#column + 1 >= MAX_COLUMNS) throw corrupt("too many columns");
      return { row: this.#row, column: this.#column + 1 };
    }
    const match = REFERENCE.exec(written);
    const row = Number(match?.[2]) - 1;
    const column = columnIndex(match?.[1] ?? "");
    if (!match || row >= MAX_ROWS || column >= MAX_COLUMNS) throw corrupt(`cell ${written}`);
    return { row, column };
  }

  #openContent(cell: OpenCell, name: string, parent: string, attributes: Attributes): void {
    if (name === "v" && parent === "c") {
      cell.stored = "";
      this.#gathering = "stored";
    } else if (name === "t" && holdsText(parent)) this.#gathering = "inline";
    else if (name === "f" && parent === "c") {
      cell.formula = {
        text: "",
        kind: attributes.get("t") ?? "normal",
        group: attributes.get("si") ?? null,
        area: attributes.get("ref") ?? null,
      };
      this.#gathering = "formula";
    }
  }

  #merge(written: string): void {
    const area = parseArea(written);
    if (!area) throw corrupt(`merge ${written}`);
    this.#merges.push(area);
  }

  #keep(cell: OpenCell): void {
    const formula = this.#formula(cell);
    const content = contentOf(cell, this.context);
    const isFormula = formula !== null || cell.formula?.kind === "shared";
    const hasContent = content.error !== null || (content.value !== null && (content.value !== "" || isFormula));
    if (!hasContent && !isFormula) return;
    const last = this.#cells[this.#cells.length - 1];
    if (last && (cell.row < last.row || (cell.row === last.row && cell.column <= last.column))) this.#isOrdered = false;
    if (++this.context.spent.cells > MAX_CELLS) throw new UnreadableFile("too-large", "cells");
    this.#cells.push({
      row: cell.row,
      column: cell.column,
      value: content.value,
      error: content.error,
      formula,
      numberFormat: this.context.numberFormats[cell.style] ?? "General",
      origin: !isFormula ? null : hasContent ? "cached" : "missing",
    });
    if (formula === null && isFormula) {
      this.#waiting.push({ at: this.#cells.length - 1, group: cell.formula?.group ?? "" });
    }
  }

  /** The cell's own formula; null when it has none or takes it from a group read later. */
  #formula({ row, column, formula }: OpenCell): string | null {
    if (!formula) return null;
    const text = formula.text.trim();
    if (text === "") {
      return formula.kind === "shared" && this.#groups.has(formula.group ?? "")
        ? this.#formulaOfGroup(row, column, formula.group ?? "").formula
        : null;
    }
    const written = this.#spend(`=${withoutFilePrefixes(text.replace(/^=/, ""))}`);
    if (formula.kind === "shared" && formula.group !== null) {
      this.#groups.set(formula.group, { row, column, copy: formulaCopier(written) });
    }
    const area = formula.kind === "array" ? parseArea(formula.area ?? "") : null;
    if (area) this.#arrays.set(`${row},${column}`, area);
    return written;
  }

  #formulaOfGroup(row: number, column: number, group: string): { formula: string } {
    const first = this.#groups.get(group);
    if (!first) throw corrupt(`no shared formula ${group}`);
    return { formula: this.#spend(first.copy(row - first.row, column - first.column)) };
  }

  #spend(formula: string): string {
    this.context.spent.formulaCharacters += formula.length;
    if (this.context.spent.formulaCharacters > MAX_FORMULA_CHARACTERS)
      throw new UnreadableFile("too-large", "formulas");
    return formula;
  }
}

/** Cells row by row, left to right; of two in one place, Excel keeps the last. */
function inReadingOrder(cells: readonly Cell[]): readonly Cell[] {
  const follows = (a: Cell, b: Cell) => b.row > a.row || (b.row === a.row && b.column > a.column);
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  return sorted.filter((cell, i) => {
    const next = sorted[i + 1];
    return !next || follows(cell, next);
  });
}

/** Reads a worksheet's part. Throws UnreadableFile: "corrupt" or "too-large". */
export function readSheetPart(bytes: Uint8Array, context: SheetContext, look: LookObserver | null): SheetPart {
  const reader = new SheetReader(context, look);
  scanXml(bytes, {
    whole: (text, at, parent) => (parent === "row" ? reader.whole(text, at) : -1),
    open: (name, parent, attributes) => reader.open(name, parent, attributes),
    text: (text) => reader.text(text),
    close: (name, parent) => reader.close(name, parent),
  });
  return reader.result();
}
