/** Which formula reads which: to know what a value that is missing spoils, and how deep one evaluation goes. */
import type { Area } from "../workbook/address";

export interface Place {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

export interface SheetArea {
  readonly sheet: number;
  readonly area: Area;
}

/** A formula as far as its neighbours are concerned. */
export interface Reader extends Place {
  readonly reads: readonly SheetArea[];
  /** Share of the engine's stack. */
  readonly depth: number;
}

/** The area of one cell. */
export function areaOf({ sheet, row, column }: Place): SheetArea {
  return { sheet, area: { top: row, left: column, bottom: row, right: column } };
}

export function overlap(a: SheetArea, b: SheetArea): boolean {
  return (
    a.sheet === b.sheet &&
    a.area.top <= b.area.bottom &&
    b.area.top <= a.area.bottom &&
    a.area.left <= b.area.right &&
    b.area.left <= a.area.right
  );
}

export function sizeOf({ area }: SheetArea): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** Links that a graph may have; a file that asks for more is not computed. */
const MAX_LINKS = 3_000_000;

/** Formulas of one sheet by row, so that an area is searched row by row. */
class RowIndex {
  readonly #rows: number[];
  readonly #byRow = new Map<number, { readonly column: number; readonly index: number }[]>();

  constructor(places: readonly { readonly row: number; readonly column: number; readonly index: number }[]) {
    for (const { row, column, index } of places) {
      const inRow = this.#byRow.get(row);
      if (inRow) inRow.push({ column, index });
      else this.#byRow.set(row, [{ column, index }]);
    }
    this.#rows = [...this.#byRow.keys()].sort((a, b) => a - b);
  }

  *within({ top, left, bottom, right }: Area): Iterable<number> {
    for (let at = this.#firstFrom(top); at < this.#rows.length; at++) {
      const row = this.#rows[at] ?? Infinity;
      if (row > bottom) return;
      for (const { column, index } of this.#byRow.get(row) ?? []) if (column >= left && column <= right) yield index;
    }
  }

  #firstFrom(row: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export class Dependencies {
  /** For each reader, the readers whose cells it reads. */
  readonly #precedents: readonly (readonly number[])[];
  readonly #dependents: readonly number[][];

  private constructor(
    private readonly readers: readonly Reader[],
    precedents: readonly (readonly number[])[],
  ) {
    this.#precedents = precedents;
    this.#dependents = readers.map(() => []);
    precedents.forEach((reads, index) => reads.forEach((precedent) => this.#dependents[precedent]?.push(index)));
  }

  /** Null when there are more links than MAX_LINKS. */
  static of(readers: readonly Reader[]): Dependencies | null {
    const sheets = new Map<number, { row: number; column: number; index: number }[]>();
    readers.forEach(({ sheet, row, column }, index) => {
      const places = sheets.get(sheet) ?? [];
      places.push({ row, column, index });
      sheets.set(sheet, places);
    });
    const indexes = new Map([...sheets].map(([sheet, places]) => [sheet, new RowIndex(places)]));
    let links = 0;
    const precedents: number[][] = [];
    for (const { reads } of readers) {
      const found: number[] = [];
      for (const { sheet, area } of reads) {
        for (const index of indexes.get(sheet)?.within(area) ?? []) {
          if (++links > MAX_LINKS) return null;
          found.push(index);
        }
      }
      precedents.push(found);
    }
    return new Dependencies(readers, precedents);
  }

  /** The given readers and all that read them, directly or not. */
  reached(from: Iterable<number>): Set<number> {
    const reached = new Set(from);
    const waiting = [...reached];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      for (const dependent of this.#dependents[index] ?? []) {
        if (reached.has(dependent)) continue;
        reached.add(dependent);
        waiting.push(dependent);
      }
    }
    return reached;
  }

  /** The readers that read something of these areas. */
  readingOf(areas: readonly SheetArea[]): number[] {
    if (areas.length === 0) return [];
    return this.readers.flatMap(({ reads }, index) =>
      reads.some((read) => areas.some((area) => overlap(read, area))) ? [index] : [],
    );
  }

  /**
   * The stack that evaluating each reader takes with all it reads in turn. Infinity for one that reads itself in the
   * end, and for what reads it. `isCut` readers are constants: they take nothing.
   */
  stackDepths(isCut: (index: number) => boolean): number[] {
    const depths = this.readers.map(() => 0);
    const left = this.#precedents.map((reads) => reads.filter((index) => !isCut(index)).length);
    const ready = left.flatMap((count, index) => (count === 0 || isCut(index) ? [index] : []));
    const done = new Set<number>();
    for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
      if (done.has(index)) continue;
      done.add(index);
      const depth = isCut(index) ? 0 : (depths[index] ?? 0) + (this.readers[index]?.depth ?? 0);
      depths[index] = depth;
      if (isCut(index)) continue;
      for (const dependent of this.#dependents[index] ?? []) {
        depths[dependent] = Math.max(depths[dependent] ?? 0, depth);
        left[dependent] = (left[dependent] ?? 0) - 1;
        if (left[dependent] === 0) ready.push(dependent);
      }
    }
    return depths.map((depth, index) => (done.has(index) ? depth : Infinity));
  }
}
