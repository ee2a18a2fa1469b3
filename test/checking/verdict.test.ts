/** What is true of the check as a whole: its verdict, its hash, what it never passes over in silence. */
import { checkWorkbook } from "../../src/checking/check";
import { findings, outcome } from "../builders/expectFindings";
import { HEADER, nord, nordPlan, nordWithTerritoires, PLAN_ROWS } from "../builders/nord";
import { changed, sheet, workbook } from "../builders/picture";

describe("Le verdict", () => {
  test.each([
    ["non-verifiable", workbook(sheet("Feuille", [["Bonjour"]]))],
    ["sans-anomalie", nordPlan()],
    ["a-justifier", nordWithTerritoires()],
    ["bloquant", changed(nordPlan(), "Plan!D7", 1)],
  ])("%s", async (verdict, book) => {
    expect((await checkWorkbook(book)).verdict).toBe(verdict);
  });

  test("le même contenu a la même empreinte ; un chiffre de plus en change", async () => {
    const one = await checkWorkbook(nordPlan());
    expect((await checkWorkbook({ ...nordPlan(), name: "copie.xlsx" })).content).toBe(one.content);
    expect((await checkWorkbook(changed(nordPlan(), "Plan!D5", 1))).content).not.toBe(one.content);
  });
});

describe("Ce qui ne passe pas sous silence", () => {
  test("une formule sans valeur est une alerte, jamais un succès", async () => {
    const plan = nordPlan();
    const stale = {
      ...plan,
      sheets: plan.sheets.map((one) => ({
        ...one,
        cells: one.cells.map((cell) =>
          cell.column === 5 && cell.row > 3
            ? { ...cell, value: null, formula: `=D${cell.row + 1}+E${cell.row + 1}`, origin: "missing" as const }
            : cell,
        ),
      })),
    };
    const found = await findings(stale);
    expect(found.map(({ title, severity, cells }) => [title, severity, cells.length])).toEqual([
      ["Formule sans valeur", "warning", 16],
    ]);
    expect(await outcome(stale, "total-ligne")).toMatchObject({ outcome: "not-verifiable", checked: 0 });
  });

  test("un plan entier dans une autre unité que la sienne est une seule carte", async () => {
    const rows = PLAN_ROWS.map((row) => row.map((value) => (typeof value === "number" ? value / 1000 : value)));
    const [, fiches] = nord().sheets;
    if (!fiches) throw new Error("fiches");
    const book = workbook(
      sheet("Plan", [["Plan de financement 2024"], [], [], HEADER, ...rows], { format: "#,##0.000" }),
      fiches,
    );
    const found = await findings(book);
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["blocking unite"]);
    expect(found[0]?.whatToDo).toContain("Montants en k€");
  });

  test("une cellule en erreur propose la valeur que les autres donnent", async () => {
    const [card] = await findings(
      changed(nordPlan(), "Plan!F20", { value: null, error: "#REF!", formula: "=D20+#REF!" }),
    );
    expect(card).toMatchObject({ rule: "erreur-excel", expected: "1349393.00" });
  });
});
