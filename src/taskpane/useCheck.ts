/** Runs checks for the pane: read through the host, check, measure; cancel, watch for changes, keep justifications. */
import { useCallback, useEffect, useReducer, useRef, type Dispatch } from "react";
import type { checkWorkbook } from "../checking/check";
import type { CodeActivite } from "../domain/codesActivite";
import type { InteractiveHost } from "../host/ports";
import { CARD_WORDS } from "../messages/ongletControler";
import type { CellRef } from "../workbook/address";
import type { EditJustifications } from "./findings/inspect";
import { preload } from "./preload";
import { INITIAL, next, type PaneEvent, type PaneState } from "./state";
import { INTERRUPTED, NOT_LOADED } from "./wording";

/** How workbooks are checked: by far the largest part, loaded once the first lines are on the screen. */
export type LoadCheck = () => Promise<typeof checkWorkbook>;

export interface Check {
  readonly state: PaneState;
  /** `isQuiet`: what was found stays on the screen meanwhile, and takes no focus. */
  run(options?: { readonly isQuiet?: boolean }): void;
  cancel(): void;
  open(id: string): void;
  close(): void;
  reveal(cell: CellRef): void;
  /** False where the workbook could not keep it; the pane has said why. */
  justify(edit: EditJustifications): Promise<boolean>;
  /** The pane itself has changed the workbook: the host tells only of others' changes. */
  markStale(): void;
}

/** All that a check wants and the first lines do not. */
async function loadParts(loadCheck: LoadCheck) {
  const [checkWorkbook, { inspect }] = await Promise.all([loadCheck(), import("./findings/inspect")]);
  return { checkWorkbook, inspect };
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
  if (!read.ok) return send({ type: "failed", ...read });
  const parts = await loaded(loadCheck);
  if (signal.aborted) return;
  if (!parts) return send({ type: "failed", sentence: NOT_LOADED, code: "unexpected" });
  const inspected = await parts.inspect(host, parts.checkWorkbook, read.value, ownCodes);
  if (signal.aborted) return;
  const milliseconds = performance.now() - started;
  performance.measure("check", { start: started, duration: milliseconds });
  send({ type: "checked", ...inspected, at: new Date(), milliseconds });
}

/** Says when somebody else changes the workbook. */
function useChanges(host: InteractiveHost, send: Dispatch<PaneEvent>): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    void host
      .onChange(() => send({ type: "changed" }))
      .then((watching) => {
        if (!watching.ok) send({ type: "told", sentence: watching.sentence });
        else if (isGone) watching.value();
        else stop = watching.value;
      });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [host, send]);
}

async function reveal(host: InteractiveHost, cell: CellRef, send: Dispatch<PaneEvent>): Promise<void> {
  const shown = await host.reveal(cell);
  if (!shown.ok) send({ type: "told", sentence: shown.sentence });
  else send({ type: "noted", sentence: shown.value.isProtected ? CARD_WORDS.protectedSheet(cell.sheet) : null });
}

export function useCheck(host: InteractiveHost, loadCheck: LoadCheck, ownCodes: readonly CodeActivite[]): Check {
  const [state, send] = useReducer(next, INITIAL);
  const current = useRef<AbortController | null>(null);
  useEffect(() => preload(() => loadParts(loadCheck)), [loadCheck]);
  useChanges(host, send);
  const report = state.checked?.report;

  const run = useCallback(
    ({ isQuiet = false } = {}) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      send({ type: "started", isQuiet });
      check(host, loadCheck, ownCodes, controller.signal, (event) => {
        if (!controller.signal.aborted) send(event);
      }).catch((cause: unknown) => {
        // The sentence is for the officer; the cause is for whoever opens the console.
        console.error(cause);
        if (!controller.signal.aborted) send({ type: "failed", sentence: INTERRUPTED, code: "unexpected" });
      });
    },
    [host, loadCheck, ownCodes],
  );

  const justify = useCallback(
    async (edit: EditJustifications): Promise<boolean> => {
      if (!report) return false;
      const { changeJustifications } = await import("./findings/inspect");
      const changed = await changeJustifications(host, report, edit);
      if (changed.ok) send({ type: "justified", listed: changed.value });
      else send({ type: "told", sentence: changed.sentence });
      return changed.ok;
    },
    [host, report],
  );

  return {
    state,
    run,
    justify,
    cancel: useCallback(() => {
      current.current?.abort();
      send({ type: "cancelled" });
    }, []),
    open: useCallback((id: string) => send({ type: "opened", id }), []),
    close: useCallback(() => send({ type: "closed" }), []),
    reveal: useCallback((cell: CellRef) => void reveal(host, cell, send), [host]),
    markStale: useCallback(() => send({ type: "wrote" }), []),
  };
}
