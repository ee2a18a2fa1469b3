/** Prepares, writes and takes back what a task drafts, through the host alone. */
import { useCallback, useEffect, useReducer, useRef, type Dispatch } from "react";
import type { Memoire } from "../../domain/memoire";
import { DRAFT_SENTENCES } from "../../messages/remplissage";
import type { CellRef } from "../../workbook/address";
import type { Workbook } from "../../workbook/picture";
import type { InteractiveHost, Receipt } from "../../host/ports";
import { begin } from "../activity";
import { readMemoire } from "../memoire";
import { initial, next, type Drafted, type DraftEvent, type DraftState } from "./state";

/** A draft of a workbook, or one French sentence that says why there is none. */
export type Drafting<C, D extends Drafted> = (
  workbook: Workbook,
  choices: C,
  memoire: Memoire,
) => Promise<{ readonly ok: true; readonly value: D } | { readonly ok: false; readonly sentence: string }>;

interface Tools<C, D extends Drafted> {
  readonly host: InteractiveHost;
  readonly send: Dispatch<DraftEvent<C, D>>;
}

async function prepare<C, D extends Drafted>(
  { host, send }: Tools<C, D>,
  drafting: Drafting<C, D>,
  choices: C,
  signal: AbortSignal,
): Promise<void> {
  const kept = await readMemoire(host);
  if (signal.aborted) return;
  if (!kept.ok) return send({ type: "failed", failure: kept });
  const read = await host.read({ signal, onProgress: (progress) => send({ type: "progressed", progress }) });
  if (signal.aborted) return;
  if (!read.ok) return send({ type: "failed", failure: read });
  const drafted = await drafting({ ...read.value, lectures: kept.value.lectures }, choices, kept.value);
  if (signal.aborted) return;
  if (drafted.ok) send({ type: "prepared", drafted: drafted.value });
  else send({ type: "failed", failure: { code: "unexpected", sentence: drafted.sentence } });
}

async function list<C, D extends Drafted>({ host, send }: Tools<C, D>): Promise<void> {
  const receipts = await host.receipts();
  if (receipts.ok) send({ type: "listed", receipts: receipts.value });
  else send({ type: "told", failure: receipts });
}

/** A task as its components see it. */
export interface DraftTask<C, D extends Drafted> {
  readonly state: DraftState<C, D>;
  choose(choices: Partial<C>): void;
  prepare(): void;
  cancel(): void;
  drop(): void;
  write(): void;
  undo(receipt: Receipt, keepChanges?: boolean): void;
  reveal(cell: CellRef): void;
}

interface Options<C, D extends Drafted> {
  readonly host: InteractiveHost;
  /** What is chosen at the opening. */
  readonly choices: C;
  readonly drafting: Drafting<C, D>;
  /** Grows when another task of the pane has written: the host tells only of others' changes. */
  readonly othersWrites: number;
  /** The workbook was written to: what was checked before is out of date. */
  readonly onWritten: () => void;
}

type Guarded = (work: Promise<void>, sentence: string) => void;

/** Says on the page what a promise that should never throw has thrown, and in the console why. */
function useGuard<C, D extends Drafted>(send: Dispatch<DraftEvent<C, D>>): Guarded {
  return useCallback(
    (work, sentence) => {
      work.catch((cause: unknown) => {
        console.error(cause);
        send({ type: "failed", failure: { code: "unexpected", sentence } });
      });
    },
    [send],
  );
}

/** Watches the workbook, and lists what can still be taken back. */
function useWorkbook<C, D extends Drafted>({ host, send }: Tools<C, D>, guard: Guarded, othersWrites: number): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    const watch = async () => {
      const watching = await host.onChange(() => send({ type: "changed" }));
      if (!watching.ok) send({ type: "told", failure: watching });
      else if (isGone) watching.value();
      else stop = watching.value;
    };
    guard(watch(), DRAFT_SENTENCES.interrupted);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [host, send, guard]);
  useEffect(() => {
    if (othersWrites > 0) send({ type: "changed" });
    guard(list({ host, send }), DRAFT_SENTENCES.interrupted);
  }, [host, send, guard, othersWrites]);
}

export function useDraft<C, D extends Drafted>(options: Options<C, D>): DraftTask<C, D> {
  const { host, drafting, onWritten } = options;
  const [state, send] = useReducer(next<C, D>, options.choices, initial<C, D>);
  const current = useRef<AbortController | null>(null);
  const guard = useGuard(send);
  useWorkbook({ host, send }, guard, options.othersWrites);
  const { choices, phase } = state;

  const start = () => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    send({ type: "preparing" });
    const end = begin("preparing");
    controller.signal.addEventListener("abort", end);
    const prepared = prepare({ host, send }, drafting, choices, controller.signal).finally(end);
    guard(prepared, DRAFT_SENTENCES.interrupted);
  };

  const write = async () => {
    if (phase.kind !== "ready") return;
    send({ type: "writing" });
    const onProgress = (done: number, total: number) => send({ type: "wrote", done, total });
    const written = await host.apply(phase.drafted.draft, { onProgress });
    if (written.ok) send({ type: "written", receipt: written.value });
    else send({ type: "failed", failure: written });
    onWritten();
    if (written.ok) return;
    // A failure may have left something to take back; its own sentence stays, whatever becomes of this.
    const receipts = await host.receipts();
    if (receipts.ok) send({ type: "listed", receipts: receipts.value });
  };

  const undo = async (receipt: Receipt, keepChanges: boolean) => {
    send({ type: "undoing", receipt });
    const undone = await host.undo(receipt, { keepChanges });
    if (undone.ok) send({ type: "undone", receipt, isPartial: keepChanges });
    else send({ type: "failed", failure: undone });
    onWritten();
  };

  const reveal = async (cell: CellRef) => {
    const shown = await host.reveal(cell);
    if (!shown.ok) send({ type: "told", failure: shown });
  };

  return {
    state,
    choose: (chosen) => send({ type: "chosen", choices: chosen }),
    prepare: start,
    cancel: () => {
      current.current?.abort();
      send({ type: "cancelled" });
    },
    drop: () => send({ type: "dropped" }),
    write: () => guard(write().finally(begin("writing")), DRAFT_SENTENCES.lost),
    undo: (receipt, keepChanges = false) =>
      guard(undo(receipt, keepChanges).finally(begin("undoing")), DRAFT_SENTENCES.lost),
    reveal: (cell) => guard(reveal(cell), DRAFT_SENTENCES.interrupted),
  };
}
