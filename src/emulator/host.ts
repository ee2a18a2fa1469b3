/** The emulated host of one workbook: answers batches, counts them, and fails when it is told to. */
import { runBatch } from "./batch";
import { eventEntries } from "./events";
import { workbookObject } from "./objects/workbook";
import { parseBatch, type BatchAnswer, type EventEntry } from "./protocol";
import { Refusal, type RefusalCode } from "./refusal";
import { Session } from "./session";
import type { EmulatedWorkbook } from "./workbook";

export interface HostLimits {
  /** UTF-8 bytes of one request and of one answer: 5 MB in Excel on the web, none elsewhere. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Above it, values and the like come back null. Excel: 5,000,000. */
  readonly cellsPerRange: number;
  /** Above it, `getMergedAreasOrNullObject` fails. Excel's documentation: 512. */
  readonly mergedAreasPerRange: number;
}

export const EXCEL_ON_THE_WEB: HostLimits = {
  requestBytes: 5_000_000,
  responseBytes: 5_000_000,
  cellsPerRange: 5_000_000,
  mergedAreasPerRange: 512,
};

export interface HostOptions {
  /** Time before each answer, in milliseconds; 0 when not given. */
  readonly latencyMs?: number;
  readonly limits?: Partial<HostLimits>;
  readonly onBatch?: (report: BatchReport) => void;
}

export interface BatchReport {
  /** 1 for the first batch that this host received. */
  readonly number: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Null when the batch succeeded. */
  readonly error: string | null;
  /** What the host itself took, without latency. */
  readonly milliseconds: number;
}

export interface HostStatistics {
  readonly batches: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly failures: number;
}

type Fault = { readonly code: RefusalCode; readonly afterActions: number } | "never" | "done";

export class EmulatedHost {
  /** The officer is typing in a cell: every batch is refused until it is set back. */
  isEditingCell = false;
  /** The workbook was closed under the pane: every batch is refused. */
  isClosed = false;
  latencyMs: number;
  /** Where the seam sends the events of the workbook. */
  onEvents: (entries: readonly EventEntry[]) => void = () => undefined;
  readonly session: Session;
  readonly #faults = new Map<number, Fault>();
  readonly #onBatch: (report: BatchReport) => void;
  #statistics = { batches: 0, actions: 0, requestBytes: 0, responseBytes: 0, failures: 0 };

  constructor(workbook: EmulatedWorkbook, options: HostOptions = {}) {
    this.latencyMs = options.latencyMs ?? 0;
    this.session = new Session(workbook, { ...EXCEL_ON_THE_WEB, ...options.limits });
    this.#onBatch = options.onBatch ?? (() => undefined);
    workbook.subscribe((change) => {
      const entries = eventEntries(change, this.session);
      if (entries.length > 0) this.onEvents(entries);
    });
  }

  /** What this host has answered since it exists. */
  get statistics(): HostStatistics {
    return { ...this.#statistics };
  }

  /** Makes the n-th batch from now (1 is the next one) fail with `code`, once so many of its actions are done. */
  failBatch(n: number, code: RefusalCode, { afterActions = 0 }: { readonly afterActions?: number } = {}): void {
    this.#faults.set(this.#statistics.batches + n, { code, afterActions });
  }

  /** Leaves the n-th batch from now (1 is the next one) without an answer, for ever; its actions are `done` or not. */
  leaveUnanswered(n: number, { done = false }: { readonly done?: boolean } = {}): void {
    this.#faults.set(this.#statistics.batches + n, done ? "done" : "never");
  }

  /** Answers the JSON of a batch with the JSON of its answer, after the latency. Never rejects. */
  async answer(request: string): Promise<string> {
    const number = ++this.#statistics.batches;
    const fault = this.#faults.get(number);
    if (fault === "never" || fault === "done") {
      if (fault === "done") this.#run(parseBatch(request));
      return new Promise<never>(() => undefined);
    }
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    const start = performance.now();
    const batch = parseBatch(request);
    const requestBytes = byteLength(request);
    if (fault && batch) this.#run({ ...batch, Actions: batch.Actions.slice(0, fault.afterActions) });
    let answer = this.#refused(requestBytes, fault) ?? this.#run(batch);
    let response = JSON.stringify(answer);
    if (byteLength(response) > this.session.limits.responseBytes) {
      answer = refusal("ResponsePayloadSizeLimitExceeded");
      response = JSON.stringify(answer);
    }
    const report = {
      number,
      actions: batch?.Actions.length ?? 0,
      requestBytes,
      responseBytes: byteLength(response),
      error: answer.Error?.Code ?? null,
      milliseconds: performance.now() - start,
    };
    this.#count(report);
    this.#onBatch(report);
    return response;
  }

  #refused(requestBytes: number, fault: Exclude<Fault, string> | undefined): BatchAnswer | null {
    if (fault) return refusal(fault.code);
    if (this.isClosed) return refusal("RequestAborted");
    if (this.isEditingCell) return refusal("InvalidOperationInCellEditMode");
    return requestBytes > this.session.limits.requestBytes ? refusal("RequestPayloadSizeLimitExceeded") : null;
  }

  #run(batch: ReturnType<typeof parseBatch>): BatchAnswer {
    if (!batch) return refusal("GeneralException");
    const answer = runBatch(batch, workbookObject(this.session), this.session);
    try {
      this.session.workbook.recalculateIfNeeded();
    } catch (error) {
      // The injected calculation failed: the client has to hear of it, or it would wait for ever.
      return refusal("GeneralException", `Calculation: ${String(error)}`);
    }
    return answer;
  }

  #count(report: BatchReport): void {
    this.#statistics.actions += report.actions;
    this.#statistics.requestBytes += report.requestBytes;
    this.#statistics.responseBytes += report.responseBytes;
    if (report.error !== null) this.#statistics.failures++;
  }
}

function refusal(code: RefusalCode, text = `Emulated refusal: ${code}.`): BatchAnswer {
  const { message, httpStatus } = new Refusal(code, text);
  const error = { Code: code, Message: message, Location: "", ActionIndex: 0, HttpStatusCode: httpStatus };
  return { Results: [], TraceIds: [], Error: error };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
