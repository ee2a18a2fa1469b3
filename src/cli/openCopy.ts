/** A workbook read here, a copy written there, and what the answer says of it. */
import { realpathSync } from "node:fs";
import path from "node:path";
import { loadCalculationInNode } from "../calculation/node";
import { parseMemoire, type Memoire } from "../domain/memoire";
import type { Reglages } from "../domain/reglages";
import type { WritableHost } from "../host/ports";
import { cellAddress, type CellRef } from "../workbook/address";
import type { CellContent, Draft } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";
import { createWritableFileHost, readFileBytes, writeFileBytes } from "../xlsx/fileHost";
import { absoluteOf } from "./files";
import { print } from "./print";
import { lecturesOf, reglagesOfFile, rememberedReglages } from "./reglages";
import { TOOL } from "../domain/tool";

/** What a run ends with: the answer or the reason, and the exit code. */
export type Outcome =
  | { readonly code: 0; readonly answer: object }
  | { readonly code: 1; readonly answer: object }
  | { readonly code: 2; readonly problem: string };

/** A write that is refused, with its reason; nothing is written. */
export function refused(sentence: string, cells: readonly CellRef[] = []): Outcome {
  const where = cells.map(({ sheet, row, column }) => `${sheet}!${cellAddress(row, column)}`);
  return { code: 1, answer: { tool: TOOL, refused: sentence, cells: where, written: [] } };
}

/** Bad usage, or a file that cannot be read. */
export function unusable(problem: string): Outcome {
  return { code: 2, problem };
}

/** `out` beside the caller, whether it is there yet or not. */
function outPath(out: string): string {
  return path.resolve(process.env["INIT_CWD"] ?? process.cwd(), out);
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return path.resolve(one) === path.resolve(other);
  }
}

/** A workbook that is open, with where it stands and where its copy goes. */
export interface OpenCopy {
  readonly from: string;
  readonly to: string;
  readonly host: WritableHost;
  readonly workbook: Workbook;
}

/** Opens the workbook of a run, or says why it cannot be. */
export async function openCopy(given: string, out: string): Promise<OpenCopy | { readonly problem: string }> {
  const [from, to] = [absoluteOf(given), outPath(out)];
  if (isSameFile(from, to)) return { problem: "La copie doit porter un autre nom que le classeur d'origine." };
  const host = createWritableFileHost(from, to, { calculation: loadCalculationInNode });
  const workbook = await host.read();
  if (!workbook.ok) return { problem: workbook.sentence };
  const lectures = lecturesOf(await host.readMemory());
  return { from, to, host, workbook: { ...workbook.value, lectures } };
}

/** What the workbook remembers, or what is wrong with it. */
export async function memoireOf({ host }: OpenCopy): Promise<Memoire | { readonly problem: string }> {
  const memory = await host.readMemory();
  return memory.ok ? parseMemoire(memory.value, "ce classeur") : { problem: memory.sentence };
}

/** The settings of the file that `--settings` names; without it, those that the workbook remembers. */
export async function reglagesFor(
  settings: string | null,
  { host }: OpenCopy,
): Promise<Reglages | { readonly problem: string }> {
  return settings === null ? rememberedReglages(await host.readMemory(), "ce classeur") : reglagesOfFile(settings);
}

function written(
  sheet: string,
  row: number,
  column: number,
  { formula, value, numberFormat }: CellContent,
  why: string,
) {
  return { sheet, cell: cellAddress(row, column), formula, value, format: numberFormat, why };
}

/** Cells without words or figures of a new sheet are drawn only: they are not told. */
export function writtenCells({ writes, sheets }: Draft): object[] {
  return [
    ...writes.map(({ ref, after, why }) => written(ref.sheet, ref.row, ref.column, after, why)),
    ...sheets.flatMap(({ name, cells }) =>
      cells
        .filter(({ content }) => content.formula !== null || (content.value !== null && content.value !== ""))
        .map(({ row, column, content, why }) => written(name, row, column, content, why)),
    ),
  ];
}

/** Writes a draft in the copy; a draft that writes nothing copies the workbook as it is. */
export async function writeCopy({ from, to, host }: OpenCopy, draft: Draft, answer: object): Promise<Outcome> {
  if (draft.writes.length + draft.sheets.length === 0) {
    const bytes = await readFileBytes(from);
    const copied = bytes.ok ? await writeFileBytes(to, bytes.value) : bytes;
    return copied.ok ? { code: 0, answer } : unusable(copied.sentence);
  }
  const receipt = await host.apply(draft);
  return receipt.ok ? { code: 0, answer } : refused(receipt.sentence, receipt.cells);
}

/** Prints what a run ends with; gives the exit code. */
export async function told(outcome: Outcome): Promise<number> {
  if (outcome.code === 2) await print(process.stderr, `${outcome.problem}\n`);
  else await print(process.stdout, `${JSON.stringify(outcome.answer, null, 2)}\n`);
  return outcome.code;
}
