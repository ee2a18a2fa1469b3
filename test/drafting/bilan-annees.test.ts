/** Bilans of several years, plans changed by an avenant, and what is to come. */
import { AUCUN_REGLAGE } from "../../src/domain/reglages";
import { draftPlan } from "../../src/drafting/plan";
import type { Workbook } from "../../src/workbook/picture";
import { applied } from "../builders/applied";
import { bilanOf, broken, cellAt, DEPENSES, differences, filledIn, shownAt } from "../builders/bilanDraft";
import { ficheRow, HEADER, nord, nordPlan, PLAN_ROWS } from "../builders/nord";
import { changed, sheet, workbook, type Typing } from "../builders/picture";

const PLAN = nordPlan();

function rowOf(book: Workbook, name: string, label: string): number {
  const found = book.sheets
    .find((one) => one.name === name)
    ?.cells.find(({ column, value }) => column < 3 && value === label);
  if (!found) throw new Error(`no row ${label}`);
  return found.row + 1;
}

/** The plan of 2025: the solidarités again, and volet 3. */
function plan2025(): Workbook {
  const rows = [...PLAN_ROWS.slice(0, 10), ...PLAN_ROWS.slice(12, 13)];
  const header = HEADER.map((words) => (typeof words === "string" ? words.replaceAll("2024", "2025") : words));
  return workbook(sheet("Plan 2025", [["Annexe 1.b. Plan de financement 2025"], [], [], header, ...rows]));
}

describe("2024 et 2025", () => {
  async function bookOf2024(): Promise<Workbook> {
    const first = bilanOf(PLAN);
    const filled = await filledIn(PLAN, first, DEPENSES);
    return workbook(...filled.sheets, ...plan2025().sheets);
  }

  test("solidarités et volet 3 se cumulent : prévu, réalisé et versé des deux années", async () => {
    const book = await bookOf2024();
    const draft = bilanOf(book, { year: 2025, etape: "final" });
    expect(draft.draft.sheets.map(({ name }) => name)).toEqual(["Réalisé 2025", "Bilan 2025", "Échéancier 2025"]);
    const saisie = applied(book, draft.draft);
    const [one, three] = ["1.1", "2.3"].map((fiche) => rowOf(saisie, "Réalisé 2025", fiche));
    const typed = await filledIn(book, draft, {
      [`Réalisé 2025!E${one}`]: 4_200_000,
      [`Réalisé 2025!I${one}`]: 2_000_000,
      [`Réalisé 2025!E${three}`]: 5_000_000,
      [`Réalisé 2025!I${three}`]: 3_000_000,
    });
    // 3 900 000,33 + 4 200 000 = 8 100 000,33: its half is over the two ceilings of 2 000 000.
    const action = rowOf(typed, "Bilan 2025", "1.1");
    expect(
      shownAt(typed, "Bilan 2025", "A1", ...["D", "G", "K", "O", "P"].map((column) => `${column}${action}`)),
    ).toEqual(["Bilan financier final 2024-2025", 4_000_000, 8_100_000.33, 4_000_000, 4_000_000, 0]);
    // 6 000 000 + 5 000 000 are within 11 400 000; 3 420 000 + 3 000 000 were paid.
    const payment = rowOf(typed, "Bilan 2025", "Versement volet 3");
    expect(shownAt(typed, "Bilan 2025", ...["K", "O", "P", "Q"].map((column) => `${column}${payment}`))).toEqual([
      11_000_000, 6_420_000, 4_580_000, 0,
    ]);
    expect(broken(typed)).toEqual([]);
    // Volets 1 and 2 and Tourcoing end with 2024.
    expect(() => rowOf(typed, "Bilan 2025", "Versement volets 1 et 2")).toThrow();
  });

  test("une action dont 2025 n'est pas saisi attend, même si 2024 l'est", async () => {
    const book = await bookOf2024();
    const draft = bilanOf(book, { year: 2025, etape: "final" });
    const typed = await filledIn(book, draft);
    const action = rowOf(typed, "Bilan 2025", "1.1");
    expect(shownAt(typed, "Bilan 2025", `G${action}`, `K${action}`)).toEqual(["à compléter", "à compléter"]);
    expect(differences(applied(book, draft.draft), typed)).toEqual([]);
  });

  test("sans le réalisé de 2024, le cumul porte 2025 seul et le dit", () => {
    const draft = bilanOf(workbook(...PLAN.sheets, ...plan2025().sheets), { year: 2025 });
    expect(draft.remarques.join(" ")).toMatch(/Le cumul 2024-2025 ne porte pas 2024/);
  });

  test("volets 1 et 2 en 2025 : aucune convention connue, la part due est à compléter et rien n'est inventé", async () => {
    const header = HEADER.map((words) => (typeof words === "string" ? words.replaceAll("2024", "2025") : words));
    const book = workbook(sheet("Plan", [["Plan de financement 2025"], [], [], header, ...PLAN_ROWS.slice(10, 14)]));
    const draft = bilanOf(book, { year: 2025 });
    expect(draft.remarques.join(" ")).toMatch(/Volet 1, 2025.*n'est pas connue/);
    const typed = await filledIn(book, draft, { "Réalisé 2025!E5": 100_000 });
    const action = rowOf(typed, "Bilan 2025", "2.1");
    expect(shownAt(typed, "Bilan 2025", `D${action}`, `G${action}`, `K${action}`)).toEqual([
      135_000,
      100_000,
      "à compléter",
    ]);
    expect(shownAt(typed, "Réalisé 2025", "I5")).toEqual([undefined]);
  });
});

test("un avenant dans le classeur : le bilan part du plan qu'il met en vigueur", () => {
  const row = ficheRow("1.2.1");
  const modified = ["B", "C"].reduce(
    (book, column) => changed(book, `Fiches!${column}${row}`, "400 000 €"),
    changed(nord(), `Fiches!D${row}`, "800 000 €"),
  );
  const plan = draftPlan(modified, {
    year: 2024,
    reglages: AUCUN_REGLAGE,
    ownCodes: [],
    parties: "ensemble",
    cible: "modele",
    avenant: true,
  });
  if (!plan.ok) throw new Error(plan.sentence);
  const book = applied(modified, plan.value.draft);
  const after = applied(book, bilanOf(book).draft);
  expect(cellAt(after, "Bilan 2024!D7")).toMatchObject({
    value: 485_000,
    formula: expect.stringContaining("'Avenant au plan 2024'!G6"),
  });
});

test("une action que l'avenant retire n'est plus dans le bilan ; la partie dont il ne parle pas reste", () => {
  const [before, after] = ["Avant avenant", "Après avenant"];
  const header = ["Fiche action N°", "Intitulé de l'action"].concat(
    [before, after].flatMap((version) => [
      `${version}\nA\nParticipation État 2024`,
      `${version}\nB\nCrédits CD 2024`,
      `${version}\nC\nBudget global 2024`,
    ]),
  );
  const avenant = sheet("Avenant", [
    ["Avenant au plan de financement 2024, emploi"],
    header,
    ["2.1", "Volet 1 – loi Plein emploi", 135_000, "NC", 135_000, 140_000, "NC", 140_000],
    ["2.2", "Volet 2 – accès à l'emploi", 8_752_912, 8_752_912, 17_505_824, 8_752_912, 8_752_912, 17_505_824],
  ]);
  const book = workbook(...PLAN.sheets, avenant);
  const fiches = applied(book, bilanOf(book).draft)
    .sheets.find(({ name }) => name === "Réalisé 2024")
    ?.cells.flatMap(({ column, value, row }) => (column === 1 && row > 3 ? [value] : []));
  expect(fiches).toEqual(["1.1", "1.2", "3.1", "3.2", "4.1", "4.2", "2.1", "2.2"]);
});

describe("L'échéancier", () => {
  const first = bilanOf(PLAN);
  const rows = (book: Workbook): (readonly Typing[])[] => {
    const cells = book.sheets.find(({ name }) => name === "Échéancier 2024")?.cells ?? [];
    const last = Math.max(...cells.map(({ row }) => row));
    return Array.from({ length: last - 3 }, (_none, i) =>
      [0, 1, 2, 4].map((column) => cells.find((cell) => cell.row === i + 4 && cell.column === column)?.value ?? null),
    );
  };

  test("des dates d'Excel dans l'ordre du calendrier, ce qui n'en a pas à la fin", () => {
    const dates = rows(applied(PLAN, first.draft)).map(([date]) => date);
    // 45 747 is 31/03/2025, 46 022 is 31/12/2025, 46 112 is 31/03/2026.
    expect(dates.filter((date) => date !== null)).toEqual([45_747, 45_747, 46_022, 46_112, 46_112]);
    expect(dates.slice(5).every((date) => date === null)).toBe(true);
    expect(cellAt(applied(PLAN, first.draft), "Échéancier 2024!A5")?.numberFormat).toBe("dd/mm/yyyy");
  });

  test("avances, soldes et trop-perçus, par renvoi au plan et au bilan", async () => {
    const book = await filledIn(PLAN, first, DEPENSES);
    const amounts = rows(book).map(([, objet, , montant]) => [objet, montant]);
    expect(amounts).toEqual(
      expect.arrayContaining([
        ["Solidarités (axes 1, 3 et 4)", 6_048_980],
        ["Solidarités (axes 1, 3 et 4)", 574_999.56],
        ["Volets 1 et 2", 5_332_747.2],
        ["Volets 1 et 2", 787_253.25],
        ["Volet 3", 3_420_000],
        ["Volet 3", "-"],
        ["Convention particulière", 452_027.2],
      ]),
    );
  });

  test("une date des réglages passe avant celle de la convention, et une échéance de plus y prend place", () => {
    const echeances = [
      { id: "emploi-2024-volets-1-2-bilan-final", label: "Bilan final des volets 1 et 2", date: "2025-06-30" },
      { id: "comite", label: "Comité de suivi", date: "2025-01-15" },
    ];
    const draft = bilanOf(PLAN, { reglages: { ...AUCUN_REGLAGE, echeances } });
    const found = rows(applied(PLAN, draft.draft)).map(([date, , quoi]) => [date, quoi]);
    expect(found[0]).toEqual([45_672, "Comité de suivi"]);
    expect(found).toContainEqual([45_838, "Envoyer\u00A0: Bilan final des volets 1 et 2"]);
  });

  test("un classeur qui compte depuis 1904 a les mêmes jours", () => {
    const book = { ...PLAN, date1904: true };
    expect(rows(applied(book, bilanOf(book).draft))[0]?.[0]).toBe(45_747 - 1_462);
  });
});
