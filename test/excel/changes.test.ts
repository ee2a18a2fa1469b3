import { EmulatedWorkbook } from "../../src/emulator";
import { loadOfficeClient } from "../../src/emulator/node";
import { createExcelHost, createMemoryJournal } from "../../src/excel";
import { cell, sheet, workbook } from "../host/contract";

const PICTURE = workbook(sheet("A", [cell(0, 0, { value: 1 })]), sheet("B", []));
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

function setUp() {
  const book = EmulatedWorkbook.fromPicture(PICTURE);
  const client = loadOfficeClient(book);
  const host = createExcelHost({
    run: client.Excel.run,
    isSetSupported: (_set, version) => version !== "1.20",
    timeoutMs: 50,
    journal: createMemoryJournal(),
  });
  return { book, client, host, excel: client.host };
}

describe("être prévenu d'un changement", () => {
  test("la saisie de l'agent appelle, sur toute feuille, jusqu'à l'arrêt", async () => {
    const { book, host } = setUp();
    let calls = 0;
    const watch = await host.onChange(() => calls++);
    if (!watch.ok) throw new Error(watch.sentence);
    book.userEdit("A", "A1", "2");
    book.userEdit("B", "C3", "3");
    await aMoment();
    expect(calls).toBe(2);
    watch.value();
    watch.value();
    book.userEdit("A", "A1", "4");
    await aMoment();
    expect(calls).toBe(2);
  });

  test("à l'arrêt, Excel n'envoie plus rien", async () => {
    const { host, excel } = setUp();
    const watch = await host.onChange(() => undefined);
    expect(excel.session.registrations.size).toBe(3);
    if (watch.ok) watch.value();
    await aMoment();
    expect(excel.session.registrations.size).toBe(0);
  });

  test("à l'arrêt, plus rien n'appelle, même si Excel refuse d'oublier", async () => {
    const { book, host, excel } = setUp();
    let calls = 0;
    const watch = await host.onChange(() => calls++);
    excel.isEditingCell = true;
    if (watch.ok) watch.value();
    await aMoment();
    book.userEdit("A", "A1", "9");
    await aMoment();
    expect(excel.session.registrations.size).toBe(3);
    expect(calls).toBe(0);
  });

  test("une sélection n'appelle pas, ce que le complément écrit non plus", async () => {
    const { book, client, host } = setUp();
    let calls = 0;
    await host.onChange(() => calls++);
    book.userSelect("A", "B2");
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("A").getRange("A1").values = [[5]];
      await context.sync();
    });
    await aMoment();
    expect(calls).toBe(0);
  });

  test("un Excel qui refuse donne une phrase", async () => {
    const { host, excel } = setUp();
    excel.failBatch(1, "InvalidOperationInCellEditMode");
    expect(await host.onChange(() => undefined)).toMatchObject({ ok: false, code: "cell-edit" });
  });
});
