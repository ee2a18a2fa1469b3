/** Puts back what the journal says: reads first, writes only what differs, reads again. */
import type { HostFailure } from "../../host/ports";
import type { Left } from "../../messages/excelWriting";
import { Interrogation } from "../interrogation";
import { bySheet, Contents, contentsQuestions, isAsBefore, sheetAsked, wholeSheetQuestion } from "./contents";
import { cellSteps } from "./cellSteps";
import { causeOf, reading, writing, type Desk } from "./desk";
import type { JournalCell, JournalEntry, JournalSheet } from "./journal";
import { smallStep, Writing, type Step } from "./steps";
import { hasSheet, surroundingsOf } from "./surroundings";

/** What is to be as before: these cells, and these sheets gone. */
export type Wanted = Pick<JournalEntry, "cells" | "sheets">;

export interface Restoration {
  /** What differs from before still; null when nothing does. */
  readonly left: Left | null;
  /** The last trouble on the way; null when there was none. */
  readonly trouble: HostFailure | null;
}

/** What differs from before now, and what can be done about it. */
interface Difference {
  readonly cells: readonly { readonly cell: JournalCell; readonly step: Parameters<typeof cellSteps>[1][number] }[];
  /** Cells of sheets that have gone: nothing can be written there. */
  readonly lost: readonly JournalCell[];
  readonly sheets: readonly JournalSheet[];
  /** Added sheets that somebody wrote in: they stay. */
  readonly foreign: readonly JournalSheet[];
}

const TRIES = 2;

/**
 * Never throws. Reads the workbook before it writes anything, since a write without answer may have been done; tries
 * once more when something fails or still differs; says at the end what the workbook was last seen to be.
 */
export async function restore(desk: Desk, wanted: Wanted): Promise<Restoration> {
  let seen: Difference | null = null;
  let isSure = false;
  let trouble: HostFailure | null = null;
  // What a try finds decides whether there is another: they cannot be put into one batch.
  for (let tries = 0; tries <= TRIES; tries++) {
    try {
      if (trouble) await pause(desk.patienceMs);
      seen = await differenceNow(desk, wanted);
      isSure = true;
      if (tries === TRIES || !isMendable(seen)) break;
      await putBack(desk, seen);
    } catch (error) {
      trouble = causeOf(error, desk);
      isSure = false;
    }
  }
  return { left: leftOf(seen, isSure, wanted), trouble };
}

function isMendable({ cells, sheets }: Difference): boolean {
  return cells.length > 0 || sheets.length > 0;
}

function differenceNow(desk: Desk, { cells, sheets }: Wanted): Promise<Difference> {
  return reading(desk, async (context) => {
    const around = await surroundingsOf(context, desk.guard);
    const contents = new Contents();
    const foreign = new Set<JournalSheet>();
    const isThere = ({ ref }: JournalCell) => hasSheet(around, ref.sheet);
    const standing = sheets.filter(({ name }) => hasSheet(around, name));
    const ofCells = [...bySheet(cells.filter(isThere))].flatMap(([name, items]) =>
      contentsQuestions(
        sheetAsked(context, name),
        items.map(({ ref }) => ref),
        contents,
      ),
    );
    const ofSheets = standing.map((sheet) =>
      wholeSheetQuestion(sheetAsked(context, sheet.name), ({ row, column }) => {
        // Excel may have made something else of what we wrote: what counts is that nobody wrote beside it.
        if (!sheet.cells.some((cell) => cell.row === row && cell.column === column)) foreign.add(sheet);
      }),
    );
    await new Interrogation(context, desk.guard, () => undefined).askAll([...ofCells, ...ofSheets]);
    const differing = cells.filter(({ ref, before }) => !isAsBefore(before, contents.at(ref)));
    return {
      cells: differing.filter(isThere).map((cell) => ({ cell, step: stepOf(cell, contents) })),
      lost: differing.filter((cell) => !isThere(cell)),
      sheets: standing.filter((sheet) => !foreign.has(sheet)),
      foreign: [...foreign],
    };
  });
}

function stepOf({ ref, before }: JournalCell, contents: Contents) {
  return { row: ref.row, column: ref.column, content: before, current: contents.at(ref) };
}

/** Cells first: a formula that names an added sheet must be gone before that sheet. */
function putBack(desk: Desk, { cells, sheets }: Difference): Promise<void> {
  const refs = cells.map(({ cell, step }) => ({ ref: cell.ref, step }));
  const steps: Step[] = [
    ...[...bySheet(refs)].flatMap(([sheet, items]) =>
      cellSteps(
        sheet,
        items.map(({ step }) => step),
      ),
    ),
    // This empties Excel's own list of things to undo: see docs/adr/0007-one-write-path.md.
    ...sheets.map(({ name }) => smallStep(({ workbook }) => workbook.worksheets.getItem(name).delete())),
  ];
  return writing(desk, (context) => new Writing(context, desk.guard).doAll(steps));
}

/** What differed at the last reading; all of it when there was none. */
function leftOf(seen: Difference | null, isSure: boolean, wanted: Wanted): Left | null {
  if (!seen) return { cells: wanted.cells, sheets: wanted.sheets.map(({ name }) => name), isSure: false };
  const cells = [...seen.cells.map(({ cell }) => cell), ...seen.lost];
  const sheets = [...seen.sheets, ...seen.foreign].map(({ name }) => name);
  return cells.length === 0 && sheets.length === 0 ? null : { cells, sheets, isSure };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
