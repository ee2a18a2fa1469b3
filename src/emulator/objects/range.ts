/** A rectangle of one sheet, as `Excel.Range`. */
import { areaAddress, MAX_COLUMNS, MAX_ROWS, parseArea, type Area } from "../../workbook/address";
import { type CellInput, type EmulatedCell } from "../cell";
import type { HostObject, Property } from "../host-object";
import { notEmulated, Refusal } from "../refusal";
import type { Session } from "../session";
import { intersection, type EmulatedSheet } from "../sheet";
import { dataValidationObject } from "./data-validation";
import { rangeAreasObject } from "./range-areas";
import { rangeFormatObject } from "./range-format";
import { worksheetObject } from "./worksheet";

export function rangeObject(session: Session, sheet: EmulatedSheet, area: Area): HostObject {
  return {
    type: "Range",
    scalars: { ...placeProperties(sheet, area), ...contentProperties(session, sheet, area) },
    objects: {
      Worksheet: () => worksheetObject(session, sheet),
      GetUsedRangeOrNullObject: ([valuesOnly]) => {
        const used = sheet.usedArea(valuesOnly === true, area);
        return used && rangeObject(session, sheet, used);
      },
      Format: () => rangeFormatObject(session, sheet, area),
      DataValidation: () => dataValidationObject(session, sheet, area),
      GetPivotTables: ([whole]) => pivotTables(sheet, area, whole === true),
      GetMergedAreasOrNullObject: () => mergedAreas(session, sheet, area),
    },
    methods: {
      Select: () => session.workbook.select(sheet, area, "addin"),
      Merge: ([across]) => {
        if (across === true) throw notEmulated("Range.merge across");
        session.workbook.dress(sheet, area, () => sheet.merge(area));
      },
    },
  };
}

/** The area that `Worksheet.getRange` was asked for; the whole sheet without address. */
export function areaOfAddress(address: unknown): Area {
  if (address === undefined || address === null || address === "") {
    return { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };
  }
  const area = typeof address === "string" ? parseArea(address) : null;
  if (!area) throw new Refusal("InvalidArgument", `"${String(address)}" is no address that is emulated.`);
  return area;
}

/** "Feuil1!A1:B2", or "'Plan 2025'!A1" for a name that needs quotes. */
export function addressOf(sheet: EmulatedSheet, area: Area): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name);
  const name = isPlain ? sheet.name : `'${sheet.name.replaceAll("'", "''")}'`;
  return `${name}!${areaAddress(area)}`;
}

function placeProperties(sheet: EmulatedSheet, area: Area): Record<string, Property> {
  const rowCount = area.bottom - area.top + 1;
  const columnCount = area.right - area.left + 1;
  return {
    Address: { get: () => addressOf(sheet, area) },
    RowIndex: { get: () => area.top },
    ColumnIndex: { get: () => area.left },
    RowCount: { get: () => rowCount },
    ColumnCount: { get: () => columnCount },
    // Excel's own answer above 2^31 - 1 cells.
    CellCount: { get: () => (rowCount * columnCount > 2 ** 31 - 1 ? -1 : rowCount * columnCount) },
  };
}

function contentProperties(session: Session, sheet: EmulatedSheet, area: Area): Record<string, Property> {
  const { workbook, limits } = session;
  const grid = (read: (cell: EmulatedCell) => unknown) => () => gridOf(sheet, area, limits.cellsPerRange, read);
  const write = (value: unknown) => {
    const at = inputAt(value, area, isCellInput);
    workbook.write(sheet, area, at, "addin");
  };
  return {
    Values: { get: grid(shownValue), set: write },
    Formulas: { get: grid((cell) => cell.formula ?? shownValue(cell)), set: write },
    NumberFormat: {
      get: grid((cell) => cell.numberFormat),
      set: (value) => workbook.writeFormats(sheet, area, inputAt(value, area, isFormat), "addin"),
    },
    Text: { get: grid((cell) => workbook.textOf(cell)) },
    ValueTypes: { get: grid(valueType) },
    HasSpill: { get: () => hasSpill(sheet, area) },
  };
}

/** Null above the limit: Excel gives no error there. */
function gridOf(sheet: EmulatedSheet, area: Area, limit: number, read: (cell: EmulatedCell) => unknown) {
  const rowCount = area.bottom - area.top + 1;
  const columnCount = area.right - area.left + 1;
  if (rowCount * columnCount > limit) return null;
  return Array.from({ length: rowCount }, (_row, row) =>
    Array.from({ length: columnCount }, (_column, column) => read(sheet.cellAt(area.top + row, area.left + column))),
  );
}

/** True where all cells are part of a spilled result, false where none is, null where only some are. */
function hasSpill(sheet: EmulatedSheet, area: Area): boolean | null {
  const inside = sheet.spills.flatMap((spill) => intersection(spill, area) ?? []);
  if (inside.length === 0) return false;
  const count = inside.reduce((sum, part) => sum + cellCount(part), 0);
  return count === cellCount(area) ? true : null;
}

function cellCount({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

function pivotTables(sheet: EmulatedSheet, area: Area, isWhole: boolean): HostObject {
  if (isWhole) throw notEmulated("Range.getPivotTables of whole ones");
  const found = sheet.pivots.filter((pivot) => intersection(pivot, area) !== null);
  return { type: "PivotTableScopedCollection", scalars: {}, methods: { GetCount: () => found.length } };
}

function shownValue(cell: EmulatedCell): string | number | boolean {
  return cell.error ?? cell.value ?? "";
}

function valueType(cell: EmulatedCell): string {
  if (cell.error !== null) return "Error";
  if (cell.value === null) return "Empty";
  if (typeof cell.value === "number") return "Double";
  return typeof cell.value === "boolean" ? "Boolean" : "String";
}

function isCellInput(value: unknown): value is CellInput {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isFormat(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

/** One value for every cell, or a rectangle of the range's own size: anything else is Excel's `InvalidArgument`. */
function inputAt<T>(value: unknown, area: Area, isInput: (item: unknown) => item is T) {
  if (isInput(value)) return () => value;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const width = area.right - area.left + 1;
  const isRow = (row: unknown): row is T[] => Array.isArray(row) && row.length === width && row.every(isInput);
  if (rows.length !== area.bottom - area.top + 1 || !rows.every(isRow)) {
    throw new Refusal("InvalidArgument", "The input array doesn't match the size of the range.");
  }
  const grid: readonly T[][] = rows;
  return (row: number, column: number): T | null => grid[row - area.top]?.[column - area.left] ?? null;
}

/**
 * Only merges whose first cell lies in the range, cut at its edges: so does Excel (office-js issues 3611 and 1590).
 * Above 512 merges it "will fail to return the result", says its reference; the code of that error is our guess.
 */
function mergedAreas(session: Session, sheet: EmulatedSheet, area: Area): HostObject | null {
  const inside = sheet.merges
    .filter(({ top, left }) => top >= area.top && top <= area.bottom && left >= area.left && left <= area.right)
    .map((merge) => ({
      ...merge,
      bottom: Math.min(merge.bottom, area.bottom),
      right: Math.min(merge.right, area.right),
    }));
  if (inside.length > session.limits.mergedAreasPerRange) {
    throw new Refusal("GeneralException", "There are too many merged areas in this range.");
  }
  return inside.length === 0 ? null : rangeAreasObject(sheet, inside);
}
