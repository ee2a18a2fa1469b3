/** Where a sheet's rows and cells stand in the text of its part. Kept flat: a sheet may hold a million cells. */
import { columnIndex, MAX_COLUMNS, parseArea, type Area } from "../../workbook/address";
import { corrupt } from "../trouble";
import { isOn, scanText, type Attributes } from "../xml";
import { prefixOf } from "./markup";

export interface FormulaPlace {
  readonly start: number;
  end: number;
  readonly kind: string;
  readonly group: string | null;
  /** The area that an array formula or a data table fills. */
  readonly area: Area | null;
  /** As stored: with the file's prefixes, without "=". */
  text: string;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly start: number;
  readonly openEnd: number;
  end: number;
  formula: FormulaPlace | null;
}

export interface RowPlace {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
  /** The style of its empty cells; null where it has none of its own. */
  readonly style: number | null;
  readonly cells: CellPlace[];
}

interface Span {
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
}

const REFERENCE = /^([A-Za-z]{1,3})([1-9][0-9]{0,6})$/;

const keyOf = (row: number, column: number) => row * MAX_COLUMNS + column;

export class SheetIndex {
  readonly rows: RowPlace[] = [];
  /** Array formulas and data tables. */
  readonly filled: { readonly cell: CellPlace; readonly area: Area }[] = [];
  readonly #cells = new Map<number, CellPlace>();
  readonly #rowAt = new Map<number, RowPlace>();
  readonly #columns: { readonly first: number; readonly last: number; readonly style: number }[] = [];
  #data: Span | null = null;
  dimension: { readonly start: number; readonly end: number; readonly ref: string } | null = null;
  /** Of the elements' names, with its colon. */
  prefix = "";
  #row: RowPlace | null = null;
  #cell: CellPlace | null = null;
  #inFormula = false;
  #nextRow = 0;
  #nextColumn = 0;

  /** Throws UnreadableFile ("corrupt"). */
  constructor(readonly text: string) {
    scanText(text, {
      open: (name, parent, attributes, start, end) => this.#open(name, parent, attributes, start, end),
      text: (piece) => {
        if (this.#inFormula && this.#cell?.formula) this.#cell.formula.text += piece;
      },
      close: (name, parent, start, end) => this.#close(name, parent, start, end),
    });
  }

  get data(): Readonly<Span> {
    if (!this.#data) throw corrupt("no sheetData");
    return this.#data;
  }

  /** The cell in a place; of two, the last, as the reader has it. */
  cellAt(row: number, column: number): CellPlace | undefined {
    return this.#cells.get(keyOf(row, column));
  }

  cells(): Iterable<CellPlace> {
    return this.#cells.values();
  }

  rowAt(row: number): RowPlace | undefined {
    return this.#rowAt.get(row);
  }

  /** The style that a cell which is not there would show. */
  defaultStyle(row: number, column: number): number {
    const ofColumn = this.#columns.find(({ first, last }) => first <= column && column <= last)?.style;
    return this.rowAt(row)?.style ?? ofColumn ?? 0;
  }

  #open(name: string, parent: string, attributes: Attributes, start: number, openEnd: number): void {
    if (parent === "") this.prefix = prefixOf(this.text.slice(start, openEnd));
    else if (name === "sheetData" && parent === "worksheet") {
      this.#data = { start, openEnd, closeStart: openEnd, end: openEnd };
    } else if (name === "row" && parent === "sheetData") this.#openRow(attributes, start, openEnd);
    else if (name === "c" && parent === "row") this.#openCell(attributes, start, openEnd);
    else if (name === "f" && parent === "c") this.#openFormula(attributes, start, openEnd);
    else if (name === "dimension" && parent === "worksheet") {
      this.dimension = { start, end: openEnd, ref: attributes.get("ref") ?? "" };
    } else if (name === "col" && parent === "cols") {
      const [first, last] = [Number(attributes.get("min")) - 1, Number(attributes.get("max")) - 1];
      this.#columns.push({ first, last, style: Number(attributes.get("style") ?? 0) });
    }
  }

  #openRow(attributes: Attributes, start: number, openEnd: number): void {
    const row = attributes.has("r") ? Number(attributes.get("r")) - 1 : this.#nextRow;
    const style = isOn(attributes.get("customFormat")) ? Number(attributes.get("s") ?? 0) : null;
    this.#row = { row, start, openEnd, closeStart: openEnd, end: openEnd, style, cells: [] };
    this.rows.push(this.#row);
    if (!this.#rowAt.has(row)) this.#rowAt.set(row, this.#row);
    this.#nextRow = row + 1;
    this.#nextColumn = 0;
  }

  #openCell(attributes: Attributes, start: number, openEnd: number): void {
    const match = REFERENCE.exec(attributes.get("r") ?? "");
    const row = match ? Number(match[2]) - 1 : (this.#row?.row ?? 0);
    const column = match ? columnIndex(match[1] ?? "") : this.#nextColumn;
    const style = Number(attributes.get("s") ?? 0);
    const cell: CellPlace = { row, column, style, start, openEnd, end: openEnd, formula: null };
    this.#cell = cell;
    this.#row?.cells.push(cell);
    this.#cells.set(keyOf(row, column), cell);
    this.#nextColumn = column + 1;
  }

  #openFormula(attributes: Attributes, start: number, openEnd: number): void {
    const cell = this.#cell;
    if (!cell) return;
    const kind = attributes.get("t") ?? "normal";
    const fills = kind === "array" || kind === "dataTable";
    const area = fills ? parseArea(attributes.get("ref") ?? "") : null;
    cell.formula = { start, end: openEnd, kind, group: attributes.get("si") ?? null, area, text: "" };
    if (area) this.filled.push({ cell, area });
    this.#inFormula = true;
  }

  #close(name: string, parent: string, closeStart: number, end: number): void {
    if (name === "f" && parent === "c") {
      this.#inFormula = false;
      if (this.#cell?.formula) this.#cell.formula.end = end;
    } else if (name === "c" && parent === "row") {
      if (this.#cell) this.#cell.end = end;
      this.#cell = null;
    } else if (name === "row" && parent === "sheetData" && this.#row) {
      [this.#row.closeStart, this.#row.end] = [closeStart, end];
      this.#row = null;
    } else if (name === "sheetData" && this.#data) [this.#data.closeStart, this.#data.end] = [closeStart, end];
  }
}
