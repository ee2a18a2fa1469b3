/** `fill`: the plan de financement of a workbook, written in a copy of it. */
import { draftPlan } from "../drafting/plan";
import { answerOfDraft, runCopy } from "./copy";
import { FILL_USAGE, readFillArguments } from "./fillArguments";
import { print } from "./print";

/** Runs `fill` with its words; gives the exit code. */
export async function fill(words: readonly string[]): Promise<number> {
  const options = readFillArguments(words);
  if ("problem" in options) {
    await print(process.stderr, `${options.problem}\n\n${FILL_USAGE}`);
    return 2;
  }
  const { year, parties, cible, avenant } = options;
  return runCopy(options, (workbook, { reglages, ownCodes }) => {
    const plan = draftPlan(workbook, { year, reglages, ownCodes, parties, cible, avenant });
    if (!plan.ok) return plan;
    const about = { year: plan.value.year, sheet: plan.value.sheet, newSheet: plan.value.isNewSheet };
    return { ok: true, draft: plan.value.draft, answer: answerOfDraft(options, plan.value, about) };
  });
}
