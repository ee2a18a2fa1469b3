/** What the tab Plan knows, and how each event changes it. Pure: the components only draw it. */
import type { PlanDraft, PlanOptions } from "../../drafting/plan";
import type { HostFailure, ReadProgress, Receipt } from "../../host/ports";
import { keptChanges, undone } from "../../messages/remplissage";
import type { CellRef } from "../../workbook/address";

export type Choices = Pick<PlanOptions, "year" | "parties" | "cible" | "avenant">;

export type Phase =
  | { readonly kind: "choosing" }
  | { readonly kind: "preparing"; readonly progress: ReadProgress | null }
  /** `isStale`: the workbook has changed since it was read. */
  | { readonly kind: "ready"; readonly plan: PlanDraft; readonly isStale: boolean }
  | { readonly kind: "writing"; readonly plan: PlanDraft; readonly done: number; readonly total: number }
  | { readonly kind: "written"; readonly plan: PlanDraft; readonly receipt: Receipt };

export interface Trouble {
  readonly sentence: string;
  readonly cells: readonly CellRef[];
  /** The write whose other cells can still be put back, where these cells were changed since. */
  readonly rest: Receipt | null;
}

export interface PlanState {
  readonly choices: Choices;
  readonly phase: Phase;
  /** Writes that can still be taken back, last first, also those of earlier sessions. */
  readonly receipts: readonly Receipt[];
  readonly undoing: Receipt | null;
  readonly trouble: Trouble | null;
  readonly notice: string | null;
}

type Failure = Pick<HostFailure, "code" | "sentence" | "cells">;

export type PlanEvent =
  | { readonly type: "chosen"; readonly choices: Partial<Choices> }
  | { readonly type: "preparing" }
  | { readonly type: "progressed"; readonly progress: ReadProgress }
  | { readonly type: "prepared"; readonly plan: PlanDraft }
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

export const INITIAL: PlanState = {
  choices: { year: null, parties: "ensemble", cible: "modele", avenant: false },
  phase: { kind: "choosing" },
  receipts: [],
  undoing: null,
  trouble: null,
  notice: null,
};

/** Cells that a draft writes, in sheets that exist and in those that it adds. */
export function cellCount({ draft }: PlanDraft): number {
  return draft.writes.length + draft.sheets.reduce((total, { cells }) => total + cells.length, 0);
}

/** Where a failure leaves the phase: what was being prepared is not there, what was being written still can be. */
function afterFailure(phase: Phase, code: HostFailure["code"]): Phase {
  if (phase.kind === "preparing") return { kind: "choosing" };
  // Nothing more is written on a sheet that could not be put back as it was.
  if (phase.kind === "writing") return { kind: "ready", plan: phase.plan, isStale: code !== "cell-edit" };
  return phase;
}

function failed(state: PlanState, { code, sentence, cells }: Failure) {
  const rest = code === "changed" ? state.undoing : null;
  return {
    ...state,
    phase: afterFailure(state.phase, code),
    undoing: null,
    notice: null,
    trouble: { sentence, cells: cells ?? [], rest },
  };
}

/** The state after an event. */
export function next(state: PlanState, event: PlanEvent): PlanState {
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
      return { ...state, phase: { kind: "ready", plan: event.plan, isStale: false } };
    case "cancelled":
    case "dropped":
      return { ...state, phase: { kind: "choosing" }, trouble: null };
    case "changed":
      return state.phase.kind === "ready" ? { ...state, phase: { ...state.phase, isStale: true } } : state;
    case "writing":
      return state.phase.kind === "ready"
        ? {
            ...state,
            phase: { kind: "writing", plan: state.phase.plan, done: 0, total: cellCount(state.phase.plan) },
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
            phase: { kind: "written", plan: state.phase.plan, receipt: event.receipt },
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
      return { ...state, receipts: event.receipts };
    case "failed":
      return failed(state, event.failure);
    case "told": {
      const { sentence, cells } = event.failure;
      // The way to take back the rest stays with whatever is told next.
      return { ...state, trouble: { sentence, cells: cells ?? [], rest: state.trouble?.rest ?? null } };
    }
  }
}
