/** Rows or columns along a length in pixels: where each begins, and which one lies at a place. */
export class Axis {
  readonly #starts: Float64Array;

  constructor(
    readonly count: number,
    sizeOf: (index: number) => number,
  ) {
    this.#starts = new Float64Array(count + 1);
    for (let index = 0; index < count; index += 1) {
      this.#starts[index + 1] = this.start(index) + sizeOf(index);
    }
  }

  /** Pixels before this row or column; the whole length for `count` and beyond. */
  start(index: number): number {
    return this.#starts[Math.min(index, this.count)] ?? 0;
  }

  /** Pixels from the start of `first` to the end of `last`. */
  extent(first: number, last = first): number {
    return this.start(last + 1) - this.start(first);
  }

  get length(): number {
    return this.start(this.count);
  }

  /** The row or column at this pixel, kept within the axis. */
  at(pixel: number): number {
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= pixel) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}
