/** The custom XML parts of the emulated workbook: whole documents, each with an id of its own. */
import { Refusal } from "./refusal";

export interface CustomXmlPart {
  readonly id: string;
  xml: string;
}

export class CustomXmlParts {
  readonly #parts: CustomXmlPart[] = [];
  #next = 1;

  constructor(parts: readonly string[] = []) {
    for (const xml of parts) this.add(xml);
  }

  get all(): readonly CustomXmlPart[] {
    return this.#parts;
  }

  inNamespace(uri: string): readonly CustomXmlPart[] {
    return this.#parts.filter(({ xml }) => namespaceOf(xml) === uri);
  }

  /** Throws a Refusal when the text is no document. */
  add(xml: string): CustomXmlPart {
    const part = { id: `{${String(this.#next++).padStart(8, "0")}-0000-4000-8000-000000000000}`, xml: document(xml) };
    this.#parts.push(part);
    return part;
  }

  set(part: CustomXmlPart, xml: string): void {
    part.xml = document(xml);
  }

  delete(part: CustomXmlPart): void {
    this.#parts.splice(this.#parts.indexOf(part), 1);
  }
}

const ROOT = /^\s*(?:<\?xml[^>]*\?>\s*)?<([^\s/>]+)([^>]*?)(\/?)>/;

/** Namespace of the root element; "" when it has none. */
export function namespaceOf(xml: string): string {
  const [, name = "", attributes = ""] = ROOT.exec(xml) ?? [];
  const prefix = name.includes(":") ? `:${name.split(":")[0]}` : "";
  const match = new RegExp(`\\sxmlns${prefix}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match?.[1] ?? match?.[2] ?? "";
}

/** Excel parses the whole; here the root alone is looked at: an opening tag and its closing one. */
function document(xml: string): string {
  const [, name = "", , closed] = ROOT.exec(xml) ?? [];
  const isDocument = name !== "" && (closed === "/" || xml.trimEnd().endsWith(`</${name}>`));
  if (!isDocument) throw new Refusal("InvalidArgument", "The text is no XML document.");
  return xml;
}
