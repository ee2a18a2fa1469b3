/** Drafts written in a copy of a workbook: what `fill` and `bilan` share. */
import type { CodeActivite } from "../domain/codesActivite";
import type { Memoire } from "../domain/memoire";
import type { Reglages } from "../domain/reglages";
import { TOOL } from "../domain/tool";
import type { ACompleter, Arrondi } from "../drafting/plan";
import { cellAddress, type CellRef } from "../workbook/address";
import type { Draft } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";
import {
  memoireOf,
  openCopy,
  refused,
  reglagesFor,
  told,
  unusable,
  writeCopy,
  writtenCells,
  type Outcome,
} from "./openCopy";
import { readOwnCodes } from "./ownCodes";

export interface CopyArguments {
  readonly path: string;
  readonly out: string;
  /** JSON file of the convention's settings; null takes those that the workbook remembers. */
  readonly settings: string | null;
  /** JSON file of codes activité that officers added. */
  readonly codes: string | null;
}

/** What is to be written, and the answer that says so; or why nothing is. */
export type Drafted =
  | { readonly ok: true; readonly draft: Draft; readonly answer: object }
  | { readonly ok: false; readonly sentence: string };

export interface Known {
  readonly reglages: Reglages;
  readonly ownCodes: readonly CodeActivite[];
  /** What the workbook remembers, or why it cannot be read. */
  readonly memoire: Memoire | { readonly problem: string };
}

/** Drafts from a workbook, with what is known of it besides. */
export type Drafting = (workbook: Workbook, known: Known) => Drafted;

function at({ sheet, row, column }: CellRef) {
  return { sheet, cell: cellAddress(row, column) };
}

/** The answer's lists of what was written, and of what the officer has to look at. */
export function answerOfDraft(
  { path: given, out }: CopyArguments,
  drafted: {
    readonly draft: Draft;
    readonly aCompleter: readonly ACompleter[];
    readonly arrondis: readonly Arrondi[];
    readonly dejaJustes: number;
    readonly remarques: readonly string[];
  },
  about: object,
): object {
  return {
    tool: TOOL,
    path: given,
    out,
    ...about,
    written: writtenCells(drafted.draft),
    toComplete: drafted.aCompleter.map(({ ref, subject, reason }) => ({ ...at(ref), subject, reason })),
    rounded: drafted.arrondis.map(({ ref, subject, montant, half }) => ({
      ...at(ref),
      subject,
      amount: montant,
      half,
    })),
    alreadyRight: drafted.dejaJustes,
    remarks: drafted.remarques,
  };
}

async function copyWith(options: CopyArguments, drafting: Drafting): Promise<Outcome> {
  const ownCodes = await readOwnCodes(options.codes);
  if ("problem" in ownCodes) return unusable(ownCodes.problem);
  const copy = await openCopy(options.path, options.out);
  if ("problem" in copy) return unusable(copy.problem);
  const reglages = await reglagesFor(options.settings, copy);
  if ("problem" in reglages) return unusable(reglages.problem);
  const drafted = drafting(copy.workbook, { reglages, ownCodes, memoire: await memoireOf(copy) });
  return drafted.ok ? writeCopy(copy, drafted.draft, drafted.answer) : refused(drafted.sentence);
}

/** Writes a draft in a copy, prints the answer or the reason, and gives the exit code. */
export async function runCopy(options: CopyArguments, drafting: Drafting): Promise<number> {
  return told(await copyWith(options, drafting));
}
