/** What a rule of files of persons says of a sheet: "warning Date à venir K3 K5 : la phrase". */
import { cellAddress } from "../../../src/workbook/address";
import type { Workbook } from "../../../src/workbook/picture";
import { findings } from "../../builders/expectFindings";
import { AUJOURDHUI } from "../../builders/fichiers";

const NBSP = /[\u00A0\u202F]/g;

/** Severity, title and cells of each finding, in the order of the report. */
export async function cards(book: Workbook): Promise<string[]> {
  return (await findings(book, AUJOURDHUI)).map(({ severity, rule, title, cell, cells }) =>
    [severity, rule, title, ...[cell, ...cells].map(({ row, column }) => cellAddress(row, column))].join(" "),
  );
}

/** The first sentence of each finding. */
export async function sentences(book: Workbook): Promise<string[]> {
  return (await findings(book, AUJOURDHUI)).map(({ message }) => `${message.replace(NBSP, " ").split(". ")[0]}.`);
}
