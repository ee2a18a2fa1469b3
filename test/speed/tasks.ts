/** What one process measures: our stages one after the other, or a bare read by another reader of the same file. */
import { readFileSync } from "node:fs";
import type { Workbook } from "../../src/workbook/picture";

/** Milliseconds, by stage. */
export type Times = Readonly<Record<string, number>>;

export interface Task {
  readonly label: string;
  run(file: string): Promise<Times>;
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

/** Each process sets up its own reader alone: none pays for the others. */
async function readByUs(file: string): Promise<{ readonly value: Workbook; readonly ms: number }> {
  const { inflateInNode } = await import("../../src/xlsx/nodeInflate");
  const { readXlsx } = await import("../../src/xlsx/readXlsx");
  const read = await timed(() => readXlsx(readFileSync(file), { name: "banc.xlsx", inflate: inflateInNode }));
  if (!read.value.ok) throw new Error(read.value.sentence);
  return { value: read.value.value, ms: read.ms };
}

/** A bare read by a package of that name. */
function other(label: string, read: (bytes: Buffer) => unknown): Task {
  return { label, run: async (file) => ({ read: (await timed(async () => read(readFileSync(file)))).ms }) };
}

export const TASKS = {
  ours: {
    label: "Contrôle PLS, lecture",
    run: async (file) => ({ read: (await readByUs(file)).ms }),
  },
  stages: {
    label: "Contrôle PLS, étapes",
    async run(file) {
      const { checkWorkbook } = await import("../../src/checking/check");
      const { readTables } = await import("../../src/reading/read");
      const { value: workbook, ms } = await readByUs(file);
      const recognised = await timed(() => readTables(workbook));
      // Each sheet's tables are kept: what is left are relations, rules, diagnosis and the report.
      const checked = await timed(() => checkWorkbook(workbook, { date: "2024-07-08" }));
      return { read: ms, recognise: recognised.ms, check: checked.ms };
    },
  },
  hucre: other("hucre", async (bytes) => (await import("hucre/xlsx")).readXlsx(bytes)),
  xlsx: other("SheetJS CE", async (bytes) => (await import("xlsx")).read(bytes, { dense: true })),
  exceljs: other("ExcelJS", async (bytes) => {
    const { Workbook } = (await import("exceljs")).default;
    return new Workbook().xlsx.load(bytes as unknown as ArrayBuffer);
  }),
} satisfies Record<string, Task>;

export type TaskName = keyof typeof TASKS;

export function isTaskName(name: string): name is TaskName {
  return name in TASKS;
}
