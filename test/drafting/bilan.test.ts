/** The bilan of the Nord's plan of 2024 (L2185-2205), its expenses typed in the entry sheet: every amount by hand. */
import { checkWorkbook } from "../../src/checking/check";
import { AUCUN_REGLAGE } from "../../src/domain/reglages";
import { draftBilan } from "../../src/drafting/bilan";
import { applied } from "../builders/applied";
import {
  BILAN_OPTIONS,
  bilanOf,
  broken,
  cellAt,
  DEPENSES,
  differences,
  filledIn,
  shownAt,
  typedOver,
} from "../builders/bilanDraft";
import { nord, nordPlan } from "../builders/nord";
import { changed, workbook } from "../builders/picture";
import { FICHES } from "../builders/plan";

const SAISIE = "Réalisé 2024";
const BILAN = "Bilan 2024";
const PLAN = nordPlan();
const first = bilanOf(PLAN);

/** Rows of the payments in the bilan of the Nord. */
const SOLIDARITES = 17;
const VOLETS_1_2 = 24;
const VOLET_3 = 28;
const TOURCOING = 33;
const paymentAt = (row: number): string[] => [`K${row}`, `O${row}`, `P${row}`, `Q${row}`];

describe("D'un plan seul", () => {
  const empty = applied(PLAN, first.draft);

  test("un même aperçu ajoute la saisie, le bilan et l'échéancier", () => {
    expect(first.draft.sheets.map(({ name }) => name)).toEqual([SAISIE, BILAN, "Échéancier 2024"]);
    expect(first).toMatchObject({ year: 2024, sheet: BILAN, realise: SAISIE, isEntry: true });
    expect(first.draft.writes).toEqual([]);
  });

  test("la saisie porte les actions du plan et leur budget, par renvoi", () => {
    expect(shownAt(empty, SAISIE, "A5", "B5", "C5", "D5", "A14")).toEqual([
      "Axe 1",
      "1.1",
      "Accrochage scolaire",
      4_000_000,
      "Hors pacte (Tourcoing)",
    ]);
    expect(cellAt(empty, `${SAISIE}!D5`)?.formula).toContain("Plan!D5+Plan!E5");
  });

  test("le déjà versé suit la convention : 100 % par action, 60 % des volets 1 et 2 ensemble, 60 % du volet 3", () => {
    expect(shownAt(empty, SAISIE, "I5", "I10", "I11", "I12", "I13", "I14", "I15")).toEqual([
      2_000_000,
      525_000,
      5_332_747.2,
      undefined,
      3_420_000,
      809_635.8,
      undefined,
    ]);
    expect(cellAt(empty, `${SAISIE}!I11`)?.formula).toContain("ROUND((Plan!D15+Plan!D16)*0.6,2)");
  });

  test("rien n'est saisi : chaque montant qui en dépend est à compléter, aucun n'est zéro", () => {
    const waiting = ["G6", "J6", "K6", "L6", "M6", "P6", "G8", "K8", "G17", "K24", "P24", "G34", "K34"];
    expect(shownAt(empty, BILAN, ...waiting)).toEqual(waiting.map(() => "à compléter"));
    expect(first.aCompleter).toHaveLength(11);
    expect(first.aCompleter[0]).toEqual({
      ref: { sheet: SAISIE, row: 4, column: 4 },
      subject: "Action 1.1, dépenses réalisées",
      reason: "Les dépenses réalisées en 2024 sont à saisir.",
    });
    expect(first.versements.map(({ du, solde }) => [du, solde])).toEqual(Array(4).fill([null, null]));
  });

  test("les montants à saisir sont contrôlés, la saisie s'imprime en A4, le bilan en A3, l'en-tête répété", () => {
    const [saisie, bilan] = first.draft.sheets;
    expect(saisie).toMatchObject({
      frozenRows: 4,
      validations: [{ kind: "amount", area: { top: 4, bottom: 14, left: 4, right: 8 } }],
      print: { orientation: "landscape", pagesHigh: null, titleRows: { first: 3, last: 3 } },
    });
    expect(bilan).toMatchObject({ print: { paper: "A3", orientation: "landscape", titleRows: { first: 3, last: 3 } } });
  });

  test("le bilan dit que sa présentation est la nôtre", () => {
    expect(shownAt(empty, BILAN, "A1", "A3")).toEqual([
      "Bilan financier intermédiaire 2024",
      expect.stringContaining("Présentation propre à Contrôle PLS"),
    ]);
  });

  test("sans plan, une phrase dit de le remplir", () => {
    expect(draftBilan(FICHES, { ...BILAN_OPTIONS, year: 2024 })).toEqual({
      ok: false,
      sentence: expect.stringMatching(/2024.*remplissez d'abord le plan/),
    });
  });
});

describe("Les valeurs écrites sont celles que les formules donnent", () => {
  test.each([
    ["rien", {}],
    ["la moitié", { [`${SAISIE}!E5`]: 3_900_000.33, [`${SAISIE}!E12`]: 12_000_000 }],
    ["tout", DEPENSES],
  ])("%s de saisi : mêmes valeurs à la relecture, aucune cellule en erreur", async (_state, typed) => {
    const typedIn = await filledIn(PLAN, first, typed);
    expect(broken(typedIn)).toEqual([]);
    // Drafted again over what was typed, the bilan announces what the formulas now show.
    const [saisie] = typedIn.sheets.filter(({ name }) => name === SAISIE);
    if (!saisie) throw new Error("no entry sheet");
    const again = bilanOf(workbook(...PLAN.sheets, saisie));
    expect(again.isEntry).toBe(false);
    expect(differences(applied(workbook(...PLAN.sheets, saisie), again.draft), typedIn)).toEqual([]);
  });

  test("sans rien relire, ce que l'aperçu annonce est ce que les formules donnent", async () => {
    expect(differences(applied(PLAN, first.draft), await filledIn(PLAN, first))).toEqual([]);
  });
});

describe("Calculé à la main", () => {
  test("solidarités : chaque action dans son plafond et à 50 %, ce qui dépasse est un reliquat", async () => {
    const book = await filledIn(PLAN, first, DEPENSES);
    // 3 900 000,33 / 2 = 1 950 000,165: the half centime is the CD's.
    expect(shownAt(book, BILAN, "K6", "L6", "P6", "Q6")).toEqual([1_950_000.16, 1_950_000.17, 0, 49_999.84]);
    // (700 000,57 − 100 000) / 2 = 300 000,285
    expect(shownAt(book, BILAN, "K7", "L7", "Q7")).toEqual([300_000.28, 300_000.29, 149_999.72]);
    expect(shownAt(book, BILAN, "K10", "Q10", "K14", "Q14")).toEqual([2_028_250, 0, 0, 375_000]);
    // Typed by the officer, the CD's part is the one that is typed.
    expect(shownAt(book, BILAN, "K15", "L15")).toEqual([525_000, 500_000]);
    expect(shownAt(book, BILAN, ...paymentAt(SOLIDARITES))).toEqual([5_473_980.44, 6_048_980, 0, 574_999.56]);
  });

  test("volets 1 et 2 : une ligne de versement, 50 % au niveau du volet 2", async () => {
    const book = await filledIn(PLAN, first, DEPENSES);
    // 120 000,50 + (12 000 000 − 0,10) / 2 = 6 120 000,45; less 5 332 747,20.
    expect(shownAt(book, BILAN, ...paymentAt(VOLETS_1_2))).toEqual([6_120_000.45, 5_332_747.2, 787_253.25, 0]);
  });

  test("le dépassement d'un volet n'en couvre pas un autre : le trop-perçu se voit", async () => {
    const over = { ...DEPENSES, [`${SAISIE}!E11`]: 400_000, [`${SAISIE}!E12`]: 10_000_000, [`${SAISIE}!F12`]: null };
    const book = await filledIn(PLAN, first, over);
    // 135 000 at most, and 5 000 000: 197 747,20 less than was paid.
    expect(shownAt(book, BILAN, "K20", "K23", ...paymentAt(VOLETS_1_2))).toEqual([
      135_000, 5_000_000, 5_135_000, 5_332_747.2, 0, 197_747.2,
    ]);
  });

  test("volet 3 : son solde attend le bilan final", async () => {
    const now = await filledIn(PLAN, first, DEPENSES);
    expect(shownAt(now, BILAN, ...paymentAt(VOLET_3))).toEqual([
      5_700_000,
      3_420_000,
      "au bilan final",
      "au bilan final",
    ]);
    const last = await filledIn(PLAN, bilanOf(PLAN, { etape: "final" }), DEPENSES);
    expect(shownAt(last, BILAN, "A1", ...paymentAt(VOLET_3))).toEqual([
      "Bilan financier final 2024",
      5_700_000,
      3_420_000,
      2_280_000,
      0,
    ]);
  });

  test("Tourcoing : 452 027,20 au plus, une fois déduits l'avance et le report de 2023", async () => {
    const book = await filledIn(PLAN, first, DEPENSES);
    expect(shownAt(book, BILAN, "A32", "O32", ...paymentAt(TOURCOING))).toEqual([
      "Report 2023",
      87_730,
      1_349_393,
      897_365.8,
      452_027.2,
      0,
    ]);
  });

  test("taux du CD et taux d'exécution ; une division par zéro donne un tiret", async () => {
    const book = await filledIn(PLAN, first, { ...DEPENSES, [`${SAISIE}!E6`]: 0, [`${SAISIE}!G6`]: null });
    expect(shownAt(book, BILAN, "M7", "N7")).toEqual(["-", 0]);
    expect(cellAt(book, `${BILAN}!N10`)?.value).toBeCloseTo(5_000_000 / 4_056_500, 10);
    expect(broken(book)).toEqual([]);
  });

  test("un texte dans une colonne de montants ne vaut pas zéro", async () => {
    const book = await filledIn(PLAN, first, { ...DEPENSES, [`${SAISIE}!F5`]: "à définir" });
    expect(shownAt(book, BILAN, "H6", "J6", "K6", "K8", "K34", "K7")).toEqual([
      ...Array<string>(5).fill("à compléter"),
      300_000.28,
    ]);
  });
});

describe("Vivant", () => {
  test("changer un réalisé change sa ligne, son bloc, son versement et le total, et rien d'autre", async () => {
    const before = await filledIn(PLAN, first, DEPENSES);
    const after = await typedOver(before, { [`${SAISIE}!E12`]: 13_000_000 });
    const moved = differences(before, after).map((line) => line.split(" ").slice(0, -2).join(" "));
    const bilan = [22, 23, 24, 34].flatMap((row) => moved.filter((one) => one.startsWith(`${BILAN} ${row},`)));
    expect(moved.filter((one) => one.startsWith(BILAN)).sort()).toEqual(bilan.sort());
    // Expense, eligible, due, CD and execution of the row, its subtotal and the whole; due and balance of the payment.
    expect(moved).toEqual(
      expect.arrayContaining([
        ...[22, 23, 34].flatMap((row) => [7, 10, 11, 12, 14].map((column) => `${BILAN} ${row},${column}`)),
        ...[11, 16].map((column) => `${BILAN} ${VOLETS_1_2},${column}`),
        `${BILAN} 34,16`,
        "Échéancier 2024 15,5",
      ]),
    );
  });

  test("changer le plan change le plafond, l'avance et ce qui en dépend", async () => {
    const before = await filledIn(PLAN, first, DEPENSES);
    const after = await typedOver(before, { "Plan!D17": 5_000_000 });
    expect(shownAt(after, BILAN, "D26", "K26", "O28", "D34")).toEqual([5_000_000, 5_000_000, 3_000_000, 21_286_285]);
  });
});

describe("Une seconde fois", () => {
  test("rien n'a changé : rien à écrire, et la phrase le dit", async () => {
    const again = bilanOf(await filledIn(PLAN, first, DEPENSES));
    expect(again.draft).toMatchObject({ writes: [], sheets: [], reads: [] });
    expect(again.remarques[0]).toMatch(/rien à écrire/);
    expect(again.dejaJustes).toBeGreaterThan(300);
    expect(again.versements.map(({ id, solde, excedent }) => [id, solde, excedent])).toEqual([
      ["solidarites", "0.00", "574999.56"],
      ["volets-1-2", "787253.25", "0.00"],
      ["volet-3", null, null],
      ["tourcoing", "452027.20", "0.00"],
    ]);
  });

  test("le bilan du classeur est un autre : le nouveau prend un nom libre, et une remarque le dit", async () => {
    const book = changed(await filledIn(PLAN, first, DEPENSES), `${BILAN}!K6`, 2_000_000);
    const again = bilanOf(book);
    expect(again.sheet).toBe("Bilan 2024 (2)");
    expect(again.draft.sheets.map(({ name }) => name)).toEqual(["Bilan 2024 (2)", "Échéancier 2024 (2)"]);
    expect(again.remarques.join(" ")).toContain("« Bilan 2024 » existe déjà");
  });

  test("un plan se remplit encore : le bilan n'est pas pris pour un modèle", async () => {
    const { draftPlan } = await import("../../src/drafting/plan");
    const book = await filledIn(nord(), bilanOf(nord()), DEPENSES);
    const plan = draftPlan(book, {
      year: 2024,
      reglages: AUCUN_REGLAGE,
      ownCodes: [],
      parties: "ensemble",
      cible: "modele",
      avenant: false,
    });
    expect(plan).toMatchObject({ ok: true, value: { sheet: "Plan", draft: { writes: [], sheets: [] } } });
  });
});

describe("Le contrôle d'un classeur fini", () => {
  test("ne relève rien", async () => {
    const book = await filledIn(nord(), bilanOf(nord()), DEPENSES);
    const report = await checkWorkbook(book, { year: 2024 });
    expect(report.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});
