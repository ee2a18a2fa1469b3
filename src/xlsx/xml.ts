/**
 * A strict scan of an XML part. It refuses what is not well formed, because a part that was cut off must not pass for
 * a shorter one; and document types, so that no entity can be declared or fetched.
 */
import { MAX_XML_DEPTH } from "./limits";
import { corrupt } from "./trouble";

/** Values by attribute name as written ("r:id"); a Map, so that no name can reach a prototype. */
export type Attributes = ReadonlyMap<string, string>;

/** Names of elements come without prefix; the parent of the root is "". What stands in an `extLst` is passed over. */
export interface XmlEvents {
  open?(name: string, parent: string, attributes: Attributes): void;
  close?(name: string, parent: string): void;
  text?(text: string, parent: string): void;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,32};)?/g, (_whole, named: string | undefined) => {
    const name = named?.slice(0, -1) ?? "";
    const known = ENTITIES.get(name);
    if (known !== undefined) return known;
    const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const code = digits ? parseInt(digits[1] ?? digits[2] ?? "", digits[1] === undefined ? 10 : 16) : NaN;
    if (!(code > 0 && code <= 0x10ffff)) throw corrupt(`unknown entity &${name}`);
    return String.fromCodePoint(code);
  });
}

/** Line ends of the file are one line feed (XML 1.0 §2.11); a written &#13; stays. */
function normalised(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

const ATTRIBUTE = /\s+([^\s=/<>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const NO_ATTRIBUTES: Attributes = new Map();

function attributesOf(source: string): Attributes {
  if (source.trim() === "") return NO_ATTRIBUTES;
  const attributes = new Map<string, string>();
  let at = 0;
  while (at < source.length) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(source);
    if (!match) {
      if (source.slice(at).trim() === "") break;
      throw corrupt("malformed attributes");
    }
    const [whole, name = "", double, single = ""] = match;
    attributes.set(name, decodeEntities(normalised(double ?? single)));
    at += whole.length;
  }
  return attributes;
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw corrupt(`no ${mark}`);
  return end;
}

/** Position of the ">" that ends the tag at `from`, past quoted values. */
function endOfTag(xml: string, from: number): number {
  const end = endOf(xml, ">", from);
  const tag = xml.slice(from, end);
  if (!tag.includes('"') && !tag.includes("'")) return end;
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  throw corrupt("tag without end");
}

const NAME = /^[^\s/<>"'=&]+/;

class Scan {
  readonly #open: { readonly tag: string; readonly name: string }[] = [];
  #skipFrom = Infinity;
  #roots = 0;

  constructor(
    private readonly xml: string,
    private readonly events: XmlEvents,
  ) {}

  run(): void {
    let at = 0;
    while (at < this.xml.length) {
      const next = this.xml.indexOf("<", at);
      if (next !== at) this.#text(decodeEntities(normalised(this.xml.slice(at, next < 0 ? undefined : next))));
      if (next < 0) break;
      at = this.#markup(next);
    }
    if (this.#open.length > 0 || this.#roots !== 1) throw corrupt("the part is cut off");
  }

  /** Reads the markup at `at` and gives the position after it. */
  #markup(at: number): number {
    const { xml } = this;
    if (xml.startsWith("<!--", at)) return endOf(xml, "-->", at + 4) + 3;
    if (xml.startsWith("<?", at)) return endOf(xml, "?>", at + 2) + 2;
    if (xml.startsWith("<![CDATA[", at)) {
      const end = endOf(xml, "]]>", at + 9);
      this.#text(normalised(xml.slice(at + 9, end)));
      return end + 3;
    }
    if (xml.startsWith("<!", at)) throw corrupt("document type");
    if (xml.startsWith("</", at)) {
      const end = endOf(xml, ">", at);
      this.#close(xml.slice(at + 2, end).trim());
      return end + 1;
    }
    const end = endOfTag(xml, at);
    const selfClosing = xml.charCodeAt(end - 1) === 47;
    this.#openTag(xml.slice(at + 1, selfClosing ? end - 1 : end), selfClosing);
    return end + 1;
  }

  get #parent(): string {
    return this.#open.at(-1)?.name ?? "";
  }

  #openTag(source: string, selfClosing: boolean): void {
    const tag = NAME.exec(source)?.[0];
    if (tag === undefined) throw corrupt("element without name");
    if (this.#open.length === 0 && ++this.#roots > 1) throw corrupt("two roots");
    const name = tag.slice(tag.indexOf(":") + 1);
    const attributes = attributesOf(source.slice(tag.length));
    const parent = this.#parent;
    this.#open.push({ tag, name });
    if (this.#open.length > MAX_XML_DEPTH) throw corrupt("too deep");
    if (name === "extLst" && this.#skipFrom === Infinity) this.#skipFrom = this.#open.length;
    if (this.#open.length < this.#skipFrom) this.events.open?.(name, parent, attributes);
    if (selfClosing) this.#close(tag);
  }

  #close(tag: string): void {
    const opened = this.#open.at(-1);
    if (opened?.tag !== tag) throw corrupt(`</${tag}> closes nothing`);
    const depth = this.#open.length;
    this.#open.pop();
    if (depth < this.#skipFrom) this.events.close?.(opened.name, this.#parent);
    else if (depth === this.#skipFrom) this.#skipFrom = Infinity;
  }

  #text(text: string): void {
    if (this.#open.length === 0) {
      if (text.trim() !== "") throw corrupt("text outside the root");
    } else if (this.#open.length < this.#skipFrom) this.events.text?.(text, this.#parent);
  }
}

/** Scans a part from its first to its last byte. Throws UnreadableFile ("corrupt") where it is not well formed. */
export function scanXml(bytes: Uint8Array, events: XmlEvents): void {
  new Scan(decodeText(bytes), events).run();
}

function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw corrupt(`not ${encoding}`);
  }
}

/** The value of the attribute whose name ends so, whatever prefix the file binds to its namespace. */
export function attributeNamed(attributes: Attributes, localName: string): string | undefined {
  for (const [name, value] of attributes) if (name.slice(name.indexOf(":") + 1) === localName) return value;
  return undefined;
}

/** An XML boolean; absent is `absent`. */
export function isOn(value: string | undefined, absent = false): boolean {
  return value === undefined ? absent : value === "1" || value === "true" || value === "on";
}

/** `_x000D_` and its like, which stand for characters that XML cannot hold (ECMA-376 §22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
