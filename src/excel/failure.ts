/** Excel's errors as failures with a sentence. */
import type { HostFailure, HostFailureCode } from "../host/ports";
import { HOST_SENTENCES, noAnswer, tooMuchData, unexpectedError } from "../messages/host";
import { Interruption } from "./sync";

/**
 * Codes of `Excel.ErrorCodes`. `InvalidReference` is what an item gives whose sheet has gone since it was loaded;
 * `RangeExceedsLimit` and the payload codes all say "ask for less".
 */
const CODES: Readonly<Record<string, HostFailureCode>> = {
  InvalidOperationInCellEditMode: "cell-edit",
  AccessDenied: "access-denied",
  ItemNotFound: "item-not-found",
  InvalidReference: "item-not-found",
  RequestPayloadSizeLimitExceeded: "payload",
  ResponsePayloadSizeLimitExceeded: "payload",
  RangeExceedsLimit: "payload",
  // Said by Excel's reference of requests that end with their workbook or their session; never seen in real Excel.
  RequestAborted: "closed",
  ConnectionFailure: "closed",
  ServiceNotAvailable: "closed",
  ItemAlreadyExists: "sheet-exists",
  ApiNotFound: "unsupported",
  ApiNotAvailable: "unsupported",
  NotImplemented: "unsupported",
};

export interface FailureContext {
  readonly timeoutMs: number;
  /** The sheet that was being read, when there was one only. */
  readonly sheet?: string;
}

/** Any error as a failure: none is swallowed, an unknown one keeps its code in the sentence. */
export function hostFailure(error: unknown, { timeoutMs, sheet }: FailureContext): HostFailure {
  if (error instanceof ReadFailure) return error.failure;
  const excelCode = excelCodeOf(error);
  const code = error instanceof Interruption ? error.code : (CODES[excelCode] ?? "unexpected");
  return { ok: false, code, sentence: sentenceOf(code, excelCode, timeoutMs, sheet ?? null) };
}

/** A failure on its way up through Excel.run, which knows errors only. */
export class ReadFailure extends Error {
  constructor(readonly failure: HostFailure) {
    super(failure.code);
  }
}

function sentenceOf(code: HostFailureCode, excelCode: string, timeoutMs: number, sheet: string | null): string {
  switch (code) {
    case "cell-edit":
    case "access-denied":
    case "item-not-found":
    case "cancelled":
    case "closed":
    case "unsupported":
      return HOST_SENTENCES[code];
    case "no-answer":
      return noAnswer(Math.ceil(timeoutMs / 1000));
    case "payload":
      return tooMuchData(sheet);
    default:
      return unexpectedError(excelCode);
  }
}

/** office.js's errors carry a code; another error is named by its class, a thing thrown by its text. */
export function excelCodeOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return error instanceof Error ? error.name : String(error);
}
