import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Zip, ZipDeflate, zipSync } from "fflate";
import { NEW_SHEET } from "../../host/drafts";
import { archiveOf } from "../../fixtures/parts";
import { richFile, richParts } from "../../fixtures/richWorkbook";
import { cellsOf, pictureOf } from "../reading";
import { changedParts, partsOf, refused, textOf, undone, written } from "./writing";

const SHEET = "xl/worksheets/sheet1.xml";

/** Where each part lies in the file, header and compressed bytes. */
function packedParts(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const found = new Map<string, string>();
  for (let at = buffer.readUInt32LE(buffer.length - 6); buffer.readUInt32LE(at) === 0x02014b50;) {
    const [name, extra, comment] = [28, 30, 32].map((field) => buffer.readUInt16LE(at + field));
    const header = buffer.readUInt32LE(at + 42);
    const size =
      30 + buffer.readUInt16LE(header + 26) + buffer.readUInt16LE(header + 28) + buffer.readUInt32LE(at + 20);
    found.set(
      buffer.toString("utf8", at + 46, at + 46 + (name ?? 0)),
      buffer.subarray(header, header + size).toString("hex"),
    );
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return found;
}

describe("les autres parties du fichier", () => {
  test("graphique, image, commentaire, macros, tableaux : les mêmes octets, compressés compris, dans le même ordre", async () => {
    const before = richFile();
    const { bytes } = await written(before, { "Données!B3": { value: 60 } });
    expect(changedParts(before, bytes)).toEqual(["xl/workbook.xml", SHEET, "xl/worksheets/sheet2.xml"]);
    const [former, current] = [packedParts(before), packedParts(bytes)];
    expect([...current.keys()]).toEqual([...former.keys()]);
    for (const [name, packed] of former) {
      if (!changedParts(before, bytes).includes(name)) expect([name, current.get(name)]).toEqual([name, packed]);
    }
  });

  test("de la feuille écrite, seules changent la cellule et les valeurs qui en dépendent", async () => {
    const before = richFile();
    const { bytes } = await written(before, { "Données!B3": { value: 60 } });
    const expected = textOf(before, SHEET)
      .replace('<c r="B3" s="2"><v>50</v></c>', '<c r="B3" s="2"><v>60</v></c>')
      .replace("<f>SUM(B2:B4)</f><v>151</v>", "<f>SUM(B2:B4)</f><v>161</v>")
      .replace('si="0"/><v>100</v>', 'si="0"/><v>120</v>')
      .replace("<f>SUM(C2:C4)</f><v>302</v>", "<f>SUM(C2:C4)</f><v>322</v>")
      // An array formula over several cells is left to Excel, and so is what it filled.
      .replace("B2:B4*1</f><v>100</v>", "B2:B4*1</f>")
      .replace('<c r="D3"><v>50</v></c>', '<c r="D3"/>')
      .replace('<c r="D4"><v>1</v></c>', '<c r="D4"/>');
    expect(textOf(bytes, SHEET)).toBe(expected);
    expect(textOf(bytes, "xl/worksheets/sheet2.xml")).toContain("<f>Données!B6+1</f><v>162</v>");
  });

  test("le même brouillon donne deux fois les mêmes octets", async () => {
    const contents = { "Données!B3": { value: 60 } };
    const more = { sheets: [NEW_SHEET] };
    const [one, other] = [await written(richFile(), contents, more), await written(richFile(), contents, more)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  test("annulé, le fichier est le même, octet pour octet", async () => {
    const before = richFile();
    const contents = {
      "Données!B3": { value: 60 },
      "Données!A2": { value: "x" },
      "Données!C2": {},
      "Croisé!A20": { value: 1 },
    };
    const { bytes, undo } = await written(before, contents, { sheets: [NEW_SHEET] });
    expect(Buffer.compare(await undone(bytes, undo), before)).toBe(0);
  });

  test("un brouillon vide ne change pas un octet", async () => {
    const before = richFile();
    expect((await written(before, {})).bytes).toBe(before);
  });

  test("le fichier d'origine n'est pas touché", async () => {
    const before = Buffer.from(richFile());
    const copy = Buffer.from(before);
    await written(before, { "Données!B3": { value: 60 } });
    expect(Buffer.compare(before, copy)).toBe(0);
  });

  test("un commentaire d'archive et des parties non compressées restent", async () => {
    const parts = Object.fromEntries(
      Object.entries(partsOf(richFile())).map(([name, bytes]) => [name, [bytes, { level: 0 }] as const]),
    );
    const zip = Buffer.from(zipSync(parts as Parameters<typeof zipSync>[0], { mtime: "2001-02-03T00:00:00" }));
    const comment = Buffer.from("un mot");
    zip.writeUInt16LE(comment.length, zip.length - 2);
    const before = new Uint8Array(Buffer.concat([zip, comment]));
    const { bytes, undo } = await written(before, { "Données!B3": { value: 60 } });
    expect(Buffer.from(bytes).subarray(-6).toString()).toBe("un mot");
    expect((await cellsOf(bytes))["B3"]?.value).toBe(60);
    expect(Buffer.compare(await undone(bytes, undo), before)).toBe(0);
  });

  test("un fichier écrit d'un trait, tailles après les parties, s'écrit et revient", async () => {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_error, piece) => pieces.push(piece));
    for (const [name, bytes] of Object.entries(partsOf(richFile()))) {
      const part = new ZipDeflate(name);
      zip.add(part);
      part.push(bytes, true);
    }
    zip.end();
    const before = new Uint8Array(Buffer.concat(pieces));
    const { bytes, undo } = await written(before, { "Données!B3": { value: 60 } });
    // Bit 3 would promise sizes after the part.
    const flags = [...packedParts(bytes)].map(([name, hex]) => [name, (parseInt(hex.slice(12, 14), 16) & 8) !== 0]);
    const changed = changedParts(before, bytes);
    expect(flags).toEqual(Object.keys(partsOf(before)).map((name) => [name, !changed.includes(name)]));
    expect(Buffer.compare(await undone(bytes, undo), before)).toBe(0);
  });

  test("une partie en UTF-16 le reste", async () => {
    const parts = richParts();
    const text = `\ufeff${String(parts[SHEET]).replace("UTF-8", "UTF-16")}`;
    const before = archiveOf({ ...parts, [SHEET]: new Uint8Array(Buffer.from(text, "utf16le")) });
    const { bytes } = await written(before, { "Données!A9": { value: "été 😀" } });
    expect(partsOf(bytes)[SHEET]?.slice(0, 2)).toEqual(Uint8Array.from([0xff, 0xfe]));
    expect((await cellsOf(bytes))["A9"]?.value).toBe("été 😀");
  });
});

describe("la chaîne de calcul", () => {
  const chain = (bytes: Uint8Array) => textOf(bytes, "xl/calcChain.xml").replace(/^.*?>(?=<c )|<\/calcChain>$/g, "");

  test("perd la cellule qui n'a plus de formule, et ses voisines gardent leur feuille", async () => {
    const { bytes } = await written(richFile(), { "Données!B6": { value: 1 } });
    expect(chain(bytes)).toBe('<c r="C2" i="1"/><c r="C3"/><c r="C4"/><c r="C6"/><c r="A20" i="2"/>');
  });

  test("reste telle quelle quand une formule en remplace une autre", async () => {
    const { bytes } = await written(richFile(), { "Données!B6": { formula: "=B2+B3" } });
    expect(textOf(bytes, "xl/calcChain.xml")).toBe(textOf(richFile(), "xl/calcChain.xml"));
  });

  test("vide, elle disparaît avec ce qui la nomme", async () => {
    const parts = richParts();
    const chainOf = String(parts["xl/calcChain.xml"]).replace(/<c r="[CA].*?\/>/g, "");
    const { bytes } = await written(archiveOf({ ...parts, "xl/calcChain.xml": chainOf }), { "Données!B6": {} });
    expect(Object.keys(partsOf(bytes))).not.toContain("xl/calcChain.xml");
    expect(textOf(bytes, "[Content_Types].xml")).not.toContain("calcChain");
    expect(textOf(bytes, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(textOf(bytes, "xl/_rels/workbook.xml.rels")).toContain("vbaProject");
  });
});

describe("le calcul à l'ouverture", () => {
  test("est demandé là où le classeur en parle, ou à la place que le schéma lui donne", async () => {
    const { bytes } = await written(richFile(), { "Données!B3": { value: 60 } });
    expect(textOf(bytes, "xl/workbook.xml")).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    const parts = richParts();
    const silent = String(parts["xl/workbook.xml"]).replace('<calcPr calcId="191029"/>', "");
    const other = await written(archiveOf({ ...parts, "xl/workbook.xml": silent }), { "Données!B3": { value: 60 } });
    expect(textOf(other.bytes, "xl/workbook.xml")).toContain('</definedNames><calcPr fullCalcOnLoad="1"/><extLst>');
  });
});

describe("un fichier signé", () => {
  test("est refusé : l'écriture rendrait sa signature invalide", async () => {
    const before = archiveOf({ ...richParts(), "_xmlsignatures/sig1.xml": "<Signature/>" });
    expect(await refused(before, { "Données!B3": { value: 60 } })).toMatchObject({
      code: "read-only",
      sentence: expect.stringMatching(/signé/),
    });
  });
});

describe("deux parties de même nom", () => {
  test("sont refusées plutôt que choisies", async () => {
    const before = Buffer.from(richFile());
    // The directory names one part as another.
    before.write("XL/calcChain.xml", before.lastIndexOf("xl/comments1.xml"));
    expect(await refused(new Uint8Array(before), { "Données!B3": { value: 60 } })).toMatchObject({ code: "corrupt" });
  });
});

const EXAMPLES = path.join(__dirname, "../../../assets/exemples");

describe("les classeurs d'exemple", () => {
  const names = readdirSync(EXAMPLES).filter((name) => name.endsWith(".xlsx"));

  test.each(names)("%s : écrit, une feuille ajoutée, puis annulé, il est le même, octet pour octet", async (name) => {
    const before = new Uint8Array(readFileSync(path.join(EXAMPLES, name)));
    const { sheets } = await pictureOf(before);
    const target = sheets[0]?.cells.find(({ formula, value }) => formula === null && typeof value === "number");
    const address = `${sheets[0]?.name ?? ""}!${String.fromCharCode(65 + (target?.column ?? 0))}${(target?.row ?? 0) + 1}`;
    const contents = {
      [address]: { value: 123456.78 },
      [`${sheets[0]?.name ?? ""}!Z99`]: { value: "1.1", numberFormat: "@" },
    };
    const { bytes, undo } = await written(before, contents, { sheets: [{ ...NEW_SHEET, cells: [] }] });
    expect((await pictureOf(bytes)).sheets.length).toBe(sheets.length + 1);
    expect(Buffer.compare(await undone(bytes, undo), before)).toBe(0);
  });
});
