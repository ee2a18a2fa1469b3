/** What the pane needs of Excel: to read, to show, to write and take back, to remember. */
import { parseReglages, type Reglages } from "../domain/reglages";
import type { HostResult, InteractiveHost, WritableHost } from "../host/ports";

export type PaneHost = InteractiveHost & WritableHost;

/** The settings that a workbook keeps; none where it keeps none. */
export async function keptReglages(host: PaneHost): Promise<HostResult<Reglages | null>> {
  const memory = await host.readMemory();
  if (!memory.ok) return memory;
  if (memory.value === null) return { ok: true, value: null };
  const reglages = parseReglages(memory.value, "ce classeur");
  if ("problem" in reglages) return { ok: false, code: "unexpected", sentence: reglages.problem };
  return { ok: true, value: reglages };
}
