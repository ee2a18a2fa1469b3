/** A file whose parts are being changed: texts, relationships and content types, until the archive is put together. */
import { relationshipsOf, type Relationship } from "../relationships";
import { corrupt } from "../trouble";
import { decodeText, encodingOf, type Encoding } from "../xml";
import { Archive, partName } from "../zip";
import { patchArchive } from "./archivePatch";
import { escapedAttribute } from "./markup";
import { Outline } from "./outline";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const CONTENT_TYPES = "[Content_Types].xml";

/** The folder of a part, with its slash. */
export function directoryOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

function relsOf(part: string): string {
  const directory = directoryOf(part);
  return `${directory}_rels/${part.slice(directory.length)}.rels`;
}

/** A new part's text. */
export function partText(xml: string): string {
  return DECLARATION + xml;
}

/** How a part's characters are stored. */
interface Storage {
  readonly encoding: Encoding;
  readonly hasMark: boolean;
}

const PLAIN: Storage = { encoding: "utf-8", hasMark: false };

function storageOf(bytes: Uint8Array): Storage {
  const encoding = encodingOf(bytes);
  return { encoding, hasMark: encoding !== "utf-8" || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) };
}

function encoded(text: string, { encoding, hasMark }: Storage): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
  const units = `\ufeff${text}`;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), encoding === "utf-16le");
  return new Uint8Array(view.buffer);
}

export class Package {
  readonly archive: Archive;
  readonly #changes = new Map<string, Uint8Array | null>();
  /** Texts that were asked for, changed or not. */
  readonly #texts = new Map<string, string | null>();
  readonly #storages = new Map<string, Storage>();
  /** How the archive spells the names of its parts. */
  readonly #spellings = new Map<string, string>();

  /** Throws UnreadableFile, as Archive. */
  constructor(private readonly bytes: Uint8Array) {
    this.archive = new Archive(bytes);
    for (const name of this.archive.names()) this.#spellings.set(partName(name), name);
  }

  get isChanged(): boolean {
    return this.#changes.size > 0;
  }

  names(): string[] {
    return [...this.#spellings.keys()];
  }

  has(part: string): boolean {
    return this.#spellings.has(partName(part));
  }

  /** The text of a part as it stands; null when there is none. Throws UnreadableFile ("corrupt"). */
  text(part: string): string | null {
    const key = partName(part);
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const bytes = this.archive.read(part);
    const text = bytes ? decodeText(bytes) : null;
    this.#texts.set(key, text);
    if (bytes) this.#storages.set(key, storageOf(bytes));
    return text;
  }

  requireText(part: string): string {
    const text = this.text(part);
    if (text === null) throw corrupt(`no ${part}`);
    return text;
  }

  /** Changes a part, or adds it. The same text again is no change. */
  write(part: string, text: string): void {
    if (this.text(part) === text) return;
    const key = partName(part);
    const spelling = this.#spellings.get(key) ?? part;
    this.#spellings.set(key, spelling);
    this.#texts.set(key, text);
    this.#changes.set(spelling, encoded(text, this.#storages.get(key) ?? PLAIN));
  }

  /** Takes a part away with its own relationships and its content type; others' relationships to it stay. */
  remove(part: string): void {
    for (const name of [part, relsOf(part)]) {
      const key = partName(name);
      const spelling = this.#spellings.get(key);
      if (spelling === undefined) continue;
      this.#spellings.delete(key);
      this.#texts.set(key, null);
      this.#changes.set(spelling, null);
    }
    const types = new Outline(this.requireText(CONTENT_TYPES));
    const named = types.root.children.filter(
      ({ name, attributes }) => name === "Override" && partName(attributes.get("PartName") ?? "") === partName(part),
    );
    named.forEach((node) => types.remove(node));
    this.write(CONTENT_TYPES, types.result());
  }

  /** Adds a part of a content type. Parts of the type that the file gives to all `.xml` need no entry. */
  add(part: string, text: string, contentType: string): void {
    this.write(part, text);
    const types = new Outline(this.requireText(CONTENT_TYPES));
    const isDefault = types.root.children.some(
      ({ name, attributes }) =>
        name === "Default" &&
        attributes.get("Extension")?.toLowerCase() === "xml" &&
        attributes.get("ContentType")?.toLowerCase() === contentType,
    );
    if (isDefault) return;
    const override = `<${types.prefix}Override PartName="/${escapedAttribute(part)}" ContentType="${contentType}"/>`;
    types.append(types.root, override);
    this.write(CONTENT_TYPES, types.result());
  }

  /** The first name of the form `stem1.xml`, `stem2.xml`… that no part has. */
  freeName(stem: string): string {
    for (let number = 1; ; number++) {
      const name = `${stem}${number}.xml`;
      if (!this.has(name)) return name;
    }
  }

  relationships(part: string): Relationship[] {
    return relationshipsOf({ read: (name) => this.#bytesOf(name) }, part);
  }

  /** Relates a part to another, and gives the relationship's id. `type` is the whole address of its type. */
  relate(from: string, type: string, target: string): string {
    const rels = relsOf(from);
    const text = this.text(rels) ?? partText(`<Relationships xmlns="${RELATIONSHIPS}"/>`);
    const outline = new Outline(text);
    const ids = new Set(outline.root.children.map(({ attributes }) => attributes.get("Id")?.toLowerCase()));
    let number = ids.size + 1;
    while (ids.has(`rid${number}`)) number++;
    const entry = `<${outline.prefix}Relationship Id="rId${number}" Type="${type}" Target="${escapedAttribute(target)}"/>`;
    outline.append(outline.root, entry);
    this.write(rels, outline.result());
    return `rId${number}`;
  }

  /** Takes away the relationships of a part to another. */
  unrelate(from: string, to: string): void {
    const rels = relsOf(from);
    const text = this.text(rels);
    if (text === null) return;
    const ids = new Set(
      this.relationships(from).flatMap(({ id, part }) =>
        part !== null && partName(part) === partName(to) ? [id] : [],
      ),
    );
    const outline = new Outline(text);
    for (const node of outline.root.children) if (ids.has(node.attributes.get("Id") ?? "")) outline.remove(node);
    this.write(rels, outline.result());
  }

  #bytesOf(part: string): Uint8Array | null {
    const text = this.text(part);
    return text === null ? null : new TextEncoder().encode(text);
  }

  /** The bytes of the file with the changes; the very same ones when there is none. Throws UnreadableFile. */
  result(): Uint8Array {
    return this.isChanged ? patchArchive(this.bytes, this.#changes) : this.bytes;
  }
}
