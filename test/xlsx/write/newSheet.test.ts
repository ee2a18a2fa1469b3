import { strToU8 } from "fflate";
import type { NewSheet } from "../../../src/workbook/draft";
import { EMPTY_CONTENT } from "../../../src/workbook/draft";
import { readXlsxWithPresentation } from "../../../src/xlsx/readXlsx";
import { scanXml } from "../../../src/xlsx/xml";
import { NEW_SHEET } from "../../host/drafts";
import { archiveOf, relationships, sheetOf, workbookParts, xlsxOf } from "../../fixtures/parts";
import { richFile, richParts } from "../../fixtures/richWorkbook";
import { changedParts, partsOf, textOf, undone, written } from "./writing";

const ADDED = "xl/worksheets/sheet3.xml";

async function withSheet(before = richFile(), sheet: Partial<NewSheet> = {}): Promise<Uint8Array> {
  return (await written(before, {}, { sheets: [{ ...NEW_SHEET, ...sheet }] })).bytes;
}

/** Names of the elements right under the root. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  scanXml(strToU8(xml), {
    open: (name, parent) => {
      if (parent === "worksheet") names.push(name);
    },
  });
  return names;
}

describe("une feuille ajoutée", () => {
  test("a sa partie, son type, sa relation et son onglet, le dernier, sans devenir l'onglet ouvert", async () => {
    const bytes = await withSheet();
    expect(changedParts(richFile(), bytes)).toEqual([
      "[Content_Types].xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      ADDED,
    ]);
    expect(Object.keys(partsOf(bytes)).at(-1)).toBe(ADDED);
    const workbook = textOf(bytes, "xl/workbook.xml");
    expect(workbook).toContain('<sheet name="Plan d\'été 2024" sheetId="3" r:id="rId10"/></sheets>');
    expect(workbook).toContain('activeTab="1"');
    expect(textOf(bytes, "xl/_rels/workbook.xml.rels")).toContain('Target="worksheets/sheet3.xml"/></Relationships>');
    expect(textOf(bytes, "[Content_Types].xml")).toContain(`<Override PartName="/${ADDED}"`);
  });

  test("s'imprime en paysage sur une page A4, avec sa zone et ses lignes répétées", async () => {
    const bytes = await withSheet();
    expect(textOf(bytes, "xl/workbook.xml")).toContain(
      "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"2\">'Plan d''été 2024'!$A$1:$C$3</definedName>" +
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"2\">'Plan d''été 2024'!$1:$2</definedName></definedNames>",
    );
    const xml = textOf(bytes, ADDED);
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="1"/>');
  });

  test("a ses éléments dans l'ordre du schéma", async () => {
    expect(elementsOf(textOf(await withSheet(), ADDED))).toEqual([
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "mergeCells",
      "dataValidations",
      "printOptions",
      "pageMargins",
      "pageSetup",
    ]);
  });

  test("propose sa liste, et avertit sans interdire", async () => {
    const list = { kind: "list" as const, values: ['a"b', "<c>"], title: "t".repeat(40), message: "m".repeat(300) };
    const validations = [{ ...list, area: { top: 2, left: 2, bottom: 8, right: 2 } }];
    const xml = textOf(await withSheet(richFile(), { validations }), ADDED);
    expect(xml).toContain('<dataValidation type="list" errorStyle="warning" allowBlank="1"');
    expect(xml).toContain(`promptTitle="${"t".repeat(32)}" prompt="${"m".repeat(255)}" sqref="C3:C9"`);
    expect(xml).toContain('<formula1>"a""b,&lt;c&gt;"</formula1>');
  });

  test("attend un montant à zéro ou plus, et une hauteur de pages libre en portrait", async () => {
    const area = { top: 2, left: 2, bottom: 8, right: 2 };
    const validations = [{ kind: "amount" as const, area, title: "Montant", message: "En euros." }];
    const print = { ...NEW_SHEET.print, paper: "A3" as const, orientation: "portrait" as const, pagesHigh: null };
    const xml = textOf(await withSheet(richFile(), { validations, print }), ADDED);
    expect(xml).toContain('<dataValidation type="decimal" operator="greaterThanOrEqual" errorStyle="warning"');
    expect(xml).toContain("<formula1>0</formula1>");
    expect(xml).toContain('paperSize="8" orientation="portrait" fitToWidth="1" fitToHeight="0"');
  });

  test("a l'allure demandée, que la police du classeur porte", async () => {
    const result = await readXlsxWithPresentation(await withSheet(), { name: "a.xlsm" });
    const presentation = result.ok ? result.value.presentation : null;
    const sheet = presentation?.sheets[2];
    const lookAt = (row: number, column: number) =>
      presentation?.looks[sheet?.cells.find((cell) => cell.row === row && cell.column === column)?.look ?? 0];
    expect(lookAt(2, 1)).toEqual({
      fill: "#DDEBF7",
      color: "#1F3864",
      horizontal: "right",
      vertical: "center",
      wrap: true,
    });
    expect(lookAt(0, 0)).toMatchObject({ bold: true });
    // The hidden cells of a merge too: their borders close it.
    expect(lookAt(0, 2)).toMatchObject({ bold: true });
    expect(lookAt(2, 2)).toMatchObject({ italic: true });
    expect(sheet?.frozen).toEqual({ rows: 2, columns: 0 });
    expect(sheet?.columns.map(({ width }) => width)).toEqual([89, 134, 134]);
    expect(sheet?.rows).toEqual([{ row: 0, height: 40, hidden: false }]);
    expect(textOf(await withSheet(), "xl/styles.xml")).toContain('<font><b/><sz val="14"/><name val="Arial"/></font>');
  });

  test("montre ce que ses formules calculent", async () => {
    const cells = [
      { row: 0, column: 0, content: { ...EMPTY_CONTENT, formula: "=Données!B6+B1" }, look: {}, why: "" },
      { row: 0, column: 1, content: { ...EMPTY_CONTENT, formula: "=Total*2" }, look: {}, why: "" },
    ];
    expect(textOf(await withSheet(richFile(), { cells }), ADDED)).toContain(
      '<c r="A1"><f>Données!B6+B1</f><v>453</v></c><c r="B1"><f>Total*2</f><v>302</v></c>',
    );
  });

  test("rend leur valeur aux formules qui l'attendaient", async () => {
    const before = sheetOf('<row r="1"><c r="A1" t="e"><f>\'Plan d\'\'été 2024\'!C3+1</f><v>#REF!</v></c></row>');
    const { bytes } = await written(before, {}, { sheets: [NEW_SHEET] });
    expect(textOf(bytes, "xl/worksheets/sheet1.xml")).toContain("</f><v>11</v>");
  });

  test("compte aussi les feuilles de graphique pour ses noms d'impression", async () => {
    const rels = relationships(
      ["rId1", "chartsheet", "chartsheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
    );
    const before = xlsxOf({ sheets: [{}, { name: "Données" }], parts: { "xl/_rels/workbook.xml.rels": rels } });
    expect(textOf(await withSheet(before), "xl/workbook.xml")).toContain('localSheetId="2"');
  });

  test("dans un classeur sans styles, ou aux espaces de noms préfixés", async () => {
    const parts = workbookParts({});
    const prefixed = String(parts["xl/workbook.xml"])
      .replace(/<(\/?)(workbook|sheets?)\b/g, "<$1x:$2")
      .replace("xmlns=", "xmlns:x=")
      .replaceAll("r:id", "rel:id")
      .replace("xmlns:r=", "xmlns:rel=");
    const bytes = await withSheet(archiveOf({ ...parts, "xl/workbook.xml": prefixed }));
    expect(textOf(bytes, "xl/workbook.xml")).toMatch(/<x:sheet name="Plan d'été 2024" sheetId="2" rel:id="rId2"\/>/);
    expect(textOf(bytes, "xl/styles.xml")).toMatch(
      /<fonts count="4">.*<fills count="3">.*<borders count="2">.*<cellXfs count="\d">/,
    );
    expect(textOf(bytes, "[Content_Types].xml")).toContain("spreadsheetml.styles+xml");
  });
});

describe("une feuille que l'on ôte alors que d'autres ont été ajoutées", () => {
  test("emporte ses noms ; ceux des feuilles suivantes gardent la leur", async () => {
    const first = await written(richFile(), {}, { sheets: [NEW_SHEET] });
    const second = await written(first.bytes, {}, { sheets: [{ ...NEW_SHEET, name: "Suite" }] });
    const workbook = textOf(await undone(second.bytes, first.undo), "xl/workbook.xml");
    expect(
      [...workbook.matchAll(/<definedName name="(\S+?)"(?: localSheetId="(\d)")?>([^<]*)/g)].map((m) => m.slice(1)),
    ).toEqual([
      ["Total", undefined, "Données!$B$6"],
      ["_xlnm.Print_Area", "1", "Croisé!$A$1:$B$9"],
      ["_xlnm.Print_Area", "2", "'Suite'!$A$1:$C$3"],
      ["_xlnm.Print_Titles", "2", "'Suite'!$1:$2"],
    ]);
    expect(workbook).not.toContain("Plan d'été");
  });

  test("ne s'ôte pas quand un nom ou un graphique la cite", async () => {
    const parts = richParts();
    const named = String(parts["xl/workbook.xml"]).replace("Données!$B$6", "'Plan d''été 2024'!$B$6");
    for (const more of [
      { "xl/workbook.xml": named },
      { "xl/charts/chart1.xml": "<c:c xmlns:c='u'><c:f>'Plan d''été 2024'!$B$2</c:f></c:c>" },
    ]) {
      const { bytes, undo } = await written(archiveOf({ ...parts, ...more }), {}, { sheets: [NEW_SHEET] });
      const since = await written(bytes, { "Données!A9": { value: 1 } });
      await expect(undone(since.bytes, undo)).rejects.toThrow(/nom défini ou un autre élément/);
    }
  });
});
