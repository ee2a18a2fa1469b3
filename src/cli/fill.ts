/** `fill`: the plan de financement of a workbook, written in a copy of it. */
import { realpathSync } from "node:fs";
import path from "node:path";
import { loadCalculationInNode } from "../calculation/node";
import type { CodeActivite } from "../domain/codesActivite";
import { draftPlan, type PlanDraft } from "../drafting/plan";
import { cellAddress, type CellRef } from "../workbook/address";
import type { CellContent, Draft } from "../workbook/draft";
import { createWritableFileHost, readFileBytes, writeFileBytes } from "../xlsx/fileHost";
import { FILL_USAGE, readFillArguments, type FillArguments } from "./fillArguments";
import { absoluteOf } from "./files";
import { TOOL } from "./json";
import { readOwnCodes } from "./ownCodes";
import { print } from "./print";
import { reglagesOfFile, rememberedReglages } from "./reglages";

/** What a run ends with: the answer or the reason, and the exit code. */
type Outcome =
  | { readonly code: 0; readonly answer: object }
  | { readonly code: 1; readonly answer: object }
  | { readonly code: 2; readonly problem: string };

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

function answerOf({ path: given, out }: FillArguments, plan: PlanDraft): object {
  const at = ({ sheet, row, column }: CellRef) => ({ sheet, cell: cellAddress(row, column) });
  return {
    tool: TOOL,
    path: given,
    out,
    year: plan.year,
    sheet: plan.sheet,
    newSheet: plan.isNewSheet,
    written: writtenCells(plan.draft),
    toComplete: plan.aCompleter.map(({ ref, subject, reason }) => ({ ...at(ref), subject, reason })),
    rounded: plan.arrondis.map(({ ref, subject, montant, half }) => ({ ...at(ref), subject, amount: montant, half })),
    alreadyRight: plan.dejaJustes,
    remarks: plan.remarques,
  };
}

async function fillWith(options: FillArguments, ownCodes: readonly CodeActivite[]): Promise<Outcome> {
  const [from, to] = [absoluteOf(options.path), outPath(options.out)];
  if (isSameFile(from, to)) return { code: 2, problem: "La copie doit porter un autre nom que le classeur d'origine." };
  const host = createWritableFileHost(from, to, { calculation: loadCalculationInNode });
  const workbook = await host.read();
  if (!workbook.ok) return { code: 2, problem: workbook.sentence };
  const reglages =
    options.settings === null
      ? rememberedReglages(await host.readMemory(), "ce classeur")
      : await reglagesOfFile(options.settings);
  if ("problem" in reglages) return { code: 2, problem: reglages.problem };
  const { year, parties, cible, avenant } = options;
  const plan = draftPlan(workbook.value, { year, reglages, ownCodes, parties, cible, avenant });
  if (!plan.ok) return refused(plan.sentence);
  const { draft } = plan.value;
  if (draft.writes.length + draft.sheets.length === 0) {
    const bytes = await readFileBytes(from);
    const copied = bytes.ok ? await writeFileBytes(to, bytes.value) : bytes;
    return copied.ok ? { code: 0, answer: answerOf(options, plan.value) } : { code: 2, problem: copied.sentence };
  }
  const receipt = await host.apply(draft);
  return receipt.ok ? { code: 0, answer: answerOf(options, plan.value) } : refused(receipt.sentence, receipt.cells);
}

/** Runs `fill` with its words; gives the exit code. */
export async function fill(words: readonly string[]): Promise<number> {
  const options = readFillArguments(words);
  if ("problem" in options) {
    await print(process.stderr, `${options.problem}\n\n${FILL_USAGE}`);
    return 2;
  }
  const ownCodes = await readOwnCodes(options.codes);
  const outcome: Outcome =
    "problem" in ownCodes ? { code: 2, problem: ownCodes.problem } : await fillWith(options, ownCodes);
  if (outcome.code === 2) await print(process.stderr, `${outcome.problem}\n`);
  else await print(process.stdout, `${JSON.stringify(outcome.answer, null, 2)}\n`);
  return outcome.code;
}
