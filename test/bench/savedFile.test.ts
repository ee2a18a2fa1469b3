import { readFileSync } from "node:fs";
import path from "node:path";
import { savedFile, type OpenedFile } from "../../src/bench/savedFile";
import { loadCalculationInNode } from "../../src/calculation/node";
import { EmulatedWorkbook } from "../../src/emulator";
import { MEMORY_NAMESPACE, memoryXml } from "../../src/workbook/memory";
import { newXlsx } from "../../src/xlsx/newWorkbook";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { readXlsxMemory, writeXlsxMemory } from "../../src/xlsx/write/memory";
import { richFile } from "../fixtures/richWorkbook";
import { contentAt } from "../host/writing";
import { archiveOf } from "../fixtures/parts";
import { changedParts, partsOf, refOf } from "../xlsx/write/writing";

const NAME = "classeur.xlsx";
const FORMULES = new Uint8Array(readFileSync(path.resolve(__dirname, "../../assets/exemples/nord-2024-formules.xlsx")));

async function opened(bytes: Uint8Array): Promise<{ book: EmulatedWorkbook; file: OpenedFile }> {
  const read = await readXlsx(bytes, { name: NAME, calculation: loadCalculationInNode });
  const memory = readXlsxMemory(bytes, NAME);
  if (!read.ok || !memory.ok) throw new Error("it does not open");
  const customXmlParts = memory.value === null ? [] : [memoryXml(memory.value)];
  const book = EmulatedWorkbook.fromPicture(read.value, { customXmlParts });
  return { book, file: { bytes, picture: read.value, sheets: [...book.sheets], memory: memory.value } };
}

const save = ({ book, file }: Awaited<ReturnType<typeof opened>>) => savedFile(file, book, loadCalculationInNode);

async function saved(bench: Awaited<ReturnType<typeof opened>>): Promise<Uint8Array> {
  const result = await save(bench);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

async function valueAt(bytes: Uint8Array, address: string) {
  const read = await readXlsx(bytes, { name: NAME });
  return read.ok ? contentAt(read.value, refOf(address)).value : null;
}

async function remembering(bytes: Uint8Array, json: string): Promise<Uint8Array> {
  const result = await writeXlsxMemory(bytes, json, NAME);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

describe("le fichier téléchargé", () => {
  test.each([
    ["un fichier riche", richFile],
    ["un classeur du Nord", () => FORMULES],
  ])("est %s, octet pour octet, tant que rien n'a changé", async (_title, bytes) => {
    const bench = await opened(bytes());
    expect(await saved(bench)).toBe(bench.file.bytes);
  });

  test("a la cellule saisie et les totaux qui en dépendent ; les autres parties sont les mêmes", async () => {
    const bench = await opened(FORMULES);
    expect(await valueAt(FORMULES, "Plan de financement 2024!F21")).toBe(36_788_177);
    bench.book.userEdit("Plan de financement 2024", "D5", "2100000");
    const bytes = await saved(bench);
    expect(changedParts(FORMULES, bytes)).toEqual(["xl/worksheets/sheet1.xml"]);
    expect(await valueAt(bytes, "Plan de financement 2024!D5")).toBe(2_100_000);
    expect(await valueAt(bytes, "Plan de financement 2024!F21")).toBe(36_888_177);
  });

  test("garde la mémoire du fichier, la reçoit, la change et l'oublie", async () => {
    const bench = await opened(richFile());
    bench.book.customXml.add(memoryXml('{"version":1}'));
    const first = await saved(bench);
    expect(readXlsxMemory(first, NAME)).toEqual({ ok: true, value: '{"version":1}' });

    const again = await opened(first);
    expect(await saved(again)).toBe(first);
    const [part] = again.book.customXml.inNamespace(MEMORY_NAMESPACE);
    if (!part) throw new Error("no memory");
    again.book.customXml.set(part, memoryXml('{"version":1,"annee":2025}'));
    expect(readXlsxMemory(await saved(again), NAME)).toEqual({ ok: true, value: '{"version":1,"annee":2025}' });

    again.book.customXml.delete(part);
    expect(changedParts(richFile(), await saved(again))).toEqual([]);
  });

  test("a la feuille ajoutée, que lisent des formules du fichier, et la mémoire avec elle", async () => {
    const bench = await opened(await remembering(await newXlsx("Feuil1"), "{}"));
    bench.book.addSheet("Annexe 1.b", "addin");
    bench.book.userEdit("Annexe 1.b", "B2", "75000.5");
    bench.book.userEdit("Feuil1", "A1", "='Annexe 1.b'!B2*2");
    const bytes = await saved(bench);
    expect(await valueAt(bytes, "Feuil1!A1")).toBe(150_001);
    expect(await valueAt(bytes, "Annexe 1.b!B2")).toBe(75_000.5);
    expect(readXlsxMemory(bytes, NAME)).toEqual({ ok: true, value: "{}" });
  });
});

describe("un téléchargement refusé", () => {
  const signed = () => archiveOf({ ...partsOf(FORMULES), "_xmlsignatures/origin.sigs": "" });

  test("d'un classeur signé et modifié se dit ; intact, il se télécharge", async () => {
    const bench = await opened(signed());
    expect(await saved(bench)).toBe(bench.file.bytes);
    bench.book.userEdit("Versements", "A40", "x");
    expect(await save(bench)).toMatchObject({
      ok: false,
      code: "read-only",
      sentence: expect.stringContaining("signé"),
    });
  });

  test("d'une feuille du fichier supprimée se dit", async () => {
    const bench = await opened(FORMULES);
    const sheet = bench.book.sheetNamed("Versements");
    if (!sheet) throw new Error("no sheet");
    bench.book.deleteSheet(sheet, "user");
    expect(await save(bench)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("«\u00a0Versements\u00a0»"),
    });
  });
});
