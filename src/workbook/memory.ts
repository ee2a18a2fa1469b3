/**
 * What the add-in remembers in a workbook: one JSON text in a custom XML part of its own, which every host reads and
 * writes alike. The JSON's shape is the business of whoever remembers (src/domain/memoire.ts).
 */

/** Namespace of the part's root element: how it is found among others' parts. */
export const MEMORY_NAMESPACE = "urn:controle-pls:memoire:1";

const ROOT = "memoire";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Not XML at all; in JSON they stand in texts only, where they have an escape. */
const NOT_XML = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapedInJson = (character: string) => `\\u${character.charCodeAt(0).toString(16)}`;

/** The part that holds a JSON text. */
export function memoryXml(json: string): string {
  const text = json.replace(NOT_XML, escapedInJson).replace(/[&<>]/g, (character) => ESCAPES[character] ?? "");
  return `<${ROOT} xmlns="${MEMORY_NAMESPACE}">${text}</${ROOT}>`;
}

/** The JSON text of a part, or null when the part is none of ours. Other programs may have added a declaration. */
export function jsonOfMemoryXml(xml: string): string | null {
  const match = new RegExp(`<(?:\\w+:)?${ROOT}\\b[^>]*>([\\s\\S]*)</(?:\\w+:)?${ROOT}\\s*>`).exec(xml);
  if (!match || !xml.includes(MEMORY_NAMESPACE)) return null;
  return (match[1] ?? "").replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(String(hexadecimal), 16));
    return ENTITIES[String(name)] ?? String(whole);
  });
}
