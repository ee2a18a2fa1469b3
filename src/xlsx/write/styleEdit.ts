/** Styles that a write needs: found among those of the file, or added after them. */
import type { CellLook } from "../../workbook/draft";
import { builtInFormats, numberFormatOf } from "../numberFormats";
import { isOn } from "../xml";
import { escapedAttribute, withAttribute } from "./markup";
import { Outline, type Node } from "./outline";

/** Order of a style sheet's sections (ECMA-376 §18.8.39). */
const SECTIONS = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(
  " ",
);
/** What a font's element holds, in the order in which Excel writes it. */
const FONT_PARTS = "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(
  " ",
);
const FIRST_OWN_FORMAT = 164;

/** What a file needs where it has no such section: Excel takes the first font, border and two fills for granted. */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ["<border><left/><right/><top/><bottom/><diagonal/></border>"],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
};

const THIN_BORDER = `<border>${["left", "right", "top", "bottom"]
  .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
  .join("")}<diagonal/></border>`;

/** One list of elements that cells or styles name by their place in it. */
class Section {
  readonly #node: Node | undefined;
  readonly #known: string[];
  readonly #added: string[] = [];
  #isTouched = false;

  constructor(
    private readonly outline: Outline,
    readonly name: string,
  ) {
    this.#node = outline.child(name);
    this.#known = (this.#node?.children ?? []).map((node) => outline.rawOf(node));
    if (this.#known.length === 0)
      (DEFAULTS[name] ?? []).forEach((xml) => this.#added.push(prefixed(xml, outline.prefix)));
  }

  at(index: number): string | undefined {
    return [...this.#known, ...this.#added][index];
  }

  nodeAt(index: number): Node | undefined {
    return this.#node?.children[index];
  }

  /** Whether an element was added that the file does not take for granted. */
  get isTouched(): boolean {
    return this.#isTouched;
  }

  /** The place of an element, which is added when there is none like it. */
  placeOf(xml: string): number {
    const all = [...this.#known, ...this.#added];
    const found = all.indexOf(xml);
    if (found >= 0) return found;
    this.#added.push(xml);
    this.#isTouched = true;
    return all.length;
  }

  write(): void {
    if (this.#added.length === 0) return;
    const count = String(this.#known.length + this.#added.length);
    const { outline, name } = this;
    const inside = this.#added.join("");
    if (!this.#node) {
      const tag = `${outline.prefix}${name}`;
      outline.place(`<${tag} count="${count}">${inside}</${tag}>`, name, SECTIONS);
    } else {
      if (this.#node.attributes.has("count")) outline.setAttributes(this.#node, { count });
      outline.append(this.#node, inside);
    }
  }
}

function prefixed(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}

export class StyleEdit {
  readonly #outline: Outline;
  readonly #sections: Readonly<Record<"numFmts" | "fonts" | "fills" | "borders" | "cellXfs", Section>>;
  /** Codes by number, and numbers by code. */
  readonly #formats = new Map<number, string>();
  readonly #numbers = new Map<string, number>();

  /** Throws UnreadableFile ("corrupt"). */
  constructor(text: string) {
    this.#outline = new Outline(text);
    const section = (name: string) => new Section(this.#outline, name);
    this.#sections = {
      numFmts: section("numFmts"),
      fonts: section("fonts"),
      fills: section("fills"),
      borders: section("borders"),
      cellXfs: section("cellXfs"),
    };
    for (const { attributes } of this.#outline.child("numFmts")?.children ?? []) {
      this.#formats.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
    }
    for (const [number, code] of builtInFormats()) if (!this.#formats.has(number)) this.#numbers.set(code, number);
    for (const [number] of this.#formats) this.#numbers.set(numberFormatOf(number, this.#formats), number);
  }

  /** The style's element as written, to tell whether two files mean the same by a number. */
  rawStyle(style: number): string | undefined {
    return this.#sections.cellXfs.at(style);
  }

  /** The number format of a style, those that were added included. */
  formatOf(style: number): string {
    const number = /\snumFmtId\s*=\s*["'](\d+)["']/.exec(openTagOf(this.rawStyle(style) ?? ""))?.[1];
    return numberFormatOf(Number(number ?? 0), this.#formats);
  }

  /** The style that differs from another by its number format only. */
  withFormat(style: number, code: string): number {
    if (this.rawStyle(style) !== undefined && this.formatOf(style) === code) return style;
    return this.#variant(style, { numFmtId: String(this.#numberOf(code)), applyNumberFormat: "1" });
  }

  /**
   * The style that keeps, or does not keep, a text from being read again as a number or a formula when somebody edits
   * its cell: the apostrophe that people type before such texts.
   */
  withQuote(style: number, isQuoted: boolean): number {
    const written = /\squotePrefix\s*=\s*["'](\w+)["']/.exec(openTagOf(this.rawStyle(style) ?? ""))?.[1];
    if (isOn(written) === isQuoted) return style;
    return this.#variant(style, { quotePrefix: isQuoted ? "1" : null });
  }

  #variant(style: number, attributes: Readonly<Record<string, string | null>>): number {
    const xfs = this.#sections.cellXfs;
    const base = xfs.at(style) ?? xfs.at(0) ?? "";
    const openTag = openTagOf(base);
    const tag = Object.entries(attributes).reduce(
      (written, [name, value]) => withAttribute(written, name, value),
      openTag,
    );
    return xfs.placeOf(tag + base.slice(openTag.length));
  }

  /** The style of a cell of a new sheet. */
  styleOf(look: CellLook, code: string): number {
    const { fonts, fills, borders, cellXfs } = this.#sections;
    const { prefix } = this.#outline;
    const ids = {
      numFmtId: this.#numberOf(code),
      fontId: this.#fontOf(look, fonts),
      fillId: look.fill === undefined ? 0 : fills.placeOf(prefixed(solidFill(look.fill), prefix)),
      borderId: look.border === true ? borders.placeOf(prefixed(THIN_BORDER, prefix)) : 0,
    };
    const applied = [
      [ids.numFmtId, "applyNumberFormat"],
      [ids.fontId, "applyFont"],
      [ids.fillId, "applyFill"],
      [ids.borderId, "applyBorder"],
    ] as const;
    const alignment = alignmentOf(look);
    const attributes = [
      ...Object.entries(ids).map(([name, id]) => `${name}="${id}"`),
      ...(this.#outline.child("cellStyleXfs") ? ['xfId="0"'] : []),
      ...applied.flatMap(([id, name]) => (id === 0 ? [] : [`${name}="1"`])),
      ...(alignment === "" ? [] : ['applyAlignment="1"']),
    ].join(" ");
    const inside = alignment === "" ? "/>" : `>${alignment}</xf>`;
    return cellXfs.placeOf(prefixed(`<xf ${attributes}${inside}`, prefix));
  }

  /** The changed text; null when nothing was added. */
  result(): string | null {
    const sections = Object.values(this.#sections);
    if (!sections.some(({ isTouched }) => isTouched)) return null;
    sections.forEach((section) => section.write());
    return this.#outline.result();
  }

  #numberOf(code: string): number {
    const known = this.#numbers.get(code);
    if (known !== undefined) return known;
    const number = Math.max(FIRST_OWN_FORMAT - 1, ...this.#formats.keys()) + 1;
    this.#formats.set(number, code);
    this.#numbers.set(code, number);
    const xml = `<numFmt numFmtId="${number}" formatCode="${escapedAttribute(code)}"/>`;
    this.#sections.numFmts.placeOf(prefixed(xml, this.#outline.prefix));
    return number;
  }

  /** The workbook's own font, changed where the look says so. */
  #fontOf({ bold, italic, size, colour }: CellLook, fonts: Section): number {
    if (bold !== true && italic !== true && size === undefined && colour === undefined) return 0;
    const parts = new Map<string, string>();
    const base = fonts.nodeAt(0);
    if (base) base.children.forEach((node) => parts.set(node.name, this.#outline.rawOf(node)));
    else
      for (const [xml, name = ""] of (fonts.at(0) ?? "").matchAll(/<(?!font)(?:\w+:)?(\w+)[^>]*\/>/g))
        parts.set(name, xml);
    const set = (name: string, xml: string) => parts.set(name, prefixed(xml, this.#outline.prefix));
    if (bold === true) set("b", "<b/>");
    if (italic === true) set("i", "<i/>");
    if (size !== undefined) set("sz", `<sz val="${size}"/>`);
    if (colour !== undefined) set("color", `<color rgb="FF${colour}"/>`);
    const inside = FONT_PARTS.map((name) => parts.get(name) ?? "").join("");
    return fonts.placeOf(`<${this.#outline.prefix}font>${inside}</${this.#outline.prefix}font>`);
  }
}

function openTagOf(xml: string): string {
  return xml.slice(0, xml.indexOf(">") + 1);
}

function solidFill(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function alignmentOf({ horizontal, vertical, wrap }: CellLook): string {
  const attributes = [
    ...(horizontal === undefined ? [] : [`horizontal="${horizontal}"`]),
    ...(vertical === undefined ? [] : [`vertical="${vertical}"`]),
    ...(wrap === true ? ['wrapText="1"'] : []),
  ];
  return attributes.length === 0 ? "" : `<alignment ${attributes.join(" ")}/>`;
}
