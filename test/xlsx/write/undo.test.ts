import { archiveOf } from "../../fixtures/parts";
import { richFile, richParts } from "../../fixtures/richWorkbook";
import { pictureOf } from "../reading";
import { cellText, textOf, undone, written } from "./writing";

const CONTENTS = {
  "Données!A2": { value: "maigre" },
  "Données!B3": { value: 60, numberFormat: "0.0" },
  "Données!B6": { value: 1 },
  "Données!C9": { value: "neuf" },
};

describe("une annulation quand quelqu'un a écrit ailleurs depuis", () => {
  test("rend à chaque cellule son élément, texte enrichi et style compris, et garde ce qui est ailleurs", async () => {
    const before = richFile();
    const { bytes, undo } = await written(before, CONTENTS);
    const since = await written(bytes, { "Données!F20": { value: 7 } });
    const after = await undone(since.bytes, undo);
    for (const address of ["A2", "B3", "B6"]) expect(cellText(after, address)).toBe(cellText(before, address));
    expect(cellText(after, "C9")).toBe("");
    expect(cellText(after, "F20")).toBe('<c r="F20"><v>7</v></c>');
    const expected = await pictureOf((await written(before, { "Données!F20": { value: 7 } })).bytes);
    // The array formula and what it filled wait for Excel to compute them again.
    const dropped = (cells: (typeof expected.sheets)[number]["cells"]) => cells.filter(({ column }) => column !== 3);
    const { sheets } = await pictureOf(after);
    expect(sheets.map(({ cells }) => dropped(cells))).toEqual(expected.sheets.map(({ cells }) => dropped(cells)));
  });

  test("quand un autre programme a renuméroté les styles et les textes, les contenus et les formats reviennent", async () => {
    const { bytes, undo } = await written(richFile(), CONTENTS);
    const parts = richParts();
    const renumbered = archiveOf({
      ...parts,
      "xl/styles.xml": textOf(bytes, "xl/styles.xml").replace(/(<cellXfs[^>]*>)(<xf.*?\/>)/, '$1$2<xf numFmtId="9"/>'),
      "xl/sharedStrings.xml": String(parts["xl/sharedStrings.xml"]).replace("<si>", "<si><t>premier</t></si><si>"),
      "xl/worksheets/sheet1.xml": textOf(bytes, "xl/worksheets/sheet1.xml")
        .replace(/ s="(\d)"/g, (_whole, style: string) => ` s="${Number(style) + 1}"`)
        .replace(/t="s"><v>(\d)/g, (_whole, text: string) => `t="s"><v>${Number(text) + 1}`),
      "xl/worksheets/sheet2.xml": textOf(bytes, "xl/worksheets/sheet2.xml"),
    });
    const { sheets } = await pictureOf(await undone(renumbered, undo));
    const former = await pictureOf(richFile());
    const contents = (cells: (typeof sheets)[number]["cells"]) =>
      cells
        .filter(({ column }) => column !== 3)
        .map(({ row, column, value, formula, numberFormat }) => [row, column, value, formula, numberFormat]);
    expect(contents(sheets[0]?.cells ?? [])).toEqual(contents(former.sheets[0]?.cells ?? []));
  });

  test("garde les cellules changées si on le veut, et rend les autres", async () => {
    const { bytes, undo } = await written(richFile(), CONTENTS);
    const since = await written(bytes, { "Données!B3": { value: 61 } });
    await expect(undone(since.bytes, undo)).rejects.toThrow("Données!B3");
    const after = await undone(since.bytes, undo, { keepChanges: true });
    expect(cellText(after, "B3")).toContain("<v>61</v>");
    expect(cellText(after, "A2")).toBe(cellText(richFile(), "A2"));
    expect(cellText(after, "B6")).toContain("<f>SUM(B2:B4)</f><v>162</v>");
  });

  test("refuse une feuille qui a été protégée, une cellule qui a été fusionnée", async () => {
    const { bytes, undo } = await written(richFile(), { "Croisé!D1": { value: 1 }, "Croisé!D2": { value: 2 } });
    const sheet = textOf(bytes, "xl/worksheets/sheet2.xml");
    const parts = { ...richParts(), "xl/styles.xml": textOf(bytes, "xl/styles.xml") };
    for (const [added, sentence] of [
      ['<sheetProtection sheet="1"/>', "protégée"],
      ['<mergeCells><mergeCell ref="D1:D2"/></mergeCells>', "fusion"],
    ] as const) {
      const changed = archiveOf({
        ...parts,
        "xl/worksheets/sheet2.xml": sheet.replace("</sheetData>", `</sheetData>${added}`),
      });
      await expect(undone(changed, undo)).rejects.toThrow(sentence);
    }
  });
});
