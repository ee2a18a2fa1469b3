import { alarms, outcome } from "../../builders/expectFindings";
import { HEADER, nordPlan, PLAN_ROWS } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import { fired, planOf } from "../cases";

const NESTED: readonly Typing[][] = [
  ["1.1", "Prévention de la pauvreté", 100, 100, 200],
  ["1.1.1", "École", 60, 60, 120],
  ["1.1.2", "Collège", 40, 40, 80],
  ["1.2", "Petite enfance et pauvreté", 50, 50, 100],
  [null, "Total", 150, 150, 300],
];

describe("sous-total parle", () => {
  test("d'un sous-total faux, nommé comme tel", async () => {
    expect(await fired("sous-total", changed(nordPlan(), "Plan!D7", 2_540_000))).toEqual([
      "blocking Sous-total inexact",
    ]);
  });

  test("d'une ligne entière oubliée par son sous-total, en une seule carte", async () => {
    const rows = PLAN_ROWS.map((row) => [...row]);
    rows[1] = [null, "1.2", "Jeunes", 550_000, 550_000, 1_100_000];
    const found = await alarms(workbook(sheet("Plan", [["Plan 2024"], [], [], HEADER, ...rows])));
    expect(found).toEqual([expect.stringMatching(/^blocking sous-total Plan!D6 450000\.00$/)]);
  });

  test("d'un sous-total en M€ tronqué plutôt qu'arrondi, à justifier", async () => {
    const book = planOf([
      ["1.1", "Prévention de la pauvreté", "10 000 000 €", "10 000 000 €", "20 000 000 €"],
      ["1.2", "Prévention de la pauvreté des jeunes", "4 935 700 €", "4 935 700 €", "9 871 400 €"],
      [null, "Sous-total axe 1", "14,935 M€", "14 935 700 €", "29 871 400 €"],
    ]);
    expect(await fired("sous-total", book)).toEqual(["warning Montant tronqué"]);
  });
});

describe("sous-total se tait", () => {
  test("sur les quatre blocs de la source, trois colonnes chacun (L2191-2202)", async () => {
    expect(await outcome(nordPlan(), "sous-total")).toMatchObject({ outcome: "passed", checked: 12 });
    expect(await alarms(nordPlan())).toEqual([]);
  });

  test("sans sous-total, la règle est sans objet", async () => {
    const book = planOf([["1.1", "Prévention de la pauvreté", 100, 100, 200]]);
    expect(await outcome(book, "sous-total")).toMatchObject({ outcome: "not-applicable" });
  });
});

test("une action et ses sous-actions dans le même plan ne comptent qu'une fois", async () => {
  const rows = [...NESTED];
  expect(await alarms(planOf(rows))).toEqual([]);
  rows[2] = ["1.1.2", "Collège", 45, 40, 85];
  expect((await alarms(planOf(rows))).length).toBeGreaterThan(0);
});

test("un montant illisible du bloc rend sa colonne non vérifiable, et la règle le dit", async () => {
  const book = changed(nordPlan(), "Plan!D5", "à préciser");
  expect(await outcome(book, "sous-total")).toMatchObject({
    outcome: "passed",
    checked: 11,
    reason: expect.stringContaining("ne peut pas être lu"),
  });
});
