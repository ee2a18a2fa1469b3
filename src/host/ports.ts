/** What the pane and the command line need of a host: types only, implemented by src/excel and src/xlsx. */
import type { CellRef } from "../workbook/address";
import type { Draft } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";

/** Why a host could not do what was asked. `sentence` is French, for the officer, and says what to do. */
export interface HostFailure {
  readonly ok: false;
  readonly code: HostFailureCode;
  readonly sentence: string;
  /** Of a write: the cells that it is about, such as those that changed, or that could not be put back. */
  readonly cells?: readonly CellRef[];
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
  | "unexpected"
  // a write that was refused: nothing was written
  | "changed"
  | "merged"
  | "spilled"
  | "pivot"
  | "protected"
  | "read-only"
  | "sheet-exists"
  /** The sheet that a write added is used by formulas elsewhere: taking it away would break them. */
  | "sheet-in-use"
  // a write that failed
  /** Everything that had been written was put back. */
  | "restored"
  /** Something could not be put back: `cells` and the sentence say what. */
  | "not-restored";

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

/** What a write leaves behind, and what takes it back. Plain data. */
export interface Receipt {
  readonly id: string;
  /** The draft's. */
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
  readonly cells: readonly CellRef[];
  /** Sheets that the write added. */
  readonly sheets: readonly string[];
}

/** A host that can be written to: the only way in which anything of ours changes a workbook. */
export interface WritableHost extends WorkbookHost {
  /**
   * Writes a draft as a whole or not at all. Refuses ("changed", "merged", "spilled", "pivot", "protected", "read-only",
   * "cell-edit", "sheet-exists") before anything is written; a failure later puts back what was there ("restored"), and
   * says exactly what could not be ("not-restored").
   */
  apply(draft: Draft, options?: { onProgress?: (done: number, total: number) => void }): Promise<HostResult<Receipt>>;
  /**
   * Puts back what a write replaced: values, formulas, formats, types, and takes away the sheets that it added. Refuses
   * ("changed", with the cells) where somebody changed what was written; with `keepChanges` those cells stay as they
   * are and the others are put back.
   */
  undo(receipt: Receipt, options?: { keepChanges?: boolean }): Promise<HostResult<null>>;
  /** The writes in this workbook that can still be taken back, last first, also those of an earlier session. */
  receipts(): Promise<HostResult<readonly Receipt[]>>;
  /** What the add-in remembers in this workbook, as JSON text; null when it remembers nothing. */
  readMemory(): Promise<HostResult<string | null>>;
  /** Replaces it; null forgets it. */
  writeMemory(json: string | null): Promise<HostResult<null>>;
}

/** What an officer has to know of the sheet of a cell that is shown. */
export interface Revealed {
  readonly isProtected: boolean;
}

/** A host that an officer is looking at. */
export interface InteractiveHost extends WritableHost {
  /** Activates the sheet and selects the cell; says so when the sheet is hidden. The focus stays where it is. */
  reveal(cell: CellRef): Promise<HostResult<Revealed>>;
  /** Calls back after any change of the workbook made elsewhere than here. Returns the way to stop. */
  onChange(listener: () => void): Promise<HostResult<() => void>>;
}
