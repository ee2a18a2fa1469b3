/** The file of a workbook as it stands now: the one that was opened, patched with what changed since. No page needed. */
import type { Calculation } from "../calculation/calculation";
import type { EmulatedWorkbook } from "../emulator";
import type { HostResult } from "../host/ports";
import { jsonOfMemoryXml, MEMORY_NAMESPACE } from "../workbook/memory";
import { applyToXlsx } from "../xlsx/write/apply";
import { writeXlsxMemory } from "../xlsx/write/memory";
import { differenceFrom, type FiledWorkbook } from "./difference";

export interface OpenedFile extends FiledWorkbook {
  readonly bytes: Uint8Array;
  /** What it remembers, as JSON text; null for nothing. */
  readonly memory: string | null;
}

/**
 * The bytes; the very same ones when nothing changed. What the workbook holds is looked at before anything is awaited.
 * Failures are those of differenceFrom, applyToXlsx and writeXlsxMemory.
 */
export async function savedFile(
  file: OpenedFile,
  workbook: EmulatedWorkbook,
  calculation: () => Promise<Calculation | null>,
): Promise<HostResult<Uint8Array>> {
  const { name } = workbook;
  const memory = memoryOf(workbook);
  const difference = differenceFrom(file, workbook);
  if (!difference.ok) return difference;
  const { writes, sheets } = difference.value;
  let { bytes } = file;
  // A signed file that nobody changed is still worth having.
  if (writes.length + sheets.length > 0) {
    const written = await applyToXlsx(bytes, difference.value, { name, calculation });
    if (!written.ok) return written;
    ({ bytes } = written.value);
  }
  return memory === file.memory ? { ok: true, value: bytes } : writeXlsxMemory(bytes, memory, name);
}

/** Of several parts the first that can be read, as the pane has it. */
function memoryOf({ customXml }: EmulatedWorkbook): string | null {
  for (const { xml } of customXml.inNamespace(MEMORY_NAMESPACE)) {
    const json = jsonOfMemoryXml(xml);
    if (json !== null) return json;
  }
  return null;
}
