/** Filling the plan from the fiches of the Nord: the figures of annexe 1.b (L2185-2205), and what they come from. */
import { AUCUN_REGLAGE } from "../../src/domain/reglages";
import { draftPlan } from "../../src/drafting/plan";
import { parseArea } from "../../src/workbook/address";
import { ficheRow, ficheRows, nordPlan } from "../builders/nord";
import { changed, sheet, workbook } from "../builders/picture";
import { contentAt, drafted, FICHES, findingsOf, NEW_PLAN, NOTIFIED, OPTIONS, values } from "../builders/plan";

describe("Des seules fiches, sur une feuille neuve", () => {
  const plan = drafted(FICHES);

  test("chaque action et chaque total a le montant de l'annexe", () => {
    expect(plan).toMatchObject({ sheet: NEW_PLAN, isNewSheet: true, year: 2024 });
    expect(values(plan, "D5", "D6", "D7")).toEqual([2_000_000, 450_000, 2_450_000]);
    expect(values(plan, "D8", "D9", "D10")).toEqual([2_028_250, 670_730, 2_698_980]);
    expect(values(plan, "D11", "D12", "D13")).toEqual([375_000, 525_000, 900_000]);
    expect(values(plan, "D14", "E14", "F14")).toEqual([6_048_980, 6_048_980, 12_097_960]);
    expect(values(plan, "A14", "A18", "A19")).toEqual([
      'Sous total "Solidarités"',
      'Sous total "Emploi"',
      "Total financier Pacte local des solidarités",
    ]);
  });

  test("un arrondi est montré comme un arrondi", () => {
    expect(values(plan, "B16", "D16")).toEqual(["2.2", 8_752_412]);
    expect(plan.arrondis).toContainEqual(
      expect.objectContaining({ subject: "Action 2.2, État", montant: "8752412.00", half: "500.00" }),
    );
    expect(contentAt(plan, "H16")?.value).toBe("± 500\u00A0€, arrondi\u00A0: fiche 2.2.1\u00A0: 5,382 M€");
  });

  test("ce que les fiches n'ont pas est à compléter, et son total le dit", () => {
    expect(values(plan, "B17", "D17", "E17", "F17")).toEqual(["2.3", "à compléter", "NC", "à compléter"]);
    expect(plan.aCompleter).toEqual([
      {
        ref: { sheet: NEW_PLAN, row: 16, column: 3 },
        subject: "Action 2.3, État",
        reason: expect.stringContaining("2.3"),
      },
    ]);
    expect(contentAt(plan, "H18")).toMatchObject({
      value: "Total partiel : des montants sont à compléter",
      formula: expect.stringContaining("COUNTIF(D15:E17"),
    });
  });

  test("un texte devient une constante avec sa source, un total une formule", () => {
    expect(contentAt(plan, "D5")).toEqual({
      value: 2_000_000,
      error: null,
      formula: "=75000+1925000",
      numberFormat: '#,##0\\ "€"',
    });
    const [added] = plan.draft.sheets;
    const why = added?.cells.find(({ row, column }) => row === 4 && column === 3)?.why;
    expect(why).toBe(
      `Fiche 1.1.1, Fiches!B${ficheRow("1.1.1")}\u00A0: 75\u00A0000\u00A0€ ; fiche 1.1.2, Fiches!B${ficheRow("1.1.2")}\u00A0: 1,925\u00A0M€.`,
    );
    expect([contentAt(plan, "D7")?.formula, contentAt(plan, "D14")?.formula]).toEqual(["=SUM(D5:D6)", "=D7+D10+D13"]);
  });

  test("le contrôle n'y relève rien, et ne dit pas que tout est juste tant qu'un montant manque", async () => {
    expect(await findingsOf(FICHES, plan)).toEqual({ verdict: "non-verifiable", findings: [] });
  });

  test("la feuille s'imprime en A4 paysage sur une page, l'en-tête figé, les codes à choisir dans la liste", () => {
    const [added] = plan.draft.sheets;
    expect(added).toMatchObject({
      frozenRows: 4,
      print: { area: parseArea("A1:H19"), titleRows: { first: 3, last: 3 } },
      validations: [{ area: parseArea("G5:G19"), values: expect.arrayContaining(["030450232301", "010200002501"]) }],
    });
    expect(values(plan, "G5", "G8", "G11", "G16", "G17")).toEqual([
      "030450232301",
      "030450232501",
      "030450232601",
      "010200002535",
      "010200002501",
    ]);
  });
});

describe("Avec les montants notifiés des réglages", () => {
  const plan = drafted(FICHES, { reglages: NOTIFIED });

  test("l'arrondi et l'action manquante sont réglés, les totaux sont ceux de l'annexe", () => {
    expect(values(plan, "D16", "E16", "D17", "D18")).toEqual([8_752_912, 8_752_912, 5_700_000, 14_587_912]);
    expect(values(plan, "D19", "E19", "F19")).toEqual([20_636_892, 14_801_892, 35_438_784]);
    expect(plan.aCompleter).toEqual([]);
  });

  test("la part du département d'un volet 2 payé par moitié suit celle de l'État", () => {
    expect(contentAt(plan, "E16")?.formula).toBe("=D16");
  });

  test("le contrôle du plan rempli ne relève rien", async () => {
    expect(await findingsOf(FICHES, plan)).toEqual({ verdict: "sans-anomalie", findings: [] });
  });

  test("un montant notifié que les fiches contredisent ne change rien : il est dit", () => {
    const notifies = [{ annee: 2024, bloc: "axe-1" as const, montant: "2460000.00" }];
    const contradicted = drafted(FICHES, { reglages: { ...AUCUN_REGLAGE, notifies } });
    expect(values(contradicted, "D5", "D6", "D7")).toEqual([2_000_000, 450_000, 2_450_000]);
    expect(contradicted.remarques.join(" ")).toMatch(/2\u202F460\u202F000\u00A0€/);
  });

  test("un montant notifié pour une autre année n'est pas repris", () => {
    const notifies = NOTIFIED.notifies.map((one) => ({ ...one, annee: 2025 }));
    expect(values(drafted(FICHES, { reglages: { ...NOTIFIED, notifies } }), "D16")).toEqual([8_752_412]);
  });
});

describe("Parties, années, avenant", () => {
  test("les solidarités seules, ou l'emploi seul", () => {
    const solidarites = drafted(FICHES, { parties: "solidarites" });
    expect(values(solidarites, "A14", "D14", "A15")).toEqual(['Sous total "Solidarités"', 6_048_980, undefined]);
    const emploi = drafted(FICHES, { parties: "emploi" });
    expect(values(emploi, "B5", "B6", "B7", "A8")).toEqual(["2.1", "2.2", "2.3", 'Sous total "Emploi"']);
  });

  test("2026 : les solidarités des fiches, l'emploi à compléter, les codes inconnus laissés et dits", () => {
    const plan = drafted(FICHES, { year: 2026 });
    expect(values(plan, "D7", "G5", "B15", "D15", "E15")).toEqual([
      2_450_000,
      null,
      "2.1",
      "à compléter",
      "à compléter",
    ]);
    expect(plan.remarques.join(" ")).toContain("2026");
  });

  test("sans année demandée : celle des réglages, du modèle, ou la seule que toutes les fiches ont", () => {
    expect(drafted(FICHES, { year: null, reglages: { ...AUCUN_REGLAGE, annee: 2026 } }).year).toBe(2026);
    expect(drafted(FICHES, { year: null }).year).toBe(2024);
    const several = workbook(sheet("Fiches", ficheRows().slice(0, ficheRow("2.1") - 3)));
    expect(draftPlan(several, { ...OPTIONS, year: null })).toMatchObject({ ok: false });
    expect(drafted(several, { year: null, reglages: NOTIFIED }).year).toBe(2024);
  });

  test("une cellule sans texte est vide : aucun classeur ne garde un texte vide", () => {
    const cells = drafted(FICHES, { year: 2026 }).draft.sheets.flatMap((sheet) => sheet.cells);
    expect(cells.filter(({ content: { value, formula } }) => value === "" && formula === null)).toEqual([]);
  });

  test("une année sans fiche est refusée, avec les années qu'il y a", () => {
    const refused = draftPlan(FICHES, { ...OPTIONS, year: 2030 });
    expect(refused).toEqual({ ok: false, sentence: expect.stringContaining("2024, 2025, 2026, 2027") });
  });

  test("sans fiche, rien n'est inventé", () => {
    expect(draftPlan(nordPlan(), OPTIONS)).toEqual({ ok: false, sentence: expect.stringContaining("fiche-action") });
  });

  test("un avenant montre le plan en vigueur et le nouveau, et le contrôle les distingue", async () => {
    const row = ficheRow("1.2.1");
    const before = workbook(...nordPlan().sheets, ...FICHES.sheets);
    const modified = changed(
      changed(changed(before, `Fiches!B${row}`, "400 000 €"), `Fiches!C${row}`, "400 000 €"),
      `Fiches!D${row}`,
      "800 000 €",
    );
    const book = [["Total", "1 495 000 €", "1 495 000 €", "2 990 000 €"]].reduce(
      (current, [, ...texts]) =>
        texts.reduce(
          (one, text, i) => changed(one, `Fiches!${"BCD"[i] ?? ""}${ficheRow("1.2.1", "Total")}`, text),
          current,
        ),
      modified,
    );
    const plan = drafted(book, { avenant: true, reglages: { ...NOTIFIED, notifies: NOTIFIED.notifies.slice(1) } });
    expect(plan.sheet).toBe("Avenant au plan 2024");
    expect(values(plan, "D6", "G6", "J6")).toEqual([450_000, 485_000, 70_000]);
    expect(contentAt(plan, "D6")?.formula).toBe("=Plan!D6");
    expect((await findingsOf(book, plan)).findings).toEqual([]);
  });

  test("un arrondi des fiches n'est pas un avenant : le montant en vigueur reste", () => {
    const plan = drafted(workbook(...nordPlan().sheets, ...FICHES.sheets), { avenant: true });
    expect(values(plan, "D16", "G16", "H16", "J16")).toEqual([8_752_912, 8_752_912, 8_752_912, 0]);
    expect(contentAt(plan, "G16")?.formula).toBe("=Plan!D16");
  });

  test("ce dont aucune fiche ne parle reste au montant en vigueur ; ce qu'une fiche ne chiffre pas est à compléter", () => {
    const silent = workbook(...nordPlan().sheets, ...FICHES.sheets);
    expect(values(drafted(silent, { avenant: true }), "G17", "G20", "J17")).toEqual([5_700_000, 1_349_393, 0]);
    const unsaid = changed(silent, `Fiches!B${ficheRow("2.1")}`, "à définir");
    expect(values(drafted(unsaid, { avenant: true }), "G15", "I15", "J15")).toEqual([
      "à compléter",
      "à compléter",
      "à compléter",
    ]);
  });

  test("un avenant sans plan en vigueur est refusé", () => {
    expect(draftPlan(FICHES, { ...OPTIONS, avenant: true })).toMatchObject({ ok: false });
  });
});

describe("Des fiches en nombres", () => {
  const rows = ficheRows().map((row) =>
    row.map((typing) => {
      if (typeof typing !== "string" || !/^[\d ]+ €$/.test(typing)) return typing;
      return Number(typing.replace(/\D/g, ""));
    }),
  );

  test("le plan y renvoie, et garde en constante ce qui est écrit en M€", () => {
    const plan = drafted(workbook(sheet("L'emploi 2024", rows)));
    const [first, second] = [ficheRow("1.2.1"), ficheRow("1.2.2")];
    expect(contentAt(plan, "D6")?.formula).toBe(`='L''emploi 2024'!B${first}+'L''emploi 2024'!B${second}`);
    expect(contentAt(plan, "D5")?.formula).toBe(`='L''emploi 2024'!B${ficheRow("1.1.1")}+1925000`);
    expect(plan.draft.reads).toContainEqual({
      ref: { sheet: "L'emploi 2024", row: first - 1, column: 1 },
      content: expect.objectContaining({ value: 365_000 }),
    });
  });
});
