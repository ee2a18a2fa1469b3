/** The steps that add a sheet and fill it: contents, looks, sizes, what stays in view, validations and the printed page. */
import { areaAddress, type Area } from "../../workbook/address";
import {
  EMPTY_CONTENT,
  isSameContent,
  type CellLook,
  type NewCell,
  type NewSheet,
  type Validation,
} from "../../workbook/draft";
import { once } from "../questions";
import { cellSteps } from "./cellSteps";
import { rectanglesOf } from "./rectangles";
import { smallStep, type Step } from "./steps";

/** Adds it empty. All sheets come before the contents of any: formulas may name one another's sheets. */
export function addStep({ name }: NewSheet): Step {
  return smallStep(({ workbook }) => void workbook.worksheets.add(name));
}

/** Fills and dresses it. Contents come before merges: a merge keeps what its first cell holds. */
export function sheetSteps(sheet: NewSheet): Step[] {
  return [
    ...cellSteps(
      sheet.name,
      heldCells(sheet).map((cell) => ({ ...cell, current: EMPTY_CONTENT })),
    ),
    ...lookSteps(sheet),
    ...sheet.merges.map((area) => onRange(sheet, area, (range) => range.merge(false))),
    ...sizeSteps(sheet),
    ...sheet.validations.map((validation) =>
      onRange(sheet, validation.area, ({ dataValidation }) => setValidation(dataValidation, validation)),
    ),
    pageStep(sheet),
  ];
}

/** Cells that hold something, or that have a format for what will be typed there. */
export function heldCells({ cells }: NewSheet): NewCell[] {
  return cells.filter(({ content }) => !isSameContent(content, EMPTY_CONTENT) || content.numberFormat !== "General");
}

function onRange({ name }: NewSheet, area: Area, use: (range: Excel.Range) => void): Step {
  return smallStep(({ workbook }) => {
    const range = workbook.worksheets.getItem(name).getRange(areaAddress(area));
    use(range);
    once(range);
  });
}

/** Cells that look alike are dressed together; lines apart, for they run on where the rest changes. */
function lookSteps(sheet: NewSheet): Step[] {
  const alike = new Map<string, { readonly look: CellLook; readonly cells: NewCell[] }>();
  for (const cell of sheet.cells) {
    const look = { ...cell.look, border: false };
    const key = JSON.stringify(Object.entries(look).sort());
    const group = alike.get(key) ?? { look, cells: [] };
    group.cells.push(cell);
    alike.set(key, group);
  }
  const dressed = [...alike.values()].flatMap(({ look, cells }) =>
    rectanglesOf(cells).map((area) => onRange(sheet, area, ({ format }) => dress(format, look))),
  );
  const lined = rectanglesOf(sheet.cells.filter(({ look }) => look.border === true));
  return [...dressed, ...lined.map((area) => onRange(sheet, area, ({ format }) => drawLines(format, area)))];
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function dress(format: Excel.RangeFormat, look: CellLook): void {
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.colour !== undefined) format.font.color = `#${look.colour}`;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  if (look.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[look.horizontal];
  if (look.vertical !== undefined) format.verticalAlignment = VERTICAL[look.vertical];
  if (look.wrap !== undefined) format.wrapText = look.wrap;
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

function drawLines({ borders }: Excel.RangeFormat, { top, left, bottom, right }: Area): void {
  const inside = [
    ...(bottom > top ? (["InsideHorizontal"] as const) : []),
    ...(right > left ? (["InsideVertical"] as const) : []),
  ];
  for (const index of [...EDGES, ...inside]) {
    const border = borders.getItem(index);
    border.style = "Continuous";
    border.weight = "Thin";
  }
}

/** Of Calibri 11 at 100 %, Excel's default font: pixels of its widest digit, and of the room beside a column's text. */
const DIGIT_PIXELS = 7;
const ROOM_PIXELS = 5;
const POINTS_PER_PIXEL = 72 / 96;

/** Excel takes the width of a column in points; the draft gives it in characters of the default font. */
function pointsOf(characters: number): number {
  return Math.round(characters * DIGIT_PIXELS + ROOM_PIXELS) * POINTS_PER_PIXEL;
}

function sizeSteps(sheet: NewSheet): Step[] {
  const columns = sheet.columnWidths.map((characters, column) => {
    const area = { top: 0, left: column, bottom: 0, right: column };
    return onRange(sheet, area, ({ format }) => (format.columnWidth = pointsOf(characters)));
  });
  const rows = Object.entries(sheet.rowHeights).map(([row, points]) => {
    const area = { top: Number(row), left: 0, bottom: Number(row), right: 0 };
    return onRange(sheet, area, ({ format }) => (format.rowHeight = points));
  });
  return [...columns, ...rows];
}

/** Excel's own limits for the texts of a validation. */
const LONGEST = { title: 32, message: 255 };

/** A code of another year may be right: other values are warned of, not refused. */
function setValidation(validation: Excel.DataValidation, wanted: Validation): void {
  const [title, message] = [wanted.title.slice(0, LONGEST.title), wanted.message.slice(0, LONGEST.message)];
  validation.rule =
    wanted.kind === "list"
      ? { list: { inCellDropDown: true, source: wanted.values.join(",") } }
      : { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
  validation.prompt = { showPrompt: true, title, message };
  validation.errorAlert = { showAlert: true, style: "Warning", title, message };
}

function pageStep({ name, frozenRows, print }: NewSheet): Step {
  return smallStep(({ workbook }) => {
    const { freezePanes, pageLayout } = workbook.worksheets.getItem(name);
    if (frozenRows > 0) freezePanes.freezeRows(frozenRows);
    pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
    pageLayout.paperSize = print.paper ?? "A4";
    // Left out, the pages down are as many as the rows need.
    pageLayout.zoom = { horizontalFitToPages: 1, ...(print.pagesHigh === 1 ? { verticalFitToPages: 1 } : {}) };
    pageLayout.setPrintArea(areaAddress(print.area));
    if (print.titleRows) pageLayout.setPrintTitleRows(`$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
  });
}
