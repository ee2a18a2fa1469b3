import { EmulatedWorkbook, type RefusalCode } from "../../src/emulator";
import type { HostFailureCode } from "../../src/host/ports";
import type { Area } from "../../src/workbook/address";
import type { Workbook } from "../../src/workbook/picture";
import { cell, sheet, workbook } from "../host/contract";
import { hostOver } from "./host-over";

/** `rows` × `columns` amounts on each of `sheets` sheets. */
function amounts(sheets: number, rows: number, columns: number): Workbook {
  const cells = Array.from({ length: rows * columns }, (_cell, index) =>
    cell(Math.floor(index / columns), index % columns, { value: index + 0.5, numberFormat: "#,##0.00" }),
  );
  return workbook(...Array.from({ length: sheets }, (_sheet, index) => sheet(`Feuille ${index + 1}`, cells)));
}

/** What Excel.run sends after it answered would come now: nothing, since nothing is kept. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

const SMALL = amounts(1, 4, 3);

describe("le nombre d'échanges avec Excel", () => {
  test.each([1, 200])("ne dépend pas du nombre de feuilles : %i feuille(s), trois échanges", async (count) => {
    const picture = amounts(count, 10, 4);
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(picture));
    expect(await host.read()).toEqual({ ok: true, value: picture });
    await aMoment();
    expect(excel.statistics.batches).toBe(3);
    expect(excel.statistics.failures).toBe(0);
  });

  test("un texte qui ressemble à une erreur en coûte un de plus, quel que soit leur nombre", async () => {
    const suspects = workbook(
      sheet("A", [cell(0, 0, { value: "#N/A", numberFormat: "@" }), cell(5, 3, { error: "#N/A" })]),
      sheet("B", [cell(1, 1, { error: "#REF!", formula: "=#REF!" })]),
    );
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(suspects));
    expect(await host.read()).toEqual({ ok: true, value: suspects });
    await aMoment();
    expect(excel.statistics.batches).toBe(4);
  });

  test("Excel ne garde aucune référence après la lecture", async () => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(amounts(3, 4, 4)));
    await host.read();
    await aMoment();
    expect(excel.session.keptCount).toBe(0);
  });
});

describe("les limites d'Excel", () => {
  test("une réponse trop lourde est redemandée en lots plus petits", async () => {
    const picture = amounts(100, 20, 5);
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(picture), { limits: { responseBytes: 100_000 } });
    expect(await host.read()).toEqual({ ok: true, value: picture });
    expect(excel.statistics.failures).toBeGreaterThan(0);
    // Once a size was refused, no batch of that size is tried again.
    expect(excel.statistics.batches).toBeLessThan(10);
  });

  test("un seul bloc trop lourd est coupé en deux, jusqu'à passer", async () => {
    const picture = amounts(1, 400, 5);
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(picture), { limits: { responseBytes: 20_000 } });
    expect(await host.read()).toEqual({ ok: true, value: picture });
    expect(excel.statistics.failures).toBeGreaterThan(0);
  });

  test("une requête trop lourde aussi", async () => {
    const picture = amounts(40, 3, 3);
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(picture));
    excel.failBatch(3, "RequestPayloadSizeLimitExceeded");
    excel.failBatch(4, "RequestPayloadSizeLimitExceeded");
    expect(await host.read()).toEqual({ ok: true, value: picture });
  });

  test("des valeurs rendues « null » sont redemandées par moitiés, par colonnes sur une seule ligne", async () => {
    const picture = workbook(...amounts(1, 9, 7).sheets, sheet("Ligne", amounts(1, 1, 30).sheets[0]?.cells ?? []));
    const { host } = hostOver(EmulatedWorkbook.fromPicture(picture), { limits: { cellsPerRange: 10 } });
    expect(await host.read()).toEqual({ ok: true, value: picture });
  });

  test("des erreurs éparpillées dans plus de cellules que la limite gardent leur type", async () => {
    const errors = [0, 5, 9].map((row) => cell(row, row, { error: "#N/A" }));
    const picture = workbook(sheet("A", errors));
    const { host } = hostOver(EmulatedWorkbook.fromPicture(picture), { limits: { cellsPerRange: 10 } });
    expect(await host.read()).toEqual({ ok: true, value: picture });
  });

  test("une cellule qui ne passe à elle seule nomme la feuille", async () => {
    const picture = workbook(sheet("Notes", [cell(0, 0, { value: "x".repeat(9000) })]));
    const { host } = hostOver(EmulatedWorkbook.fromPicture(picture), { limits: { responseBytes: 5000 } });
    expect(await host.read()).toMatchObject({ ok: false, code: "payload", sentence: expect.stringContaining("Notes") });
  });

  test("des milliards de cellules vides entre deux montants ne sont pas lues", async () => {
    const picture = workbook(
      sheet("Loin", [
        cell(0, 0, { value: 1 }),
        cell(700_000, 9_000, { value: 2 }),
        cell(1_048_575, 16_383, { value: 3 }),
      ]),
    );
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(picture));
    expect(await host.read()).toEqual({ ok: true, value: picture });
    expect(excel.statistics.responseBytes).toBeLessThan(100_000);
  });
});

describe("les fusions", () => {
  /** Two columns of merges that are one, two or three rows high, so that any cut by rows goes through some. */
  const column = (left: number, height: number): Area[] =>
    Array.from({ length: 300 }, (_merge, index) => ({
      top: index * height,
      left,
      bottom: index * height + height - 1,
      right: left + 1,
    }));
  const merges = [...column(0, 3), ...column(2, 2), ...column(4, 1)].sort((a, b) => a.top - b.top || a.left - b.left);
  const merged = (...areas: Area[]) => workbook(sheet("Fusions", [cell(0, 0, { value: "x" })], { merges: areas }));

  test("sont lues entières même quand Excel en refuse autant à la fois", async () => {
    const picture = merged(...merges);
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(picture));
    expect(await host.read()).toEqual({ ok: true, value: picture });
    expect(excel.statistics.failures).toBeGreaterThan(0);
  });

  test("d'une feuille n'empêchent pas de lire les autres", async () => {
    const picture = workbook(...merged(...merges).sheets, ...amounts(100, 3, 3).sheets);
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(picture));
    expect(await host.read()).toEqual({ ok: true, value: picture });
    expect(excel.statistics.batches).toBeLessThan(25);
  });

  test("trop nombreuses sur une ligne donnent un échec, pas une image sans fusions", async () => {
    const row = Array.from({ length: 30 }, (_merge, index) => ({
      top: 0,
      left: 2 * index,
      bottom: 0,
      right: 2 * index + 1,
    }));
    const { host } = hostOver(EmulatedWorkbook.fromPicture(merged(...row)), { limits: { mergedAreasPerRange: 20 } });
    expect(await host.read()).toMatchObject({ ok: false, code: "unexpected" });
  });

  test("manquent avant ExcelApi 1.13, sans que la lecture échoue", async () => {
    const { host } = hostOver(EmulatedWorkbook.fromPicture(merged(...merges)), { api: "1.12" });
    expect(await host.read()).toEqual({ ok: true, value: merged() });
  });
});

describe("les ennuis", () => {
  const CODES: readonly [RefusalCode, HostFailureCode][] = [
    ["InvalidOperationInCellEditMode", "cell-edit"],
    ["AccessDenied", "access-denied"],
    ["ItemNotFound", "item-not-found"],
    ["ApiNotFound", "unsupported"],
    ["RequestAborted", "closed"],
  ];
  const EVERY_BATCH = [1, 2, 3].flatMap((n) => CODES.map(([refusal, code]) => ({ n, refusal, code })));

  test.each(EVERY_BATCH)("$refusal au lot $n donne « $code »", async ({ n, refusal, code }) => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL));
    excel.failBatch(n, refusal);
    expect(await host.read()).toMatchObject({ ok: false, code, sentence: expect.stringMatching(/ .+\.$/) });
  });

  test.each([1, 2])("une erreur imprévue au lot %i garde son code dans la phrase", async (n) => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL));
    excel.failBatch(n, "GeneralException");
    const sentence = expect.stringContaining("(GeneralException)");
    expect(await host.read()).toMatchObject({ ok: false, code: "unexpected", sentence });
  });

  test("une erreur passagère pendant la lecture des contenus est reprise", async () => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL));
    excel.failBatch(3, "GeneralException");
    expect(await host.read()).toEqual({ ok: true, value: SMALL });
  });

  test("une erreur qui dure arrête la lecture", async () => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(amounts(20, 3, 3)));
    for (let n = 3; n < 60; n++) excel.failBatch(n, "GeneralException");
    expect(await host.read()).toMatchObject({ ok: false, code: "unexpected" });
    expect(excel.statistics.batches).toBeLessThan(20);
  });

  test("pendant la saisie d'une cellule, l'agent lit comment en sortir, puis la lecture passe", async () => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL));
    excel.isEditingCell = true;
    expect(await host.read()).toEqual({
      ok: false,
      code: "cell-edit",
      sentence: "Terminez la saisie en cours (Entrée ou Échap), puis relancez le contrôle.",
    });
    excel.isEditingCell = false;
    expect(await host.read()).toEqual({ ok: true, value: SMALL });
  });

  test("un classeur fermé entre-temps : l'agent lit qu'il faut le rouvrir", async () => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL));
    excel.isClosed = true;
    expect(await host.read()).toEqual({
      ok: false,
      code: "closed",
      sentence: expect.stringMatching(/n’est plus ouvert.*rouvrez-le, rouvrez le volet, puis relancez le contrôle\.$/),
    });
  });

  test("en calcul manuel, tout est lu, et une phrase dit que les résultats peuvent être anciens", async () => {
    const book = EmulatedWorkbook.fromPicture(SMALL);
    const { host } = hostOver(book);
    book.calculationMode = "Manual";
    expect(await host.read()).toEqual({ ok: true, value: SMALL, notice: expect.stringMatching(/calcul manuel.*F9/) });
    book.calculationMode = "AutomaticExceptTables";
    expect(await host.read()).toEqual({ ok: true, value: SMALL });
  });

  test("un classeur en lecture seule, à la structure et aux feuilles protégées se lit comme un autre", async () => {
    const picture = workbook(...SMALL.sheets, sheet("Protégée", [cell(0, 0, { value: 1 })], { isProtected: true }));
    const book = EmulatedWorkbook.fromPicture(picture);
    book.isReadOnly = true;
    book.isStructureProtected = true;
    expect(await hostOver(book).host.read()).toEqual({ ok: true, value: picture });
  });

  test.each([1, 2, 3])("un Excel qui ne répond pas au lot %i donne « no-answer »", async (n) => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL), { timeoutMs: 20 });
    excel.leaveUnanswered(n);
    expect(await host.read()).toMatchObject({ ok: false, code: "no-answer" });
  });

  test("un arrêt demandé d'avance ne dérange pas Excel", async () => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL));
    await host.read({ signal: AbortSignal.abort() });
    expect(excel.statistics.batches).toBe(0);
  });

  test("une feuille n'est annoncée qu'une fois lue", async () => {
    const picture = workbook(...SMALL.sheets, sheet("Vide", []));
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(picture), { timeoutMs: 20 });
    excel.leaveUnanswered(3);
    const announced: string[] = [];
    await host.read({ onProgress: ({ sheet }) => announced.push(sheet) });
    expect(announced).toEqual(["Vide"]);
  });

  test("un arrêt demandé est entendu pendant qu'Excel se tait", async () => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL));
    excel.leaveUnanswered(2);
    const stop = new AbortController();
    const reading = host.read({ signal: stop.signal });
    setTimeout(() => stop.abort(), 10);
    expect(await reading).toMatchObject({ ok: false, code: "cancelled" });
  });

  test("un Excel qui se tait une fois tout lu ne retient pas le résultat", async () => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL), { timeoutMs: 20 });
    excel.leaveUnanswered(4);
    expect(await host.read()).toEqual({ ok: true, value: SMALL });
  });

  test("une feuille supprimée entre deux lots donne « item-not-found »", async () => {
    const { host, excel } = hostOver(EmulatedWorkbook.fromPicture(SMALL));
    excel.failBatch(2, "ItemNotFound");
    expect(await host.read()).toMatchObject({ ok: false, code: "item-not-found" });
  });
});
