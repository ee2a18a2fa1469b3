/** The command line: `check` reads files, checks them and prints one answer; `fill` and `report` write in a copy. */
import { createHash } from "node:crypto";
import path from "node:path";
import { loadCalculationInNode } from "../calculation/node";
import { checkWorkbook } from "../checking/check";
import type { CheckOptions } from "../checking/report";
import type { CodeActivite } from "../domain/codesActivite";
import { readFileBytes } from "../xlsx/fileHost";
import { readXlsx } from "../xlsx/readXlsx";
import { readArguments, USAGE, type CheckArguments, type Format } from "./arguments";
import { toCsv } from "./csv";
import type { Entry } from "./entry";
import { fill } from "./fill";
import { FILL_USAGE } from "./fillArguments";
import { workfiles, type Workfile } from "./files";
import { toHtml } from "./html";
import { toJson } from "./json";
import { readOwnCodes } from "./ownCodes";
import { print } from "./print";
import { report } from "./report";
import { REPORT_USAGE } from "./reportArguments";
import { toText } from "./text";

const WRITERS: Readonly<Record<Format, (entries: readonly Entry[]) => string>> = {
  json: toJson,
  text: toText,
  html: toHtml,
  csv: toCsv,
};

async function entryOf({ shown, absolute }: Workfile, options: CheckOptions): Promise<Entry> {
  const start = performance.now();
  const elapsed = (): number => Math.round(performance.now() - start);
  const unreadable = (error: string, sha256: string | null): Entry => ({
    path: shown,
    sha256,
    verdict: "illisible",
    durationMs: elapsed(),
    report: null,
    error,
  });
  const bytes = await readFileBytes(absolute);
  if (!bytes.ok) return unreadable(bytes.sentence, null);
  const sha256 = createHash("sha256").update(bytes.value).digest("hex");
  const workbook = await readXlsx(bytes.value, { name: path.basename(shown), calculation: loadCalculationInNode });
  if (!workbook.ok) return unreadable(workbook.sentence, sha256);
  const checked = await checkWorkbook(workbook.value, options);
  return { path: shown, sha256, verdict: checked.verdict, durationMs: elapsed(), report: checked, error: null };
}

function checkOptions({ year, date }: CheckArguments, ownCodes: readonly CodeActivite[]): CheckOptions {
  return { ownCodes, ...(year === null ? {} : { year }), ...(date === null ? {} : { date }) };
}

function exitCodeOf(entries: readonly Entry[]): number {
  if (entries.length === 0 || entries.some(({ verdict }) => verdict === "illisible")) return 2;
  return entries.some(({ verdict }) => verdict === "bloquant") ? 1 : 0;
}

async function check(words: readonly string[]): Promise<number> {
  const options = readArguments(words);
  if ("problem" in options) {
    await print(process.stderr, `${options.problem}\n\n${USAGE}`);
    return 2;
  }
  const ownCodes = await readOwnCodes(options.codes);
  if ("problem" in ownCodes) {
    await print(process.stderr, `${ownCodes.problem}\n`);
    return 2;
  }
  const entries: Entry[] = [];
  for (const file of workfiles(options.paths)) entries.push(await entryOf(file, checkOptions(options, ownCodes)));
  if (entries.length === 0) await print(process.stderr, "Aucun classeur .xlsx ou .xlsm à contrôler.\n");
  await print(process.stdout, WRITERS[options.format](entries));
  return exitCodeOf(entries);
}

async function main([command, ...words]: readonly string[]): Promise<number> {
  if (command === "check") return check(words);
  if (command === "fill") return fill(words);
  if (command === "report") return report(words);
  await print(process.stderr, `${USAGE}\n${FILL_USAGE}\n${REPORT_USAGE}`);
  return 2;
}

// A reader that closes the pipe early (`| head`) is no fault of the check.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2));
