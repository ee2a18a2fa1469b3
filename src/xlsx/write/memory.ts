/** What the add-in remembers in a file: a custom XML part among others', found by its namespace. */
import type { HostResult } from "../../host/ports";
import { jsonOfMemoryXml, MEMORY_NAMESPACE, memoryXml } from "../../workbook/memory";
import { requireArchive } from "../container";
import { readWorkbookPart } from "../workbookPart";
import { writeFailure } from "./apply";
import { OpenFile } from "./openFile";
import { Outline } from "./outline";
import { Package, partText } from "./package";
import { refusalOfFile } from "./refusals";
import { dialectOf } from "./workbookEdit";

const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
/** Of the one part that is ours in a workbook; Office wants one for each. */
const ITEM = "{6B0B4E0C-3E5B-4E55-9D0A-5C0A6C1F2E71}";

interface Memory {
  readonly part: string;
  readonly json: string;
}

function memoryOf(parts: Package, workbookPart: string): Memory | null {
  for (const { kind, part } of parts.relationships(workbookPart)) {
    if (kind !== "customXml" || part === null) continue;
    const text = parts.text(part);
    const json = text !== null && text.includes(MEMORY_NAMESPACE) ? jsonOfMemoryXml(text) : null;
    if (json !== null && new Outline(text ?? "").root.name === "memoire") return { part, json };
  }
  return null;
}

function add(parts: Package, workbookPart: string, json: string): void {
  const { relationships } = dialectOf(parts.requireText(workbookPart));
  const item = parts.freeName("customXml/item");
  const properties = item.replace("item", "itemProps");
  parts.add(item, memoryXml(json), "application/xml");
  const schema = `<ds:schemaRefs><ds:schemaRef ds:uri="${MEMORY_NAMESPACE}"/></ds:schemaRefs>`;
  const text = `<ds:datastoreItem ds:itemID="${ITEM}" xmlns:ds="${STORE}">${schema}</ds:datastoreItem>`;
  parts.add(properties, partText(text), PROPERTIES_TYPE);
  parts.relate(item, `${relationships}/customXmlProps`, properties.slice(properties.lastIndexOf("/") + 1));
  parts.relate(workbookPart, `${relationships}/customXml`, `/${item}`);
}

function forget(parts: Package, workbookPart: string, { part }: Memory): void {
  for (const { part: own } of parts.relationships(part)) if (own !== null) parts.remove(own);
  parts.unrelate(workbookPart, part);
  parts.remove(part);
}

/** What the file remembers, as JSON text; null for nothing. Never throws: failures as readXlsx. */
export function readXlsxMemory(bytes: Uint8Array, name: string): HostResult<string | null> {
  try {
    requireArchive(bytes);
    const parts = new Package(bytes);
    return { ok: true, value: memoryOf(parts, readWorkbookPart(parts.archive).name)?.json ?? null };
  } catch (error) {
    return writeFailure(error, name);
  }
}

/** The file with another memory; null forgets it. Cells stay as they are. Refuses "read-only" for a signed file. */
export async function writeXlsxMemory(
  bytes: Uint8Array,
  json: string | null,
  name: string,
): Promise<HostResult<Uint8Array>> {
  try {
    const file = await OpenFile.of(bytes, name);
    const refused = refusalOfFile(file);
    if (refused) return refused;
    const { parts, workbook } = file;
    const known = memoryOf(parts, workbook.name);
    if (json === null) {
      if (known) forget(parts, workbook.name, known);
    } else if (known) parts.write(known.part, memoryXml(json));
    else add(parts, workbook.name, json);
    return { ok: true, value: parts.result() };
  } catch (error) {
    return writeFailure(error, name);
  }
}
