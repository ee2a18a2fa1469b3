/** How a format writes the answers of several files: one after the other, so that none has to wait in memory. */
import type { Entry } from "./entry";

export interface Printer {
  readonly head: string;
  one(entry: Entry): string;
  readonly between: string;
  /** @param count how many entries were written */
  tail(count: number): string;
}
