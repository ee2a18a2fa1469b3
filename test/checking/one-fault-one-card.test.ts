import { changed, sheet, workbook, type Typing } from "../builders/picture";
import { ficheRow, nord, nordPlan, nordWithTerritoires } from "../builders/nord";
import { alarms, findings } from "../builders/expectFindings";

describe("Un classeur juste", () => {
  test("le plan du Nord ne lève aucune alerte", async () => {
    expect(await alarms(nordPlan())).toEqual([]);
  });

  test("le plan et les vingt fiches du Nord ne lèvent aucune alerte, ni même une information", async () => {
    expect(await findings(nord())).toEqual([]);
  });

  test("les quatre villes de la fiche 2.3 donnent 1 € de trop : une alerte d'arrondi, rien d'autre", async () => {
    expect(await alarms(nordWithTerritoires())).toEqual(["warning ventilation Fiche 2.3!B4 5700001.00"]);
  });
});

describe("Une faute dans une cellule donne une seule carte, sur cette cellule, avec la bonne valeur", () => {
  const fiche = (number: string, column: string, year: number | "Total" = 2024): string =>
    `Fiches!${column}${ficheRow(number, year)}`;
  const cases: readonly (readonly [string, string, Typing, string])[] = [
    ["un chiffre pour un autre dans une action", "Plan!D5", 2_100_000, "2000000.00"],
    ["deux chiffres intervertis dans un sous-total", "Plan!D7", 2_540_000, "2450000.00"],
    ["deux chiffres intervertis dans un total de ligne", "Plan!F9", 1_341_640, "1341460.00"],
    ["un chiffre oublié dans la part du département", "Plan!E12", 52_500, "525000.00"],
    ["un chiffre doublé dans un total général", "Plan!D21", 219_862_285, "21986285.00"],
    ["un signe inversé", "Plan!E8", -2_028_250, "2028250.00"],
    ["un montant en k€ dans un plan en euros", "Plan!D11", 375, "375000.00"],
    ["NC sur le volet 2", "Plan!E16", "NC", "8752912.00"],
    ["une part du département de 49 %", "Plan!E5", 1_921_569, "2000000.00"],
    ["un total d'avant la dernière modification", "Plan!F14", 12_000_000, "12097960.00"],
    ["un texte au lieu d'un montant", "Plan!D9", "à préciser", "670730.00"],
    ["une cellule vidée", "Plan!E6", null, "450000.00"],
    ["un montant de la ligne hors pacte", "Plan!D20", 1_349_303, "1349393.00"],
    ["une année d'une fiche", fiche("1.1.1", "B"), "57 000 €", "75000.00"],
    ["un total de fiche en M€", fiche("1.1.2", "D"), "3,580 M€", "3850000.00"],
    ["un montant de fiche borné par un total en M€", fiche("2.2.4", "B"), "650 000 €", "600000.00"],
    ["un total des années", fiche("1.1.1", "B", "Total"), "30 000 €", "300000.00"],
    ["un montant de 2026", fiche("3.2.3", "C", 2026), "309 730 €", "390730.00"],
  ];

  test.each(cases)("%s (%s)", async (_, address, typing, expected) => {
    const found = await alarms(changed(nord(), address, typing));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^blocking \\S+ ${address} ${expected.replace(".", "\\.")}$`));
  });

  test("la carte dit la cause probable", async () => {
    const [card] = await findings(changed(nord(), "Plan!D7", 2_540_000));
    expect(card?.hint).toBe("Deux chiffres intervertis\u00A0?");
  });

  test("les autres cellules en jeu suivent, une fois chacune", async () => {
    const [card] = await findings(changed(nordPlan(), "Plan!F9", 1_341_640));
    const cells = (card?.cells ?? []).map(({ row, column }) => `${row},${column}`);
    expect(cells).toEqual([...new Set(cells)]);
    expect(cells).toContain("8,3");
  });
});

describe("Deux fautes indépendantes donnent deux cartes", () => {
  test("dans deux axes du plan", async () => {
    const book = changed(changed(nord(), "Plan!D5", 2_100_000), "Plan!F13", 1_080_000);
    expect(await alarms(book)).toEqual([
      "blocking total-ligne Plan!D5 2000000.00",
      "blocking sous-total Plan!F13 1800000.00",
    ]);
  });
});

describe("Un plan en formules", () => {
  const rows: Typing[][] = [
    ["Plan de financement 2024"],
    ["N° fiche", "Action", "Part État", "Part Département", "Coût total"],
    ["1.1", "Prévenir la pauvreté", 100_000, 100_000, { value: 200_000, formula: "=C3+D3" }],
    ["1.2", "Prévenir la pauvreté des jeunes", 50_000, 50_000, { value: 100_000, formula: "=C4+D4" }],
    [
      null,
      "Sous-total axe 1",
      { value: 150_000, formula: "=SUM(C3:C4)" },
      { value: 150_000, formula: "=SUM(D3:D4)" },
      { value: 300_000, formula: "=SUM(E3:E4)" },
    ],
  ];
  const fiches: Typing[][] = [
    ["Budget de l'action 1.1"],
    ["Année", "État", "Département", "Total"],
    [2024, 100_000, 100_000, 200_000],
    [],
    ["Budget de l'action 1.2"],
    ["Année", "État", "Département", "Total"],
    [2024, 50_000, 50_000, 100_000],
  ];
  const book = workbook(sheet("Plan", rows), sheet("Fiches", fiches));

  test("juste, il ne lève rien", async () => {
    expect(await alarms(book)).toEqual([]);
  });

  test("une constante fausse sous des totaux vivants est la seule accusée", async () => {
    const wrong: Typing[][] = rows.map((row) => [...row]);
    wrong[2] = ["1.1", "Prévenir la pauvreté", 10_000, 100_000, { value: 110_000, formula: "=C3+D3" }];
    wrong[4] = [
      null,
      "Sous-total axe 1",
      { value: 60_000, formula: "=SUM(C3:C4)" },
      { value: 150_000, formula: "=SUM(D3:D4)" },
      { value: 210_000, formula: "=SUM(E3:E4)" },
    ];
    const found = await alarms(workbook(sheet("Plan", wrong), sheet("Fiches", fiches)));
    expect(found).toEqual(["blocking fiche-plan Plan!C3 100000.00"]);
  });

  test("un montant saisi comme texte, que la somme ne compte pas, est la cause", async () => {
    const wrong: Typing[][] = rows.map((row) => [...row]);
    wrong[3] = ["1.2", "Prévenir la pauvreté des jeunes", "50 000 €", 50_000, 100_000];
    wrong[4] = [
      null,
      "Sous-total axe 1",
      { value: 100_000, formula: "=SUM(C3:C4)" },
      { value: 150_000, formula: "=SUM(D3:D4)" },
      { value: 300_000, formula: "=SUM(E3:E4)" },
    ];
    const found = await alarms(workbook(sheet("Plan", wrong), sheet("Fiches", fiches)));
    expect(found).toEqual(["blocking montant-texte Plan!C4 50000.00"]);
  });
});
