import { formatFigure } from "../domain/format";
import { OUTCOME_TEXTS, SEVERITY_TEXTS, TABLE_TEXTS, VERDICT_TEXTS } from "../messages/verdicts";
import { qualifiedAddress } from "../workbook/address";
import type { Entry } from "./entry";
import type { Printer } from "./printer";

function entryText({ path, verdict, report, error }: Entry): string {
  const lines = [`${path} : ${VERDICT_TEXTS[verdict]}`];
  if (error !== null) lines.push(`  ${error}`);
  if (!report) return lines.join("\n");
  for (const { kind, sheet, range, year, unit } of report.tables) {
    lines.push(
      `  ${TABLE_TEXTS[kind] ?? kind} : ${sheet}!${range}${year === null ? "" : `, ${year}`}${unit === "" ? "" : `, en ${unit}`}`,
    );
  }
  for (const { sheet, range, message } of report.near) lines.push(`  À préciser : ${sheet}!${range}. ${message}`);
  for (const { message } of report.unusedReadings) lines.push(`  À préciser : ${message}`);
  for (const { severity, cell, title, gap, message, grandeur } of report.findings) {
    const figure = gap === null ? "" : ` (${formatFigure(gap, grandeur)})`;
    lines.push("", `  [${SEVERITY_TEXTS[severity]}] ${qualifiedAddress(cell)} : ${title}${figure}`, `    ${message}`);
  }
  const told = report.rules.filter(({ outcome, reason }) => outcome === "not-verifiable" || reason !== null);
  if (told.length > 0) lines.push("", "  Règles à compléter :");
  for (const { title, outcome, reason } of told)
    lines.push(`    ${title}, ${OUTCOME_TEXTS[outcome]}. ${reason ?? ""}`.trimEnd());
  return lines.join("\n");
}

/** The answer for a person at a terminal. */
export const TEXT_PRINTER: Printer = { head: "", one: entryText, between: "\n\n", tail: () => "\n" };
