/** What a check found, in the few words that a test compares. */
import { checkWorkbook } from "../../src/checking/check";
import type { CheckOptions, CheckReport, Finding } from "../../src/checking/report";
import { qualifiedAddress } from "../../src/workbook/address";
import type { Workbook } from "../../src/workbook/picture";

export async function findings(book: Workbook, options: CheckOptions = {}): Promise<readonly Finding[]> {
  return (await checkWorkbook(book, options)).findings;
}

/** "blocking sous-total Plan!D7 2450000.00" for each finding but informations. */
export async function alarms(book: Workbook, options: CheckOptions = {}): Promise<string[]> {
  return (await findings(book, options))
    .filter(({ severity }) => severity !== "info")
    .map(({ severity, rule, cell, expected }) => `${severity} ${rule} ${qualifiedAddress(cell)} ${expected ?? "-"}`);
}

export async function outcome(
  book: Workbook,
  rule: string,
  options: CheckOptions = {},
): Promise<CheckReport["rules"][number]> {
  const found = (await checkWorkbook(book, options)).rules.find((one) => one.rule === rule);
  if (!found) throw new Error(`no rule ${rule}`);
  return found;
}
