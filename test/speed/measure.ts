/** Whole processes, one a measure: their time, their processor, their greatest memory. */
import { spawnSync } from "node:child_process";
import type { Times } from "./tasks";

export interface Measured {
  /** Wall time of the whole process, milliseconds; the median of the runs, as all that follows. */
  readonly wall: number;
  /** Processor of the whole process, milliseconds. */
  readonly cpu: number;
  /** Greatest resident memory, mebibytes. */
  readonly memory: number;
  readonly times: Times;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** What a measured process writes last on its error stream. */
export interface Told {
  readonly cpu: number;
  readonly memory: number;
  readonly times: Times;
}

function once(words: readonly string[]): Measured {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", maxBuffer: 1e9 });
  const wall = performance.now() - start;
  const line = stderr.trim().split("\n").at(-1) ?? "";
  if (status === null || status > 1 || !line.startsWith("{")) throw new Error(`${words.join(" ")}\n${stderr}`);
  return { wall, ...(JSON.parse(line) as Told) };
}

/** @param runs counted ones; one more goes first */
export function measured(words: readonly string[], runs: number): Measured {
  once(words);
  const all = Array.from({ length: runs }, () => once(words));
  const stages = Object.keys(all[0]?.times ?? {});
  return {
    wall: median(all.map(({ wall }) => wall)),
    cpu: median(all.map(({ cpu }) => cpu)),
    memory: median(all.map(({ memory }) => memory)),
    times: Object.fromEntries(stages.map((stage) => [stage, median(all.map(({ times }) => times[stage] ?? NaN))])),
  };
}

/** The exponent by which a time grows: the slope of the line through the points, both sides in logarithms. */
export function exponent(points: readonly (readonly [size: number, time: number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (place: 0 | 1): number => logs.reduce((sum, point) => sum + point[place], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return over / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
