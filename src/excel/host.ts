/** The host that an officer looks at: the ports over Office.js. */
import type { HostResult, InteractiveHost } from "../host/ports";
import { HOST_SENTENCES } from "../messages/host";
import { watchChanges } from "./changes";
import { hostFailure } from "./failure";
import { readMemoryPart, writeMemoryPart } from "./memory";
import { readWorkbook } from "./read";
import { revealCell } from "./reveal";
import { Snapshots } from "./snapshots";
import { runInExcel, throwIfCancelled, type Guard, type Run } from "./sync";
import { applyDraft } from "./writing/apply";
import { causeOf, type Desk } from "./writing/desk";
import type { Journal } from "./writing/journal";
import { receiptsOf, undoWrite } from "./writing/undo";

/** What this host needs of Office.js, passed in so that tests can bring their own client. */
export interface ExcelApi {
  readonly run: Run;
  readonly isSetSupported: (set: string, version: string) => boolean;
  /** How long one sync may take, in milliseconds; 60 s when not given. */
  readonly timeoutMs?: number;
  /** Where writes are noted before they are done: `createBrowserJournal` in a pane. */
  readonly journal: Journal;
  /** Before everything is put back once more after a failure, in milliseconds; 2 s when not given. */
  readonly patienceMs?: number;
}

/** Excel on the web takes tens of seconds for a large workbook; beyond a minute it is a box that waits for a click. */
const TIMEOUT_MS = 60_000;

/** The time to leave a cell or to close a dialog. */
const PATIENCE_MS = 2_000;

/** No method throws: a trouble is a value with a French sentence. Needs ExcelApi 1.9; merged areas, and so any write, need 1.13. */
export function createExcelHost(api: ExcelApi): InteractiveHost {
  const timeoutMs = api.timeoutMs ?? TIMEOUT_MS;
  const guardOf = (signal?: AbortSignal): Guard => ({ signal, timeoutMs });
  const settled = async <T>(action: () => Promise<HostResult<T>>): Promise<HostResult<T>> => {
    try {
      return await action();
    } catch (error) {
      return hostFailure(error, { timeoutMs });
    }
  };
  const desk: Desk = {
    run: api.run,
    guard: guardOf(),
    journal: api.journal,
    canSeeObstacles: api.isSetSupported("ExcelApi", "1.13"),
    hasUndoGroups: api.isSetSupported("ExcelApi", "1.20"),
    patienceMs: api.patienceMs ?? PATIENCE_MS,
  };
  const inTurn = oneAtATime();
  const snapshots = new Snapshots();
  /** What we write ourselves may be told late, or not at all. */
  const writing = async <T>(write: () => Promise<T>): Promise<T> => {
    try {
      return await inTurn(write);
    } finally {
      snapshots.forget();
    }
  };
  const stamp = clock();
  /** Memory is no picture: its troubles have the sentences of a write. */
  const withMemory = async <T>(action: (context: Excel.RequestContext) => Promise<HostResult<T>>) => {
    try {
      return await runInExcel(api.run, action);
    } catch (error) {
      return causeOf(error, desk);
    }
  };
  return {
    apply: (draft, { onProgress = () => undefined } = {}) =>
      writing(() => applyDraft(desk, draft, { id: crypto.randomUUID(), at: stamp() }, onProgress)),
    undo: (receipt, { keepChanges = false } = {}) => writing(() => undoWrite(desk, receipt, keepChanges)),
    receipts: () => inTurn(() => receiptsOf(desk)),
    readMemory: () => withMemory(async (context) => ({ ok: true, value: await readMemoryPart(context, desk.guard) })),
    writeMemory: (json) => inTurn(() => withMemory((context) => writeMemoryPart(context, json, desk.guard))),
    read: ({ signal, onProgress = () => undefined, onlyChanged = false } = {}) =>
      settled(async () => {
        const guard = guardOf(signal);
        throwIfCancelled(guard);
        const canReadMerges = api.isSetSupported("ExcelApi", "1.13");
        const options = { ...guard, onProgress, canReadMerges, snapshots, onlyChanged };
        const { workbook, isManual } = await runInExcel(api.run, (context) => readWorkbook(context, options));
        return { ok: true, value: workbook, ...(isManual && { notice: HOST_SENTENCES.manual }) };
      }),
    reveal: (cell) => settled(() => runInExcel(api.run, (context) => revealCell(context, cell, guardOf()))),
    onChange: (listener) =>
      settled(async () => ({ ok: true, value: await watchChanges(api.run, listener, guardOf(), snapshots) })),
  };
}

/** Two writes at once would each see the other's half: the second waits. */
function oneAtATime(): <T>(action: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const next = last.then(action);
    // Whoever asked hears of a failure; the next one in the row has nothing to do with it.
    last = next.catch(() => undefined);
    return next;
  };
}

/** Times in ISO 8601, each later than the one before: writes are put in order by them. */
function clock(): () => string {
  let last = 0;
  return () => new Date((last = Math.max(Date.now(), last + 1))).toISOString();
}
