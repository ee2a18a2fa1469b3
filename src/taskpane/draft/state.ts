/** What a task that writes knows, and how each event changes it. Pure: the components only draw it. */
import type { ACompleter, Arrondi } from "../../drafting/planDraft";
import type { HostFailure, ReadProgress, Receipt } from "../../host/ports";
import { cellCount, keptChanges, undone } from "../../messages/remplissage";
import type { CellRef } from "../../workbook/address";
import type { Draft } from "../../workbook/draft";

/** What is prepared for an officer, whatever it is of. */
export interface Drafted {
  readonly draft: Draft;
  /** The sheet that it is about. */
  readonly sheet: string;
  readonly aCompleter: readonly ACompleter[];
  readonly arrondis: readonly Arrondi[];
  /** Amounts that hold already what they should, and are left alone. */
  readonly dejaJustes: number;
  readonly remarques: readonly string[];
}

export type Phase<D extends Drafted> =
  | { readonly kind: "choosing" }
  | { readonly kind: "preparing"; readonly progress: ReadProgress | null }
  /** `isStale`: the workbook has changed since it was read. */
  | { readonly kind: "ready"; readonly drafted: D; readonly isStale: boolean }
  | { readonly kind: "writing"; readonly drafted: D; readonly done: number; readonly total: number }
  | { readonly kind: "written"; readonly drafted: D; readonly receipt: Receipt };

export interface Trouble {
  readonly sentence: string;
  readonly cells: readonly CellRef[];
  /** The write whose other cells can still be put back, where these cells were changed since. */
  readonly rest: Receipt | null;
}

export interface DraftState<C, D extends Drafted> {
  readonly choices: C;
  readonly phase: Phase<D>;
  /** Writes that can still be taken back, last first, also those of earlier sessions. */
  readonly receipts: readonly Receipt[];
  readonly undoing: Receipt | null;
  readonly trouble: Trouble | null;
  readonly notice: string | null;
}

type Failure = Pick<HostFailure, "code" | "sentence" | "cells">;

export type DraftEvent<C, D extends Drafted> =
  | { readonly type: "chosen"; readonly choices: Partial<C> }
  | { readonly type: "preparing" }
  | { readonly type: "progressed"; readonly progress: ReadProgress }
  | { readonly type: "prepared"; readonly drafted: D }
  | { readonly type: "cancelled" }
  | { readonly type: "changed" }
  | { readonly type: "writing" }
  | { readonly type: "wrote"; readonly done: number; readonly total: number }
  | { readonly type: "written"; readonly receipt: Receipt }
  | { readonly type: "undoing"; readonly receipt: Receipt }
  | { readonly type: "undone"; readonly receipt: Receipt; readonly isPartial: boolean }
  | { readonly type: "listed"; readonly receipts: readonly Receipt[] }
  | { readonly type: "dropped" }
  /** What was under way did not go through. */
  | { readonly type: "failed"; readonly failure: Failure }
  /** Something beside it did not: what is under way goes on. */
  | { readonly type: "told"; readonly failure: Failure };

/** Before anything is prepared: the choices that the task proposes. */
export function initial<C, D extends Drafted>(choices: C): DraftState<C, D> {
  return { choices, phase: { kind: "choosing" }, receipts: [], undoing: null, trouble: null, notice: null };
}

/** Where a failure leaves the phase: what was being prepared is not there, what was being written still can be. */
function afterFailure<D extends Drafted>(phase: Phase<D>, code: HostFailure["code"]): Phase<D> {
  if (phase.kind === "preparing") return { kind: "choosing" };
  // Nothing more is written on a sheet that could not be put back as it was.
  if (phase.kind === "writing") return { kind: "ready", drafted: phase.drafted, isStale: code !== "cell-edit" };
  return phase;
}

function failed<C, D extends Drafted>(state: DraftState<C, D>, { code, sentence, cells }: Failure): DraftState<C, D> {
  const rest = code === "changed" ? state.undoing : null;
  return {
    ...state,
    phase: afterFailure(state.phase, code),
    undoing: null,
    notice: null,
    trouble: { sentence, cells: cells ?? [], rest },
  };
}

/** A write that was taken back from another task is no longer shown as done. */
function afterListing<D extends Drafted>(phase: Phase<D>, receipts: readonly Receipt[]): Phase<D> {
  const isGone = phase.kind === "written" && !receipts.some(({ id }) => id === phase.receipt.id);
  return isGone ? { kind: "choosing" } : phase;
}

/** The state after an event. */
export function next<C, D extends Drafted>(state: DraftState<C, D>, event: DraftEvent<C, D>): DraftState<C, D> {
  switch (event.type) {
    case "chosen":
      return { ...state, choices: { ...state.choices, ...event.choices } };
    case "preparing":
      return { ...state, phase: { kind: "preparing", progress: null }, trouble: null, notice: null };
    case "progressed":
      return state.phase.kind === "preparing"
        ? { ...state, phase: { kind: "preparing", progress: event.progress } }
        : state;
    case "prepared":
      return { ...state, phase: { kind: "ready", drafted: event.drafted, isStale: false } };
    case "cancelled":
    case "dropped":
      return { ...state, phase: { kind: "choosing" }, trouble: null };
    case "changed":
      return state.phase.kind === "ready" ? { ...state, phase: { ...state.phase, isStale: true } } : state;
    case "writing":
      return state.phase.kind === "ready"
        ? {
            ...state,
            phase: {
              kind: "writing",
              drafted: state.phase.drafted,
              done: 0,
              total: cellCount(state.phase.drafted.draft),
            },
            trouble: null,
            notice: null,
          }
        : state;
    case "wrote":
      return state.phase.kind === "writing"
        ? { ...state, phase: { ...state.phase, done: event.done, total: event.total } }
        : state;
    case "written":
      return state.phase.kind === "writing"
        ? {
            ...state,
            phase: { kind: "written", drafted: state.phase.drafted, receipt: event.receipt },
            receipts: [event.receipt, ...state.receipts.filter(({ id }) => id !== event.receipt.id)],
          }
        : state;
    case "undoing":
      return { ...state, undoing: event.receipt, trouble: null, notice: null };
    case "undone": {
      const { receipt, isPartial } = event;
      const isShown = state.phase.kind === "written" && state.phase.receipt.id === receipt.id;
      return {
        ...state,
        undoing: null,
        phase: isShown || state.phase.kind === "ready" ? { kind: "choosing" } : state.phase,
        receipts: state.receipts.filter(({ id }) => id !== receipt.id),
        notice: isPartial ? keptChanges(receipt.title) : undone(receipt.title),
      };
    }
    case "listed":
      return { ...state, receipts: event.receipts, phase: afterListing(state.phase, event.receipts) };
    case "failed":
      return failed(state, event.failure);
    case "told": {
      const { sentence, cells } = event.failure;
      // The way to take back the rest stays with whatever is told next.
      return { ...state, trouble: { sentence, cells: cells ?? [], rest: state.trouble?.rest ?? null } };
    }
  }
}
