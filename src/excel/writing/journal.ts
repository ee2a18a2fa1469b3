/**
 * What the add-in notes before it writes, so that it can put everything back: also when the write failed halfway, and
 * after the pane was closed. Plain data; it stays on this machine and is never written in the workbook.
 */
import type { Receipt } from "../../host/ports";
import type { CellRef } from "../../workbook/address";
import type { CellContent, NewCell } from "../../workbook/draft";

export interface JournalCell {
  readonly ref: CellRef;
  readonly before: CellContent;
  readonly after: CellContent;
}

export interface JournalSheet {
  readonly name: string;
  /** Its cells that hold something. */
  readonly cells: readonly Pick<NewCell, "row" | "column" | "content">[];
}

export type JournalState =
  /** The write began; whether it ended is not known. */
  | "writing"
  | "applied"
  /** Putting back began; it did not come to its end. */
  | "half-restored";

export interface JournalEntry {
  readonly version: 1;
  readonly id: string;
  /** Name of the workbook: entries of another one are none of ours. */
  readonly workbook: string;
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
  readonly state: JournalState;
  readonly cells: readonly JournalCell[];
  readonly sheets: readonly JournalSheet[];
}

/** Where entries are kept. A method that cannot do its work rejects. */
export interface Journal {
  /** Adds the entry, or replaces the one of the same id. */
  put(entry: JournalEntry): Promise<void>;
  remove(id: string): Promise<void>;
  /** In no order; entries that cannot be read are left out. */
  all(): Promise<readonly JournalEntry[]>;
}

/** A journal that lasts as long as this object: for tests, and where a browser gives no place to write. */
export function createMemoryJournal(): Journal {
  const entries = new Map<string, JournalEntry>();
  return {
    put: async (entry) => void entries.set(entry.id, structuredClone(entry)),
    remove: async (id) => void entries.delete(id),
    all: async () => [...entries.values()].map((entry) => structuredClone(entry)),
  };
}

export function receiptOf({ id, title, at, cells, sheets }: JournalEntry): Receipt {
  return { id, title, at, cells: cells.map(({ ref }) => ref), sheets: sheets.map(({ name }) => name) };
}

const KEPT_PER_WORKBOOK = 20;

/** Ids of the writes of a workbook that are too old to be kept. */
export function outdated(entries: readonly JournalEntry[], workbook: string): string[] {
  return lastFirst(entries, workbook)
    .slice(KEPT_PER_WORKBOOK)
    .map(({ id }) => id);
}

/** The entries of one workbook, the last write first. */
export function lastFirst(entries: readonly JournalEntry[], workbook: string): JournalEntry[] {
  return entries.filter((entry) => entry.workbook === workbook).sort((a, b) => b.at.localeCompare(a.at));
}
