/** A workbook in a store of bytes as a host that can be written to: a file on the disk, or one that a page holds. */
import type { Calculation } from "../calculation/calculation";
import type { HostResult, Receipt, WritableHost } from "../host/ports";
import { notAsSaved, unknownReceipt } from "../messages/writing";
import { readXlsx } from "./readXlsx";
import { applyToXlsx, type XlsxUndo } from "./write/apply";
import { readXlsxMemory, writeXlsxMemory } from "./write/memory";
import { refusal } from "./write/refusals";
import { isSameBytes, undoInXlsx } from "./write/undo";

export interface XlsxStore {
  /** The file's name, without its folder. */
  readonly name: string;
  /** The bytes as they stand. */
  read(): Promise<HostResult<Uint8Array>>;
  /** Replaces them, all or none. */
  write(bytes: Uint8Array): Promise<HostResult<null>>;
}

export interface XlsxHostOptions {
  /** As for readXlsx. */
  readonly calculation?: () => Promise<Calculation | null>;
}

class XlsxHost implements WritableHost {
  /** Last first. */
  #journal: readonly XlsxUndo[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: XlsxStore,
    private readonly options: XlsxHostOptions,
  ) {}

  async read(reading: Parameters<WritableHost["read"]>[0] = {}): ReturnType<WritableHost["read"]> {
    const bytes = await this.store.read();
    return bytes.ok ? readXlsx(bytes.value, { ...this.#named, ...reading }) : bytes;
  }

  apply: WritableHost["apply"] = (draft, { onProgress = () => undefined } = {}) =>
    this.#alone(async () => {
      const total = draft.writes.length + draft.sheets.length;
      onProgress(0, total);
      const bytes = await this.store.read();
      if (!bytes.ok) return bytes;
      const written = await applyToXlsx(bytes.value, draft, this.#named);
      if (!written.ok) return written;
      const kept = await this.#keep(written.value.bytes);
      if (!kept.ok) return kept;
      this.#journal = [written.value.undo, ...this.#journal];
      onProgress(total, total);
      return { ok: true, value: written.value.receipt };
    });

  undo: WritableHost["undo"] = (receipt, { keepChanges = false } = {}) =>
    this.#alone(async () => {
      const undone = this.#journal.find((one) => one.receipt.id === receipt.id);
      if (!undone) return refusal("unsupported", unknownReceipt(receipt.title));
      const bytes = await this.store.read();
      if (!bytes.ok) return bytes;
      const before = await undoInXlsx(bytes.value, undone, { ...this.#named, keepChanges });
      if (!before.ok) return before;
      const kept = await this.#keep(before.value);
      if (kept.ok) this.#journal = this.#journal.filter((one) => one !== undone);
      return kept;
    });

  receipts = async (): Promise<HostResult<readonly Receipt[]>> => ({
    ok: true,
    value: this.#journal.map(({ receipt }) => receipt),
  });

  readMemory = async (): Promise<HostResult<string | null>> => {
    const bytes = await this.store.read();
    return bytes.ok ? readXlsxMemory(bytes.value, this.store.name) : bytes;
  };

  writeMemory: WritableHost["writeMemory"] = (json) =>
    this.#alone(async () => {
      const bytes = await this.store.read();
      if (!bytes.ok) return bytes;
      const changed = await writeXlsxMemory(bytes.value, json, this.store.name);
      if (!changed.ok) return changed;
      if (isSameBytes(changed.value, bytes.value)) return { ok: true, value: null };
      const kept = await this.#keep(changed.value);
      if (kept.ok) await this.#remember(json);
      return kept;
    });

  get #named() {
    return { ...this.options, name: this.store.name };
  }

  /** The same memory in the former files, so that an undo still gives them back whole, and forgets nothing. */
  async #remember(json: string | null): Promise<void> {
    const withMemory = async (bytes: Uint8Array) => {
      const changed = await writeXlsxMemory(bytes, json, this.store.name);
      return changed.ok ? changed.value : bytes;
    };
    this.#journal = await Promise.all(
      this.#journal.map(async (one) => ({
        ...one,
        before: await withMemory(one.before),
        after: await withMemory(one.after),
      })),
    );
  }

  /** Stores the bytes and reads them again. */
  async #keep(bytes: Uint8Array): Promise<HostResult<null>> {
    const stored = await this.store.write(bytes);
    if (!stored.ok) return stored;
    const found = await this.store.read();
    if (!found.ok) return found;
    return isSameBytes(found.value, bytes) ? stored : refusal("not-restored", notAsSaved(this.store.name));
  }

  /** One write after the other. */
  #alone<T>(action: () => Promise<T>): Promise<T> {
    const next = this.#last.then(action);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

/**
 * A host over a store of bytes. What it wrote can be taken back as long as it lives; `read` fails as readXlsx, the rest
 * as applyToXlsx and undoInXlsx, and with the store's own failures.
 */
export function createXlsxHost(store: XlsxStore, options: XlsxHostOptions = {}): WritableHost {
  return new XlsxHost(store, options);
}
