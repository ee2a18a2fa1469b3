import { applyToXlsx } from "../../../src/xlsx/write/apply";
import { NEW_SHEET } from "../../host/drafts";
import { relationships, sheetOf, xlsxOf } from "../../fixtures/parts";
import { richFile } from "../../fixtures/richWorkbook";
import { cellsOf } from "../reading";
import { refOf, refused, written } from "./writing";

describe("ce qu'une écriture ne touche pas", () => {
  test.each([
    ["le haut d'une formule qui remplit plusieurs cellules", "Données!D2", "spilled"],
    ["ce qu'elle remplit", "Données!D4", "spilled"],
    ["un tableau croisé dynamique", "Croisé!B6", "pivot"],
    ["les filtres au-dessus de lui", "Croisé!B1", "pivot"],
    ["une cellule cachée par une fusion", "Données!F9", "merged"],
    ["le nom d'une colonne de tableau", "Données!B1", "unsupported"],
  ])("%s", async (_what, address, code) => {
    const result = await refused(richFile(), { "Données!B3": { value: 1 }, [address]: { value: 1 } });
    expect(result).toMatchObject({ code, cells: [refOf(address)], sentence: expect.stringContaining(address) });
  });

  test.each(["Croisé!A20", "Croisé!C3", "Données!E8", "Données!B2"])("%s, à côté, s'écrit", async (address) => {
    expect((await written(richFile(), { [address]: { value: 1 } })).receipt.cells).toEqual([refOf(address)]);
  });

  test("une table de données non plus ; une formule matricielle d'une seule cellule, si", async () => {
    const data =
      '<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B2*B1:B2)</f><v>5</v></c><c r="B1"><v>1</v></c>' +
      '<c r="C1"><f t="dataTable" ref="C1:C2" dt2D="0" dtr="0" r1="B1"/><v>1</v></c></row>' +
      '<row r="2"><c r="B2"><v>2</v></c><c r="C2"><v>2</v></c></row>';
    expect(await refused(sheetOf(data), { "Feuil1!C2": { value: 1 } })).toMatchObject({ code: "spilled" });
    const { bytes } = await written(sheetOf(data), { "Feuil1!A1": { formula: "=B1+B2" } });
    expect((await cellsOf(bytes))["A1"]).toMatchObject({ formula: "=B1+B2", value: 3 });
  });

  test("une feuille protégée est nommée", async () => {
    const before = sheetOf("", { name: "Annexe 3", after: '<sheetProtection sheet="1"/>' });
    expect(await refused(before, { "Annexe 3!A1": { value: 1 } })).toMatchObject({
      code: "protected",
      sentence: expect.stringContaining("Annexe 3"),
    });
  });

  test("un classeur à ouvrir « de préférence en lecture seule » s'écrit", async () => {
    const before = xlsxOf({ before: '<fileSharing readOnlyRecommended="1"/>' });
    expect((await written(before, { "Feuil1!A1": { value: 1 } })).receipt.cells.length).toBe(1);
  });
});

describe("une nouvelle feuille est refusée", () => {
  test("quand la structure du classeur est protégée", async () => {
    const before = xlsxOf({ before: '<workbookProtection lockStructure="1"/>' });
    expect(await refused(before, {}, { sheets: [NEW_SHEET] })).toMatchObject({ code: "protected" });
  });

  test.each(["", "a".repeat(32), "a/b", "[a]", "'a", "a:b"])("quand Excel ne prend pas « %s »", async (name) => {
    expect(await refused(xlsxOf({}), {}, { sheets: [{ ...NEW_SHEET, name }] })).toMatchObject({ code: "unsupported" });
  });

  test("quand deux du brouillon ont le même nom, ou quand un graphique le porte", async () => {
    const twice = [NEW_SHEET, { ...NEW_SHEET, name: NEW_SHEET.name.toUpperCase() }];
    expect(await refused(xlsxOf({}), {}, { sheets: twice })).toMatchObject({ code: "sheet-exists" });
    const chart = xlsxOf({
      sheets: [{}, { name: NEW_SHEET.name }],
      parts: {
        "xl/_rels/workbook.xml.rels": relationships(
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "chartsheet", "chartsheets/sheet1.xml"],
        ),
      },
    });
    expect(await refused(chart, {}, { sheets: [NEW_SHEET] })).toMatchObject({ code: "sheet-exists" });
  });
});

test("un fichier illisible donne la phrase du lecteur", async () => {
  const draft = { title: "", writes: [], reads: [], sheets: [] };
  expect(await applyToXlsx(new Uint8Array(), draft, { name: "vide.xlsx" })).toMatchObject({ code: "empty" });
});
