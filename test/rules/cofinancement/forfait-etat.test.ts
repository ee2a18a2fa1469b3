import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { type Typing } from "../../builders/picture";
import { fired, planOf } from "../cases";

describe("forfait-etat parle", () => {
  test("d'une part du département sur le volet 1, à justifier", async () => {
    const rows: Typing[][] = [["2.1", "Volet 1 – chefferie de projet", 135_000, 10_000, 145_000]];
    expect(await fired("forfait-etat", planOf(rows))).toEqual(["warning Part du département inattendue"]);
  });

  test.each([
    ["le volet 3", "Volet 3 – accompagnement rénové", 5_700_000],
    ["la convention de Tourcoing", "Conventionnement 2024 de l'expérimentation à Tourcoing", 1_349_393],
  ])("d'une part du département sur %s, avec l'article", async (_, label, etat) => {
    const [card] = await findings(planOf([["2.3", label, etat, 1_000, etat + 1_000]]));
    expect(card).toMatchObject({ rule: "forfait-etat", severity: "warning", actual: "1000.00" });
    expect(card?.reference).not.toBeNull();
  });
});

describe("forfait-etat se tait", () => {
  test("devant NC, - et une cellule vide", async () => {
    const rows: Typing[][] = [
      ["2.1", "Volet 1", 1, "NC", 1],
      ["2.2", "Volet 3", 2, "-", 2],
      ["2.3", "Volet 1", 3, null, 3],
    ];
    expect(await alarms(planOf(rows))).toEqual([]);
  });

  test("devant un zéro", async () => {
    expect(await alarms(planOf([["2.1", "Volet 1", 1, 0, 1]]))).toEqual([]);
  });

  test("sur les trois lignes NC du plan de la source (L2199, L2201, L2204)", async () => {
    expect(await fired("forfait-etat", nordPlan())).toEqual([]);
    expect(await outcome(nordPlan(), "forfait-etat")).toMatchObject({ outcome: "passed", checked: 3 });
  });
});

test("2025 n'a pas de règle connue pour le volet 1 : non vérifiable", async () => {
  const book = planOf([["2.1", "Volet 1", 135_000, 10_000, 145_000]], "Plan de financement 2025");
  expect(await outcome(book, "forfait-etat")).toMatchObject({
    outcome: "not-verifiable",
    reason: expect.stringContaining("2025"),
  });
});
