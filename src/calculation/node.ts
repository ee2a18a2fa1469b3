/** Loads the engine in Node, from the installed package. Never imported by a page. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Calculation } from "./calculation";
import { loadCalculation } from "./load";

const ENGINE_FILE = "node_modules/@ironcalc/wasm/wasm_bg.wasm";

/** The engine's file in this folder or the nearest one above, as Node looks for packages. */
function engineAbove(folder: string): string | null {
  const file = join(folder, ENGINE_FILE);
  if (existsSync(file)) return file;
  const above = dirname(folder);
  return above === folder ? null : engineAbove(above);
}

/**
 * The calculation, or null where the engine is not installed: formulas saved without a value then stay missing. The
 * package is looked for from the running program, then from the folder it was started in. (A bundler would replace
 * `require.resolve`, which knows the place only when the program is built.)
 */
export async function loadCalculationInNode(): Promise<Calculation | null> {
  const program = process.argv[1];
  const file = (program === undefined ? null : engineAbove(dirname(resolve(program)))) ?? engineAbove(process.cwd());
  return file === null ? null : loadCalculation(new Uint8Array(await readFile(file)));
}
