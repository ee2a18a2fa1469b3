/** `report`: a workbook checked, and its control report written: a sheet in a copy, a page or a CSV file. */
import { createHash } from "node:crypto";
import path from "node:path";
import { checkWorkbook } from "../checking/check";
import type { CheckReport } from "../checking/report";
import type { CodeActivite } from "../domain/codesActivite";
import { localDay } from "../domain/days";
import { TOOL } from "../domain/tool";
import { rapportCsv } from "../reporting/csv";
import { draftRapport } from "../reporting/draft";
import { rapportHtml } from "../reporting/html";
import { rapportOf, type Rapport } from "../reporting/rapport";
import { readFileBytes, writeFileBytes } from "../xlsx/fileHost";
import {
  memoireOf,
  openCopy,
  reglagesFor,
  told,
  unusable,
  writeCopy,
  writtenCells,
  type OpenCopy,
  type Outcome,
} from "./openCopy";
import { readOwnCodes } from "./ownCodes";
import { print } from "./print";
import { readReportArguments, REPORT_USAGE, type ReportArguments } from "./reportArguments";

interface Checked {
  readonly report: CheckReport;
  readonly rapport: Rapport;
}

async function checked(
  copy: OpenCopy,
  options: ReportArguments,
  ownCodes: readonly CodeActivite[],
): Promise<Checked | { readonly problem: string }> {
  const reglages = await reglagesFor(options.settings, copy);
  if ("problem" in reglages) return reglages;
  const memoire = await memoireOf(copy);
  if ("problem" in memoire) return memoire;
  const bytes = await readFileBytes(copy.from);
  if (!bytes.ok) return { problem: bytes.sentence };
  const { year } = options;
  const date = options.date ?? localDay(new Date());
  const report = await checkWorkbook(copy.workbook, { ownCodes, reglages, date, ...(year === null ? {} : { year }) });
  const rapport = rapportOf(report, {
    fichier: path.basename(options.path),
    date,
    sha256: createHash("sha256").update(bytes.value).digest("hex"),
    year,
    ownCodes,
    // Nobody here can tell who wrote them.
    justifications: memoire.justifications.map((justification) => ({ justification, isReceived: true })),
  });
  return { report, rapport };
}

async function writeAlone(to: string, text: string, answer: object): Promise<Outcome> {
  const written = await writeFileBytes(to, new TextEncoder().encode(text));
  return written.ok ? { code: 0, answer } : unusable(written.sentence);
}

async function reportWith(options: ReportArguments, ownCodes: readonly CodeActivite[]): Promise<Outcome> {
  const copy = await openCopy(options.path, options.out);
  if ("problem" in copy) return unusable(copy.problem);
  const done = await checked(copy, options, ownCodes);
  if ("problem" in done) return unusable(done.problem);
  const { report, rapport } = done;
  const base = {
    tool: TOOL,
    path: options.path,
    out: options.out,
    verdict: report.verdict,
    content: report.content,
    findings: report.findings.length,
  };
  if (options.form === "html") return writeAlone(copy.to, rapportHtml(rapport), { ...base, sheet: null, written: [] });
  if (options.form === "csv") return writeAlone(copy.to, rapportCsv(rapport), { ...base, sheet: null, written: [] });
  const draft = draftRapport(copy.workbook, rapport);
  const [sheet] = draft.sheets;
  return writeCopy(copy, draft, { ...base, sheet: sheet?.name ?? null, written: writtenCells(draft) });
}

/** Runs `report` with its words; gives the exit code. */
export async function report(words: readonly string[]): Promise<number> {
  const options = readReportArguments(words);
  if ("problem" in options) {
    await print(process.stderr, `${options.problem}\n\n${REPORT_USAGE}`);
    return 2;
  }
  const ownCodes = await readOwnCodes(options.codes);
  return told("problem" in ownCodes ? unusable(ownCodes.problem) : await reportWith(options, ownCodes));
}
