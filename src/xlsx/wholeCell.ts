/**
 * Cells as most programs write them, read in one go from the text of a sheet: nearly all of a workbook is made of them.
 * What is written in any other way is left to the scanner, which reads everything and refuses what is not well formed.
 */
import { MAX_COLUMNS, MAX_ROWS } from "../workbook/address";
import { charactersOf, decodeEscapes } from "./xml";

/** The formula of a cell as its file stores it. */
export interface StoredFormula {
  text: string;
  readonly kind: string;
  readonly group: string | null;
  readonly area: string | null;
}

const NOT_ALL = -1;

const SPACE = 0x20;
const QUOTE = 0x22;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

function letterOf(code: number): number {
  const upper = code >= 0x61 ? code - 0x20 : code;
  return upper >= 0x41 && upper <= 0x5a ? upper - 0x40 : 0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Reads one cell after another; its fields are those of the last one read. */
export class WholeCell {
  /** -1 for a cell without an address. */
  row = -1;
  column = -1;
  style = 0;
  type = "n";
  stored: string | null = null;
  inline = "";
  formula: StoredFormula | null = null;

  constructor(private readonly xml: string) {}

  /** The position after the `c` that begins at `at`; -1 where it is anything but a plainly written cell. */
  read(at: number): number {
    const { xml } = this;
    if (xml.charCodeAt(at) !== LESS || xml.charCodeAt(at + 1) !== 0x63) return NOT_ALL;
    this.row = this.column = -1;
    this.style = 0;
    this.type = "n";
    this.stored = this.formula = null;
    this.inline = "";
    let place = at + 2;
    while (xml.charCodeAt(place) === SPACE) {
      place = this.#attribute(place + 1);
      if (place === NOT_ALL) return NOT_ALL;
    }
    if (xml.charCodeAt(place) === SLASH) return xml.charCodeAt(place + 1) === GREATER ? place + 2 : NOT_ALL;
    return xml.charCodeAt(place) === GREATER ? this.#contents(place + 1) : NOT_ALL;
  }

  /** One of `r`, `s` and `t`; the position after its value. */
  #attribute(at: number): number {
    const { xml } = this;
    if (xml.charCodeAt(at + 1) !== EQUALS || xml.charCodeAt(at + 2) !== QUOTE) return NOT_ALL;
    switch (xml.charCodeAt(at)) {
      case 0x72:
        return this.#address(at + 3);
      case 0x73:
        return this.#style(at + 3);
      case 0x74: {
        const end = xml.indexOf('"', at + 3);
        this.type = xml.slice(at + 3, end);
        return end !== -1 && /^[A-Za-z]+$/.test(this.type) ? end + 1 : NOT_ALL;
      }
      default:
        return NOT_ALL;
    }
  }

  #address(at: number): number {
    const { xml } = this;
    let place = at;
    let column = 0;
    for (let letter = letterOf(xml.charCodeAt(place)); letter > 0; letter = letterOf(xml.charCodeAt(++place))) {
      column = column * 26 + letter;
    }
    let row = 0;
    const digits = place;
    for (let code = xml.charCodeAt(place); isDigit(code); code = xml.charCodeAt(++place)) row = row * 10 + code - 0x30;
    const isAddress = digits > at && digits - at <= 3 && place > digits && place - digits <= 7;
    if (!isAddress || xml.charCodeAt(digits) === 0x30 || xml.charCodeAt(place) !== QUOTE) return NOT_ALL;
    if (column > MAX_COLUMNS || row > MAX_ROWS) return NOT_ALL;
    this.row = row - 1;
    this.column = column - 1;
    return place + 1;
  }

  #style(at: number): number {
    const { xml } = this;
    let place = at;
    let style = 0;
    for (let code = xml.charCodeAt(place); isDigit(code); code = xml.charCodeAt(++place)) {
      style = style * 10 + code - 0x30;
    }
    this.style = style;
    return place > at && place - at <= 9 && xml.charCodeAt(place) === QUOTE ? place + 1 : NOT_ALL;
  }

  /** What stands between the tags of the cell, each element at most once. */
  #contents(at: number): number {
    const { xml } = this;
    let place = at;
    let hasInline = false;
    while (place !== NOT_ALL && xml.charCodeAt(place) === LESS) {
      switch (xml.charCodeAt(place + 1)) {
        case SLASH:
          return xml.startsWith("</c>", place) ? place + 4 : NOT_ALL;
        case 0x76:
          if (this.stored !== null) return NOT_ALL;
          place = this.#value(place);
          break;
        case 0x66:
          if (this.formula !== null) return NOT_ALL;
          place = this.#formula(place + 2);
          break;
        default:
          if (hasInline) return NOT_ALL;
          hasInline = true;
          place = this.#inline(place);
      }
    }
    return NOT_ALL;
  }

  #value(at: number): number {
    const { xml } = this;
    if (xml.charCodeAt(at + 2) !== GREATER) return NOT_ALL;
    const end = xml.indexOf("<", at + 3);
    if (end === -1 || !xml.startsWith("</v>", end)) return NOT_ALL;
    this.stored = charactersOf(xml.slice(at + 3, end));
    return end + 4;
  }

  #inline(at: number): number {
    const { xml } = this;
    const [plain, spaced] = ["<is><t>", '<is><t xml:space="preserve">'];
    const opening = xml.startsWith(plain, at) ? plain : spaced;
    const end = xml.startsWith(opening, at) ? xml.indexOf("<", at + opening.length) : -1;
    if (end === -1 || !xml.startsWith("</t></is>", end)) return NOT_ALL;
    this.inline = decodeEscapes(charactersOf(xml.slice(at + opening.length, end)));
    return end + 9;
  }

  /** From the end of the name of an `f`. */
  #formula(at: number): number {
    const { xml } = this;
    const end = xml.indexOf(">", at);
    if (end === -1) return NOT_ALL;
    const written = xml.slice(at, end);
    const isEmpty = written.endsWith("/");
    const attributes = attributesOf(isEmpty ? written.slice(0, -1) : written);
    if (!attributes) return NOT_ALL;
    const { t = "normal", si = null, ref = null } = attributes;
    const close = isEmpty ? end : xml.indexOf("<", end);
    if (!isEmpty && (close === -1 || !xml.startsWith("</f>", close))) return NOT_ALL;
    const text = isEmpty ? "" : charactersOf(xml.slice(end + 1, close));
    this.formula = { text, kind: t, group: si, area: ref };
    return isEmpty ? end + 1 : close + 4;
  }
}

interface FormulaAttributes {
  t?: string;
  si?: string;
  ref?: string;
}

const ATTRIBUTES = /^(?: [A-Za-z0-9]+="[A-Za-z0-9:$]*")*$/;
const EACH = / (t|si|ref)="([^"]*)"/g;

/** The attributes of a formula that matter; null where they are written in another way. */
function attributesOf(written: string): FormulaAttributes | null {
  if (written === "") return {};
  if (!ATTRIBUTES.test(written)) return null;
  const found: FormulaAttributes = {};
  for (const [, name, value] of written.matchAll(EACH)) {
    if (name === "t" || name === "si" || name === "ref") found[name] = value ?? "";
  }
  return found;
}

/** Where a text of the shared ones ends and what it is, when it is one plain run; null else. */
export function wholeSharedString(xml: string, at: number): { readonly text: string; readonly end: number } | null {
  const [plain, spaced] = ["<si><t>", '<si><t xml:space="preserve">'];
  const opening = xml.startsWith(plain, at) ? plain : spaced;
  const end = xml.startsWith(opening, at) ? xml.indexOf("<", at + opening.length) : -1;
  if (end === -1 || !xml.startsWith("</t></si>", end)) return null;
  return { text: decodeEscapes(charactersOf(xml.slice(at + opening.length, end))), end: end + 9 };
}
