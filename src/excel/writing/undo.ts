/** Takes a write back: only where what it wrote still stands, and never a sheet that something else needs. */
import type { HostFailure, HostResult, Receipt } from "../../host/ports";
import { notRestoredAfter, nothingUndone } from "../../messages/excelWriting";
import { changedSinceWrite, sheetInUse, unknownReceipt } from "../../messages/writing";
import type { CellRef } from "../../workbook/address";
import { ReadFailure } from "../failure";
import { Interrogation } from "../interrogation";
import { readWorkbook } from "../read";
import { answered } from "../sync";
import { bySheet, Contents, contentsQuestions, isHeld, sheetAsked, wholeSheetQuestion } from "./contents";
import { causeOf, reading, refusal, type Desk } from "./desk";
import { lastFirst, receiptOf, type JournalCell, type JournalEntry, type JournalSheet } from "./journal";
import { restore, type Wanted } from "./restore";
import { hasSheet, refuseProtected, surroundingsOf, type Surroundings } from "./surroundings";

/** Never throws. See `WritableHost.undo`. */
export async function undoWrite(desk: Desk, receipt: Receipt, keepChanges: boolean): Promise<HostResult<null>> {
  let entry: JournalEntry;
  let wanted: Wanted;
  try {
    [entry, wanted] = await reading(desk, async (context) => {
      const around = await surroundingsOf(context, desk.guard);
      const found = await entryFor(desk, receipt, around);
      return [found, await wantedOf(context, found, around, desk, keepChanges)];
    });
    // Should the pane be closed now, the entry says that some cells may be as before already.
    await desk.journal.put({ ...entry, state: "half-restored" });
  } catch (error) {
    const cause = causeOf(error, desk);
    return error instanceof ReadFailure ? cause : { ...cause, sentence: nothingUndone(cause.sentence) };
  }
  const { left, trouble } = await restore(desk, wanted);
  if (left === null) {
    // An entry that cannot be taken out undoes nothing more: all that it would put back is there.
    await desk.journal.remove(entry.id).catch(() => undefined);
    return { ok: true, value: null };
  }
  const sentence = notRestoredAfter(trouble?.sentence ?? null, left);
  return { ok: false, code: "not-restored", sentence, cells: left.cells.map(({ ref }) => ref) };
}

/** The writes of this workbook that can be taken back, the last one first. One sync. */
export async function receiptsOf(desk: Desk): Promise<HostResult<readonly Receipt[]>> {
  try {
    const workbook = await reading(desk, async (context) => {
      context.workbook.load("name");
      await answered(context.sync(), desk.guard);
      return context.workbook.name;
    });
    return { ok: true, value: lastFirst(await desk.journal.all(), workbook).map(receiptOf) };
  } catch (error) {
    return causeOf(error, desk);
  }
}

async function entryFor({ journal }: Desk, receipt: Receipt, around: Surroundings): Promise<JournalEntry> {
  const entry = (await journal.all()).find(({ id, workbook }) => id === receipt.id && workbook === around.workbook);
  if (!entry) throw refusal({ code: "item-not-found", sentence: unknownReceipt(receipt.title) });
  return entry;
}

/** What is to be put back. Throws a refusal: "changed", "sheet-in-use", "protected", "read-only". */
async function wantedOf(
  context: Excel.RequestContext,
  entry: JournalEntry,
  around: Surroundings,
  desk: Desk,
  keepChanges: boolean,
): Promise<Wanted> {
  const { cells, sheets, changes } = await compared(context, entry, around, desk);
  if (changes.length > 0 && !keepChanges) {
    throw refusal({ code: "changed", sentence: changedSinceWrite(changes), cells: changes });
  }
  refuseProtected(around, bySheet(cells).keys(), sheets.length > 0);
  if (sheets.length > 0) await refuseInUse(context, sheets, cells, desk);
  return { cells, sheets };
}

interface Compared extends Wanted {
  /** Cells where something else stands than what was written, and than what was there before. */
  readonly changes: readonly CellRef[];
}

async function compared(
  context: Excel.RequestContext,
  entry: JournalEntry,
  around: Surroundings,
  { guard }: Desk,
): Promise<Compared> {
  const contents = new Contents();
  const isThere = ({ ref }: JournalCell) => hasSheet(around, ref.sheet);
  const standing = entry.sheets.filter(({ name }) => hasSheet(around, name));
  const found = new Map(standing.map((sheet) => [sheet, new Set<string>()]));
  const changesIn = new Map<JournalSheet, CellRef[]>(entry.sheets.map((sheet) => [sheet, []]));
  const ofCells = [...bySheet(entry.cells.filter(isThere))].flatMap(([name, items]) =>
    contentsQuestions(
      sheetAsked(context, name),
      items.map(({ ref }) => ref),
      contents,
    ),
  );
  const ofSheets = standing.map((sheet) =>
    wholeSheetQuestion(sheetAsked(context, sheet.name), (ref, content) => {
      found.get(sheet)?.add(placeOf(ref));
      const own = sheet.cells.find((cell) => placeOf(cell) === placeOf(ref));
      if (!own || !isHeld(own.content, content)) changesIn.get(sheet)?.push(ref);
    }),
  );
  await new Interrogation(context, guard, () => undefined).askAll([...ofCells, ...ofSheets]);
  if (entry.state === "applied") addMissing(entry, found, changesIn);
  const isOurs = ({ ref, before, after }: JournalCell) =>
    isHeld(after, contents.at(ref)) || isHeld(before, contents.at(ref));
  const cells = entry.cells.filter((cell) => isThere(cell) && isOurs(cell));
  const changed = entry.cells.filter((cell) => !cells.includes(cell)).map(({ ref }) => ref);
  return {
    cells,
    sheets: standing.filter((sheet) => changesIn.get(sheet)?.length === 0),
    changes: [...changed, ...[...changesIn.values()].flat()],
  };
}

/** What was written in an added sheet and is there no more; its first cell when the sheet has gone or was renamed. */
function addMissing(
  { sheets }: JournalEntry,
  found: ReadonlyMap<JournalSheet, ReadonlySet<string>>,
  changesIn: ReadonlyMap<JournalSheet, CellRef[]>,
): void {
  for (const sheet of sheets) {
    const places = found.get(sheet);
    const changes = changesIn.get(sheet);
    if (!places) {
      changes?.push({ sheet: sheet.name, row: 0, column: 0 });
      continue;
    }
    for (const { row, column, content } of sheet.cells) {
      const isHolding = content.value !== null || content.error !== null || content.formula !== null;
      if (isHolding && !places.has(placeOf({ row, column }))) changes?.push({ sheet: sheet.name, row, column });
    }
  }
}

function placeOf({ row, column }: Pick<CellRef, "row" | "column">): string {
  return `${row},${column}`;
}

/** Formulas elsewhere that name an added sheet would become #REF! with it; those about to be put back do not count. */
async function refuseInUse(
  context: Excel.RequestContext,
  sheets: readonly JournalSheet[],
  cells: readonly JournalCell[],
  { guard }: Desk,
): Promise<void> {
  const { workbook: picture } = await readWorkbook(context, {
    ...guard,
    onProgress: () => undefined,
    canReadMerges: false,
    snapshots: null,
    onlyChanged: false,
  });
  const leaving = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const replaced = new Set(cells.map(({ ref }) => `${placeOf(ref)},${ref.sheet.toLowerCase()}`));
  const formulas = picture.sheets
    .filter(({ name }) => !leaving.has(name.toLowerCase()))
    .flatMap(({ name, cells: all }) => all.map((cell) => ({ sheet: name, ...cell })))
    .filter((cell) => !replaced.has(`${placeOf(cell)},${cell.sheet.toLowerCase()}`));
  for (const { name } of sheets) {
    const naming = namingOf(name);
    const users = formulas.filter(({ formula }) => formula !== null && naming.test(formula));
    const refs = users.map(({ sheet, row, column }): CellRef => ({ sheet, row, column }));
    const failure: Omit<HostFailure, "ok"> = { code: "sheet-in-use", sentence: sheetInUse(name, refs), cells: refs };
    if (refs.length > 0) throw refusal(failure);
  }
}

/** What a formula that names the sheet holds, also inside a text: `INDIRECT` reads it there. A sheet that is taken for used stays, and nothing is lost. */
function namingOf(name: string): RegExp {
  const [plain, quoted] = [escaped(name), escaped(name.replaceAll("'", "''"))];
  // Alone, or as one end of a row of sheets: Janvier:Mars!A1, 'Fiche 1:Fiche 9'!A1.
  const bare = `(?<![\\p{L}\\p{N}_.\\]'\\\\])${plain}(?=!|:[\\p{L}_][\\p{L}\\p{N}_.]*!)`;
  const inQuotes = `(?:(?<!')'|:)${quoted}'!|(?<!')'${quoted}:`;
  return new RegExp(`${bare}|${inQuotes}`, "iu");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
