/** Fonts, fills, lines, alignments and sizes of a range, as `Excel.RangeFormat`. Written only: nothing reads them back. */
import type { Area } from "../../workbook/address";
import type { CellLook } from "../../workbook/draft";
import { textArgument, type HostObject, type Property } from "../host-object";
import { Refusal } from "../refusal";
import type { Session } from "../session";
import type { EmulatedSheet } from "../sheet";

type Sides = Parameters<EmulatedSheet["appearance"]["setSide"]>[1];

export function rangeFormatObject(session: Session, sheet: EmulatedSheet, area: Area): HostObject {
  const change = (write: () => void) => session.workbook.dress(sheet, area, write);
  const look = (made: CellLook) => change(() => sheet.appearance.setLook(area, made));
  return {
    type: "RangeFormat",
    scalars: {
      HorizontalAlignment: written((value) => look({ horizontal: oneOf(["left", "center", "right"], value) })),
      VerticalAlignment: written((value) => look({ vertical: oneOf(["top", "center", "bottom"], value) })),
      WrapText: written((value) => look({ wrap: flag(value) })),
      ColumnWidth: written((value) => change(() => sheet.appearance.setColumnWidth(area, size(value)))),
      RowHeight: written((value) => change(() => sheet.appearance.setRowHeight(area, size(value)))),
    },
    objects: {
      Font: () => ({
        type: "RangeFont",
        scalars: {
          Bold: written((value) => look({ bold: flag(value) })),
          Italic: written((value) => look({ italic: flag(value) })),
          Size: written((value) => look({ size: size(value) })),
          Color: written((value) => look({ colour: colour(value) })),
        },
      }),
      Fill: () => ({
        type: "RangeFill",
        scalars: { Color: written((value) => look({ fill: colour(value) })) },
      }),
      Borders: () => ({
        type: "RangeBorderCollection",
        scalars: {},
        objects: { Indexer: (args) => borderObject(textArgument(args, 0), area, change, sheet) },
      }),
    },
  };
}

/** What an officer set before is none of the add-in's business: nothing here is read. */
function written(set: (value: unknown) => void): Property {
  const get = () => {
    throw new Refusal("ApiNotFound", "Reading a look is not emulated");
  };
  return { get, set };
}

/** Which sides of which cells a border of the range is. */
const BORDERS: Readonly<Record<string, (area: Area) => readonly [Sides, Area][]>> = {
  EdgeTop: (area) => [["top", { ...area, bottom: area.top }]],
  EdgeBottom: (area) => [["bottom", { ...area, top: area.bottom }]],
  EdgeLeft: (area) => [["left", { ...area, right: area.left }]],
  EdgeRight: (area) => [["right", { ...area, left: area.right }]],
  InsideHorizontal: (area) => [
    ["bottom", { ...area, bottom: area.bottom - 1 }],
    ["top", { ...area, top: area.top + 1 }],
  ],
  InsideVertical: (area) => [
    ["right", { ...area, right: area.right - 1 }],
    ["left", { ...area, left: area.left + 1 }],
  ],
};

function borderObject(
  index: string,
  area: Area,
  change: (write: () => void) => void,
  sheet: EmulatedSheet,
): HostObject {
  const sides = BORDERS[index];
  if (!sides) throw new Refusal("InvalidArgument", `"${index}" is no border that is emulated.`);
  return {
    type: "RangeBorder",
    scalars: {
      Style: written((value) => {
        if (value !== "Continuous") throw new Refusal("ApiNotFound", `Line style ${String(value)} is not emulated`);
        change(() => sides(area).forEach(([side, cells]) => sheet.appearance.setSide(cells, side)));
      }),
      Weight: written((value) => {
        if (value !== "Thin") throw new Refusal("ApiNotFound", `Line weight ${String(value)} is not emulated`);
      }),
    },
  };
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T {
  const found = known.find((name) => typeof value === "string" && name === value.toLowerCase());
  if (found === undefined) throw new Refusal("InvalidArgument", `"${String(value)}" is no alignment that is emulated.`);
  return found;
}

function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw new Refusal("InvalidArgument", "The value is neither true nor false.");
  return value;
}

/** Excel's largest row is 409 points high; a column may be wider, but not by much. */
function size(value: unknown): number {
  if (typeof value !== "number" || !(value >= 0 && value <= 2000)) {
    throw new Refusal("InvalidArgument", `${String(value)} is no size.`);
  }
  return value;
}

/** "RRGGBB" of "#RRGGBB"; Excel also knows the names of HTML, which nobody here uses. */
function colour(value: unknown): string {
  const match = typeof value === "string" ? /^#([0-9a-f]{6})$/i.exec(value) : null;
  if (!match) throw new Refusal("InvalidArgument", `"${String(value)}" is no colour that is emulated.`);
  return (match[1] ?? "").toUpperCase();
}
