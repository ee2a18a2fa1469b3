import { differenceFrom } from "../../src/bench/difference";
import { EmulatedWorkbook } from "../../src/emulator";
import { loadOfficeClient } from "../../src/emulator/node";
import { hostOver } from "../excel/host-over";
import { DRAFT, PICTURE as DRAFTED } from "../excel/writing-set-up";
import { cell, sheet, workbook } from "../host/contract";

const PICTURE = workbook(
  sheet(
    "Plan",
    [
      cell(0, 0, { value: "Axe 1" }),
      cell(1, 0, { value: "1.1", numberFormat: "@" }),
      cell(1, 1, { value: 1000, numberFormat: "#,##0" }),
      cell(1, 2, { value: 2000, formula: "=B2*2", numberFormat: "#,##0" }),
      cell(1, 3, { error: "#N/A" }),
    ],
    { merges: [{ top: 0, left: 0, bottom: 0, right: 3 }] },
  ),
  sheet("Annexe", [cell(0, 0, { value: true })]),
);

function opened() {
  const book = EmulatedWorkbook.fromPicture(PICTURE, {
    recalculate: ({ setResult, cellAt }) => {
      const base = cellAt({ sheet: "Plan", row: 1, column: 1 }).value;
      setResult({ sheet: "Plan", row: 1, column: 2 }, { value: Number(base) * 2, error: null });
    },
  });
  return { book, file: { picture: PICTURE, sheets: [...book.sheets] } };
}

function difference({ book, file }: ReturnType<typeof opened>) {
  const result = differenceFrom(file, book);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

const writesOf = (bench: ReturnType<typeof opened>) =>
  difference(bench).writes.map(({ ref, before, after }) => [ref.sheet, ref.row, ref.column, before, after]);
const content = (value: unknown, more = {}) => ({
  value,
  error: null,
  formula: null,
  numberFormat: "General",
  ...more,
});

describe("ce qui sépare le classeur du banc de son fichier", () => {
  test("n'est rien tant que personne n'y touche", () => {
    expect(difference(opened())).toMatchObject({ writes: [], reads: [], sheets: [] });
  });

  test("est une cellule saisie, avec ce qui s'y trouvait ; le résultat d'une formule n'en est pas", () => {
    const bench = opened();
    bench.book.userEdit("Plan", "B2", "1500");
    bench.book.userEdit("Annexe", "C9", "neuf");
    expect(bench.book.cellAt({ sheet: "Plan", row: 1, column: 2 })?.value).toBe(3000);
    expect(writesOf(bench)).toEqual([
      ["Plan", 1, 1, content(1000, { numberFormat: "#,##0" }), content(1500, { numberFormat: "#,##0" })],
      ["Annexe", 8, 2, content(null), content("neuf")],
    ]);
  });

  test("est une cellule vidée, qui garde son format, une erreur remplacée, un nombre devenu texte", () => {
    const bench = opened();
    bench.book.userEdit("Plan", "A1", "");
    bench.book.userEdit("Plan", "B2:C2", "");
    bench.book.userEdit("Plan", "D2", "#REF!");
    bench.book.userEdit("Annexe", "A1", "'VRAI");
    expect(writesOf(bench).map(([, row, column, , after]) => [row, column, after])).toEqual([
      [0, 0, content(null)],
      [1, 1, content(null, { numberFormat: "#,##0" })],
      [1, 2, content(null, { numberFormat: "#,##0" })],
      [1, 3, content(null, { error: "#REF!" })],
      [0, 0, content("VRAI")],
    ]);
  });

  test("est une formule, à la lettre près", () => {
    const bench = opened();
    bench.book.userEdit("Plan", "C2", "=b2 * 2");
    expect(writesOf(bench)).toMatchObject([["Plan", 1, 2, { formula: "=B2*2" }, { formula: "=b2 * 2" }]]);
  });

  test("est un format seul, fût-ce celui d'une cellule vide", async () => {
    const bench = opened();
    const { Excel } = loadOfficeClient(bench.book);
    await Excel.run(async (context) => {
      const plan = context.workbook.worksheets.getItem("Plan");
      plan.getRange("B2").numberFormat = [["0.00"]];
      plan.getRange("F9").numberFormat = [["@"]];
      await context.sync();
    });
    expect(writesOf(bench)).toEqual([
      ["Plan", 1, 1, content(1000, { numberFormat: "#,##0" }), content(1000, { numberFormat: "0.00" })],
      ["Plan", 8, 5, content(null), content(null, { numberFormat: "@" })],
    ]);
  });

  test("est une feuille ajoutée ; ajoutée puis ôtée, plus rien", () => {
    const bench = opened();
    const added = bench.book.addSheet("Annexe 1.b", "addin");
    bench.book.userEdit("Annexe 1.b", "A1", "=Plan!B2");
    expect(difference(bench)).toMatchObject({
      writes: [],
      sheets: [{ name: "Annexe 1.b", cells: [{ row: 0, column: 0, content: { formula: "=Plan!B2" } }] }],
    });
    bench.book.deleteSheet(added, "addin");
    expect(difference(bench)).toMatchObject({ writes: [], sheets: [] });
  });

  test("est ce que le complément écrit ; son écriture annulée, plus rien", async () => {
    const book = EmulatedWorkbook.fromPicture(DRAFTED);
    const bench = { book, file: { picture: DRAFTED, sheets: [...book.sheets] } };
    const { host } = hostOver(book);
    const receipt = await host.apply(DRAFT);
    if (!receipt.ok) throw new Error(receipt.sentence);
    const { writes, sheets } = difference(bench);
    expect(writes.map(({ ref }) => ref)).toEqual(expect.arrayContaining(receipt.value.cells));
    expect(writes).toHaveLength(receipt.value.cells.length);
    expect(sheets.map(({ name }) => name)).toEqual(receipt.value.sheets);
    expect(await host.undo(receipt.value)).toMatchObject({ ok: true });
    expect(difference(bench)).toMatchObject({ writes: [], sheets: [] });
  });
});

describe("ce qu'un fichier ne peut pas recevoir se dit", () => {
  const sentenceOf = ({ book, file }: ReturnType<typeof opened>) => {
    const result = differenceFrom(file, book);
    return result.ok ? null : [result.code, result.sentence];
  };

  test("une feuille du fichier supprimée, même remplacée par une autre du même nom", () => {
    const bench = opened();
    const [, annexe] = bench.book.sheets;
    if (!annexe) throw new Error("no sheet");
    bench.book.deleteSheet(annexe, "user");
    bench.book.addSheet("Annexe", "user");
    expect(sentenceOf(bench)).toEqual([
      "unsupported",
      "La feuille «\u00a0Annexe\u00a0», supprimée ici, ne peut pas être retirée du fichier\u00a0: rouvrez-le, puis supprimez-la dans Excel.",
    ]);
  });

  test.each([
    ["une fusion", (page: Excel.Worksheet) => page.getRange("A4:B4").merge()],
    ["un caractère gras", (page: Excel.Worksheet) => void (page.getRange("A4").format.font.bold = true)],
    ["une largeur", (page: Excel.Worksheet) => void (page.getRange("A4").format.columnWidth = 90)],
    ["un volet figé", (page: Excel.Worksheet) => page.freezePanes.freezeRows(1)],
    ["une page", (page: Excel.Worksheet) => void (page.pageLayout.orientation = "Landscape")],
  ])("%s sur une feuille du fichier", async (_title, change) => {
    const bench = opened();
    const { Excel } = loadOfficeClient(bench.book);
    await Excel.run(async (context) => {
      change(context.workbook.worksheets.getItem("Plan"));
      await context.sync();
    });
    expect(sentenceOf(bench)).toEqual([
      "unsupported",
      expect.stringMatching(/^La mise en forme de la feuille «\u00a0Plan\u00a0», changée ici, .* dans Excel\.$/),
    ]);
  });
});
