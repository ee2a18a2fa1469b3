/**
 * A strict scan of an XML part. It refuses what is not well formed, because a part that was cut off must not pass for
 * a shorter one; and document types, so that no entity can be declared or fetched.
 */
import { MAX_XML_DEPTH } from "./limits";
import { corrupt } from "./trouble";

/** Values by attribute name as written ("r:id"); a Map, so that no name can reach a prototype. */
export type Attributes = ReadonlyMap<string, string>;

/**
 * Names of elements come without prefix; the parent of the root is "". What stands in an `extLst` is passed over.
 * `start` and `end` are where the tag stands in the text; those of the closing tag of `<a/>` are both its end.
 */
export interface XmlEvents {
  open?(name: string, parent: string, attributes: Attributes, start: number, end: number): void;
  close?(name: string, parent: string, start: number, end: number): void;
  text?(text: string, parent: string): void;
  /**
   * Asked before an element is read: it may be read as a whole here, where it is written in the one way that is known.
   * Gives the position after it, or -1 to leave it to the scan. Its parent has no prefix.
   */
  whole?(text: string, at: number, parent: string): number;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The text that a part's characters stand for. Throws UnreadableFile ("corrupt") for entities that XML has not. */
export function decodeEntities(text: string): string {
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

/** The text that characters between two tags stand for. Throws as decodeEntities. */
export function charactersOf(text: string): string {
  return decodeEntities(normalised(text));
}

const NAME = /<([^\s/<>"'=&]+)/y;
const ATTRIBUTE = /\s+([^\s=/<>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const NO_ATTRIBUTES: Attributes = new Map();

/** What the pattern matches at this very place. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw corrupt(`no ${mark}`);
  return end;
}

function localName(tag: string): string {
  const colon = tag.indexOf(":");
  return colon < 0 ? tag : tag.slice(colon + 1);
}

class Scan {
  /** Tags as written, and their names without prefix. */
  readonly #tags: string[] = [];
  readonly #names: string[] = [];
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
      if (next !== at) this.#text(charactersOf(this.xml.slice(at, next < 0 ? undefined : next)));
      if (next < 0) break;
      at = this.#markup(next);
    }
    if (this.#tags.length > 0 || this.#roots !== 1) throw corrupt("the part is cut off, or is several");
  }

  /** Reads the markup at `at` and gives the position after it. */
  #markup(at: number): number {
    const { xml } = this;
    switch (xml[at + 1]) {
      case "/": {
        const end = endOf(xml, ">", at);
        this.#close(xml.slice(at + 2, end).trimEnd(), at, end + 1);
        return end + 1;
      }
      case "?":
        return endOf(xml, "?>", at + 2) + 2;
      case "!":
        return this.#declaration(at);
      default:
        return this.#whole(at) ?? this.#open(at);
    }
  }

  #whole(at: number): number | null {
    const depth = this.#tags.length;
    if (!this.events.whole || depth === 0 || depth >= this.#skipFrom) return null;
    const parent = this.#names[depth - 1] ?? "";
    const end = this.#tags[depth - 1] === parent ? this.events.whole(this.xml, at, parent) : -1;
    return end === -1 ? null : end;
  }

  #declaration(at: number): number {
    const { xml } = this;
    if (xml.startsWith("<!--", at)) return endOf(xml, "-->", at + 4) + 3;
    if (!xml.startsWith("<![CDATA[", at)) throw corrupt("document type");
    const end = endOf(xml, "]]>", at + 9);
    this.#text(normalised(xml.slice(at + 9, end)));
    return end + 3;
  }

  get #parent(): string {
    return this.#names[this.#names.length - 1] ?? "";
  }

  #open(start: number): number {
    const { xml } = this;
    const tag = matchAt(NAME, xml, start)?.[1];
    if (tag === undefined) throw corrupt("element without name");
    let at = start + 1 + tag.length;
    let attributes: Map<string, string> | null = null;
    for (let match = matchAt(ATTRIBUTE, xml, at); match; match = matchAt(ATTRIBUTE, xml, at)) {
      attributes ??= new Map();
      attributes.set(match[1] ?? "", charactersOf(match[2] ?? match[3] ?? ""));
      at += match[0].length;
    }
    const end = matchAt(TAG_END, xml, at);
    if (!end) throw corrupt("malformed tag");
    at += end[0].length;
    this.#opened(tag, attributes ?? NO_ATTRIBUTES, start, at);
    if (end[1] === "/") this.#close(tag, at, at);
    return at;
  }

  #opened(tag: string, attributes: Attributes, start: number, end: number): void {
    if (this.#tags.length === 0) this.#roots++;
    const name = localName(tag);
    const parent = this.#parent;
    const depth = this.#tags.push(tag);
    this.#names.push(name);
    if (depth > MAX_XML_DEPTH) throw corrupt("too deep");
    if (name === "extLst" && this.#skipFrom === Infinity) this.#skipFrom = depth;
    if (depth < this.#skipFrom) this.events.open?.(name, parent, attributes, start, end);
  }

  #close(tag: string, start: number, end: number): void {
    const depth = this.#tags.length;
    if (depth === 0 || this.#tags[depth - 1] !== tag) throw corrupt(`</${tag}> closes nothing`);
    this.#tags.pop();
    const name = this.#names.pop() ?? "";
    if (depth < this.#skipFrom) this.events.close?.(name, this.#parent, start, end);
    else if (depth === this.#skipFrom) this.#skipFrom = Infinity;
  }

  #text(text: string): void {
    if (this.#tags.length === 0) {
      if (text.trim() !== "") throw corrupt("text outside the root");
    } else if (this.#tags.length < this.#skipFrom) this.events.text?.(text, this.#parent);
  }
}

/** Scans a part from its first to its last byte. Throws UnreadableFile ("corrupt") where it is not well formed. */
export function scanXml(bytes: Uint8Array, events: XmlEvents): void {
  scanText(decodeText(bytes), events);
}

/** Scans the text of a part, as scanXml does its bytes. */
export function scanText(text: string, events: XmlEvents): void {
  new Scan(text, events).run();
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The encoding that a part's first bytes announce. */
export function encodingOf([first, second]: Uint8Array): Encoding {
  return first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** The text of a part, without its byte order mark. Throws UnreadableFile ("corrupt"). */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
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
