import { newSheetOf } from "../../src/bench/addedSheet";
import { EmulatedWorkbook } from "../../src/emulator";
import { EMPTY_CONTENT } from "../../src/workbook/draft";
import { cell, sheet, workbook } from "../host/contract";
import { draftOf, write } from "../host/writing";
import { hostOver } from "./host-over";
import { at, DRAFT, NEW_SHEET, openBench, PICTURE, put, stateOf } from "./writing-set-up";

describe("ce qui est écrit garde son type", () => {
  const TEXTS = [
    ...[
      "1.1",
      "030450232501",
      "=x",
      "+3",
      "-a",
      "@x",
      "'x",
      "''",
      "#N/A",
      "#REF!",
      "TRUE",
      "vrai",
      "FAUX",
      "1e3",
      "12 %",
    ],
    ...["1/2", "3-4", "2024-01-02", "mai 2024", "Mars 24", "12:30", "(12)", "1 234", "avr. 2024", "déc-24", " 12", "x"],
    ...[
      "Fiche 2.2",
      "Action n° 3",
      "budget 2024",
      "«\u00a02024\u00a0»",
      "€ 12",
      "EUR 12",
      "a".repeat(5000),
      "é\nè",
      "T2",
    ],
  ];

  test.each(["General", "@", "#,##0.00"])("un texte reste un texte, sous le format %s", async (numberFormat) => {
    const { book, host } = openBench();
    const draft = draftOf(
      TEXTS.map((value, index) => write(PICTURE, at("Plan", 40 + index, 0), { value, numberFormat })),
    );
    expect(await host.apply(draft)).toMatchObject({ ok: true });
    const held = TEXTS.map((_text, index) => book.cellAt({ sheet: "Plan", row: 40 + index, column: 0 }));
    expect(held.map((each) => each?.value)).toEqual(TEXTS);
    expect(new Set(held.map((each) => each?.numberFormat))).toEqual(new Set([numberFormat]));
  });

  test("un nombre, une formule, une erreur restent ce qu'ils sont, sous le format texte aussi", async () => {
    const picture = workbook(
      sheet("A", [
        cell(0, 0, { value: "texte", numberFormat: "@" }),
        cell(0, 1, { value: "texte", numberFormat: "@" }),
        cell(0, 2, { value: "texte", numberFormat: "@" }),
        cell(0, 3, { value: "texte", numberFormat: "@" }),
      ]),
    );
    const book = EmulatedWorkbook.fromPicture(picture);
    const { host } = hostOver(book);
    const contents = [{ value: 12.5 }, { formula: "=1+1" }, { error: "#N/A" as const }, { value: true }];
    const draft = draftOf(
      contents.map((content, column) => write(picture, at("A", 0, column), { ...content, numberFormat: "@" })),
    );
    expect(await host.apply(draft)).toMatchObject({ ok: true });
    expect(book.sheets[0]?.cells().map(({ cell: held }) => held.formula ?? held.error ?? held.value)).toEqual([
      ...[12.5, "=1+1", "#N/A", true],
    ]);
    expect(book.sheets[0]?.cells().every(({ cell: held }) => held.numberFormat === "@")).toBe(true);
  });

  test("ce qu'Excel ne garde pas est remis comme avant, et la cellule nommée", async () => {
    const bench = openBench();
    bench.book.subscribe((change) => {
      // Somebody types in the same moment.
      if (change.kind === "cells" && change.origin === "addin") bench.book.userEdit("Plan", "C5", "99");
    });
    const result = await bench.host.apply(draftOf([put(4, 2, 1)]));
    expect(result).toMatchObject({ ok: false, sentence: expect.stringContaining("Plan!C5") });
  });
});

describe("le nombre d'échanges", () => {
  test("soixante cellules d'une feuille : cinq au plus, relecture comprise", async () => {
    const { host, excel } = openBench();
    const writes = Array.from({ length: 60 }, (_, index) =>
      put(30 + 2 * (index % 20), 2 * Math.floor(index / 20), index),
    );
    expect(await host.apply(draftOf(writes))).toMatchObject({ ok: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(excel.statistics.batches).toBeLessThanOrEqual(5);
    expect(excel.statistics.failures).toBe(0);
  });

  test("une feuille de vingt-cinq lignes avec son aspect : six au plus", async () => {
    const { host, excel } = openBench();
    const cells = Array.from({ length: 25 * 6 }, (_, index) => ({
      row: Math.floor(index / 6),
      column: index % 6,
      content: { ...EMPTY_CONTENT, value: index },
      look: { border: true, bold: index < 6, ...(index % 6 === 0 ? { fill: "EEEEEE", wrap: true } : {}) },
      why: "",
    }));
    expect(await host.apply(draftOf([], { sheets: [{ ...NEW_SHEET, cells, merges: [] }] }))).toMatchObject({
      ok: true,
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(excel.statistics.batches).toBeLessThanOrEqual(6);
    expect(excel.session.keptCount).toBe(0);
  });

  test("des lots trop lourds sont coupés, et tout est écrit", async () => {
    const book = EmulatedWorkbook.fromPicture(PICTURE);
    const { host, excel } = hostOver(book, { limits: { requestBytes: 20_000, responseBytes: 60_000 } });
    const writes = Array.from({ length: 3_000 }, (_, index) =>
      put(30 + Math.floor(index / 10), index % 10, `Texte n° ${index}`),
    );
    const progress: number[] = [];
    const result = await host.apply(draftOf(writes), { onProgress: (done) => progress.push(done) });
    expect(result).toMatchObject({ ok: true });
    expect(excel.statistics.failures).toBeGreaterThan(0);
    expect(progress.at(-1)).toBe(3_000);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    if (result.ok) expect(await host.undo(result.value)).toEqual({ ok: true, value: null });
    expect(stateOf(book)).toEqual(stateOf(EmulatedWorkbook.fromPicture(PICTURE)));
  });
});

describe("une feuille ajoutée", () => {
  test("a l'aspect, les tailles, la validation et la page du brouillon, sans être montrée", async () => {
    const { book, host } = openBench();
    await host.apply(DRAFT);
    const added = book.sheetNamed("Annexe 1.b");
    if (!added) throw new Error("no sheet");
    const cells = NEW_SHEET.cells.map(({ row, column, look }) => ({ row, column, look }));
    const { cells: made, ...rest } = newSheetOf(added);
    expect({ ...rest, cells: [] }).toEqual({ ...NEW_SHEET, cells: [] });
    // A look that covers a merge covers its first cell only in the draft.
    expect(made.map(({ row, column, look }) => ({ row, column, look }))).toEqual(cells);
    expect(added.appearance.page).toMatchObject({ orientation: "Landscape", paperSize: "A4" });
    expect(book.selection.sheet.name).toBe("Plan");
  });

  test("reste quand une formule la nomme dans un texte", async () => {
    const { book, host } = openBench();
    const receipt = await host.apply(DRAFT);
    book.userEdit("Fiche d'été", "A9", `=INDIRECT("'annexe 1.b'!A1")`);
    if (!receipt.ok) throw new Error(receipt.sentence);
    expect(await host.undo(receipt.value)).toMatchObject({
      ok: false,
      code: "sheet-in-use",
      cells: [at("Fiche d'été", 8, 0)],
    });
  });

  test("ne se confond pas avec une autre dont le nom finit comme le sien", async () => {
    const picture = workbook(...PICTURE.sheets, sheet("Vieille Annexe 1.b", [cell(0, 0, { value: 1 })]));
    const book = EmulatedWorkbook.fromPicture(picture);
    const { host } = hostOver(book);
    const receipt = await host.apply(DRAFT);
    if (!receipt.ok) throw new Error(receipt.sentence);
    book.userEdit("Plan", "A30", "='Vieille Annexe 1.b'!A1");
    expect(await host.undo(receipt.value)).toEqual({ ok: true, value: null });
  });

  test.each(["='Annexe 1.b'!A1", "=SUM('Plan:ANNEXE 1.b'!A1)", "=SUM('Annexe 1.b:Plan'!A1)"])(
    "reste quand une formule la nomme : %s",
    async (formula) => {
      const { book, host } = openBench();
      const receipt = await host.apply(DRAFT);
      if (!receipt.ok) throw new Error(receipt.sentence);
      book.userEdit("Plan", "A30", formula);
      expect(await host.undo(receipt.value)).toMatchObject({ ok: false, code: "sheet-in-use" });
    },
  );

  test("qui a reçu autre chose que ce qui y est écrit s'en va avec le reste", async () => {
    const { book, host, before } = openBench();
    const cells = [...NEW_SHEET.cells];
    // What stands under a merge is lost, and so is not read back.
    const hidden = { row: 0, column: 1, content: { ...EMPTY_CONTENT, value: "perdu" }, look: {}, why: "" };
    const result = await host.apply(draftOf([], { sheets: [{ ...NEW_SHEET, cells: [...cells, hidden] }] }));
    expect(result).toMatchObject({ ok: false, code: "restored", sentence: expect.stringContaining("Annexe 1.b!B1") });
    expect(stateOf(book)).toEqual(before);
  });

  test("renommée ou supprimée depuis : l'annulation le dit, puis rend les cellules", async () => {
    const { book, host, before } = openBench();
    const receipt = await host.apply(DRAFT);
    const added = book.sheetNamed("Annexe 1.b");
    if (!receipt.ok || !added) throw new Error("not applied");
    book.userEdit("Plan", "D2", "=B2*2");
    book.deleteSheet(added, "user");
    expect(await host.undo(receipt.value)).toMatchObject({ ok: false, code: "changed" });
    expect(await host.undo(receipt.value, { keepChanges: true })).toEqual({ ok: true, value: null });
    expect(stateOf(book)).toEqual(before);
  });
});

describe("une cellule vide que quelqu'un a mise en forme", () => {
  test("garde son format, qu'un brouillon ne voit pas ; sous le format texte, un montant reste un nombre", async () => {
    const { book, host } = openBench();
    const [plan] = book.sheets;
    if (!plan) throw new Error("no sheet");
    const area = { top: 50, left: 0, bottom: 50, right: 1 };
    book.writeFormats(plan, area, (_row, column) => (column === 0 ? "#,##0.00" : "@"), "user");
    const after = { value: 7, error: null, formula: "=3+4", numberFormat: "#,##0" };
    const refs = [0, 1].map((column) => ({ sheet: plan.name, row: 50, column }));
    const draft = draftOf(refs.map((ref) => ({ ref, before: EMPTY_CONTENT, after, why: "" })));
    const receipt = await host.apply(draft);
    if (!receipt.ok) throw new Error(receipt.sentence);
    expect(refs.map((ref) => book.cellAt(ref))).toMatchObject([
      { formula: "=3+4", numberFormat: "#,##0.00" },
      { formula: "=3+4", numberFormat: "#,##0" },
    ]);
    expect(await host.undo(receipt.value)).toMatchObject({ ok: true });
    expect(refs.map((ref) => book.cellAt(ref)?.numberFormat)).toEqual(["#,##0.00", "@"]);
  });
});
