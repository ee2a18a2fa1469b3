/** What the add-in remembers in the workbook: a custom XML part of its own. */
import type { HostResult } from "../host/ports";
import { readOnly } from "../messages/writing";
import { jsonOfMemoryXml, MEMORY_NAMESPACE, memoryXml } from "../workbook/memory";
import { answered, type Guard } from "./sync";

/** Two syncs, one where there is no such part. Throws Excel's own error. */
export async function readMemoryPart(context: Excel.RequestContext, guard: Guard): Promise<string | null> {
  const parts = await memoryParts(context, guard);
  if (parts.length === 0) return null;
  const texts = parts.map((part) => part.getXml());
  await answered(context.sync(), guard);
  return firstJson(texts);
}

/** Replaces what was remembered, or forgets it. A copy that another program may have left goes too. */
export async function writeMemoryPart(
  context: Excel.RequestContext,
  json: string | null,
  guard: Guard,
): Promise<HostResult<null>> {
  context.workbook.load("readOnly");
  const [first, ...others] = await memoryParts(context, guard);
  if (context.workbook.readOnly) return { ok: false, code: "read-only", sentence: readOnly() };
  for (const part of others) part.delete();
  if (json === null) first?.delete();
  else if (first) first.setXml(memoryXml(json));
  else context.workbook.customXmlParts.add(memoryXml(json));
  await answered(context.sync(), guard);
  return { ok: true, value: null };
}

async function memoryParts(context: Excel.RequestContext, guard: Guard): Promise<readonly Excel.CustomXmlPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(MEMORY_NAMESPACE);
  parts.load("items/id");
  await answered(context.sync(), guard);
  const { items } = parts;
  return items;
}

function firstJson(texts: readonly OfficeExtension.ClientResult<string>[]): string | null {
  for (const { value } of texts) {
    const json = jsonOfMemoryXml(value);
    if (json !== null) return json;
  }
  return null;
}
