import { alarms, findings, outcome } from "../../builders/expectFindings";
import { f, live } from "../../builders/live";
import { HEADER, PLAN_ROWS } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";
import type { Workbook } from "../../../src/workbook/picture";
import { fired } from "../cases";

/** Annexe 1.b (L2185-2205) as an officer keeps it: every total in formulas, header in row 4, actions from row 5. */
const FORMULAS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([5, 6, 8, 9, 11, 12, 16].map((row) => [`F${row}`, `=D${row}+E${row}`])),
  ...Object.fromEntries([15, 17, 20].map((row) => [`F${row}`, `=D${row}`])),
  ...Object.fromEntries(
    ["D", "E", "F"].flatMap((column) => [
      [`${column}7`, `=SUM(${column}5:${column}6)`],
      [`${column}10`, `=SUM(${column}8:${column}9)`],
      [`${column}13`, `=SUM(${column}11:${column}12)`],
      [`${column}14`, `=${column}7+${column}10+${column}13`],
      [`${column}18`, `=SUM(${column}15:${column}17)`],
      [`${column}19`, `=${column}14+${column}18`],
      [`${column}21`, `=${column}19+${column}20`],
    ]),
  ),
  // E20 is NC: a plus sign would give #VALUE!, so the officer leaves it out.
  E21: "=E19",
};

function planWith(formulas: Readonly<Record<string, string>> = {}): Workbook {
  const all = { ...FORMULAS, ...formulas };
  const rows = PLAN_ROWS.map((row, place) =>
    row.map((typing, column): Typing => {
      const formula = all[`${"ABCDEF"[column] ?? ""}${place + 5}`];
      return formula === undefined ? typing : f(formula);
    }),
  );
  return live(workbook(sheet("Plan", [["Plan de financement 2024"], [], [], HEADER, ...rows])));
}

async function only(book: Workbook): Promise<string> {
  const found = await findings(book);
  expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["blocking plage"]);
  return found[0]?.message ?? "";
}

describe("plage parle en une seule carte, sur la formule", () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    ["qui oublie la première ligne", "D7", "=SUM(D6:D6)", "2450000.00", "oublie D5."],
    ["qui oublie la dernière ligne du total de la colonne C", "F13", "=SUM(F11:F11)", "1800000.00", "oublie F12."],
    ["qui prend les lignes et leurs sous-totaux", "D14", "=SUM(D5:D13)", "6048980.00", "deux fois D7, D10 et D13."],
    ["qui oublie un sous-total", "E14", "=E7+E13", "6048980.00", "oublie E10."],
    ["qui compte un sous-total deux fois", "D19", "=D14+D18+D7", "20636892.00", "deux fois D7."],
    ["qui déborde sur le bloc suivant", "D10", "=SUM(D8:D11)", "2698980.00", "compte à tort D11."],
    ["qui prend la ligne du dessus", "F9", "=D8+E8", "1341460.00", "oublie D9 et E9 et compte à tort D8 et E8."],
    ["qui n'ajoute pas la part du département", "F16", "=D16", "17505824.00", "oublie E16."],
    ["qui oublie le hors pacte dans le total général", "F21", "=F19", "36788177.00", "oublie F20."],
  ];

  test.each(cases)("%s (%s %s)", async (_, cell, formula, expected, words) => {
    const book = planWith({ [cell]: formula });
    expect(await alarms(book)).toEqual([`blocking plage Plan!${cell} ${expected}`]);
    expect(await only(book)).toContain(words);
  });

  test("dit la formule attendue, et ne propose pas de remplacer la formule par un montant", async () => {
    const [card] = await findings(planWith({ D7: "=SUM(D6:D6)" }));
    expect(card?.message).toContain("Formule attendue\u00A0: =D5+D6.");
    expect(card?.fix).toBeNull();
    expect(card).toMatchObject({ title: "Formule incomplète", actual: "450000.00", gap: "2000000.00" });
  });

  test.each([
    [7, 6],
    [10, 9],
    [13, 12],
    [18, 16],
  ])("une formule fausse recopiée dans les trois colonnes de la ligne %s est une seule carte", async (row, first) => {
    const sum = (column: string): [string, string] => [
      `${column}${row}`,
      `=SUM(${column}${first}:${column}${row - 1})`,
    ];
    const [card, ...others] = await findings(planWith(Object.fromEntries(["D", "E", "F"].map(sum))));
    expect(others).toEqual([]);
    expect(card).toMatchObject({ rule: "plage", severity: "blocking", cell: { row: row - 1, column: 3 } });
    expect(card?.cells.map((cell) => `${cell.row},${cell.column}`)).toContain(`${row - 1},5`);
  });

  test("deux formules fausses de deux blocs sont deux cartes", async () => {
    expect(await alarms(planWith({ D7: "=SUM(D6:D6)", E13: "=SUM(E11:E11)" }))).toEqual([
      "blocking plage Plan!D7 2450000.00",
      "blocking plage Plan!E13 900000.00",
    ]);
  });

  test("un en-tête en chiffres pris dans la somme", async () => {
    const rows: Typing[][] = [
      ["Budget prévisionnel de l'action 1.1"],
      ["Année", "Etat 2024", 2024, "Conseil départemental", "Total"],
      ["Année", "Etat", null, "Conseil départemental", "Total"],
      [2024, 100_000, null, 100_000, f("=B4+D4")],
      [2025, 110_000, null, 110_000, f("=B5+D5")],
      ["Total", f("=SUM(B4:B5)"), null, f("=SUM(D4:D5)"), f("=SUM(E4:E5)+A4")],
    ];
    expect(await alarms(live(workbook(sheet("Fiche", rows))))).toEqual(["blocking plage Fiche!E6 420000.00"]);
  });

  test("un total des années qui oublie une année", async () => {
    const rows: Typing[][] = [
      ["Budget prévisionnel de l'action 1.1"],
      ["Année", "Etat", "Conseil départemental", "Total"],
      ...[2024, 2025, 2026, 2027].map((year, place): Typing[] => [
        { value: year, format: "General" },
        100_000 + place,
        110_000,
        f(`=B${place + 3}+C${place + 3}`),
      ]),
      ["Total", f("=SUM(B3:B5)"), f("=SUM(C3:C6)"), f("=SUM(D3:D6)")],
    ];
    expect(await alarms(live(workbook(sheet("Fiche", rows))))).toEqual(["blocking plage Fiche!B7 400006.00"]);
  });
});

describe("plage se tait", () => {
  test("sur le plan de la source en formules", async () => {
    expect(await findings(planWith())).toEqual([]);
    expect(await outcome(planWith(), "plage")).toMatchObject({ outcome: "passed", checked: 31 });
  });

  test.each([
    ["la somme des actions au lieu des sous-totaux", { D14: "=SUM(D5:D6)+SUM(D8:D9)+SUM(D11:D12)" }],
    ["toutes les lignes moins les sous-totaux", { D14: "=SUM(D5:D13)-D7-D10-D13" }],
    ["les parts de la ligne au lieu de la colonne", { F14: "=D14+E14" }],
    ["les actions des trois colonnes", { F21: "=SUM(D5:E6)+SUM(D8:E9)+SUM(D11:E12)+SUM(D15:E17)+D20" }],
    ["une plage plus longue que le bloc, sur des cellules vides", { E18: "=SUM(E15:E17)+G18" }],
  ])("sur une autre forme du même total : %s", async (_, formulas) => {
    expect(await findings(planWith(formulas))).toEqual([]);
  });

  test("quand SOUS.TOTAL passe sur les sous-totaux", async () => {
    const columns = ["D", "E", "F"].flatMap((c) => [
      [`${c}7`, `=SUBTOTAL(9,${c}5:${c}6)`],
      [`${c}10`, `=SUBTOTAL(9,${c}8:${c}9)`],
      [`${c}13`, `=SUBTOTAL(9,${c}11:${c}12)`],
    ]);
    const book = planWith(Object.fromEntries(columns));
    const nested = changed(book, "Plan!D14", { value: 6_048_980, formula: "=SUBTOTAL(9,D5:D13)" });
    expect(await findings(nested)).toEqual([]);
  });

  test("quand la ligne oubliée est NC, et le dit quand elle vaut zéro", async () => {
    expect(await findings(planWith({ E18: "=E16" }))).toEqual([]);
    const zero = changed(planWith({ F21: "=F19" }), "Plan!D20", 0);
    const [card] = await findings(live(zero));
    expect(card).toMatchObject({ rule: "plage", severity: "info", title: "Formule incomplète" });
  });

  test("quand le total reprend les fiches", async () => {
    const fiche = (action: string, top: number, amount: number): Typing[][] => [
      [`Budget prévisionnel de l'action ${action}`],
      ["Année", "Etat", "Conseil départemental", "Total"],
      [{ value: 2024, format: "General" }, amount, amount, f(`=B${top + 2}+C${top + 2}`)],
      [],
    ];
    const plan: Typing[][] = [
      ["Plan de financement 2024"],
      ["Fiche", "Action", "État", "CD", "Total"],
      ["1.1", "Prévention de la pauvreté", f("=Fiches!B3+Fiches!B7"), f("=Fiches!C3+Fiches!C7"), f("=C3+D3")],
      ["1.2", "Petite enfance", f("=Fiches!B11"), f("=Fiches!C11"), f("=Fiches!D11")],
      [null, "Sous-total axe 1", f("=Fiches!B3+Fiches!B7+Fiches!B11"), f("=SUM(D3:D4)"), f("=SUM(E3:E4)")],
    ];
    const fiches = [...fiche("1.1.1", 1, 100_000), ...fiche("1.1.2", 5, 50_000), ...fiche("1.2", 9, 70_000)];
    const book = workbook(sheet("Plan", plan), sheet("Fiches", fiches));
    expect(await findings(live(book))).toEqual([]);
    const missing = changed(book, "Plan!C3", f("=Fiches!B3"));
    expect(await fired("plage", live(missing))).toEqual(["blocking Formule incomplète"]);
  });

  test("quand la formule écrit en chiffres la fiche saisie en texte, et parle quand ces chiffres ne sont pas les siens", async () => {
    const budget = (number: string, ...shares: Typing[]): Typing[][] => [
      [`Budget prévisionnel de l'action ${number}`],
      ["Année", "Etat", "Conseil départemental", "Total"],
      [{ value: 2024, format: "General" }, ...shares],
      [],
    ];
    const plan: Typing[][] = [
      ["Plan de financement 2024"],
      ["Fiche", "Action", "État", "CD", "Total"],
      ["1.1", "Prévention de la pauvreté", f("=Fiches!B3+75000"), f("=Fiches!C3+75000"), f("=C3+D3")],
    ];
    const fiches = [
      ...budget("1.1.1", 25_000, 25_000, 50_000),
      ...budget("1.1.2", "75 000 €", "75 000 €", "150 000 €"),
    ];
    const book = workbook(sheet("Plan", plan), sheet("Fiches", fiches));
    expect(await alarms(live(book))).toEqual([]);
    const wrong = changed(book, "Plan!C3", f("=Fiches!B3+57000"));
    expect(await fired("plage", live(wrong))).toEqual(["blocking Formule incomplète"]);
  });

  test("sur un plan saisi à la main : sans objet", async () => {
    const rows = [["Plan de financement 2024"], [], [], HEADER, ...PLAN_ROWS];
    expect(await outcome(workbook(sheet("Plan", rows)), "plage")).toMatchObject({ outcome: "not-applicable" });
  });
});
