/** The check of one file, from its bytes to its printed answer. */
import { createHash } from "node:crypto";
import path from "node:path";
import { loadCalculationInNode } from "../calculation/node";
import { checkWorkbook } from "../checking/check";
import type { CheckOptions, Verdict } from "../checking/report";
import { AUCUN_REGLAGE, type Reglages } from "../domain/reglages";
import type { HostResult } from "../host/ports";
import { withoutReglages } from "../messages/reglages";
import { readFileBytes } from "../xlsx/fileHost";
import { inflateInNode } from "../xlsx/nodeInflate";
import { readXlsx } from "../xlsx/readXlsx";
import { failureOf } from "../xlsx/trouble";
import { readXlsxMemory } from "../xlsx/write/memory";
import type { Format } from "./arguments";
import { CSV_PRINTER } from "./csv";
import type { Entry } from "./entry";
import type { Workfile } from "./files";
import { HTML_PRINTER } from "./html";
import { JSON_PRINTER } from "./json";
import type { Printer } from "./printer";
import { lecturesOf, rememberedReglages } from "./reglages";
import { TEXT_PRINTER } from "./text";

export const PRINTERS: Readonly<Record<Format, Printer>> = {
  json: JSON_PRINTER,
  text: TEXT_PRINTER,
  html: HTML_PRINTER,
  csv: CSV_PRINTER,
};

/** What all files of a command are checked with; null settings are each workbook's own. Plain data, for any thread. */
export type Run = Omit<CheckOptions, "reglages"> & { readonly reglages: Reglages | null; readonly format: Format };

/** What is left of a file once it is checked: its answer in the format of the command, no object of the workbook. */
export interface Printed {
  readonly text: string;
  readonly verdict: Verdict;
  /** What is to be said beside the answer; empty for most files. */
  readonly warning: string;
}

/** The settings of one workbook: those of the command, else its own; said and left out where they cannot be read. */
function reglagesFor(
  memory: HostResult<string | null>,
  name: string,
  given: Reglages | null,
): { own: Reglages; warning: string } {
  if (given) return { own: given, warning: "" };
  const own = rememberedReglages(memory, name);
  return "problem" in own ? { own: AUCUN_REGLAGE, warning: `${withoutReglages(own.problem)}\n` } : { own, warning: "" };
}

async function entryOf(
  { shown, absolute }: Workfile,
  { reglages, ...options }: Run,
): Promise<{ readonly entry: Entry; readonly warning: string }> {
  const start = performance.now();
  const elapsed = (): number => Math.round(performance.now() - start);
  const unreadable = (error: string, sha256: string | null): { entry: Entry; warning: string } => ({
    entry: { path: shown, sha256, verdict: "illisible", durationMs: elapsed(), report: null, error },
    warning: "",
  });
  const bytes = await readFileBytes(absolute);
  if (!bytes.ok) return unreadable(bytes.sentence, null);
  const sha256 = createHash("sha256").update(bytes.value).digest("hex");
  const name = path.basename(shown);
  try {
    const reading = { name, calculation: loadCalculationInNode, inflate: inflateInNode };
    const workbook = await readXlsx(bytes.value, reading);
    if (!workbook.ok) return unreadable(workbook.sentence, sha256);
    const memory = readXlsxMemory(bytes.value, name);
    const { own, warning } = reglagesFor(memory, name, reglages);
    const read = { ...workbook.value, lectures: lecturesOf(memory) };
    const report = await checkWorkbook(read, { ...options, reglages: own });
    return {
      entry: { path: shown, sha256, verdict: report.verdict, durationMs: elapsed(), report, error: null },
      warning,
    };
  } catch (error) {
    // What nobody foresaw in one file must not cost the others their answer.
    return unreadable(failureOf(error, name).sentence, sha256);
  }
}

/** Checks one file. Never throws: what cannot be read is an answer too. */
export async function checkFile(file: Workfile, run: Run): Promise<Printed> {
  const { entry, warning } = await entryOf(file, run);
  return { text: PRINTERS[run.format].one(entry), verdict: entry.verdict, warning };
}

/** The answer for a file whose check ended before it could give one. */
export function withoutAnswer({ shown }: Workfile, format: Format): Printed {
  const error = failureOf(null, path.basename(shown)).sentence;
  const entry: Entry = { path: shown, sha256: null, verdict: "illisible", durationMs: 0, report: null, error };
  return { text: PRINTERS[format].one(entry), verdict: "illisible", warning: "" };
}
