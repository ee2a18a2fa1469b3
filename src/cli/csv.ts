import { RAPPORT } from "../messages/rapport";
import { SEVERITY_TEXTS, VERDICT_TEXTS } from "../messages/verdicts";
import { csvAmount, csvFile } from "../reporting/csv";
import { cellAddress } from "../workbook/address";
import type { Entry } from "./entry";
import { addressFrom } from "./json";
import type { Printer } from "./printer";

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

function rowsOf({ path, verdict, report, error }: Entry): string[][] {
  const verdictText = VERDICT_TEXTS[verdict];
  const near = (report?.near ?? []).map(({ sheet, range, message }) => [
    path,
    verdictText,
    RAPPORT.aPreciser,
    "",
    sheet,
    range,
    "",
    message,
    "",
    "",
    "",
    "",
  ]);
  if (!report || report.findings.length === 0) {
    return [[path, verdictText, "", "", "", "", "", error ?? "", "", "", "", ""], ...near];
  }
  const found = report.findings.map(({ severity, rule, cell, cells, message, actual, expected, gap, reference }) => [
    path,
    verdictText,
    SEVERITY_TEXTS[severity],
    rule,
    cell.sheet,
    cellAddress(cell.row, cell.column),
    cells.map((other) => addressFrom(cell.sheet, other)).join(" "),
    message,
    csvAmount(actual),
    csvAmount(expected),
    csvAmount(gap),
    reference ?? "",
  ]);
  return [...found, ...near];
}

/** The answer as a file for Excel in French. */
export const CSV_PRINTER: Printer = {
  head: csvFile([HEADER]),
  // The mark of its bytes stands once, at the head of the file.
  one: (entry) => csvFile(rowsOf(entry)).slice(1),
  between: "",
  tail: () => "",
};
