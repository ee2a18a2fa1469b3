/** The long parts of a check, a step at a time: whoever shows the work, or shares a thread with it, comes between. */
import { readTables, sheetsToRead } from "../reading/read";
import { readSheet } from "../reading/readSheet";
import type { Reading } from "../reading/tables";
import { RULES } from "../rules/registry";
import type { Rule, RuleAnswer, RuleContext } from "../rules/rule";
import type { Workbook } from "../workbook/picture";

export interface CheckSteps {
  /** Called before each sheet. */
  readonly onSheet: (progress: { readonly sheet: string; readonly done: number; readonly total: number }) => void;
  /** Called between two steps; what it throws ends the check. */
  readonly pause: () => Promise<void> | void;
}

export const IN_ONE_GO: CheckSteps = { onSheet: () => undefined, pause: () => undefined };

export interface Answered {
  readonly rule: Rule;
  readonly answer: RuleAnswer;
}

/** The tables of a workbook, a sheet at a time. */
export async function readBySheet(workbook: Workbook, { onSheet, pause }: CheckSteps): Promise<Reading> {
  const { sheets } = sheetsToRead(workbook);
  for (const [index, one] of sheets.entries()) {
    onSheet({ sheet: one.sheet.name, done: index, total: sheets.length });
    readSheet(one);
    await pause();
  }
  return readTables(workbook);
}

/** What every rule answers. */
export async function answersOf(context: RuleContext, { pause }: CheckSteps): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const rule of RULES) {
    answered.push({ rule, answer: rule.run(context) });
    await pause();
  }
  return answered;
}
