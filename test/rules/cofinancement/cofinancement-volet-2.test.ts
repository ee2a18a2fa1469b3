import { alarms, outcome } from "../../builders/expectFindings";
import { nordPlan } from "../../builders/nord";
import { changed, type Typing } from "../../builders/picture";
import { fired, planOf } from "../cases";

const volet = (...pairs: [number, number][]): Typing[][] =>
  pairs.map(([etat, cd], place) => [`2.${place + 1}`, "Volet 2 – offre de solutions", etat, cd, etat + cd]);

describe("cofinancement-volet-2 parle", () => {
  test("du département sous 50 %, bloquant, et au-dessus, une alerte", async () => {
    expect(await fired("cofinancement-volet-2", planOf(volet([1000, 900])))).toEqual([
      "blocking Parts inégales au volet 2",
    ]);
    expect(await fired("cofinancement-volet-2", planOf(volet([1000, 1100])))).toEqual([
      "warning Parts inégales au volet 2",
    ]);
  });

  test("de NC à la place des 8 752 912 € de l'action 2.2 de la source (L2200)", async () => {
    expect(await alarms(changed(nordPlan(), "Plan!E16", "NC"))).toEqual([
      "blocking cofinancement-volet-2 Plan!E16 8752912.00",
    ]);
  });
});

describe("cofinancement-volet-2 se tait", () => {
  test("quand l'égalité tient au niveau du volet, pas de l'action", async () => {
    expect(await alarms(planOf(volet([100, 60], [100, 140])))).toEqual([]);
  });

  test("sur le volet 2 de la source, à parts égales (L249, L683, L2200)", async () => {
    expect(await outcome(nordPlan(), "cofinancement-volet-2")).toMatchObject({ outcome: "passed", checked: 1 });
    expect(await fired("cofinancement-volet-2", nordPlan())).toEqual([]);
  });

  test("sans volet 2, la règle est sans objet", async () => {
    const book = planOf([["1.1", "Prévention de la pauvreté", 100, 100, 200]]);
    expect(await outcome(book, "cofinancement-volet-2")).toMatchObject({ outcome: "not-applicable" });
  });
});

test("2025 n'a pas de règle connue : non vérifiable, jamais satisfaite", async () => {
  expect(await outcome(planOf(volet([1000, 900]), "Plan de financement 2025"), "cofinancement-volet-2")).toMatchObject({
    outcome: "not-verifiable",
    reason: expect.stringContaining("2025"),
  });
});

test("une action emploi dont le volet n'est pas nommé rend la règle non vérifiable", async () => {
  const book = planOf([["2.1", "Mobilité", 1000, 900, 1900]]);
  expect(await outcome(book, "cofinancement-volet-2")).toMatchObject({
    outcome: "not-verifiable",
    reason: expect.stringContaining("n'est pas reconnu"),
  });
});
