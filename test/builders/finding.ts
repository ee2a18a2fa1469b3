/** Findings made by hand, for the tests of what the pane does with them. */
import type { Finding } from "../../src/checking/report";
import { parseArea } from "../../src/workbook/address";

/** A finding of a cell of the sheet "Plan", "A1" style; `more` changes any of it. */
export function finding(
  title: string,
  severity: Finding["severity"],
  address: string,
  more: Partial<Finding> = {},
): Finding {
  const area = parseArea(address);
  if (!area) throw new Error(`no address: ${address}`);
  return {
    rule: "sous-total",
    severity,
    cell: { sheet: "Plan", row: area.top, column: area.left },
    cells: [],
    title,
    message: title,
    statement: title,
    why: "",
    whatToDo: "",
    hint: null,
    written: "",
    expected: null,
    actual: null,
    gap: null,
    reference: null,
    terms: [],
    runnerUp: null,
    codes: [],
    fix: null,
    anchor: { table: null, of: "", year: null, row: "", column: "" },
    ...more,
  };
}
