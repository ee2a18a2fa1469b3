/** The command line as somebody calls it: a process, files, its answer and its exit code. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { writeXlsxMemory } from "../../src/xlsx/write/memory";

const ROOT = path.resolve(__dirname, "../..");
const SAMPLES = path.join(ROOT, "assets/exemples");
const CLEAN = path.join(SAMPLES, "nord-2024-formules.xlsx");
const FAULTY = path.join(SAMPLES, "nord-2024-erreurs.xlsx");

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "controle-pls-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(ROOT, "scripts/cli.mjs"), "check", ...words],
      { cwd: ROOT, maxBuffer: 1e8 },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

/** Durations are the only thing that two runs may tell differently. */
function withoutDurations(text: string): string {
  return text.replace(/"durationMs": \d+/g, '"durationMs": 0');
}

// The first call may have to build the bundle.
jest.setTimeout(60_000);

describe("La réponse json", () => {
  test("a la forme annoncée, et rien de bloquant donne le code 0", async () => {
    const { code, stdout } = await check("--format", "json", CLEAN);
    const { tool, workbooks } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(tool).toEqual({ name: "controle-pls", version: "0.1.0", reference: "2024.1" });
    expect(workbooks).toHaveLength(1);
    expect(Object.keys(workbooks[0])).toEqual([
      "path",
      "sha256",
      "content",
      "verdict",
      "durationMs",
      "tables",
      "findings",
      "rules",
    ]);
    expect(workbooks[0].path).toBe(CLEAN);
    expect(workbooks[0].tables[0]).toEqual({
      kind: "plan-de-financement",
      sheet: "Plan de financement 2024",
      range: "A4:F21",
      year: 2024,
      unit: "€",
    });
  });

  test("une faute bloquante donne le code 1, la cellule, la valeur et la réparation", async () => {
    const { code, stdout } = await check(FAULTY);
    const [finding] = JSON.parse(stdout).workbooks[0].findings;
    expect(code).toBe(1);
    expect(finding).toMatchObject({
      rule: "sous-total",
      severity: "blocking",
      cell: "D10",
      expected: "2698980.00",
      actual: "2689980.00",
      gap: "9000.00",
      fix: { cell: "D10", value: "2698980", safe: false },
    });
  });

  test("deux passages donnent les mêmes octets, durées mises à part", async () => {
    const [one, other] = [await check("--date", "2025-03-31", FAULTY), await check("--date", "2025-03-31", FAULTY)];
    expect(withoutDurations(one.stdout)).toBe(withoutDurations(other.stdout));
  });

  test("--year l'emporte : 2030 n'a pas de règle, rien n'est déclaré satisfait", async () => {
    const { stdout } = await check("--year", "2030", CLEAN);
    const rule = JSON.parse(stdout).workbooks[0].rules.find(
      (one: { rule: string }) => one.rule === "cofinancement-volet-2",
    );
    expect(rule.outcome).toBe("not-verifiable");
  });
});

describe("Fichiers et dossiers", () => {
  test("un dossier vaut tous ses classeurs, sans les fichiers ~$ ; un fichier illisible a son entrée et le code 2", async () => {
    const inside = path.join(folder, "envoi");
    mkdirSync(path.join(inside, "2024"), { recursive: true });
    copyFileSync(CLEAN, path.join(inside, "2024", "plan.xlsx"));
    copyFileSync(CLEAN, path.join(inside, "~$plan.xlsx"));
    writeFileSync(path.join(inside, "abîmé.xlsx"), "ceci n'est pas un classeur");
    writeFileSync(path.join(inside, "notes.txt"), "sans rapport");
    const { code, stdout } = await check(inside);
    const entries = JSON.parse(stdout).workbooks;
    expect(
      entries.map((entry: { path: string; verdict: string }) => [path.relative(inside, entry.path), entry.verdict]),
    ).toEqual([
      [path.join("2024", "plan.xlsx"), "a-justifier"],
      ["abîmé.xlsx", "illisible"],
    ]);
    expect(entries[1].error).toMatch(/\p{Lu}.*\./u);
    expect(code).toBe(2);
  });

  test("un fichier absent : une phrase, pas de trace d'exécution", async () => {
    const { code, stdout, stderr } = await check(path.join(folder, "absent.xlsx"));
    expect(code).toBe(2);
    expect(JSON.parse(stdout).workbooks[0]).toMatchObject({ verdict: "illisible", findings: [] });
    expect(stdout + stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    [["--format", "pdf", "x.xlsx"]],
    [["--inconnu"]],
    [["--year", "24", "x.xlsx"]],
    [["--date", "hier", "x.xlsx"]],
    [[]],
  ])("mauvais usage %j : code 2, l'usage sur la sortie d'erreur", async (words) => {
    const { code, stdout, stderr } = await check(...words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Usage");
  });
});

describe("Les codes que l'agent ajoute", () => {
  test("un fichier de codes mal formé : une phrase, code 2, rien de contrôlé", async () => {
    const file = path.join(folder, "codes.json");
    writeFileSync(file, '[{"code": "0304", "label": "trop court", "from": 2024, "to": 2024}]');
    const { code, stdout, stderr } = await check("--codes", file, CLEAN);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Le code n° 1");
  });

  test("un fichier de codes juste est lu", async () => {
    const file = path.join(folder, "codes.json");
    writeFileSync(file, '[{"code": "030450232701", "label": "Pilier 5", "from": 2024, "to": 2024}]');
    expect((await check("--codes", file, CLEAN)).code).toBe(0);
  });
});

describe("Les réglages", () => {
  const NOTIFIES = { version: 1, notifies: [{ annee: 2024, bloc: "volet-2", montant: "8000000.00" }] };
  const withMemory = async (name: string, json: string): Promise<string> => {
    const file = path.join(folder, name);
    const written = await writeXlsxMemory(readFileSync(CLEAN), json, name);
    if (!written.ok) throw new Error(written.sentence);
    writeFileSync(file, written.value);
    return file;
  };
  const rulesOf = (stdout: string): string[] =>
    JSON.parse(stdout).workbooks[0].findings.map((finding: { rule: string }) => finding.rule);

  test("un fichier de réglages, ou ceux que le classeur garde, servent au contrôle", async () => {
    const file = path.join(folder, "reglages.json");
    writeFileSync(file, JSON.stringify(NOTIFIES));
    const given = await check("--settings", file, CLEAN);
    expect([given.code, rulesOf(given.stdout)]).toEqual([1, ["notifie", "ventilation"]]);
    const kept = await check(await withMemory("garde.xlsx", JSON.stringify(NOTIFIES)));
    expect([kept.code, rulesOf(kept.stdout)]).toEqual([1, ["notifie", "ventilation"]]);
  });

  test("illisibles dans le classeur : une phrase, et le contrôle se fait sans eux", async () => {
    const { code, stdout, stderr } = await check(await withMemory("abime.xlsx", '{"version": 1, "annee": "hier"}'));
    expect([code, rulesOf(stdout)]).toEqual([0, ["ventilation"]]);
    expect(stderr).toMatch(
      /^Réglages et justifications gardés dans abime\.xlsx\. .*Le contrôle s’est fait sans ces réglages\.\n$/,
    );
  });

  test("un fichier de réglages mal formé : une phrase, code 2, rien de contrôlé", async () => {
    const file = path.join(folder, "faux.json");
    writeFileSync(file, "ceci n'est pas du JSON");
    const { code, stdout, stderr } = await check("--settings", file, CLEAN);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("ne se lisent pas");
  });
});

describe("Les autres formats", () => {
  test("text : verdict, constats, en français", async () => {
    const { stdout } = await check("--format", "text", FAULTY);
    expect(stdout).toContain("À corriger avant envoi");
    expect(stdout).toContain("[Bloquant] Plan de financement 2024!D10");
  });

  test("csv : BOM, point-virgule, virgule décimale", async () => {
    const { stdout } = await check("--format", "csv", FAULTY);
    expect(stdout.startsWith("\uFEFFFichier;Verdict;")).toBe(true);
    expect(stdout).toContain(";2689980,00;2698980,00;9000,00;");
    expect(stdout.split("\r\n").every((line) => !/(^|;)[=+@-]/.test(line))).toBe(true);
  });

  test("html : une page qui n'a besoin de rien d'autre", async () => {
    const { stdout } = await check("--format", "html", FAULTY);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout).not.toMatch(/<script|src=|href=/);
  });
});
