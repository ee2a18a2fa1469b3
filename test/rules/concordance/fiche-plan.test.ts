import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nord, nordPlan, nordWithTerritoires } from "../../builders/nord";
import { sheet, workbook, type Typing } from "../../builders/picture";
import { budgetOf, fired, planOf } from "../cases";

/** A plan whose actions are coherent, and fiches that may not agree with it. */
function pair(fiche11: Typing[], ...more: Typing[][]): ReturnType<typeof workbook> {
  const plan = planOf([
    ["1.1", "Prévention de la pauvreté", 100, 100, 200],
    ["1.2", "Prévention de la pauvreté des jeunes", 50, 50, 100],
  ]);
  return workbook(...plan.sheets, ...budgetOf("1.1", [fiche11, ...more]).sheets);
}

describe("fiche-plan parle", () => {
  test("d'une fiche cohérente qui ne donne pas l'action du plan, avec l'article", async () => {
    const [card, ...others] = await findings(pair([2024, 90, 90, 180]));
    expect(others).toEqual([]);
    expect(card).toMatchObject({ rule: "fiche-plan", severity: "blocking" });
    expect(card?.reference).toContain("annexes 1.a et 1.b");
  });

  test("d'une fiche de la source qui manque à la fin de l'action 1.2", async () => {
    const [plan, fiches] = nord().sheets;
    if (!plan || !fiches) throw new Error("sheets");
    const cells = fiches.cells.filter(({ value }) => !(typeof value === "string" && value.includes("action 1.2.2")));
    const found = await alarms(workbook(plan, { ...fiches, cells }));
    expect(found).toEqual([expect.stringMatching(/^blocking fiche-plan Plan!/)]);
  });
});

describe("fiche-plan se tait", () => {
  test("sans fiche, la règle est sans objet", async () => {
    expect(await outcome(nordPlan(), "fiche-plan")).toMatchObject({ outcome: "not-applicable" });
  });

  test("sur le plan et les vingt fiches de la source, que l'arrondi des M€ réconcilie", async () => {
    expect(await fired("fiche-plan", nord())).toEqual([]);
    expect(await outcome(nord(), "fiche-plan")).toMatchObject({ outcome: "passed", checked: 23 });
  });

  test("sur la fiche 2.3, où seule remonte la part du pacte, sans Tourcoing (L1745-1752)", async () => {
    expect(await fired("fiche-plan", nordWithTerritoires())).toEqual([]);
    expect(await outcome(nordWithTerritoires(), "fiche-plan")).toMatchObject({ outcome: "passed", reason: null });
  });

  test("sur les autres années de la fiche", async () => {
    expect(await alarms(pair([2024, 100, 100, 200], [2025, 70, 70, 140]))).toEqual([]);
  });

  test("sur le plan d'une autre année, à côté de celui de l'année demandée", async () => {
    const of = (year: number, amount: number): ReturnType<typeof workbook> => {
      const row = ["1.1", "Prévention de la pauvreté", amount, amount, 2 * amount];
      return workbook(
        ...planOf([row], `Plan de financement ${year}`).sheets.map((one) => ({ ...one, name: `${year}` })),
      );
    };
    const budget = budgetOf("1.1", [
      [2024, 100, 100, 200],
      [2025, 70, 70, 140],
    ]);
    const book = workbook(...of(2024, 100).sheets, ...of(2025, 70).sheets, ...budget.sheets);
    expect(await alarms(book, { year: 2025 })).toEqual([]);
    const wrong = workbook(...of(2024, 90).sheets, ...of(2025, 70).sheets, ...budget.sheets);
    expect(await alarms(wrong, { year: 2025 })).toEqual(["blocking fiche-plan 2024!C3 100.00"]);
  });

  test("sur un budget fléché (ERBM), qui ne remonte nulle part", async () => {
    const erbm: Typing[][] = [
      ["Synthèse Bassin minier (ERBM)"],
      ["Année", "Etat", "Conseil départemental", "Total"],
      [2024, "500 k€", "500 k€", "1 M€"],
    ];
    expect(await alarms(workbook(...nord().sheets, sheet("ERBM", erbm)))).toEqual([]);
  });
});

describe("fiche-plan dit ce qui n'a pas pu être vérifié", () => {
  test("une action dont aucune fiche n'est là", async () => {
    expect(await outcome(nord(), "fiche-plan")).toMatchObject({
      outcome: "passed",
      reason: expect.stringContaining("2.3"),
    });
  });

  test("une fiche qui manque au milieu rend l'action non vérifiable, sans fausse alerte", async () => {
    const [planSheet, fiches] = nord().sheets;
    if (!planSheet || !fiches) throw new Error("sheets");
    const without = {
      ...fiches,
      cells: fiches.cells.filter(({ value }) => !(typeof value === "string" && value.includes("action 2.2.4"))),
    };
    expect(await alarms(workbook(planSheet, without))).toEqual([]);
    expect(await outcome(workbook(planSheet, without), "fiche-plan")).toMatchObject({
      reason: expect.stringContaining("2.2"),
    });
  });

  test("deux budgets d'une même fiche avec des montants différents", async () => {
    const [plan, fiche] = pair([2024, 100, 100, 200]).sheets;
    const [other] = budgetOf("1.1", [[2024, 90, 90, 180]]).sheets;
    if (!plan || !fiche || !other) throw new Error("sheets");
    const book = workbook(plan, fiche, { ...other, name: "Fiche bis" });
    expect(await fired("fiche-plan", book)).toEqual([]);
    expect(await outcome(book, "fiche-plan")).toMatchObject({
      outcome: "not-verifiable",
      reason: expect.stringContaining("montants différents"),
    });
  });
});
