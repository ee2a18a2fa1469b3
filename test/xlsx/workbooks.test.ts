import { archiveOf, MAIN, relationships, sheetOf, workbookParts, worksheet, xlsxOf } from "../fixtures/parts";
import { loadCalculationInNode } from "../../src/calculation/node";
import { cellsOf, failureOf, pictureOf, valuesOf } from "./reading";

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';

describe("les feuilles", () => {
  test("dans l'ordre des onglets, visibles ou non, protégées ou non", async () => {
    const parts = workbookParts({
      sheets: [
        { name: "Deuxième", state: "hidden", after: '<sheetProtection sheet="1" objects="1"/>' },
        { name: "Première", data: ONE, after: '<sheetProtection objects="1"/>' },
        { name: "Réglages &amp; listes", state: "veryHidden" },
      ],
    });
    const inOrder = String(parts["xl/workbook.xml"]).replace(/(<sheet .*?\/>)(<sheet .*?\/>)/, "$2$1");
    const { sheets, name } = await pictureOf(archiveOf({ ...parts, "xl/workbook.xml": inOrder }), { name: "a.xlsm" });
    expect(name).toBe("a.xlsm");
    expect(sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.isProtected, sheet.cells.length])).toEqual([
      ["Première", "visible", false, 1],
      ["Deuxième", "hidden", true, 0],
      ["Réglages & listes", "veryHidden", false, 0],
    ]);
  });

  test("une feuille de graphique n'en est pas une, et n'empêche pas de lire les autres", async () => {
    const parts = workbookParts({ sheets: [{ name: "Graphique" }, { name: "Données", data: ONE }] });
    const rels = relationships(
      ["rId1", "chartsheet", "chartsheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
    );
    const bytes = archiveOf({ ...parts, "xl/_rels/workbook.xml.rels": rels });
    expect((await pictureOf(bytes)).sheets.map(({ name }) => name)).toEqual(["Données"]);
  });

  test("les fusions", async () => {
    const after = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="$B$3:B5"/></mergeCells>';
    expect((await pictureOf(sheetOf(ONE, { after }))).sheets[0]?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 2, left: 1, bottom: 4, right: 1 },
    ]);
  });

  test("des noms comme __proto__ ne sont que des noms", async () => {
    const bytes = xlsxOf({
      sheets: [{ name: "__proto__", data: ONE }, { name: "constructor" }],
      parts: { __proto__: "x", "xl/__proto__": "y" },
    });
    const { sheets } = await pictureOf(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("les façons d'écrire un classeur", () => {
  const prefixed = (xml: string) =>
    xml
      .replace(/<(\/?)([a-z])/gi, "<$1x:$2")
      .replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`)
      .replace("<x:?xml", "<?xml");

  test("des espaces de noms préfixés", async () => {
    const parts = workbookParts({
      sheets: [{ data: ONE, after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' }],
    });
    const bytes = archiveOf({
      ...parts,
      "xl/workbook.xml": prefixed(String(parts["xl/workbook.xml"])),
      "xl/worksheets/sheet1.xml": prefixed(String(parts["xl/worksheets/sheet1.xml"])),
    });
    const { sheets } = await pictureOf(bytes);
    expect(sheets[0]).toMatchObject({ cells: [{ value: 1 }], merges: [{ right: 1 }] });
  });

  test("le format strict (ISO 29500)", async () => {
    const strict = (xml: unknown) =>
      String(xml)
        .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        );
    const parts = workbookParts({ sheets: [{ data: '<row><c t="s"><v>0</v></c></row>' }], strings: ["<t>strict</t>"] });
    const bytes = archiveOf(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strict(xml)])));
    expect(await valuesOf(bytes)).toEqual({ A1: "strict" });
  });

  test("des cibles absolues, encodées ou d'une autre casse", async () => {
    const parts = workbookParts({ sheets: [{}, {}, {}] });
    const bytes = archiveOf({
      ...parts,
      "xl/_rels/workbook.xml.rels": relationships(
        ["rId1", "worksheet", "/xl/worksheets/sheet1.xml"],
        ["rId2", "worksheet", "worksheets/feuille%20deux.xml"],
        ["rId3", "worksheet", "../xl/./WORKSHEETS/Sheet3.xml"],
      ),
      "xl/worksheets/sheet1.xml": worksheet({ data: "<row><c><v>1</v></c></row>" }),
      "xl/worksheets/feuille deux.xml": worksheet({ data: "<row><c><v>2</v></c></row>" }),
      "xl/worksheets/sheet3.xml": worksheet({ data: "<row><c><v>3</v></c></row>" }),
    });
    expect((await pictureOf(bytes)).sheets.map(({ cells }) => cells[0]?.value)).toEqual([1, 2, 3]);
  });

  test("une partie en UTF-16, une autre avec sa marque d'ordre", async () => {
    const text = worksheet({ data: '<row><c t="inlineStr"><is><t>été</t></is></c></row>' });
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le"));
    const bytes = xlsxOf({ sheets: [{}, { xml: `\ufeff${text}` }], parts: { "xl/worksheets/sheet1.xml": utf16 } });
    expect((await pictureOf(bytes)).sheets.map(({ cells }) => cells[0]?.value)).toEqual(["été", "été"]);
  });

  test("les extensions et les commentaires sont passés", async () => {
    const after = `<extLst><ext><x14:c xmlns:x14="u"><sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData>
      </x14:c></ext></extLst><!-- <c r="B9"/> -->`;
    expect(await valuesOf(sheetOf(`<!-- x -->${ONE}`, { after }))).toEqual({ A1: 1 });
  });

  test("rien n'est lu hors du fichier", async () => {
    const parts = workbookParts({ sheets: [{ data: ONE }] });
    const rels = String(parts["xl/_rels/workbook.xml.rels"]).replace(
      'Target="worksheets/sheet1.xml"',
      'Target="https://exemple.fr/sheet1.xml" TargetMode="External"',
    );
    const fetched = jest.spyOn(globalThis, "fetch");
    expect(await failureOf(archiveOf({ ...parts, "xl/_rels/workbook.xml.rels": rels }))).toMatchObject({
      code: "corrupt",
    });
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

describe("avec le moteur de calcul", () => {
  const data =
    '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f></c><c r="C1"><f>B1+Total</f></c><c r="D1"><f>NOW()</f></c></row>' +
    '<row r="2"><c r="A2"><f>A1*2</f><v>99</v></c><c r="B2"><f>A2+1</f></c>' +
    '<c r="C2"><f t="array" ref="C2">SUM(A1:A2*A1:A2)</f></c></row>';
  const bytes = sheetOf(data, { after: "", name: "Calculs" });

  test("les formules sans valeur sont calculées, et le disent", async () => {
    const named = xlsxOf({
      sheets: [{ name: "Graphique" }, { name: "Calculs", data }],
      after: '<definedNames><definedName name="Total">Calculs!$A$2</definedName></definedNames>',
      parts: {
        "xl/_rels/workbook.xml.rels": relationships(
          ["rId1", "chartsheet", "chartsheets/sheet1.xml"],
          ["rId2", "worksheet", "worksheets/sheet2.xml"],
        ),
      },
    });
    const cells = await cellsOf(named, { calculation: loadCalculationInNode });
    expect(Object.entries(cells).map(([address, { value, origin }]) => [address, value, origin])).toEqual([
      ["A1", 2, null],
      ["B1", 4, "computed"],
      ["C1", 103, "computed"],
      ["D1", null, "missing"],
      ["A2", 99, "cached"],
      ["B2", 100, "computed"],
      ["C2", 2 * 2 + 99 * 99, "computed"],
    ]);
  });

  test.each<[string, (() => Promise<null>) | undefined]>([
    ["sans lui", undefined],
    ["s'il n'est pas installé", () => Promise.resolve(null)],
    ["s'il ne se charge pas", () => Promise.reject(new Error("pas de WebAssembly"))],
  ])("%s elles restent manquantes", async (_when, calculation) => {
    const cells = await cellsOf(bytes, calculation ? { calculation } : {});
    expect(cells["B1"]).toMatchObject({ value: null, origin: "missing" });
  });

  test("un classeur complet ne le charge pas", async () => {
    let loads = 0;
    const calculation = () => Promise.resolve((loads++, null));
    await cellsOf(sheetOf('<row><c r="A1"><f>1+1</f><v>2</v></c></row>'), { calculation });
    expect(loads).toBe(0);
  });
});
