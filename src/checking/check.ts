import type { Workbook } from "../workbook/picture";
import type { CheckOptions, CheckReport } from "./report";

/** Checks a workbook's picture. Pure but for the hash; never throws on what a workbook holds. */
export async function checkWorkbook(_workbook: Workbook, _options: CheckOptions = {}): Promise<CheckReport> {
  return Promise.reject(new Error("engine under construction"));
}
