/** Gathers a sheet's look while its part is read. */
import { MAX_COLUMNS } from "../workbook/address";
import type { ColumnSpan, RowLook, SheetPresentation } from "./presentation";
import type { LookObserver } from "./sheetPart";
import { isOn, type Attributes } from "./xml";

/** Widths count the digits of Calibri 11, 7 pixels wide (ECMA-376 §18.3.1.13). */
const DIGIT = 7;
const PIXELS_PER_POINT = 96 / 72;

function finite(value: string | undefined): number | null {
  const number = Number(value);
  return value !== undefined && Number.isFinite(number) && number >= 0 ? number : null;
}

function columnPixels(width: string | undefined): number | null {
  const digits = finite(width);
  return digits === null ? null : Math.trunc(((256 * digits + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}

function rowPixels(height: string | undefined): number | null {
  const points = finite(height);
  return points === null ? null : Math.round(points * PIXELS_PER_POINT);
}

/** All that a calculation asks of the look: whether rows are hidden. */
export class HiddenRows implements LookObserver {
  hidesRows = false;

  row(_row: number, attributes: Attributes): void {
    if (isOn(attributes.get("hidden"))) this.hidesRows = true;
  }

  style(): void {}

  element(): void {}
}

export class SheetLookGatherer implements LookObserver {
  hidesRows = false;
  readonly #columns: ColumnSpan[] = [];
  readonly #rows: RowLook[] = [];
  readonly #cells: { row: number; column: number; look: number }[] = [];
  #defaultColumnWidth: number | null = null;
  #defaultRowHeight: number | null = null;
  #frozen = { rows: 0, columns: 0 };
  #showGridLines = true;

  row(row: number, attributes: Attributes): void {
    const height = rowPixels(attributes.get("ht"));
    const hidden = isOn(attributes.get("hidden"));
    this.hidesRows ||= hidden;
    if (height !== null || hidden) this.#rows.push({ row, height, hidden });
  }

  style(row: number, column: number, style: number): void {
    if (style > 0) this.#cells.push({ row, column, look: style });
  }

  element(name: string, attributes: Attributes): void {
    if (name === "col") this.#column(attributes);
    else if (name === "sheetFormatPr") {
      this.#defaultColumnWidth = columnPixels(attributes.get("defaultColWidth"));
      this.#defaultRowHeight = rowPixels(attributes.get("defaultRowHeight"));
    } else if (name === "sheetView") this.#showGridLines = isOn(attributes.get("showGridLines"), true);
    else if (name === "pane" && attributes.get("state")?.startsWith("frozen")) {
      this.#frozen = { rows: finite(attributes.get("ySplit")) ?? 0, columns: finite(attributes.get("xSplit")) ?? 0 };
    }
  }

  #column(attributes: Attributes): void {
    const first = (finite(attributes.get("min")) ?? 1) - 1;
    const last = Math.min((finite(attributes.get("max")) ?? 0) - 1, MAX_COLUMNS - 1);
    if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 0 && first <= last)) return;
    this.#columns.push({
      first,
      last,
      width: columnPixels(attributes.get("width")),
      hidden: isOn(attributes.get("hidden")),
      look: finite(attributes.get("style")) ?? 0,
    });
  }

  result(name: string): SheetPresentation {
    return {
      name,
      defaultColumnWidth: this.#defaultColumnWidth,
      defaultRowHeight: this.#defaultRowHeight,
      columns: this.#columns,
      rows: this.#rows,
      cells: this.#cells,
      frozen: this.#frozen,
      showGridLines: this.#showGridLines,
    };
  }
}
