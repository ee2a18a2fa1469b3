import { newSheetOf } from "../../src/bench/addedSheet";
import { setUp } from "./set-up";

/** One sheet with one of each thing that can be set on it. */
async function dressed() {
  const client = setUp();
  await client.Excel.run(async (context) => {
    const page = context.workbook.worksheets.add("Neuve");
    page.getRange("A1:B2").values = [
      ["Plan", ""],
      ["x", 1.5],
    ];
    const title = page.getRange("A1:B1");
    title.format.font.bold = true;
    title.format.font.size = 14;
    title.format.font.color = "#1f4e78";
    title.format.fill.color = "#DDEBF7";
    title.format.horizontalAlignment = "Center";
    title.merge();
    const block = page.getRange("A1:B2");
    for (const side of [
      "EdgeTop",
      "EdgeBottom",
      "EdgeLeft",
      "EdgeRight",
      "InsideHorizontal",
      "InsideVertical",
    ] as const) {
      block.format.borders.getItem(side).style = "Continuous";
    }
    page.getRange("A2").format.wrapText = true;
    page.getRange("A2").format.verticalAlignment = "Top";
    page.getRange("A2").format.font.italic = true;
    page.getRange("B1").format.columnWidth = 108.75;
    page.getRange("A1").format.rowHeight = 30;
    page.freezePanes.freezeRows(1);
    const codes = page.getRange("B2:B9").dataValidation;
    codes.rule = { list: { inCellDropDown: true, source: "a,b" } };
    codes.errorAlert = { showAlert: true, style: "Warning", title: "Code", message: "Hors liste" };
    codes.prompt = { showPrompt: true, title: "Code", message: "Un code de la liste" };
    const amounts = page.getRange("A2:A9").dataValidation;
    amounts.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
    amounts.errorAlert = { showAlert: true, style: "Warning", title: "Montant", message: "En euros" };
    amounts.prompt = { showPrompt: true, title: "Montant", message: "En euros" };
    page.pageLayout.orientation = "Landscape";
    page.pageLayout.paperSize = "A4";
    page.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
    page.pageLayout.setPrintArea("A1:B9");
    page.pageLayout.setPrintTitleRows("$1:$1");
    await context.sync();
  });
  return client;
}

describe("l'aspect d'une feuille écrite par le complément", () => {
  test("se relit comme le brouillon d'une feuille", async () => {
    const { book } = await dressed();
    const added = book.sheetNamed("Neuve");
    if (!added) throw new Error("no sheet");
    const TITLE = { bold: true, size: 14, colour: "1F4E78", fill: "DDEBF7", horizontal: "center", border: true };
    expect(newSheetOf(added)).toMatchObject({
      name: "Neuve",
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
      columnWidths: [8.43, 20],
      rowHeights: { 0: 30 },
      frozenRows: 1,
      validations: [
        { kind: "list", values: ["a", "b"], title: "Code", message: "Un code de la liste" },
        { kind: "amount", title: "Montant", message: "En euros" },
      ],
      print: {
        orientation: "landscape",
        pagesHigh: 1,
        area: { top: 0, left: 0, bottom: 8, right: 1 },
        titleRows: { first: 0, last: 0 },
      },
      cells: [
        { row: 0, column: 0, content: { value: "Plan" }, look: TITLE },
        { row: 0, column: 1, content: { value: null }, look: TITLE },
        { row: 1, column: 0, look: { wrap: true, vertical: "top", italic: true, border: true } },
        { row: 1, column: 1, content: { value: 1.5 }, look: { border: true } },
      ],
    });
    expect(added.appearance.page).toMatchObject({ orientation: "Landscape", paperSize: "A4", fit: { horizontal: 1 } });
  });

  test("une feuille protégée le refuse", async () => {
    const { Excel } = setUp();
    const dress = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Protégée").getRange("A1").format.font.bold = true;
    });
    await expect(dress).rejects.toMatchObject({ code: "AccessDenied" });
  });

  test.each<[string, (page: Excel.Worksheet) => void]>([
    ["une couleur nommée", (page) => void (page.getRange("A1").format.fill.color = "red")],
    ["un alignement inconnu", (page) => void (page.getRange("A1").format.horizontalAlignment = "Fill")],
    ["une taille négative", (page) => void (page.getRange("A1").format.rowHeight = -1)],
    [
      "une liste trop longue",
      (page) =>
        void (page.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "x".repeat(256) } }),
    ],
  ])("refuse %s", async (_what, use) => {
    const { Excel } = setUp();
    const dress = Excel.run(async (context) => use(context.workbook.worksheets.getItem("Vide")));
    await expect(dress).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("un lot sans réponse peut avoir été fait, ou non", async () => {
    const { book, Excel, host } = setUp();
    const write = (value: number) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Vide").getRange("A1").values = [[value]];
        await context.sync();
      });
    host.leaveUnanswered(1);
    void write(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(book.cellAt({ sheet: "Vide", row: 0, column: 0 })?.value).toBeNull();
    host.leaveUnanswered(1, { done: true });
    void write(2);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(book.cellAt({ sheet: "Vide", row: 0, column: 0 })?.value).toBe(2);
  });
});
