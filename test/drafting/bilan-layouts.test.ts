/** Bilans of other plans, of other people's réalisés, and of several years. */
import { applied } from "../builders/applied";
import { bilanOf, broken, cellAt, differences, filledIn, shownAt, typedOver } from "../builders/bilanDraft";
import { HEADER, nordPlan, PLAN_ROWS } from "../builders/nord";
import { changed, sheet, workbook, type Typing } from "../builders/picture";

const BILAN = "Bilan 2024";
const PLAN = nordPlan();

/** The row of a label in column A or B of a sheet, 1-based. */
function rowOf(book: ReturnType<typeof applied>, name: string, label: string): number {
  const found = book.sheets
    .find((one) => one.name === name)
    ?.cells.find(({ column, value }) => column < 3 && value === label);
  if (!found) throw new Error(`no row ${label}`);
  return found.row + 1;
}

const REALISE: Typing[][] = [
  ["Exécution 2024 du plan"],
  ["Fiche", "Action", "Dépenses mandatées", "dont inéligibles", "Autres financeurs", "Justification"],
  ["1.1", "Accrochage scolaire", 4_100_000, null, null, null],
  ["1.2", "Jeunes en précarité", "880 000 €", null, null, "Recrutement tardif"],
  ["3.1.1", "Foyers", 2_000_000, 1_000, null, null],
  ["3.1.2", "Logement", 2_000_000, null, null, null],
  ["3.2", "Aller-vers", 1_341_460, null, 41_460, null],
  ["4.1", "Énergie", 750_000, null, null, null],
  ["4.2", "Alimentation", 1_050_000, null, null, null],
  ["2.1", "Loi plein emploi", 135_000, null, null, null],
  ["2.2", "Accès à l'emploi", 17_505_824, null, null, null],
  ["2.3", "Accompagnement rénové", 5_700_000, null, null, null],
  ["5.1", "Culture et lien social", 12_345, null, null, null],
];

describe("Un réalisé qui n'est pas le nôtre", () => {
  const book = workbook(...PLAN.sheets, sheet("Exécution", REALISE));
  const draft = bilanOf(book);
  const after = applied(book, draft.draft);

  test("le bilan renvoie à ses cellules, sans seconde feuille de saisie", () => {
    expect(draft).toMatchObject({ isEntry: false, realise: "Exécution" });
    expect(draft.draft.sheets.map(({ name }) => name)).toEqual([BILAN, "Échéancier 2024"]);
    expect(cellAt(after, `${BILAN}!G6`)).toMatchObject({
      value: 4_100_000,
      formula: expect.stringContaining("Exécution!C3"),
    });
  });

  test("un montant écrit en texte est une constante, et dit d'où il vient", () => {
    expect(cellAt(after, `${BILAN}!G7`)).toMatchObject({ value: 880_000, formula: null });
    const [bilan] = draft.draft.sheets;
    const cell = bilan?.cells.find(({ row, column }) => row === 6 && column === 6);
    expect(cell?.why).toContain("880 000 €");
  });

  test("les sous-actions remontent à l'action du plan", () => {
    expect(shownAt(after, BILAN, "G10", "H10", "J10", "K10")).toEqual([4_000_000, 1_000, 3_999_000, 1_999_500]);
  });

  test("une ligne sans action au plan est nommée, et n'est pas perdue en silence", () => {
    expect(draft.remarques.join(" ")).toMatch(/Culture et lien social.*Exécution, ligne 13/);
  });

  test("le déjà versé, que le tableau ne dit pas, suit la convention, et une remarque le dit", () => {
    expect(shownAt(after, BILAN, "O6", "O24")).toEqual([2_000_000, 5_332_747.2]);
    expect(draft.remarques.join(" ")).toContain("ne dit pas ce qui est déjà versé");
  });

  test("ce que le tableau n'a pas est à compléter : la ligne hors pacte, le report", () => {
    const subjects = draft.aCompleter.map(({ subject }) => subject);
    expect(subjects).toEqual([
      "Conventionnement 2024 de l'expérimentation à Tourcoing, dépenses réalisées",
      "Report 2023",
    ]);
    expect(shownAt(after, BILAN, "G30", "K33", "G34")).toEqual(["à compléter", "à compléter", "à compléter"]);
  });

  test("la cellule à compléter se saisit dans le bilan, et le reste suit", async () => {
    const typed = await typedOver(after, { [`${BILAN}!G30`]: 1_400_000, [`${BILAN}!O32`]: 87_730 });
    expect(shownAt(typed, BILAN, "P33", "R7")).toEqual([452_027.2, "Recrutement tardif"]);
    expect(broken(typed)).toEqual([]);
  });

  test("un tiret ne dit pas que rien n'est dépensé", () => {
    const dash = changed(book, "Exécution!C8", "-");
    const again = bilanOf(dash);
    expect(shownAt(applied(dash, again.draft), BILAN, "G14", "K14")).toEqual(["à compléter", "à compléter"]);
    expect(again.aCompleter[0]).toMatchObject({ ref: { sheet: "Exécution", row: 7, column: 2 } });
  });

  test("mêmes valeurs à la relecture", async () => {
    expect(differences(after, await filledIn(book, draft))).toEqual([]);
  });
});

describe("D'autres plans", () => {
  test("le volet 2 en plusieurs actions : 50 % du volet, et non de chacune", async () => {
    const rows = PLAN_ROWS.flatMap((row): Typing[][] =>
      row[1] === "2.2"
        ? [
            [null, "2.2.1", "Garde d'enfants (volet 2)", 5_000_000, 5_000_000, 10_000_000],
            [null, "2.2.2", "Mobilité (volet 2)", 3_752_912, 3_752_912, 7_505_824],
          ]
        : [row],
    );
    const book = workbook(sheet("Plan", [["Plan de financement 2024"], [], [], HEADER, ...rows]));
    const draft = bilanOf(book);
    const saisie = applied(book, draft.draft);
    const [one, two] = ["Garde d'enfants (volet 2)", "Mobilité (volet 2)"].map((label) =>
      rowOf(saisie, "Réalisé 2024", label),
    );
    const first = rowOf(saisie, "Réalisé 2024", "Préparer l'application de la loi Plein emploi");
    // One is over its half, the other under: they make up for each other inside the volet.
    const typed = await filledIn(book, draft, {
      [`Réalisé 2024!E${first}`]: 135_000,
      [`Réalisé 2024!E${one}`]: 12_000_000,
      [`Réalisé 2024!E${two}`]: 4_000_000,
    });
    const subtotal = rowOf(typed, BILAN, "Sous-total volet 2");
    expect(shownAt(typed, BILAN, `K${subtotal - 2}`, `K${subtotal - 1}`, `K${subtotal}`, `L${subtotal}`)).toEqual([
      "-",
      "-",
      8_000_000,
      8_000_000,
    ]);
    const payment = rowOf(typed, BILAN, "Versement volets 1 et 2");
    expect(shownAt(typed, BILAN, `K${payment}`, `P${payment}`)).toEqual([8_135_000, 2_802_252.8]);
    expect(broken(typed)).toEqual([]);
    // The CD's part is typed for one action, then for both.
    const half = await typedOver(typed, { [`Réalisé 2024!H${one}`]: 5_000_000 });
    expect(shownAt(half, BILAN, `L${subtotal - 2}`, `L${subtotal}`)).toEqual(["-", 8_000_000]);
    const both = await typedOver(half, { [`Réalisé 2024!H${two}`]: 2_000_000 });
    expect(shownAt(both, BILAN, `L${subtotal - 2}`, `L${subtotal}`)).toEqual([5_000_000, 7_000_000]);
  });

  test("un tableau par convention : chaque action une fois", () => {
    const solidarites = PLAN_ROWS.slice(0, 10);
    const emploi = PLAN_ROWS.slice(10, 14);
    const book = workbook(
      sheet("Solidarités", [["Plan de financement 2024, solidarités"], HEADER, ...solidarites]),
      sheet("Emploi", [["Plan de financement 2024, emploi"], HEADER, ...emploi]),
    );
    const draft = bilanOf(book, { year: 2024 });
    const after = applied(book, draft.draft);
    const whole = rowOf(after, BILAN, "Total général");
    expect(shownAt(after, BILAN, `D${whole}`, `F${whole}`)).toEqual([20_636_892, 35_438_784]);
    expect(cellAt(after, "Réalisé 2024!I11")?.formula).toContain("ROUND((Emploi!D3+Emploi!D4)*0.6,2)");
  });

  test("un plan en k€ : le bilan est en euros, et l'arrondi est dit", async () => {
    const rows = PLAN_ROWS.map((row): Typing[] => row.map((cell) => (typeof cell === "number" ? cell / 1_000 : cell)));
    const book = workbook(
      sheet("Plan", [["Plan de financement 2024, en k€"], [], [], HEADER, ...rows], { format: "#,##0.000" }),
    );
    const draft = bilanOf(book);
    const after = applied(book, draft.draft);
    expect(cellAt(after, `${BILAN}!D6`)).toMatchObject({
      value: 2_000_000,
      formula: expect.stringContaining("Plan!D5*1000"),
    });
    expect(shownAt(after, "Réalisé 2024", "I11", "I13")).toEqual([5_332_747.2, 3_420_000]);
    expect(draft.arrondis[0]).toMatchObject({ subject: "Action 1.1, État", half: "0.50" });
    expect(differences(after, await filledIn(book, draft))).toEqual([]);
  });

  test("un plan en texte : des constantes, avec leur source", () => {
    const book = changed(PLAN, "Plan!D17", "5 700 000 €");
    const draft = bilanOf(book);
    const after = applied(book, draft.draft);
    expect(cellAt(after, `${BILAN}!D26`)).toMatchObject({ value: 5_700_000, formula: null });
    expect(shownAt(after, "Réalisé 2024", "I13")).toEqual([3_420_000]);
  });

  test("un montant du plan à compléter se dit, et suit quand il est saisi", async () => {
    const book = changed(PLAN, "Plan!D17", "à compléter");
    const draft = bilanOf(book);
    expect(draft.aCompleter.map(({ subject }) => subject)).toContain("Action 2.3, État, prévu");
    const typed = await filledIn(book, draft, { "Réalisé 2024!E13": 6_000_000 });
    expect(shownAt(typed, BILAN, "D26", "K26", "O28")).toEqual(["à compléter", "à compléter", "à compléter"]);
    const later = await typedOver(typed, { "Plan!D17": 5_700_000 });
    expect(shownAt(later, BILAN, "D26", "K26", "O28")).toEqual([5_700_000, 5_700_000, 3_420_000]);
    expect([broken(typed), broken(later)]).toEqual([[], []]);
  });
});
