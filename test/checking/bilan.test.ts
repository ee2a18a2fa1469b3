/** Bilans as a whole: what is right stays silent in other people's layouts, what is wrong gives one card. */
import type { Workbook } from "../../src/workbook/picture";
import { nordBilan } from "../builders/bilan";
import { alarms, findings } from "../builders/expectFindings";
import { live, f } from "../builders/live";
import { nordPlan } from "../builders/nord";
import { changed, sheet, workbook, type Typing } from "../builders/picture";
import { checkWorkbook } from "../../src/checking/check";

const only = (...names: string[]): Workbook => ({
  ...nordBilan(),
  sheets: nordBilan().sheets.filter(({ name }) => names.includes(name)),
});

describe("Un bilan juste ne lève rien", () => {
  test.each([[["Plan", "Réalisé 2024", "Bilan 2024"]], [["Bilan 2024"]], [["Plan", "Bilan 2024"]], [["Réalisé 2024"]]])(
    "%j",
    async (names) => {
      expect(await findings(only(...names))).toEqual([]);
    },
  );

  test("à compléter, il n'est pas juste pour autant : non vérifiable", async () => {
    const book = ["G6", "J6", "K6", "L6", "Q6", "G8", "J8", "K8", "L8", "Q8"].reduce(
      (one, address) => changed(one, `Bilan 2024!${address}`, "à compléter"),
      only("Bilan 2024"),
    );
    expect(await alarms(book)).toEqual([]);
    expect((await checkWorkbook(book)).verdict).toBe("non-verifiable");
  });
});

describe("Une faute dans un bilan en constantes donne une carte, sur sa cellule, avec la bonne valeur", () => {
  test.each([
    ["le réalisé d'une action", "G11", 1_245_873.41, "1254873.41"],
    ["un inéligible", "H15", 25_005, "2500.50"],
    ["une dépense éligible", "J22", 17_725_000, "17275000.00"],
    ["la part due d'une action", "K10", 2_208_250, "2028250.00"],
    ["un déjà versé", "O11", 607_730, "670730.00"],
    ["un solde", "P24", 3_343_202.8, "3433202.80"],
    ["un reliquat", "Q6", 47_374.85, "43774.85"],
    ["un sous-total de réalisés", "G8", 4_842_790.3, "4824790.30"],
    ["le dû d'un versement", "K24", 8_756_950, "8765950.00"],
    ["un total général", "K33", 21_773_254.85, "21737254.85"],
  ])("%s (%s)", async (_, cell, typing, expected) => {
    const found = await alarms(changed(only("Bilan 2024"), `Bilan 2024!${cell}`, typing));
    expect(found).toEqual([expect.stringMatching(new RegExp(`^blocking \\S+ Bilan 2024!${cell} ${expected}$`))]);
  });

  test("la carte nomme la ligne et la colonne", async () => {
    const [card] = await findings(changed(only("Bilan 2024"), "Bilan 2024!G11", 1_245_873.41));
    expect(card?.message).toMatch(/^Bilan, action 3\.2, dépenses réalisées\u00A0:/);
  });
});

describe("Les autres mises en page qui sont licites se taisent", () => {
  const of = (header: Typing[], ...rows: Typing[][]): Workbook =>
    workbook(sheet("Bilan", [["Bilan financier 2024"], header, ...rows], { format: "#,##0.00" }));

  test("la dépense éligible est déjà sans les autres financeurs", async () => {
    const header = [
      "Action n°",
      "Intitulé",
      "Prévu État",
      "Dépenses réalisées",
      "Dépenses inéligibles",
      "Autres financeurs",
      "Dépenses éligibles",
      "Part État due",
    ];
    const book = of(
      header,
      ["1.1", "Prévenir la pauvreté", 450_000, 912_340, 12_340, 40_000, 860_000, 430_000],
      ["1.2", "Prévenir la pauvreté des jeunes", 500, 1_000, null, null, 1_000, 500],
    );
    expect(await findings(book)).toEqual([]);
  });

  test("ce qui est retiré est écrit avec son signe", async () => {
    const book = of(
      ["Action n°", "Intitulé", "Dépenses réalisées", "Dépenses inéligibles", "Dépenses éligibles", "Part État due"],
      ["1.1", "Prévenir la pauvreté", 912_340, -12_340, 900_000, 430_000],
    );
    expect(await findings(book)).toEqual([]);
  });

  test("le solde négatif dit le trop-perçu, faute de colonne", async () => {
    const book = of(
      ["Volet", "Intitulé", "Dépenses réalisées", "Part État due", "Déjà versé", "Solde"],
      ["Volet 3", "Accompagnement rénové", 3_000_000, 3_000_000, 3_420_000, -420_000],
    );
    expect(await alarms(book)).toEqual([]);
  });

  test("une avance des volets 1 et 2 dans une seule cellule", async () => {
    const rows: Typing[][] = [
      ["Bilan financier 2024"],
      ["Action n°", "Intitulé", "Dépenses réalisées", "Part État due", "Déjà versé", "Solde à verser"],
      ["2.1", "Volet 1", 128_450, 128_450, 5_332_747.2, 3_433_202.8],
      ["2.2", "Volet 2", 17_275_000, 8_637_500, null, null],
    ];
    const book = workbook(sheet("Bilan", rows, { format: "#,##0.00", merges: ["E3:E4", "F3:F4"] }));
    expect(await alarms(book)).toEqual([]);
    expect(await alarms(changed(book, "Bilan!F3", 3_343_202.8))).toEqual(["blocking solde Bilan!F3 3433202.80"]);
  });

  test("un sous-total du volet 3 seul, après le versement des volets 1 et 2", async () => {
    const book = of(
      ["Action n°", "Intitulé", "Dépenses réalisées", "Part État due", "Déjà versé", "Solde"],
      ["1.1", "Prévenir la pauvreté", 4_000, 2_000, 2_500, -500],
      ["1.2", "Prévenir la pauvreté des jeunes", 1_000, 500, 500, 0],
      [null, "Sous-total axe 1", 5_000, 2_500, 3_000, null],
      ["2.1", "Volet 1", 128_450, 128_450, "-", null],
      ["2.2", "Volet 2", 17_275_000, 8_637_500, "-", null],
      [null, "Versement volets 1 et 2", null, 8_765_950, 5_332_747.2, 3_433_202.8],
      ["2.3", "Volet 3", 5_700_000, 5_700_000, 3_420_000, "au bilan final"],
      [null, "Sous-total volet 3", 5_700_000, 5_700_000, 3_420_000, null],
      [null, "Total général", 23_108_450, 14_468_450, 8_755_747.2, null],
    );
    expect(await findings(book)).toEqual([]);
    expect(await alarms(changed(book, "Bilan!C11", 23_180_450))).toEqual([
      "blocking total-general Bilan!C11 23108450.00",
    ]);
  });

  test("un bilan par partie, sur deux feuilles, dont les totaux laissent Tourcoing de côté", async () => {
    const header = ["Action n°", "Intitulé", "Prévu État", "Dépenses réalisées", "Part État due"];
    const part = (name: string, title: string, rows: Typing[][]) =>
      sheet(name, [[title], header, ...rows], { format: "#,##0" });
    const book = workbook(
      ...nordPlan().sheets,
      part("Bilan solidarités", "Bilan 2024 des solidarités", [
        ["1.1", "Accrochage scolaire", 2_000_000, 4_000_000, 2_000_000],
        ["1.2", "Jeunes", 450_000, 900_000, 450_000],
        [null, "Total", 2_450_000, 4_900_000, 2_450_000],
      ]),
      part("Bilan emploi", "Bilan 2024 de la convention emploi", [
        ["2.1", "Volet 1", 135_000, 135_000, 135_000],
        ["2.2", "Volet 2", 8_752_912, 17_505_824, 8_752_912],
        ["2.3", "Volet 3", 5_700_000, 5_700_000, 5_700_000],
        [null, "Total emploi", 14_587_912, 23_340_824, 14_587_912],
        [null, "Convention particulière de Tourcoing", 1_349_393, 1_349_393, 1_349_393],
      ]),
    );
    expect(await findings(book)).toEqual([]);
  });
});

describe("Un bilan en formules", () => {
  const header = [
    "Action n°",
    "Intitulé",
    "Dépenses réalisées",
    "Dépenses inéligibles",
    "Dépenses éligibles",
    "Part État due",
  ];
  const rows = (realise: number): Typing[][] => [
    ["1.1", "Prévenir la pauvreté", realise, 0, f("=C3-D3"), 250_000],
    ["1.2", "Prévenir la pauvreté des jeunes", 100_000, 1_000, f("=C4-D4"), 49_500],
    [null, "Sous-total axe 1", f("=SUM(C3:C4)"), f("=SUM(D3:D4)"), f("=SUM(E3:E4)"), f("=F3+F4")],
  ];
  const book = live(workbook(sheet("Bilan", [["Bilan financier 2024"], header, ...rows(600_000)])));

  test("un total tapé à la main est accusé, et sa formule rompue dite", async () => {
    const [card] = await findings(changed(book, "Bilan!E5", 599_000));
    expect([card?.severity, card?.rule, card?.expected]).toEqual(["blocking", "sous-total", "699000.00"]);
  });

  test("une plage qui oublie une ligne est une formule inexacte", async () => {
    const wrong = changed(book, "Bilan!C5", { value: 600_000, formula: "=SUM(C3:C3)" });
    expect(await alarms(wrong)).toEqual([expect.stringMatching(/^blocking plage Bilan!C5 700000\.00$/)]);
  });

  test("une constante juste parmi des formules est une information", async () => {
    const header = ["Action n°", "Intitulé", "Dépenses réalisées", "Dépenses inéligibles", "Dépenses éligibles"];
    const row = (n: number): Typing[] => [`1.${n}`, "Prévenir la pauvreté", 100, 10, f(`=C${n + 2}-D${n + 2}`)];
    const columns = live(workbook(sheet("Bilan", [["Bilan financier 2024"], header, row(1), row(2), row(3)])));
    expect((await findings(changed(columns, "Bilan!E4", 90))).map(({ rule, severity }) => [rule, severity])).toEqual([
      ["formule-rompue", "info"],
    ]);
  });
});

describe("Un dû et une part du département saisis sur leurs formules", () => {
  const header: Typing[] = [
    "Action n°",
    "Intitulé",
    "Prévu État",
    "Dépenses éligibles",
    "Part État due",
    "Part CD réalisée",
  ];
  const row = (n: number, due: Typing, cd: Typing): Typing[] => [`1.${n}`, "Prévenir la pauvreté", 600, 1_000, due, cd];
  const formulas = (n: number) =>
    row(n, { value: 500, formula: `=MIN(C${n + 2},D${n + 2}/2)` }, f(`=D${n + 2}-E${n + 2}`));
  const book = live(
    workbook(sheet("Bilan", [["Bilan financier 2024"], header, formulas(1), formulas(2), formulas(3)])),
  );
  const computed = [3, 4, 5].reduce(
    (one, n) =>
      changed(changed(one, `Bilan!E${n}`, { value: 500, formula: `=MIN(C${n},D${n}/2)` }), `Bilan!F${n}`, {
        value: 500,
        formula: `=D${n}-E${n}`,
      }),
    book,
  );

  test("un dû plus petit est permis : une information, avec ce que la formule donnerait", async () => {
    const less = changed(changed(computed, "Bilan!E4", 400), "Bilan!F4", { value: 600, formula: "=D4-E4" });
    const [card, ...others] = await findings(less);
    expect([card?.rule, card?.severity, card?.expected, others.length]).toEqual([
      "formule-rompue",
      "info",
      "500.00",
      0,
    ]);
  });

  test("une part du département qui n'est pas ce qui reste est à justifier", async () => {
    expect(await alarms(changed(computed, "Bilan!F4", 900))).toEqual(["warning formule-rompue Bilan!F4 500.00"]);
    expect(await findings(computed)).toEqual([]);
  });
});

describe("Les cellules d'un bilan", () => {
  test.each([
    ["un texte qui n'est pas un montant", "G10", "à préciser avec le service", "montant-illisible"],
    ["un taux contraire aux montants", "N10", { value: 0.5, format: "0%" }, "taux-affiche"],
    ["une dépense négative, d'un signe inversé", "G10", -4_120_000, "montant-negatif"],
  ])("%s", async (_, cell, typing, rule) => {
    const found = await findings(changed(only("Bilan 2024"), `Bilan 2024!${cell}`, typing));
    expect(found.map((one) => one.rule)).toEqual([rule]);
  });

  test("une erreur d'Excel sous un dû", async () => {
    const book = changed(only("Bilan 2024"), "Bilan 2024!K10", { value: null, error: "#REF!", formula: "=#REF!*2" });
    expect((await findings(book)).map(({ rule, expected }) => [rule, expected])).toEqual([
      ["erreur-excel", "2028250.00"],
    ]);
  });
});
