import { applyToXlsx } from "../../../src/xlsx/write/apply";
import { sheetOf, xlsxOf } from "../../fixtures/parts";
import { cellText, draftFor, OPTIONS, written } from "./writing";

const formula = (address: string, text: string, value = "0") => `<c r="${address}"><f>${text}</f><v>${value}</v></c>`;

describe("ce que montrent les formules après une écriture", () => {
  test("celles qui en dépendent, de loin aussi, montrent leur nouvelle valeur et son type", async () => {
    const data = `<row r="1"><c r="A1"><v>1</v></c>${formula("B1", "A1+1", "2")}${formula("C1", 'IF(B1&gt;5,"grand",B1)', "2")}${formula("D1", "B1&gt;5")}${formula("E1", "1/(B1-11)", "-0.1")}</row>`;
    const { bytes } = await written(sheetOf(data), { "Feuil1!A1": { value: 10 } });
    expect(cellText(bytes, "B1")).toBe('<c r="B1"><f>A1+1</f><v>11</v></c>');
    expect(cellText(bytes, "C1")).toBe('<c r="C1" t="str"><f>IF(B1&gt;5,"grand",B1)</f><v>grand</v></c>');
    expect(cellText(bytes, "D1")).toBe('<c r="D1" t="b"><f>B1&gt;5</f><v>1</v></c>');
    expect(cellText(bytes, "E1")).toBe('<c r="E1" t="e"><f>1/(B1-11)</f><v>#DIV/0!</v></c>');
  });

  test("celles qui n'en dépendent pas gardent la leur, même fausse", async () => {
    const data = `<row r="1"><c r="A1"><v>1</v></c>${formula("B1", "5+5", "99")}${formula("C1", "TODAY()", "45000")}${formula("D1", "[1]Autre!A1", "3")}</row>`;
    const { bytes } = await written(sheetOf(data), { "Feuil1!A1": { value: 10 } });
    for (const [address, value] of Object.entries({ B1: 99, C1: 45000, D1: 3 })) {
      expect(cellText(bytes, address)).toContain(`<v>${value}</v>`);
    }
  });

  test.each([
    ["que le moteur ne calcule pas", "WEBSERVICE(A1)"],
    ["qui cherche sa cellule", 'INDIRECT("A"&amp;1)'],
    ["qui lit une colonne de tableau", "SUM(Table1[Montant])"],
    ["qui lit celle-là", "B1+A1"],
  ])("une formule %s perd sa valeur, qui ne vaut plus", async (_which, text) => {
    const data = `<row r="1"><c r="A1"><v>1</v></c>${formula("B1", "WEBSERVICE(A1)", "7")}${formula("C1", text, "7")}</row>`;
    const { bytes } = await written(sheetOf(data), { "Feuil1!A1": { value: 10 } });
    expect(cellText(bytes, "C1")).toBe(`<c r="C1"><f>${text}</f></c>`);
  });

  test("par un nom défini aussi, et d'une feuille à l'autre", async () => {
    const before = xlsxOf({
      sheets: [
        { data: '<row r="1"><c r="A1"><v>1</v></c></row>' },
        { data: `<row r="1">${formula("A1", "Base*2", "2")}${formula("B1", "Feuil1!A1+Double", "3")}</row>` },
      ],
      after:
        '<definedNames><definedName name="Base">Feuil1!$A$1</definedName><definedName name="Double">Base*2</definedName></definedNames>',
    });
    const { bytes } = await written(before, { "Feuil1!A1": { value: 10 } });
    expect(cellText(bytes, "A1", "xl/worksheets/sheet2.xml")).toContain("<v>20</v>");
    expect(cellText(bytes, "B1", "xl/worksheets/sheet2.xml")).toBe('<c r="B1"><f>Feuil1!A1+Double</f></c>');
  });

  test("sans moteur, elles perdent leur valeur plutôt que d'en garder une fausse", async () => {
    const before = sheetOf(`<row r="1"><c r="A1"><v>1</v></c>${formula("B1", "A1+1", "2")}</row>`);
    const draft = await draftFor(before, { "Feuil1!A1": { value: 10 } });
    for (const calculation of [undefined, () => Promise.resolve(null), () => Promise.reject(new Error("absent"))]) {
      const options = { name: OPTIONS.name, ...(calculation ? { calculation } : {}) };
      const result = await applyToXlsx(before, draft, options);
      expect(result.ok && cellText(result.value.bytes, "B1")).toBe('<c r="B1"><f>A1+1</f></c>');
    }
  });

  test("une formule écrite se calcule ; sa valeur donnée ne sert que si le moteur se tait", async () => {
    const before = sheetOf('<row r="1"><c r="A1"><v>2</v></c></row>');
    const contents = {
      "Feuil1!B1": { formula: "=A1*3", value: 5 },
      "Feuil1!C1": { formula: "=WEBSERVICE(A1)", value: 5 },
      "Feuil1!D1": { formula: "=C1+B1" },
      "Feuil1!E1": { formula: "=WEBSERVICE(A1)" },
    };
    const { bytes } = await written(before, contents);
    expect(cellText(bytes, "B1")).toContain("<v>6</v>");
    expect(cellText(bytes, "C1")).toContain("<v>5</v>");
    expect(cellText(bytes, "D1")).toContain("<v>11</v>");
    expect(cellText(bytes, "E1")).not.toContain("<v>");
  });
});
