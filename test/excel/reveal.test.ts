import { EmulatedWorkbook } from "../../src/emulator";
import { cell, sheet, workbook } from "../host/contract";
import { hostOver } from "./host-over";

const PICTURE = workbook(
  sheet("Synthèse", [cell(0, 0, { value: 1 })]),
  sheet("Plan d'action", [cell(4, 2, { value: 2 })]),
  sheet("Verrou", [cell(0, 0, { value: 5 })], { isProtected: true }),
  sheet("Listes", [cell(0, 0, { value: 3 })], { visibility: "hidden" }),
  sheet("Réglages", [cell(0, 0, { value: 4 })], { visibility: "veryHidden" }),
);

function setUp() {
  const book = EmulatedWorkbook.fromPicture(PICTURE);
  return { book, ...hostOver(book, { timeoutMs: 50 }) };
}

describe("montrer une cellule", () => {
  test("active sa feuille et la sélectionne, en un échange", async () => {
    const { book, host, excel } = setUp();
    expect(await host.reveal({ sheet: "Plan d'action", row: 4, column: 2 })).toEqual({
      ok: true,
      value: { isProtected: false },
    });
    expect(book.selection.sheet.name).toBe("Plan d'action");
    expect(book.selection.area).toEqual({ top: 4, left: 2, bottom: 4, right: 2 });
    expect(excel.statistics.batches).toBe(1);
  });

  test("dit que sa feuille est protégée", async () => {
    const { book, host } = setUp();
    expect(await host.reveal({ sheet: "Verrou", row: 0, column: 0 })).toEqual({
      ok: true,
      value: { isProtected: true },
    });
    expect(book.selection.sheet.name).toBe("Verrou");
  });

  test.each([
    ["Listes", "Afficher"],
    ["Réglages", "préparé le classeur"],
  ])("d'une feuille masquée (%s) dit que faire et ne l'affiche pas", async (name, hint) => {
    const { book, host } = setUp();
    const result = await host.reveal({ sheet: name, row: 0, column: 0 });
    expect(result).toMatchObject({ ok: false, code: "hidden-sheet", sentence: expect.stringContaining(hint) });
    expect(book.sheetNamed(name)?.visibility).not.toBe("visible");
    expect(book.selection.sheet.name).toBe("Synthèse");
  });

  test("d'une feuille disparue la nomme", async () => {
    const { host } = setUp();
    const result = await host.reveal({ sheet: "Bilan", row: 0, column: 0 });
    expect(result).toMatchObject({ ok: false, code: "item-not-found", sentence: expect.stringContaining("Bilan") });
  });

  test("hors d'une feuille le dit sans rien sélectionner", async () => {
    const { book, host } = setUp();
    const result = await host.reveal({ sheet: "Synthèse", row: 1_048_576, column: 0 });
    expect(result).toMatchObject({ ok: false, code: "item-not-found" });
    expect(book.selection.area).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
  });

  test("pendant une saisie le dit", async () => {
    const { host, excel } = setUp();
    excel.isEditingCell = true;
    expect(await host.reveal({ sheet: "Synthèse", row: 0, column: 0 })).toMatchObject({ ok: false, code: "cell-edit" });
  });

  test("dans un Excel muet le dit", async () => {
    const { host, excel } = setUp();
    excel.leaveUnanswered(1);
    expect(await host.reveal({ sheet: "Synthèse", row: 0, column: 0 })).toMatchObject({ ok: false, code: "no-answer" });
  });
});
