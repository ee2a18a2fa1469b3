/**
 * What goes between the page and its worker: plain data that structured clone takes. Sheets go over once, in parts small
 * enough for both sides, and stay there under a number; a job then names its sheets. Findings come back in parts too.
 */
import type { CheckOptions, CheckReport, Finding } from "../checking/report";
import type { Reglages } from "../domain/reglages";
import type { BilanOptions, BilanResult } from "../drafting/bilanDraft";
import type { PlanOptions, PlanResult } from "../drafting/planDraft";
import type { Sheet, Workbook } from "../workbook/picture";
import type { SheetProgress } from "./engine";
import { isPackedCells, type PackedCells } from "./packing";

/** Cells in one message, and findings: a few milliseconds of copying. */
export const CELLS_PER_MESSAGE = 2_000;
export const FINDINGS_PER_MESSAGE = 100;

/** What is asked of a picture. */
export type Job =
  | { readonly kind: "check"; readonly asked: CheckOptions }
  | { readonly kind: "plan"; readonly asked: PlanOptions }
  | { readonly kind: "bilan"; readonly asked: BilanOptions }
  | { readonly kind: "reglages" };

export type JobKind = Job["kind"];

/** What a job answers. Amounts are decimal text in all of it: a decimal would arrive without its methods. */
export type Result =
  | { readonly kind: "check"; readonly value: CheckReport }
  | { readonly kind: "plan"; readonly value: PlanResult }
  | { readonly kind: "bilan"; readonly value: BilanResult }
  | { readonly kind: "reglages"; readonly value: Reglages };

export type Request =
  /** A sheet begins; its cells follow. */
  | { readonly type: "sheet"; readonly sheet: number; readonly frame: Omit<Sheet, "cells"> }
  | { readonly type: "cells"; readonly sheet: number; readonly cells: PackedCells }
  /** Sheets that are not named are forgotten. */
  | {
      readonly type: "run";
      readonly id: number;
      readonly frame: Omit<Workbook, "sheets">;
      readonly sheets: readonly number[];
      readonly job: Job;
    };

export type Reply =
  /** The worker's script has run. */
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly id: number; readonly progress: SheetProgress }
  | { readonly type: "findings"; readonly id: number; readonly findings: readonly Finding[] }
  /** The findings of a report have gone before. */
  | { readonly type: "done"; readonly id: number; readonly result: Result }
  /** A fault of ours; the text is for the console. */
  | { readonly type: "failed"; readonly id: number; readonly cause: string };

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isJob(value: unknown): value is Job {
  if (!isFields(value)) return false;
  switch (value.kind) {
    case "check":
    case "plan":
    case "bilan":
      return isFields(value.asked);
    default:
      return value.kind === "reglages";
  }
}

function isRequest(value: unknown): value is Request {
  if (!isFields(value)) return false;
  switch (value.type) {
    case "sheet":
      return typeof value.sheet === "number" && isFields(value.frame) && typeof value.frame.name === "string";
    case "cells":
      return typeof value.sheet === "number" && isPackedCells(value.cells);
    case "run": {
      const { id, frame, sheets, job } = value;
      const isNamed = isFields(frame) && typeof frame.name === "string";
      return typeof id === "number" && isNamed && Array.isArray(sheets) && isJob(job);
    }
    default:
      return false;
  }
}

function isReport(value: Fields): value is Fields & CheckReport {
  const { verdict, content, tables, near, unusedReadings, findings, rules } = value;
  return (
    typeof verdict === "string" &&
    typeof content === "string" &&
    [tables, near, unusedReadings, findings, rules].every(Array.isArray)
  );
}

function isDrafted({ ok, value, sentence }: Fields): boolean {
  return ok === true ? isFields(value) && isFields(value.draft) : ok === false && typeof sentence === "string";
}

function isResult(value: unknown): value is Result {
  if (!isFields(value) || !isFields(value.value)) return false;
  switch (value.kind) {
    case "check":
      return isReport(value.value);
    case "plan":
    case "bilan":
      return isDrafted(value.value);
    case "reglages":
      return value.value.version === 1;
    default:
      return false;
  }
}

function isProgress(value: unknown): value is SheetProgress {
  return isFields(value) && typeof value.sheet === "string" && [value.done, value.total].every(Number.isInteger);
}

function isReply(value: unknown): value is Reply {
  if (!isFields(value)) return false;
  if (value.type === "ready") return true;
  if (typeof value.id !== "number") return false;
  switch (value.type) {
    case "progress":
      return isProgress(value.progress);
    case "findings":
      return Array.isArray(value.findings) && value.findings.every(isFields);
    case "done":
      return isResult(value.result);
    case "failed":
      return typeof value.cause === "string";
    default:
      return false;
  }
}

/** What the worker was sent. Throws where it is nothing of this protocol: a fault of ours, never swallowed. */
export function parseRequest(data: unknown): Request {
  if (!isRequest(data)) throw new TypeError("The worker was sent no request");
  return data;
}

/** What the worker answered. Throws where it is nothing of this protocol. */
export function parseReply(data: unknown): Reply {
  if (!isReply(data)) throw new TypeError("The worker gave no reply");
  return data;
}
