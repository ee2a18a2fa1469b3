/** Colours as files name them (ECMA-376 §18.8.19): by value, by theme and tint, or by the old palette's index. */
import { scanXml, type Attributes } from "./xml";

/** The eight first; files number them again from 8. */
const PRIMARIES = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];
const PALETTE = [
  ...PRIMARIES,
  ...PRIMARIES,
  ..."800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF".split(
    " ",
  ),
  ..."000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99".split(
    " ",
  ),
  ..."3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  ),
];

/** Colours of Office's own theme, for files that bring none: light 1, dark 1, light 2, dark 2, accents, links. */
const OFFICE_THEME = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

/** Their order in a theme's part; styles count light before dark. */
const PLACES = ["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"].concat(
  "hlink",
  "folHlink",
);
const STYLE_ORDER = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11];

/** The twelve colours of a theme's part, in the order in which styles number them. */
export function readThemeColours(bytes: Uint8Array): string[] {
  const byPlace = new Map<string, string>();
  let place = "";
  scanXml(bytes, {
    open(name, parent, attributes) {
      if (parent === "clrScheme") place = name;
      else if (name === "srgbClr" && parent === place) byPlace.set(place, attributes.get("val") ?? "");
      else if (name === "sysClr" && parent === place) byPlace.set(place, attributes.get("lastClr") ?? "");
    },
  });
  return STYLE_ORDER.map((at, i) => byPlace.get(PLACES[at] ?? "") ?? OFFICE_THEME[i] ?? "000000");
}

/** A colour moved towards white (tint > 0) or black (tint < 0), on its lightness. */
function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const lightness = (Math.max(...channels) + Math.min(...channels)) / 2;
  const target = tint < 0 ? lightness * (1 + tint) : lightness + (1 - lightness) * tint;
  // Keeps hue and saturation: the distance of each channel to the lightness shrinks as the room around it does.
  const room = (value: number) => Math.min(value, 1 - value);
  const scale = room(lightness) === 0 ? 0 : room(target) / room(lightness);
  return channels
    .map((channel) => Math.round(255 * Math.min(1, Math.max(0, target + (channel - lightness) * scale))))
    .map((channel) => channel.toString(16).padStart(2, "0").toUpperCase())
    .join("");
}

/** "#RRGGBB" of a colour's element, or undefined when it is automatic. */
export function colourOf(attributes: Attributes, theme: readonly string[]): string | undefined {
  const rgb = attributes.get("rgb");
  const themed = attributes.get("theme");
  const indexed = attributes.get("indexed");
  const named =
    rgb?.slice(-6) ??
    (themed === undefined ? undefined : (theme[Number(themed)] ?? OFFICE_THEME[Number(themed)])) ??
    (indexed === undefined ? undefined : PALETTE[Number(indexed)]);
  if (named === undefined || !/^[0-9a-f]{6}$/i.test(named)) return undefined;
  const tint = Number(attributes.get("tint") ?? 0);
  return `#${Number.isFinite(tint) && tint !== 0 ? tinted(named, Math.min(1, Math.max(-1, tint))) : named.toUpperCase()}`;
}
