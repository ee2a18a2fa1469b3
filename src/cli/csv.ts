import { SEVERITY_TEXTS, VERDICT_TEXTS } from "../messages/verdicts";
import { cellAddress } from "../workbook/address";
import type { Entry } from "./entry";
import { addressFrom } from "./json";

const HEADER = [
  "Fichier",
  "Verdict",
  "Gravité",
  "Règle",
  "Feuille",
  "Cellule",
  "Autres cellules",
  "Constat",
  "Écrit",
  "Attendu",
  "Écart",
  "Référence",
];

/** A field that a spreadsheet will not run: `=`, `+`, `-`, `@`, tab and return at its head are made text. */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function amount(text: string | null): string {
  return text === null ? "" : text.replace(".", ",");
}

function rowsOf({ path, verdict, report, error }: Entry): string[][] {
  const verdictText = VERDICT_TEXTS[verdict];
  if (!report || report.findings.length === 0) {
    return [[path, verdictText, "", "", "", "", "", error ?? "", "", "", "", ""]];
  }
  return report.findings.map(({ severity, rule, cell, cells, message, actual, expected, gap, reference }) => [
    path,
    verdictText,
    SEVERITY_TEXTS[severity],
    rule,
    cell.sheet,
    cellAddress(cell.row, cell.column),
    cells.map((other) => addressFrom(cell.sheet, other)).join(" "),
    message,
    amount(actual),
    amount(expected),
    amount(gap),
    reference ?? "",
  ]);
}

/** The answer as a file for Excel in French: UTF-8 with BOM, `;`, decimal comma, lines ended by CR LF. */
export function toCsv(entries: readonly Entry[]): string {
  const rows = [HEADER, ...entries.flatMap(rowsOf)];
  return `\uFEFF${rows.map((row) => row.map(csvField).join(";")).join("\r\n")}\r\n`;
}
