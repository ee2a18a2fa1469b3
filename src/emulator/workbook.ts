/**
 * The workbook behind the emulated host: what the officer and the add-in change, and what a page draws. It computes
 * nothing and formats nothing by itself: the caller injects both.
 */
import { parseArea, type Area, type CellRef } from "../workbook/address";
import type { Workbook } from "../workbook/picture";
import { written, type CellInput, type EmulatedCell } from "./cell";
import { CustomXmlParts } from "./custom-xml";
import { Refusal, type RefusalCode } from "./refusal";
import { EmulatedSheet, type PlacedCell, type Presentation } from "./sheet";
import { checkSheetName } from "./sheet-names";

/** Who made a change: an event says so, as Excel's `triggerSource` does. */
export type Origin = "addin" | "user";

export type WorkbookChange =
  | { readonly kind: "cells" | "formats"; readonly sheet: EmulatedSheet; readonly area: Area; readonly origin: Origin }
  | {
      readonly kind: "selection" | "activation";
      readonly sheet: EmulatedSheet;
      readonly area: Area;
      readonly origin: Origin;
    }
  /** What a sheet looks like: fonts, fills, widths, merges, what stays in view. */
  | { readonly kind: "looks" | "sheet-added" | "sheet-deleted"; readonly sheet: EmulatedSheet; readonly origin: Origin }
  /** The sheets that a formula was calculated on. */
  | { readonly kind: "results"; readonly sheets: readonly EmulatedSheet[] };

export interface Selection {
  readonly sheet: EmulatedSheet;
  readonly area: Area;
}

/** What an injected calculation sees and may set. */
export interface Recalculation {
  readonly sheets: readonly { readonly name: string; cells(): PlacedCell[] }[];
  /** The cells written since the last time; every cell the first time. */
  readonly edits: readonly CellRef[];
  cellAt(cell: CellRef): EmulatedCell;
  /** Gives a formula its result; a cell without formula is left alone. */
  setResult(cell: CellRef, result: Pick<EmulatedCell, "value" | "error">): void;
}

export interface EmulatedWorkbookOptions {
  /** Called once at the start when a formula has no result, and after each batch or edit that wrote cells. */
  readonly recalculate?: (access: Recalculation) => void;
  /** The text that Excel shows; `String(value)` when it is not given. */
  readonly formatText?: (value: string | number | boolean, numberFormat: string) => string;
  /** By sheet name. */
  readonly presentation?: Readonly<Record<string, Presentation>>;
  /** Whole documents, as a file holds them. */
  readonly customXmlParts?: readonly string[];
}

export type EditOutcome = { readonly ok: true } | { readonly ok: false; readonly code: RefusalCode };

export type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

export class EmulatedWorkbook {
  /** Opened for reading only: every write is refused. */
  isReadOnly = false;
  /** Its structure is protected: no sheet can be added or deleted. */
  isStructureProtected = false;
  calculationMode: CalculationMode = "Automatic";
  readonly customXml: CustomXmlParts;
  readonly #sheets: EmulatedSheet[];
  readonly #listeners = new Set<(change: WorkbookChange) => void>();
  #selection: Selection;
  #nextSheet: number;
  #edits: CellRef[] = [];
  #isOutdated = false;

  private constructor(
    readonly name: string,
    readonly date1904: boolean,
    sheets: readonly EmulatedSheet[],
    private readonly options: EmulatedWorkbookOptions,
  ) {
    const first = sheets.find((sheet) => sheet.visibility === "visible");
    if (!first) throw new RangeError("A workbook has at least one visible sheet.");
    this.#sheets = [...sheets];
    this.#nextSheet = sheets.length;
    this.customXml = new CustomXmlParts(options.customXmlParts);
    this.#selection = { sheet: first, area: { top: 0, left: 0, bottom: 0, right: 0 } };
  }

  /** Takes the picture's content as it is; throws a RangeError when no sheet is visible, as Excel allows none such. */
  static fromPicture(picture: Workbook, options: EmulatedWorkbookOptions = {}): EmulatedWorkbook {
    const sheets = picture.sheets.map(
      (sheet, index) => new EmulatedSheet(sheetId(index), sheet, options.presentation?.[sheet.name]),
    );
    const workbook = new EmulatedWorkbook(picture.name, picture.date1904, sheets, options);
    workbook.#edits = sheets.flatMap((sheet) =>
      sheet.cells().map(({ row, column }) => ({ sheet: sheet.name, row, column })),
    );
    const isUncomputed = ({ cell }: PlacedCell) => cell.formula !== null && cell.value === null && cell.error === null;
    if (sheets.some((sheet) => sheet.cells().some(isUncomputed))) workbook.calculate();
    return workbook;
  }

  /** In the order of the tabs; it changes when a sheet is added or deleted. */
  get sheets(): readonly EmulatedSheet[] {
    return this.#sheets;
  }

  /** The custom XML parts as a file would hold them. */
  get customXmlParts(): readonly string[] {
    return this.customXml.all.map(({ xml }) => xml);
  }

  get selection(): Selection {
    return this.#selection;
  }

  /** Calls back after each change; returns the way to stop. */
  subscribe(listener: (change: WorkbookChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** By name, without regard to case, as in Excel. */
  sheetNamed(name: string): EmulatedSheet | null {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  cellAt(cell: CellRef): EmulatedCell | null {
    return this.sheetNamed(cell.sheet)?.cellAt(cell.row, cell.column) ?? null;
  }

  /** What the grid shows: the error's en-US code, or the value through the injected formatter. */
  textOf(cell: EmulatedCell): string {
    if (cell.error !== null) return cell.error;
    if (cell.value === null) return "";
    return this.options.formatText ? this.options.formatText(cell.value, cell.numberFormat) : String(cell.value);
  }

  select(sheet: EmulatedSheet, area: Area, origin: Origin): void {
    if (sheet.visibility !== "visible") throw new Refusal("InvalidOperation", "A hidden sheet cannot be activated.");
    const isOther = sheet !== this.#selection.sheet;
    this.#selection = { sheet, area };
    if (isOther) this.#emit({ kind: "activation", sheet, area, origin });
    this.#emit({ kind: "selection", sheet, area, origin });
  }

  /** Shows another sheet; its selection is its first cell, for this host keeps one selection only. */
  activate(sheet: EmulatedSheet, origin: Origin): void {
    if (sheet !== this.#selection.sheet) this.select(sheet, { top: 0, left: 0, bottom: 0, right: 0 }, origin);
  }

  /** Adds an empty sheet after the last one, without showing it. Throws a Refusal of Excel's. */
  addSheet(name: string, origin: Origin): EmulatedSheet {
    this.#refuseStructure();
    const names = this.#sheets.map((sheet) => sheet.name);
    checkSheetName(name, names);
    const picture = { name, visibility: "visible", cells: [], merges: [], isProtected: false } as const;
    const sheet = new EmulatedSheet(sheetId(this.#nextSheet++), picture);
    this.#sheets.push(sheet);
    this.#isOutdated = true;
    this.#emit({ kind: "sheet-added", sheet, origin });
    return sheet;
  }

  /** Formulas that named the sheet then hold `#REF!`. Throws a Refusal on the last visible sheet or a very hidden one. */
  deleteSheet(sheet: EmulatedSheet, origin: Origin): void {
    this.#refuseStructure();
    const others = this.#sheets.filter((other) => other !== sheet);
    const next = others.find(({ visibility }) => visibility === "visible");
    if (!next || sheet.visibility === "veryHidden") {
      throw new Refusal("InvalidOperation", "This sheet cannot be deleted.");
    }
    this.#sheets.splice(this.#sheets.indexOf(sheet), 1);
    for (const other of others) other.forgetSheet(sheet.name);
    this.#isOutdated = true;
    if (this.#selection.sheet === sheet) this.activate(next, origin);
    this.#emit({ kind: "sheet-deleted", sheet, origin });
  }

  /** Changes the looks of a sheet by `write`; null where no cells are concerned. Throws a Refusal when it is protected. */
  dress(sheet: EmulatedSheet, area: Area | null, write: () => void): void {
    this.#refuseWrite(sheet, area);
    write();
    this.#emit({ kind: "looks", sheet, origin: "addin" });
  }

  refuseWhenReadOnly(): void {
    if (this.isReadOnly) throw new Refusal("AccessDenied", "The workbook is open for reading only.");
  }

  /** Writes a rectangle; the caller has checked its size. Throws a Refusal on a protected sheet. */
  write(sheet: EmulatedSheet, area: Area, inputAt: (row: number, column: number) => CellInput, origin: Origin): void {
    this.#change(sheet, area, (row, column) => (sheet.isCovered(row, column) ? null : inputAt(row, column)), written);
    sheet.breakSpills(area);
    this.#isOutdated = true;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) this.#edits.push({ sheet: sheet.name, row, column });
    }
    this.#emit({ kind: "cells", sheet, area, origin });
  }

  /** Formats do not change what the cells hold, as in Excel. Throws a Refusal on a protected sheet. */
  writeFormats(
    sheet: EmulatedSheet,
    area: Area,
    formatAt: (row: number, column: number) => string | null,
    origin: Origin,
  ) {
    this.#change(sheet, area, formatAt, (cell, numberFormat) => ({ ...cell, numberFormat }));
    this.#emit({ kind: "formats", sheet, area, origin });
  }

  /** What an officer does with the mouse. An unknown or hidden sheet or a bad address comes back as a code. */
  userSelect(sheet: string, address: string): EditOutcome {
    return outcome(() => {
      const [found, area] = this.#located(sheet, address);
      this.select(found, area, "user");
    });
  }

  /** What an officer types into every cell of `address`, en-US ("1.5", "=SUM(A1:A3)"). */
  userEdit(sheet: string, address: string, input: string): EditOutcome {
    return outcome(() => {
      const [found, area] = this.#located(sheet, address);
      this.write(found, area, () => input, "user");
      this.recalculateIfNeeded();
    });
  }

  /** After a batch or an edit: calculates when cells were written and the mode is not manual. */
  recalculateIfNeeded(): void {
    if (this.calculationMode !== "Manual" && this.#isOutdated) this.calculate();
  }

  calculate(): void {
    const edits = this.#edits.filter(({ sheet }) => this.sheetNamed(sheet) !== null);
    this.#edits = [];
    this.#isOutdated = false;
    if (!this.options.recalculate) return;
    const calculated = new Set<EmulatedSheet>();
    this.options.recalculate({
      sheets: this.sheets,
      edits,
      cellAt: (cell) => this.#sheetOf(cell.sheet).cellAt(cell.row, cell.column),
      setResult: ({ sheet, row, column }, { value, error }) => {
        const found = this.#sheetOf(sheet);
        const cell = found.cellAt(row, column);
        if (cell.formula === null) return;
        found.put(row, column, { ...cell, value, error });
        calculated.add(found);
      },
    });
    this.#emit({ kind: "results", sheets: [...calculated] });
  }

  /** The workbook as it is now, for whoever compares it with what a host read. */
  toPicture(): Workbook {
    return {
      name: this.name,
      date1904: this.date1904,
      sheets: this.sheets.map((sheet) => sheet.toPicture()),
    };
  }

  #change<T>(
    sheet: EmulatedSheet,
    area: Area,
    inputAt: (row: number, column: number) => T | null,
    changed: (cell: EmulatedCell, input: T) => EmulatedCell,
  ): void {
    this.#refuseWrite(sheet, area);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const input = inputAt(row, column);
        if (input !== null) sheet.put(row, column, changed(sheet.cellAt(row, column), input));
      }
    }
  }

  #refuseStructure(): void {
    this.refuseWhenReadOnly();
    if (this.isStructureProtected) throw new Refusal("AccessDenied", "The structure of the workbook is protected.");
  }

  #refuseWrite(sheet: EmulatedSheet, area: Area | null): void {
    this.refuseWhenReadOnly();
    sheet.refuseWrite(area);
  }

  #sheetOf(name: string): EmulatedSheet {
    const sheet = this.sheetNamed(name);
    if (!sheet) throw new Refusal("ItemNotFound", `There is no sheet "${name}".`);
    return sheet;
  }

  #located(name: string, address: string): [EmulatedSheet, Area] {
    const area = parseArea(address);
    if (!area) throw new Refusal("InvalidArgument", `"${address}" is no address.`);
    return [this.#sheetOf(name), area];
  }

  #emit(change: WorkbookChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

function outcome(action: () => void): EditOutcome {
  try {
    action();
    return { ok: true };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code };
    throw error;
  }
}

/** Excel gives each sheet an id that a change of name or place leaves alone. */
function sheetId(index: number): string {
  return `{${(index + 1).toString(16).padStart(8, "0").toUpperCase()}-0000-4000-8000-000000000000}`;
}
