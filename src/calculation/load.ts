/** Loads the engine from bytes that the caller brings: a page fetches them, Node reads them (node.ts). */
import type { Calculation } from "./calculation";
import { ENGINE_CALCULATION } from "./calculator";
import { loadEngine } from "./engine";

/** The calculation, from the bytes of IronCalc's `wasm_bg.wasm`. Rejects when the bytes are no WebAssembly. */
export async function loadCalculation(bytes: BufferSource): Promise<Calculation> {
  loadEngine(bytes);
  return ENGINE_CALCULATION;
}
