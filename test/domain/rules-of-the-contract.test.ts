import { classementOf, classementOfFiche, numberedBlocs } from "../../src/domain/bloc";
import { CLAUSES, clauseOf } from "../../src/domain/clauses";
import { readRateNumber, readRateText } from "../../src/domain/rate";
import { yearOf, yearsIn } from "../../src/domain/years";

describe("Les blocs du contrat", () => {
  test.each([
    ["Axe Prévenir la pauvreté et lutter contre les inégalités dès l'enfance", "axe-1"],
    ["Axe Lutter contre la grande exclusion grâce à l'accès aux droits", "axe-3"],
    ["Axe Construire une transition écologique solidaire", "axe-4"],
    ["Préparer l'application des dispositions de la loi Plein emploi", "volet-1"],
    ["Amplifier la politique d'accès à l'emploi pour tous", "volet-2"],
    ["Déployer l'expérimentation « Accompagnement rénové des allocataires du RSA »", "volet-3"],
    ["Conventionnement 2024 de l'expérimentation Accompagnement rénové à Tourcoing", "tourcoing"],
    ["VOLET 2 – Étoffer l’offre de solutions", "volet-2"],
    ["Pilier 4 Transition solidaire", "axe-4"],
  ])("%s → %s", (label, bloc) => {
    expect(classementOf(label)?.bloc).toBe(bloc);
  });

  test("un total de partie nomme la partie, pas un bloc", () => {
    expect(classementOf('Sous total "Solidarités"')).toEqual({ part: "solidarites", bloc: null });
    expect(classementOf('Sous total "Emploi"')).toEqual({ part: "emploi", bloc: null });
    expect(classementOf("Total financier Pacte local des solidarités")).toBeNull();
  });

  test.each([
    ["Volets 1 et 2", ["volet-1", "volet-2"]],
    ["V1 + V2", ["volet-1", "volet-2"]],
    ["Volet 3 et hors pacte", ["volet-3", "tourcoing"]],
    ["Au titre du volet 1, 622 000 € sur l'action 02", ["volet-1"]],
    ["Au titre du volet 1, 2 436 000 € sur l'action 02", ["volet-1"]],
    ["Transition solidaire", []],
  ])("%s nomme %j par leurs numéros", (label, blocs) => {
    expect(numberedBlocs(label)).toEqual(blocs);
  });

  test("un numéro de fiche de l'axe 2 ne dit pas le volet", () => {
    expect(classementOfFiche("2.2")).toEqual({ part: "emploi", bloc: null });
    expect(classementOfFiche("3.1")).toEqual({ part: "solidarites", bloc: "axe-3" });
    expect(classementOfFiche("7.1")).toBeNull();
  });
});

describe("Les clauses de cofinancement", () => {
  test("solidarités : moitié par action de 2024 à 2027, rien au-delà", () => {
    expect(clauseOf("axe-1", 2024)?.cofinancement).toBe("moitie-par-action");
    expect(clauseOf("axe-4", 2027)?.cofinancement).toBe("moitie-par-action");
    expect(clauseOf("axe-3", 2028)).toBeNull();
  });

  test("emploi : le partage n'est connu que pour 2024", () => {
    expect(clauseOf("volet-2", 2024)?.cofinancement).toBe("moitie-du-volet");
    expect(clauseOf("volet-2", 2025)).toBeNull();
    expect(clauseOf("volet-3", 2025)).toBeNull();
  });

  test("sans année, la clause commune à toutes les années connues", () => {
    expect(clauseOf("axe-1", null)?.id).toBe("solidarites-50");
  });

  test("chaque clause cite son article et ses lignes", () => {
    for (const { source } of CLAUSES) {
      expect(source.article).not.toBe("");
      expect(source.lines.length).toBeGreaterThan(0);
    }
  });
});

describe("Les taux et les années", () => {
  test("50 %, 0,5 et 50 sont le même taux", () => {
    expect(readRateText("50 %")?.value.toFixed()).toBe("0.5");
    expect(readRateNumber(0.5, "0%")?.value.toFixed()).toBe("0.5");
    expect(readRateNumber(50, "General")?.value.toFixed()).toBe("0.5");
  });

  test("un montant n'est pas un taux", () => {
    expect(readRateNumber(75_000, "#,##0")).toBeNull();
    expect(readRateText("75 000 €")).toBeNull();
  });

  test("une période n'est pas une année, un montant non plus", () => {
    expect(yearOf("Plan de financement 2024")).toBe(2024);
    expect(yearOf("Contrat 2024-2027")).toBeNull();
    expect(yearsIn("2 025 000 € et 20240 et 2024,5")).toEqual([]);
  });
});
