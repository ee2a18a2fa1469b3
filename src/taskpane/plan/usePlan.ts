/** Prepares, writes and takes back plans for the pane, through the host alone. */
import { useCallback, useEffect, useReducer, useRef, type Dispatch } from "react";
import type { CodeActivite } from "../../domain/codesActivite";
import { AUCUN_REGLAGE } from "../../domain/reglages";
import type { PlanOptions, PlanResult } from "../../drafting/plan";

import { PLAN_SENTENCES } from "../../messages/remplissage";
import type { CellRef } from "../../workbook/address";
import type { Workbook } from "../../workbook/picture";
import type { InteractiveHost, Receipt } from "../../host/ports";
import { keptReglages } from "../keptReglages";
import { INITIAL, next, type Choices, type PlanEvent, type PlanState } from "./state";

/** How plans are drafted: loaded when the first one is. */
export type LoadDraftPlan = () => Promise<(workbook: Workbook, options: PlanOptions) => PlanResult>;

interface Tools {
  readonly host: InteractiveHost;
  readonly send: Dispatch<PlanEvent>;
}

async function prepare(
  { host, send }: Tools,
  loadDraftPlan: LoadDraftPlan,
  choices: Choices,
  ownCodes: readonly CodeActivite[],
  signal: AbortSignal,
): Promise<void> {
  const kept = await keptReglages(host);
  if (signal.aborted) return;
  if (!kept.ok) return send({ type: "failed", failure: kept });
  const read = await host.read({ signal, onProgress: (progress) => send({ type: "progressed", progress }) });
  if (signal.aborted) return;
  if (!read.ok) return send({ type: "failed", failure: read });
  const draftPlan = await loadDraftPlan();
  if (signal.aborted) return;
  const plan = draftPlan(read.value, { ...choices, reglages: kept.value ?? AUCUN_REGLAGE, ownCodes });
  if (plan.ok) send({ type: "prepared", plan: plan.value });
  else send({ type: "failed", failure: { code: "unexpected", sentence: plan.sentence } });
}

async function list({ host, send }: Tools): Promise<void> {
  const receipts = await host.receipts();
  if (receipts.ok) send({ type: "listed", receipts: receipts.value });
  else send({ type: "told", failure: receipts });
}

export interface Plan {
  readonly state: PlanState;
  choose(choices: Partial<Choices>): void;
  prepare(): void;
  cancel(): void;
  drop(): void;
  write(): void;
  undo(receipt: Receipt, keepChanges?: boolean): void;
  reveal(cell: CellRef): void;
}

interface Options {
  readonly host: InteractiveHost;
  readonly ownCodes: readonly CodeActivite[];
  readonly loadDraftPlan: LoadDraftPlan;
  /** The workbook was written to: what was checked before is out of date. */
  readonly onWritten: () => void;
}

/** Says on the page what a promise that should never throw has thrown, and in the console why. */
function useGuard(send: Dispatch<PlanEvent>): (work: Promise<void>, sentence: string) => void {
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

/** Watches the workbook, and lists at the start what can still be taken back. */
function useWorkbook({ host, send }: Tools, guard: ReturnType<typeof useGuard>): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    const watch = async () => {
      const watching = await host.onChange(() => send({ type: "changed" }));
      if (!watching.ok) send({ type: "told", failure: watching });
      else if (isGone) watching.value();
      else stop = watching.value;
    };
    guard(watch(), PLAN_SENTENCES.interrupted);
    guard(list({ host, send }), PLAN_SENTENCES.interrupted);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [host, send, guard]);
}

export function usePlan({ host, ownCodes, loadDraftPlan, onWritten }: Options): Plan {
  const [state, send] = useReducer(next, INITIAL);
  const current = useRef<AbortController | null>(null);
  const guard = useGuard(send);
  useWorkbook({ host, send }, guard);
  const { choices, phase } = state;

  const start = () => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    send({ type: "preparing" });
    guard(prepare({ host, send }, loadDraftPlan, choices, ownCodes, controller.signal), PLAN_SENTENCES.interrupted);
  };

  const write = async () => {
    if (phase.kind !== "ready") return;
    send({ type: "writing" });
    const onProgress = (done: number, total: number) => send({ type: "wrote", done, total });
    const written = await host.apply(phase.plan.draft, { onProgress });
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
    write: () => guard(write(), PLAN_SENTENCES.lost),
    undo: (receipt, keepChanges = false) => guard(undo(receipt, keepChanges), PLAN_SENTENCES.lost),
    reveal: (cell) => guard(reveal(cell), PLAN_SENTENCES.interrupted),
  };
}
