/** `check` on a folder of many workbooks: threads, bad files, an interruption; a process as somebody calls it. */
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const ROOT = path.resolve(__dirname, "../..");
const SAMPLES = path.join(ROOT, "assets/exemples");
/** Enough for threads to be worth their start, on a machine that has several processors. */
const MANY = 150;

let folder = "";

beforeAll(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), "controle-pls-")), "lot");
  mkdirSync(folder);
  const samples = ["nord-2024.xlsx", "nord-2024-erreurs.xlsx"];
  for (let place = 0; place < MANY; place += 1) {
    const sample = samples[place % samples.length] ?? "";
    copyFileSync(path.join(SAMPLES, sample), path.join(folder, `${String(place).padStart(3, "0")}.xlsx`));
  }
  writeFileSync(path.join(folder, "007.xlsx"), "ni un classeur, ni rien");
});
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

// The first call may have to build the bundle.
jest.setTimeout(120_000);

interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param interruptedAt what of the error stream brings Ctrl+C about */
function check(words: readonly string[], interruptedAt: RegExp | null = null): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(ROOT, "scripts/cli.mjs"), "check", ...words], { cwd: ROOT });
    let [stdout, stderr] = ["", ""];
    let isInterrupted = false;
    child.stdout.on("data", (piece: Buffer) => (stdout += piece.toString()));
    child.stderr.on("data", (piece: Buffer) => {
      stderr += piece.toString();
      // A second one ends the process at once.
      if (isInterrupted || !interruptedAt?.test(stderr)) return;
      isInterrupted = true;
      child.kill("SIGINT");
    });
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

interface Workbook {
  readonly path: string;
  readonly verdict: string;
  readonly sha256: string | null;
}

function workbooksOf({ stdout }: Answer): readonly Workbook[] {
  return (JSON.parse(stdout) as { readonly workbooks: readonly Workbook[] }).workbooks;
}

test("chaque classeur d'un dossier a sa réponse, à sa place, malgré celui qui ne se lit pas", async () => {
  const [all, one] = await Promise.all([
    check(["--date", "2024-07-08", folder]),
    check(["--date", "2024-07-08", path.join(folder, "001.xlsx")]),
  ]);
  const workbooks = workbooksOf(all);
  expect(workbooks.map((workbook) => path.basename(workbook.path))).toEqual(
    Array.from({ length: MANY }, (_, place) => `${String(place).padStart(3, "0")}.xlsx`),
  );
  expect(workbooks[7]?.verdict).toBe("illisible");
  expect({ ...workbooks[1], durationMs: 0 }).toEqual({ ...workbooksOf(one)[0], durationMs: 0 });
  expect(all.code).toBe(2);
  expect(all.stderr).toContain(`${MANY} classeurs contrôlés : À corriger avant envoi 74, `);
  // The bundle may have been built first.
  expect(one.stderr.replace(/^Construction.*\n/, "")).toBe("");
});

test("interrompu, le contrôle finit sa réponse par les classeurs qu'il a lus et dit combien il en reste", async () => {
  const files = Array.from({ length: 40 }, () => folder);
  const answer = await check(["--date", "2024-07-08", ...files], /sur 6000 classeurs/);
  expect(answer.code).toBe(130);
  expect(workbooksOf(answer).length).toBeGreaterThan(0);
  expect(answer.stderr).toMatch(/Contrôle interrompu\. \d+ classeurs contrôlés : .*Relancez la commande/);
});
