/** `fill` as somebody calls it: a process, a file, its copy, its answer and its exit code. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { loadCalculationInNode } from "../../src/calculation/node";
import type { Workbook } from "../../src/workbook/picture";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { writeXlsxMemory } from "../../src/xlsx/write/memory";
import { ficheRows, HEADER, PLAN_ROWS } from "../builders/nord";
import { sheet, workbook } from "../builders/picture";
import { fileOf } from "../fixtures/pictureFile";

const ROOT = path.resolve(__dirname, "../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "controle-pls-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The first call may have to build the bundle.
jest.setTimeout(60_000);

function fill(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(ROOT, "scripts/cli.mjs"), "fill", ...words],
      { cwd: ROOT, maxBuffer: 1e8 },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

const SETTINGS = JSON.stringify({
  version: 1,
  departement: { nom: "Nord", siren: "225900018" },
  notifies: [
    { annee: 2024, bloc: "volet-2", montant: "8752912.00" },
    { annee: 2024, bloc: "volet-3", montant: "5700000.00" },
  ],
});

const FICHES = workbook(sheet("Fiches", ficheRows()));

function file(name: string, content: Workbook | string): string {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === "string" ? content : fileOf(content));
  return at;
}

async function pictureOf(at: string): Promise<Workbook> {
  const read = await readXlsx(readFileSync(at), { name: path.basename(at), calculation: loadCalculationInNode });
  if (!read.ok) throw new Error(read.sentence);
  return read.value;
}

function valueAt({ sheets }: Workbook, name: string, row: number, column: number) {
  return sheets.find((one) => one.name === name)?.cells.find((cell) => cell.row === row && cell.column === column)
    ?.value;
}

test("des seules fiches : une feuille de plus, et la liste des cellules écrites", async () => {
  const from = file("fiches.xlsx", FICHES);
  const before = readFileSync(from);
  const out = path.join(folder, "plan.xlsx");
  const { code, stdout } = await fill(from, "--out", out, "--year", "2024");
  expect(code).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ year: 2024, sheet: "Plan de financement 2024", newSheet: true });
  expect(answer.written).toContainEqual({
    sheet: "Plan de financement 2024",
    cell: "D5",
    formula: "=75000+1925000",
    value: 2_000_000,
    format: '#,##0\\ "€"',
    why: expect.stringContaining("1,925\u00A0M€"),
  });
  expect(answer.toComplete).toEqual([expect.objectContaining({ cell: "D17", subject: "Action 2.3, État" })]);
  expect(answer.rounded).toContainEqual(expect.objectContaining({ cell: "D16", amount: "8752412.00", half: "500.00" }));
  expect(readFileSync(from).equals(before)).toBe(true);
  const written = await pictureOf(out);
  expect(written.sheets.map(({ name }) => name)).toEqual(["Fiches", "Plan de financement 2024"]);
  expect(valueAt(written, "Plan de financement 2024", 18, 5)).toBe(29_737_784);
});

test("les réglages d'un fichier, ou ceux que le classeur garde, donnent les totaux de l'annexe", async () => {
  const from = file("fiches.xlsx", FICHES);
  const out = path.join(folder, "notifie.xlsx");
  expect((await fill(from, "--out", out, "--settings", file("reglages.json", SETTINGS))).code).toBe(0);
  expect(valueAt(await pictureOf(out), "Plan de financement 2024", 18, 5)).toBe(35_438_784);

  const remembered = await writeXlsxMemory(readFileSync(from), SETTINGS, "fiches.xlsx");
  if (!remembered.ok) throw new Error(remembered.sentence);
  writeFileSync(from, remembered.value);
  const again = path.join(folder, "garde.xlsx");
  expect((await fill(from, "--out", again)).code).toBe(0);
  expect(valueAt(await pictureOf(again), "Plan de financement 2024", 18, 5)).toBe(35_438_784);
});

test("un second remplissage n'a plus rien à écrire", async () => {
  const blank = PLAN_ROWS.map((row) => row.slice(0, 3));
  const from = file(
    "modele.xlsx",
    workbook(sheet("Plan", [["Plan de financement 2024"], [], [], HEADER, ...blank]), ...FICHES.sheets),
  );
  const once = path.join(folder, "once.xlsx");
  const twice = path.join(folder, "twice.xlsx");
  expect((await fill(from, "--out", once)).code).toBe(0);
  const { code, stdout } = await fill(once, "--out", twice);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).written).toEqual([]);
  expect(readFileSync(twice).equals(readFileSync(once))).toBe(true);
});

test("un refus donne sa raison et le code 1, et n'écrit rien", async () => {
  const out = path.join(folder, "rien.xlsx");
  const { code, stdout } = await fill(file("fiches.xlsx", FICHES), "--out", out, "--year", "2030");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ refused: expect.stringContaining("2030"), written: [] });
  expect(existsSync(out)).toBe(false);
});

test("la copie n'est jamais le classeur d'origine", async () => {
  const from = file("fiches.xlsx", FICHES);
  const before = readFileSync(from);
  const { code, stderr } = await fill(from, "--out", from);
  expect(code).toBe(2);
  expect(stderr).toMatch(/autre nom/);
  expect(readFileSync(from).equals(before)).toBe(true);
});

test.each([
  ["sans copie", ["a.xlsx"], "--out"],
  ["une option inconnue", ["a.xlsx", "--out", "b.xlsx", "--fast"], "Option inconnue"],
  ["une année illisible", ["a.xlsx", "--out", "b.xlsx", "--year", "24"], "Année illisible"],
  ["une partie inconnue", ["a.xlsx", "--out", "b.xlsx", "--part", "tout"], "Partie inconnue"],
  ["un fichier absent", ["absent.xlsx", "--out", "b.xlsx"], "absent.xlsx"],
])("%s : le code 2 et une phrase", async (_case, words, sentence) => {
  const { code, stdout, stderr } = await fill(...words);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(sentence);
});

test("des réglages illisibles sont dits, et rien n'est écrit", async () => {
  const out = path.join(folder, "rien.xlsx");
  const { code, stderr } = await fill(file("f.xlsx", FICHES), "--out", out, "--settings", file("faux.json", "{"));
  expect(code).toBe(2);
  expect(stderr).toMatch(/réglages/i);
  expect(existsSync(out)).toBe(false);
});
