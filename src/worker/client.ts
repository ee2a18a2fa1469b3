/** The page's side: sends what the worker has not yet, follows its jobs, and ends it where one is stopped. */
import type { Finding } from "../checking/report";
import { inSlices } from "../host/slices";
import type { Sheet, Workbook } from "../workbook/picture";
import type { Control } from "./engine";
import { packedCells } from "./packing";
import { CELLS_PER_MESSAGE, parseReply, type Job, type Reply, type Request, type Result } from "./protocol";

/** What of a browser's worker is used here; tests bring a thread of their own. */
export interface Thread {
  post(request: Request): void;
  /** `onFailure` where the script does not come, is refused, or throws what nobody caught. */
  listen(onMessage: (data: unknown) => void, onFailure: (cause: unknown) => void): void;
  /** Whatever it is doing. */
  end(): void;
}

interface Pending {
  readonly job: Job;
  readonly workbook: Workbook;
  readonly control: Control;
  readonly findings: Finding[];
  readonly resolve: (result: Result) => void;
  readonly reject: (cause: unknown) => void;
}

/** The thread was ended because another of its jobs was stopped. */
export class Ended extends Error {}

/** One thread that has answered: it is used until a job is stopped, or until it fails. */
export class WorkerClient {
  readonly #pending = new Map<number, Pending>();
  /** The sheets that the thread holds, by the picture that they come from. */
  #sent = new Map<Sheet, number>();
  #next = 1;
  #sending: Promise<void> = Promise.resolve();
  #isOver = false;

  private constructor(private readonly thread: Thread) {}

  /** Rejects where the thread does not start within `patience` milliseconds. */
  static start(thread: Thread, patience: number): Promise<WorkerClient> {
    return new Promise((resolve, reject) => {
      const client = new WorkerClient(thread);
      const give = (cause: unknown) => {
        clearTimeout(late);
        client.#fail(cause);
        reject(cause instanceof Error ? cause : new Error(String(cause)));
      };
      const late = setTimeout(() => give(new Error("The worker is late")), patience);
      thread.listen((data) => {
        try {
          const reply = parseReply(data);
          if (reply.type !== "ready") return client.#receive(reply);
          clearTimeout(late);
          resolve(client);
        } catch (cause) {
          give(cause);
        }
      }, give);
    });
  }

  /** False once it failed or was ended: another one has to be started. */
  get isAlive(): boolean {
    return !this.#isOver;
  }

  /** Does a job in the thread. A job that is stopped ends the thread, and every other job in it. */
  async run(job: Job, workbook: Workbook, control: Control): Promise<Result> {
    control.signal?.throwIfAborted();
    if (this.#isOver) throw new Ended();
    const id = this.#next++;
    const answer = new Promise<Result>((resolve, reject) => {
      this.#pending.set(id, { job, workbook, control, findings: [], resolve, reject });
    });
    const stop = () => {
      this.#pending.get(id)?.reject(control.signal?.reason);
      this.#pending.delete(id);
      this.#fail(new Ended());
    };
    control.signal?.addEventListener("abort", stop);
    this.#sending = this.#sending.then(() => this.#send(id)).catch((cause: unknown) => this.#fail(cause));
    try {
      return await answer;
    } finally {
      control.signal?.removeEventListener("abort", stop);
    }
  }

  /** One job at a time is sent: a job forgets the sheets that it does not name. */
  async #send(id: number): Promise<void> {
    const pending = this.#pending.get(id);
    if (!pending) return;
    const { job, workbook } = pending;
    const { sheets, ...frame } = workbook;
    const numbers: [Sheet, number][] = [];
    const pause = inSlices();
    for (const sheet of sheets) {
      numbers.push([sheet, this.#sent.get(sheet) ?? (await this.#sendSheet(sheet, pause))]);
    }
    if (!this.isAlive) return;
    this.#sent = new Map(numbers);
    this.thread.post({ type: "run", id, frame, sheets: numbers.map(([, number]) => number), job });
  }

  async #sendSheet(sheet: Sheet, pause: () => Promise<void>): Promise<number> {
    const number = this.#next++;
    const { cells, ...frame } = sheet;
    this.thread.post({ type: "sheet", sheet: number, frame });
    for (let first = 0; first < cells.length && this.isAlive; first += CELLS_PER_MESSAGE) {
      this.thread.post({
        type: "cells",
        sheet: number,
        cells: packedCells(cells.slice(first, first + CELLS_PER_MESSAGE)),
      });
      await pause();
    }
    return number;
  }

  #receive(reply: Exclude<Reply, { type: "ready" }>): void {
    const pending = this.#pending.get(reply.id);
    if (!pending) return;
    switch (reply.type) {
      case "progress":
        return pending.control.onProgress?.(reply.progress);
      case "findings":
        return void pending.findings.push(...reply.findings);
      case "failed":
        this.#pending.delete(reply.id);
        return pending.reject(new Error(reply.cause));
      case "done": {
        this.#pending.delete(reply.id);
        const { result } = reply;
        const { findings } = pending;
        pending.resolve(result.kind === "check" ? { ...result, value: { ...result.value, findings } } : result);
      }
    }
  }

  #fail(cause: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.thread.end();
    for (const { reject } of this.#pending.values()) reject(cause);
    this.#pending.clear();
  }
}
