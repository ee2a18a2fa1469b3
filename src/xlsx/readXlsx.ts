/** Reads the bytes of an .xlsx or .xlsm file into the picture. Pure: no disk, no network, so that a page can use it. */
import type { Calculation, CalculationOptions } from "../calculation/calculation";
import type { HostResult, ReadProgress } from "../host/ports";
import type { Sheet, Workbook } from "../workbook/picture";
import { readThemeColours } from "./colours";
import { requireArchive } from "./container";
import type { SheetPresentation, WorkbookPresentation } from "./presentation";
import { readSharedStrings } from "./sharedStrings";
import { HiddenRows, SheetLookGatherer } from "./sheetLook";
import { readSheetPart, type SheetContext } from "./sheetPart";
import { NO_STYLES, readStyles, type Styles } from "./styles";
import { corrupt, failureOf, UnreadableFile } from "./trouble";
import { readWorkbookPart, type WorkbookPart } from "./workbookPart";
import { Archive, type Inflater } from "./zip";

export interface ReadOptions {
  /** The file's name, without its folder: it becomes the workbook's name, and failures speak of it. */
  readonly name: string;
  /**
   * Loads what computes the formulas that were saved without a value: only for a workbook that has some. Without it, or
   * where it gives null, they stay "missing".
   */
  readonly calculation?: () => Promise<Calculation | null>;
  /** What inflates the parts; without it, a script that runs everywhere. */
  readonly inflate?: Inflater;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
}

export interface PresentedWorkbook {
  readonly workbook: Workbook;
  readonly presentation: WorkbookPresentation;
}

interface ReadSheets {
  readonly sheets: readonly Sheet[];
  /** Empty where nobody asked how the sheets look. */
  readonly presentations: readonly SheetPresentation[];
  readonly calculation: CalculationOptions;
}

/** Lets the page breathe between two sheets, and the officer cancel. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal?.aborted) throw new UnreadableFile("cancelled", "aborted");
}

function stylesOf(archive: Archive, part: WorkbookPart, isPresented: boolean): Styles {
  const bytes = part.stylesPart === null ? null : archive.read(part.stylesPart);
  if (!bytes) return NO_STYLES;
  const theme = part.themePart === null || !isPresented ? null : archive.read(part.themePart);
  return readStyles(bytes, theme ? readThemeColours(theme) : []);
}

async function readSheets(
  archive: Archive,
  part: WorkbookPart,
  styles: Styles,
  options: ReadOptions,
  isPresented: boolean,
): Promise<ReadSheets> {
  const strings = part.sharedStringsPart === null ? null : archive.read(part.sharedStringsPart);
  const context: SheetContext = {
    sharedStrings: strings ? readSharedStrings(strings) : [],
    numberFormats: styles.numberFormats,
    date1904: part.date1904,
    spent: { cells: 0, formulaCharacters: 0 },
  };
  const sheets: Sheet[] = [];
  const presentations: SheetPresentation[] = [];
  const arrays: NonNullable<CalculationOptions["arrays"]>[number][] = [];
  const sheetsWithHiddenRows = new Set<number>();
  // A sheet without cells (a chart) is not one of the picture, and its number is taken in no formula.
  const withCells = part.sheets.filter((sheet) => sheet.part !== null);
  for (const [index, { name, visibility, part: sheetPart }] of withCells.entries()) {
    await pause(options.signal);
    const bytes = archive.read(sheetPart ?? "");
    if (!bytes) throw corrupt(`no ${sheetPart ?? ""}`);
    const look = isPresented ? new SheetLookGatherer() : new HiddenRows();
    const { cells, merges, isProtected, arrays: areas } = readSheetPart(bytes, context, look);
    sheets.push({ name, visibility, cells, merges, isProtected });
    if (look instanceof SheetLookGatherer) presentations.push(look.result(name));
    arrays.push(areas);
    if (look.hidesRows) sheetsWithHiddenRows.add(index);
    options.onProgress?.({ sheet: name, done: index + 1, total: withCells.length });
  }
  return { sheets, presentations, calculation: { names: namesOf(part), arrays, sheetsWithHiddenRows } };
}

/** The names with their scope counted among the sheets that hold cells. */
function namesOf(part: WorkbookPart): CalculationOptions["names"] & object {
  const ranks = new Map<number, number>();
  part.sheets.forEach((sheet, index) => sheet.part !== null && ranks.set(index, ranks.size));
  return part.names.flatMap((name) => {
    if (name.sheet === null) return [name];
    const sheet = ranks.get(name.sheet);
    return sheet === undefined ? [] : [{ ...name, sheet }];
  });
}

function isComplete({ sheets }: Workbook): boolean {
  return !sheets.some(({ cells }) => cells.some(({ origin }) => origin === "missing"));
}

/** Without an engine, or with one that does not load, what is missing stays so: the rules say "non vérifiable". */
async function computed(stored: Workbook, needs: CalculationOptions, options: ReadOptions): Promise<Workbook> {
  const engine = await options.calculation?.().catch(() => null);
  return engine?.computeMissing(stored, needs) ?? stored;
}

/** A file as it is stored: nothing computed. */
export interface StoredWorkbook extends PresentedWorkbook {
  /** What a calculation of it needs beside the picture. */
  readonly calculation: CalculationOptions;
}

/** Reads a file without computing anything; `isPresented` asks for its look too. Throws UnreadableFile. */
export async function readStored(bytes: Uint8Array, options: ReadOptions, isPresented = true): Promise<StoredWorkbook> {
  requireArchive(bytes);
  const archive = new Archive(bytes, options.inflate);
  const part = readWorkbookPart(archive);
  const styles = stylesOf(archive, part, isPresented);
  const { sheets, presentations, calculation } = await readSheets(archive, part, styles, options, isPresented);
  return {
    workbook: { name: options.name, sheets, date1904: part.date1904 },
    presentation: { looks: styles.looks, sheets: presentations },
    calculation,
  };
}

async function read(bytes: Uint8Array, options: ReadOptions, isPresented: boolean): Promise<PresentedWorkbook> {
  const { workbook, presentation, calculation } = await readStored(bytes, options, isPresented);
  return { workbook: isComplete(workbook) ? workbook : await computed(workbook, calculation, options), presentation };
}

/**
 * The picture of a file's bytes, with what is needed to draw it. Never throws: a trouble is a HostFailure with a French
 * sentence ("empty", "encrypted", "old-format", "not-a-workbook", "corrupt", "too-large", "cancelled").
 */
export async function readXlsxWithPresentation(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<HostResult<PresentedWorkbook>> {
  return readAs(bytes, options, true);
}

async function readAs(
  bytes: Uint8Array,
  options: ReadOptions,
  isPresented: boolean,
): Promise<HostResult<PresentedWorkbook>> {
  try {
    return { ok: true, value: await read(bytes, options, isPresented) };
  } catch (error) {
    return failureOf(error, options.name);
  }
}

/** The picture of a file's bytes. Never throws; failures as readXlsxWithPresentation. */
export async function readXlsx(bytes: Uint8Array, options: ReadOptions): Promise<HostResult<Workbook>> {
  const result = await readAs(bytes, options, false);
  return result.ok ? { ok: true, value: result.value.workbook } : result;
}
