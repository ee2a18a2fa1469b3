/** What the officer kept of the settings, in the workbook itself. */
import type { Reglages } from "../domain/reglages";
import type { HostResult, WritableHost } from "../host/ports";
import { readMemoire } from "./memoire";

/** The settings that a workbook keeps; none where it keeps none. */
export async function keptReglages(host: WritableHost): Promise<HostResult<Reglages | null>> {
  const memoire = await readMemoire(host);
  return memoire.ok ? { ok: true, value: memoire.value.reglages } : memoire;
}
