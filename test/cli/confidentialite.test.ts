/** What a file says of persons leaves it by no door: answers, reports, hashed content, settings, drafts, logs. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkWorkbook } from "../../src/checking/check";
import { recognisedReglages } from "../../src/drafting/reglages";
import type { Workbook } from "../../src/workbook/picture";
import { allocataire, AUJOURDHUI, nir, retour, suivi, type Personne } from "../builders/fichiers";
import { nord } from "../builders/nord";
import { sheet } from "../builders/picture";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { fileOf } from "../fixtures/pictureFile";

const ROOT = path.resolve(__dirname, "../..");

/** A sheet of persons with a title that names one, and a column in excess whose header names another. */
function feuille(name: string, personnes: readonly Personne[]) {
  const header = [...Object.keys(personnes[0] ?? {}), "Dossier de Mme FICTIVEENTETE"];
  const rows = personnes.map((one) => [...Object.values(one), "Remarque sur FICTIVEREMARQUE, né le 03/03/1993"]);
  const titre = ["Transmis par M. FICTIFTITRE, ordonnateur : 12 000 € (douze mille euros)"];
  return sheet(name, [titre, header, ...rows], { at: "B2" });
}

/** A fault in every column that can show one, each around a value that names somebody. */
const HEBDO: readonly Personne[] = [
  allocataire(1),
  { ...allocataire(1), Courriel: "fictive.un.exemple.invalid", "Numéro de téléphone": "06 39 98 77" },
  {
    ...allocataire(2),
    "NIR/NIA": nir(2).slice(0, 14),
    Statut: "Enfant FICTIFSTATUT",
    "Code organisme": "FICTIFORGANISME",
    "Type de parcours": "Chez FICTIFPARCOURS",
    "Date de naissance": "31/02/1991",
    "Date d'entrée RSA": "1 mai 1992 FICTIFDATE",
    "Date de l'orientation": "15/05/1994",
  },
  { ...allocataire(3), "NIR/NIA": `${nir(3).slice(0, 13)}00`, "Date de naissance": "03/03/2043" },
  { ...allocataire(4), "NIR/NIA": { value: 299015900001234, format: "0" }, "Numéro de téléphone": 639980077 },
];

const SUIVI: readonly Personne[] = [
  suivi(1),
  suivi(1),
  {
    ...suivi(2),
    ID_CAF: "7,65432E+12",
    COMMUNE: "FICTIFCOMMUNE",
    TYPE_CONTRAT: "FICTIFCONTRAT",
    DATE_CER: "chez FICTIFCER",
    DEPARTEMENT: "FICTIFDEPT",
    DATE_NAISSANCE: "1991-07-17",
    DATE_ORIENTATION: "1990-07-18",
  },
];

const RETOUR: readonly Personne[] = [
  retour(1),
  retour(1),
  { ...retour(2), "Diagnostic Realise (oui/non)": "FICTIFDIAGNOSTIC", "Date Sortie": "FICTIFSORTIE" },
];

function book(): Workbook {
  const own = [feuille("Flux", HEBDO), feuille("Suivi", SUIVI), feuille("Retour", RETOUR)];
  return { ...nord(), sheets: [...nord().sheets, ...own] };
}

/** Words of the convention that the sentences say by themselves. */
const OF_EVERYBODY = new Set(["demandeur", "socioprofessionnel", "france travail", "socio-pro"]);

/** Everything that the sheets say of somebody, in the forms in which it could be shown. */
function personalValues(): string[] {
  const cells = [...HEBDO, ...SUIVI, ...RETOUR].flatMap((one) => Object.values(one));
  const texts = cells.flatMap((typing) => {
    const value = typeof typing === "object" && typing !== null ? typing.value : typing;
    return value === null || typeof value === "boolean" ? [] : [String(value)];
  });
  const forms = texts.flatMap((text) => [
    text,
    text.replace(/\s/g, ""),
    text.replace(/(\d\d)\/(\d\d)\/(\d{4})/, "$3-$2-$1"),
  ]);
  const plain = [...forms, "FICTI", "imagine", "douze mille", "03/03/1993"].flatMap((text) => [
    text,
    text.toLowerCase(),
  ]);
  // Shorter ones are codes of two or three characters, which addresses and counts hold too.
  return [...new Set(plain)].filter((text) => text.length > 5 && !OF_EVERYBODY.has(text.toLowerCase()));
}

function leaks(said: string): string[] {
  const flat = said.replace(/[\u00A0\u202F]/g, " ");
  return personalValues().filter((value) => flat.includes(value) || flat.toLowerCase().includes(value.toLowerCase()));
}

let folder = "";
let file = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "controle-pls-"));
  file = path.join(folder, "classeur.xlsx");
  writeFileSync(file, fileOf(book()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(ROOT, "scripts/cli.mjs"), ...words],
      { cwd: ROOT, maxBuffer: 1e8 },
      (_error, stdout, stderr) => resolve(`${stdout}\n${stderr}`),
    );
  });
}

// The first call may have to build the bundle.
jest.setTimeout(120_000);

test("le guet voit une fuite : les valeurs elles-mêmes en sont", () => {
  expect(leaks(JSON.stringify(book().sheets)).length).toBeGreaterThan(60);
});

test("toutes les sortes de fautes des fichiers de personnes sont dans ce classeur", async () => {
  const { findings } = await checkWorkbook(book(), AUJOURDHUI);
  const rules = new Set(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("fichier-")));
  expect([...rules].sort()).toEqual(["fichier-colonnes", "fichier-date", "fichier-doublon", "fichier-forme"]);
  expect(findings.filter(({ rule }) => rule.startsWith("fichier-")).length).toBeGreaterThan(25);
});

test.each(["json", "html", "csv", "text"])("la réponse %s ne dit rien de personne", async (format) => {
  const said = await run("check", "--format", format, "--date", AUJOURDHUI.date, file);
  expect(said).toContain("Flux");
  expect(leaks(said)).toEqual([]);
});

test("le rapport du contrôle, tous ses champs et le texte dont il prend l'empreinte", async () => {
  const hashed: string[] = [];
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  const spy = jest.spyOn(crypto.subtle, "digest").mockImplementation((algorithm, data) => {
    hashed.push(new TextDecoder().decode(data));
    return digest(algorithm, data);
  });
  const logs = (["log", "info", "warn", "error", "debug"] as const).map((name) => jest.spyOn(console, name));
  const report = await checkWorkbook(book(), AUJOURDHUI);
  spy.mockRestore();
  expect(hashed.join()).toContain("fichier-hebdomadaire|Flux");
  expect(leaks(hashed.join("\n"))).toEqual([]);
  expect(leaks(JSON.stringify(report))).toEqual([]);
  expect(logs.flatMap(({ mock }) => mock.calls)).toEqual([]);
  logs.forEach((log) => log.mockRestore());
});

test.each(["xlsx", "html", "csv"])("le rapport de contrôle écrit en %s", async (extension) => {
  const out = path.join(folder, `rapport.${extension}`);
  expect(leaks(await run("report", file, "--out", out, "--date", AUJOURDHUI.date))).toEqual([]);
  const written = readFileSync(out);
  if (extension !== "xlsx") return expect(leaks(written.toString("utf8"))).toEqual([]);
  const read = await readXlsx(written, { name: "rapport.xlsx" });
  if (!read.ok) throw new Error(read.sentence);
  // The copy holds the sheets as they were; the report is one of its own.
  const own = read.value.sheets.filter(({ name }) => !book().sheets.some((one) => one.name === name));
  expect(own).toHaveLength(1);
  expect(leaks(JSON.stringify(own))).toEqual([]);
});

test("ce qu'une justification garde d'un constat : la sorte de fichier, la colonne et la sorte de faute", async () => {
  const { findings } = await checkWorkbook(book(), AUJOURDHUI);
  const own = findings.filter(({ rule }) => rule.startsWith("fichier-"));
  const keys = own.map(({ rule, anchor }) => JSON.stringify([rule, anchor]));
  expect(new Set(keys).size).toBe(own.length);
  expect(new Set(own.map(({ anchor }) => anchor.row))).toEqual(new Set([""]));
});

test("les réglages reconnus, le plan rempli et la copie qui le porte", async () => {
  expect(leaks(JSON.stringify(recognisedReglages(book())))).toEqual([]);
  const copy = path.join(folder, "copie.xlsx");
  expect(leaks(await run("fill", file, "--out", copy, "--year", "2024", "--new-sheet"))).toEqual([]);
  expect(readFileSync(copy).length).toBeGreaterThan(0);
});
