/** `check`: files and folders checked, and one answer printed. */
import type { Verdict } from "../checking/report";
import { localDay } from "../domain/days";
import { readArguments, USAGE, type CheckArguments } from "./arguments";
import type { Run } from "./checkFile";
import { checkFiles } from "./checkFiles";
import { workfiles } from "./files";
import { readOwnCodes } from "./ownCodes";
import { print } from "./print";
import { reglagesOfFile } from "./reglages";

/** What a shell expects of a command that Ctrl+C ended. */
const INTERRUPTED = 130;

async function runOf({
  year,
  date,
  codes,
  settings,
  format,
}: CheckArguments): Promise<Run | { readonly problem: string }> {
  const ownCodes = await readOwnCodes(codes);
  if ("problem" in ownCodes) return ownCodes;
  const reglages = settings === null ? null : await reglagesOfFile(settings);
  if (reglages && "problem" in reglages) return reglages;
  return { ownCodes, reglages, format, date: date ?? localDay(new Date()), ...(year === null ? {} : { year }) };
}

function exitCodeOf(verdicts: readonly Verdict[]): number {
  if (verdicts.length === 0 || verdicts.includes("illisible")) return 2;
  return verdicts.includes("bloquant") ? 1 : 0;
}

/** Runs `check` with its words; gives the exit code. */
export async function check(words: readonly string[]): Promise<number> {
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
  const files = workfiles(options.paths);
  if (files.length === 0) await print(process.stderr, "Aucun classeur .xlsx ou .xlsm à contrôler.\n");
  const { verdicts, isInterrupted } = await checkFiles(files, run);
  return isInterrupted ? INTERRUPTED : exitCodeOf(verdicts);
}
