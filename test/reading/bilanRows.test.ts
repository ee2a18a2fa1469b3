import type { Bilan } from "../../src/reading/bilanTables";
import { readTables } from "../../src/reading/read";
import { blocsLus, champs, lignesLues } from "../builders/bilanLu";
import { nordPlan } from "../builders/nord";
import { sheet, workbook, type SheetOptions, type Typing } from "../builders/picture";

function read(rows: readonly (readonly Typing[])[], options: SheetOptions = {}, name = "Feuil1"): readonly Bilan[] {
  return readTables(workbook(sheet(name, rows, options))).bilans;
}

test("un réalisé de six colonnes suffit : le plan du classeur dit à quel volet est une action", () => {
  const rows: Typing[][] = [
    [
      "Fiche",
      "Dépenses réalisées",
      "Dont non éligibles",
      "Cofinanceurs",
      "Payé par le département",
      "Versé par l'État",
    ],
    ["1.1", 3_912_450.3, 0, 0, 1_956_225.15, 2_000_000],
    ["2.1", 128_450, null, null, null, null],
    ["2.2.1", "à compléter", null, null, null, null],
    ["Total", 4_040_900.3, 0, 0, 1_956_225.15, 2_000_000],
  ];
  const [bilan] = readTables(workbook(...nordPlan().sheets, sheet("Exécution 2024", rows))).bilans;
  expect(bilan && champs(bilan)).toBe("realise B, ineligible C, autres D, departement E, verse F");
  expect(bilan).toMatchObject({ kind: "realise", year: 2024 });
  expect(bilan && lignesLues(bilan)).toEqual([
    "action 1.1 axe-1 | realise 3912450.3, ineligible 0, autres 0, departement 1956225.15, verse 2000000",
    "action 2.1 volet-1 | realise 128450",
    "action 2.2.1 volet-2 | realise pending",
    "total Total axe-1 volet-1 volet-2 = 1.1, 2.1, 2.2.1 | realise 4040900.3, ineligible 0, autres 0, departement 1956225.15, verse 2000000",
  ]);
});

test("des titres de blocs, des lignes de paiement, un report, des totaux avec et sans mots", () => {
  const [bilan] = read([
    ["BILAN FINANCIER 2024 – CONTRAT LOCAL DES SOLIDARITÉS 2024-2027"],
    [],
    ["Intitulé", "Crédits État prévus", "Dépenses justifiées", "Part État due", "Avance reçue", "Solde", "Trop-perçu"],
    ["Axe 1 – Prévenir la pauvreté"],
    ["1.1 Accrochage scolaire", 200, 391, 195, 200, 0, 5],
    ["1.2 Jeunes", 45, 91, 43, 45, 0, 2],
    ["Sous-total", 245, 482, 238, 245, 0, 7],
    [],
    ["Volet 1"],
    ["Préparer la réforme", 13, 12, 12],
    ["Volet 2"],
    ["2.2.1 Plateformes", 500, 1000, 500],
    ["2.2.2 Insertion par l'activité", 375, 700, 350],
    ["Sous-total volet 2", 875, 1700, 850],
    ["V1+V2", null, null, 862, 533, 329, 0],
    ["Volet 3", 570, 581, 570, 342, 228, 0],
    ["Tourcoing", 135, 140, 135, 81, 45, 0],
    ["Report enveloppe 2023", null, null, null, 9],
    ["TOTAL", 1838, 2915],
    ["Source : grand livre au 31 décembre 2024"],
  ]);
  expect(bilan).toMatchObject({ year: 2024, years: [2024] });
  expect(bilan && blocsLus(bilan)).toEqual([
    "1.1 axe-1",
    "1.2 axe-1",
    "Sous-total axe-1 = 1.1, 1.2",
    "Préparer la réforme volet-1",
    "2.2.1 volet-2",
    "2.2.2 volet-2",
    "Sous-total volet 2 volet-2 = 2.2.1, 2.2.2",
    "V1+V2 volet-1 volet-2 = Préparer la réforme, Sous-total volet 2",
    "Volet 3 volet-3",
    "Tourcoing tourcoing",
    "Report enveloppe 2023 tourcoing",
    "TOTAL axe-1 volet-1 volet-2 volet-3 tourcoing = Sous-total, Préparer la réforme, Sous-total volet 2, Volet 3, Tourcoing",
  ]);
  expect(bilan?.lignes.map(({ kind }) => kind).slice(7)).toEqual(["versement", "action", "action", "report", "total"]);
  expect(bilan?.lignes[10]?.year).toBe(2023);
});

test("des axes fusionnés sur leurs lignes, des totaux sans un mot", () => {
  const [bilan] = read(
    [
      ["Réalisé 2024"],
      ["Axe", "N° fiche", "Action", "Réalisé", "Éligible"],
      ["Axe 1", "1.1", "A", 1000, 1000],
      [null, "1.2", "B", 2000, 2000],
      [null, null, null, 3000, 3000],
      ["Axe 3", "3.1", "C", 500, 500],
      [null, "3.2", "D", 600, 600],
      [null, null, null, 1100, 1100],
      [null, null, null, 4100, 4100],
    ],
    { merges: ["A3:A5", "A6:A8"] },
  );
  expect(bilan?.lignes.map(({ covers }) => covers)).toEqual([[], [], [0, 1], [], [], [3, 4], [2, 5]]);
  expect(bilan?.lignes.map(({ blocs }) => blocs.join(" "))).toEqual([
    "axe-1",
    "axe-1",
    "axe-1",
    "axe-3",
    "axe-3",
    "axe-3",
    "axe-1 axe-3",
  ]);
});

test("des totaux au-dessus, des sous-actions au-dessous de leur action", () => {
  const [above] = read([
    ["Exécution 2024"],
    ["Intitulé", "Prévu", "Dépenses exécutées", "Part État prévue"],
    ["Total général", 1000, 900, 500],
    ["Total axe 1", 600, 550, 300],
    ["1.1 A", 400, 350, 200],
    ["1.2 B", 200, 200, 100],
    ["Total axe 3", 400, 350, 200],
    ["3.1 C", 400, 350, 200],
  ]);
  expect(above && blocsLus(above).filter((line) => line.includes("="))).toEqual([
    "Total général axe-1 axe-3 = Total axe 1, Total axe 3",
    "Total axe 1 axe-1 = 1.1, 1.2",
    "Total axe 3 axe-3 = 3.1",
  ]);
  const [nested] = read([
    ["Dépenses réalisées 2024"],
    ["Fiche", "Dépenses réalisées", "Dépenses inéligibles"],
    ["1.1", 300, 0],
    ["1.1.1", 100, 0],
    ["1.1.2", 200, 0],
    ["1.2", 50, 0],
    ["Total", 350, 0],
  ]);
  expect(nested?.lignes.map(({ kind, covers }) => `${kind} ${covers.join(" ")}`.trim())).toEqual([
    "sous-total 1 2",
    "action",
    "action",
    "action",
    "total 0 3",
  ]);
});

test("le sous-total d'un volet dit le volet de ses actions", () => {
  const [bilan] = read([
    ["Bilan emploi 2024"],
    ["Fiche", "Action", "Dépenses réalisées"],
    ["2.1", "Plateformes", 200],
    ["2.2", "Parcours", 400],
    ["Total volet 2", null, 600],
  ]);
  expect(bilan && blocsLus(bilan)).toEqual(["2.1 volet-2", "2.2 volet-2", "Total volet 2 volet-2 = 2.1, 2.2"]);
});

test("plusieurs cofinanceurs s'additionnent, sauf là où leur total est écrit", () => {
  const [bilan] = read([
    ["Bilan financier 2024"],
    ["Fiche", "Dépenses réalisées", "FSE", "CAF", "Part Département", "Part État"],
    ["1.1", 100, 10, 5, 45, 40],
    ["1.2", 100, "-", null, 50, 50],
  ]);
  expect(bilan && lignesLues(bilan)).toEqual([
    "action 1.1 axe-1 | realise 100, autres 15, due 40, departement 45",
    "action 1.2 axe-1 | realise 100, autres none, due 50, departement 50",
  ]);
  expect(bilan?.lignes[0]?.montants.autres).toMatchObject({ written: "10 + 5", isPartOfCell: true });
  const [total] = read([
    ["Bilan financier 2024"],
    ["Fiche", "Dépenses réalisées", "FSE", "CAF", "Total autres financeurs"],
    ["1.1", 100, 10, 5, 15],
  ]);
  expect(total?.colonnes.autres).toBe(4);
});

test("une feuille de saisie vide garde ses lignes, des erreurs et des mots gardent leur état", () => {
  const [bilan] = read([
    ["Réalisé 2024 – à compléter"],
    ["Axe ou volet", "Fiche", "Intitulé", "Dépenses réalisées", "dont inéligibles"],
    ["Axe 1", "1.1", "A", { value: null, error: "#REF!" }, "?"],
    [null, "1.2", "B", "à compléter"],
    ["Volet 1"],
    ["Volet 3"],
    ["Tourcoing"],
    [null, null, "Report 2023"],
    ["Total"],
  ]);
  expect(
    bilan?.lignes.map(({ kind, blocs, montants }) => `${kind} ${blocs.join(" ")} ${montants.realise?.state}`),
  ).toEqual([
    "action axe-1 error",
    "action axe-1 pending",
    "action volet-1 empty",
    "action volet-3 empty",
    "action tourcoing empty",
    "report tourcoing empty",
    "total axe-1 volet-1 volet-3 tourcoing empty",
  ]);
  expect(bilan?.lignes[0]?.montants.ineligible?.state).toBe("unreadable");
});

test("« Solde » seul est ce qui reste d'un budget, non un versement à venir", () => {
  const [bilan] = read([["Bilan financier 2024"], ["Fiche", "Prévu", "Réalisé", "Solde"], ["1.1", 100, 90, 10]]);
  expect(bilan).toMatchObject({ kind: "realise" });
  expect(bilan && champs(bilan)).toBe("prevuTotal B, realise C");
});

test("des paiements sans actions sont les lignes qu'un total additionne", () => {
  const [bilan] = read([
    ["Bilan financier intermédiaire au 31/12/2024"],
    ["Objet", "Montant prévisionnel", "Dépenses réalisées", "Avance", "Solde"],
    ["Volets 1 et 2", 8_887_912, 17e6, 5_332_747.2, 3e6],
    ["Volet 3", 5.7e6, 5.8e6, 3.42e6, 2.28e6],
    ["Total", 14_587_912, 22.8e6, 8_752_747.2, 5.28e6],
  ]);
  expect(bilan && blocsLus(bilan)).toEqual([
    "Volets 1 et 2 volet-1 volet-2",
    "Volet 3 volet-3",
    "Total volet-1 volet-2 volet-3 = Volets 1 et 2, Volet 3",
  ]);
});
