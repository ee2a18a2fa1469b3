import { EmulatedWorkbook } from "../../src/emulator";
import { createMemoryJournal, type JournalEntry } from "../../src/excel";
import { draftOf } from "../host/writing";
import { hostOver } from "./host-over";
import { DRAFT, openBench, PICTURE, put, stateOf } from "./writing-set-up";

describe("le journal", () => {
  test("tient tout avant la première écriture : contenus, formats, types et feuilles à ajouter", async () => {
    const noted: { entry: JournalEntry; isUntouched: boolean }[] = [];
    const memory = createMemoryJournal();
    const bench = openBench({
      journal: {
        ...memory,
        put: async (entry) => {
          noted.push({ entry, isUntouched: JSON.stringify(stateOf(bench.book)) === JSON.stringify(bench.before) });
          await memory.put(entry);
        },
      },
    });
    await bench.host.apply(DRAFT);
    expect(noted.map(({ entry, isUntouched }) => [entry.state, isUntouched])).toEqual([
      ["writing", true],
      ["applied", false],
    ]);
    const [first] = noted;
    expect(first?.entry.cells.map(({ before }) => before.formula ?? before.error ?? before.value)).toEqual([
      ...["1.1", 1500.25, 2024, "=B2*2", "030450232501", "=x", true, "#N/A", null, "mai 2024"],
    ]);
    expect(first?.entry.cells.slice(0, 3).map(({ before }) => before.numberFormat)).toEqual(["@", "#,##0.00", "@"]);
    expect(first?.entry.sheets.map(({ name, cells }) => [name, cells.length])).toEqual([["Annexe 1.b", 3]]);
  });

  test("garde les vingt dernières écritures d'un classeur, et celles des autres", async () => {
    const { journal, host } = openBench();
    const foreign: JournalEntry = {
      ...{ version: 1, id: "autre", workbook: "Autre.xlsx", title: "", at: "2000-01-01T00:00:00.000Z" },
      ...{ state: "applied", cells: [], sheets: [] },
    };
    await journal.put(foreign);
    // All in one millisecond: their order is kept nevertheless.
    jest.spyOn(Date, "now").mockReturnValue(1_800_000_000_000);
    for (let row = 30; row < 55; row += 1) await host.apply(draftOf([put(row, 0, row)]));
    jest.restoreAllMocks();
    const receipts = await host.receipts();
    expect(receipts.ok && receipts.value.map(({ cells }) => cells[0]?.row)).toEqual(
      Array.from({ length: 20 }, (_, index) => 54 - index),
    );
    expect((await journal.all()).map(({ id }) => id)).toContain("autre");
  });

  test("sert à annuler après la réouverture du volet", async () => {
    const { book, journal, host, before } = openBench();
    await host.apply(DRAFT);
    const reopened = hostOver(book, { journal }).host;
    const receipts = await reopened.receipts();
    if (!receipts.ok || !receipts.value[0]) throw new Error("no receipt");
    expect(await reopened.undo(receipts.value[0])).toEqual({ ok: true, value: null });
    expect(stateOf(book)).toEqual(before);
  });

  test.each([false, true])("sert aussi quand le volet s'est fermé pendant l'écriture (faite : %p)", async (done) => {
    const { book, journal, host, excel, before } = openBench({ timeoutMs: 1_000 });
    excel.leaveUnanswered(3, { done });
    void host.apply(DRAFT);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const reopened = hostOver(book, { journal }).host;
    const receipts = await reopened.receipts();
    if (!receipts.ok || !receipts.value[0]) throw new Error("no receipt");
    expect(await reopened.undo(receipts.value[0])).toEqual({ ok: true, value: null });
    expect(stateOf(book)).toEqual(before);
  });

  test("d'un autre classeur n'annule rien ici", async () => {
    const { journal, host } = openBench();
    const receipt = await host.apply(DRAFT);
    if (!receipt.ok) throw new Error(receipt.sentence);
    const other = EmulatedWorkbook.fromPicture({ ...PICTURE, name: "Autre.xlsx" });
    const elsewhere = hostOver(other, { journal }).host;
    expect(await elsewhere.receipts()).toEqual({ ok: true, value: [] });
    expect(await elsewhere.undo(receipt.value)).toMatchObject({ ok: false, code: "item-not-found" });
    expect(stateOf(other)).toEqual(stateOf(EmulatedWorkbook.fromPicture(PICTURE)));
  });
});
