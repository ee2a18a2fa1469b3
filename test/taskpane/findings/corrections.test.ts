/** A finding's correction, written as the pane writes it: then the check no longer shows the finding. */
import { checkWorkbook } from "../../../src/checking/check";
import type { Finding } from "../../../src/checking/report";
import type { Grandeur } from "../../../src/domain/grandeur";
import { draftCorrections, type Correction, type CorrectionDraft } from "../../../src/drafting/corrections";
import { correctionOf, isSafe, labelOf, secondCorrectionOf } from "../../../src/taskpane/findings/corrections";
import { qualifiedAddress } from "../../../src/workbook/address";
import type { Workbook } from "../../../src/workbook/picture";
import { applied } from "../../builders/applied";
import { IMPUTATION_ROWS, imputationSheet } from "../../builders/imputations";
import { f, live } from "../../builders/live";
import { HEADER, PLAN_ROWS, ficheRow, nord, nordPlan } from "../../builders/nord";
import { changed, sheet, workbook, type Typing } from "../../builders/picture";

const found = async (book: Workbook) => (await checkWorkbook(book)).findings;

async function at(book: Workbook, address: string): Promise<Finding> {
  const findings = await found(book);
  const finding = findings.find(({ cell }) => qualifiedAddress(cell) === address);
  if (!finding) throw new Error(`nothing at ${address}: ${findings.map(({ cell }) => qualifiedAddress(cell)).join()}`);
  return finding;
}

function correction(finding: Finding): Correction {
  const one = correctionOf(finding);
  if (!one) throw new Error("no correction");
  return one;
}

function after({ draft }: CorrectionDraft) {
  return draft.writes.map(({ ref, after: { value, formula, numberFormat } }) => ({
    cell: qualifiedAddress(ref),
    value,
    ...(formula !== null && { formula }),
    numberFormat,
  }));
}

/** Corrects the finding of a cell, and tells what is written; the check of the result no longer has a finding there. */
async function corrected(book: Workbook, address: string): Promise<CorrectionDraft> {
  const drafted = draftCorrections(book, [correction(await at(book, address))]);
  const left = await found(applied(book, drafted.draft));
  expect(left.map(({ cell }) => qualifiedAddress(cell))).not.toContain(address);
  return drafted;
}

describe("Une valeur corrigée reste dans l'unité et le type de sa cellule", () => {
  test("un nombre en euros", async () => {
    const book = changed(nordPlan(), "Plan!D7", 2_540_000);
    expect(labelOf(await at(book, "Plan!D7"))).toBe("Remplacer par 2\u202F450\u202F000\u00A0€");
    const drafted = await corrected(book, "Plan!D7");
    expect(after(drafted)).toEqual([{ cell: "Plan!D7", value: 2_450_000, numberFormat: '#,##0\\ "€"' }]);
    expect(drafted.draft.title).toBe("Correction de Plan!D7");
  });

  test("un nombre d'un plan en k€", async () => {
    const rows = PLAN_ROWS.map((row) => row.map((typing) => (typeof typing === "number" ? typing / 1000 : typing)));
    const plan = workbook(
      sheet("Plan", [["Plan de financement 2024"], ["Montants en k€"], [], HEADER, ...rows], { format: "#,##0.000" }),
    );
    const drafted = await corrected(changed(plan, "Plan!D7", 2_540), "Plan!D7");
    expect(after(drafted)).toEqual([{ cell: "Plan!D7", value: 2_450, numberFormat: "#,##0.000" }]);
  });

  test("un nombre en euros que son format montre en k€", async () => {
    const rows = PLAN_ROWS;
    const plan = workbook(
      sheet("Plan", [["Plan de financement 2024"], ["Montants en k€"], [], HEADER, ...rows], { format: "#,##0.000," }),
    );
    const drafted = await corrected(changed(plan, "Plan!D7", 2_540_000), "Plan!D7");
    expect(after(drafted)).toMatchObject([{ value: 2_450_000 }]);
  });

  test("un texte garde sa façon d'écrire", async () => {
    const place = `Fiches!B${ficheRow("1.1.2")}`;
    const drafted = await corrected(changed(nord(), place, "1,952 M€"), place);
    expect(after(drafted)).toMatchObject([{ cell: place, value: "1,925 M€" }]);
  });

  test("un nombre de personnes, un pourcentage, une phrase qui les compte", () => {
    const book = workbook(sheet("F", [[2_576, { value: 0.6, format: "0 %" }, "2 576 personnes"]]));
    const counted = (column: number, value: string, grandeur: Grandeur): Correction => ({
      cell: { sheet: "F", row: 0, column },
      corrige: { kind: "amount", value, grandeur, asNumber: false },
      ...{ why: "", from: [] },
    });
    const { draft } = draftCorrections(book, [
      counted(0, "2567", "personnes"),
      counted(1, "62", "pourcentage"),
      counted(2, "2567", "personnes"),
    ]);
    expect(draft.writes.map(({ after: { value } }) => value)).toEqual([2_567, 0.62, "2 567 personnes"]);
  });

  test("un code s'écrit comme un texte", async () => {
    const book = changed(workbook(imputationSheet()), "Imputations!E4", { value: 30450232301, format: "0" });
    const drafted = await corrected(book, "Imputations!E4");
    expect(after(drafted)).toEqual([{ cell: "Imputations!E4", value: "030450232301", numberFormat: "@" }]);
    expect(drafted.draft.writes[0]?.why).toMatch(/^Le code est écrit comme un texte/);
  });

  test("un montant saisi comme texte devient un nombre, et l'aperçu le dit", async () => {
    const book = changed(nordPlan(), "Plan!D5", { value: "2 000 000", format: "@" });
    expect(isSafe(await at(book, "Plan!D5"))).toBe(true);
    const drafted = await corrected(book, "Plan!D5");
    expect(after(drafted)).toEqual([{ cell: "Plan!D5", value: 2_000_000, numberFormat: "#,##0" }]);
    expect(drafted.draft.writes[0]?.why).toMatch(/^Le texte devient un nombre/);
  });
});

/** The plan in formulas, but for `formulas`. */
function planWith(formulas: Readonly<Record<string, string>>): Workbook {
  const rows = PLAN_ROWS.map((row, place) =>
    row.map((typing, column): Typing => {
      const formula = formulas[`${"ABCDEF"[column] ?? ""}${place + 5}`];
      return formula === undefined ? typing : f(formula);
    }),
  );
  return live(workbook(sheet("Plan", [["Plan de financement 2024"], [], [], HEADER, ...rows])));
}

describe("Une formule", () => {
  test("qui oublie une ligne est remplacée par celle qui l'additionne, et l'aperçu le dit", async () => {
    const book = planWith({ D7: "=SUM(D6:D6)" });
    expect(labelOf(await at(book, "Plan!D7"))).toBe("Remplacer par =D5+D6");
    const drafted = await corrected(book, "Plan!D7");
    expect(after(drafted)).toMatchObject([{ cell: "Plan!D7", value: 2_450_000, formula: "=D5+D6" }]);
    expect(drafted.draft.writes[0]?.why).toMatch(/^La formule est remplacée par celle qui additionne/);
  });

  test("n'est jamais remplacée par une valeur sans que l'aperçu le dise", async () => {
    const book = planWith({ D7: "=D5+D6+90000" });
    const finding = await at(book, "Plan!D7");
    const drafted = draftCorrections(book, [correction(finding)]);
    expect(after(drafted)).toMatchObject([{ cell: "Plan!D7", value: 2_450_000 }]);
    expect(drafted.draft.writes[0]?.why).toMatch(/^La formule est remplacée par une valeur/);
  });

  test("qui calcule avec la cellule interdit d'y écrire NC", () => {
    const book = planWith({ F15: "=D15+E15" });
    const cell = { sheet: "Plan", row: 14, column: 4 };
    const nc: Correction = { cell, corrige: { kind: "text", text: "NC" }, why: "", from: [] };
    const { draft, remarques } = draftCorrections(changed(book, "Plan!E15", 5), [nc]);
    expect(draft.writes).toEqual([]);
    expect(remarques).toEqual([expect.stringContaining("Plan!E15")]);
  });
});

describe("Plusieurs corrections", () => {
  const codes = IMPUTATION_ROWS.slice(3, 9).map(([, , , , code]) => String(code).slice(1));
  const book = codes.reduce(
    (before, code, place) => changed(before, `Imputations!E${place + 4}`, code),
    workbook(imputationSheet()),
  );

  test("les réparations sûres s'écrivent toutes à la fois", async () => {
    const safe = (await found(book)).filter(isSafe);
    expect(safe).toHaveLength(6);
    const drafted = draftCorrections(book, safe.map(correction));
    expect(drafted.draft.title).toBe("Corrections, 6\u00A0cellules");
    expect(after(drafted).map(({ value }) => value)).toEqual(codes.map((code) => `0${code}`));
    expect(await found(applied(book, drafted.draft))).toEqual([]);
  });

  test("deux qui portent sur une cellule : la première compte, et c'est dit", async () => {
    const one = correction(await at(book, "Imputations!E4"));
    const { draft, remarques } = draftCorrections(book, [one, one]);
    expect(draft.writes).toHaveLength(1);
    expect(remarques).toEqual([expect.stringContaining("Imputations!E4")]);
  });

  test("une cellule qui est déjà juste n'est pas écrite", async () => {
    const one = correction(await at(book, "Imputations!E4"));
    const right = changed(book, "Imputations!E4", "030450232301");
    expect(draftCorrections(right, [one])).toMatchObject({ dejaJustes: 1, draft: { writes: [] } });
  });
});

test("une correction suit les cellules dont elle vient : les termes de la somme", async () => {
  const { draft } = await corrected(changed(nordPlan(), "Plan!D7", 2_540_000), "Plan!D7");
  expect(draft.reads.map(({ ref }) => qualifiedAddress(ref))).toEqual(["Plan!D5", "Plan!D6"]);
});

test("une feuille protégée est nommée avant l'écriture", async () => {
  const book = changed(nordPlan(), "Plan!D7", 2_540_000);
  const closed = { ...book, sheets: book.sheets.map((one) => ({ ...one, isProtected: true })) };
  expect((await corrected(closed, "Plan!D7")).remarques).toEqual([expect.stringContaining("«\u00A0Plan\u00A0»")]);
});

test("un montant au milieu d'une phrase n'est pas remplacé : la phrase serait perdue", () => {
  const cell = { sheet: "Plan", row: 4, column: 3, part: 1 };
  const one: Correction = { cell, corrige: { kind: "amount", value: "12.00", asNumber: false }, why: "", from: [] };
  const { draft, remarques } = draftCorrections(nordPlan(), [one]);
  expect([draft.writes, remarques]).toEqual([[], [expect.stringContaining("phrase")]]);
});

test("le second coupable se corrige aussi, quand la carte en nomme un", async () => {
  const finding = await at(changed(nordPlan(), "Plan!D7", 2_540_000), "Plan!D7");
  expect(secondCorrectionOf(finding)).toBeNull();
  const cell = { sheet: "Plan", row: 4, column: 3 };
  const other = secondCorrectionOf({ ...finding, runnerUp: { cell, expected: "2090000.00" } });
  expect(other).toMatchObject({ cell, corrige: { kind: "amount", value: "2090000.00" } });
});
