import { MAIN, sheetOf, xlsxOf, workbookParts, archiveOf } from "../../fixtures/parts";
import { cellsOf, valuesOf } from "../reading";
import { cellText, partsOf, textOf, undone, written, type Contents } from "./writing";

const SHEET = "xl/worksheets/sheet1.xml";

/** What stands in `sheetData` once the contents are written over it. */
async function dataWith(data: string, contents: Contents): Promise<string> {
  const { bytes } = await written(sheetOf(data), contents);
  const xml = textOf(bytes, SHEET);
  return xml.slice(xml.indexOf("<sheetData>") + "<sheetData>".length, xml.indexOf("</sheetData>"));
}

describe("une cellule prend sa place", () => {
  const number = { "Feuil1!B2": { value: 7 } };
  const B2 = '<c r="B2"><v>7</v></c>';

  test.each([
    ["dans une feuille vide", "", `<row r="2">${B2}</row>`],
    ["dans une ligne vide", '<row r="2" ht="20"/>', `<row r="2" ht="20">${B2}</row>`],
    ["entre deux lignes", '<row r="1"/><row r="3"/>', `<row r="1"/><row r="2">${B2}</row><row r="3"/>`],
    ["entre deux cellules", '<row r="2"><c r="A2"/><c r="C2"/></row>', `<row r="2"><c r="A2"/>${B2}<c r="C2"/></row>`],
    ["après la dernière", '<row r="2"><c r="A2"/></row>', `<row r="2"><c r="A2"/>${B2}</row>`],
    ["à la place d'une vide", '<row r="2"><c r="B2"/></row>', `<row r="2">${B2}</row>`],
    [
      "parmi des cellules sans adresse",
      "<row><c><v>1</v></c></row><row><c/><c><v>1</v></c><c><v>2</v></c></row>",
      "<row><c><v>1</v></c></row><row><c/><c><v>7</v></c><c><v>2</v></c></row>",
    ],
    ["après des lignes sans numéro", "<row><c><v>1</v></c></row>", `<row><c><v>1</v></c></row><row r="2">${B2}</row>`],
    [
      "en élargissant la ligne qui dit ses colonnes",
      '<row r="2" spans="3:4"><c r="C2"/></row>',
      `<row r="2" spans="2:4">${B2}<c r="C2"/></row>`,
    ],
  ])("%s", async (_where, data, expected) => {
    expect(await dataWith(data, number)).toBe(expected);
  });

  test("dans une feuille qui n'a qu'une balise vide, et qui dit son étendue", async () => {
    const xml = `<worksheet xmlns="${MAIN}"><dimension ref="C3"/><sheetData/></worksheet>`;
    const { bytes } = await written(xlsxOf({ sheets: [{ xml }] }), number);
    expect(textOf(bytes, SHEET)).toBe(
      `<worksheet xmlns="${MAIN}"><dimension ref="B2:C3"/><sheetData><row r="2">${B2}</row></sheetData></worksheet>`,
    );
  });

  test("dans une feuille dont les éléments sont préfixés", async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"/></x:sheetData></x:worksheet>`;
    const contents = { ...number, "Feuil1!A1": { value: "é" }, "Feuil1!A3": { formula: "=B2*2" } };
    const { bytes } = await written(xlsxOf({ sheets: [{ xml }] }), contents);
    expect(textOf(bytes, SHEET)).toContain(
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">é</x:t></x:is></x:c></x:row>' +
        '<x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row><x:row r="3"><x:c r="A3"><x:f>B2*2</x:f><x:v>14</x:v></x:c></x:row>',
    );
  });

  test("dans un fichier strict", async () => {
    const strict = (xml: unknown) =>
      String(xml)
        .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        );
    const parts = Object.entries(workbookParts({})).map(([name, xml]) => [name, strict(xml)]);
    const contents = { "Feuil1!B2": { value: 7, numberFormat: "0.00" } };
    const { bytes } = await written(archiveOf(Object.fromEntries(parts)), contents);
    expect((await cellsOf(bytes))["B2"]).toMatchObject({ value: 7, numberFormat: "0.00" });
    const rels = textOf(bytes, "xl/_rels/workbook.xml.rels");
    expect(rels).toContain("http://purl.oclc.org/ooxml/officeDocument/relationships/styles");
    expect(textOf(bytes, "xl/styles.xml")).toContain("http://purl.oclc.org/ooxml/spreadsheetml/main");
  });

  test("plusieurs cellules et plusieurs lignes au même endroit restent dans l'ordre", async () => {
    const contents = Object.fromEntries(
      ["D2", "B2", "C4", "C3", "A2"].map((address, i) => [`Feuil1!${address}`, { value: i }]),
    );
    const data = await dataWith('<row r="1"/><row r="9"/>', contents);
    expect([...data.matchAll(/ r="(\w+)"/g)].map(([, r]) => r)).toEqual([
      "1",
      "2",
      "A2",
      "B2",
      "D2",
      "3",
      "C3",
      "4",
      "C4",
      "9",
    ]);
  });
});

describe("chaque contenu est écrit tel qu'il est", () => {
  test.each<[string, Parameters<typeof written>[1][string], string]>([
    ["un nombre, en aussi peu de chiffres qu'il faut", { value: 0.1 }, '<c r="A1"><v>0.1</v></c>'],
    ["un très grand nombre", { value: 1e21 }, '<c r="A1"><v>1E+21</v></c>'],
    ["zéro", { value: -0 }, '<c r="A1"><v>0</v></c>'],
    ["un booléen", { value: true }, '<c r="A1" t="b"><v>1</v></c>'],
    ["une erreur", { error: "#N/A" }, '<c r="A1" t="e"><v>#N/A</v></c>'],
    [
      "un texte et ses espaces",
      { value: " a\nb " },
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\nb </t></is></c>',
    ],
    [
      "un texte hostile",
      { value: "<v>1</v>&amp;]]>" },
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">&lt;v&gt;1&lt;/v&gt;&amp;amp;]]&gt;</t></is></c>',
    ],
    [
      "des caractères que XML ne connaît pas, et ce qui ressemble à leur écriture",
      { value: "a\u0001\r_x0041_\ud800" },
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">a_x0001__x000D__x005F_x0041__xD800_</t></is></c>',
    ],
    [
      "une formule",
      { formula: '=IF(1<2,"a&b",0)' },
      '<c r="A1" t="str"><f>IF(1&lt;2,"a&amp;b",0)</f><v>a&amp;b</v></c>',
    ],
    [
      "une formule plus récente que le format, dont le résultat est donné",
      { formula: "=XLOOKUP(1,B1:B2,C1:C2)", value: 5 },
      '<c r="A1"><f>_xlfn.XLOOKUP(1,B1:B2,C1:C2)</f><v>5</v></c>',
    ],
  ])("%s", async (_what, content, expected) => {
    expect(await dataWith("", { "Feuil1!A1": content })).toBe(`<row r="1">${expected}</row>`);
  });

  test("se relit tel qu'il était", async () => {
    const texts = ["a\u0001\r\n_x0041_\ud800\uffff", "  ", "\t", "_x005F_", "😀", "&#65;"];
    const contents = Object.fromEntries(texts.map((value, i) => [`Feuil1!A${i + 1}`, { value }]));
    const { bytes } = await written(sheetOf(""), contents);
    expect(Object.values(await valuesOf(bytes))).toEqual(texts);
  });

  test("une cellule vide garde le format préparé, sauf le format texte, qui ferait un texte d'un montant", async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="49"/></cellXfs>';
    const before = sheetOf('<row r="1"><c r="A1" s="1"/><c r="B1" s="2"/></row>', { styles });
    const sum = { formula: "=3+4", numberFormat: "0" };
    const { bytes } = await written(before, { "Feuil1!A1": sum, "Feuil1!B1": sum });
    expect(Object.values(await cellsOf(bytes)).map(({ numberFormat, value }) => [numberFormat, value])).toEqual([
      ["#,##0.00", 7],
      ["0", 7],
    ]);
  });

  test("un texte vide est une cellule vide ; vidée, une cellule garde son style", async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs>';
    const before = sheetOf('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>1</v></c></row>', { styles });
    const { bytes } = await written(before, { "Feuil1!A1": { value: "" }, "Feuil1!B1": { value: null } });
    expect(textOf(bytes, SHEET)).toContain('<row r="1"><c r="A1" s="1"/><c r="B1" s="1"/></row>');
  });

  test("un texte qu'Excel prendrait pour autre chose à la prochaine saisie porte son apostrophe", async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs>';
    const before = sheetOf('<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1"/></row>', { styles });
    const contents = {
      "Feuil1!A1": { value: "=x" },
      "Feuil1!B1": { value: "030450232501", numberFormat: "@" },
      "Feuil1!C1": { value: "Fiche 1" },
    };
    const { bytes } = await written(before, contents);
    expect(textOf(bytes, "xl/styles.xml")).toContain('<xf numFmtId="0" quotePrefix="1"/></cellXfs>');
    expect(cellText(bytes, "A1")).toContain(' s="2"');
    expect(cellText(bytes, "C1")).not.toContain(" s=");
    const again = await written(bytes, { "Feuil1!A1": { value: 1 } });
    expect(cellText(again.bytes, "A1")).toBe('<c r="A1"><v>1</v></c>');
  });
});

describe("une formule partagée", () => {
  const data =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+_xlfn.DAYS(A1,A1)</f><v>1</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>';
  const formulas = async (bytes: Uint8Array) =>
    Object.values(await cellsOf(bytes)).flatMap(({ formula }) => (formula === null ? [] : [formula]));

  test("reste à ses autres cellules quand sa première est écrasée", async () => {
    const { bytes, undo } = await written(sheetOf(data), { "Feuil1!B1": { value: 9 } });
    expect(await formulas(bytes)).toEqual(["=A2*$A$1+DAYS(A2,A2)", "=A3*$A$1+DAYS(A3,A3)"]);
    expect(cellText(bytes, "B2")).toBe('<c r="B2"><f>A2*$A$1+_xlfn.DAYS(A2,A2)</f><v>2</v></c>');
    expect(Buffer.compare(await undone(bytes, undo), sheetOf(data))).toBe(0);
  });

  test("reste à toutes quand c'est une autre", async () => {
    const { bytes } = await written(sheetOf(data), { "Feuil1!B2": { formula: "=A2" } });
    expect(await formulas(bytes)).toEqual(["=A1*$A$1+DAYS(A1,A1)", "=A2", "=A3*$A$1+DAYS(A3,A3)"]);
    expect(cellText(bytes, "B3")).toBe('<c r="B3"><f t="shared" si="0"/><v>3</v></c>');
  });

  test("dont la première vient après une autre, et dont une cellule est écrite avec elle", async () => {
    const late = data.replace('<f t="shared" si="0"/><v>2</v>', '<f t="shared" ref="B2:B3" si="0">A2+1</f><v>2</v>');
    const swapped = late.replace(
      '<f t="shared" ref="B1:B3" si="0">A1*$A$1+_xlfn.DAYS(A1,A1)</f>',
      '<f t="shared" si="0"/>',
    );
    const { bytes } = await written(sheetOf(swapped), { "Feuil1!B2": { value: 1 }, "Feuil1!B3": { value: 2 } });
    expect(await formulas(bytes)).toEqual(["=A1+1"]);
  });

  test("revient à une autre cellule alors que l'on garde ce qui a été écrit sur sa première", async () => {
    const { bytes, undo } = await written(sheetOf(data), { "Feuil1!B1": { value: 9 }, "Feuil1!B2": { value: 8 } });
    const since = await written(bytes, { "Feuil1!B1": { value: 10 } });
    const after = await undone(since.bytes, undo, { keepChanges: true });
    expect(await formulas(after)).toEqual(["=A2*$A$1+DAYS(A2,A2)", "=A3*$A$1+DAYS(A3,A3)"]);
  });

  test("revient quand l'annulation ne peut pas rendre le fichier entier", async () => {
    const { bytes, undo } = await written(sheetOf(data), { "Feuil1!B1": { value: 9 } });
    const since = await written(bytes, { "Feuil1!Z9": { value: "ailleurs" } });
    expect(await formulas(await undone(since.bytes, undo))).toEqual(await formulas(sheetOf(data)));
  });
});

test("ce qui n'est pas écrit ne bouge pas, pas même ses guillemets et ses blancs", async () => {
  const odd =
    "<row r='1'\n ><c  r='A1' ><v > 12 </v></c><!-- <c r='B1'/> --><c r='C1' t='inlineStr'><is><t><![CDATA[<b>]]></t></is></c></row>";
  const { bytes } = await written(sheetOf(odd), { "Feuil1!B1": { value: 1 } });
  expect(textOf(bytes, SHEET)).toContain(odd.replace("<c r='C1'", "<c r=\"B1\"><v>1</v></c><c r='C1'"));
  expect(Object.keys(partsOf(bytes))).toEqual(Object.keys(partsOf(sheetOf(odd))));
});
