import type { Finding } from "../checking/report";
import { TOOL } from "../domain/tool";
import { cellAddress, type CellRef } from "../workbook/address";
import type { Entry } from "./entry";
import type { Printer } from "./printer";

/** A cell of the finding's own sheet by its address; one elsewhere as `Sheet!A1`. */
export function addressFrom(sheet: string, cell: CellRef): string {
  const address = cellAddress(cell.row, cell.column);
  return cell.sheet === sheet ? address : `${cell.sheet}!${address}`;
}

function findingJson(finding: Finding): object {
  const { rule, severity, cell, cells, message, expected, actual, gap, reference, fix } = finding;
  const from = (other: CellRef): string => addressFrom(cell.sheet, other);
  return {
    rule,
    severity,
    sheet: cell.sheet,
    cell: from(cell),
    cells: cells.map(from),
    message,
    expected,
    actual,
    gap,
    reference,
    fix: fix && { cell: from(fix.cell), value: fix.value, safe: fix.safe },
  };
}

/** What is said beside the findings; nothing where there is nothing to say. */
function noticesJson({ report }: Entry): object {
  const near = report?.near ?? [];
  const unused = report?.unusedReadings ?? [];
  return {
    ...(near.length === 0
      ? {}
      : { near: near.map(({ kind, sheet, range, missing, message }) => ({ kind, sheet, range, missing, message })) }),
    ...(unused.length === 0 ? {} : { unusedReadings: unused.map(({ message }) => message) }),
  };
}

function entryJson(entry: Entry): object {
  const { path, sha256, verdict, durationMs, report, error } = entry;
  return {
    path,
    sha256,
    content: report?.content ?? null,
    verdict,
    durationMs,
    tables: (report?.tables ?? []).map(({ kind, sheet, range, year, unit }) => ({ kind, sheet, range, year, unit })),
    findings: (report?.findings ?? []).map(findingJson),
    rules: (report?.rules ?? []).map(({ rule, outcome, checked, reason }) => ({ rule, outcome, checked, reason })),
    ...noticesJson(entry),
    ...(error === null ? {} : { error }),
  };
}

function indented(text: string, spaces: number): string {
  return text.replaceAll("\n", `\n${" ".repeat(spaces)}`);
}

/** The answer for programs: see the README for its shape. */
export const JSON_PRINTER: Printer = {
  head: `{\n  "tool": ${indented(JSON.stringify(TOOL, null, 2), 2)},\n  "workbooks": [`,
  one: (entry) => `\n    ${indented(JSON.stringify(entryJson(entry), null, 2), 4)}`,
  between: ",",
  tail: (count) => `${count === 0 ? "" : "\n  "}]\n}\n`,
};
