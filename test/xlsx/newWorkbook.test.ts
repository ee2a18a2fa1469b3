import { newXlsx } from "../../src/xlsx/newWorkbook";
import { readXlsx } from "../../src/xlsx/readXlsx";
import { readXlsxMemory, writeXlsxMemory } from "../../src/xlsx/write/memory";
import { cellText, written } from "./write/writing";

describe("un classeur neuf", () => {
  test("a une feuille visible et vide, et rien en mémoire", async () => {
    const bytes = await newXlsx("Feuil1");
    expect(await readXlsx(bytes, { name: "Classeur1.xlsx" })).toEqual({
      ok: true,
      value: {
        name: "Classeur1.xlsx",
        date1904: false,
        sheets: [{ name: "Feuil1", visibility: "visible", cells: [], merges: [], isProtected: false }],
      },
    });
    expect(readXlsxMemory(bytes, "Classeur1.xlsx")).toEqual({ ok: true, value: null });
  });

  test("reçoit cellules, formules et mémoire comme tout autre fichier", async () => {
    const { bytes } = await written(await newXlsx("Feuil1"), {
      "Feuil1!A1": { value: 1310.5, numberFormat: "#,##0.00" },
      "Feuil1!B2": { formula: "=A1*2" },
    });
    expect(cellText(bytes, "B2")).toContain("<v>2621</v>");
    const remembering = await writeXlsxMemory(bytes, '{"version":1}', "Classeur1.xlsx");
    if (!remembering.ok) throw new Error(remembering.sentence);
    expect(readXlsxMemory(remembering.value, "Classeur1.xlsx")).toEqual({ ok: true, value: '{"version":1}' });
  });
});
