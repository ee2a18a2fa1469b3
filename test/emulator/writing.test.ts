import type { BatchReport } from "../../src/emulator";
import { aMoment, setUp } from "./set-up";

describe("écrire, calculer, prévenir", () => {
  test("ce qui est écrit garde ou prend le type qu'Excel lui donne", async () => {
    const { book, Excel } = setUp();
    await Excel.run(async (context) => {
      const page = context.workbook.worksheets.getItem("Vide");
      page.getRange("A1:B1").numberFormat = [["@", "@"]];
      page.getRange("A1:H1").values = [["030", "=x", "030", "'1.1", "true", "#n/a", "12 €", 1.5]];
      page.getRange("A2:C2").formulas = [["=1+1", "", "1e3"]];
      await context.sync();
    });
    const row = (index: number) => book.toPicture().sheets[2]?.cells.filter((found) => found.row === index);
    expect(row(0)?.map(({ value, error }) => error ?? value)).toEqual([
      "030",
      "=x",
      30,
      "1.1",
      true,
      "#N/A",
      "12 €",
      1.5,
    ]);
    expect(row(1)?.map(({ column, value, formula }) => [column, formula ?? value])).toEqual([
      [0, "=1+1"],
      [2, 1000],
    ]);
  });

  test("« null » laisse une cellule comme elle est, un texte vide la vide", async () => {
    const { book, Excel } = setUp();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Plan 2025").getRange("A1:B1").values = [[null, ""]];
      await context.sync();
    });
    expect(book.cellAt({ sheet: "Plan 2025", row: 0, column: 0 })?.value).toBe("Total");
    expect(book.cellAt({ sheet: "Plan 2025", row: 0, column: 1 })).toMatchObject({ value: null, formula: null });
  });

  test("le calcul injecté reçoit ce qui a changé, en mode automatique seulement", async () => {
    const seen: string[] = [];
    const { book, Excel } = setUp({}, ({ edits, cellAt, setResult }) => {
      seen.push(edits.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`).join(";"));
      const a1 = cellAt({ sheet: "Vide", row: 0, column: 0 }).value;
      setResult({ sheet: "Vide", row: 0, column: 1 }, { value: Number(a1) * 2, error: null });
    });
    expect(book.userEdit("Vide", "A1", "21")).toEqual({ ok: true });
    expect(book.userEdit("Vide", "B1", "=A1*2")).toEqual({ ok: true });
    expect(book.cellAt({ sheet: "Vide", row: 0, column: 1 })?.value).toBe(42);
    await Excel.run(async (context) => {
      context.application.calculationMode = "Manual";
      context.workbook.worksheets.getItem("Vide").getRange("A1").values = [[4]];
      await context.sync();
      expect(book.cellAt({ sheet: "Vide", row: 0, column: 1 })?.value).toBe(42);
      context.application.calculate("Full");
      await context.sync();
    });
    expect(book.cellAt({ sheet: "Vide", row: 0, column: 1 })?.value).toBe(8);
    // The first time, every cell of the workbook is new to whoever calculates.
    expect(seen).toEqual(["Plan 2025 0 0;Plan 2025 0 1;Plan 2025 2 2;Protégée 0 0;Vide 0 0", "Vide 0 1", "Vide 0 0"]);
  });

  test("un calcul qui échoue arrive au complément, qui n'attend pas pour rien", async () => {
    const { Excel } = setUp({}, () => {
      throw new Error("moteur arrêté");
    });
    const writing = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Vide").getRange("A1").values = [[1]];
      await context.sync();
    });
    await expect(writing).rejects.toMatchObject({
      code: "GeneralException",
      message: expect.stringContaining("moteur"),
    });
  });

  test("lire ne fait rien calculer", async () => {
    let calls = 0;
    const { Excel } = setUp({}, () => void calls++);
    await Excel.run(async (context) => void context.workbook.load("name"));
    expect(calls).toBe(0);
  });

  test("un changement arrive au complément avec son auteur", async () => {
    const { book, Excel } = setUp();
    const got: [string, string][] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address, triggerSource }) => {
        got.push([address, triggerSource]);
      });
      await context.sync();
      context.workbook.worksheets.getItem("Vide").getRange("A1:B1").values = [[1, 2]];
      await context.sync();
    });
    book.userEdit("Vide", "C4", "12");
    await aMoment();
    expect(got).toEqual([
      ["A1:B1", "ThisLocalAddin"],
      ["C4", "Unknown"],
    ]);
  });

  test("les comptes et les rapports disent les lots, les actions, les octets et les refus", async () => {
    const reports: BatchReport[] = [];
    const { Excel, host } = setUp({ onBatch: (report) => reports.push(report), latencyMs: 5 });
    const start = Date.now();
    await Excel.run(async (context) => {
      context.workbook.load("name");
      await context.sync();
    });
    expect(Date.now() - start).toBeGreaterThanOrEqual(4);
    expect(host.statistics.batches).toBe(reports.length);
    expect(host.statistics.requestBytes).toBe(reports.reduce((sum, { requestBytes }) => sum + requestBytes, 0));
    expect(reports[0]).toMatchObject({ number: 1, error: null });
  });
});
