/** The table of a plan as somebody laid it out, filled, half filled or blank: which cell is for which figure. */
import type { Unit } from "../domain/amount";
import { plainText } from "../domain/amount";
import { classementOf } from "../domain/bloc";
import type { Lecture } from "../domain/lecture";
import type { Workbook } from "../workbook/picture";
import { readBody, type BodyRow } from "./body";
import { readContext, type Context } from "./context";
import { coverageOf } from "./coverage";
import { findEnteteDeFichier } from "./fichierHeaders";
import { Grid } from "./grid";
import { findHeaders, type AmountGroup, type Header } from "./headers";
import { asRead, lectureOf, placeLectures } from "./lectures";
import { ficheNumber, rowKindOf } from "./labels";
import { draftRows, ficheOfRow, kindOfRow, planRead, type DraftRow, type PlanRead } from "./lignesDePlan";
import { TITLE_OF_PLAN } from "./planDeFinancement";

/**
 * A plan as a template. Its year is null where nothing names the one that it is for; a row without amounts is a line here
 * too: its cells wait to be filled.
 */
export interface ModeleDePlan extends PlanRead {
  /** The column of codes activité, where the table has one. */
  readonly codeColumn: number | null;
}

const IS_CODE = /^codes?(?: d[e'] ?)? ?activit|^code (?:d'imputation|chorus)|^imputation/;

/** A line of a plan that may be blank: a numbered action, a total, or a block that no action below it details. */
function isLineAmong(bodies: readonly BodyRow[]): (body: BodyRow, place: number) => boolean {
  const isSettled = (body: BodyRow | undefined): boolean =>
    body !== undefined && (ficheOfRow(body) !== null || kindOfRow(body) !== "detail");
  const isTotal = (body: BodyRow): boolean => kindOfRow(body) !== "detail";
  const settled = bodies.filter(isSettled);
  const [first] = settled;
  const last = settled.at(-1);
  const isAbove = first !== undefined && last !== undefined && isTotal(first) && !isTotal(last);
  return (body, place) => {
    if (isSettled(body)) return true;
    const label = body.labels.map(({ text }) => text).join(" ");
    if (classementOf(label) === null) return false;
    const next = bodies[place + 1];
    // Where totals stand above, the one under a block's name is the block's.
    return next === undefined || (isTotal(next) && !isAbove) || (ficheOfRow(next) === null && !isSettled(next));
  };
}

/** Rows under the header, blank amounts and all, up to the first that has nothing of a plan. */
function bodiesOf(grid: Grid, header: Header, unit: Unit, lastRow: number): BodyRow[] {
  const bodies = readBody(grid, header, unit, lastRow, ({ labels, afterBlank }) => {
    if (labels.length === 0) return true;
    const texts = labels.map(({ text }) => text);
    const isKnown = rowKindOf(texts) !== "detail" || texts.some((text) => classementOf(text) !== null);
    return afterBlank && !isKnown && !texts.some((text) => ficheNumber(text) !== null);
  });
  const isLine = isLineAmong(bodies);
  const last = bodies.findLastIndex((body, place) => isLine(body, place));
  return bodies.slice(0, last + 1);
}

function isYearly(bodies: readonly BodyRow[]): boolean {
  return bodies.some(({ labels }) => labels.some(({ text }) => /^20\d\d$/.test(text)));
}

function isPlan(rows: readonly DraftRow[], context: Context, group: AmountGroup): boolean {
  const numbered = rows.filter(({ fiche }) => fiche !== null).length;
  const titled = context.lines.some((line) => TITLE_OF_PLAN.test(plainText(line)));
  const named = rows.some(({ kind, label, axe }) => kind === "detail" && classementOf(`${axe} ${label}`) !== null);
  return numbered > 1 || (titled && (numbered > 0 || named)) || (group.departement !== null && numbered > 0 && named);
}

function modeleOf(
  grid: Grid,
  header: Header,
  context: Context,
  bodies: readonly BodyRow[],
  place: number,
  isSaid: boolean,
): ModeleDePlan[] {
  const group = header.groups[place];
  const rows = draftRows(bodies, place, isLineAmong(bodies));
  if (!group || !(isSaid || isPlan(rows, context, group))) return [];
  const code = header.labels.find((column) => IS_CODE.test(plainText(column.header)));
  const read = planRead(grid, { header, group, place }, context, rows, coverageOf(rows));
  return [{ ...read, codeColumn: code?.index ?? null }];
}

/** The first row under the tables that stand above a header: titles further up are theirs. */
function firstRowOf(grid: Grid, header: Header, headers: readonly Header[]): number {
  const above = headers.findLast((other) => other.lastRow < header.firstRow && overlaps(other, header));
  if (!above) return 0;
  const bodies = readBody(grid, above, "€", header.firstRow - 1, ({ afterBlank }) => afterBlank);
  return (bodies.at(-1)?.row ?? above.lastRow) + 1;
}

function overlaps(one: Header, other: Header): boolean {
  return one.left <= other.right && other.left <= one.right;
}

function modelesUnder(grid: Grid, header: Header, headers: readonly Header[], said: Lecture | null): ModeleDePlan[] {
  if (header.isOther || (said && said.kind !== "plan-de-financement")) return [];
  const next = headers.find((other) => other.firstRow > header.lastRow && overlaps(other, header));
  const around = readContext(grid, header, firstRowOf(grid, header, headers));
  const context = { ...around, unit: said?.unit ?? around.unit, year: said?.year ?? around.year };
  const bodies = bodiesOf(grid, header, context.unit, next ? next.firstRow - 1 : grid.lastRow);
  if (isYearly(bodies)) return [];
  return header.groups.flatMap((_group, place) => modeleOf(grid, header, context, bodies, place, said !== null));
}

/** Every plan of a workbook as a template, top to bottom; filled ones too. */
export function readModeles(workbook: Workbook): ModeleDePlan[] {
  const lectures = placeLectures(workbook);
  return workbook.sheets.flatMap((sheet) => {
    const placed = lectures.placed.filter((one) => one.sheet === sheet.name);
    const grid = new Grid(asRead(sheet, placed));
    if (findEnteteDeFichier(grid)) return [];
    const headers = findHeaders(grid);
    return headers.flatMap((header) => modelesUnder(grid, header, headers, lectureOf(placed, header)));
  });
}
