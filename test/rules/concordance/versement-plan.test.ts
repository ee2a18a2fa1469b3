import { alarms, findings, outcome } from "../../builders/expectFindings";
import type { Workbook } from "../../../src/workbook/picture";
import { changed, sheet, workbook } from "../../builders/picture";
import { seul, VERSEMENTS, versementsOf } from "../../builders/versements";

describe("versement-plan parle, en une seule carte", () => {
  test("d'une base fausse, sur la base", async () => {
    expect(await alarms(changed(versementsOf(), "Versements!B4", 8_878_912))).toEqual([
      "blocking versement-plan Versements!B4 8887912.00",
    ]);
  });

  test("d'une base fausse de quelques centimes, sur la base", async () => {
    const exact = { ...versementsOf() };
    const [plan, payments] = exact.sheets;
    if (!plan || !payments) throw new Error("no sheets");
    const cells = plan.cells.map((cell) => ({ ...cell, numberFormat: "#,##0.00" }));
    const book = { ...exact, sheets: [{ ...plan, cells }, payments] };
    expect(await alarms(book)).toEqual([]);
    expect(await alarms(changed(book, "Versements!B4", 8_887_912.35))).toEqual([
      "blocking versement-plan Versements!B4 8887912.00",
    ]);
  });

  test("d'une base fausse que l'avance et le solde suivent par leurs formules", async () => {
    const rows = VERSEMENTS.map((row) => [...row]);
    rows[4] = [
      "Volet 3",
      5_070_000,
      { value: 0.6, format: "0%" },
      { value: 3_042_000, formula: "=ROUND(B5*C5,2)" },
      { value: 2_028_000, formula: "=B5-D5" },
    ];
    expect(await alarms(versementsOf(rows))).toEqual(["blocking versement-plan Versements!B5 5700000.00"]);
  });

  test("d'un montant faux du plan : la carte est dans le plan", async () => {
    const [card, ...others] = await alarms(changed(versementsOf(), "Plan!D17", 7_500_000));
    expect(others).toEqual([]);
    expect(card).toMatch(/^blocking \S+ Plan!D17 5700000\.00$/);
  });

  test("de 1 349 303 € pour 1 349 393 € (source, L1128 et L2204)", async () => {
    expect(await alarms(changed(versementsOf(), "Versements!B6", 1_349_303))).toEqual([
      "blocking versement-plan Versements!B6 1349393.00",
    ]);
  });

  test("d'une formule qui oublie le volet 1", async () => {
    const book = changed(versementsOf(), "Versements!B4", { value: 8_752_912, formula: "=Plan!D16" });
    const [card] = await findings(book);
    expect(card).toMatchObject({ rule: "plage", expected: "8887912.00" });
    expect(card?.message).toContain("oublie Plan!D15");
  });
});

describe("versement-plan se tait", () => {
  test("sur les bases de la source, volets 1 et 2 ensemble (L731)", async () => {
    expect(await outcome(versementsOf(), "versement-plan")).toMatchObject({ outcome: "passed", checked: 4 });
  });

  test("un plan d'une autre année ne compte pas, deux plans qui se contredisent non plus", async () => {
    const other = (year: number): ReturnType<typeof sheet> =>
      sheet(`Plan ${year}`, [
        [`Plan de financement ${year}`],
        ["Fiche", "Action", "État", "CD", "Total"],
        ["2.3", "Volet 3 – accompagnement rénové", 7_000_000, "NC", 7_000_000],
      ]);
    const line = [["Versements 2024"], ["Objet", "Montant prévisionnel", "Avance"], ["Volet 3", 5_700_000, 3_420_000]];
    const book = (year: number): Workbook => workbook(...versementsOf(line).sheets, other(year));
    expect(await outcome(book(2025), "versement-plan")).toMatchObject({ outcome: "passed", checked: 1 });
    expect(await outcome(book(2024), "versement-plan")).toMatchObject({ outcome: "not-verifiable" });
  });

  test("sans plan de l'année, la règle n'est pas vérifiable", async () => {
    const book = seul(["Objet", "Montant prévisionnel", "Avance"], ["Volet 3", 5_700_000, 3_420_000]);
    expect(await outcome(book, "versement-plan")).toMatchObject({ outcome: "not-verifiable" });
  });

  test("sans versement, la règle est sans objet", async () => {
    expect(await outcome(versementsOf([]), "versement-plan")).toMatchObject({ outcome: "not-applicable" });
  });
});
