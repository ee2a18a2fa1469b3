/** Filling the plan from the fiches of the Nord: the figures of annexe 1.b (L2185-2205), and what they come from. */
import { checkWorkbook } from "../../src/checking/check";
import type { Bloc } from "../../src/domain/bloc";
import { AUCUN_REGLAGE, type Reglages } from "../../src/domain/reglages";
import { draftPlan, type PlanDraft, type PlanOptions } from "../../src/drafting/plan";
import { cellAddress, parseArea } from "../../src/workbook/address";
import type { CellContent } from "../../src/workbook/draft";
import type { Workbook } from "../../src/workbook/picture";
import { applied } from "../builders/applied";
import { ficheRow, ficheRows, HEADER, nordPlan, nordWithTerritoires, PLAN_ROWS } from "../builders/nord";
import { changed, sheet, workbook, type Typing } from "../builders/picture";

const FICHES = workbook(sheet("Fiches", ficheRows()));
const NEW_PLAN = "Plan de financement 2024";

const NOTIFIED: Reglages = {
  ...AUCUN_REGLAGE,
  annee: 2024,
  notifies: (
    [
      ["axe-1", "2450000.00"],
      ["axe-3", "2698980.00"],
      ["axe-4", "900000.00"],
      ["volet-1", "135000.00"],
      ["volet-2", "8752912.00"],
      ["volet-3", "5700000.00"],
    ] as const satisfies readonly (readonly [Bloc, string])[]
  ).map(([bloc, montant]) => ({ annee: 2024, bloc, montant })),
};

const OPTIONS: PlanOptions = {
  year: 2024,
  reglages: AUCUN_REGLAGE,
  ownCodes: [],
  parties: "ensemble",
  cible: "modele",
  avenant: false,
};

function drafted(book: Workbook, options: Partial<PlanOptions> = {}): PlanDraft {
  const result = draftPlan(book, { ...OPTIONS, ...options });
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

/** Content that a draft gives to a cell; undefined where it writes nothing. */
function contentAt({ draft, sheet: name }: PlanDraft, address: string): CellContent | undefined {
  const area = parseArea(address);
  const isHere = ({ row, column }: { row: number; column: number }) => row === area?.top && column === area.left;
  const write = draft.writes.find(({ ref }) => ref.sheet === name && isHere(ref));
  return write?.after ?? draft.sheets.find((added) => added.name === name)?.cells.find(isHere)?.content;
}

function values(plan: PlanDraft, ...addresses: string[]): (string | number | boolean | null | undefined)[] {
  return addresses.map((address) => contentAt(plan, address)?.value);
}

async function findingsOf(book: Workbook, plan: PlanDraft) {
  const { findings, verdict } = await checkWorkbook(applied(book, plan.draft), { year: 2024 });
  return { verdict, findings: findings.map(({ rule, cell }) => `${rule} ${cellAddress(cell.row, cell.column)}`) };
}

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
      `Fiche 1.1.1, Fiches!B${ficheRow("1.1.1")}\u00A0: 75 000 € ; fiche 1.1.2, Fiches!B${ficheRow("1.1.2")}\u00A0: 1,925 M€.`,
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
        why: expect.stringMatching(/^Remplace 540000\. Fiche 1\.2\.1/),
      }),
    ]);
  });

  test("une formule de l'agent reste la sienne", () => {
    const live = changed(BLANK, "Annexe!D7", { value: 0, formula: "=SUM(D5:D6)" });
    expect(contentAt(drafted(live), "D7")).toBeUndefined();
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
