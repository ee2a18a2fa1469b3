/** What a workbook says of payments before anything is typed: it goes into the entry sheet of its bilan. */
import { AUCUN_REGLAGE } from "../../src/domain/reglages";
import { applied } from "../builders/applied";
import { bilanOf, cellAt, shownAt } from "../builders/bilanDraft";
import { nordPlan } from "../builders/nord";
import { changed, sheet, workbook } from "../builders/picture";
import { versementsOf } from "../builders/versements";

const SAISIE = "Réalisé 2024";
const PLAN = nordPlan();

describe("Ce que le classeur sait déjà", () => {
  test("ses versements passent avant l'avance de la convention", () => {
    const book = versementsOf();
    const empty = applied(book, bilanOf(book).draft);
    expect(cellAt(empty, `${SAISIE}!I11`)).toMatchObject({
      value: 5_332_747.2,
      formula: expect.stringContaining("Versements!D4"),
    });
  });

  test("une avance est au centime", () => {
    const book = changed(PLAN, "Plan!D17", 5_700_000.03);
    expect(shownAt(applied(book, bilanOf(book).draft), SAISIE, "I13")).toEqual([3_420_000.02]);
  });

  test("un taux des réglages passe avant celui de la convention", () => {
    const avances = [{ annee: 2024, versement: "volet-3-avance", taux: "0.5" }];
    const draft = bilanOf(PLAN, { reglages: { ...AUCUN_REGLAGE, avances } });
    expect(shownAt(applied(PLAN, draft.draft), SAISIE, "I13")).toEqual([2_850_000]);
  });

  test("le report de 2023, lu où il est écrit ; l'annexe qui l'ajoute fait une remarque", () => {
    const text = "+ CONVENTION PARTICULIÈRE POUR TOURCOING : 1 349 393 € (+ REPORT ENVELOPPE 2023 = 87 730 €)";
    const book = workbook(...PLAN.sheets, sheet("Annexe 3 (B)", [["Plan de financement prévisionnel"], [text]]));
    const draft = bilanOf(book);
    expect(shownAt(applied(book, draft.draft), SAISIE, "I15")).toEqual([87_730]);
    expect(draft.remarques.join(" ")).toMatch(/87\u202F730,00\u00A0€ aux ressources, alors que l'avenant le déduit/);
  });

  test("deux reports différents ne sont pas départagés", () => {
    const book = workbook(
      ...PLAN.sheets,
      sheet("Notes", [["Report enveloppe 2023", 87_730], ["Report 2023 : 90 000 €"]]),
    );
    const draft = bilanOf(book);
    expect(shownAt(applied(book, draft.draft), SAISIE, "I15")).toEqual([undefined]);
    expect(draft.remarques.join(" ")).toContain("écrit de plusieurs façons");
  });
});

test("un versement des solidarités qui n'est pas celui du plan est dit : il ne se répartit pas par action", () => {
  const book = versementsOf([
    ["Versements 2024"],
    [],
    ["Objet", "Montant prévisionnel", "Taux d'avance", "Avance", "Solde"],
    ["Solidarités (axes 1, 3 et 4)", 6_048_980, { value: 1, format: "0%" }, 6_000_000, 0],
  ]);
  expect(bilanOf(book).remarques.join(" ")).toMatch(/6\u202F000\u202F000,00\u00A0€ versés pour les solidarités/);
});
