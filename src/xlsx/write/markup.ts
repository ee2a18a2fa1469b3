/** Changes of an XML part's text that leave every other character as it stands. */

/** What XML 1.0 cannot hold at all, halves of surrogate pairs included. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** A text that readers would take for an escape. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const hexOf = (character: string) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");

/** Text as the content of an element. */
export function escapedText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? "").replaceAll("\r", "&#13;");
}

/** Text as the value of an attribute in double quotes. */
export function escapedAttribute(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `_x0001_` and its like for what XML cannot hold (ECMA-376 §22.9.2.19); texts that look so are escaped too. */
export function withEscapes(text: string): string {
  return text
    .replace(LOOKS_ESCAPED, "_x005F_")
    .replace(/\r/g, "_x000D_")
    .replace(FORBIDDEN, (character) => `_x${hexOf(character)}_`);
}

const NAME = /^<\s*([^\s/>]+)/;
const ATTRIBUTE = /\s+([^\s=/<>"']+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** The prefix of a tag with its colon ("x:"), or "". */
export function prefixOf(openTag: string): string {
  const name = NAME.exec(openTag)?.[1] ?? "";
  return name.slice(0, name.indexOf(":") + 1);
}

/** An opening tag with one attribute set, or taken away when the value is null. */
export function withAttribute(openTag: string, name: string, value: string | null): string {
  const written = value === null ? "" : ` ${name}="${escapedAttribute(value)}"`;
  const from = NAME.exec(openTag)?.[0].length ?? 0;
  for (const match of openTag.slice(from).matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    const at = from + match.index;
    return openTag.slice(0, at) + written + openTag.slice(at + match[0].length);
  }
  return openTag.replace(/\s*\/?>$/, (end) => written + end);
}

/** The element of a tag such as `<a b="c"/>`, with something in it. */
export function opened(emptyTag: string, inside: string): string {
  return `${emptyTag.replace(/\s*\/>$/, ">")}${inside}</${NAME.exec(emptyTag)?.[1] ?? ""}>`;
}

/** Replacements in one text, given in any order; those at one place stay in the order given. */
export class TextPatch {
  readonly #pieces: { readonly start: number; readonly end: number; readonly text: string }[] = [];

  constructor(private readonly text: string) {}

  replace(start: number, end: number, text: string): void {
    this.#pieces.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** The text with all replacements. Two that overlap are a fault of ours. */
  result(): string {
    const pieces = [...this.#pieces].sort((a, b) => a.start - b.start || a.end - b.end);
    const out: string[] = [];
    let at = 0;
    for (const { start, end, text } of pieces) {
      if (start < at) throw new Error("two changes overlap");
      out.push(this.text.slice(at, start), text);
      at = end;
    }
    return [...out, this.text.slice(at)].join("");
  }
}
