import type { Bilan } from "../../src/reading/bilanTables";
import { readTables } from "../../src/reading/read";
import { areaAddress } from "../../src/workbook/address";
import { blocsLus, champs, lignesLues } from "../builders/bilanLu";
import { sheet, workbook, type SheetOptions, type Typing } from "../builders/picture";

function read(rows: readonly (readonly Typing[])[], options: SheetOptions = {}, name = "Feuil1"): readonly Bilan[] {
  return readTables(workbook(sheet(name, rows, options))).bilans;
}

const ROWS_OF_SHARES: Typing[][] = [
  ["1.1", "Accrochage scolaire", 2e6, 2e6, 4e6, 1.9e6, 1.9e6, 3.8e6, "Retard"],
  ["1.2", "Jeunes", 450_000, 450_000, 900_000, 400_000, 400_000, 800_000, null],
  ["Total axe 1", null, 2_450_000, 2_450_000, 4_900_000, 2_300_000, 2_300_000, 4_600_000, null],
];

test.each([
  ["fusionnées", ["C2:E2", "F2:H2", "A2:A3"]],
  ["non fusionnées", []],
])("« Prévu » et « Réalisé » au-dessus des parts, cellules %s", (_, merges) => {
  const [bilan, ...others] = read(
    [
      ["Bilan financier final 2024"],
      ["Fiche", "Action", "Prévu", null, null, "Réalisé", null, null, "Observations"],
      [null, null, "État", "CD", "Total", "État", "CD", "Total", null],
      ...ROWS_OF_SHARES,
    ],
    { merges },
  );
  expect(others).toEqual([]);
  expect(bilan && areaAddress(bilan.area)).toBe("A2:I6");
  expect(bilan).toMatchObject({ kind: "bilan", etape: "final", year: 2024 });
  expect(bilan && champs(bilan)).toBe(
    "prevuEtat C, prevuDepartement D, prevuTotal E, realise H, due F, departement G, justification I",
  );
  expect(bilan && blocsLus(bilan)).toEqual(["1.1 axe-1", "1.2 axe-1", "Total axe 1 axe-1 = 1.1, 1.2"]);
});

test("les financeurs au-dessus, le prévu et le mandaté en dessous", () => {
  const [bilan] = read(
    [
      ["Suivi 2024"],
      [null, null, "Participation de l'État", null, "Participation du Département", null, "Total", null],
      ["N°", "Intitulé", "Prévu", "Mandaté", "Prévu", "Mandaté", "Prévu", "Mandaté"],
      ["1.1", "Accrochage scolaire", 2e6, 1.9e6, 2e6, 1.9e6, 4e6, 3.8e6],
    ],
    { merges: ["C2:D2", "E2:F2", "G2:H2"] },
  );
  expect(bilan && champs(bilan)).toBe("prevuEtat C, prevuDepartement E, prevuTotal G, realise H, due D, departement F");
});

test("un en-tête de trois lignes", () => {
  const [bilan] = read(
    [
      ["Bilan financier 2024"],
      ["N° fiche", "Action", "Financement", null, null, null, null, null],
      [null, null, "Prévu", null, "Réalisé", null, null, null],
      [null, null, "État", "CD", "État", "CD", "Autres", "Total"],
      ["1.1", "Accrochage scolaire", 100, 100, 90, 90, 10, 190],
    ],
    { merges: ["A2:A4", "B2:B4", "C2:H2", "C3:D3", "E3:H3"] },
  );
  expect(bilan && champs(bilan)).toBe("prevuEtat C, prevuDepartement D, realise H, autres G, due E, departement F");
  expect(bilan && areaAddress(bilan.area)).toBe("A2:H5");
});

test("des colonnes dans un autre ordre, avec d'autres mots, en k€, des montants en texte", () => {
  const [bilan] = read([
    ["Montants en k€"],
    [
      "Versements reçus de l'État",
      "Dépenses mandatées 2024",
      "Dépenses retenues",
      "Action",
      "Participation État notifiée",
      "FSE+",
      "Montant dû",
      "Reste à verser",
      "Indu",
      "Taux de consommation",
    ],
    ["2 000", "3 912,5", "3 912,5", "1.1 Accrochage", 2000, "-", "1 956,2", 0, "43,8", "97,8 %"],
  ]);
  expect(bilan && champs(bilan)).toBe(
    "prevuEtat E, realise B, autres F, eligible C, due G, verse A, solde H, excedent I, tauxExecution J",
  );
  expect(bilan && lignesLues(bilan)).toEqual([
    "action 1.1 axe-1 | prevuEtat 2000000, realise 3912500, autres none, eligible 3912500, due 1956200, verse 2000000, solde 0, excedent 43800",
  ]);
});

test.each([
  ["Exécuté", "realise"],
  ["Dépenses\nconstatées 2024", "realise"],
  ["Dépenses justifiées (€)", "realise"],
  ["DEPENSES EFFECTUEES", "realise"],
  ["Consommé", "realise"],
  ["Total des dépenses acquittées", "realise"],
  ["dont dépenses à écarter", "ineligible"],
  ["Dépenses non retenues", "ineligible"],
  ["Assiette éligible (E = C - D)", "eligible"],
  ["Cofinancements (FSE, CAF…)", "autres"],
  ["Autres financements", "autres"],
  ["Subvention due", "due"],
  ["Part due par l'État (50 % des dépenses éligibles)", "due"],
  ["Crédits État consommés", "due"],
  ["Part État réalisée", "due"],
  ["Payé par le Conseil départemental", "departement"],
  ["Part CD réalisée", "departement"],
  ["Déjà versé", "verse"],
  ["Avance perçue", "verse"],
  ["Versé par l'État au Département", "verse"],
  ["Solde à verser", "solde"],
  ["Reste dû", "solde"],
  ["Trop-perçu ou reliquat", "excedent"],
  ["À rembourser à l'État", "excedent"],
  ["Participation État notifiée pour 2024", "prevuEtat"],
  ["Plafond (A)", "prevuEtat"],
  ["Crédits du Département inscrits", "prevuDepartement"],
  ["Budget prévisionnel", "prevuTotal"],
  ["Taux d'exécution (%)", "tauxExecution"],
  ["% réalisé", "tauxExecution"],
  ["Taux CD", "tauxDepartement"],
  ["Explication de l'écart", "justification"],
  ["Code activité", "code"],
])("« %s » est la colonne %s", (header, champ) => {
  // The two others are there whatever the one between is.
  const [bilan] = read([
    ["Bilan financier 2024"],
    [
      "Fiche",
      header,
      champ === "realise" ? "Éligible" : "Dépenses réalisées",
      champ === "verse" ? "Montant dû" : "Versements effectués",
    ],
    ["1.1", 10, 100, 30],
  ]);
  expect(bilan?.colonnes).toMatchObject({ [champ]: 1 });
});

test.each([
  "Écart prévu / réalisé",
  "Crédits État non consommés",
  "Nombre d'actions réalisées",
  "Date de réalisation",
  "Reste à réaliser",
  "ETP réalisés",
])("« %s » n'est la colonne de rien", (header) => {
  const [bilan] = read([["Bilan financier 2024"], ["Fiche", "Dépenses réalisées", header], ["1.1", 100, 7]]);
  expect(bilan && champs(bilan)).toBe("realise B");
});

test("des numéros de colonnes sous un en-tête de deux lignes, des titres fusionnés dans une saisie vide", () => {
  const [bilan] = read(
    [
      ["Bilan 2024"],
      ["Fiche", null, "Prévu", null, "Réalisé", null],
      [null, "Action", "État", "CD", "État", "CD"],
      [1, 2, 3, 4, 5, 6],
      ["Volet 3"],
      ["2.3", "Accompagnement rénové"],
      ["Volet 1"],
      [null, "Volet 1 – Préparer la loi Plein emploi"],
    ],
    { merges: ["A5:F5", "A7:F7"] },
  );
  expect(bilan && champs(bilan)).toBe("prevuEtat C, prevuDepartement D, due E, departement F");
  expect(bilan && blocsLus(bilan)).toEqual(["2.3 volet-3", "Volet 1 – Préparer la loi Plein emploi volet-1"]);
});
