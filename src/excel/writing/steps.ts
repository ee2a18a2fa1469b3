/** Writes as steps of known weight, done in as few syncs as Excel's limits allow. */
import { hostFailure } from "../failure";
import { answered, type Guard } from "../sync";

/** One thing to write. Steps are done in their order: a sheet is added before it is filled. */
export interface Step {
  /** Bytes of its request, roughly. */
  readonly weight: number;
  /** Cells that it writes: what the progress counts. */
  readonly cells: number;
  perform(context: Excel.RequestContext): void;
  /** The same as smaller steps; null when it cannot be cut. */
  smaller(): readonly Step[] | null;
}

/** Excel on the web takes 5 MB; the weights are guesses, so far less is sent at once. */
const BYTES_PER_SYNC = 1_000_000;

export class Writing {
  #budget = BYTES_PER_SYNC;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly guard: Guard,
    /** Called with the cells that each sync wrote. */
    private readonly onWritten: (cells: number) => void = () => undefined,
  ) {}

  /**
   * One sync a round. A batch that is refused for its size was not done at all: it comes again, cut smaller. Throws
   * Excel's own error otherwise; what earlier rounds wrote then stands.
   */
  async doAll(pending: readonly Step[]): Promise<void> {
    if (pending.length === 0) return;
    const count = this.#countWithinBudget(pending);
    const [batch, rest] = [pending.slice(0, count), pending.slice(count)];
    for (const step of batch) step.perform(this.context);
    try {
      await answered(this.context.sync(), this.guard);
    } catch (error) {
      return this.doAll([...this.#cut(batch, error), ...rest]);
    }
    this.onWritten(batch.reduce((sum, { cells }) => sum + cells, 0));
    return this.doAll(rest);
  }

  #cut(batch: readonly Step[], error: unknown): readonly Step[] {
    const [only, ...others] = batch;
    const isTooLarge = hostFailure(error, this.guard).code === "payload";
    const parts = others.length > 0 ? batch : (only?.smaller() ?? null);
    if (!isTooLarge || parts === null) throw error;
    this.#budget = Math.floor(batch.reduce((sum, { weight }) => sum + weight, 0) / 2);
    return parts;
  }

  /** At least one step, then as many as the budget takes. */
  #countWithinBudget(pending: readonly Step[]): number {
    let weight = 0;
    const end = pending.findIndex((step, index) => (weight += step.weight) > this.#budget && index > 0);
    return end === -1 ? pending.length : end;
  }
}

/** A step that is small and cannot be cut. */
export function smallStep(perform: (context: Excel.RequestContext) => void): Step {
  return { weight: 400, cells: 0, perform, smaller: () => null };
}
