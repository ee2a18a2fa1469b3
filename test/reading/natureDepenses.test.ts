/** Lists of natures as the source's fiches write them, and as officers lay them out in cells. */
import { readTables } from "../../src/reading/read";
import { sheet, workbook, type Typing } from "../builders/picture";

const BUDGET: Typing[][] = [
  ["Budget prévisionnel de l'action 3.1.2"],
  ["Année", "Etat", "Conseil départemental", "Total"],
  [2024, "1,125 M€", "1,125 M€", "2,250 M€"],
  [],
];

/** "fiche 3.1.2", then "nature Baux glissants = 451000" for each line. */
function read(rows: Typing[][]): string[][] {
  return readTables(workbook(sheet("Fiches", rows, { format: "General" }))).natures.map(({ fiche, lignes }) => [
    `fiche ${fiche ?? "?"}`,
    ...lignes.map(({ kind, label, montant }) => `${kind} ${label} = ${montant?.amount?.value.toFixed() ?? "?"}`),
  ]);
}

test("lignes « libellé : montant », sous la fiche la plus proche au-dessus (L1853-1858)", () => {
  const rows: Typing[][] = [
    ...BUDGET,
    ["Nature des dépenses"],
    ["- Financement des associations porteuses des projets"],
    ["  - Préparation à l'autonomie des plus de 16 ans : 717 k€"],
    ["  - Logement avec accompagnement des jeunes de plus de 18 ans : 1,082 M€"],
    ["  - Baux glissants : 451 k€"],
    [],
    ["Indicateurs cibles"],
    ["Nombre de places : 12 €"],
  ];
  expect(read(rows)).toEqual([
    [
      "fiche 3.1.2",
      "total Financement des associations porteuses des projets = ?",
      "nature Préparation à l'autonomie des plus de 16 ans = 717000",
      "nature Logement avec accompagnement des jeunes de plus de 18 ans = 1082000",
      "nature Baux glissants = 451000",
    ],
  ]);
});

test("libellé et montant en deux colonnes, avec ou sans en-tête, en texte ou en nombre", () => {
  const lines: Typing[][] = [
    ["Clubs de prévention", "700 k€"],
    ["Associations", 30_000],
  ];
  const expected = [["fiche 3.1.2", "nature Clubs de prévention = 700000", "nature Associations = 30000"]];
  expect(read([...BUDGET, ["Nature des dépenses"], ...lines])).toEqual(expected);
  expect(read([...BUDGET, ["Nature de la dépense", "Montant"], ...lines])).toEqual(expected);
});

test("l'en-tête ou le budget donne l'unité des nombres", () => {
  expect(read([...BUDGET, ["Nature des dépenses", "Montant (k€)"], ["Clubs", 700]])).toEqual([
    ["fiche 3.1.2", "nature Clubs = 700000"],
  ]);
});

test("les lignes « dont » et de droit commun ne s'ajoutent pas (L1825-1829)", () => {
  const rows: Typing[][] = [
    ["Action 3.1.1 – Logement des jeunes"],
    ["Nature des dépenses"],
    ["- Co-financement de l'offre de logement en complémentarité du soutien départemental :"],
    ["  - au titre des crédits de droit commun départementaux : 1,2 M€"],
    ["  - au titre du PLS : 1,6 M€ dont 800 k€ Etat et 800 k€ Département"],
    ["- Chefferie de projet (pilotage et ingénierie)"],
    ["- dont Bassin minier : 200 k€"],
  ];
  expect(read(rows)).toEqual([
    [
      "fiche 3.1.1",
      "total Co-financement de l'offre de logement en complémentarité du soutien départemental = ?",
      "dont au titre des crédits de droit commun départementaux = 1200000",
      "nature au titre du PLS = 1600000",
      "nature Chefferie de projet (pilotage et ingénierie) = ?",
      "dont dont Bassin minier = 200000",
    ],
  ]);
});

test("toutes les lignes dans une cellule, sous le titre ou à sa droite", () => {
  const cell = "• Financement d'opérateurs : 300 k€\n• Baux glissants : 451 k€";
  const expected = [["fiche 3.1.2", "nature Financement d'opérateurs = 300000", "nature Baux glissants = 451000"]];
  expect(read([...BUDGET, ["Nature des dépenses"], [cell]])).toEqual(expected);
  expect(read([...BUDGET, ["Nature des dépenses", cell]])).toEqual(expected);
  expect(read([...BUDGET, [`Nature des dépenses :\n${cell}`]])).toEqual(expected);
});

test("un montant détaillé compte une fois, et la liste finit à son total", () => {
  const rows: Typing[][] = [
    ...BUDGET,
    ["Nature des dépenses"],
    ["Opérateurs : 500 k€"],
    ["   Opérateur A : 300 k€"],
    ["   Opérateur B : 200 k€"],
    ["Outils : 100 k€"],
    ["Total : 600 k€"],
    ["Autre chose : 12 €"],
  ];
  expect(read(rows)[0]?.slice(1)).toEqual([
    "nature Opérateurs = 500000",
    "dont Opérateur A = 300000",
    "dont Opérateur B = 200000",
    "nature Outils = 100000",
    "total Total = 600000",
  ]);
});

test("la fiche la plus proche l'emporte sur le budget d'une autre", () => {
  const rows: Typing[][] = [
    ...BUDGET,
    ["Action 2.2.4 – Coups de pouce"],
    [],
    ["Nature des dépenses"],
    ["- Opérateurs"],
  ];
  expect(read(rows)).toEqual([["fiche 2.2.4", "nature Opérateurs = ?"]]);
});

test("un tableau des dépenses par financeur n'est pas une liste de natures (annexe 3 (B), L3233)", () => {
  const rows: Typing[][] = [
    ["Nature des dépenses", "Montant Etat 2023", "Objet de la dépense"],
    ["Personnel", "423 333 €", "19 ETP (423 333 €)"],
  ];
  expect(read(rows)).toEqual([]);
  expect(
    read([
      ["Nature des dépenses", "Réalisé 2024"],
      ["Personnel", "423 333 €"],
    ]),
  ).toEqual([]);
});
