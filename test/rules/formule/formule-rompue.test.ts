import { findings, outcome } from "../../builders/expectFindings";
import { f, live } from "../../builders/live";
import type { workbook } from "../../builders/picture";
import { changed, type Typing } from "../../builders/picture";
import { fired, planOf } from "../cases";

const ROWS: readonly Typing[][] = [
  ["1.1", "Prévention de la pauvreté", 100_000, 100_000, f("=C3+D3")],
  ["1.2", "Petite enfance et pauvreté", 50_000, 50_000, f("=C4+D4")],
  ["1.3", "Prévention spécialisée", 20_000, 20_000, f("=C5+D5")],
  [null, "Sous-total axe 1", f("=SUM(C3:C5)"), f("=SUM(D3:D5)"), f("=SUM(E3:E5)")],
];

const plan = (address = "Plan!A1", typing: Typing = "Plan de financement 2024"): ReturnType<typeof workbook> =>
  live(changed(planOf(ROWS), address, typing));

describe("formule-rompue parle", () => {
  test("d'un montant juste saisi sur une formule : une information", async () => {
    expect(await fired("formule-rompue", plan("Plan!E4", 100_000))).toEqual(["info Montant saisi sur une formule"]);
    const [card] = await findings(plan("Plan!C6", 170_000));
    expect(card).toMatchObject({ rule: "formule-rompue", severity: "info", cell: { row: 5, column: 2 }, fix: null });
    expect(card?.message).toContain("juste pour l'instant");
  });

  test("d'un montant faux saisi sur une formule : bloquant, une seule carte, la bonne valeur", async () => {
    for (const [cell, typed, expected] of [
      ["Plan!E4", 90_000, "100000.00"],
      ["Plan!C6", 160_000, "170000.00"],
      ["Plan!E6", 330_000, "340000.00"],
    ] as const) {
      const found = await findings(plan(cell, typed));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ rule: "formule-rompue", severity: "blocking", expected, fix: null });
    }
  });

  test("après le signe ou l'unité, que le montant montre de lui-même", async () => {
    expect((await findings(plan("Plan!E4", -100_000))).map(({ rule }) => rule)).toEqual(["montant-negatif"]);
    expect((await findings(plan("Plan!E4", 100))).map(({ rule }) => rule)).toEqual(["unite"]);
  });

  test("d'un calcul qui n'est pas celui des voisins", async () => {
    const other = changed(plan(), "Plan!E4", { value: 100_000, formula: "=C4*2" });
    expect(await fired("formule-rompue", other)).toEqual(["info Calcul différent de ses voisins"]);
    const typed = changed(plan(), "Plan!E4", { value: 100_000, formula: "=50000+50000" });
    expect(await fired("formule-rompue", typed)).toEqual(["info Montant saisi sur une formule"]);
  });
});

describe("formule-rompue se tait", () => {
  test("sur un plan en formules, et sur un plan saisi à la main", async () => {
    expect(await findings(plan())).toEqual([]);
    const typed = planOf([["1.1", "Prévention de la pauvreté", 100, 100, 200]]);
    expect(await outcome(typed, "formule-rompue")).toMatchObject({ outcome: "not-applicable" });
  });

  test("sans majorité claire : une formule, ou autant de montants saisis que de formules", async () => {
    const half = changed(plan("Plan!E4", 100_000), "Plan!E5", 40_000);
    expect(await findings(half)).toEqual([]);
    const four: Typing[][] = [
      ["1.1", "Prévention de la pauvreté", 100_000, 100_000, f("=C3+D3")],
      ["1.2", "Petite enfance et pauvreté", 50_000, 50_000, f("=C4+D4")],
      ["1.3", "Prévention spécialisée", 20_000, 20_000, 40_000],
      ["1.4", "Pauvreté des jeunes", 10_000, 10_000, 20_000],
    ];
    expect(await findings(live(planOf(four)))).toEqual([]);
  });

  test("quand une ligne sans part du département reprend le montant de l'État", async () => {
    const rows: Typing[][] = [...ROWS.slice(0, 3), ["2.3", "Volet 3", 10_000, "NC", 10_000]];
    expect(await findings(live(planOf(rows)))).toEqual([]);
  });

  test("sur un zéro saisi à la place d'une somme", async () => {
    const rows: Typing[][] = [
      ["2.1", "Volet 1", 100_000, "NC", f("=SUM(C3:D3)")],
      ["2.3", "Volet 3", 50_000, "NC", f("=SUM(C4:D4)")],
      [null, "Total", f("=SUM(C3:C4)"), 0, f("=SUM(E3:E4)")],
    ];
    expect(await fired("formule-rompue", live(planOf(rows)))).toEqual([]);
  });
});
