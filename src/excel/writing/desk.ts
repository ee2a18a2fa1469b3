/** What every part of a write needs: Excel, its limits, and the journal. */
import type { HostFailure } from "../../host/ports";
import { journalCause, writeCause } from "../../messages/excelWriting";
import { excelCodeOf, hostFailure, ReadFailure } from "../failure";
import { runInExcel, type Guard, type Run } from "../sync";
import type { Journal } from "./journal";

export interface Desk {
  readonly run: Run;
  readonly guard: Guard;
  readonly journal: Journal;
  /** From ExcelApi 1.13 on merges, spilled results and pivot tables can be seen: without that nothing is written. */
  readonly canSeeObstacles: boolean;
  /** From ExcelApi 1.20 on all that one run writes is one step of the officer's own undo. Never tried in real Excel. */
  readonly hasUndoGroups: boolean;
  /** Between two tries to put everything back, in milliseconds: the time to close a dialog or to leave a cell. */
  readonly patienceMs: number;
}

/** Runs in a context of its own: one that a batch failed in may hold what is left of it. */
export function reading<T>({ run }: Desk, body: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return runInExcel(run, body);
}

export function writing<T>(
  { run, hasUndoGroups }: Desk,
  body: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return runInExcel(run, body, hasUndoGroups ? { mergeUndoGroup: true } : null);
}

/** Any error of a write as a failure whose sentence says why; a refusal of ours keeps its own. */
export function causeOf(error: unknown, { guard }: Desk): HostFailure {
  const failure = hostFailure(error, guard);
  if (error instanceof ReadFailure) return failure;
  // Nothing of office.js is one: it comes from the journal.
  if (error instanceof DOMException) return { ...failure, sentence: journalCause(error.name) };
  const seconds = Math.ceil(guard.timeoutMs / 1000);
  return { ...failure, sentence: writeCause(failure.code, excelCodeOf(error), seconds) };
}

/** Ends a reading with a refusal. */
export function refusal(failure: Omit<HostFailure, "ok">): ReadFailure {
  return new ReadFailure({ ok: false, ...failure });
}
