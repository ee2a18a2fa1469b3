/**
 * Where a fact comes from. Lines are those of the Nord's deliberation of 8 July 2024 (contract and conventions as
 * rectified, which bind; the draft that they replaced is never a source here).
 */
export interface Source {
  /** What to quote to the officer: "Convention solidarités, art. 3.3". */
  readonly article: string;
  /** Lines of the deliberation where it stands. */
  readonly lines: readonly number[];
}
