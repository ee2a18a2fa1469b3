/** What the last reading gave of each sheet, as long as Excel tells of every change: such a sheet need not be read again. */
import type { Area } from "../workbook/address";
import type { Sheet } from "../workbook/picture";

export interface Snapshot {
  readonly sheet: Sheet;
  /** Where its contents stood; null where it had none. */
  readonly used: Area | null;
}

export class Snapshots {
  /** By Excel's id of the sheet, which a change of name or place leaves alone. */
  readonly #known = new Map<string, Snapshot>();
  /** Sheets that changed while one was being read: what was read of them may be from before. */
  #changedMeanwhile = new Set<string>();
  /** Sheets that the last reading took from here. */
  #reused = new Set<string>();
  #watchers = 0;

  /** From now on every change is told here; gives the way to say that it no longer is. */
  watch(): () => void {
    this.#watchers += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#watchers -= 1;
      if (this.#watchers === 0) this.forget();
    };
  }

  /** A sheet changed. True where the last reading took it from here, and so may have missed this. */
  change(id: string): boolean {
    this.#known.delete(id);
    this.#changedMeanwhile.add(id);
    return this.#reused.delete(id);
  }

  /** After a write of ours, or where nobody watches: the next reading reads everything. */
  forget(): void {
    for (const id of this.#known.keys()) this.#changedMeanwhile.add(id);
    this.#known.clear();
    this.#reused.clear();
  }

  /** What is known of the sheets, at the beginning of a reading. */
  begin(): ReadonlyMap<string, Snapshot> {
    this.#changedMeanwhile = new Set();
    return new Map(this.#known);
  }

  /** What a reading gave, by sheet; `reused` are those that it took from here. */
  end(read: ReadonlyMap<string, Snapshot>, reused: ReadonlySet<string>): void {
    this.#known.clear();
    this.#reused = new Set([...reused].filter((id) => !this.#changedMeanwhile.has(id)));
    if (this.#watchers === 0) return;
    for (const [id, snapshot] of read) if (!this.#changedMeanwhile.has(id)) this.#known.set(id, snapshot);
  }
}
