/** How far a command has come, on the error stream: in place at a terminal, else a line now and then. */
import { avancement } from "../messages/controles";

/** Shorter work says nothing, milliseconds. */
const SILENCE = 1_000;
/** Between two lines of a stream that keeps all of them, milliseconds. */
const PAUSE = 5_000;

export class Progress {
  readonly #isTerminal = process.stderr.isTTY === true;
  #next = performance.now() + SILENCE;
  #isShown = false;

  constructor(private readonly total: number) {}

  /** @param done how many files are checked */
  tell(done: number): void {
    if (this.total < 2 || performance.now() < this.#next) return;
    const text = avancement(done, this.total);
    process.stderr.write(this.#isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    this.#next = this.#isTerminal ? 0 : performance.now() + PAUSE;
    this.#isShown = true;
  }

  /** Leaves the line of the terminal empty for what follows. */
  end(): void {
    if (this.#isShown && this.#isTerminal) process.stderr.write("\r\u001b[K");
  }
}
