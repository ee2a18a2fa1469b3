/** The check of the files of a command, in the order given, on as many processors as that is worth. */
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Verdict } from "../checking/report";
import { recapitulatif } from "../messages/controles";
import { checkFile, PRINTERS, type Printed, type Run } from "./checkFile";
import type { Workfile } from "./files";
import { print } from "./print";
import { Progress } from "./progress";
import { checkInThreads, type Task } from "./workers";

/**
 * What the check of a warm process takes, milliseconds: measured on small files and on one of a million cells. A thread
 * needs a fifth of a second before it is as fast.
 */
const PER_FILE = 8;
const PER_MEBIBYTE = 180;
const WORTH_A_THREAD = 500;

function sizeOf({ absolute }: Workfile): number {
  return statSync(absolute, { throwIfNoEntry: false })?.size ?? 0;
}

/** How many threads the files are worth; 1 for none beside this one. */
function threadsFor(sizes: readonly number[]): number {
  const work = sizes.reduce((sum, size) => sum + PER_FILE + (size / 1024 ** 2) * PER_MEBIBYTE, 0);
  return Math.max(1, Math.min(availableParallelism(), sizes.length, Math.floor(work / WORTH_A_THREAD)));
}

/** Prints answers in the order of the files, whichever ends first. */
class Answers {
  readonly verdicts: Verdict[] = [];
  readonly #waiting = new Map<number, string>();
  readonly #progress: Progress;
  #printed = 0;

  constructor(
    private readonly run: Run,
    total: number,
  ) {
    this.#progress = new Progress(total);
    process.stdout.write(PRINTERS[run.format].head);
  }

  take(place: number, { text, verdict, warning }: Printed): void {
    this.verdicts.push(verdict);
    if (warning !== "") process.stderr.write(warning);
    this.#waiting.set(place, text);
    for (let next = this.#waiting.get(this.#printed); next !== undefined; next = this.#waiting.get(this.#printed)) {
      this.#waiting.delete(this.#printed);
      this.#write(next);
    }
    this.#progress.tell(this.verdicts.length);
  }

  #write(text: string): void {
    process.stdout.write(`${this.#printed === 0 ? "" : PRINTERS[this.run.format].between}${text}`);
    this.#printed += 1;
  }

  /** What was interrupted gives what it has: the whole of an answer, never half a file's. */
  async end(): Promise<void> {
    for (const [, text] of [...this.#waiting].sort(([one], [other]) => one - other)) this.#write(text);
    this.#progress.end();
    await print(process.stdout, PRINTERS[this.run.format].tail(this.#printed));
  }
}

/**
 * Checks the files and prints their answers; the same bytes on one processor and on several. An interruption (Ctrl+C)
 * ends after the answers that are there.
 */
export async function checkFiles(
  files: readonly Workfile[],
  run: Run,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly isInterrupted: boolean }> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  const answers = new Answers(run, files.length);
  const sizes = files.map(sizeOf);
  const threads = threadsFor(sizes);
  if (threads === 1) {
    for (const [place, file] of files.entries()) {
      if (stop.signal.aborted) break;
      answers.take(place, await checkFile(file, run));
    }
  } else {
    const tasks = files.map((file, place): Task => ({ place, file }));
    const largestFirst = tasks.sort((one, other) => (sizes[other.place] ?? 0) - (sizes[one.place] ?? 0));
    const done = (place: number, printed: Printed): void => answers.take(place, printed);
    await checkInThreads(largestFirst, threads, { run, done, signal: stop.signal });
  }
  await answers.end();
  process.off("SIGINT", interrupt);
  const { verdicts } = answers;
  if (files.length > 1) await print(process.stderr, `${recapitulatif(verdicts, files.length)}\n`);
  return { verdicts, isInterrupted: verdicts.length < files.length };
}
