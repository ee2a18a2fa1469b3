import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { changed, type Typing } from "../../builders/picture";
import { budgetOf, fired, planOf } from "../cases";

describe("montant-negatif parle", () => {
  test("d'un négatif que tout confirme", async () => {
    const rows: Typing[][] = [["1.1", "Prévention de la pauvreté", -100, 200, 100]];
    expect(await fired("montant-negatif", planOf(rows))).toEqual(["blocking Montant négatif"]);
  });

  test("du signe de l'action 3.1 de la source (L2192), avec sa valeur", async () => {
    const [card, ...others] = await findings(changed(nordPlan(), "Plan!E8", -2_028_250));
    expect(others).toEqual([]);
    expect(card).toMatchObject({ rule: "montant-negatif", severity: "blocking", expected: "2028250.00" });
  });

  test("d'un montant entre parenthèses dans une fiche", async () => {
    const book = budgetOf("2.1", [[2024, "(12 345,68)", "-", "(12 345,68)"]]);
    expect(await fired("montant-negatif", book)).toEqual(["blocking Montant négatif", "blocking Montant négatif"]);
  });
});

describe("montant-negatif se tait", () => {
  test("sur une formule que rend négative un montant saisi, déjà dit", async () => {
    const total = { value: -500, formula: "=C3+D3" };
    const book = planOf([["1.1", "Prévention de la pauvreté", -1_000, 500, total]]);
    expect(await fired("montant-negatif", book)).toHaveLength(1);
  });

  test("devant zéro, NC et un tiret", async () => {
    const book = planOf([
      ["2.1", "Volet 1", 100, 0, 100],
      ["2.2", "Volet 1", 100, "NC", 100],
      ["2.3", "Volet 1", 100, "-", 100],
    ]);
    expect(await alarms(book)).toEqual([]);
  });

  test("sur le plan de la source", async () => {
    expect(await outcome(nordPlan(), "montant-negatif")).toMatchObject({ outcome: "passed" });
  });
});
