/** Drafts written in a copy of a workbook: what `fill` and `bilan` share. */
import { realpathSync } from "node:fs";
import path from "node:path";
import { loadCalculationInNode } from "../calculation/node";
import type { CodeActivite } from "../domain/codesActivite";
import { AUCUN_REGLAGE, parseReglages, type Reglages } from "../domain/reglages";
import type { ACompleter, Arrondi } from "../drafting/plan";
import { cellAddress, type CellRef } from "../workbook/address";
import type { CellContent, Draft } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";
import { createWritableFileHost, readFileBytes, writeFileBytes } from "../xlsx/fileHost";
import { absoluteOf } from "./files";
import { TOOL } from "./json";
import { readOwnCodes } from "./ownCodes";
import { print } from "./print";

/** What a run ends with: the answer or the reason, and the exit code. */
type Outcome =
  | { readonly code: 0; readonly answer: object }
  | { readonly code: 1; readonly answer: object }
  | { readonly code: 2; readonly problem: string };

export interface CopyArguments {
  readonly path: string;
  readonly out: string;
  /** JSON file of the convention's settings; null takes those that the workbook remembers. */
  readonly settings: string | null;
  /** JSON file of codes activité that officers added. */
  readonly codes: string | null;
}

/** What is to be written, and the answer that says so; or why nothing is. */
export type Drafted =
  | { readonly ok: true; readonly draft: Draft; readonly answer: object }
  | { readonly ok: false; readonly sentence: string };

/** Drafts from a workbook, with its settings and the officer's codes. */
export type Drafting = (workbook: Workbook, reglages: Reglages, ownCodes: readonly CodeActivite[]) => Drafted;

function refused(sentence: string, cells: readonly CellRef[] = []): Outcome {
  const where = cells.map(({ sheet, row, column }) => `${sheet}!${cellAddress(row, column)}`);
  return { code: 1, answer: { tool: TOOL, refused: sentence, cells: where, written: [] } };
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
function writtenCells({ writes, sheets }: Draft): object[] {
  return [
    ...writes.map(({ ref, after, why }) => written(ref.sheet, ref.row, ref.column, after, why)),
    ...sheets.flatMap(({ name, cells }) =>
      cells
        .filter(({ content }) => content.formula !== null || (content.value !== null && content.value !== ""))
        .map(({ row, column, content, why }) => written(name, row, column, content, why)),
    ),
  ];
}

function at({ sheet, row, column }: CellRef) {
  return { sheet, cell: cellAddress(row, column) };
}

/** The answer's lists of what was written, and of what the officer has to look at. */
export function answerOfDraft(
  { path: given, out }: CopyArguments,
  drafted: {
    readonly draft: Draft;
    readonly aCompleter: readonly ACompleter[];
    readonly arrondis: readonly Arrondi[];
    readonly dejaJustes: number;
    readonly remarques: readonly string[];
  },
  about: object,
): object {
  return {
    tool: TOOL,
    path: given,
    out,
    ...about,
    written: writtenCells(drafted.draft),
    toComplete: drafted.aCompleter.map(({ ref, subject, reason }) => ({ ...at(ref), subject, reason })),
    rounded: drafted.arrondis.map(({ ref, subject, montant, half }) => ({
      ...at(ref),
      subject,
      amount: montant,
      half,
    })),
    alreadyRight: drafted.dejaJustes,
    remarks: drafted.remarques,
  };
}

async function reglagesFor(
  settings: string | null,
  remembered: string | null,
): Promise<Reglages | { readonly problem: string }> {
  if (settings === null) return remembered === null ? AUCUN_REGLAGE : parseReglages(remembered, "ce classeur");
  const bytes = await readFileBytes(absoluteOf(settings));
  return bytes.ok ? parseReglages(new TextDecoder().decode(bytes.value), settings) : { problem: bytes.sentence };
}

async function copyWith(options: CopyArguments, drafting: Drafting): Promise<Outcome> {
  const ownCodes = await readOwnCodes(options.codes);
  if ("problem" in ownCodes) return { code: 2, problem: ownCodes.problem };
  const [from, to] = [absoluteOf(options.path), outPath(options.out)];
  if (isSameFile(from, to)) return { code: 2, problem: "La copie doit porter un autre nom que le classeur d'origine." };
  const host = createWritableFileHost(from, to, { calculation: loadCalculationInNode });
  const workbook = await host.read();
  if (!workbook.ok) return { code: 2, problem: workbook.sentence };
  const memory = await host.readMemory();
  const reglages = await reglagesFor(options.settings, memory.ok ? memory.value : null);
  if ("problem" in reglages) return { code: 2, problem: reglages.problem };
  const drafted = drafting(workbook.value, reglages, ownCodes);
  if (!drafted.ok) return refused(drafted.sentence);
  const { draft, answer } = drafted;
  if (draft.writes.length + draft.sheets.length === 0) {
    const bytes = await readFileBytes(from);
    const copied = bytes.ok ? await writeFileBytes(to, bytes.value) : bytes;
    return copied.ok ? { code: 0, answer } : { code: 2, problem: copied.sentence };
  }
  const receipt = await host.apply(draft);
  return receipt.ok ? { code: 0, answer } : refused(receipt.sentence, receipt.cells);
}

/** Writes a draft in a copy, prints the answer or the reason, and gives the exit code. */
export async function runCopy(options: CopyArguments, drafting: Drafting): Promise<number> {
  const outcome = await copyWith(options, drafting);
  if (outcome.code === 2) await print(process.stderr, `${outcome.problem}\n`);
  else await print(process.stdout, `${JSON.stringify(outcome.answer, null, 2)}\n`);
  return outcome.code;
}
