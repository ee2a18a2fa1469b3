import { readTables } from "../../src/reading/read";
import { BLOC, imputationSheet, PHRASES } from "../builders/imputations";
import { nordPlan, PLAN_ROWS } from "../builders/nord";
import { sheet, workbook, type Typing } from "../builders/picture";

describe("Les imputations se lisent", () => {
  test("dans un tableau, avec leur axe ou leur volet", () => {
    const [table] = readTables(workbook(imputationSheet())).imputations;
    expect(table).toMatchObject({ form: "tableau", year: 2024 });
    expect(
      table?.lignes.map(
        ({ kind, classement, codes }) => `${kind} ${classement?.bloc ?? "-"} ${codes[0]?.written ?? "-"}`,
      ),
    ).toEqual([
      "ligne axe-1 030450232301",
      "ligne axe-3 030450232501",
      "ligne axe-4 030450232601",
      "ligne volet-1 010200002535",
      "ligne volet-2 010200002535",
      "ligne volet-3 010200002501",
      "total - -",
    ]);
  });

  test("dans une colonne du plan", () => {
    const header = ["Axe", "Fiche", "Intitulé", "État", "CD", "Total", "Code activité"];
    const rows = PLAN_ROWS.map((row, place): Typing[] => [...row, place < 2 ? "030450232301" : null]);
    const [table] = readTables(workbook(sheet("Plan", [["Plan de financement 2024"], header, ...rows]))).imputations;
    expect(table?.form).toBe("plan");
    expect(table?.lignes.flatMap(({ fiche, codes }) => codes.map(({ written }) => `${fiche} ${written}`))).toEqual([
      "1.1 030450232301",
      "1.2 030450232301",
    ]);
  });

  test("dans des phrases, avec leur montant", () => {
    const [table] = readTables(workbook(sheet("Convention", PHRASES))).imputations;
    expect(table?.form).toBe("prose");
    expect(
      table?.lignes.map((l) => [
        l.classement?.bloc,
        l.action?.written,
        l.sousAction?.written,
        l.codes[0]?.written,
        l.montant?.amount?.value.toFixed(),
      ]),
    ).toEqual([
      ["axe-1", "23", "23", "030450232301", "2450000"],
      ["axe-3", "23", "25", "030450232501", "2698980"],
      ["axe-4", "23", "26", "0304 50 23 26 01", "900000"],
    ]);
  });

  test("dans un bloc de lignes, programme par programme", () => {
    const [table] = readTables(workbook(sheet("Annexe 1", BLOC))).imputations;
    expect(table?.form).toBe("bloc");
    expect(
      table?.lignes.map((l) => [l.codes[0]?.written, l.programme?.written, l.action?.written, l.sousAction?.written]),
    ).toEqual([
      ["030450232301", "304 - 102", "23", "23 - 24 - 26"],
      ["030450232501", "304 - 102", "23", "23 - 24 - 26"],
      ["030450232601", "304 - 102", "23", "23 - 24 - 26"],
      ["010200002535", "304 - 102", "02", undefined],
      ["010200002501", "304 - 102", "02", undefined],
    ]);
  });

  test("un plan sans code n'en a pas", () => {
    expect(readTables(nordPlan()).imputations).toEqual([]);
  });
});
