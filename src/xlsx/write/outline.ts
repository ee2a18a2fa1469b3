/** A small part's elements and where they stand in its text, for changes that leave the rest of the text alone. */
import { corrupt } from "../trouble";
import { decodeEntities, scanText, type Attributes } from "../xml";
import { opened, prefixOf, TextPatch, withAttribute } from "./markup";

export interface Node {
  readonly name: string;
  readonly attributes: Attributes;
  /** The opening tag, then the closing one; the latter is empty and at the end of `<a/>`. */
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
  readonly children: Node[];
}

/** The elements of a part, `extLst` left out, and a patch of its text. */
export class Outline {
  readonly root: Node;
  readonly #patch: TextPatch;
  /** Opening tags that change, and what is added before closing ones. */
  readonly #tags = new Map<Node, string>();
  readonly #added = new Map<Node, string[]>();

  /** Throws UnreadableFile ("corrupt"). */
  constructor(readonly text: string) {
    this.#patch = new TextPatch(text);
    this.root = treeOf(text);
  }

  /** The elements' prefix, with its colon. */
  get prefix(): string {
    return prefixOf(this.openTag(this.root));
  }

  child(name: string): Node | undefined {
    return this.root.children.find((node) => node.name === name);
  }

  openTag(node: Node): string {
    return this.text.slice(node.start, node.openEnd);
  }

  /** The element as written. */
  rawOf(node: Node): string {
    return this.text.slice(node.start, node.end);
  }

  contentOf(node: Node): string {
    return decodeEntities(this.text.slice(node.openEnd, node.closeStart));
  }

  setAttributes(node: Node, values: Readonly<Record<string, string | null>>): void {
    const tag = Object.entries(values).reduce(
      (written, [name, value]) => withAttribute(written, name, value),
      this.#tags.get(node) ?? this.openTag(node),
    );
    this.#tags.set(node, tag);
  }

  remove(node: Node): void {
    this.#patch.replace(node.start, node.end, "");
  }

  /** Adds elements at the end of another. */
  append(node: Node, xml: string): void {
    const added = this.#added.get(node);
    if (added) added.push(xml);
    else this.#added.set(node, [xml]);
  }

  /** Puts an element among the root's, where the order of names asks for it. */
  place(xml: string, name: string, order: readonly string[]): void {
    const before = order.slice(0, order.indexOf(name) + 1);
    const previous = this.root.children.filter((node) => before.includes(node.name)).at(-1);
    if (previous) this.#patch.insert(previous.end, xml);
    else if (this.root.openEnd === this.root.end) this.append(this.root, xml);
    else this.#patch.insert(this.root.openEnd, xml);
  }

  result(): string {
    for (const node of new Set([...this.#tags.keys(), ...this.#added.keys()])) {
      const tag = this.#tags.get(node) ?? this.openTag(node);
      const added = this.#added.get(node)?.join("") ?? "";
      const isEmptyTag = node.openEnd === node.end;
      if (isEmptyTag && added !== "") this.#patch.replace(node.start, node.end, opened(tag, added));
      else {
        if (tag !== this.openTag(node)) this.#patch.replace(node.start, node.openEnd, tag);
        this.#patch.insert(node.closeStart, added);
      }
    }
    this.#tags.clear();
    this.#added.clear();
    return this.#patch.result();
  }
}

function treeOf(text: string): Node {
  const open: Node[] = [];
  const roots: Node[] = [];
  scanText(text, {
    open(name, _parent, attributes, start, openEnd) {
      const node: Node = { name, attributes, start, openEnd, closeStart: openEnd, end: openEnd, children: [] };
      (open.at(-1)?.children ?? roots).push(node);
      open.push(node);
    },
    close(_name, _parent, closeStart, end) {
      const node = open.pop();
      if (node) [node.closeStart, node.end] = [closeStart, end];
    },
  });
  const [root] = roots;
  if (!root) throw corrupt("no root");
  return root;
}
