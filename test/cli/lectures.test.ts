/** What the workbook remembers of how a table is read, on the command line. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Lecture } from "../../src/domain/lecture";
import { AUCUNE_MEMOIRE, memoireJson } from "../../src/domain/memoire";
import { writeXlsxMemory } from "../../src/xlsx/write/memory";
import { sheet, workbook, type Typing } from "../builders/picture";
import { fileOf } from "../fixtures/pictureFile";

const ROOT = path.resolve(__dirname, "../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "controle-pls-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The first call may have to build the bundle.
jest.setTimeout(120_000);

const HEADERS = ["N°", "Action", "Dotation", "Part CD", "Total"];
const ROWS: Typing[][] = [
  ["Contrat local des solidarités, plan de financement"],
  HEADERS,
  ["1.1", "Prévention de la pauvreté", 100, 100, 200],
  ["1.2", "Petite enfance", 150, 150, 310],
  [null, "Total", 250, 250, 500],
];
const ROLES = ["fiche", "label", "etat", "departement", "total"];
const LECTURE: Lecture = {
  sheet: "Plan",
  columns: HEADERS.map((header, place) => ({ header, role: ROLES[place] ?? null })),
  rank: 1,
  kind: "plan-de-financement",
  unit: "k€",
  year: 2025,
};

async function checked(name: string, lectures: readonly Lecture[], format: string): Promise<string> {
  const bytes = fileOf(workbook(sheet("Plan", ROWS)));
  const kept = await writeXlsxMemory(bytes, memoireJson({ ...AUCUNE_MEMOIRE, lectures }), name);
  if (!kept.ok) throw new Error(kept.sentence);
  const file = path.join(folder, name);
  writeFileSync(file, kept.value);
  return new Promise((resolve) => {
    const words = [path.join(ROOT, "scripts/cli.mjs"), "check", "--format", format, "--date", "2025-03-31", file];
    execFile(process.execPath, words, { cwd: ROOT }, (_error, stdout) => resolve(stdout));
  });
}

test("sans lecture, le tableau presque reconnu est dit dans chaque format, sans constat", async () => {
  const [answer] = JSON.parse(await checked("sans.xlsx", [], "json")).workbooks;
  expect(answer).toMatchObject({ verdict: "non-verifiable", tables: [], findings: [] });
  expect(answer.near).toEqual([
    expect.objectContaining({ kind: "plan-de-financement", sheet: "Plan", range: "A2:E5", missing: ["colonne"] }),
  ]);
  for (const format of ["text", "html", "csv"]) {
    expect(await checked("sans.xlsx", [], format)).toMatch(/il manque la colonne «\u00A0Participation État\u00A0»/);
  }
});

test("la lecture que le classeur garde est suivie", async () => {
  const [answer] = JSON.parse(await checked("avec.xlsx", [LECTURE], "json")).workbooks;
  expect(answer.tables).toEqual([
    { kind: "plan-de-financement", sheet: "Plan", range: "A2:E5", year: 2025, unit: "k€" },
  ]);
  expect(answer.near).toBeUndefined();
  expect(answer.findings[0]).toMatchObject({ cell: "E4", expected: "300000.00" });
});

test("une lecture qui ne correspond plus à rien est dite", async () => {
  const gone = { ...LECTURE, columns: LECTURE.columns.slice(0, 4).concat({ header: "Somme", role: "total" }) };
  expect(await checked("perdue.xlsx", [gone], "text")).toMatch(/ne correspond plus à aucun tableau/);
});
