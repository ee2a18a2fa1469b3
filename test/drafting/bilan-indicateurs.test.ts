/** The indicators beside a bilan: targets of the fiches, and what was reached. */
import type { Workbook } from "../../src/workbook/picture";
import { applied } from "../builders/applied";
import { bilanOf, broken, shownAt } from "../builders/bilanDraft";
import { alarms } from "../builders/expectFindings";
import { nordPlan } from "../builders/nord";
import { changed, sheet, workbook } from "../builders/picture";

const CIBLES = sheet("Fiche 1.1", [
  ["Action 1.1 – Indicateurs"],
  ["Indicateur", "Situation au 31/12/2023", "Cible 2024", "Cible 2025"],
  ["Nombre de jeunes accompagnés", 120, 150, 170],
  ["Nombre d'instances mises en place", "NC", "En cours de définition", "En cours de définition"],
]);
const BOOK = workbook(...nordPlan().sheets, CIBLES);

function withBilan(book: Workbook): Workbook {
  return applied(book, bilanOf(book).draft);
}

describe("les indicateurs à côté du bilan", () => {
  test("reprennent les cibles de l'année par référence, et attendent ce qui a été atteint", () => {
    const book = withBilan(BOOK);
    const cells = ["A5", "B5", "C5", "D5", "F5", "D6", "F6"];
    expect(shownAt(book, "Indicateurs 2024", ...cells)).toEqual([
      "1.1",
      "Nombre de jeunes accompagnés",
      120,
      150,
      "à compléter",
      "En cours de définition",
      "-",
    ]);
    expect(broken(book)).toEqual([]);
  });

  test("suivent la fiche et la saisie, sans formule à refaire", () => {
    const typed = changed(withBilan(BOOK), "Indicateurs 2024!E5", 161);
    const cell = typed.sheets.find(({ name }) => name === "Indicateurs 2024")?.cells;
    expect(cell?.find(({ row, column }) => row === 4 && column === 3)?.formula).toBe("='Fiche 1.1'!C3");
    expect(cell?.find(({ row, column }) => row === 4 && column === 5)?.formula).toBe(
      '=IF(ISNUMBER(D5),IF(ISNUMBER(E5),E5-D5,"à compléter"),"-")',
    );
  });

  test("ne sont pas refaits : ce qui y est saisi reste", () => {
    const typed = changed(withBilan(BOOK), "Indicateurs 2024!E5", 161);
    const again = bilanOf(typed);
    expect(again.draft.sheets.map(({ name }) => name)).not.toContain("Indicateurs 2024");
    expect(again.draft.sheets.map(({ name }) => name)).not.toContain("Indicateurs 2024 (2)");
  });

  test("ne sont pas ajoutés où aucune fiche n'a de cible pour l'année", () => {
    const names = bilanOf(nordPlan()).draft.sheets.map(({ name }) => name);
    expect(names).toEqual(["Réalisé 2024", "Bilan 2024", "Échéancier 2024"]);
  });

  test("passent le contrôle", async () => {
    expect(await alarms(withBilan(BOOK))).toEqual([]);
  });
});
