/** Years of which the conventions do not say everything: what they say is checked, the rest is said to be open. */
import { checkWorkbook } from "../../src/checking/check";
import type { Workbook } from "../../src/workbook/picture";
import { alarms, outcome } from "../builders/expectFindings";
import { changed, sheet, workbook } from "../builders/picture";

function plan(year: number): Workbook {
  return workbook(
    sheet("Plan", [
      [`Plan de financement ${year}`],
      ["N°", "Intitulé", "Code activité", "Part État", "Part CD", "Total"],
      ["1.1", "Axe 1, familles", "030450232301", 100_000, 100_000, 200_000],
      ["3.1", "Axe 3, accès aux droits", "030450232501", 50_000, 60_000, 110_000],
      ["2.2", "Volet 2, offre de solutions", "010200002535", 80_000, 70_000, 150_000],
      ["2.3", "Volet 3, accompagnement rénové", "010200002501", 90_000, 10_000, 100_000],
      [null, "Total", null, 320_000, 240_000, 560_000],
    ]),
  );
}

describe.each([2025, 2026, 2027])("En %i", (year) => {
  test("ce que la convention emploi ne dit pas n'est ni satisfait, ni une alarme", async () => {
    expect(await alarms(plan(year))).toEqual([]);
    for (const rule of ["cofinancement-volet-2", "forfait-etat", "code-activite-inconnu"]) {
      const { outcome: answer, reason } = await outcome(plan(year), rule);
      expect([rule, answer]).toEqual([rule, "not-verifiable"]);
      expect(reason).not.toBeNull();
    }
  });

  test("les 50 % des solidarités, la forme des codes et les totaux restent vérifiés", async () => {
    const { rules } = await checkWorkbook(plan(year));
    const passed = rules.filter(({ outcome: answer }) => answer === "passed").map(({ rule }) => rule);
    expect(passed).toEqual(
      expect.arrayContaining(["cofinancement-solidarites", "code-activite-format", "total-ligne", "total-general"]),
    );
    const tooLittle = changed(changed(changed(plan(year), "Plan!E4", 10_000), "Plan!F4", 60_000), "Plan!E7", 190_000);
    expect(await alarms(changed(tooLittle, "Plan!F7", 510_000))).toEqual([
      expect.stringMatching(/^blocking cofinancement-solidarites Plan!E4 /),
    ]);
  });
});
