import { alarms, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { changed, sheet, workbook } from "../../builders/picture";
import { budgetOf, fired, planOf } from "../cases";

describe("total-ligne parle", () => {
  test("quand C n'est pas A + B", async () => {
    expect(await fired("total-ligne", changed(nordPlan(), "Plan!F9", 1_341_640))).toEqual([
      "blocking Total de ligne inexact",
    ]);
  });

  test("d'un euro d'écart entre montants en euros, comme d'un arrondi à justifier", async () => {
    const book = planOf([["1.1", "Prévention de la pauvreté", 1_000, 1_000, 2_001]]);
    expect(await fired("total-ligne", book)).toEqual(["warning Écart d'arrondi"]);
  });
});

describe("total-ligne se tait", () => {
  test("quand B est NC et que C = A", async () => {
    expect(await fired("total-ligne", nordPlan())).toEqual([]);
  });

  test("sur chaque ligne du plan de la source, toutes vérifiées (L2189-2205)", async () => {
    expect(await outcome(nordPlan(), "total-ligne")).toMatchObject({ outcome: "passed", checked: 17, reason: null });
  });

  test.each([
    ["2.2.1", "5,382 M€", "10,765 M€"],
    ["2.2.8", "525 412 €", "1,05 M€"],
    ["3.1.1", "903 250 €", "1, 806 M€"],
  ])("sur la fiche %s de la source, que l'arrondi explique (L1453, L1680, L1817)", async (fiche, part, total) => {
    const book = budgetOf(fiche, [[2024, part, part, total]]);
    expect(await alarms(book)).toEqual([]);
    expect(await outcome(book, "total-ligne")).toMatchObject({ outcome: "passed", checked: 1 });
  });

  test("quand une seule des deux parts est remplie et que le total la reprend", async () => {
    const book = planOf([["2.1", "Volet 1", 135_000, null, 135_000]]);
    expect(await alarms(book)).toEqual([]);
    expect(await outcome(book, "total-ligne")).toMatchObject({ outcome: "passed", checked: 1 });
  });

  test("quand une part est fusionnée sur plusieurs lignes", async () => {
    const rows = [
      ["Plan de financement 2024"],
      ["Fiche", "Action", "État", "CD", "Total"],
      ["1.1", "Prévention de la pauvreté", 400, 600, 1_000],
      ["1.2", "Prévention de la pauvreté des jeunes", null, 500, 500],
      ["1.3", "Prévention de la pauvreté des enfants", 10, 10, 20],
    ];
    const book = workbook(sheet("P", rows, { merges: ["C3:C4"] }));
    expect(await fired("total-ligne", book)).toEqual([]);
    expect(await outcome(book, "total-ligne")).toMatchObject({ outcome: "passed", checked: 2 });
  });
});

test("ajoute les autres financeurs quand le tableau les compte, et seulement alors", async () => {
  const header = ["Fiche", "Action", "État", "CD", "Autres financeurs", "Total"];
  const counted = [
    ["Plan de financement 2024"],
    header,
    ["1.1", "Prévention de la pauvreté", 10, 10, 5, 25],
    ["1.2", "Petite enfance", 20, 20, 1, 41],
  ];
  const mentioned = [
    ["Plan de financement 2024"],
    header,
    ["1.1", "Prévention de la pauvreté", 10, 10, 5, 20],
    ["1.2", "Petite enfance", 20, 20, 1, 40],
  ];
  expect(await alarms(workbook(sheet("P", counted)))).toEqual([]);
  expect(await alarms(workbook(sheet("P", mentioned)))).toEqual([]);
});

test("sans colonne de total, n'est pas vérifiable", async () => {
  const book = workbook(
    sheet("P", [
      ["Plan de financement 2024"],
      ["Fiche", "Action", "État", "CD"],
      ["1.1", "Prévention de la pauvreté", 10, 10],
      [null, "Total", 10, 10],
    ]),
  );
  expect(await outcome(book, "total-ligne")).toMatchObject({
    outcome: "not-verifiable",
    reason: expect.stringContaining("trois colonnes"),
  });
});
