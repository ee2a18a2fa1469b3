/** `bilan` as somebody calls it: a process, a file, its copy, its answer and its exit code. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { loadCalculationInNode } from "../../src/calculation/node";
import { AUCUNE_MEMOIRE, memoireJson } from "../../src/domain/memoire";
import type { Workbook } from "../../src/workbook/picture";
import { createWritableFileHost } from "../../src/xlsx/fileHost";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { annexe3, ENTETES_ANNEXE_3 } from "../builders/annexe3";
import { broken, cellAt, DEPENSES, shownAt } from "../builders/bilanDraft";
import { nordPlan } from "../builders/nord";
import { workbook } from "../builders/picture";
import { FICHES } from "../builders/plan";
import { fileOf } from "../fixtures/pictureFile";

const ROOT = path.resolve(__dirname, "../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "controle-pls-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The first call may have to build the bundle.
jest.setTimeout(60_000);

function bilan(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(ROOT, "scripts/cli.mjs"), "bilan", ...words],
      { cwd: ROOT, maxBuffer: 1e8 },
      (error, stdout, stderr) => resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

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

/** What an officer types in the copy: the file's own formulas follow. */
async function typeIn(from: string, to: string): Promise<void> {
  const host = createWritableFileHost(from, to, { calculation: loadCalculationInNode });
  const before = { value: null, error: null, formula: null, numberFormat: "#,##0.00" };
  const writes = Object.entries(DEPENSES).map(([at, value]) => {
    const [sheet = "", place = ""] = at.split("!");
    const [, letter = "A", row = "1"] = /^([A-Z])(\d+)$/.exec(place) ?? [];
    const ref = { sheet, row: Number(row) - 1, column: letter.charCodeAt(0) - 65 };
    return { ref, before, after: { ...before, value: Number(value) }, why: "" };
  });
  const receipt = await host.apply({ title: "Saisie", writes, reads: [], sheets: [] });
  if (!receipt.ok) throw new Error(receipt.sentence);
}

test("du plan au solde : saisie, bilan et échéancier, puis rien à écrire une fois tout saisi", async () => {
  const from = file("plan.xlsx", nordPlan());
  const before = readFileSync(from);
  const out = path.join(folder, "bilan.xlsx");
  const { code, stdout } = await bilan(from, "--out", out);
  expect(code).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({
    year: 2024,
    stage: "intermediaire",
    sheet: "Bilan 2024",
    expenses: "Réalisé 2024",
    entrySheet: true,
  });
  expect(answer.written).toContainEqual(
    expect.objectContaining({
      sheet: "Réalisé 2024",
      cell: "I11",
      value: 5_332_747.2,
      why: expect.stringContaining("60"),
    }),
  );
  expect(answer.toComplete).toContainEqual(expect.objectContaining({ sheet: "Réalisé 2024", cell: "E5" }));
  expect(readFileSync(from).equals(before)).toBe(true);

  const typed = path.join(folder, "saisi.xlsx");
  await typeIn(out, typed);
  const filled = await pictureOf(typed);
  expect(broken(filled)).toEqual([]);
  expect(shownAt(filled, "Bilan 2024", "P24", "Q24", "P33", "P28")).toEqual([
    787_253.25,
    0,
    452_027.2,
    "au bilan final",
  ]);

  const again = path.join(folder, "encore.xlsx");
  const second = await bilan(typed, "--out", again);
  expect(second.code).toBe(0);
  expect(JSON.parse(second.stdout)).toMatchObject({
    written: [],
    entrySheet: false,
    payments: expect.arrayContaining([
      {
        id: "volets-1-2",
        label: "Volets 1 et 2",
        due: "6120000.45",
        paid: "5332747.20",
        balance: "787253.25",
        surplus: "0.00",
      },
    ]),
  });
  expect(readFileSync(again).equals(readFileSync(typed))).toBe(true);
});

test("au bilan final, le volet 3 a son solde", async () => {
  const out = path.join(folder, "final.xlsx");
  const { code, stdout } = await bilan(file("plan.xlsx", nordPlan()), "--out", out, "--stage", "final");
  expect(code).toBe(0);
  expect(JSON.parse(stdout).stage).toBe("final");
  expect(cellAt(await pictureOf(out), "Bilan 2024!P28")?.formula).toContain("MAX(0,ROUND(K28-O28,2))");
});

test("les réglages d'un fichier donnent le département et les échéances", async () => {
  const settings = JSON.stringify({
    version: 1,
    departement: { nom: "Nord", siren: "225900018" },
    echeances: [{ id: "comite", label: "Comité de suivi", date: "2025-01-15" }],
  });
  const out = path.join(folder, "regle.xlsx");
  const { code } = await bilan(
    file("plan.xlsx", nordPlan()),
    "--out",
    out,
    "--settings",
    file("reglages.json", settings),
  );
  expect(code).toBe(0);
  const book = await pictureOf(out);
  expect(shownAt(book, "Bilan 2024", "A2")).toEqual(["Département\u00A0: Nord"]);
  expect(shownAt(book, "Échéancier 2024", "A5", "C5")).toEqual([45_672, "Comité de suivi"]);
});

test("sans plan de l'année : la raison, le code 1, et rien d'écrit", async () => {
  const out = path.join(folder, "rien.xlsx");
  const { code, stdout } = await bilan(file("fiches.xlsx", FICHES), "--out", out, "--year", "2024");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    refused: expect.stringContaining("remplissez d'abord le plan"),
    written: [],
  });
  expect(existsSync(out)).toBe(false);
});

test("le tableau de l'officier est rempli, ses colonnes corrigées par --map ; --new-sheet n'y touche pas", async () => {
  const from = file("annexe.xlsx", workbook(...nordPlan().sheets, annexe3()));
  const out = path.join(folder, "annexe-remplie.xlsx");
  const { code, stdout } = await bilan(from, "--out", out, "--map", "K=");
  expect(code).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ sheet: "Annexe 3", newSheet: false, entrySheet: false });
  expect(answer.columns).toContainEqual({ column: "H", header: "Part État due", field: "due" });
  expect(answer.columns).toContainEqual({ column: "K", header: "Trop-perçu", field: null });
  const book = await pictureOf(out);
  expect(shownAt(book, "Annexe 3", "C3", "H3", "K3", "I14")).toEqual([
    2_000_000,
    "à compléter",
    undefined,
    5_332_747.2,
  ]);
  expect(broken(book)).toEqual([]);

  const beside = await bilan(from, "--out", path.join(folder, "a-cote.xlsx"), "--new-sheet");
  expect(JSON.parse(beside.stdout)).toMatchObject({ sheet: "Bilan 2024", newSheet: true });
});

/** The file with what the pane keeps in a workbook. */
async function withMemory(from: string, to: string, json: string | null): Promise<void> {
  const kept = await createWritableFileHost(from, to, { calculation: loadCalculationInNode }).writeMemory(json);
  if (!kept.ok) throw new Error(kept.sentence);
}

test("les colonnes corrigées dans le volet sont gardées avec le classeur : la commande les reprend, ou dit pourquoi non", async () => {
  const entetes = ENTETES_ANNEXE_3.map((header, column) => ({ column, header }));
  const kept = (headers: typeof entetes) =>
    memoireJson({
      ...AUCUNE_MEMOIRE,
      colonnes: [{ sheet: "Annexe 3", entetes: headers, colonnes: [{ column: 10, role: null }] }],
    });
  const from = file("annexe.xlsx", workbook(...nordPlan().sheets, annexe3()));
  const [known, other] = [path.join(folder, "gardees.xlsx"), path.join(folder, "autres.xlsx")];
  await withMemory(from, known, kept(entetes));
  await withMemory(from, other, kept(entetes.map((one) => ({ ...one, header: `${one.header} 2023` }))));

  const out = path.join(folder, "reprises.xlsx");
  const again = JSON.parse((await bilan(known, "--out", out)).stdout);
  expect(again.columns).toContainEqual({ column: "K", header: "Trop-perçu", field: null });
  expect(shownAt(await pictureOf(out), "Annexe 3", "K3", "I14")).toEqual([undefined, 5_332_747.2]);

  const lost = JSON.parse((await bilan(other, "--out", path.join(folder, "perdues.xlsx"))).stdout);
  expect(lost.columns).toContainEqual({ column: "K", header: "Trop-perçu", field: "excedent" });
  expect(lost.remarks).toContainEqual(expect.stringMatching(/«\sTrop-perçu 2023\s» en K/));
});

test("une mémoire illisible : le tableau de l'officier n'est pas rempli sans ce qu'il en a dit", async () => {
  const from = file("annexe.xlsx", workbook(...nordPlan().sheets, annexe3()));
  const [unread, out] = [path.join(folder, "illisible.xlsx"), path.join(folder, "refuse.xlsx")];
  await withMemory(from, unread, '{"version": 9}');
  const settings = file("reglages.json", JSON.stringify({ version: 1 }));
  const { code, stdout } = await bilan(unread, "--out", out, "--settings", settings);
  expect([code, JSON.parse(stdout).refused]).toEqual([1, expect.stringContaining("version plus récente")]);
  expect((await bilan(unread, "--out", out, "--settings", settings, "--new-sheet")).code).toBe(0);
});

test.each([
  ["une colonne illisible", ["a.xlsx", "--out", "b.xlsx", "--map", "due"], "Colonne illisible"],
  ["un champ inconnu", ["a.xlsx", "--out", "b.xlsx", "--map", "F=budget"], "Champ inconnu"],
  ["sans copie", ["a.xlsx"], "--out"],
  ["une étape inconnue", ["a.xlsx", "--out", "b.xlsx", "--stage", "partiel"], "Étape inconnue"],
  ["une option d'une autre commande", ["a.xlsx", "--out", "b.xlsx", "--avenant"], "Option inconnue"],
  ["une année illisible", ["a.xlsx", "--out", "b.xlsx", "--year", "24"], "Année illisible"],
  ["un fichier absent", ["absent.xlsx", "--out", "b.xlsx"], "absent.xlsx"],
])("%s : le code 2 et une phrase", async (_case, words, sentence) => {
  const { code, stdout, stderr } = await bilan(...words);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(sentence);
});
