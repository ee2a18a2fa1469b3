/** What totals of persons add up: the rows above them, or below where a block begins with its total. */

export interface RangDeFlux {
  readonly kind: "detail" | "total";
  /** A total of totals takes what is left; a subtotal takes the rows since the one before. */
  readonly isGrand: boolean;
  /** Rows of one key are added together: the same persons, the same year. */
  readonly key: string;
}

/** Rows that each total adds up, as indices. */
export function totauxDeFlux(rows: readonly RangDeFlux[]): ReadonlyMap<number, readonly number[]> {
  const covers = new Map<number, readonly number[]>();
  for (const key of new Set(rows.map((row) => row.key))) {
    const own = rows.flatMap((row, index) => (row.key === key ? [index] : []));
    const isAbove = own.length > 1 && rows[own[0] ?? 0]?.kind === "total";
    const stack: number[] = [];
    for (const index of isAbove ? [...own].reverse() : own) {
      const row = rows[index];
      if (row?.kind === "total") {
        const start = row.isGrand ? 0 : stack.findLastIndex((item) => rows[item]?.kind === "total") + 1;
        const taken = stack.splice(start);
        covers.set(
          index,
          taken.sort((a, b) => a - b),
        );
      }
      stack.push(index);
    }
  }
  return covers;
}
