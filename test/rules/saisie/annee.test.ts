import { findings } from "../../builders/expectFindings";
import { HEADER, nordPlan, PLAN_ROWS } from "../../builders/nord";
import { sheet, workbook } from "../../builders/picture";

test("un en-tête d'une autre année que le titre est une information", async () => {
  const header = HEADER.map((text) =>
    String(text).replace(
      "B\nCrédits CD affectés pour la convention 2024",
      "B\nCrédits CD affectés pour la convention 2023",
    ),
  );
  const found = await findings(workbook(sheet("Plan", [["Plan de financement 2024"], header, ...PLAN_ROWS])));
  expect(found.map(({ rule, severity, cell }) => `${severity} ${rule} ${cell.row},${cell.column}`)).toEqual([
    "info annee 1,4",
  ]);
});

test("les titres du Nord se taisent", async () => {
  expect(await findings(nordPlan())).toEqual([]);
});
