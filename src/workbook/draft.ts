/**
 * A draft: what is to be written in a workbook, as plain data. Pure; nothing is written until a host applies it. It
 * carries what was there before, so that a host can refuse where somebody changed it since, show it, and put it back.
 */
import type { Area, CellRef } from "./address";
import type { ExcelError } from "./picture";

/** What a cell holds or is to hold. A formula's value and error are what it shows: what it is compared by is its text. */
export interface CellContent {
  readonly value: string | number | boolean | null;
  readonly error: ExcelError | null;
  /** With its leading "=", en-US; null for a constant. */
  readonly formula: string | null;
  /** en-US code. */
  readonly numberFormat: string;
}

export const EMPTY_CONTENT: CellContent = { value: null, error: null, formula: null, numberFormat: "General" };

/** One cell of a sheet that exists. */
export interface CellWrite {
  readonly ref: CellRef;
  /** What the draft saw there. */
  readonly before: CellContent;
  readonly after: CellContent;
  /** One French sentence: where the figure comes from. */
  readonly why: string;
}

/** A cell that the draft was computed from: where it changed since, the draft is out of date. */
export interface CellRead {
  readonly ref: CellRef;
  readonly content: CellContent;
}

/** How a cell of a new sheet looks; what is left out is Excel's default. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  /** "RRGGBB". */
  readonly colour?: string;
  /** "RRGGBB". */
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Thin lines on its four sides. */
  readonly border?: boolean;
}

export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly look: CellLook;
  /** One French sentence: where the figure comes from; "" for labels. */
  readonly why: string;
}

/** What the cells of an area may hold; other values are warned of, not refused. */
export type Validation = {
  readonly area: Area;
  readonly title: string;
  readonly message: string;
} & (
  | {
      readonly kind: "list";
      /** None holds a comma; all together 255 characters at most. */
      readonly values: readonly string[];
    }
  /** A number that is not negative. */
  | { readonly kind: "amount" }
);

export interface NewSheet {
  /** At most 31 characters, none of \ / ? * [ ] :, not yet taken. */
  readonly name: string;
  readonly cells: readonly NewCell[];
  readonly merges: readonly Area[];
  /** In characters of the default font, from the first column on. */
  readonly columnWidths: readonly number[];
  /** In points, by 0-based row; other rows have the default height. */
  readonly rowHeights: Readonly<Record<number, number>>;
  /** Rows at the top that stay in view; 0 for none. */
  readonly frozenRows: number;
  readonly validations: readonly Validation[];
  /** Printed one page wide. */
  readonly print: {
    /** A4 where it is left out; A3 for tables of many columns, whose figures would be too small to read. */
    readonly paper?: "A3";
    readonly orientation: "portrait" | "landscape";
    /** 1: all of it on one page. Null: as many pages as its rows need. */
    readonly pagesHigh: 1 | null;
    readonly area: Area;
    /** Rows repeated at the top of each page, both included; null for none. */
    readonly titleRows: { readonly first: number; readonly last: number } | null;
  };
}

export interface Draft {
  /** In French, for a list of what was written: "Plan de financement 2024". */
  readonly title: string;
  readonly writes: readonly CellWrite[];
  readonly reads: readonly CellRead[];
  /** Added after the last sheet, in this order. */
  readonly sheets: readonly NewSheet[];
}

/**
 * The number format that a cell is given with its content. A picture leaves out empty cells, so a draft cannot see the
 * format that somebody prepared for them: that one stays, unless it would make a text of a figure.
 * @param current the format that the host finds in the cell
 */
export function formatToWrite({ before, after }: Pick<CellWrite, "before" | "after">, current: string): string {
  const isPrepared = current !== "General" && current !== "@";
  return isPrepared && isSameContent(before, EMPTY_CONTENT) ? current : after.numberFormat;
}

/** Whether two contents are the same to an officer: same formula, or same constant of the same type. Formats apart. */
export function isSameContent(one: CellContent, other: CellContent): boolean {
  if (one.formula !== null || other.formula !== null) return sameFormula(one.formula, other.formula);
  return one.value === other.value && one.error === other.error;
}

/** Excel may change spaces and the case of names in a formula that it is given; texts in quotes stay as they are. */
function sameFormula(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && plainFormula(one) === plainFormula(other);
}

function plainFormula(formula: string): string {
  return formula
    .split(/("[^"]*"|'[^']*')/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/\s+/g, "").toUpperCase()))
    .join("");
}
