/**
 * Takes a write back. Where the file is still the one that was written, the former one is given back as it was, byte for
 * byte. Where somebody wrote elsewhere since, the former cells are put back one by one, and that is left alone.
 */
import type { HostFailure, HostResult } from "../../host/ports";
import * as messages from "../../messages/writing";
import { qualifiedAddress, type CellRef } from "../../workbook/address";
import { EMPTY_CONTENT, type CellContent, type Draft, type NewSheet } from "../../workbook/draft";
import { writeFailure, type WriteOptions, type XlsxUndo } from "./apply";
import { FilePatch, type FormerCell } from "./filePatch";
import { OpenFile } from "./openFile";
import { changedCells, contentLookup, refusal, refusalOfCells, refusalOfFile, refusalOfStructure } from "./refusals";
import { formulasNaming, isNamedElsewhere } from "./sheetUse";
import { StyleEdit } from "./styleEdit";
import { requireHolds } from "./verify";

export interface UndoOptions extends WriteOptions {
  readonly keepChanges?: boolean;
}

/** Whether two files are the same. */
export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

/** The draft's writes, each cell once: the last one counts. */
function lastWrites({ writes }: Draft): Draft["writes"] {
  return [...new Map(writes.map((write) => [qualifiedAddress(write.ref), write])).values()];
}

/** Cells of an added sheet that hold something else than what was written, or hold something where nothing was. */
function changesOfSheet(file: OpenFile, { name, cells }: NewSheet): CellRef[] {
  const written = new Map(cells.map(({ row, column, content }) => [`${row},${column}`, content]));
  const found = file.stored.workbook.sheets.find((sheet) => sheet.name === name)?.cells ?? [];
  const stray = found.filter(({ row, column }) => !written.has(`${row},${column}`));
  const places = [...cells, ...stray].map(({ row, column }) => ({ sheet: name, row, column }));
  return changedCells(
    file,
    places.map((ref) => ({ ref, content: written.get(`${ref.row},${ref.column}`) ?? EMPTY_CONTENT })),
  );
}

interface Changes {
  readonly cells: readonly CellRef[];
  /** Sheets that were added and that somebody changed, or that are there no more. */
  readonly sheets: readonly string[];
}

function changesSince(file: OpenFile, draft: Draft): Changes {
  const cells = changedCells(
    file,
    lastWrites(draft).map(({ ref, after }) => ({ ref, content: after })),
  );
  const inSheets = draft.sheets.map((sheet) => ({ name: sheet.name, cells: changesOfSheet(file, sheet) }));
  return {
    cells: [...cells, ...inSheets.flatMap((sheet) => sheet.cells)],
    sheets: inSheets.filter((sheet) => sheet.cells.length > 0).map(({ name }) => name),
  };
}

/** What cells were, with their look where styles still mean the same, and their own element where texts do too. */
class FormerCells {
  readonly #contentAt: (ref: CellRef) => CellContent | null;
  readonly #styles: StyleEdit | null;
  readonly #hasSameTexts: boolean;

  constructor(
    private readonly former: OpenFile,
    current: OpenFile,
    private readonly patch: FilePatch,
  ) {
    this.#contentAt = contentLookup(former.stored.workbook);
    const styles = textOf(former, former.workbook.stylesPart);
    this.#styles = styles === null ? null : new StyleEdit(styles);
    this.#hasSameTexts =
      textOf(former, former.workbook.sharedStringsPart) === textOf(current, current.workbook.sharedStringsPart);
  }

  at(ref: CellRef): FormerCell {
    const content = this.#contentAt(ref) ?? EMPTY_CONTENT;
    const index = this.former.indexOf(this.former.rankOf(ref.sheet));
    const { text } = index;
    const cell = index.cellAt(ref.row, ref.column);
    if (!cell) return { content, to: { xml: "" } };
    const style = this.patch.formerStyle(ref, cell.style, this.#styles?.rawStyle(cell.style), content.numberFormat);
    const restored = { ...content, numberFormat: this.patch.formatOf(style) };
    const to = { content, style };
    if (cell.formula) {
      const formulaXml = text.slice(cell.formula.start, cell.formula.end);
      return { content: restored, to: cell.formula.kind === "shared" ? to : { ...to, formulaXml } };
    }
    const openTag = text.slice(cell.start, cell.openEnd);
    const isShared = /\st\s*=\s*["']s["']/.test(openTag);
    // A cell without address depends on the one before it.
    const isWhole = style === cell.style && /\sr\s*=/.test(openTag) && (!isShared || this.#hasSameTexts);
    return { content: restored, to: isWhole ? { xml: text.slice(cell.start, cell.end) } : to };
  }
}

function textOf({ parts }: OpenFile, part: string | null): string | null {
  return part === null ? null : parts.text(part);
}

function refusalOfUndo(file: OpenFile, cells: readonly CellRef[], sheets: readonly string[]): HostFailure | null {
  const ofFile =
    refusalOfFile(file) ?? (sheets.length > 0 ? refusalOfStructure(file) : null) ?? refusalOfCells(file, cells);
  if (ofFile) return ofFile;
  const restored = new Set(cells.map(qualifiedAddress));
  for (const name of sheets) {
    const users = formulasNaming(file, name, sheets).filter((ref) => !restored.has(qualifiedAddress(ref)));
    if (users.length > 0) return refusal("sheet-in-use", messages.sheetInUse(name, users), users);
    if (isNamedElsewhere(file, name)) return refusal("sheet-in-use", messages.sheetInUse(name, []));
  }
  return null;
}

async function undo(bytes: Uint8Array, undone: XlsxUndo, options: UndoOptions): Promise<HostResult<Uint8Array>> {
  if (isSameBytes(bytes, undone.after)) return { ok: true, value: undone.before };
  const file = await OpenFile.of(bytes, options.name);
  const { draft } = undone;
  const changes = changesSince(file, draft);
  if (changes.cells.length > 0 && options.keepChanges !== true) {
    return refusal("changed", messages.changedSinceWrite(changes.cells), changes.cells);
  }
  const changed = new Set(changes.cells.map(qualifiedAddress));
  const refs = lastWrites(draft)
    .map(({ ref }) => ref)
    .filter((ref) => !changed.has(qualifiedAddress(ref)));
  const sheets = draft.sheets.map(({ name }) => name).filter((name) => !changes.sheets.includes(name));
  const refused = refusalOfUndo(file, refs, sheets);
  if (refused) return refused;
  const patch = new FilePatch(file);
  const former = new FormerCells(await OpenFile.of(undone.before, options.name), file, patch);
  refs.forEach((ref) => patch.restore(ref, former.at(ref)));
  sheets.forEach((name) => patch.dropSheet(name));
  const expected = await patch.finish(options.calculation);
  const after = file.parts.result();
  await requireHolds(after, expected);
  return { ok: true, value: after };
}

/**
 * The file without a write. Never throws: refuses "changed" with the cells where somebody changed what was written, unless
 * `keepChanges` leaves these as they are (a sheet that was added and changed stays whole), "sheet-in-use" where the rest
 * of the workbook names a sheet that would go, and as applyToXlsx.
 */
export async function undoInXlsx(
  bytes: Uint8Array,
  undone: XlsxUndo,
  options: UndoOptions,
): Promise<HostResult<Uint8Array>> {
  try {
    return await undo(bytes, undone, options);
  } catch (error) {
    return writeFailure(error, options.name);
  }
}
