/** What the pane knows, and how each event changes it. Pure: the components only draw it. */
import type { CheckReport } from "../checking/report";
import type { HostFailureCode, ReadProgress } from "../host/ports";
import type { ListedFindings } from "./findings/listed";

export interface Checked {
  readonly report: CheckReport;
  readonly listed: ListedFindings;
  readonly at: Date;
  readonly milliseconds: number;
}

export interface PaneState {
  /** `isQuiet`: nobody pressed the button; what was found before stays on the screen. */
  readonly running: { readonly progress: ReadProgress | null; readonly isQuiet: boolean } | null;
  readonly checked: Checked | null;
  /** A sentence for the officer about what the host could not do. */
  readonly trouble: string | null;
  /** A sentence about what it did. */
  readonly note: string | null;
  /** The workbook has changed since the check began. */
  readonly isStale: boolean;
  /** Changes made elsewhere than in the pane, and how many of them the last check has seen. */
  readonly edits: number;
  readonly seen: number;
  /** Why the last quiet check did not go through. */
  readonly quietFailure: HostFailureCode | null;
  /** The finding whose card is open, by its name. */
  readonly open: string | null;
}

export type PaneEvent =
  | { readonly type: "started"; readonly isQuiet: boolean }
  | { readonly type: "progressed"; readonly progress: ReadProgress }
  | {
      readonly type: "checked";
      readonly report: CheckReport;
      readonly listed: ListedFindings;
      readonly at: Date;
      readonly milliseconds: number;
      /** What the check had to do without. */
      readonly trouble: string | null;
    }
  /** The same findings, with other justifications. */
  | { readonly type: "justified"; readonly listed: ListedFindings }
  | { readonly type: "cancelled" }
  | { readonly type: "failed"; readonly sentence: string; readonly code: HostFailureCode }
  /** Something beside the check did not go through, or did. */
  | { readonly type: "told"; readonly sentence: string }
  | { readonly type: "noted"; readonly sentence: string | null }
  | { readonly type: "changed" }
  /** The pane itself has written. */
  | { readonly type: "wrote" }
  | { readonly type: "opened"; readonly id: string }
  | { readonly type: "closed" };

export const INITIAL: PaneState = {
  running: null,
  checked: null,
  trouble: null,
  note: null,
  isStale: false,
  edits: 0,
  seen: 0,
  quietFailure: null,
  open: null,
};

type CheckedEvent = Extract<PaneEvent, { type: "checked" }>;

function checked(state: PaneState, { report, listed, at, milliseconds, trouble }: CheckedEvent): PaneState {
  const isStillThere = listed.findings.some(({ id }) => id === state.open);
  return {
    ...state,
    running: null,
    trouble,
    quietFailure: null,
    open: isStillThere ? state.open : null,
    checked: { report, listed, at, milliseconds },
  };
}

function failed(state: PaneState, sentence: string, code: HostFailureCode): PaneState {
  const isQuiet = state.running?.isQuiet === true;
  // Somebody who is typing is not to be told so by a check that they did not ask for.
  const isSilent = isQuiet && code === "cell-edit";
  return {
    ...state,
    running: null,
    trouble: isSilent ? state.trouble : sentence,
    quietFailure: isQuiet ? code : null,
    isStale: state.isStale || state.running !== null,
  };
}

/** The state after an event. */
export function next(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "started":
      return {
        ...state,
        running: { progress: null, isQuiet: event.isQuiet },
        trouble: null,
        isStale: false,
        seen: state.edits,
      };
    case "progressed":
      return state.running ? { ...state, running: { ...state.running, progress: event.progress } } : state;
    case "checked":
      return checked(state, event);
    case "justified":
      return state.checked ? { ...state, checked: { ...state.checked, listed: event.listed } } : state;
    case "cancelled":
      // The former result stays; nobody knows any more whether it still holds.
      return { ...state, running: null, isStale: state.checked !== null };
    case "failed":
      return failed(state, event.sentence, event.code);
    case "told":
      return { ...state, trouble: event.sentence };
    case "noted":
      return { ...state, trouble: null, note: event.sentence };
    case "changed":
      return { ...state, isStale: true, edits: state.edits + 1 };
    case "wrote":
      return { ...state, isStale: true };
    case "opened":
      return { ...state, open: event.id, trouble: null, note: null };
    case "closed":
      return { ...state, open: null, trouble: null, note: null };
  }
}
