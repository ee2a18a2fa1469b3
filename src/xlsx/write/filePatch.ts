/** Gathers what changes in a file, then writes all of it at once: cells, what formulas show, styles, sheets. */
import type { Calculation, CalculationOptions } from "../../calculation/calculation";
import { wholeSheet } from "../../calculation/affected";
import { areaOf, type Place, type SheetArea } from "../../calculation/dependencies";
import { cellAddress, type CellRef } from "../../workbook/address";
import { formatToWrite, type CellContent, type CellWrite, type NewSheet } from "../../workbook/draft";
import type { Cell, Sheet, Workbook } from "../../workbook/picture";
import { dropFromCalcChain } from "./calcChain";
import { isEmptyContent } from "./cellXml";
import { newSheetText } from "./newSheet";
import type { OpenFile } from "./openFile";
import { directoryOf, partText } from "./package";
import { recalculate } from "./recalculate";
import { editSheet, type CellEdit, type ResultEdit } from "./sheetEdit";
import { StyleEdit } from "./styleEdit";
import { addSheet, askCalculation, dialectOf, dropSheet, type Dialect } from "./workbookEdit";

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
/** Texts that Excel would take for something else when somebody edits their cell. */
const LOOKS_TYPED = /^\s*[=+\-@'#(€$%.,\d]|^(?:true|false|vrai|faux)$/i;

/** A cell as it was in another state of the file. */
export interface FormerCell {
  readonly content: CellContent;
  readonly to: CellEdit["to"];
}

interface PlannedCell {
  readonly edit: CellEdit;
  readonly content: CellContent;
}

const keyOf = (row: number, column: number) => `${row},${column}`;

function pictureCell(row: number, column: number, content: CellContent): Cell {
  const { value, error, formula, numberFormat } = content;
  const isShown = value !== null || error !== null;
  return {
    row,
    column,
    value,
    error,
    formula,
    numberFormat,
    origin: formula === null ? null : isShown ? "cached" : "missing",
  };
}

/** A new sheet as the reader would have it; of two cells in one place, the last. */
function pictureSheet({ name, cells, merges }: NewSheet): Sheet {
  const byPlace = new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  const filled = [...byPlace.values()].filter(({ content }) => !isEmptyContent(content));
  return {
    name,
    visibility: "visible",
    cells: filled.map(({ row, column, content }) => pictureCell(row, column, content)).sort(inOrder),
    merges,
    isProtected: false,
  };
}

function inOrder(a: Cell, b: Cell): number {
  return a.row - b.row || a.column - b.column;
}

export class FilePatch {
  readonly #styles: StyleEdit;
  readonly #cells = new Map<number, Map<string, PlannedCell>>();
  readonly #added: NewSheet[] = [];
  readonly #dropped = new Set<string>();

  /** Throws UnreadableFile ("corrupt"). */
  constructor(private readonly file: OpenFile) {
    const { parts, workbook } = file;
    const text = workbook.stylesPart === null ? null : parts.text(workbook.stylesPart);
    this.#styles = new StyleEdit(text ?? partText(`<styleSheet xmlns="${this.#dialect.main}"/>`));
  }

  /** Plans a draft's cell: its look stays, its number format changes where the draft changes it. */
  write({ ref, before, after }: CellWrite): void {
    const wanted = formatToWrite({ before, after }, this.#currentFormat(ref));
    const format = before.numberFormat === wanted || this.#currentFormat(ref) === wanted ? null : wanted;
    const style = this.#styleFor(ref, after, format);
    const content = { ...after, numberFormat: this.#styles.formatOf(style) };
    this.#plan(ref, { content, to: { content: after, style } });
  }

  /**
   * The style here of a cell as it was in another state of the file: the same number where the two styles' elements are
   * the same, else the look that the cell has now with its former number format.
   */
  formerStyle(ref: CellRef, style: number, meant: string | undefined, format: string): number {
    if (style === 0 || (meant !== undefined && meant === this.#styles.rawStyle(style))) return style;
    const index = this.file.indexOf(this.file.rankOf(ref.sheet));
    return this.#styles.withFormat(index.cellAt(ref.row, ref.column)?.style ?? 0, format);
  }

  formatOf(style: number): string {
    return this.#styles.formatOf(style);
  }

  /** Plans what a cell was. */
  restore(ref: CellRef, former: FormerCell): void {
    this.#plan(ref, former);
  }

  addSheet(sheet: NewSheet): void {
    this.#added.push(sheet);
  }

  dropSheet(name: string): void {
    this.#dropped.add(name);
  }

  #styleNow({ sheet, row, column }: CellRef): number {
    const index = this.file.indexOf(this.file.rankOf(sheet));
    return index.cellAt(row, column)?.style ?? index.defaultStyle(row, column);
  }

  #currentFormat(ref: CellRef): string {
    return this.#styles.formatOf(this.#styleNow(ref));
  }

  /** The style by which a cell keeps its look and shows this content. */
  #styleFor(ref: CellRef, content: CellContent, format: string | null): number {
    const base = this.#styleNow(ref);
    const isText = content.formula === null && typeof content.value === "string" && content.value !== "";
    const code = format ?? this.#styles.formatOf(base);
    const isTyped = isText && code !== "@" && LOOKS_TYPED.test(String(content.value));
    const quoted = isTyped || !isText ? this.#styles.withQuote(base, isTyped) : base;
    return format === null ? quoted : this.#styles.withFormat(quoted, format);
  }

  #plan({ sheet, row, column }: CellRef, { content, to }: FormerCell): void {
    const rank = this.file.rankOf(sheet);
    const planned = this.#cells.get(rank) ?? new Map<string, PlannedCell>();
    planned.set(keyOf(row, column), { edit: { row, column, to }, content });
    this.#cells.set(rank, planned);
  }

  get #dialect(): Dialect {
    return dialectOf(this.file.parts.requireText(this.file.workbook.name));
  }

  /** The workbook with what was planned, before anything is computed. */
  #picture(): Workbook {
    const { workbook } = this.file.stored;
    const sheets = workbook.sheets.map((sheet, rank) => {
      const planned = this.#cells.get(rank);
      if (!planned) return sheet;
      const others = sheet.cells.filter(({ row, column }) => !planned.has(keyOf(row, column)));
      const filled = [...planned.values()].filter(({ content }) => !isEmptyContent(content));
      const cells = filled.map(({ edit, content }) => pictureCell(edit.row, edit.column, content));
      return { ...sheet, cells: [...others, ...cells].sort(inOrder) };
    });
    return { ...workbook, sheets: [...sheets, ...this.#added.map(pictureSheet)] };
  }

  #changedAreas(): SheetArea[] {
    const cells = [...this.#cells].flatMap(([sheet, planned]) =>
      [...planned.values()].map(({ edit: { row, column } }) => areaOf({ sheet, row, column })),
    );
    const first = this.file.sheets.length;
    return [...cells, ...this.#added.map((_sheet, i) => wholeSheet(first + i))];
  }

  /** An array formula that is written over fills nothing any more. */
  #needs(): CalculationOptions {
    const needs = this.file.stored.calculation;
    const arrays = needs.arrays?.map((areas, rank) => {
      const planned = this.#cells.get(rank);
      return planned ? new Map([...areas].filter(([key]) => !planned.has(key))) : areas;
    });
    return { ...needs, ...(arrays === undefined ? {} : { arrays }) };
  }

  /** Writes it all, and gives the workbook that the file should hold then. Throws UnreadableFile ("corrupt"). */
  async finish(load: (() => Promise<Calculation | null>) | undefined): Promise<Workbook> {
    const { parts, workbook } = this.file;
    const { workbook: shown, places } = await recalculate(this.#picture(), this.#changedAreas(), this.#needs(), load);
    this.#dropFromChain();
    this.#writeSheets(shown, places);
    this.#added.forEach((sheet, i) => this.#writeNewSheet(sheet, shown.sheets[this.file.sheets.length + i]));
    this.#writeStyles();
    this.#dropped.forEach((name) => dropSheet(parts, workbook, name));
    if (parts.isChanged) askCalculation(parts, workbook);
    return { ...shown, sheets: shown.sheets.filter(({ name }) => !this.#dropped.has(name)) };
  }

  #writeSheets(shown: Workbook, places: readonly Place[]): void {
    this.file.sheets.forEach((sheet, rank) => {
      if (this.#dropped.has(sheet.name)) return;
      const planned = this.#cells.get(rank) ?? new Map<string, PlannedCell>();
      const cells = cellsByPlace(shown.sheets[rank]);
      const stored = cellsByPlace(this.file.stored.workbook.sheets[rank]);
      const edits = [...planned].map(([key, { edit }]) => withResult(edit, cells.get(key)));
      const results = places.flatMap((place): ResultEdit[] => {
        const key = keyOf(place.row, place.column);
        if (place.sheet !== rank || planned.has(key)) return [];
        const [now, before] = [cells.get(key), stored.get(key)];
        const result = { value: now?.value ?? null, error: now?.error ?? null };
        const isSame = result.value === before?.value && result.error === before.error && now?.origin === before.origin;
        return isSame ? [] : [{ row: place.row, column: place.column, shown: result }];
      });
      if (edits.length + results.length === 0) return;
      this.file.parts.write(sheet.part, editSheet(this.file.indexOf(rank), edits, results));
    });
  }

  #writeNewSheet(sheet: NewSheet, shown: Sheet | undefined): void {
    const cells = cellsByPlace(shown);
    const text = newSheetText(sheet, {
      main: this.#dialect.main,
      styleOf: (look, content) => {
        const isTyped =
          content.formula === null && typeof content.value === "string" && LOOKS_TYPED.test(content.value);
        const style = this.#styles.styleOf(look, content.numberFormat);
        return isTyped && content.numberFormat !== "@" ? this.#styles.withQuote(style, true) : style;
      },
      shownAt: (row, column) => {
        const { value = null, error = null } = cells.get(keyOf(row, column)) ?? {};
        return { value, error };
      },
    });
    addSheet(this.file.parts, this.file.workbook, sheet, text);
  }

  #writeStyles(): void {
    const { parts, workbook } = this.file;
    const text = this.#styles.result();
    if (text === null) return;
    if (workbook.stylesPart !== null && parts.has(workbook.stylesPart)) return parts.write(workbook.stylesPart, text);
    const part = `${directoryOf(workbook.name)}styles.xml`;
    parts.add(part, text, STYLES_TYPE);
    parts.relate(workbook.name, `${this.#dialect.relationships}/styles`, "styles.xml");
  }

  #dropFromChain(): void {
    const gone = new Set<string>();
    for (const [rank, planned] of this.#cells) {
      for (const { edit, content } of planned.values()) {
        if (content.formula === null) gone.add(`${this.file.sheetAt(rank).id}!${cellAddress(edit.row, edit.column)}`);
      }
    }
    const dropped = new Set(this.file.sheets.filter(({ name }) => this.#dropped.has(name)).map(({ id }) => id));
    const { parts, workbook } = this.file;
    dropFromCalcChain(parts, workbook, (id, address) => dropped.has(id) || gone.has(`${id}!${address}`));
  }
}

function cellsByPlace(sheet: Sheet | undefined): Map<string, Cell> {
  return new Map((sheet?.cells ?? []).map((cell) => [keyOf(cell.row, cell.column), cell]));
}

/** An edit that brings a formula, with what the formula shows. */
function withResult(edit: CellEdit, shown: Cell | undefined): CellEdit {
  if ("xml" in edit.to || edit.to.content.formula === null) return edit;
  const { value = null, error = null } = shown ?? {};
  return { ...edit, to: { ...edit.to, content: { ...edit.to.content, value, error } } };
}
