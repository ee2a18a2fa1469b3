/** Loads the engine in Node, from the installed package. Never imported by a page. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Calculation } from "./calculation";
import { loadCalculation } from "./load";

const ENGINE_FILE = "@ironcalc/wasm/wasm_bg.wasm";

/** The package is looked for beside the running program, then beside the folder it was started from. */
function engineFile(): string | null {
  for (const start of [process.argv[1], "index.js"]) {
    if (start === undefined) continue;
    try {
      return createRequire(resolve(start)).resolve(ENGINE_FILE);
    } catch {
      // Not installed there: the next place may do.
    }
  }
  return null;
}

/** The calculation, or null where the engine is not installed: formulas saved without a value then stay missing. */
export async function loadCalculationInNode(): Promise<Calculation | null> {
  const file = engineFile();
  return file === null ? null : loadCalculation(new Uint8Array(await readFile(file)));
}
