/** The styles that cells name by number: their number format and their look. */
import { colourOf } from "./colours";
import { numberFormatOf } from "./numberFormats";
import type { CellLook, HorizontalAlignment, VerticalAlignment } from "./presentation";
import { isOn, scanXml, type Attributes } from "./xml";

export interface Styles {
  readonly numberFormats: readonly string[];
  readonly looks: readonly CellLook[];
}

/** One default style, as a file without styles has it. */
export const NO_STYLES: Styles = { numberFormats: ["General"], looks: [{}] };

const HORIZONTAL: ReadonlyMap<string, HorizontalAlignment> = new Map([
  ["left", "left"],
  ["center", "center"],
  ["centerContinuous", "center"],
  ["distributed", "center"],
  ["right", "right"],
  ["justify", "justify"],
]);
const VERTICAL: ReadonlyMap<string, VerticalAlignment> = new Map([
  ["top", "top"],
  ["center", "center"],
  ["distributed", "center"],
  ["bottom", "bottom"],
]);

type Font = Pick<CellLook, "bold" | "italic" | "color">;

class StyleReader {
  readonly #formats = new Map<number, string>();
  readonly #fonts: Font[] = [];
  readonly #fills: (string | undefined)[] = [];
  readonly #numberFormats: string[] = [];
  readonly #looks: CellLook[] = [];
  #inCellStyles = false;
  #patterned = false;

  constructor(private readonly theme: readonly string[]) {}

  open(name: string, parent: string, attributes: Attributes): void {
    if (name === "cellXfs") this.#inCellStyles = true;
    else if (name === "numFmt" && parent === "numFmts") {
      this.#formats.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
    } else if (parent === "fonts" && name === "font") this.#fonts.push({});
    else if (parent === "font") this.#font(name, attributes);
    else if (parent === "fills" && name === "fill") this.#fills.push(undefined);
    else if (name === "patternFill" && parent === "fill") {
      this.#patterned = (attributes.get("patternType") ?? "none") !== "none";
    } else if (name === "fgColor" && parent === "patternFill" && this.#patterned && this.#fills.length > 0) {
      this.#fills[this.#fills.length - 1] = colourOf(attributes, this.theme);
    } else if (this.#inCellStyles && name === "xf") this.#style(attributes);
    else if (this.#inCellStyles && name === "alignment") this.#alignment(attributes);
  }

  close(name: string): void {
    if (name === "cellXfs") this.#inCellStyles = false;
  }

  result(): Styles {
    return this.#looks.length === 0 ? NO_STYLES : { numberFormats: this.#numberFormats, looks: this.#looks };
  }

  #font(name: string, attributes: Attributes): void {
    const font = this.#fonts.at(-1);
    if (!font) return;
    const more: Font =
      name === "b"
        ? { bold: isOn(attributes.get("val"), true) }
        : name === "i"
          ? { italic: isOn(attributes.get("val"), true) }
          : {};
    const color = name === "color" ? colourOf(attributes, this.theme) : undefined;
    this.#fonts[this.#fonts.length - 1] = { ...font, ...more, ...(color === undefined ? {} : { color }) };
  }

  #style(attributes: Attributes): void {
    this.#numberFormats.push(numberFormatOf(Number(attributes.get("numFmtId") ?? 0), this.#formats));
    const font = this.#fonts[Number(attributes.get("fontId") ?? 0)];
    const fill = this.#fills[Number(attributes.get("fillId") ?? 0)];
    this.#looks.push({ ...font, ...(fill === undefined ? {} : { fill }) });
  }

  #alignment(attributes: Attributes): void {
    const look = this.#looks.at(-1);
    if (!look) return;
    const horizontal = HORIZONTAL.get(attributes.get("horizontal") ?? "");
    const vertical = VERTICAL.get(attributes.get("vertical") ?? "");
    this.#looks[this.#looks.length - 1] = {
      ...look,
      ...(horizontal && { horizontal }),
      ...(vertical && { vertical }),
      ...(isOn(attributes.get("wrapText")) && { wrap: true }),
    };
  }
}

/** Reads the styles' part; `theme` as readThemeColours gives it. */
export function readStyles(bytes: Uint8Array, theme: readonly string[]): Styles {
  const reader = new StyleReader(theme);
  scanXml(bytes, {
    open: (name, parent, attributes) => reader.open(name, parent, attributes),
    close: (name) => reader.close(name),
  });
  return reader.result();
}
