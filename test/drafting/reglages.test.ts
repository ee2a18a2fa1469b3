import { readFileSync } from "node:fs";
import path from "node:path";
import { departementsIn } from "../../src/domain/departements";
import { datedEcheances } from "../../src/domain/echeances";
import { AUCUN_REGLAGE, parseReglages, reglagesJson } from "../../src/domain/reglages";
import { recognisedReglages } from "../../src/drafting/reglages";
import type { Workbook } from "../../src/workbook/picture";
import { IMPUTATION_ROWS, imputationSheet, PHRASES } from "../builders/imputations";
import { nordPlan, PLAN_ROWS } from "../builders/nord";
import { changed, sheet, workbook, type Typing } from "../builders/picture";
import { VERSEMENTS, versementsOf } from "../builders/versements";
import { pictureOf } from "../xlsx/reading";

const SAMPLES = path.resolve(__dirname, "../../assets/exemples");
const sample = (name: string) => pictureOf(readFileSync(path.join(SAMPLES, name)));

const amounts = (book: Workbook) =>
  recognisedReglages(book).notifies.map(({ annee, bloc, montant }) => `${annee} ${bloc} ${montant}`);

const NORD_NOTIFIES = [
  "2024 axe-1 2450000.00",
  "2024 axe-3 2698980.00",
  "2024 axe-4 900000.00",
  "2024 volet-1 135000.00",
  "2024 volet-2 8752912.00",
  "2024 volet-3 5700000.00",
];

describe("Un classeur réel propose ses réglages", () => {
  test("le Nord : nom, SIREN, année, montants imputés, échéances", async () => {
    const book = await sample("nord-2024.xlsx");
    expect(recognisedReglages(book)).toMatchObject({
      departement: { nom: "Nord", siren: "225900018" },
      annee: 2024,
      avances: [],
      echeances: datedEcheances(2024),
      seuils: { executionFaible: null },
    });
    expect(amounts(book)).toEqual(NORD_NOTIFIES);
  });

  test("ce qu'il propose se garde et se relit", async () => {
    const json = reglagesJson(recognisedReglages(await sample("nord-2024.xlsx")));
    const read = parseReglages(json, "essai.json");
    expect("problem" in read ? read.problem : reglagesJson(read)).toBe(json);
  });

  test("un département inventé, en k€ : ni nom, ni SIREN, ni montant arrondi", async () => {
    const { departement, notifies } = recognisedReglages(await sample("departement-k-euros.xlsx"));
    expect(departement).toEqual({ nom: null, siren: null });
    expect(notifies).toEqual([]);
  });
});

describe("Les montants notifiés", () => {
  test("viennent des imputations", () => {
    expect(amounts(workbook(imputationSheet()))).toEqual(NORD_NOTIFIES);
  });

  test("viennent des phrases de la convention, quand l'année est connue", () => {
    const book = workbook(...nordPlan().sheets, sheet("Convention", PHRASES));
    expect(amounts(book)).toEqual(NORD_NOTIFIES.slice(0, 3));
  });

  test("ne viennent jamais du plan, ni d'une colonne de codes du plan", () => {
    expect(amounts(nordPlan())).toEqual([]);
    const header = ["Axe", "Fiche", "Intitulé", "État", "CD", "Total", "Code activité"];
    // Without fiche numbers, a line of the plan that is alone in its volet could pass for the volet's imputation.
    const rows = PLAN_ROWS.map(([axe, , ...row]): Typing[] => [axe ?? null, null, ...row, "010200002535"]);
    expect(amounts(workbook(sheet("Plan", [["Plan de financement 2024"], header, ...rows])))).toEqual([]);
  });

  test("ne viennent pas d'une formule, qui peut ne faire que répéter le plan", () => {
    const book = changed(workbook(imputationSheet()), "Imputations!F4", { value: 2_450_000, formula: "=Plan!D7" });
    expect(amounts(book)).toEqual(NORD_NOTIFIES.slice(1));
  });

  test("deux montants d'un même bloc qui diffèrent : aucun n'est proposé", () => {
    const book = workbook(imputationSheet(), ...versementsOf().sheets);
    expect(amounts(book)).toContain("2024 volet-3 5700000.00");
    const other = changed(book, "Versements!B5", 5_070_000);
    expect(amounts(other).filter((one) => one.includes("volet-3"))).toEqual([]);
    expect(amounts(other)).toContain("2024 axe-1 2450000.00");
  });

  test("plusieurs lignes d'un bloc sont ses parts : rien n'est additionné", () => {
    const twice = IMPUTATION_ROWS.map((row, place) => (place === 4 ? [...(IMPUTATION_ROWS[3] ?? [])] : row));
    expect(amounts(workbook(sheet("Imputations", twice))).filter((one) => one.includes("axe-1"))).toEqual([]);
  });

  test("une ligne de plusieurs volets n'est le montant d'aucun", () => {
    const rows = IMPUTATION_ROWS.map((row, place) => (place === 6 ? ["V1 + V2", ...row.slice(1)] : row));
    const found = amounts(workbook(sheet("Imputations", rows)));
    expect(found.filter((one) => one.includes("volet-1"))).toEqual([]);
  });

  test("un montant en k€ n'est pas celui de la notification", () => {
    const rows = IMPUTATION_ROWS.map((row, place) => (place === 3 ? [...row.slice(0, 5), "2 450 k€"] : row));
    expect(amounts(workbook(sheet("Imputations", rows))).filter((one) => one.includes("axe-1"))).toEqual([]);
  });

  test("le montant prévisionnel d'un versement est celui de son seul bloc", () => {
    expect(amounts(versementsOf())).toEqual(["2024 volet-3 5700000.00", "2024 tourcoing 1349393.00"]);
  });
});

describe("Les taux d'avance", () => {
  test("ceux de la convention ne sont pas à régler", () => {
    expect(recognisedReglages(versementsOf()).avances).toEqual([]);
  });

  test("un autre taux est proposé", () => {
    const book = changed(versementsOf(), "Versements!C5", { value: 0.5, format: "0%" });
    expect(recognisedReglages(book).avances).toEqual([{ annee: 2024, versement: "volet-3-avance", taux: "0.5" }]);
  });

  test("une année sans données garde le sien", () => {
    const [, , header = [], ...lines] = VERSEMENTS;
    const book = workbook(sheet("Versements", [["Versements 2025"], header, ...lines.slice(0, 1)]));
    expect(recognisedReglages(book).avances).toEqual([{ annee: 2025, versement: "volets-1-2-avance", taux: "0.6" }]);
  });
});

describe("Le nom du département", () => {
  test.each<[string, string[]]>([
    ["Contrat local des solidarités et de l'emploi – Département du Nord", ["Nord"]],
    ["CONSEIL DÉPARTEMENTAL DE LA CREUSE", ["Creuse"]],
    ["Conseil départemental d’Ille et Vilaine", ["Ille-et-Vilaine"]],
    ["Département de la Seine-Maritime", ["Seine-Maritime"]],
    ["Département de l'Ain", ["Ain"]],
    ["Département du Val d'Oise", ["Val-d'Oise"]],
    ["Département du numérique", []],
    ["Département du Nord-Est", []],
    ["Part Département", []],
    ["les départements du Nord et du Pas-de-Calais", []],
  ])("%s : %j", (text, names) => {
    expect(departementsIn(text)).toEqual(names);
  });

  test("deux noms dans un classeur : aucun n'est proposé", () => {
    const book = workbook(sheet("A", [["Département du Nord"], ["Conseil départemental du Pas-de-Calais"]]));
    expect(recognisedReglages(book).departement.nom).toBeNull();
  });
});

test("un classeur sans rien de connu ne propose rien", () => {
  expect(recognisedReglages(workbook(sheet("Feuil1", [["Pain", 2]])))).toEqual(AUCUN_REGLAGE);
});
