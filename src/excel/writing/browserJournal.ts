/** The journal of a pane: IndexedDB, which outlives the pane and leaves this machine never. */
import type { Journal, JournalEntry } from "./journal";

const DATABASE = "controle-pls-journal";
const STORE = "ecritures";
const VERSION = 1;

/** Opens at the first use. Each method rejects with the browser's own error where it gives no place to write. */
export function createBrowserJournal(factory: IDBFactory = indexedDB): Journal {
  let opening: Promise<IDBDatabase> | null = null;
  const database = () => {
    // A refusal is not kept: the officer may free room, or allow storage, and try again.
    opening ??= opened(factory).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    async put(entry) {
      await done(await database(), (store) => store.put(entry));
    },
    async remove(id) {
      await done(await database(), (store) => store.delete(id));
    },
    async all() {
      const stored: unknown = await done(await database(), (store) => store.getAll(), "readonly");
      return Array.isArray(stored) ? stored.filter(isEntry) : [];
    },
  };
}

function opened(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
    request.onsuccess = () => {
      // Another pane with a newer version must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

/** Resolves once the browser has written it, not once it has heard of it. */
function done(
  database: IDBDatabase,
  ask: (store: IDBObjectStore) => IDBRequest,
  mode: IDBTransactionMode = "readwrite",
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    const request = ask(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The outline is enough: nobody but this file writes there, and an older version may have written otherwise. */
function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== "object" || value === null) return false;
  const { version, id, workbook, at, cells, sheets } = value as Partial<Record<keyof JournalEntry, unknown>>;
  const texts = [id, workbook, at].every((text) => typeof text === "string");
  return version === 1 && texts && Array.isArray(cells) && Array.isArray(sheets);
}
