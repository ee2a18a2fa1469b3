/** What the pane and the command line need of a host: types only, implemented by src/excel and src/xlsx. */
import type { CellRef } from "../workbook/address";
import type { Workbook } from "../workbook/picture";

/** Why a host could not do what was asked. `sentence` is French, for the officer, and says what to do. */
export interface HostFailure {
  readonly ok: false;
  readonly code: HostFailureCode;
  readonly sentence: string;
}

export type HostFailureCode =
  // a file
  | "not-found"
  | "empty"
  | "encrypted"
  | "old-format"
  | "not-a-workbook"
  | "corrupt"
  | "too-large"
  | "locked"
  // Excel
  | "cell-edit"
  | "access-denied"
  | "item-not-found"
  | "hidden-sheet"
  | "payload"
  | "no-answer"
  | "cancelled"
  | "unsupported"
  | "unexpected";

export type HostResult<T> = { readonly ok: true; readonly value: T } | HostFailure;

export interface ReadProgress {
  readonly sheet: string;
  readonly done: number;
  readonly total: number;
}

export interface WorkbookHost {
  /** Reads the whole workbook into its picture. Never throws: a trouble is a value with a French sentence. */
  read(options?: {
    signal?: AbortSignal;
    onProgress?: (progress: ReadProgress) => void;
  }): Promise<HostResult<Workbook>>;
}

/** A host that an officer is looking at. */
export interface InteractiveHost extends WorkbookHost {
  /** Activates the sheet and selects the cell; says so when the sheet is hidden. */
  reveal(cell: CellRef): Promise<HostResult<null>>;
  /** Calls back after any change of the workbook made elsewhere than here. Returns the way to stop. */
  onChange(listener: () => void): Promise<HostResult<() => void>>;
}
