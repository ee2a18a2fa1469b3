import type { Workbook } from "../../../src/workbook/picture";
import { findings, outcome } from "../../builders/expectFindings";
import { changed, sheet, workbook } from "../../builders/picture";
import { fired, planOf } from "../cases";

const PLAN = planOf([
  ["1.1", "Prévention de la pauvreté", 100, 100, 200],
  ["1.2", "Petite enfance et pauvreté", 50, 50, 100],
]);

function withFormula(formula: string, address = "Plan!C3", value = 100): Workbook {
  return changed(PLAN, address, { value, formula });
}

describe("reference-externe parle", () => {
  test.each([
    ["=[1]Feuil1!$C$3", ""],
    ["='[suivi 2024.xlsx]Plan 2024'!C3", "suivi 2024.xlsx"],
    ["='C:\\Dossiers\\[suivi.xlsx]Plan'!C3+0", "suivi.xlsx"],
    ["=SUM('[1]Plan 2024'!C3:C4)", ""],
    ["='suivi.xlsx'!Part_Etat", "suivi.xlsx"],
  ])("d'un autre classeur : %s", async (formula, name) => {
    const [card] = await findings(withFormula(formula));
    expect(card).toMatchObject({
      rule: "reference-externe",
      severity: "warning",
      title: "Montant d'un autre classeur",
    });
    expect(card?.message).toContain(name);
  });

  test.each(["hidden", "veryHidden"] as const)("d'une feuille masquée (%s), avec son nom", async (visibility) => {
    const hidden = { ...sheet("Calculs", [[100]]), visibility };
    const book = workbook(...withFormula("=Calculs!A1").sheets, hidden);
    expect(await fired("reference-externe", book)).toEqual(["warning Montant d'une feuille masquée"]);
    expect((await findings(book))[0]?.message).toContain("«\u00A0Calculs\u00A0»");
  });

  test("une seule fois par tableau et par source", async () => {
    const both = changed(withFormula("=[1]Feuil1!C3"), "Plan!C4", { value: 50, formula: "=[1]Feuil1!C4" });
    const found = await findings(both);
    expect(found).toHaveLength(1);
    expect(found[0]?.cells).toMatchObject([{ row: 3, column: 2 }]);
  });
});

describe("reference-externe se tait", () => {
  test.each(["=50+50", '=VALUE("[1]x!2")+99', "=SUM(Tableau1[Montant])", "=C4*2", "=Tableau1[[#This Row],[État]]"])(
    "sur %s",
    async (formula) => {
      expect(await fired("reference-externe", withFormula(formula))).toEqual([]);
    },
  );

  test("sur une feuille visible, et sur une feuille masquée qui se lit elle-même", async () => {
    const visible = workbook(...withFormula("=Calculs!A1").sheets, sheet("Calculs", [[100]]));
    expect(await fired("reference-externe", visible)).toEqual([]);
    const [plan] = withFormula("=Plan!D3").sheets;
    if (!plan) throw new Error("no sheet");
    expect(await fired("reference-externe", workbook({ ...plan, visibility: "hidden" }))).toEqual([]);
  });

  test("sans formule, la règle est sans objet", async () => {
    expect(await outcome(PLAN, "reference-externe")).toMatchObject({ outcome: "not-applicable" });
  });
});
