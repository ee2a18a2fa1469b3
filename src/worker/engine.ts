/** What the pane asks for, wherever it is computed. */
import type { CheckOptions, CheckReport } from "../checking/report";
import type { Reglages } from "../domain/reglages";
import type { BilanOptions, BilanResult } from "../drafting/bilanDraft";
import type { PlanOptions, PlanResult } from "../drafting/planDraft";
import type { Workbook } from "../workbook/picture";
import type { Job, JobKind, Result } from "./protocol";

export interface SheetProgress {
  readonly sheet: string;
  readonly done: number;
  readonly total: number;
}

/** How whoever asks follows and stops a job. */
export interface Control {
  /** A job that is stopped rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SheetProgress) => void;
}

/** Something that does jobs. */
export type Work = (job: Job, workbook: Workbook, control: Control) => Promise<Result>;

export interface Engine {
  check(workbook: Workbook, options: CheckOptions, control?: Control): Promise<CheckReport>;
  draftPlan(workbook: Workbook, options: PlanOptions, control?: Control): Promise<PlanResult>;
  draftBilan(workbook: Workbook, options: BilanOptions, control?: Control): Promise<BilanResult>;
  recognisedReglages(workbook: Workbook, control?: Control): Promise<Reglages>;
}

/** What a job answered, once it is of the kind that was asked. */
function ofKind<K extends JobKind>(result: Result, kind: K): Extract<Result, { kind: K }> {
  const isAsked = (one: Result): one is Extract<Result, { kind: K }> => one.kind === kind;
  if (!isAsked(result)) throw new TypeError(`A job answered ${result.kind} instead of ${kind}`);
  return result;
}

/** The engine over whatever does its jobs. */
export function engineOver(work: Work): Engine {
  return {
    check: async (workbook, asked, control = {}) =>
      ofKind(await work({ kind: "check", asked }, workbook, control), "check").value,
    draftPlan: async (workbook, asked, control = {}) =>
      ofKind(await work({ kind: "plan", asked }, workbook, control), "plan").value,
    draftBilan: async (workbook, asked, control = {}) =>
      ofKind(await work({ kind: "bilan", asked }, workbook, control), "bilan").value,
    recognisedReglages: async (workbook, control = {}) =>
      ofKind(await work({ kind: "reglages" }, workbook, control), "reglages").value,
  };
}
