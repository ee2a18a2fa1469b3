/** The answer as one page: the report of each workbook, one after the other. */
import { VERDICT_TEXTS } from "../messages/verdicts";
import { escapeHtml, htmlPage, rapportBody } from "../reporting/html";
import { rapportOf } from "../reporting/rapport";
import type { Entry } from "./entry";
import type { Printer } from "./printer";

function section({ path, verdict, sha256, report, error }: Entry): string {
  if (!report) {
    return `<h1>${escapeHtml(path)}</h1><p><strong>${VERDICT_TEXTS[verdict]}</strong></p><p>${escapeHtml(error ?? "")}</p>`;
  }
  const options = { fichier: path, date: null, sha256, year: null, ownCodes: [], justifications: [] };
  return rapportBody(rapportOf(report, options));
}

/** No text of a page holds it. */
const MIDDLE = "\0";
const [head = "", tail = ""] = htmlPage("Contrôle PLS", MIDDLE).split(MIDDLE);

/** The answer as one page that needs nothing else: no script, no outside file. */
export const HTML_PRINTER: Printer = {
  head,
  one: (entry) => `<section>${section(entry)}</section>`,
  between: "\n",
  tail: () => tail,
};
