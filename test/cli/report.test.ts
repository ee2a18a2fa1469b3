/** `report` as somebody calls it: a process, a file, the report in the form of its name, its answer and its exit code. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkWorkbook } from "../../src/checking/check";
import { justificationOf } from "../../src/checking/justifications";
import { AUCUNE_MEMOIRE, memoireJson } from "../../src/domain/memoire";
import { AUCUN_REGLAGE } from "../../src/domain/reglages";
import type { Sheet, Workbook } from "../../src/workbook/picture";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsxMemory } from "../../src/xlsx/write/memory";
import { nordPlan } from "../builders/nord";
import { changed, sheet, workbook } from "../builders/picture";
import { xlsxOf } from "../fixtures/parts";
import { fileOf } from "../fixtures/pictureFile";

const ROOT = path.resolve(__dirname, "../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "controle-pls-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The first call may have to build the bundle.
jest.setTimeout(60_000);

function run(command: string, ...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(ROOT, "scripts/cli.mjs"), command, ...words],
      { cwd: ROOT, maxBuffer: 1e8 },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

const report = (...words: string[]) => run("report", ...words);

const FAULTY = changed(nordPlan(), "Plan!D7", 2_540_000);

function file(name: string, content: Workbook | Uint8Array): string {
  const at = path.join(folder, name);
  writeFileSync(at, content instanceof Uint8Array ? content : fileOf(content));
  return at;
}

async function pictureOf(at: string): Promise<Workbook> {
  const read = await readXlsx(readFileSync(at), { name: path.basename(at) });
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
}

function reportIn({ sheets }: Workbook): Sheet {
  const found = sheets.find(({ name }) => name.startsWith("Rapport de contrôle"));
  if (!found) throw new Error("no report");
  return found;
}

test("un classeur bloquant reçoit sa feuille, le code 0 et la liste des cellules écrites", async () => {
  const from = file("plan.xlsx", FAULTY);
  const before = readFileSync(from);
  const out = path.join(folder, "rapport.xlsx");
  const { code, stdout } = await report(from, "--out", out, "--date", "2025-03-31");
  expect(code).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ verdict: "bloquant", findings: 1, sheet: "Rapport de contrôle" });
  expect(answer.written).toContainEqual(
    expect.objectContaining({ sheet: "Rapport de contrôle", cell: "C4", formula: null, value: "31/03/2025" }),
  );
  expect(readFileSync(from).equals(before)).toBe(true);
  const written = await pictureOf(out);
  expect(written.sheets.map(({ name }) => name)).toEqual(["Plan", "Rapport de contrôle"]);
  expect(reportIn(written).cells.every(({ formula, value }) => formula === null && typeof value === "string")).toBe(
    true,
  );
});

test("le rapport d'un classeur qui a déjà le sien dit la même chose, sous un autre nom", async () => {
  const from = file("plan.xlsx", FAULTY);
  const [once, twice] = [path.join(folder, "un.xlsx"), path.join(folder, "deux.xlsx")];
  const first = JSON.parse((await report(from, "--out", once, "--date", "2025-03-31")).stdout);
  const second = JSON.parse((await report(once, "--out", twice, "--date", "2025-03-31")).stdout);
  expect(second).toMatchObject({ sheet: "Rapport de contrôle (2)", content: first.content, findings: first.findings });
});

test.each([["xlsx"], ["html"], ["csv"]])(
  "deux passages en .%s avec la même date donnent les mêmes octets",
  async (form) => {
    const from = file("plan.xlsx", FAULTY);
    const outs = [path.join(folder, `a.${form}`), path.join(folder, `b.${form}`)];
    for (const out of outs) expect((await report(from, "--out", out, "--date", "2025-03-31")).code).toBe(0);
    const [one, other] = outs.map((out) => readFileSync(out));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
  },
);

test("la page et le fichier CSV se suffisent", async () => {
  const from = file("plan.xlsx", FAULTY);
  const [page, csv] = [path.join(folder, "r.html"), path.join(folder, "r.csv")];
  for (const out of [page, csv]) await report(from, "--out", out, "--date", "2025-03-31");
  expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>[^]*À corriger avant envoi/);
  expect(readFileSync(page, "utf8")).not.toMatch(/<script|src=|href=/);
  expect(readFileSync(csv, "utf8")).toMatch(/^\uFEFFRubrique;Résultat;[^]*;2540000,00;2450000,00;90000,00;/);
});

test("les réglages et les justifications que le classeur garde servent au rapport, et restent dans la copie", async () => {
  const { findings } = await checkWorkbook(FAULTY);
  const [first] = findings;
  if (!first) throw new Error("nothing found");
  const said = { scope: "cell", reason: "=1+1 <b>Accord</b>", author: "A. Agent", date: "2025-03-12" } as const;
  const reglages = { ...AUCUN_REGLAGE, notifies: [{ annee: 2024, bloc: "axe-1", montant: "1.00" } as const] };
  const kept = memoireJson({ ...AUCUNE_MEMOIRE, reglages, justifications: [justificationOf(first, findings, said)] });
  const remembered = await writeXlsxMemory(fileOf(FAULTY), kept, "plan.xlsx");
  if (!remembered.ok) throw new Error(remembered.sentence);
  const from = file("garde.xlsx", remembered.value);
  const out = path.join(folder, "garde-rapport.xlsx");
  expect((await report(from, "--out", out, "--date", "2025-03-31")).code).toBe(0);
  const texts = reportIn(await pictureOf(out)).cells.map(({ value }) => String(value));
  expect(texts).toContain(
    "Justification reçue avec le classeur, non vérifiée (A. Agent, le 12/03/2025)\u00A0: =1+1 <b>Accord</b>.",
  );
  expect(texts.join("\n")).toContain("Aucun montant notifié pour l'axe 3 en 2024");
  // What comes after finds it all again.
  const again = path.join(folder, "garde-rapport.html");
  await report(out, "--out", again, "--date", "2025-03-31");
  expect(readFileSync(again, "utf8")).toContain("=1+1 &lt;b&gt;Accord&lt;/b&gt;");
});

test("un classeur où rien n'est reconnu a son rapport aussi", async () => {
  const from = file("notes.xlsx", workbook(sheet("Notes", [["Bonjour"]])));
  const { code, stdout } = await report(from, "--out", path.join(folder, "notes.html"));
  expect([code, JSON.parse(stdout).verdict]).toEqual([0, "non-verifiable"]);
});

test.each([
  ["sans rapport", ["a.xlsx"], "--out"],
  ["une forme inconnue", ["a.xlsx", "--out", "b.pdf"], ".html ou un .csv"],
  ["une date illisible", ["a.xlsx", "--out", "b.xlsx", "--date", "hier"], "Date illisible"],
  ["un fichier absent", ["absent.xlsx", "--out", "b.html"], "absent.xlsx"],
])("%s : le code 2 et une phrase", async (_case, words, sentence) => {
  const { code, stdout, stderr } = await report(...words);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(sentence);
});

test("le rapport n'est jamais écrit sur le classeur d'origine", async () => {
  const from = file("plan.xlsx", FAULTY);
  const before = readFileSync(from);
  expect((await report(from, "--out", from)).code).toBe(2);
  expect(readFileSync(from).equals(before)).toBe(true);
});

test("un classeur protégé contre l'ajout d'une feuille est un refus : code 1, rien d'écrit", async () => {
  const out = path.join(folder, "rien.xlsx");
  const from = file("protege.xlsx", xlsxOf({ before: '<workbookProtection lockStructure="1"/>' }));
  const { code, stdout } = await report(from, "--out", out);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ refused: expect.stringContaining("structure"), written: [] });
  expect(existsSync(out)).toBe(false);
});
