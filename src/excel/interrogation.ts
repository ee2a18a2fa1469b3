/** Puts many questions to Excel in as few syncs as its limits allow. */
import { inSlices, turnOfOthers } from "../host/slices";
import { hostFailure, ReadFailure } from "./failure";
import type { Collect, Question, SheetReading } from "./questions";
import { answered, throwIfCancelled, type Guard } from "./sync";

/** What one sync asks for at most: few enough for a progress that moves and a "stop" that is heard. */
const CELLS_PER_SYNC = 300_000;

export class Interrogation {
  #budget = CELLS_PER_SYNC;
  #ceiling = CELLS_PER_SYNC;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly guard: Guard,
    /** Called with what is still open after each sync. */
    private readonly onRound: (openSheets: ReadonlySet<SheetReading>) => void,
  ) {}

  /**
   * One round a sync. It calls itself rather than loops, because what is asked next depends on the answer: blocks
   * that were refused come back halved, and answers raise further questions. Throws a ReadFailure.
   */
  async askAll(pending: readonly Question[]): Promise<void> {
    if (pending.length === 0) return;
    throwIfCancelled(this.guard);
    const count = this.#countWithinBudget(pending);
    const [batch, rest] = [pending.slice(0, count), pending.slice(count)];
    const next = await this.#ask(batch);
    const open = [...next, ...rest];
    this.onRound(new Set(open.map(({ sheet }) => sheet)));
    return this.askAll(open);
  }

  async #ask(batch: readonly Question[]): Promise<readonly Question[]> {
    const collects = batch.map((question) => [question, question.ask()] as const);
    try {
      await answered(this.context.sync(), this.guard);
    } catch (error) {
      return this.#askedAgain(batch, error);
    }
    this.#budget = Math.min(this.#ceiling, this.#budget * 2);
    return this.#collectAll(collects);
  }

  /** A block at a time: hundreds of thousands of cells in one go would hold the pane. */
  async #collectAll(collects: readonly (readonly [Question, Collect])[]): Promise<readonly Question[]> {
    const followUps: Question[] = [];
    // office.js has just unpacked the answer: what is made of it is a task of its own.
    await turnOfOthers();
    const pause = inSlices();
    for (const [question, collect] of collects) {
      followUps.push(...this.#followUps(question, collect));
      await pause();
      throwIfCancelled(this.guard);
    }
    return followUps;
  }

  #followUps(question: Question, collect: Collect): readonly Question[] {
    return collect() ?? this.#smaller(question, { code: "ResponsePayloadSizeLimitExceeded" });
  }

  /** What a refused batch becomes: two batches, or a lone question on smaller areas. */
  #askedAgain(batch: readonly Question[], error: unknown): readonly Question[] {
    const { code } = hostFailure(error, this.guard);
    if (code !== "payload" && code !== "unexpected") throw error;
    const [only, ...others] = batch;
    if (only && others.length === 0) return this.#smaller(only, error);
    this.#budget = Math.floor(weightOf(batch) / 2);
    // A payload stays too large; an unforeseen error may concern one question alone, and the rest can grow again.
    if (code === "payload") this.#ceiling = this.#budget;
    return batch;
  }

  #smaller(question: Question, error: unknown): readonly Question[] {
    const failure = hostFailure(error, { ...this.guard, sheet: question.sheet.name });
    const parts = question.smaller(failure.code);
    if (parts === null) throw new ReadFailure(failure);
    return parts;
  }

  /** At least one question, then as many as the budget takes. */
  #countWithinBudget(pending: readonly Question[]): number {
    let weight = 0;
    const end = pending.findIndex((question, index) => (weight += question.weight) > this.#budget && index > 0);
    return end === -1 ? pending.length : end;
  }
}

function weightOf(questions: readonly Question[]): number {
  return questions.reduce((sum, { weight }) => sum + weight, 0);
}
