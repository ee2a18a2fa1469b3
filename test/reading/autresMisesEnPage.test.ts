/** Layouts of other départements: each as somebody would send it, right and then with one wrong cell. */
import { checkWorkbook } from "../../src/checking/check";
import { qualifiedAddress } from "../../src/workbook/address";
import type { Workbook } from "../../src/workbook/picture";
import { changed, sheet, workbook, type SheetOptions, type Typing } from "../builders/picture";

interface Layout {
  readonly name: string;
  readonly book: Workbook;
  /** A cell, what is wrongly typed in it, and its right value in euros. */
  readonly fault: readonly [address: string, wrong: Typing, right: string];
  /** Rules that must have found something to check. */
  readonly checked: readonly string[];
}

const one = (rows: readonly (readonly Typing[])[], options: SheetOptions = {}, name = "Feuil1"): Workbook =>
  workbook(sheet(name, rows, options));

/** A plan of two axes under a header of five columns, amounts shown by `write`. */
function planRows(header: readonly Typing[], write: (amount: number) => Typing = (amount) => amount): Typing[][] {
  const row = (fiche: string | null, label: string, etat: number, cd = etat): Typing[] => [
    fiche,
    label,
    write(etat),
    write(cd),
    write(etat + cd),
  ];
  return [
    ["Plan de financement 2025"],
    [...header],
    ["Axe 1 – Prévention de la pauvreté"],
    row("1.1", "Accompagnement des familles", 412_300),
    row("1.2", "Sorties de l'aide sociale", 187_450, 200_000),
    row(null, "Sous-total", 599_750, 612_300),
    ["Axe 3 – Accès aux droits"],
    row("3.1", "Premier accueil", 268_900),
    row("3.2", "Aller vers", 95_640),
    row(null, "Sous-total", 364_540),
    row(null, "Total général", 964_290, 976_840),
  ];
}

const PLAIN = ["N°", "Intitulé", "Part État", "Part Département", "Total"];
const FRENCH = (amount: number): string => amount.toLocaleString("fr-FR");
const PLAN = ["total-ligne", "sous-total", "total-general", "cofinancement-solidarites"];

const transposed: Typing[][] = [
  ["Budget prévisionnel de l'action 1.1.1"],
  [null, 2024, 2025, "Total"],
  ["État", 100_000, 120_000, 220_000],
  ["Conseil départemental", 100_000, 130_000, 230_000],
  ["Total", 200_000, 250_000, 450_000],
];

const LAYOUTS: readonly Layout[] = [
  {
    name: "une fiche couchée, les années en colonnes",
    book: one(transposed),
    fault: ["Feuil1!C3", 210_000, "120000.00"],
    checked: ["total-ligne", "total-annees"],
  },
  {
    name: "une fiche couchée en k€, sans colonne de total",
    book: one(
      [
        ["Fiche action 3.1"],
        ["Financeurs (en k€)", "2024", "2025", "2026"],
        ["Part État", 100.5, 120, 130],
        ["Part CD", 100.5, 120, 150],
        ["Coût total", 201, 240, 280],
      ],
      { format: "#,##0.0" },
    ),
    fault: ["Feuil1!C5", 420, "240000.00"],
    checked: ["total-ligne"],
  },
  {
    name: "une fiche couchée dont le coin nomme le budget",
    book: one([
      ["Fiche action n° 3.1"],
      ["Budget prévisionnel (€)", "2024", "2025", "Total"],
      ["Etat", 100_000, 120_000, 220_000],
      ["Département", 100_000, 130_000, 230_000],
      ["Total", 200_000, 250_000, 450_000],
    ]),
    fault: ["Feuil1!C3", 210_000, "120000.00"],
    checked: ["total-ligne", "total-annees"],
  },
  {
    name: "un en-tête répété sur chaque axe, un seul total général",
    book: one([
      ["PLAN DE FINANCEMENT 2025"],
      ["AXE 1 : PRÉVENTION DE LA PAUVRETÉ"],
      [...PLAIN],
      ["1.1", "Accompagnement des familles", 412_300, 412_300, 824_600],
      ["1.2", "Sorties de l'aide sociale", 187_450, 187_450, 374_900],
      [null, "Total axe 1", 599_750, 599_750, 1_199_500],
      [],
      ["AXE 3 : ACCÈS AUX DROITS"],
      [...PLAIN],
      ["3.1", "Premier accueil", 268_900, 268_900, 537_800],
      ["3.2", "Aller vers", 95_640, 95_640, 191_280],
      [null, "Total axe 3", 364_540, 364_540, 729_080],
      [],
      [null, "Total général", 964_290, 964_290, 1_928_580],
    ]),
    fault: ["Feuil1!C10", 269_800, "268900.00"],
    checked: PLAN,
  },
  {
    name: "l'unité au-dessus du tableau",
    book: one([["Montants exprimés en milliers d'euros"], ...planRows(PLAIN, (amount) => amount / 1000)], {
      format: "#,##0.00",
    }),
    fault: ["Feuil1!C5", 421.3, "412300.00"],
    checked: PLAN,
  },
  {
    name: "l'unité dans les en-têtes",
    book: one(
      planRows(["N°", "Intitulé", "État (k€)", "CD (k€)", "Total (k€)"], (amount) => amount / 1000),
      {
        format: "#,##0.00",
      },
    ),
    fault: ["Feuil1!E8", 729.28, "537800.00"],
    checked: PLAN,
  },
  {
    name: "des M€ écrits dans les cellules",
    book: one(planRows(PLAIN, (amount) => `${(amount / 1_000_000).toFixed(6).replace(".", ",")} M€`)),
    fault: ["Feuil1!C4", "0,421300 M€", "412300.00"],
    checked: PLAN,
  },
  {
    name: "des nombres tapés comme du texte",
    book: one(planRows(PLAIN, FRENCH)),
    fault: ["Feuil1!D5", "20 000", "200000.00"],
    checked: PLAN,
  },
  {
    name: "un Excel en anglais : points décimaux et virgules de milliers",
    book: one(planRows(PLAIN, (amount) => amount.toLocaleString("en-US", { minimumFractionDigits: 2 }))),
    fault: ["Feuil1!D5", "20,000.00", "200000.00"],
    checked: PLAN,
  },
  {
    name: "des lignes vides entre toutes les lignes",
    book: one(planRows(PLAIN).flatMap((row, place) => (place < 2 ? [row] : [row, []]))),
    fault: ["Feuil1!C5", 421_300, "412300.00"],
    checked: PLAN,
  },
  {
    name: "des totaux sans libellé",
    book: one(
      planRows(PLAIN).map((row) =>
        row.map((cell) => (/total/i.test(String(cell)) && !/^Total$/.test(String(cell)) ? null : cell)),
      ),
    ),
    fault: ["Feuil1!C6", 595_750, "599750.00"],
    checked: ["total-ligne", "sous-total"],
  },
  {
    name: "des totaux au-dessus de leur bloc",
    book: one([
      ["Plan de financement 2025"],
      ["Fiche", "Action", "État", "CD", "Total"],
      [null, "TOTAL", 713_200, 713_200, 1_426_400],
      [null, "Axe 1 – Prévention de la pauvreté", 313_100, 313_100, 626_200],
      ["1.1", "Prévention", 101_000, 101_000, 202_000],
      ["1.2", "Petite enfance", 212_100, 212_100, 424_200],
      [null, "Axe 3 – Accès aux droits", 400_100, 400_100, 800_200],
      ["3.1", "Logement", 150_000, 150_000, 300_000],
      ["3.2", "Aller-vers", 250_100, 250_100, 500_200],
    ]),
    fault: ["Feuil1!C7", 410_100, "400100.00"],
    checked: PLAN,
  },
  {
    name: "deux années côte à côte",
    book: one(
      [
        ["Plan de financement"],
        ["Fiche", "Action", 2024, null, null, 2025, null, null],
        [null, null, "État", "CD", "Total", "État", "CD", "Total"],
        ["1.1", "Prévention de la pauvreté", 101_000, 101_000, 202_000, 130_500, 130_500, 261_000],
        ["1.2", "Petite enfance", 55_000, 55_000, 110_000, 60_000, 61_000, 121_000],
        [null, "Total", 156_000, 156_000, 312_000, 190_500, 191_500, 382_000],
      ],
      { merges: ["C2:E2", "F2:H2", "A2:A3", "B2:B3"] },
    ),
    fault: ["Feuil1!F4", 103_500, "130500.00"],
    checked: ["total-ligne", "total-general", "cofinancement-solidarites"],
  },
  {
    name: "une feuille par action, et le plan qui les reprend",
    book: workbook(
      sheet("Plan", [
        ["Plan de financement 2025"],
        PLAIN,
        ["1.1", "Axe 1, familles", 150_000, 150_000, 300_000],
        ["1.2", "Axe 1, jeunes", 80_500, 80_500, 161_000],
        [null, "Total", 230_500, 230_500, 461_000],
      ]),
      ...(["1.1.1", "1.1.2", "1.2.1"] as const).map((fiche, place) => {
        const amount = [100_000, 50_000, 80_500][place] ?? 0;
        return sheet(fiche, [
          ["Budget prévisionnel"],
          ["Année", "État", "CD", "Total"],
          [{ value: 2025, format: "0" }, amount, amount, 2 * amount],
        ]);
      }),
    ),
    fault: ["1.1.2!B3", 5_000, "50000.00"],
    checked: ["total-ligne", "fiche-plan"],
  },
  ...(
    [
      ["DDETS", "CD 62", "Coût total"],
      ["Subvention État", "Autofinancement du Département", "Montant total"],
      ["Crédits Préfecture", "Participation de la collectivité", "Budget global"],
      ["Financement État", "Financement Conseil départemental", "Ensemble"],
      ["Concours de l'État", "Apport départemental", "Total général"],
    ] as const
  ).map(([etat, departement, total]): Layout => ({
    name: `d'autres mots : ${etat}, ${departement}, ${total}`,
    book: one(planRows(["Réf.", "Libellé de l'action", etat, departement, total])),
    fault: ["Feuil1!C5", 178_450, "187450.00"],
    checked: PLAN,
  })),
];

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))("%s", (_, { book, fault, checked }) => {
  test("le tableau juste est lu, ne dit rien, et montre ce qui est vérifié", async () => {
    const { findings, rules, near } = await checkWorkbook(book);
    expect(findings.filter(({ severity }) => severity !== "info").map(({ message }) => message)).toEqual([]);
    expect(near).toEqual([]);
    const passed = rules.filter(({ outcome }) => outcome === "passed").map(({ rule }) => rule);
    expect(passed).toEqual(expect.arrayContaining([...checked]));
  });

  test("la cellule fausse est nommée, avec sa valeur", async () => {
    const [address, wrong, right] = fault;
    const { findings } = await checkWorkbook(changed(book, address, wrong));
    const blocking = findings.filter(({ severity }) => severity === "blocking");
    expect(blocking.map(({ cell, expected }) => [qualifiedAddress(cell), expected])).toEqual([[address, right]]);
  });
});
