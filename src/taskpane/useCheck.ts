/** Runs checks for the pane: read through the host, check, measure; cancel, and watch for changes. */
import { useCallback, useEffect, useReducer, useRef } from "react";
import type { checkWorkbook } from "../checking/check";
import type { CodeActivite } from "../domain/codesActivite";
import type { InteractiveHost } from "../host/ports";
import type { CellRef } from "../workbook/address";
import { preload } from "./preload";
import { INITIAL, next, type PaneEvent, type PaneState } from "./state";
import { INTERRUPTED, NOT_LOADED } from "./wording";

/** How workbooks are checked: by far the largest part, loaded once the first lines are on the screen. */
export type LoadCheck = () => Promise<typeof checkWorkbook>;

export interface Check {
  readonly state: PaneState;
  run(): void;
  cancel(): void;
  open(index: number): void;
  close(): void;
  reveal(cell: CellRef): void;
  /** The pane itself has changed the workbook: the host tells only of others' changes. */
  markStale(): void;
}

/** Local day as "YYYY-MM-DD", for the rules of dates. */
function today(now: Date): string {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** All that a check wants and the first lines do not. */
async function loadParts(loadCheck: LoadCheck) {
  const [checkWorkbook, { keptReglages }] = await Promise.all([loadCheck(), import("./keptReglages")]);
  return { checkWorkbook, keptReglages };
}

/** Null where a file did not come. */
async function loaded(loadCheck: LoadCheck): Promise<Awaited<ReturnType<typeof loadParts>> | null> {
  try {
    return await loadParts(loadCheck);
  } catch (cause) {
    // The sentence is for the officer; the cause is for whoever opens the console.
    console.error(cause);
    return null;
  }
}

async function check(
  host: InteractiveHost,
  loadCheck: LoadCheck,
  ownCodes: readonly CodeActivite[],
  signal: AbortSignal,
  send: (event: PaneEvent) => void,
): Promise<void> {
  const started = performance.now();
  const read = await host.read({ signal, onProgress: (progress) => send({ type: "progressed", progress }) });
  if (signal.aborted) return;
  if (!read.ok) return send({ type: "failed", sentence: read.sentence });
  const parts = await loaded(loadCheck);
  if (signal.aborted) return;
  if (!parts) return send({ type: "failed", sentence: NOT_LOADED });
  const kept = await parts.keptReglages(host);
  if (signal.aborted) return;
  if (!kept.ok) return send({ type: "failed", sentence: kept.sentence });
  const at = new Date();
  const report = await parts.checkWorkbook(read.value, {
    date: today(at),
    ownCodes,
    ...(kept.value && { reglages: kept.value }),
  });
  if (signal.aborted) return;
  const milliseconds = performance.now() - started;
  performance.measure("check", { start: started, duration: milliseconds });
  send({ type: "checked", report, at, milliseconds });
}

export function useCheck(host: InteractiveHost, loadCheck: LoadCheck, ownCodes: readonly CodeActivite[]): Check {
  const [state, send] = useReducer(next, INITIAL);
  const current = useRef<AbortController | null>(null);
  useEffect(() => preload(() => loadParts(loadCheck)), [loadCheck]);

  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    void host
      .onChange(() => send({ type: "changed" }))
      .then((watching) => {
        if (!watching.ok) send({ type: "failed", sentence: watching.sentence });
        else if (isGone) watching.value();
        else stop = watching.value;
      });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [host]);

  const run = useCallback(() => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    send({ type: "started" });
    check(host, loadCheck, ownCodes, controller.signal, send).catch((cause: unknown) => {
      // The sentence is for the officer; the cause is for whoever opens the console.
      console.error(cause);
      if (!controller.signal.aborted) send({ type: "failed", sentence: INTERRUPTED });
    });
  }, [host, loadCheck, ownCodes]);

  const cancel = useCallback(() => {
    current.current?.abort();
    send({ type: "cancelled" });
  }, []);

  const reveal = useCallback(
    (cell: CellRef) => {
      void host.reveal(cell).then((shown) => {
        if (!shown.ok) send({ type: "failed", sentence: shown.sentence });
      });
    },
    [host],
  );

  const open = useCallback((index: number) => send({ type: "opened", index }), []);
  const close = useCallback(() => send({ type: "closed" }), []);
  const markStale = useCallback(() => send({ type: "changed" }), []);
  return { state, run, cancel, open, close, reveal, markStale };
}
