/** How a workbook looks, for a host that draws it: plain data beside the picture, never read by a rule. */

export type HorizontalAlignment = "left" | "center" | "right" | "justify";
export type VerticalAlignment = "top" | "center" | "bottom";

export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** "#RRGGBB", of the text. */
  readonly color?: string;
  /** "#RRGGBB". */
  readonly fill?: string;
  readonly wrap?: boolean;
  /** Left out where Excel decides by the value: text left, numbers right. */
  readonly horizontal?: HorizontalAlignment;
  readonly vertical?: VerticalAlignment;
}

/** Columns `first` to `last`, 0-based, both included. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  /** Pixels at 100 %; null where the file leaves it to the default. */
  readonly width: number | null;
  readonly hidden: boolean;
  /** Index in `looks` of the cells of these columns that the sheet does not hold. */
  readonly look: number;
}

export interface RowLook {
  readonly row: number;
  /** Pixels at 100 %; null where the file leaves it to the content. */
  readonly height: number | null;
  readonly hidden: boolean;
}

export interface SheetPresentation {
  readonly name: string;
  readonly defaultColumnWidth: number | null;
  readonly defaultRowHeight: number | null;
  readonly columns: readonly ColumnSpan[];
  readonly rows: readonly RowLook[];
  /** Cells of the file, empty ones included, whose look is not the default one; `look` is an index in `looks`. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly look: number }[];
  /** Rows and columns that stay in sight while the rest scrolls. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly showGridLines: boolean;
}

export interface WorkbookPresentation {
  /** Shared by all sheets; the first is the default one. */
  readonly looks: readonly CellLook[];
  readonly sheets: readonly SheetPresentation[];
}
