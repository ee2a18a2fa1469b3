/** A sheet's text with some cells changed: their elements are replaced or put in place, all else stays as it stands. */
import { formulaCopier } from "../../calculation/formulaTokens";
import { areaAddress, cellAddress, parseArea, type Area } from "../../workbook/address";
import type { CellContent } from "../../workbook/draft";
import { corrupt } from "../trouble";
import { cellWithResult, cellXml, isEmptyContent, type Shown } from "./cellXml";
import { escapedText, opened, TextPatch, withAttribute } from "./markup";
import type { CellPlace, RowPlace, SheetIndex } from "./sheetIndex";

/** What a cell is to hold. */
export interface ContentEdit {
  readonly content: Omit<CellContent, "numberFormat">;
  readonly style: number;
  /** The formula's element as it stood in the file. */
  readonly formulaXml?: string;
}

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** A content, or the cell's former element as it stood in the file. */
  readonly to: ContentEdit | { readonly xml: string };
}

/** What a formula shows now. Of a cell that holds none: what an array formula filled, which is then emptied. */
export interface ResultEdit {
  readonly row: number;
  readonly column: number;
  readonly shown: Shown;
}

class SheetEditor {
  readonly #patch: TextPatch;
  readonly #prefix: string;

  constructor(private readonly index: SheetIndex) {
    this.#patch = new TextPatch(index.text);
    this.#prefix = index.prefix;
  }

  edit(edits: readonly CellEdit[], results: readonly ResultEdit[]): string {
    const edited = new Set<CellPlace>();
    const added: CellEdit[] = [];
    for (const edit of edits) {
      const cell = this.index.cellAt(edit.row, edit.column);
      if (cell) {
        edited.add(cell);
        this.#patch.replace(cell.start, cell.end, this.#xmlOf(edit, cell));
      } else if (isSomething(edit)) added.push(edit);
    }
    const expanded = this.#expanded(edited);
    for (const { row, column, shown } of results) {
      const cell = this.index.cellAt(row, column);
      if (!cell || edited.has(cell)) continue;
      this.#patch.replace(cell.start, cell.end, this.#withResult(cell, shown, expanded.get(cell)));
      expanded.delete(cell);
    }
    for (const [cell, formula] of expanded) {
      if (cell.formula) this.#patch.replace(cell.formula.start, cell.formula.end, this.#formulaXml(formula));
    }
    this.#insert(added);
    return this.#patch.result();
  }

  #xmlOf({ row, column, to }: CellEdit, cell: CellPlace | null): string {
    if ("xml" in to) return to.xml;
    // A cell without an address of its own follows the one before it, and the next ones follow it.
    const isPlaced = cell === null || /\sr\s*=/.test(this.index.text.slice(cell.start, cell.openEnd));
    const address = isPlaced ? cellAddress(row, column) : null;
    return cellXml(to.content, { prefix: this.#prefix, address, style: to.style }, to.formulaXml);
  }

  #formulaXml(formula: string): string {
    return `<${this.#prefix}f>${escapedText(formula)}</${this.#prefix}f>`;
  }

  #withResult(cell: CellPlace, shown: Shown, expanded: string | undefined): string {
    const { text } = this.index;
    if (!cell.formula) {
      const to = { content: { value: null, error: null, formula: null }, style: cell.style };
      return this.#xmlOf({ ...cell, to }, cell);
    }
    const formula =
      expanded === undefined ? text.slice(cell.formula.start, cell.formula.end) : this.#formulaXml(expanded);
    return cellWithResult(text, cell, formula, shown);
  }

  /** Formulas of their own for the cells that share the formula of one that is written over. */
  #expanded(edited: ReadonlySet<CellPlace>): Map<CellPlace, string> {
    const lost = new Set<string>();
    for (const { formula } of edited) {
      if (formula?.kind === "shared" && formula.text.trim() !== "" && formula.group !== null) lost.add(formula.group);
    }
    const expanded = new Map<CellPlace, string>();
    if (lost.size === 0) return expanded;
    const masters = new Map<string, { readonly cell: CellPlace; readonly copy: ReturnType<typeof formulaCopier> }>();
    const cells = this.index.rows.flatMap((row) => row.cells).filter(({ formula }) => formula?.kind === "shared");
    const waiting: CellPlace[] = [];
    const expand = (cell: CellPlace) => {
      const master = masters.get(cell.formula?.group ?? "");
      if (!master) return void waiting.push(cell);
      if (edited.has(cell)) return;
      expanded.set(cell, master.copy(cell.row - master.cell.row, cell.column - master.cell.column));
    };
    for (const cell of cells) {
      const { text = "", group } = cell.formula ?? {};
      if (group === undefined || group === null || !lost.has(group)) continue;
      if (text.trim() === "") expand(cell);
      else masters.set(group, { cell, copy: formulaCopier(text.trim()) });
    }
    // A group may be named before its formula comes.
    for (const cell of waiting.splice(0)) expand(cell);
    if (waiting.length > 0) throw corrupt("a shared formula that is nowhere");
    return expanded;
  }

  #insert(added: readonly CellEdit[]): void {
    const rows = new Map<number, CellEdit[]>();
    for (const edit of [...added].sort((a, b) => a.row - b.row || a.column - b.column)) {
      const row = rows.get(edit.row);
      if (row) row.push(edit);
      else rows.set(edit.row, [edit]);
    }
    const newRows: { readonly row: number; readonly xml: string }[] = [];
    for (const [number, edits] of rows) {
      const row = this.index.rowAt(number);
      if (row) this.#fillRow(row, edits);
      else {
        const cells = edits.map((edit) => this.#xmlOf(edit, null)).join("");
        newRows.push({ row: number, xml: `<${this.#prefix}row r="${number + 1}">${cells}</${this.#prefix}row>` });
      }
    }
    this.#placeRows(newRows);
    if (added.length > 0) this.#growDimension(added);
  }

  #fillRow(row: RowPlace, edits: readonly CellEdit[]): void {
    const openTag = this.index.text.slice(row.start, row.openEnd);
    const tag = grownSpans(openTag, edits);
    if (row.openEnd === row.end) {
      this.#patch.replace(row.start, row.end, opened(tag, edits.map((edit) => this.#xmlOf(edit, null)).join("")));
      return;
    }
    if (tag !== openTag) this.#patch.replace(row.start, row.openEnd, tag);
    for (const edit of edits) {
      const next = row.cells.find(({ column }) => column > edit.column);
      this.#patch.insert(next?.start ?? row.closeStart, this.#xmlOf(edit, null));
    }
  }

  #placeRows(rows: readonly { readonly row: number; readonly xml: string }[]): void {
    const { data } = this.index;
    if (rows.length === 0) return;
    if (data.openEnd === data.end) {
      const tag = this.index.text.slice(data.start, data.openEnd);
      this.#patch.replace(data.start, data.end, opened(tag, rows.map(({ xml }) => xml).join("")));
      return;
    }
    for (const { row, xml } of rows) {
      const next = this.index.rows.find((other) => other.row > row);
      this.#patch.insert(next?.start ?? data.closeStart, xml);
    }
  }

  #growDimension(added: readonly CellEdit[]): void {
    const { dimension, text } = this.index;
    const area = dimension && parseArea(dimension.ref);
    if (!dimension || !area) return;
    const grown = added.reduce<Area>(
      ({ top, left, bottom, right }, { row, column }) => ({
        top: Math.min(top, row),
        left: Math.min(left, column),
        bottom: Math.max(bottom, row),
        right: Math.max(right, column),
      }),
      // "A1" is also what an empty sheet says.
      area,
    );
    const ref = areaAddress(grown);
    if (ref === areaAddress(area)) return;
    const tag = withAttribute(text.slice(dimension.start, dimension.end), "ref", ref);
    this.#patch.replace(dimension.start, dimension.end, tag);
  }
}

function isSomething({ to }: CellEdit): boolean {
  return "xml" in to ? to.xml !== "" : !isEmptyContent(to.content) || to.style !== 0;
}

/** The row's tag, whose `spans` (first and last column, 1-based) cover the cells that are added. */
function grownSpans(openTag: string, edits: readonly CellEdit[]): string {
  const spans = /\sspans\s*=\s*["']([\d: ]+)["']/.exec(openTag)?.[1];
  if (spans === undefined) return openTag;
  const known = spans.split(/[: ]+/).map(Number).filter(Number.isInteger);
  const columns = edits.map(({ column }) => column + 1);
  const [first, last] = [Math.min(...known, ...columns), Math.max(...known, ...columns)];
  const isCovered = first === Math.min(...known) && last === Math.max(...known);
  return isCovered ? openTag : withAttribute(openTag, "spans", `${first}:${last}`);
}

/** The sheet's text with the edits, and with what its formulas show then. Throws UnreadableFile ("corrupt"). */
export function editSheet(index: SheetIndex, edits: readonly CellEdit[], results: readonly ResultEdit[]): string {
  return new SheetEditor(index).edit(edits, results);
}
