import { createMemoryJournal, type Journal } from "../../src/excel";
import type { Draft } from "../../src/workbook/draft";
import { draftOf } from "../host/writing";
import { at, DRAFT, openBench, put, stateOf } from "./writing-set-up";

async function expectNothingWritten(
  prepare: (bench: ReturnType<typeof openBench>) => void,
  draft: Draft,
  expected: object,
): Promise<void> {
  const bench = openBench();
  prepare(bench);
  const before = stateOf(bench.book);
  const result = await bench.host.apply(draft);
  expect(result).toMatchObject({ ok: false, ...expected, sentence: expect.stringMatching(/\.$/) });
  expect(stateOf(bench.book)).toEqual(before);
  expect(await bench.journal.all()).toEqual([]);
}

describe("avant d'écrire, l'hôte d'Excel refuse", () => {
  const first = ({ book }: ReturnType<typeof openBench>) => {
    const [plan] = book.sheets;
    if (!plan) throw new Error("no sheet");
    return plan;
  };

  test("une cellule d'une formule qui déborde, et nomme celle-là seule", async () => {
    const draft = draftOf([put(4, 0, 1), put(5, 0, 1), put(5, 1, 1), put(6, 1, 1)]);
    await expectNothingWritten((bench) => (first(bench).spills = [{ top: 5, left: 1, bottom: 9, right: 1 }]), draft, {
      code: "spilled",
      cells: [at("Plan", 5, 1), at("Plan", 6, 1)],
    });
  });

  test("une cellule d'un tableau croisé, et nomme celle-là seule", async () => {
    const draft = draftOf([put(4, 0, 1), put(5, 0, 1), put(6, 0, 1), put(20, 3, 1)]);
    await expectNothingWritten((bench) => (first(bench).pivots = [{ top: 6, left: 0, bottom: 9, right: 4 }]), draft, {
      code: "pivot",
      cells: [at("Plan", 6, 0)],
    });
  });

  test("une cellule sous une fusion qui commence hors de ce qui est écrit", async () => {
    const draft = draftOf([put(8, 4, 1)]);
    await expectNothingWritten((bench) => first(bench).merge({ top: 7, left: 3, bottom: 9, right: 5 }), draft, {
      code: "merged",
      cells: [at("Plan", 8, 4)],
    });
  });

  test("un classeur en lecture seule", async () => {
    await expectNothingWritten(({ book }) => (book.isReadOnly = true), draftOf([put(4, 0, 1)]), { code: "read-only" });
  });

  test("une structure protégée, quand une feuille est à ajouter", async () => {
    await expectNothingWritten(({ book }) => (book.isStructureProtected = true), DRAFT, { code: "protected" });
    const { book, host } = openBench();
    book.isStructureProtected = true;
    expect(await host.apply(draftOf([put(4, 0, 1)]))).toMatchObject({ ok: true });
  });

  test("un classeur fermé entre-temps, et dit de le rouvrir", async () => {
    await expectNothingWritten(({ excel }) => (excel.isClosed = true), DRAFT, {
      code: "closed",
      sentence: expect.stringMatching(/^Rien n’a été écrit\..*rouvrez-le, rouvrez le volet, puis recommencez\.$/),
    });
  });

  test("une feuille protégée, et la nomme", async () => {
    await expectNothingWritten((bench) => (first(bench).isProtected = true), draftOf([put(4, 0, 1)]), {
      code: "protected",
      sentence: expect.stringContaining("Plan"),
    });
  });

  test("pendant une saisie, et dit comment en sortir", async () => {
    await expectNothingWritten(({ excel }) => (excel.isEditingCell = true), DRAFT, {
      code: "cell-edit",
      sentence: expect.stringContaining("Entrée ou Échap"),
    });
  });

  test("une saisie qui commence juste avant le premier lot qui écrit", async () => {
    await expectNothingWritten(({ excel }) => excel.failBatch(3, "InvalidOperationInCellEditMode"), DRAFT, {
      code: "cell-edit",
      sentence: expect.stringMatching(/^Rien n’a été écrit/),
    });
  });

  test("avec un Excel qui ne dit pas ses fusions", async () => {
    const bench = openBench({ api: "1.12" });
    expect(await bench.host.apply(DRAFT)).toMatchObject({ ok: false, code: "unsupported" });
    expect(bench.excel.statistics.batches).toBe(0);
  });

  test("sans journal", async () => {
    const journal: Journal = {
      ...createMemoryJournal(),
      put: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
    };
    const { book, host, before } = openBench({ journal });
    const result = await host.apply(DRAFT);
    expect(result).toMatchObject({ ok: false, sentence: expect.stringContaining("QuotaExceededError") });
    expect(stateOf(book)).toEqual(before);
  });
});
