import { findings } from "../../builders/expectFindings";
import { HEADER, nordPlan, PLAN_ROWS } from "../../builders/nord";
import { annexe3b } from "../../builders/autresTableaux";
import { changed, sheet, workbook } from "../../builders/picture";

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

test("l'en-tête « 2023 » de l'annexe 3 (B), datée du 5 juin 2024 (L3233)", async () => {
  const annees = async (book: ReturnType<typeof workbook>) =>
    (await findings(book)).filter(({ rule }) => rule === "annee").map(({ severity, cell }) => [severity, cell.row]);
  const alone = workbook(annexe3b());
  expect(await annees(alone)).toEqual([["info", 4]]);
  expect(await annees(changed(alone, "Annexe 3 B!B5", "Montant Etat 2024"))).toEqual([]);
  // Sans date, l'année est celle du plan du classeur.
  const undated = changed(workbook(...nordPlan().sheets, annexe3b()), "Annexe 3 B!A2", null);
  expect(await annees(undated)).toEqual([["info", 4]]);
  expect(await annees(changed(alone, "Annexe 3 B!A2", "Annexe financière 2023"))).toEqual([]);
});
