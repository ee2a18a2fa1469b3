/** One file's answer, as every format shows it. */
import type { CheckReport, Verdict } from "../checking/report";

export interface Entry {
  /** As the person gave it; inside a folder, the folder as given and the file's path in it. */
  readonly path: string;
  /** SHA-256 of the file; null when it could not be read at all. */
  readonly sha256: string | null;
  readonly verdict: Verdict;
  readonly durationMs: number;
  /** Null for a file that could not be read. */
  readonly report: CheckReport | null;
  /** Why it could not be read. */
  readonly error: string | null;
}
