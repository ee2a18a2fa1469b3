/** `npm run bench [-- --cells 1000,10000 --runs 3 --json]`: what a check costs, beside bare reads of the same files. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { classeurOfCells } from "./classeurs";
import { exponent, measured, type Measured, type Told } from "./measure";
import { isTaskName, TASKS, type TaskName } from "./tasks";

/** Tells what this process cost, for whoever started it. */
function tell(times: Told["times"]): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const told: Told = { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024, times };
  process.stderr.write(`${JSON.stringify(told)}\n`);
}

interface Line {
  readonly cells: number;
  readonly name: string;
  readonly measure: Measured;
}

/** Smaller files tell how long Node takes to start. */
const LEAST_FOR_GROWTH = 10_000;

async function measureAll(sizes: readonly number[], runs: number, cli: string): Promise<Line[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "controle-pls-"));
  const lines: Line[] = [];
  try {
    for (const cells of sizes) {
      const file = path.join(folder, `${cells}.xlsx`);
      writeFileSync(file, await classeurOfCells(cells));
      const self = process.argv[1] ?? "";
      const whole = measured([self, "--whole", cli, "--file", file], runs);
      lines.push({ cells, name: "Contrôle PLS, processus entier", measure: whole });
      for (const name of Object.keys(TASKS) as TaskName[]) {
        lines.push({ cells, name: TASKS[name].label, measure: measured([self, "--task", name, "--file", file], runs) });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return lines;
}

function textOf(lines: readonly Line[]): string {
  const rows = [["cellules", "", "processus", "processeur", "mémoire", "cellules/s", "étapes"]];
  for (const { cells, name, measure } of lines) {
    const { wall, cpu, memory, times } = measure;
    const stages = Object.entries(times).map(([stage, ms]) => `${stage} ${ms.toFixed(0)} ms`);
    const rate = `${Math.round(cells / (wall / 1000)).toLocaleString("fr-FR")}`;
    const ms = (time: number): string => `${time.toFixed(0)} ms`;
    rows.push([String(cells), name, ms(wall), ms(cpu), `${memory.toFixed(0)} Mo`, rate, stages.join(", ")]);
  }
  const widths = rows[0]?.map((_none, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Growth of each measure's processor time with the number of cells. */
function growthOf(lines: readonly Line[]): Record<string, number> {
  const large = lines.filter(({ cells }) => cells >= LEAST_FOR_GROWTH);
  const names = new Set(large.map(({ cells }) => cells)).size < 2 ? [] : [...new Set(large.map(({ name }) => name))];
  return Object.fromEntries(
    names.map((name) => {
      const own = large.filter((line) => line.name === name);
      return [name, exponent(own.map(({ cells, measure }) => [cells, measure.cpu] as const))];
    }),
  );
}

const { values } = parseArgs({
  options: {
    cells: { type: "string", default: "1000,10000,100000,1000000" },
    runs: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
    cli: { type: "string", default: "" },
    task: { type: "string" },
    whole: { type: "string" },
    file: { type: "string", default: "" },
  },
});

if (values.task !== undefined && isTaskName(values.task)) {
  tell(await TASKS[values.task].run(values.file));
} else if (values.whole !== undefined) {
  process.on("exit", () => tell({}));
  process.argv = [process.execPath, values.whole, "check", "--date", "2024-07-08", values.file];
  // The command line's own bundle, in this very process: the bench adds next to nothing to it.
  await import(/* webpackIgnore: true */ values.whole);
} else {
  const lines = await measureAll(values.cells.split(",").map(Number), Number(values.runs), values.cli);
  const growth = growthOf(lines);
  const told = Object.entries(growth).map(([name, power]) => `  ${name} : ${power.toFixed(2)}`);
  console.log(
    values.json
      ? JSON.stringify({ lines, growth }, null, 2)
      : `${textOf(lines)}\ncroissance (exposant du temps de processeur) :\n${told.join("\n")}`,
  );
}
