import { aMoment, setUp } from "./set-up";

describe("le vrai client lit le classeur émulé", () => {
  test("feuilles, places, protection et noms", async () => {
    const { Excel } = setUp();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name,items/position,items/visibility,items/protection/protected");
      context.workbook.load("name");
      context.application.load("calculationMode");
      const active = worksheets.getActiveWorksheet();
      active.load("name");
      await context.sync();
      expect(context.workbook.name).toBe("Bilan 2024.xlsx");
      expect(context.application.calculationMode).toBe("Automatic");
      expect(active.name).toBe("Plan 2025");
      expect(worksheets.items.map(({ name, position }) => [name, position])).toEqual([
        ["Plan 2025", 0],
        ["Protégée", 1],
        ["Vide", 2],
        ["Masquée", 3],
      ]);
      expect(worksheets.items.map(({ visibility }) => visibility)).toEqual(["Visible", "Visible", "Visible", "Hidden"]);
      expect(worksheets.items.map(({ protection }) => protection.protected)).toEqual([false, true, false, false]);
      expect(new Set(worksheets.items.map(({ id }) => id)).size).toBe(4);
    });
  });

  test("une plage, par ses valeurs, formules, formats, textes et types", async () => {
    const { Excel } = setUp();
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Plan 2025").getUsedRange(true);
      used.load("address,rowIndex,columnIndex,rowCount,columnCount,cellCount");
      used.load("values,formulas,numberFormat,text,valueTypes");
      await context.sync();
      expect(used.address).toBe("'Plan 2025'!A1:C3");
      expect([used.rowIndex, used.columnIndex, used.rowCount, used.columnCount, used.cellCount]).toEqual([
        0, 0, 3, 3, 9,
      ]);
      expect(used.values[0]).toEqual(["Total", 3, ""]);
      expect(used.formulas[0]).toEqual(["Total", "=1+2", ""]);
      expect(used.text[0]).toEqual(["Total", "3", ""]);
      expect(used.valueTypes[2]).toEqual(["Empty", "Empty", "String"]);
      expect(used.numberFormat[2]).toEqual(["General", "General", "@"]);
    });
  });

  test("une feuille vide n'a pas de plage utilisée, ou sa première cellule", async () => {
    const { Excel } = setUp();
    await Excel.run(async (context) => {
      const empty = context.workbook.worksheets.getItem("Vide");
      const none = empty.getUsedRangeOrNullObject();
      const first = empty.getUsedRange();
      const missing = context.workbook.worksheets.getItemOrNullObject("Absente");
      first.load("address");
      await context.sync();
      expect(none.isNullObject).toBe(true);
      expect(missing.isNullObject).toBe(true);
      expect(first.address).toBe("Vide!A1");
    });
  });

  test("la sélection de l'agent, et celle que le complément pose", async () => {
    const { book, Excel } = setUp();
    expect(book.userSelect("Vide", "B2:C4")).toEqual({ ok: true });
    await Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRange();
      const active = context.workbook.getActiveCell();
      selected.load("address");
      active.load("address");
      await context.sync();
      expect([selected.address, active.address]).toEqual(["Vide!B2:C4", "Vide!B2"]);
      context.workbook.worksheets.getItem("Plan 2025").getRange("C3").select();
      await context.sync();
    });
    expect(book.selection.sheet.name).toBe("Plan 2025");
  });

  test("une plage vit d'un échange à l'autre, puis est rendue", async () => {
    const { Excel, host } = setUp();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Plan 2025").getRange("A1:B1");
      range.load("values");
      await context.sync();
      range.load("address");
      await context.sync();
      expect(range.address).toBe("'Plan 2025'!A1:B1");
      expect(host.session.keptCount).toBe(1);
    });
    await aMoment();
    expect(host.session.keptCount).toBe(0);
  });
});
