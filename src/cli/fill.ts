/** `fill`: the plan de financement of a workbook, written in a copy of it. */
import type { CodeActivite } from "../domain/codesActivite";
import { draftPlan, type PlanDraft } from "../drafting/plan";
import { cellAddress, type CellRef } from "../workbook/address";
import { openCopy, refused, reglagesFor, told, unusable, writeCopy, writtenCells, type Outcome } from "./copy";
import { FILL_USAGE, readFillArguments, type FillArguments } from "./fillArguments";
import { readOwnCodes } from "./ownCodes";
import { print } from "./print";
import { TOOL } from "../domain/tool";

function answerOf({ path: given, out }: FillArguments, plan: PlanDraft): object {
  const at = ({ sheet, row, column }: CellRef) => ({ sheet, cell: cellAddress(row, column) });
  return {
    tool: TOOL,
    path: given,
    out,
    year: plan.year,
    sheet: plan.sheet,
    newSheet: plan.isNewSheet,
    written: writtenCells(plan.draft),
    toComplete: plan.aCompleter.map(({ ref, subject, reason }) => ({ ...at(ref), subject, reason })),
    rounded: plan.arrondis.map(({ ref, subject, montant, half }) => ({ ...at(ref), subject, amount: montant, half })),
    alreadyRight: plan.dejaJustes,
    remarks: plan.remarques,
  };
}

async function fillWith(options: FillArguments, ownCodes: readonly CodeActivite[]): Promise<Outcome> {
  const copy = await openCopy(options.path, options.out);
  if ("problem" in copy) return unusable(copy.problem);
  const reglages = await reglagesFor(options.settings, copy);
  if ("problem" in reglages) return unusable(reglages.problem);
  const { year, parties, cible, avenant } = options;
  const plan = draftPlan(copy.workbook, { year, reglages, ownCodes, parties, cible, avenant });
  if (!plan.ok) return refused(plan.sentence);
  return writeCopy(copy, plan.value.draft, answerOf(options, plan.value));
}

/** Runs `fill` with its words; gives the exit code. */
export async function fill(words: readonly string[]): Promise<number> {
  const options = readFillArguments(words);
  if ("problem" in options) {
    await print(process.stderr, `${options.problem}\n\n${FILL_USAGE}`);
    return 2;
  }
  const ownCodes = await readOwnCodes(options.codes);
  return told("problem" in ownCodes ? unusable(ownCodes.problem) : await fillWith(options, ownCodes));
}
