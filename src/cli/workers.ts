/** Threads that share the files of a command: each takes the largest that is left as soon as it is free. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import { withoutAnswer, type Printed, type Run } from "./checkFile";
import type { Workfile } from "./files";

/** A file with its place in the answer. */
export interface Task {
  readonly place: number;
  readonly file: Workfile;
}

/** Megabytes of the part of a thread's memory where what is new is put: a workbook is nearly all new. */
const NEW_SPACE = 64;

interface Work {
  readonly run: Run;
  readonly done: (place: number, printed: Printed) => void;
  readonly signal: AbortSignal;
}

/** One thread until no task is left; one that dies gives its file an answer all the same, and another takes its place. */
function workThrough(tasks: Task[], { run, done, signal }: Work): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(path.join(__dirname, "worker.cjs"), {
      workerData: run,
      resourceLimits: { maxYoungGenerationSizeMb: NEW_SPACE },
    });
    let task: Task | undefined;
    const end = (): void => {
      signal.removeEventListener("abort", end);
      void worker.terminate().then(() => resolve());
    };
    const next = (): void => {
      task = signal.aborted ? undefined : tasks.shift();
      if (task) worker.postMessage(task.file);
      else end();
    };
    signal.addEventListener("abort", end);
    worker.on("message", (printed: Printed) => {
      if (task && !signal.aborted) done(task.place, printed);
      next();
    });
    worker.on("error", () => {
      signal.removeEventListener("abort", end);
      if (task) done(task.place, withoutAnswer(task.file, run.format));
      void (tasks.length > 0 && !signal.aborted ? workThrough(tasks, { run, done, signal }) : Promise.resolve()).then(
        resolve,
      );
    });
    next();
  });
}

/** Checks all tasks, in the order given, in as many threads; `done` hears of each as it ends. */
export async function checkInThreads(tasks: readonly Task[], threads: number, work: Work): Promise<void> {
  const left = [...tasks];
  await Promise.all(Array.from({ length: threads }, () => workThrough(left, work)));
}
