import { alarms, findings, outcome } from "../../builders/expectFindings";
import { nord, nordPlan } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import { ERBM, erbm } from "../../builders/autresTableaux";
import { budgetOf, planOf } from "../cases";

const SOURCE = workbook(...nord().sheets, erbm());

describe("flechage parle", () => {
  test("d'une ligne fléchée plus grande que son axe du plan, à justifier", async () => {
    const book = changed(changed(SOURCE, "ERBM!C9", "2 000 k€"), "ERBM!C10", "2 800 000 €");
    const found = (await findings(book)).filter(({ rule }) => rule === "flechage");
    expect(found).toMatchObject([
      {
        severity: "warning",
        cell: { sheet: "ERBM", row: 8, column: 2 },
        expected: "1800000.00",
        actual: "2000000.00",
        fix: null,
      },
    ]);
    expect(found[0]?.message).toContain("(l'axe 4)");
  });

  test("de deux lignes d'un axe qui ne le dépassent qu'ensemble", async () => {
    const rows = (first: number): Typing[][] => [
      ["Fléchage quartiers prioritaires 2024"],
      ["Thématique", "Action", "Montant"],
      ["Logement (axe 3)", "Baux glissants", first],
      ["Accès aux droits (axe 3)", "Domiciliation", 2_000_000],
    ];
    const of = (first: number) => workbook(...nordPlan().sheets, erbm(rows(first)));
    expect(await alarms(of(3_000_000))).toEqual([]);
    expect(await alarms(of(4_000_000))).toEqual(["warning flechage ERBM!C3 5397960.00"]);
  });

  test("d'une ligne qui nomme son action", async () => {
    const rows: Typing[][] = [
      ["Crédits fléchés 2024"],
      ["Fiche", "Action", "Montant"],
      ["4.2", "Précarité alimentaire", 1_060_000],
    ];
    expect(await alarms(workbook(...nordPlan().sheets, erbm(rows)))).toEqual(["warning flechage ERBM!C3 1050000.00"]);
  });

  test("d'un budget fléché plus grand que le plan de son année", async () => {
    const rows: Typing[][] = [
      ["Budget du Bassin minier (ERBM)"],
      ["Année", "Etat", "Conseil départemental", "Total"],
      [2024, 30_000_000, 500_000, 30_500_000],
    ];
    expect(await alarms(workbook(...nordPlan().sheets, erbm(rows)))).toEqual(["warning flechage ERBM!B3 20636892.00"]);
  });

  test("d'une ligne « dont » plus grande que celle qu'elle suit, dans un plan et dans un budget", async () => {
    const plan = (dont: number) =>
      planOf([
        ["1.1", "Prévention de la pauvreté", 500_000, 500_000, 1_000_000],
        [null, "dont bassin minier", dont, dont, 2 * dont],
      ]);
    const budget = (dont: number) =>
      budgetOf("1.1", [
        [2024, 500_000, 500_000, 1_000_000],
        ["dont bassin minier", dont, dont, 2 * dont],
      ]);
    expect(await alarms(plan(400_000))).toEqual([]);
    expect(await alarms(plan(600_000))).toEqual(["warning flechage Plan!E4 1000000.00"]);
    expect(await alarms(budget(400_000))).toEqual([]);
    expect(await alarms(budget(600_000))).toEqual(["warning flechage Fiche!D4 1000000.00"]);
  });
});

describe("flechage se tait", () => {
  test("sur la source : le bassin minier (L2166-2181) tient dans le plan, et ne s'y ajoute pas", async () => {
    expect(await alarms(SOURCE)).toEqual([]);
    expect(await outcome(SOURCE, "flechage")).toMatchObject({ outcome: "passed", checked: 7, reason: null });
    expect(await outcome(SOURCE, "fiche-plan")).toMatchObject({ outcome: "passed", checked: 23 });
  });

  test("quand l'arrondi des k€ explique l'écart", async () => {
    const rows: Typing[][] = [
      ["Crédits fléchés 2024"],
      ["Fiche", "Action", "Montant"],
      ["3.1", "Logement", "4 057 k€"],
    ];
    expect(await alarms(workbook(...nordPlan().sheets, erbm(rows)))).toEqual([]);
  });

  test("sans plan, en disant ce qui n'est pas vérifiable", async () => {
    const found = await outcome(workbook(erbm(ERBM.slice(0, 10))), "flechage");
    expect(found).toMatchObject({ outcome: "not-verifiable" });
    expect(found.reason).toContain("Aucun montant du classeur ne dit de quoi « Insertion des jeunes");
  });

  test("sur un tableau qu'aucun titre ne dit fléché", async () => {
    const rows: Typing[][] = [["Travaux"], ["Thématique", "Action", "Montant"], ["Toiture", "Axe 4", 9_000_000_000]];
    expect(await outcome(workbook(...nordPlan().sheets, sheet("Travaux", rows)), "flechage")).toMatchObject({
      outcome: "not-applicable",
    });
  });
});
