import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadCalculationInNode } from "../../src/calculation/node";
import { createFileHost, createWritableFileHost } from "../../src/xlsx/fileHost";
import type { Workbook } from "../../src/workbook/picture";
import { fileOf } from "../fixtures/pictureFile";
import { describeHostContract } from "../host/contract";
import { describeWriteContract } from "../host/writeContract";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function pathOf(picture: Workbook): string {
  const folder = mkdtempSync(path.join(tmpdir(), "pls-"));
  folders.push(folder);
  const file = path.join(folder, picture.name);
  writeFileSync(file, fileOf(picture));
  return file;
}

describeHostContract("Le fichier .xlsx", (picture) => createFileHost(pathOf(picture)));

describeWriteContract("Le fichier .xlsx", (picture) => {
  const file = pathOf(picture);
  return createWritableFileHost(file, path.join(path.dirname(file), "sortie.xlsx"), {
    calculation: loadCalculationInNode,
  });
});

const EXAMPLES = path.join(__dirname, "../../assets/exemples");

describe("les classeurs d'exemple", () => {
  const names = readdirSync(EXAMPLES).filter((name) => name.endsWith(".xlsx"));

  test.each(names)("%s se lit, sans valeur manquante", async (name) => {
    const result = await createFileHost(path.join(EXAMPLES, name)).read();
    const cells = result.ok ? result.value.sheets.flatMap((sheet) => sheet.cells) : [];
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter(({ origin }) => origin === "missing")).toEqual([]);
  });

  test("les valeurs enregistrées des formules sont celles que le calcul retrouve", async () => {
    const result = await createFileHost(path.join(EXAMPLES, "nord-2024-formules.xlsx")).read();
    const calculation = await loadCalculationInNode();
    if (!result.ok || !calculation) throw new Error("lecture ou moteur");
    const calculator = calculation.createCalculator(result.value, { recompute: "all" });
    const computed = calculator.values();
    calculator.dispose();
    expect(computed.length).toBeGreaterThan(100);
    for (const { sheet, row, column, value } of computed) {
      const saved = result.value.sheets[sheet]?.cells.find((cell) => cell.row === row && cell.column === column);
      expect({ row, column, value }).toEqual({ row, column, value: saved?.value });
    }
  });
});
