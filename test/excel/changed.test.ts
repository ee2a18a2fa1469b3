import { EmulatedWorkbook } from "../../src/emulator";
import type { InteractiveHost } from "../../src/host/ports";
import type { Workbook } from "../../src/workbook/picture";
import { cell, sheet, workbook } from "../host/contract";
import { hostOver } from "./host-over";

const long = (rows: number) => Array.from({ length: rows }, (_cell, row) => cell(row, 0, { value: row + 0.5 }));

const PICTURE = workbook(
  sheet("A", long(50)),
  sheet("B", long(2_000)),
  sheet("Total", [cell(0, 0, { value: 1, formula: "=A!A1" })]),
);

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A workbook whose `Total!A1` follows `A!A1`, as Excel would calculate it. */
async function setUp({ isWatched = true } = {}) {
  const book = EmulatedWorkbook.fromPicture(PICTURE, {
    recalculate: ({ edits, cellAt, setResult }) => {
      if (!edits.some(({ sheet: name }) => name === "A")) return;
      const { value, error } = cellAt({ sheet: "A", row: 0, column: 0 });
      setResult({ sheet: "Total", row: 0, column: 0 }, { value, error });
    },
  });
  const { host, excel } = hostOver(book);
  let changes = 0;
  if (isWatched) await host.onChange(() => (changes += 1));
  return { book, host, excel, changes: () => changes };
}

async function read(host: InteractiveHost, onlyChanged = true): Promise<Workbook> {
  const result = await host.read({ onlyChanged });
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

describe("après une saisie, seul ce qui a changé est relu", () => {
  test("une saisie : sa feuille et celle qui en dépend ; trois échanges ; les autres sont le même objet", async () => {
    const { book, host, excel } = await setUp();
    const first = await read(host);
    book.userEdit("A", "A1", "7");
    await aMoment();
    const before = excel.statistics;
    const second = await read(host);
    await aMoment();
    expect(excel.statistics.batches - before.batches).toBe(3);
    // The two thousand cells of the other sheet weigh a hundred thousand bytes.
    expect(excel.statistics.responseBytes - before.responseBytes).toBeLessThan(15_000);
    expect(second).toEqual(book.toPicture());
    expect(second.sheets.map((one, index) => one === first.sheets[index])).toEqual([false, true, false]);
  });

  test("rien n'a changé : aucun contenu n'est relu, et les feuilles sont les mêmes objets", async () => {
    const { host } = await setUp();
    const first = await read(host);
    const second = await read(host);
    expect(second.sheets.every((one, index) => one === first.sheets[index])).toBe(true);
  });

  test("un format changé, une feuille ajoutée, une cellule vidée se voient", async () => {
    const { book, host } = await setUp();
    await read(host);
    const b = book.sheetNamed("B");
    if (!b) throw new Error("no sheet");
    book.writeFormats(b, { top: 0, left: 0, bottom: 0, right: 0 }, () => "0.00", "user");
    book.addSheet("Nouvelle", "user");
    book.userEdit("A", "A3", "");
    await aMoment();
    expect(await read(host)).toEqual(book.toPicture());
  });

  test("un changement pendant la lecture vaut pour la suivante", async () => {
    const { book, host, excel } = await setUp();
    excel.latencyMs = 10;
    const reading = host.read({
      onlyChanged: true,
      onProgress: () => book.userEdit("B", "A1", String(Math.random())),
    });
    await reading;
    excel.latencyMs = 0;
    await aMoment();
    expect(await read(host)).toEqual(book.toPicture());
  });

  test("un résultat qui vient après la lecture qui l'a manqué est annoncé comme une saisie", async () => {
    const { book, host, changes } = await setUp();
    await read(host);
    await read(host);
    book.calculate();
    const total = book.sheetNamed("Total");
    if (!total) throw new Error("no sheet");
    book.writeFormats(total, { top: 0, left: 0, bottom: 0, right: 0 }, () => "0.00", "user");
    await aMoment();
    expect(changes()).toBe(1);
    expect(await read(host)).toEqual(book.toPicture());
  });
});

describe("dans le doute, tout est relu", () => {
  test.each([
    ["la lecture ne le demande pas", { isWatched: true }, false],
    ["personne ne surveille les changements", { isWatched: false }, true],
  ])("%s", async (_when, options, onlyChanged) => {
    const { host } = await setUp(options);
    const first = await read(host, onlyChanged);
    const second = await read(host, onlyChanged);
    expect(second).toEqual(first);
    expect(second.sheets.some((one, index) => one === first.sheets[index])).toBe(false);
  });

  test("après une écriture du volet", async () => {
    const { book, host } = await setUp();
    const first = await read(host);
    const at = { sheet: "B", row: 0, column: 0 };
    const content = { value: 0.5, error: null, formula: null, numberFormat: "General" };
    const writes = [{ ref: at, before: content, after: { ...content, value: 9 }, why: "" }];
    expect(await host.apply({ title: "Essai", writes, reads: [], sheets: [] })).toMatchObject({ ok: true });
    const second = await read(host);
    expect(second).toEqual(book.toPicture());
    expect(second.sheets.some((one, index) => one === first.sheets[index])).toBe(false);
  });

  test("une lecture qui échoue ne laisse rien croire", async () => {
    const { book, host, excel } = await setUp();
    await read(host);
    book.userEdit("A", "A1", "7");
    await aMoment();
    excel.failBatch(3, "AccessDenied");
    expect(await host.read({ onlyChanged: true })).toMatchObject({ ok: false });
    expect(await read(host)).toEqual(book.toPicture());
  });
});
