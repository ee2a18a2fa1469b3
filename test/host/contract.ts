/** What every host promises, whatever the workbook comes from. Called by the tests of each implementation. */
import type { WorkbookHost } from "../../src/host/ports";
import type { Area } from "../../src/workbook/address";
import type { Cell, Sheet, Workbook } from "../../src/workbook/picture";

/** A host over a workbook that holds what the picture says; async where a file has to be made of it. */
export type MakeHost = (picture: Workbook) => WorkbookHost | Promise<WorkbookHost>;

export function cell(row: number, column: number, content: Partial<Cell> = {}): Cell {
  const origin = content.formula ? "cached" : null;
  return { row, column, value: null, error: null, formula: null, numberFormat: "General", origin, ...content };
}

export function sheet(name: string, cells: readonly Cell[], more: Partial<Sheet> = {}): Sheet {
  return { name, cells, visibility: "visible", merges: [], isProtected: false, ...more };
}

export function workbook(...sheets: readonly Sheet[]): Workbook {
  return { name: "Bilan 2024.xlsx", sheets, date1904: false };
}

const area = (top: number, left: number, bottom: number, right: number): Area => ({ top, left, bottom, right });

/** One of each thing that a host may get wrong. In reading order, merges too. */
export const CONTRACT_PICTURE: Workbook = workbook(
  sheet(
    "Plan de financement",
    [
      cell(0, 0, { value: "Fiche n° 1 : accès aux droits" }),
      cell(2, 1, { value: 1234.56, numberFormat: "#,##0.00" }),
      cell(2, 2, { value: -0.1, numberFormat: "0.00%" }),
      cell(2, 3, { value: 45292, numberFormat: "dd/mm/yyyy" }),
      cell(2, 4, { value: true }),
      cell(2, 5, { value: 0 }),
      cell(3, 1, { value: 1234.46, formula: "=SUM(B3:C3)", numberFormat: "#,##0.00" }),
      cell(3, 2, { value: "soit OUI", formula: '="soit "&"OUI"' }),
      cell(3, 3, { error: "#DIV/0!", formula: "=1/0" }),
      cell(3, 4, { error: "#REF!", formula: "=#REF!+1" }),
      cell(4, 0, { value: "1.1", numberFormat: "@" }),
      cell(4, 1, { value: "030450232501", numberFormat: "@" }),
      cell(4, 2, { value: "=x", numberFormat: "@" }),
      cell(4, 3, { value: "#N/A", numberFormat: "@" }),
      cell(4, 4, { error: "#N/A" }),
      cell(4, 5, { value: "1 310 €" }),
    ],
    { merges: [area(0, 0, 0, 5), area(2, 6, 4, 6)] },
  ),
  sheet("Annexe 3", [cell(9, 27, { value: "AB10" })], { isProtected: true }),
  sheet("D'ailleurs, 2025 !", [cell(0, 0, { value: "accents é à ç" })], { merges: [area(0, 0, 1, 1)] }),
  sheet("Vide", []),
  sheet("Listes", [cell(0, 0, { value: "oui" })], { visibility: "hidden" }),
  sheet("Réglages", [cell(0, 0, { value: 1 })], { visibility: "veryHidden" }),
);

export function describeHostContract(name: string, makeHost: MakeHost): void {
  describe(`${name} tient le contrat des hôtes`, () => {
    test("il lit exactement ce que le classeur contient", async () => {
      const host = await makeHost(CONTRACT_PICTURE);
      expect(await host.read()).toEqual({ ok: true, value: CONTRACT_PICTURE });
    });

    test("il lit deux fois la même chose", async () => {
      const host = await makeHost(CONTRACT_PICTURE);
      const first = await host.read();
      expect(first.ok).toBe(true);
      expect(await host.read()).toEqual(first);
    });

    test("il annonce chaque feuille une fois, dans un compte qui avance jusqu'au total", async () => {
      const host = await makeHost(CONTRACT_PICTURE);
      const calls: { sheet: string; done: number; total: number }[] = [];
      await host.read({ onProgress: (progress) => calls.push(progress) });
      const total = CONTRACT_PICTURE.sheets.length;
      expect(calls.map(({ sheet }) => sheet).sort()).toEqual(CONTRACT_PICTURE.sheets.map(({ name }) => name).sort());
      expect(calls.map(({ done }) => done)).toEqual(calls.map((_call, index) => index + 1));
      expect(calls.every((call) => call.total === total)).toBe(true);
    });

    test("un arrêt demandé avant la lecture donne « cancelled » et une phrase", async () => {
      const host = await makeHost(CONTRACT_PICTURE);
      const result = await host.read({ signal: AbortSignal.abort() });
      expect(result).toMatchObject({ ok: false, code: "cancelled", sentence: expect.stringMatching(/\.$/) });
    });

    test("un arrêt demandé pendant la lecture donne « cancelled » ou une lecture entière, jamais une partie", async () => {
      const host = await makeHost(CONTRACT_PICTURE);
      const stop = new AbortController();
      const reading = host.read({ signal: stop.signal });
      stop.abort();
      const result = await reading;
      if (result.ok) expect(result.value).toEqual(CONTRACT_PICTURE);
      else expect(result.code).toBe("cancelled");
    });
  });
}
