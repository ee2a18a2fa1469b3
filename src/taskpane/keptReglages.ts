/** What the officer kept of the settings, in the workbook itself. */
import { parseReglages, type Reglages } from "../domain/reglages";
import type { HostResult, WritableHost } from "../host/ports";

/** The settings that a workbook keeps; none where it keeps none. */
export async function keptReglages(host: WritableHost): Promise<HostResult<Reglages | null>> {
  const memory = await host.readMemory();
  if (!memory.ok) return memory;
  if (memory.value === null) return { ok: true, value: null };
  const reglages = parseReglages(memory.value, "ce classeur");
  if ("problem" in reglages) return { ok: false, code: "unexpected", sentence: reglages.problem };
  return { ok: true, value: reglages };
}
