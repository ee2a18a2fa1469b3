/** What the pane knows, and how each event changes it. Pure: the components only draw it. */
import type { CheckReport, Finding, Severity } from "../checking/report";
import type { ReadProgress } from "../host/ports";

export interface Checked {
  readonly report: CheckReport;
  /** The findings in the order of the list: by severity, then as the report gives them. */
  readonly findings: readonly Finding[];
  readonly at: Date;
  readonly milliseconds: number;
}

export interface PaneState {
  readonly running: { readonly progress: ReadProgress | null } | null;
  readonly checked: Checked | null;
  /** A sentence for the officer about what the host could not do. */
  readonly trouble: string | null;
  /** The workbook has changed since the check began. */
  readonly isStale: boolean;
  /** Index in `checked.findings` of the finding whose card is open. */
  readonly open: number | null;
}

export type PaneEvent =
  | { readonly type: "started" }
  | { readonly type: "progressed"; readonly progress: ReadProgress }
  | {
      readonly type: "checked";
      readonly report: CheckReport;
      readonly at: Date;
      readonly milliseconds: number;
      /** What the check had to do without. */
      readonly trouble?: string | null;
    }
  | { readonly type: "cancelled" }
  | { readonly type: "failed"; readonly sentence: string }
  | { readonly type: "changed" }
  | { readonly type: "opened"; readonly index: number }
  | { readonly type: "closed" };

export const SEVERITIES: readonly Severity[] = ["blocking", "warning", "info"];

export const INITIAL: PaneState = { running: null, checked: null, trouble: null, isStale: false, open: null };

/** The state after an event. */
export function next(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case "started":
      return { ...state, running: { progress: null }, trouble: null, isStale: false };
    case "progressed":
      return state.running ? { ...state, running: { progress: event.progress } } : state;
    case "checked": {
      const { report, at, milliseconds, trouble = null } = event;
      const findings = SEVERITIES.flatMap((severity) => report.findings.filter((found) => found.severity === severity));
      return { ...state, running: null, open: null, trouble, checked: { report, findings, at, milliseconds } };
    }
    case "cancelled":
      // The former result stays; nobody knows any more whether it still holds.
      return { ...state, running: null, isStale: state.checked !== null };
    case "failed":
      return { ...state, running: null, trouble: event.sentence, isStale: state.isStale || state.running !== null };
    case "changed":
      return { ...state, isStale: true };
    case "opened":
      return { ...state, open: event.index, trouble: null };
    case "closed":
      return { ...state, open: null, trouble: null };
  }
}
