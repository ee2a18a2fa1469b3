/** Writes a draft: examined, noted, written, read back; put back as a whole when anything fails. */
import type { HostFailure, HostResult, Receipt } from "../../host/ports";
import { noJournal, notKept, nothingWritten, notRestoredAfter, restoredAfter } from "../../messages/excelWriting";
import { formatToWrite, type Draft } from "../../workbook/draft";
import { ReadFailure } from "../failure";
import { Interrogation } from "../interrogation";
import { cellSteps } from "./cellSteps";
import { bySheet, Contents, contentsQuestions, isHeld, sheetAsked } from "./contents";
import { causeOf, reading, refusal, writing, type Desk } from "./desk";
import { examine, type Examined } from "./examine";
import { outdated, receiptOf, type JournalEntry } from "./journal";
import { restore } from "./restore";
import { addStep, heldCells, sheetSteps } from "./sheetSteps";
import { Writing, type Step } from "./steps";

export interface Identity {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
}

type Progress = (done: number, total: number) => void;

/** Never throws. See `WritableHost.apply`. */
export async function applyDraft(
  desk: Desk,
  draft: Draft,
  identity: Identity,
  onProgress: Progress,
): Promise<HostResult<Receipt>> {
  if (!desk.canSeeObstacles) return refusedBefore({ code: "ApiNotFound" }, desk);
  let examined: Examined;
  try {
    examined = await reading(desk, (context) => examine(context, draft, desk.guard));
  } catch (error) {
    return refusedBefore(error, desk);
  }
  const entry = entryOf(draft, examined, identity);
  const journalTrouble = await noted(desk, entry);
  if (journalTrouble) return journalTrouble;
  const failure = await written(desk, draft, examined, entry, onProgress);
  return failure ?? { ok: true, value: receiptOf(await kept(desk, entry)) };
}

function refusedBefore(error: unknown, desk: Desk): HostFailure {
  const cause = causeOf(error, desk);
  return error instanceof ReadFailure ? cause : { ...cause, sentence: nothingWritten(cause.sentence) };
}

function entryOf(draft: Draft, { workbook, contents }: Examined, identity: Identity): JournalEntry {
  return {
    version: 1,
    ...identity,
    workbook,
    title: draft.title,
    state: "writing",
    cells: draft.writes.map(({ ref, after }) => ({ ref, before: contents.at(ref), after })),
    sheets: draft.sheets.map((sheet) => ({
      name: sheet.name,
      cells: heldCells(sheet).map(({ row, column, content }) => ({ row, column, content })),
    })),
  };
}

async function noted({ journal }: Desk, entry: JournalEntry): Promise<HostFailure | null> {
  try {
    await journal.put(entry);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.name : String(error);
    return { ok: false, code: "unexpected", sentence: noJournal(reason) };
  }
}

/** Null when Excel holds all of it. */
async function written(
  desk: Desk,
  draft: Draft,
  examined: Examined,
  entry: JournalEntry,
  onProgress: Progress,
): Promise<HostFailure | null> {
  const steps = stepsOf(draft, examined);
  const total = steps.reduce((sum, { cells }) => sum + cells, 0);
  let [done, hasBegun] = [0, false];
  try {
    await writing(desk, async (context) => {
      await new Writing(context, desk.guard, (cells) => {
        hasBegun = true;
        onProgress((done += cells), total);
      }).doAll(steps);
      await readBack(context, entry, desk);
    });
    return null;
  } catch (error) {
    const cause = causeOf(error, desk);
    // Excel refuses such a batch as a whole, and would refuse to be read as well.
    if (cause.code !== "cell-edit" || hasBegun) return putBack(desk, entry, cause);
    await forgotten(desk, entry);
    return { ...cause, sentence: nothingWritten(cause.sentence) };
  }
}

function stepsOf(draft: Draft, { contents }: Examined): Step[] {
  const targets = draft.writes.map((write) => {
    const current = contents.at(write.ref);
    const numberFormat = formatToWrite(write, current.numberFormat);
    return { ref: write.ref, content: { ...write.after, numberFormat }, current };
  });
  return [
    ...draft.sheets.map(addStep),
    ...draft.sheets.flatMap(sheetSteps),
    ...[...bySheet(targets)].flatMap(([sheet, items]) =>
      cellSteps(
        sheet,
        items.map(({ ref, content, current }) => ({ row: ref.row, column: ref.column, content, current })),
      ),
    ),
  ];
}

/** Throws a refusal that names the first cell where Excel holds something else. */
async function readBack(context: Excel.RequestContext, { cells, sheets }: JournalEntry, { guard }: Desk) {
  const wanted = [
    ...cells.map(({ ref, after }) => ({ ref, content: after })),
    ...sheets.flatMap(({ name, cells: own }) =>
      own.map(({ row, column, content }) => ({ ref: { sheet: name, row, column }, content })),
    ),
  ];
  const contents = new Contents();
  const questions = [...bySheet(wanted)].flatMap(([name, items]) =>
    contentsQuestions(
      sheetAsked(context, name),
      items.map(({ ref }) => ref),
      contents,
    ),
  );
  await new Interrogation(context, guard, () => undefined).askAll(questions);
  const lost = wanted.find(({ ref, content }) => !isHeld(content, contents.at(ref)));
  if (lost) throw refusal({ code: "unexpected", sentence: notKept(lost.ref) });
}

async function putBack(desk: Desk, entry: JournalEntry, cause: HostFailure): Promise<HostFailure> {
  const { left, trouble } = await restore(desk, entry);
  if (left === null) {
    await forgotten(desk, entry);
    return { ok: false, code: "restored", sentence: restoredAfter(cause.sentence) };
  }
  await noted(desk, { ...entry, state: "half-restored" });
  const sentence = notRestoredAfter((trouble ?? cause).sentence, left);
  return { ok: false, code: "not-restored", sentence, cells: left.cells.map(({ ref }) => ref) };
}

/** An entry that stays for want of a journal does no harm: undoing it finds that everything is as before. */
async function forgotten({ journal }: Desk, { id }: JournalEntry): Promise<void> {
  await journal.remove(id).catch(() => undefined);
}

/**
 * Notes that the write came to its end, and drops what is too old. Should that fail, the write stands all the same and
 * its entry, noted before, still undoes it.
 */
async function kept(desk: Desk, entry: JournalEntry): Promise<JournalEntry> {
  const applied: JournalEntry = { ...entry, state: "applied" };
  const isNoted = (await noted(desk, applied)) === null;
  if (isNoted) {
    const entries = await desk.journal.all().catch(() => []);
    await Promise.all(outdated(entries, entry.workbook).map((id) => desk.journal.remove(id).catch(() => undefined)));
  }
  return applied;
}
