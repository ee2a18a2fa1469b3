import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { createFileHost } from "../../src/xlsx/fileHost";
import { MAX_CELLS, MAX_FORMULA_CHARACTERS, MAX_INFLATED_BYTES } from "../../src/xlsx/limits";
import { archiveOf, MAIN, relationships, sheetOf, workbookParts, xlsxOf, type Parts } from "../fixtures/parts";
import { failureOf } from "./reading";

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const MEBI = 1024 * 1024;

/** A compound file whose directory names these streams. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const names = streams.map((name) => Buffer.from(name.padEnd(32, "\0"), "utf16le"));
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), ...names]);
}

/** Changes a 32-bit number in the directory entry of a part. */
function withDirectoryNumber(bytes: Uint8Array, part: string, offset: number, value: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const name = Buffer.from(part);
  const at = Buffer.from(changed).lastIndexOf(name) - 46;
  new DataView(changed.buffer).setUint32(at + offset, value, true);
  return changed;
}

const SIZE = 24;
const SHEET = "xl/worksheets/sheet1.xml";

describe("ce qui n'est pas un classeur lisible", () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ["un fichier vide", new Uint8Array(), "empty", /vide/],
    ["un classeur chiffré", compoundFile("EncryptionInfo", "EncryptedPackage"), "encrypted", /mot de passe/],
    ["un ancien .xls", compoundFile("Root Entry", "Workbook"), "old-format", /\.xls\)/],
    ["un très ancien .xls", compoundFile("Root Entry", "Book"), "old-format", /\.xls\)/],
    ["un document Word 97", compoundFile("WordDocument"), "not-a-workbook", /\.xlsx/],
    ["un texte", strToU8("Année;Etat;Total"), "not-a-workbook", /n’est pas un classeur/],
    ["un PDF", strToU8("%PDF-1.7"), "not-a-workbook", /n’est pas un classeur/],
    [
      "une feuille OpenDocument",
      archiveOf({ mimetype: "application/ods", "content.xml": "<a/>" }),
      "not-a-workbook",
      /\.ods/,
    ],
    ["une archive quelconque", archiveOf({ "lisez-moi.txt": "bonjour" }), "not-a-workbook", /n’est pas un classeur/],
    ["une archive sans rien", zipSync({}), "not-a-workbook", /n’est pas un classeur/],
    [
      "un document Word",
      archiveOf({
        "_rels/.rels": relationships(["r", "officeDocument", "word/document.xml"]),
        "word/document.xml": "<a/>",
      }),
      "not-a-workbook",
      /n’est pas un classeur/,
    ],
    [
      "un classeur binaire",
      archiveOf({ "_rels/.rels": relationships(["r", "officeDocument", "xl/workbook.bin"]), "xl/workbook.bin": "x" }),
      "old-format",
      /\.xlsb/,
    ],
  ])("%s", async (_what, bytes, code, sentence) => {
    const failure = await failureOf(bytes, { name: "Plan 2024.xlsx" });
    expect(failure.code).toBe(code);
    expect(failure.sentence).toMatch(sentence);
    expect(failure.sentence).toContain("«\u00a0Plan 2024.xlsx\u00a0»");
    expect(failure.sentence).toMatch(/\u00a0: .*\.$/);
  });
});

describe("ce qui est endommagé", () => {
  const whole = sheetOf(ONE);
  const broken = (parts: Parts) => archiveOf({ ...workbookParts({ sheets: [{ data: ONE }] }), ...parts });
  const sheet = (xml: string) => broken({ [SHEET]: xml });

  test.each<[string, Uint8Array]>([
    ["coupé à la moitié", whole.subarray(0, whole.length / 2)],
    ["coupé de quelques octets", whole.subarray(0, -30)],
    [
      "un octet changé dans une feuille",
      whole.map((byte, at) => (at === Buffer.from(whole).indexOf(SHEET) + 90 ? byte ^ 1 : byte)),
    ],
    ["une feuille coupée entre deux lignes", sheet(`<worksheet xmlns="${MAIN}"><sheetData>${ONE}`)],
    ["une feuille coupée dans une balise", sheet(`<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A`)],
    ["des balises croisées", sheet(`<worksheet xmlns="${MAIN}"><sheetData></worksheet></sheetData>`)],
    ["deux racines", sheet(`<worksheet xmlns="${MAIN}"/><worksheet/>`)],
    ["du texte après la racine", sheet(`<worksheet xmlns="${MAIN}"/>reste`)],
    ["une autre racine", sheet(`<html><body/></html>`)],
    ["une feuille vide", sheet("")],
    ["une entité inconnue", sheet(`<worksheet><sheetData><row><c><v>&inconnue;</v></c></row></sheetData></worksheet>`)],
    ["un attribut sans valeur", sheet("<worksheet a></worksheet>")],
    ["une fusion impossible", sheet('<worksheet><mergeCells><mergeCell ref="A1:?"/></mergeCells></worksheet>')],
    [
      "des octets qui ne sont pas de l'UTF-8",
      broken({ [SHEET]: Uint8Array.from([...strToU8("<worksheet>"), 0xff, ...strToU8("</worksheet>")]) }),
    ],
    [
      "une feuille annoncée et absente",
      broken({ "xl/_rels/workbook.xml.rels": relationships(["rId1", "worksheet", "worksheets/absente.xml"]) }),
    ],
    ["une feuille sans relation", broken({ "xl/_rels/workbook.xml.rels": relationships() })],
    ["un classeur sans feuille", broken({ "xl/workbook.xml": `<workbook xmlns="${MAIN}"><sheets/></workbook>` })],
    [
      "un classeur annoncé et absent",
      archiveOf({ "_rels/.rels": relationships(["r", "officeDocument", "xl/workbook.xml"]) }),
    ],
    ["une taille qui n'est pas celle annoncée", withDirectoryNumber(whole, SHEET, SIZE, 7)],
    ["une taille plus petite que celle annoncée", withDirectoryNumber(whole, SHEET, SIZE, 100_000)],
    ["un type de document", sheet(`<!DOCTYPE worksheet><worksheet xmlns="${MAIN}"/>`)],
    ["une somme de contrôle fausse", withDirectoryNumber(whole, SHEET, 16, 7)],
    ["un en-tête au-delà du fichier", withDirectoryNumber(whole, SHEET, 42, 0x7fffffff)],
    [
      "des balises sur dix mille niveaux",
      sheet(`<worksheet>${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}</worksheet>`),
    ],
  ])("%s", async (_what, bytes) => {
    expect(await failureOf(bytes)).toMatchObject({ code: "corrupt", sentence: expect.stringMatching(/endommagé/) });
  });

  test("une entité externe n'est ni déclarée ni lue", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "pls-"));
    writeFileSync(path.join(folder, "secret.txt"), "secret");
    const xml = `<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file://${folder}/secret.txt">]>
      <worksheet xmlns="${MAIN}"><sheetData><row><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>`;
    expect(await failureOf(sheet(xml))).toMatchObject({ code: "corrupt" });
    rmSync(folder, { recursive: true });
  });

  test("les milliards de rires non plus", async () => {
    const xml = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>`;
    expect(await failureOf(sheet(xml))).toMatchObject({ code: "corrupt" });
  });
});

describe("ce qui est fait pour épuiser la mémoire", () => {
  test("une feuille qui se gonfle au-delà de la borne, quoi qu'elle annonce", async () => {
    const bomb = xlsxOf({ parts: { [SHEET]: new Uint8Array(MAX_INFLATED_BYTES + 1) } });
    expect(bomb.length).toBeLessThan(MEBI);
    expect(await failureOf(bomb)).toMatchObject({ code: "too-large", sentence: expect.stringMatching(/volumineux/) });
    // With a modest size in the directory it is stopped as soon as it goes beyond.
    const start = performance.now();
    expect(await failureOf(withDirectoryNumber(bomb, SHEET, SIZE, 1000))).toMatchObject({ code: "corrupt" });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("des parties jamais lues qui annoncent ensemble plus que la borne", async () => {
    const media = Object.fromEntries(Array.from({ length: 5 }, (_none, i) => [`xl/media/${i}.png`, "x"]));
    let bytes = xlsxOf({ parts: media });
    for (const name of Object.keys(media)) bytes = withDirectoryNumber(bytes, name, SIZE, 250 * MEBI);
    expect(await failureOf(bytes)).toMatchObject({ code: "too-large" });
  });

  test("trop de parties", async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_none, i) => [`xl/x${i}`, ""]));
    expect(await failureOf(xlsxOf({ parts: many }))).toMatchObject({ code: "too-large" });
  });

  test("une formule partagée de milliers de caractères pour des milliers de cellules", async () => {
    const cells = Array.from(
      { length: Math.ceil(MAX_FORMULA_CHARACTERS / 8000) },
      (_none, i) => `<row r="${i + 2}"><c><f t="shared" si="0"/></c></row>`,
    );
    const long = `"${"x".repeat(8000)}"&amp;A1`;
    const data = `<row r="1"><c><f t="shared" ref="A1:A9001" si="0">${long}</f></c></row>${cells.join("")}`;
    expect(await failureOf(sheetOf(data))).toMatchObject({ code: "too-large" });
  });

  test("plus de cellules que la borne", async () => {
    const row = `<row>${"<c><v>1</v></c>".repeat(1000)}</row>`;
    expect(await failureOf(sheetOf(row.repeat(MAX_CELLS / 1000 + 1)))).toMatchObject({ code: "too-large" });
  });

  test("un fichier trop lourd", async () => {
    const bytes = new Uint8Array(100 * MEBI + 1);
    bytes.set(sheetOf(ONE).subarray(0, 4));
    expect(await failureOf(bytes)).toMatchObject({ code: "too-large" });
  });
});

describe("ce que le disque refuse", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "pls-"));
  const inFolder = (name: string) => path.join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = async (file: string) => {
    const result = await createFileHost(file).read();
    return result.ok ? result.value.name : result;
  };

  test("un fichier absent", async () => {
    expect(await read(inFolder("absent.xlsx"))).toMatchObject({
      code: "not-found",
      sentence: "Le fichier «\u00a0absent.xlsx\u00a0» est introuvable\u00a0: vérifiez son nom et son emplacement.",
    });
    expect(await read(`${inFolder("x".repeat(300))}.xlsx`)).toMatchObject({ code: "not-found" });
    writeFileSync(inFolder("fichier"), "x");
    expect(await read(path.join(inFolder("fichier"), "a.xlsx"))).toMatchObject({ code: "not-found" });
  });

  test("un dossier", async () => {
    mkdirSync(inFolder("dossier.xlsx"));
    expect(await read(inFolder("dossier.xlsx"))).toMatchObject({
      code: "not-a-workbook",
      sentence: expect.stringMatching(/dossier/),
    });
  });

  test("la marque ~$ d'un classeur ouvert", async () => {
    writeFileSync(inFolder("~$plan.xlsx"), "Agent");
    expect(await read(inFolder("~$plan.xlsx"))).toMatchObject({
      code: "not-a-workbook",
      sentence: expect.stringMatching(/sans «\u00a0~\$\u00a0»/),
    });
  });

  test("un fichier vide", async () => {
    writeFileSync(inFolder("vide.xlsx"), "");
    expect(await read(inFolder("vide.xlsx"))).toMatchObject({ code: "empty" });
  });

  test("un fichier dont l'accès est refusé", async () => {
    const file = inFolder("réservé.xlsx");
    writeFileSync(file, sheetOf(ONE));
    chmodSync(file, 0);
    chmodSync(folder, 0o755);
    // Nothing is refused to root: the reading is done as somebody else.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    const failure = await read(file);
    if (isRoot) process.seteuid?.(0);
    expect(failure).toMatchObject({ code: "locked", sentence: expect.stringMatching(/fermez-le dans Excel/) });
  });

  test("un chemin impossible", async () => {
    expect(await read(inFolder("a\0b.xlsx"))).toMatchObject({ ok: false });
  });

  test("un classeur lisible porte le nom du fichier", async () => {
    writeFileSync(inFolder("plan.xlsx"), sheetOf(ONE));
    expect(await read(inFolder("plan.xlsx"))).toBe("plan.xlsx");
  });
});
