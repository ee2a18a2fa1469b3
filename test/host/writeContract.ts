/** What every host that can be written to promises. Called by the tests of each implementation. */
import type { HostResult, Receipt, WritableHost } from "../../src/host/ports";
import type { Area, CellRef } from "../../src/workbook/address";
import { EMPTY_CONTENT, type CellContent, type Draft, type NewSheet } from "../../src/workbook/draft";
import type { Workbook } from "../../src/workbook/picture";
import { cell, sheet, workbook } from "./contract";
import { draftOf, pictureWith, withoutResults, write } from "./writing";

/** A host over a workbook that holds what the picture says; async where a file has to be made of it. */
export type MakeWritableHost = (picture: Workbook) => WritableHost | Promise<WritableHost>;

const area = (top: number, left: number, bottom: number, right: number): Area => ({ top, left, bottom, right });

/** Cells of each kind to write over, beside some that nobody may touch. */
export const WRITE_PICTURE: Workbook = workbook(
  sheet(
    "Plan",
    [
      cell(0, 0, { value: "Plan de financement" }),
      cell(2, 0, { value: "1.1", numberFormat: "@" }),
      cell(2, 1, { value: 1500.25, numberFormat: "#,##0.00" }),
      cell(2, 2, { value: 750, numberFormat: "#,##0.00" }),
      cell(2, 3, { value: 2250.25, formula: "=SUM(B3:C3)", numberFormat: "#,##0.00" }),
      cell(3, 0, { value: "030450232501", numberFormat: "@" }),
      cell(3, 1, { value: true }),
      cell(3, 2, { error: "#N/A" }),
      cell(3, 3, { value: "=x", numberFormat: "@" }),
      cell(4, 1, { value: 45292, numberFormat: "dd/mm/yyyy" }),
    ],
    { merges: [area(0, 0, 0, 3)] },
  ),
  sheet("D'ailleurs, 2025 !", [
    cell(0, 0, { value: "accents é à ç" }),
    cell(1, 1, { value: 4501.5, formula: "=Plan!D3*2" }),
  ]),
  sheet("Annexe 3", [cell(0, 0, { value: 7 })], { isProtected: true }),
);

async function read(host: WritableHost): Promise<Workbook> {
  const result = await host.read();
  if (!result.ok) throw new Error(result.sentence);
  return withoutResults(result.value);
}

async function applied(host: WritableHost, draft: Draft): Promise<Receipt> {
  const result = await host.apply(draft);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

const at = (name: string, row: number, column: number): CellRef => ({ sheet: name, row, column });
const plan = (row: number, column: number): CellRef => at("Plan", row, column);
const put = (ref: CellRef, after: Partial<CellContent>) => write(WRITE_PICTURE, ref, after);

/** Each kind of content over each kind of cell, and in places where there is none. */
const EVERY_KIND: Draft = draftOf([
  put(plan(2, 0), { value: "1.10", numberFormat: "@" }),
  put(plan(2, 1), { value: 75000.1, numberFormat: "#,##0.00" }),
  put(plan(2, 2), { formula: "=75000+1925000", value: 2000000, numberFormat: "#,##0.00" }),
  put(plan(2, 3), { value: 12, numberFormat: "0" }),
  put(plan(3, 0), { value: "030450232502", numberFormat: "@" }),
  put(plan(3, 1), { value: "2.3" }),
  put(plan(3, 2), { value: false }),
  put(plan(3, 3), { error: "#N/A" }),
  put(plan(4, 1), {}),
  put(plan(4, 2), { value: "=y", numberFormat: "@" }),
  put(plan(4, 3), { value: '\'apostrophe & <b>gras</b> "é" 😀' }),
  put(plan(5, 0), { value: "030450232501" }),
  put(plan(5, 1), { value: "  deux\nlignes  " }),
  put(plan(5, 2), { value: 0.1, numberFormat: "0.00%" }),
  put(plan(9, 27), { formula: "=SUM('D''ailleurs, 2025 !'!B2,D3)", numberFormat: '#,##0\\ "€"' }),
  put(plan(11, 0), { value: "TRUE" }),
  put(plan(11, 1), { value: "#REF!" }),
  put(plan(11, 2), { value: "1e3" }),
  put(at("D'ailleurs, 2025 !", 0, 0), { value: -1234567.89 }),
]);

const NEW_SHEET: NewSheet = {
  name: "Plan d'été 2024",
  cells: [
    { row: 0, column: 0, content: { ...EMPTY_CONTENT, value: "Annexe 1.b" }, look: { bold: true, size: 14 }, why: "" },
    { row: 2, column: 0, content: { ...EMPTY_CONTENT, value: "1.1", numberFormat: "@" }, look: {}, why: "" },
    {
      row: 2,
      column: 1,
      content: { value: null, error: null, formula: "=Plan!B3", numberFormat: "#,##0.00" },
      look: { border: true, fill: "DDEBF7", colour: "1F3864", horizontal: "right", vertical: "center", wrap: true },
      why: "Repris du plan.",
    },
    { row: 2, column: 2, content: { ...EMPTY_CONTENT, value: 10 }, look: { italic: true }, why: "" },
  ],
  merges: [area(0, 0, 0, 2)],
  columnWidths: [12, 18.5, 18.5],
  rowHeights: { 0: 30 },
  frozenRows: 2,
  validations: [
    { area: area(2, 2, 8, 2), values: ["10", "20"], title: "Choix", message: "Une valeur de la liste, de préférence." },
  ],
  print: { area: area(0, 0, 2, 2), titleRows: { first: 0, last: 1 } },
};

const WITH_SHEET: Draft = draftOf([put(plan(2, 1), { value: 1, numberFormat: "#,##0.00" })], { sheets: [NEW_SHEET] });

export function describeWriteContract(name: string, makeHost: MakeWritableHost): void {
  const unchanged = withoutResults(WRITE_PICTURE);

  async function expectRefusal(code: string, result: HostResult<unknown>, cells?: readonly CellRef[]): Promise<void> {
    expect(result).toMatchObject({ ok: false, code, sentence: expect.stringMatching(/\.$/) });
    if (cells && !result.ok) expect(result.cells).toEqual(cells);
  }

  describe(`${name} tient le contrat de l'écriture`, () => {
    test("ce qui est écrit se relit exactement, types et formats compris, et rien d'autre ne change", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const receipt = await applied(host, EVERY_KIND);
      expect(receipt).toMatchObject({ title: "Essai", sheets: [], cells: EVERY_KIND.writes.map(({ ref }) => ref) });
      expect(new Date(receipt.at).toISOString()).toBe(receipt.at);
      expect(await read(host)).toEqual(withoutResults(pictureWith(WRITE_PICTURE, EVERY_KIND)));
    });

    test("l'avancement va jusqu'au total", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const calls: [number, number][] = [];
      await host.apply(EVERY_KIND, { onProgress: (done, total) => calls.push([done, total]) });
      expect(calls.length).toBeGreaterThan(0);
      const [done, total] = calls.at(-1) ?? [];
      expect(done).toBe(total);
    });

    test("annulé, le classeur est comme avant", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const before = await host.read();
      const receipt = await applied(host, EVERY_KIND);
      expect(await host.undo(receipt)).toEqual({ ok: true, value: null });
      expect(await read(host)).toEqual(before.ok && withoutResults(before.value));
    });

    test("ce qui a changé depuis l'aperçu fait refuser tout, avec ses cellules", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const stale = { ...put(plan(2, 2), { value: 1 }), before: { ...EMPTY_CONTENT, value: 749 } };
      const draft = draftOf([put(plan(2, 1), { value: 2 }), stale]);
      await expectRefusal("changed", await host.apply(draft), [plan(2, 2)]);
      expect(await read(host)).toEqual(unchanged);
    });

    test("un nombre devenu texte a changé, un format ou des espaces de formule non", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const asText = { ...put(plan(2, 1), { value: 2 }), before: { ...EMPTY_CONTENT, value: "1500.25" } };
      await expectRefusal("changed", await host.apply(draftOf([asText])), [plan(2, 1)]);
      const formula = "= sum( B3:C3 )";
      const sameFormula = { ...put(plan(2, 3), { value: 2 }), before: { ...EMPTY_CONTENT, formula } };
      expect(await host.apply(draftOf([sameFormula]))).toMatchObject({ ok: true });
    });

    test("ce dont le brouillon s'est servi ne doit pas avoir changé non plus", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const reads = [{ ref: plan(2, 0), content: { ...EMPTY_CONTENT, value: "1.2" } }];
      await expectRefusal("changed", await host.apply(draftOf([put(plan(2, 1), { value: 2 })], { reads })), [
        plan(2, 0),
      ]);
      expect(await read(host)).toEqual(unchanged);
    });

    test("une feuille qui n'est plus là a changé", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const gone = put(at("Disparue", 0, 0), { value: 2 });
      await expectRefusal("changed", await host.apply(draftOf([put(plan(2, 1), { value: 2 }), gone])), [gone.ref]);
      expect(await read(host)).toEqual(unchanged);
    });

    test("une cellule cachée par une fusion est refusée, non la première de la fusion", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const first = put(plan(0, 0), { value: "Plan" });
      await expectRefusal("merged", await host.apply(draftOf([first, put(plan(0, 2), { value: 2 })])), [plan(0, 2)]);
      expect(await read(host)).toEqual(unchanged);
      expect(await host.apply(draftOf([first]))).toMatchObject({ ok: true });
    });

    test("une feuille protégée est refusée", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const draft = draftOf([put(plan(2, 1), { value: 2 }), put(at("Annexe 3", 0, 0), { value: 2 })]);
      await expectRefusal("protected", await host.apply(draft));
      expect(await read(host)).toEqual(unchanged);
    });

    test("une nouvelle feuille est ajoutée à la fin, puis ôtée", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const receipt = await applied(host, WITH_SHEET);
      expect(receipt.sheets).toEqual([NEW_SHEET.name]);
      expect(await read(host)).toEqual(withoutResults(pictureWith(WRITE_PICTURE, WITH_SHEET)));
      expect(await host.undo(receipt)).toEqual({ ok: true, value: null });
      expect(await read(host)).toEqual(unchanged);
    });

    test("une feuille du même nom, à la casse près, fait refuser", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const draft = { ...WITH_SHEET, sheets: [{ ...NEW_SHEET, name: "PLAN" }] };
      await expectRefusal("sheet-exists", await host.apply(draft));
      expect(await read(host)).toEqual(unchanged);
    });

    test("une annulation refuse là où quelqu'un a changé ce qui était écrit, ou le garde si on le veut", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const first = draftOf([put(plan(2, 1), { value: 1 }), put(plan(2, 2), { value: 2 })]);
      const receipt = await applied(host, first);
      const between = pictureWith(WRITE_PICTURE, first);
      const second = draftOf([write(between, plan(2, 2), { value: 3 })]);
      await applied(host, second);
      await expectRefusal("changed", await host.undo(receipt), [plan(2, 2)]);
      expect(await read(host)).toEqual(withoutResults(pictureWith(between, second)));
      expect(await host.undo(receipt, { keepChanges: true })).toEqual({ ok: true, value: null });
      const kept = pictureWith(WRITE_PICTURE, draftOf([put(plan(2, 2), { value: 3 })]));
      expect(await read(host)).toEqual(withoutResults(kept));
    });

    test("deux écritures s'annulent dans l'ordre que l'on veut", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const one = await applied(host, EVERY_KIND);
      const other = await applied(host, draftOf([put(plan(20, 0), { value: "plus bas" })]));
      expect(await host.undo(one)).toEqual({ ok: true, value: null });
      expect(await host.undo(other)).toEqual({ ok: true, value: null });
      expect(await read(host)).toEqual(unchanged);
    });

    // What somebody typed in a sheet means nothing without the rest of it: it stays whole.
    test("une feuille ajoutée où quelqu'un a écrit ne s'ôte pas, et reste entière si on garde les changements", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const receipt = await applied(host, WITH_SHEET);
      const between = pictureWith(WRITE_PICTURE, WITH_SHEET);
      const typed = draftOf([write(between, at(NEW_SHEET.name, 6, 1), { value: "de ma main" })]);
      await applied(host, typed);
      await expectRefusal("changed", await host.undo(receipt), [at(NEW_SHEET.name, 6, 1)]);
      expect(await host.undo(receipt, { keepChanges: true })).toEqual({ ok: true, value: null });
      const kept = pictureWith(WRITE_PICTURE, { ...WITH_SHEET, writes: [] });
      expect(await read(host)).toEqual(withoutResults(pictureWith(kept, typed)));
    });

    test("une feuille ajoutée qu'une formule utilise ne s'ôte pas", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const receipt = await applied(host, WITH_SHEET);
      const user = put(plan(7, 0), { formula: "=SUM('plan d''été 2024'!B3:C3)" });
      const second = await applied(host, draftOf([user]));
      const standing = await read(host);
      await expectRefusal("sheet-in-use", await host.undo(receipt), [plan(7, 0)]);
      expect(await read(host)).toEqual(standing);
      expect(await host.undo(second)).toEqual({ ok: true, value: null });
      expect(await host.undo(receipt)).toEqual({ ok: true, value: null });
      expect(await read(host)).toEqual(unchanged);
    });

    test("les écritures que l'on peut annuler sont données, la dernière d'abord", async () => {
      const host = await makeHost(WRITE_PICTURE);
      expect(await host.receipts()).toEqual({ ok: true, value: [] });
      const one = await applied(host, WITH_SHEET);
      const other = await applied(host, draftOf([put(plan(20, 0), { value: 1 })]));
      expect(await host.receipts()).toEqual({ ok: true, value: [other, one] });
      await host.undo(other);
      expect(await host.receipts()).toEqual({ ok: true, value: [one] });
    });

    test("une écriture refusée ne laisse rien à annuler ; une écriture annulée ne s'annule pas deux fois", async () => {
      const host = await makeHost(WRITE_PICTURE);
      await host.apply(draftOf([put(plan(0, 2), { value: 2 })]));
      expect(await host.receipts()).toEqual({ ok: true, value: [] });
      const receipt = await applied(host, EVERY_KIND);
      await host.undo(receipt);
      expect(await host.undo(receipt)).toMatchObject({ ok: false, sentence: expect.stringMatching(/\.$/) });
      expect(await read(host)).toEqual(unchanged);
    });

    test("le classeur se souvient de ce qu'on lui confie, puis l'oublie", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const json = JSON.stringify({ nom: "<Nord> & \"Pas-de-Calais\" 'é' ]]>", signe: "😀", "&amp;": "&#65; _x0041_" });
      expect(await host.readMemory()).toEqual({ ok: true, value: null });
      expect(await host.writeMemory(json)).toEqual({ ok: true, value: null });
      expect(await host.readMemory()).toEqual({ ok: true, value: json });
      expect(await host.writeMemory("{}")).toEqual({ ok: true, value: null });
      expect(await host.readMemory()).toEqual({ ok: true, value: "{}" });
      expect(await read(host)).toEqual(unchanged);
      expect(await host.writeMemory(null)).toEqual({ ok: true, value: null });
      expect(await host.readMemory()).toEqual({ ok: true, value: null });
    });

    test("la mémoire et les écritures ne se gênent pas", async () => {
      const host = await makeHost(WRITE_PICTURE);
      const receipt = await applied(host, WITH_SHEET);
      await host.writeMemory('{"annee":2024}');
      expect(await host.undo(receipt)).toEqual({ ok: true, value: null });
      expect(await host.readMemory()).toEqual({ ok: true, value: '{"annee":2024}' });
      expect(await read(host)).toEqual(unchanged);
    });
  });
}
