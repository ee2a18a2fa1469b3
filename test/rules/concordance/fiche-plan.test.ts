import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nord, nordPlan, nordWithTerritoires } from "../../builders/nord";
import { readTables } from "../../../src/reading/read";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
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

describe("fiche-plan, sur une fiche par territoire (L1742-1752)", () => {
  test("lit les totaux au-dessus de leur détail, la convention particulière à part", () => {
    const [budget] = readTables(nordWithTerritoires()).tables.filter(
      (table) => table.kind === "budget-fiche" && table.sheet === "Fiche 2.3",
    );
    expect(
      budget?.lignes.map(({ kind, amounts }) => `${kind} ${amounts.etat?.amount?.value.toFixed() ?? "-"}`),
    ).toEqual([
      "annee 7049393",
      "pacte 5700000",
      "territoire 2059410",
      "territoire 955246",
      "territoire 1357201",
      "territoire 1328144",
      "hors-pacte 1349393",
    ]);
  });

  test("parle d'un plan qui reprend l'année entière, Tourcoing compris, au lieu de la part du pacte", async () => {
    const writes = [
      ["D17", 7_049_393],
      ["F17", 7_049_393],
      ["D18", 15_937_305],
      ["F18", 24_690_217],
      ["D19", 21_986_285],
      ["F19", 36_788_177],
      ["D21", 23_335_678],
      ["F21", 38_137_570],
    ] as const;
    const book = writes.reduce((one, [cell, value]) => changed(one, `Plan!${cell}`, value), nordWithTerritoires());
    const found = (await findings(book)).filter(({ rule }) => rule === "fiche-plan");
    expect(found.map(({ severity }) => severity)).toEqual(["blocking"]);
    expect(found[0]?.cells.concat(found[0].cell)).toContainEqual({ sheet: "Fiche 2.3", row: 3, column: 1 });
  });

  test("compare la ligne hors pacte du plan à ce que la fiche donne à Tourcoing", async () => {
    const writes = [
      ["D20", 1_349_303],
      ["F20", 1_349_303],
      ["D21", 21_986_195],
      ["F21", 36_788_087],
    ] as const;
    const book = writes.reduce((one, [cell, value]) => changed(one, `Plan!${cell}`, value), nordWithTerritoires());
    const found = (await findings(book)).filter(({ rule }) => rule === "fiche-plan");
    expect(found).toMatchObject([{ severity: "blocking", gap: "90.00" }]);
    expect(await outcome(nordWithTerritoires(), "fiche-plan")).toMatchObject({ checked: 27 });
  });

  test("accepte d'autres mots pour la part du pacte, et une convention d'une autre ville", async () => {
    const own = (label: string, other: string): Typing[][] => [
      [2024, 90, "-", 90],
      [label, 60, "-", 60],
      ["Ville A", 40, "-", 40],
      ["Ville B", 20, "-", 20],
      [other, 30, "-", 30],
    ];
    const plan = planOf([["2.3", "Accompagnement rénové", 60, "NC", 60]]);
    for (const [label, other] of [
      ["Au titre du pacte local des solidarités", "Hors pacte : convention particulière"],
      ["Contractualisation PLS", "Convention particulière de Ville C"],
    ] as const) {
      const book = workbook(...plan.sheets, ...budgetOf("2.3", own(label, other)).sheets);
      expect(await alarms(book)).toEqual([]);
      expect(await outcome(book, "fiche-plan")).toMatchObject({ outcome: "passed", reason: null });
    }
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
