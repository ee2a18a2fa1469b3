/** How one sheet looks and prints, as far as an add-in sets it: plain data, for a page to draw and a file to hold. */
import { MAX_COLUMNS, type Area } from "../workbook/address";
import type { CellLook, NewSheet, Validation } from "../workbook/draft";

type Side = "top" | "bottom" | "left" | "right";

export interface PlacedLook {
  readonly row: number;
  readonly column: number;
  readonly look: CellLook;
}

export interface PageSetup {
  readonly orientation: "Portrait" | "Landscape";
  /** Excel's own name, "A4"; null for the printer's. */
  readonly paperSize: string | null;
  /** Pages across and down that the sheet is made to fit on; null where it is not. */
  readonly fit: { readonly horizontal: number | null; readonly vertical: number | null };
  readonly area: Area | null;
  readonly titleRows: NewSheet["print"]["titleRows"];
}

const FIRST_SETUP: PageSetup = {
  orientation: "Portrait",
  paperSize: null,
  fit: { horizontal: null, vertical: null },
  area: null,
  titleRows: null,
};

const ALL_SIDES = 4;

export class Appearance {
  readonly #looks = new Map<number, CellLook>();
  readonly #sides = new Map<number, Set<Side>>();
  readonly #columnWidths = new Map<number, number>();
  readonly #rowHeights = new Map<number, number>();
  readonly #validations: Validation[] = [];
  /** Rows at the top that stay in view. */
  frozenRows = 0;
  page: PageSetup = FIRST_SETUP;

  /** Whether nothing at all was set. */
  get isUntouched(): boolean {
    const set = [this.#looks, this.#sides, this.#columnWidths, this.#rowHeights];
    const isSized = set.some(({ size }) => size > 0) || this.#validations.length > 0;
    return !isSized && this.frozenRows === 0 && this.page === FIRST_SETUP;
  }

  /** Points, by 0-based column; a column that is not there has Excel's default width. */
  get columnWidths(): ReadonlyMap<number, number> {
    return this.#columnWidths;
  }

  /** Points, by 0-based row. */
  get rowHeights(): ReadonlyMap<number, number> {
    return this.#rowHeights;
  }

  get validations(): readonly Validation[] {
    return this.#validations;
  }

  /** What was set on this cell; empty where nothing was. */
  lookAt(row: number, column: number): CellLook {
    const key = row * MAX_COLUMNS + column;
    const look = this.#looks.get(key) ?? {};
    return this.#sides.get(key)?.size === ALL_SIDES ? { ...look, border: true } : look;
  }

  /** Row by row, left to right: the cells that something was set on. */
  looks(): PlacedLook[] {
    const keys = new Set([...this.#looks.keys(), ...this.#sides.keys()]);
    return [...keys]
      .sort((a, b) => a - b)
      .map((key) => [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS] as const)
      .map(([row, column]) => ({ row, column, look: this.lookAt(row, column) }));
  }

  setLook(area: Area, look: CellLook): void {
    forEachCell(area, (key) => this.#looks.set(key, { ...this.#looks.get(key), ...look }));
  }

  /** Thin lines on one side of each cell of the area. */
  setSide(area: Area, side: Side): void {
    forEachCell(area, (key) => this.#sides.set(key, new Set([...(this.#sides.get(key) ?? []), side])));
  }

  setColumnWidth({ left, right }: Area, points: number): void {
    for (let column = left; column <= right; column++) this.#columnWidths.set(column, points);
  }

  setRowHeight({ top, bottom }: Area, points: number): void {
    for (let row = top; row <= bottom; row++) this.#rowHeights.set(row, points);
  }

  /** Replaces the validation of exactly this area, or adds one. */
  setValidation(validation: Validation): void {
    const same = this.validationAt(validation.area);
    if (same) this.#validations.splice(this.#validations.indexOf(same), 1, validation);
    else this.#validations.push(validation);
  }

  validationAt({ top, left, bottom, right }: Area): Validation | null {
    const isSame = ({ area }: Validation) =>
      area.top === top && area.left === left && area.bottom === bottom && area.right === right;
    return this.#validations.find(isSame) ?? null;
  }
}

function forEachCell(area: Area, visit: (key: number) => void): void {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) visit(row * MAX_COLUMNS + column);
  }
}
