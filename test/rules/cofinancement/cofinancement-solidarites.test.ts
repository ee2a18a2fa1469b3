import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nord, nordPlan } from "../../builders/nord";
import { changed, workbook, type Typing } from "../../builders/picture";
import { budgetOf, fired, planOf } from "../cases";

const rows = (cd: Typing): Typing[][] => [
  ["1.1", "Prévention de la pauvreté", 1000, cd, typeof cd === "number" ? 1000 + cd : 1000],
];

describe("cofinancement-solidarites parle", () => {
  test("de 49 % avec des totaux cohérents : bloquant, avec l'article", async () => {
    const [card] = await findings(planOf(rows(960)));
    expect(card).toMatchObject({ rule: "cofinancement-solidarites", severity: "blocking", expected: "1000.00" });
    expect(card?.reference).toContain("art. 3.3");
  });

  test("de NC, qui n'est pas une part", async () => {
    expect(await fired("cofinancement-solidarites", planOf(rows("NC")))).toEqual(["blocking Part absente"]);
  });

  test("d'une part vide", async () => {
    expect(await fired("cofinancement-solidarites", planOf(rows(null)))).toHaveLength(1);
  });

  test("de la part de l'action 1.1 de la source portée à 49 %", async () => {
    expect(await fired("cofinancement-solidarites", changed(nordPlan(), "Plan!E5", 1_921_569))).toHaveLength(1);
  });

  test("d'une année de fiche qu'aucun plan ne couvre", async () => {
    const book = budgetOf("1.1.1", [[2027, "75 000 €", "50 000 €", "125 000 €"]]);
    expect(await fired("cofinancement-solidarites", book)).toEqual(["blocking Part du département sous 50 %"]);
  });
});

describe("cofinancement-solidarites se tait", () => {
  test("au-dessus de 50 %, ce qui est licite", async () => {
    expect(await alarms(planOf(rows(1500)))).toEqual([]);
  });

  test("sur les six actions du plan de la source et sur ses fiches de 2025 à 2027", async () => {
    expect(await fired("cofinancement-solidarites", nord())).toEqual([]);
    expect(await outcome(nord(), "cofinancement-solidarites")).toMatchObject({ outcome: "passed", checked: 24 });
  });

  test("quand l'action atteint la moitié et que seule une de ses fiches est en dessous", async () => {
    const [one, other] = [budgetOf("1.1.1", [[2027, 60, 40, 100]]), budgetOf("1.1.2", [[2027, 40, 60, 100]])];
    const sheets = [...one.sheets, ...other.sheets].map((sheet, place) => ({ ...sheet, name: `Fiche ${place + 1}` }));
    expect(await fired("cofinancement-solidarites", workbook(...sheets))).toEqual([]);
  });

  test("sur la partie emploi, où la clause ne vaut pas", async () => {
    const book = planOf([["2.1", "Volet 1", 135_000, "NC", 135_000]]);
    expect(await outcome(book, "cofinancement-solidarites")).toMatchObject({ outcome: "not-applicable" });
  });
});

test("vaut encore en 2027, n'est pas vérifiable en 2028", async () => {
  expect(await fired("cofinancement-solidarites", planOf(rows(960), "Plan de financement 2027"))).toHaveLength(1);
  expect(await outcome(planOf(rows(960), "Plan de financement 2028"), "cofinancement-solidarites")).toMatchObject({
    outcome: "not-verifiable",
  });
});

test("vaut aussi quand l'année n'est écrite nulle part", async () => {
  expect(await fired("cofinancement-solidarites", planOf(rows(960), "Plan de financement"))).toHaveLength(1);
});
