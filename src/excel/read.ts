/** Excel's workbook as a picture, in three syncs however many sheets it has. */
import type { ReadProgress } from "../host/ports";
import { inSlices } from "../host/slices";
import type { Area } from "../workbook/address";
import type { Cell, Sheet, Visibility, Workbook } from "../workbook/picture";
import { areaOf } from "./areas";
import { asError } from "./cells";
import { Interrogation } from "./interrogation";
import { contentQuestions, mergeQuestion, once, type Question, type SheetReading } from "./questions";
import type { Snapshot, Snapshots } from "./snapshots";
import { answered, type Guard } from "./sync";

export interface ReadOptions extends Guard {
  readonly onProgress: (progress: ReadProgress) => void;
  /** Merged areas exist from ExcelApi 1.13 on; without them the picture has none. */
  readonly canReadMerges: boolean;
  /** Keeps what is read here for a later reading; null keeps nothing. */
  readonly snapshots: Snapshots | null;
  /** Takes what did not change from the last reading: names, places and merges are asked of every sheet all the same. */
  readonly onlyChanged: boolean;
}

export interface ReadBook {
  readonly workbook: Workbook;
  /** Excel calculates when it is told to: what formulas show may be out of date. */
  readonly isManual: boolean;
}

/**
 * The syncs: names and states of the sheets, places of their used ranges, all contents. More only where a limit of
 * Excel makes an answer too large, or where a text might be an error. Throws Excel's own errors, an Interruption or
 * a ReadFailure.
 */
export async function readWorkbook(context: Excel.RequestContext, options: ReadOptions): Promise<ReadBook> {
  const { workbook } = context;
  const { worksheets, application } = workbook;
  workbook.load("name");
  application.load("calculationMode");
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  await answered(context.sync(), options);
  const known = options.snapshots?.begin() ?? NOTHING;
  const sheets = worksheets.items.map((sheet) => sheetReading(sheet, options.onlyChanged ? known : NOTHING));
  const questions = await firstQuestions(context, sheets, options);
  const progress = new Progress(sheets, options.onProgress);
  progress.report(new Set(questions.map(({ sheet }) => sheet)));
  await new Interrogation(context, options, (open) => progress.report(open)).askAll(questions);
  // Excel's API does not tell the 1904 date system: a date of such a workbook reads four years early.
  const pause = inSlices();
  const read = new Map<string, Snapshot>();
  for (const sheet of sheets) {
    read.set(sheet.worksheet.id, { sheet: finished(sheet), used: sheet.used });
    await pause();
  }
  options.snapshots?.end(read, new Set(sheets.flatMap(({ worksheet, kept }) => (kept ? [worksheet.id] : []))));
  const picture = { name: workbook.name, sheets: [...read.values()].map(({ sheet }) => sheet), date1904: false };
  return { workbook: picture, isManual: application.calculationMode === "Manual" };
}

const NOTHING: ReadonlyMap<string, Snapshot> = new Map();

const VISIBILITIES: Readonly<Record<string, Visibility>> = {
  Visible: "visible",
  Hidden: "hidden",
  VeryHidden: "veryHidden",
};

/** Excel's word for a sheet's visibility in the picture's terms. */
export function visibilityOf(worksheet: Excel.Worksheet): Visibility {
  return VISIBILITIES[worksheet.visibility] ?? "visible";
}

function sheetReading(worksheet: Excel.Worksheet, known: ReadonlyMap<string, Snapshot>): SheetReading {
  return {
    worksheet,
    used: null,
    kept: known.get(worksheet.id) ?? null,
    name: worksheet.name,
    visibility: visibilityOf(worksheet),
    isProtected: worksheet.protection.protected,
    cells: [],
    errors: new Set(),
    merges: [],
  };
}

/** Contents are asked where there are values, merges where there is anything: an empty merged cell counts there. */
async function firstQuestions(
  context: Excel.RequestContext,
  sheets: readonly SheetReading[],
  options: ReadOptions,
): Promise<Question[]> {
  const used = sheets.map((sheet) => {
    const withValues = sheet.worksheet.getUsedRangeOrNullObject(true);
    const whole = sheet.worksheet.getUsedRangeOrNullObject(false);
    withValues.load("rowIndex,columnIndex,rowCount,columnCount");
    whole.load("rowIndex,columnIndex,rowCount,columnCount");
    once(withValues, whole);
    return { sheet, withValues, whole };
  });
  await answered(context.sync(), options);
  for (const { sheet, withValues } of used) {
    sheet.used = withValues.isNullObject ? null : areaOf(withValues);
    if (sheet.kept && !isSameArea(sheet.kept.used, sheet.used)) sheet.kept = null;
  }
  return used.flatMap(({ sheet, whole }) => [
    ...(sheet.used === null || sheet.kept ? [] : contentQuestions(sheet, sheet.used)),
    ...(whole.isNullObject || !options.canReadMerges ? [] : [mergeQuestion(sheet, areaOf(whole))]),
  ]);
}

function isSameArea(one: Area | null, other: Area | null): boolean {
  if (one === null || other === null) return one === other;
  const { top, left, bottom, right } = one;
  return top === other.top && left === other.left && bottom === other.bottom && right === other.right;
}

function finished({ name, visibility, isProtected, cells, errors, merges, kept }: SheetReading): Sheet {
  const frame = { name, visibility, isProtected, merges: merges.sort((a, b) => a.top - b.top || a.left - b.left) };
  if (kept) return isFramed(kept.sheet, frame) ? kept.sheet : { ...kept.sheet, ...frame };
  return {
    ...frame,
    cells: errors.size === 0 ? inOrder(cells) : inOrder(cells).map((cell) => (errors.has(cell) ? asError(cell) : cell)),
  };
}

/** What of a sheet is asked at each reading. */
function isFramed(sheet: Sheet, { name, visibility, isProtected, merges }: Omit<Sheet, "cells">): boolean {
  const isSame = sheet.name === name && sheet.visibility === visibility && sheet.isProtected === isProtected;
  const isSameMerge = (merge: Area, index: number) => isSameArea(merge, merges[index] ?? null);
  return isSame && sheet.merges.length === merges.length && sheet.merges.every(isSameMerge);
}

/** Most sheets are in order as they come: sorting a large one would hold the pane. */
function inOrder(cells: Cell[]): Cell[] {
  const isInOrder = cells.every((cell, index) => {
    const before = cells[index - 1];
    return before === undefined || inReadingOrder(before, cell) < 0;
  });
  return isInOrder ? cells : cells.sort(inReadingOrder);
}

/** Blocks that were halved come in after those that were not. */
function inReadingOrder(a: Cell, b: Cell): number {
  return a.row - b.row || a.column - b.column;
}

/** Says once for each sheet that it has been read. */
class Progress {
  readonly #open: Set<SheetReading>;

  constructor(
    private readonly sheets: readonly SheetReading[],
    private readonly onProgress: (progress: ReadProgress) => void,
  ) {
    this.#open = new Set(sheets);
  }

  report(stillOpen: ReadonlySet<SheetReading>): void {
    for (const sheet of this.#open) {
      if (stillOpen.has(sheet)) continue;
      this.#open.delete(sheet);
      const total = this.sheets.length;
      this.onProgress({ sheet: sheet.name, done: total - this.#open.size, total });
    }
  }
}
