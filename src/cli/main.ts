/** The command line: `check` reads files, checks them and prints one answer; `fill`, `bilan` and `report` write a copy. */
import { createHash } from "node:crypto";
import path from "node:path";
import { loadCalculationInNode } from "../calculation/node";
import { checkWorkbook } from "../checking/check";
import type { CheckOptions } from "../checking/report";
import { localDay } from "../domain/days";
import { AUCUN_REGLAGE, type Reglages } from "../domain/reglages";
import { withoutReglages } from "../messages/reglages";
import { readFileBytes } from "../xlsx/fileHost";
import { inflateInNode } from "../xlsx/nodeInflate";
import { readXlsx } from "../xlsx/readXlsx";
import { readXlsxMemory } from "../xlsx/write/memory";
import { readArguments, USAGE, type CheckArguments, type Format } from "./arguments";
import { toCsv } from "./csv";
import { bilan } from "./bilan";
import { BILAN_USAGE } from "./bilanArguments";
import type { Entry } from "./entry";
import { fill } from "./fill";
import { FILL_USAGE } from "./fillArguments";
import { workfiles, type Workfile } from "./files";
import { toHtml } from "./html";
import { toJson } from "./json";
import { readOwnCodes } from "./ownCodes";
import { print } from "./print";
import { reglagesOfFile, rememberedReglages } from "./reglages";
import { report } from "./report";
import { REPORT_USAGE } from "./reportArguments";
import { toText } from "./text";

const WRITERS: Readonly<Record<Format, (entries: readonly Entry[]) => string>> = {
  json: toJson,
  text: toText,
  html: toHtml,
  csv: toCsv,
};

/** The settings of one workbook: those of the command, else its own; said and left out where they cannot be read. */
async function reglagesFor(bytes: Uint8Array, name: string, given: Reglages | null): Promise<Reglages> {
  if (given) return given;
  const own = rememberedReglages(readXlsxMemory(bytes, name), name);
  if (!("problem" in own)) return own;
  await print(process.stderr, `${withoutReglages(own.problem)}\n`);
  return AUCUN_REGLAGE;
}

async function entryOf({ shown, absolute }: Workfile, { reglages, ...options }: Run): Promise<Entry> {
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
  const name = path.basename(shown);
  const workbook = await readXlsx(bytes.value, {
    name,
    calculation: loadCalculationInNode,
    inflate: inflateInNode,
  });
  if (!workbook.ok) return unreadable(workbook.sentence, sha256);
  const own = await reglagesFor(bytes.value, name, reglages);
  const checked = await checkWorkbook(workbook.value, { ...options, reglages: own });
  return { path: shown, sha256, verdict: checked.verdict, durationMs: elapsed(), report: checked, error: null };
}

/** What all files of a command are checked with; null settings are each workbook's own. */
type Run = Omit<CheckOptions, "reglages"> & { readonly reglages: Reglages | null };

async function runOf({ year, date, codes, settings }: CheckArguments): Promise<Run | { readonly problem: string }> {
  const ownCodes = await readOwnCodes(codes);
  if ("problem" in ownCodes) return ownCodes;
  const reglages = settings === null ? null : await reglagesOfFile(settings);
  if (reglages && "problem" in reglages) return reglages;
  return { ownCodes, reglages, date: date ?? localDay(new Date()), ...(year === null ? {} : { year }) };
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
  const run = await runOf(options);
  if ("problem" in run) {
    await print(process.stderr, `${run.problem}\n`);
    return 2;
  }
  const entries: Entry[] = [];
  for (const file of workfiles(options.paths)) entries.push(await entryOf(file, run));
  if (entries.length === 0) await print(process.stderr, "Aucun classeur .xlsx ou .xlsm à contrôler.\n");
  await print(process.stdout, WRITERS[options.format](entries));
  return exitCodeOf(entries);
}

async function main([command, ...words]: readonly string[]): Promise<number> {
  if (command === "check") return check(words);
  if (command === "fill") return fill(words);
  if (command === "bilan") return bilan(words);
  if (command === "report") return report(words);
  await print(process.stderr, [USAGE, FILL_USAGE, BILAN_USAGE, REPORT_USAGE].join("\n"));
  return 2;
}

// A reader that closes the pipe early (`| head`) is no fault of the check.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2));
