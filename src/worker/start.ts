/** Where jobs are done: in a worker; in the page itself, a slice at a time, where none can be started. */
import { inSlices } from "../host/slices";
import { Ended, WorkerClient, type Thread } from "./client";
import { engineOver, type Control, type Engine } from "./engine";
import type { doJob } from "./jobs";

export interface EngineParts {
  /** Throws where no thread can be had. */
  readonly startThread: () => Thread;
  /** The engine for the page itself: by far the largest part, loaded only where it is wanted. */
  readonly loadJobs: () => Promise<typeof doJob>;
  /** How long a thread may take to start, in milliseconds; 15 s when not given. */
  readonly patienceMs?: number;
}

/** A slow network brings the script in some seconds. */
const PATIENCE_MS = 15_000;

export interface StartedEngine extends Engine {
  /** True where this browser started no worker: a long check may then hold the pane for a moment. */
  readonly isInPage: boolean;
}

/** Starts the threads that are wanted, one at a time. */
class Threads {
  #client: Promise<WorkerClient | null> | null = null;
  isInPage = false;

  constructor(private readonly parts: EngineParts) {}

  /** One that is alive; null where none can be started. */
  async client(): Promise<WorkerClient | null> {
    if (this.isInPage) return null;
    const client = await (this.#client ??= this.#start());
    if (client?.isAlive) return client;
    this.#client = null;
    return client === null ? null : this.client();
  }

  async #start(): Promise<WorkerClient | null> {
    try {
      return await WorkerClient.start(this.parts.startThread(), this.parts.patienceMs ?? PATIENCE_MS);
    } catch (cause) {
      // The page does the work instead, and its help says so; the cause is for whoever opens the console.
      console.warn(cause);
      return null;
    }
  }
}

/** Steps of a job in the page: others have their turn, and a stop is heard, between two of them. */
function stepsOf({ signal, onProgress }: Control) {
  const pause = inSlices();
  return {
    onSheet: onProgress ?? (() => undefined),
    pause: async () => {
      await pause();
      signal?.throwIfAborted();
    },
  };
}

/** Rejects where neither a worker nor the engine for the page can be loaded; asked again, it tries again. */
export async function startEngine(parts: EngineParts): Promise<StartedEngine> {
  const threads = new Threads(parts);
  const first = await threads.client();
  if (!first) {
    await parts.loadJobs();
    threads.isInPage = true;
  }
  const engine = engineOver(async function work(job, workbook, control) {
    const client = await threads.client();
    if (!client) return (await parts.loadJobs())(job, workbook, stepsOf(control));
    try {
      return await client.run(job, workbook, control);
    } catch (cause) {
      // Another job was stopped, and the thread with it.
      if (cause instanceof Ended && control.signal?.aborted !== true) return work(job, workbook, control);
      throw cause;
    } finally {
      // The next job finds a thread that is ready.
      if (!client.isAlive) void threads.client();
    }
  });
  return {
    ...engine,
    get isInPage() {
      return threads.isInPage;
    },
  };
}
