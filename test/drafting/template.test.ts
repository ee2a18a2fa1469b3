/** Filling the officer's own table of a plan: at its place, in its unit, and only what is missing or wrong. */
import { ficheRow, ficheRows, HEADER, nordPlan, nordWithTerritoires, PLAN_ROWS } from "../builders/nord";
import { changed, sheet, workbook, type Typing } from "../builders/picture";
import { contentAt, drafted, FICHES, findingsOf, NOTIFIED, values } from "../builders/plan";

describe("Le modèle de l'agent", () => {
  const blank = PLAN_ROWS.map(([axe, fiche, titre]): Typing[] => [axe ?? null, fiche ?? null, titre ?? null]);
  const BLANK = workbook(
    sheet("Annexe", [["Annexe 1.b. Plan de financement 2024"], [], [], HEADER, ...blank], {
      merges: ["A5:A6", "A8:A9", "A11:A12"],
    }),
    ...FICHES.sheets,
  );

  test("vide, il se remplit à sa place, totaux compris", async () => {
    const plan = drafted(BLANK, { reglages: NOTIFIED });
    expect(plan).toMatchObject({ sheet: "Annexe", isNewSheet: false });
    expect(values(plan, "D5", "E5", "F5", "D7", "F14")).toEqual([
      2_000_000, 2_000_000, 4_000_000, 2_450_000, 12_097_960,
    ]);
    expect(values(plan, "D15", "E15", "D18", "F19")).toEqual([135_000, "NC", 14_587_912, 35_438_784]);
    // Tourcoing: no fiche, and nothing notified.
    expect(values(plan, "D20", "D21")).toEqual(["à compléter", 20_636_892]);
    expect((await findingsOf(BLANK, plan)).findings).toEqual([]);
  });

  test("la ligne hors pacte vient de la fiche 2.3, et n'entre pas dans l'action", () => {
    const [, ...others] = nordWithTerritoires().sheets;
    const plan = drafted(workbook(...BLANK.sheets.slice(0, 1), ...others));
    expect(values(plan, "D17", "D20", "D21")).toEqual([5_700_000, 1_349_393, 14_936_392 + 5_700_000 + 1_349_393]);
  });

  test("déjà juste, il n'est pas touché", () => {
    const plan = drafted(workbook(...nordPlan().sheets, ...FICHES.sheets), { reglages: NOTIFIED });
    expect(plan.draft).toMatchObject({ writes: [], sheets: [] });
    expect(plan.dejaJustes).toBeGreaterThan(30);
    expect(plan.remarques).toContain("Le plan porte déjà ce que disent les fiches : il n'y a rien à écrire.");
  });

  test("un montant faux est remplacé, et la raison dit ce qu'il était", () => {
    const wrong = changed(workbook(...nordPlan().sheets, ...FICHES.sheets), "Plan!D6", 540_000);
    const { draft } = drafted(wrong, { reglages: NOTIFIED });
    expect(draft.writes).toEqual([
      expect.objectContaining({
        ref: { sheet: "Plan", row: 5, column: 3 },
        before: expect.objectContaining({ value: 540_000 }),
        after: expect.objectContaining({ value: 450_000, formula: "=365000+85000" }),
        why: expect.stringMatching(/^Remplace 540\u202F000\u00A0€\. Fiche 1\.2\.1/),
      }),
    ]);
  });

  test("une cellule de deux actions n'est pas remplie : son montant ne serait d'aucune", () => {
    const merged = drafted(
      workbook(
        ...BLANK.sheets.map((one) =>
          one.name === "Annexe" ? { ...one, merges: [{ top: 4, bottom: 5, left: 3, right: 3 }] } : one,
        ),
      ),
    );
    expect([contentAt(merged, "D5"), contentAt(merged, "F5"), contentAt(merged, "F6")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(values(merged, "E5", "D8")).toEqual([2_000_000, 2_028_250]);
    expect(merged.remarques.join(" ")).toMatch(/Action 1\.1, État.*fusionnée.*Action 1\.2, État/);
  });

  test("un tableau sans année reçoit celle qui est demandée, et l'aperçu demande de la vérifier", () => {
    const yearless = workbook(
      sheet("Annexe", [["Plan de financement"], [], [], ["Axe", "N°", "Intitulé", "État", "CD", "Total"], ...blank]),
      ...FICHES.sheets,
    );
    const plan = drafted(yearless, { year: 2026 });
    expect(plan).toMatchObject({ sheet: "Annexe", year: 2026 });
    expect(plan.remarques).toContainEqual(expect.stringMatching(/« Annexe » ne dit pas son année.*2026/));
  });

  test("plusieurs années côte à côte, les libellés au-dessus seulement : chacune dans ses colonnes", () => {
    const years = [2024, 2025].flatMap((year) => [`Année ${year}`, null, null]);
    const shares = [2024, 2025].flatMap(() => ["État", "Département", "Total"]);
    const pluriannuel = sheet(
      "Pluriannuel",
      [
        ["Plan de financement"],
        ["Axe", "Fiche n°", "Intitulé", ...years],
        [null, null, null, ...shares],
        ...blank.slice(0, 10),
      ],
      { merges: ["D2:F2", "G2:I2"] },
    );
    const book = workbook(pluriannuel, ...FICHES.sheets);
    expect(values(drafted(book), "D4", "F4", "G4", "D13")).toEqual([2_000_000, 4_000_000, undefined, 6_048_980]);
    expect(values(drafted(book, { year: 2025 }), "D4", "G4", "I13")).toEqual([undefined, 2_000_000, 12_097_960]);
  });

  test("des sous-actions sous leur action, ou seules : chacune a le montant de sa fiche", () => {
    const rows: Typing[][] = [
      ["1.1", "Collège"],
      ["1.1.1", "En amont"],
      ["1.1.2", "Passage"],
      ["1.2", "Jeunes"],
      [null, "Sous total"],
    ];
    const header = ["Fiche n°", "Intitulé", "État", "Département", "Total"];
    const nested = workbook(sheet("Axe 1", [["Plan de financement 2024"], header, ...rows]), ...FICHES.sheets);
    const plan = drafted(nested, { parties: "solidarites" });
    expect(values(plan, "C4", "C5", "C3", "C6", "C7")).toEqual([75_000, 1_925_000, 2_000_000, 450_000, 2_450_000]);
    expect(plan.remarques.join(" ")).not.toMatch(/1\.1/);
    const alone = workbook(
      sheet("Axe 1", [["Plan de financement 2024"], header, ...rows.slice(1, 3)]),
      ...FICHES.sheets,
    );
    const summary = drafted(alone, { parties: "solidarites" });
    expect([summary.sheet, ...values(summary, "C3", "C4")]).toEqual(["Axe 1", 75_000, 1_925_000]);
  });

  test("une formule de l'agent reste la sienne", () => {
    const live = changed(BLANK, "Annexe!D7", { value: 0, formula: "=D5+D6" });
    expect(contentAt(drafted(live), "D7")).toBeUndefined();
  });

  /** Every total of the table as somebody adds it by hand, before there is anything to add. */
  const added = (from: typeof BLANK): typeof BLANK => {
    const formulas: Record<string, string> = {};
    for (const row of [5, 6, 8, 9, 11, 12, 15, 16, 17, 20]) formulas[`F${row}`] = `=D${row}+E${row}`;
    for (const column of "DEF") formulas[`${column}18`] = `=${column}15+${column}16+${column}17`;
    return Object.entries(formulas).reduce(
      (book, [address, formula]) => changed(book, `Annexe!${address}`, { value: 0, formula }),
      from,
    );
  };

  test("un total qui compterait un texte avec « + » est récrit, et le dit ; les autres formules restent", () => {
    const plan = drafted(added(BLANK));
    expect([contentAt(plan, "F15"), contentAt(plan, "E18"), contentAt(plan, "F18")].map((one) => one?.formula)).toEqual(
      ["=SUM(D15:E15)", "=SUM(E15:E17)", "=SUM(F15:F17)"],
    );
    const why = plan.draft.writes.find(({ ref }) => ref.row === 14 && ref.column === 5)?.why;
    expect(why).toMatch(/^Remplace =D15\+E15\. .*ne s'additionnent pas/);
    expect([contentAt(plan, "F5"), contentAt(plan, "F16")]).toEqual([undefined, undefined]);
  });

  test("une cellule qu'une autre feuille calcule reste vide plutôt que de porter un texte", async () => {
    const versements = sheet("Versements", [["Volet 3", { value: 0, formula: "=ROUND(Annexe!D17*0.6,2)" }]]);
    const plan = drafted(workbook(...BLANK.sheets, versements));
    expect(contentAt(plan, "D17")).toBeUndefined();
    expect(plan.remarques.join(" ")).toMatch(/Action 2\.3, État.*Versements!B1/);
    expect(plan.aCompleter.map(({ subject }) => subject)).toContain("Action 2.3, État");
    const summed = sheet("Versements", [["Volet 3", { value: 0, formula: "=SUM(Annexe!D17)*0.6" }]]);
    expect(values(drafted(workbook(...BLANK.sheets, summed)), "D17")).toEqual(["à compléter"]);
  });

  test("un total déjà écrit n'est pas remplacé par ce qui est connu pour l'instant", () => {
    const total = changed(BLANK, "Annexe!D18", 14_587_912);
    expect(contentAt(drafted(total), "D18")).toBeUndefined();
    expect(values(drafted(total, { reglages: NOTIFIED }), "D17")).toEqual([5_700_000]);
    expect(contentAt(drafted(changed(BLANK, "Annexe!D18", 14_000_000), { reglages: NOTIFIED }), "D18")?.value).toBe(
      14_587_912,
    );
  });

  test("l'emploi seul laisse les solidarités comme elles sont", () => {
    const { draft } = drafted(BLANK, { parties: "emploi" });
    const actions = draft.writes.filter(({ ref }) => ref.column === 3).map(({ ref }) => ref.row + 1);
    expect(actions).toEqual(expect.arrayContaining([15, 16, 17]));
    expect(actions.filter((row) => [5, 6, 8, 9, 11, 12, 20].includes(row))).toEqual([]);
  });

  test("en k€, les constantes et les renvois sont ramenés à son unité", () => {
    const inThousands = workbook(
      sheet("Annexe", [["Plan de financement 2024 (en k€)"], [], [], HEADER, ...blank]),
      sheet(
        "Fiches",
        ficheRows().map((row) => row.map((typing) => (typing === "365 000 €" ? 365_000 : typing))),
      ),
    );
    const plan = drafted(inThousands);
    expect(contentAt(plan, "D5")).toMatchObject({ value: 2000, formula: "=(75000+1925000)/1000" });
    expect(contentAt(plan, "D6")).toMatchObject({ value: 450, formula: `=(Fiches!B${ficheRow("1.2.1")}+85000)/1000` });
  });
});
