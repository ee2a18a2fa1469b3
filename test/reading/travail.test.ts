/** What recognition costs, counted: rows looked at, decimals made. Seconds depend on the machine, counts do not. */
import { Decimal } from "../../src/domain/decimal";
import { Grid } from "../../src/reading/grid";
import { HINT, hintsOf } from "../../src/reading/hints";
import { readTables } from "../../src/reading/read";
import type { Sheet } from "../../src/workbook/picture";
import { sheet, workbook } from "../builders/picture";
import { classeurOf } from "../detection/departement";
import { Chance } from "../detection/random";

const LIBELLES = ["Fournitures de bureau", "Location du garage", "Réparation du toit", "Peinture", "Gaz"];

/** Accounts of no contract: dates, pieces, words, figures. */
function accounts(rows: number): Sheet {
  const cells = Array.from({ length: rows }, (_, row) =>
    [45_000 + row, `P${row}`, LIBELLES[row % LIBELLES.length] ?? "", row * 3.17, row * 1.5].map((value, column) => ({
      row,
      column,
      value,
      error: null,
      formula: null,
      numberFormat: "General",
      origin: null,
    })),
  ).flat();
  return { name: "Journal", visibility: "visible", cells, merges: [], isProtected: false };
}

/** How many times a reader asks for a cell of its place, or for the cells of a row. */
function visitsOf(sheet: Sheet): number {
  const at = jest.spyOn(Grid.prototype, "at");
  const row = jest.spyOn(Grid.prototype, "row");
  readTables({ name: "comptes.xlsx", sheets: [sheet], date1904: false });
  const visits = at.mock.calls.length + row.mock.calls.length;
  jest.restoreAllMocks();
  return visits;
}

test("une feuille où rien ne parle du contrat n'est regardée de près par aucun lecteur", () => {
  const rows = 2_000;
  // The header of a file of persons is looked for in the first rows, blocks of rows for their titles.
  expect(visitsOf(accounts(rows))).toBeLessThan(rows / 10);
});

test("un tableau du contrat au milieu des comptes n'y fait regarder que ses lignes", () => {
  const [plan] = classeurOf(new Chance(1)).workbook.sheets;
  if (!plan) throw new Error("no sheet");
  const under = 3_000;
  const below = plan.cells.map((cell) => ({ ...cell, row: cell.row + under }));
  const alone = visitsOf(plan);
  const sheet = accounts(under - 5);
  const together = visitsOf({ ...sheet, cells: [...sheet.cells, ...below] });
  expect(together).toBeLessThan(alone + under / 2);
});

test("sous un en-tête qui ressemble au nôtre, aucun montant n'est lu quand aucun mot ne nomme le contrat", () => {
  const header = ["Libellé", "Dépenses réalisées", "Etat", "CD", "Total"].map((value, column) => ({
    row: 0,
    column,
    value,
    error: null,
    formula: null,
    numberFormat: "General",
    origin: null,
  }));
  const body = accounts(900).cells.map((cell) => ({
    ...cell,
    row: cell.row + 1,
    value: cell.column === 0 ? "Peinture" : cell.row + cell.column * 1.5,
  }));
  const made = jest.spyOn(Decimal.prototype, "times");
  readTables({ name: "comptes.xlsx", sheets: [{ ...accounts(0), cells: [...header, ...body] }], date1904: false });
  expect(made.mock.calls.length).toBeLessThan(20);
  jest.restoreAllMocks();
});

test("sous un plan, des centaines de lignes sans total coûtent des sommes en proportion de leur nombre", () => {
  const rows = 400;
  // Beside numbered actions, a row without a number may be the total of those under it.
  const typed = [
    ["Plan de financement 2024"],
    ["Axe", "N°", "Action", "État", "Département", "Total"],
    ["Axe 1", "1.1", "Référent de parcours", 1000, 1000, 2000],
    ["Axe 1", "1.2", "Points conseil budget", 500, 500, 1000],
    ...Array.from({ length: rows - 2 }, (_, row) => [
      `Note ${row}`,
      null,
      `Texte ${row}`,
      row * 7 + 1,
      row,
      row * 11 + 5,
    ]),
  ];
  const minus = jest.spyOn(Decimal.prototype, "minus");
  const plus = jest.spyOn(Decimal.prototype, "plus");
  expect(readTables(workbook(sheet("Plan", typed))).tables[0]?.lignes.length).toBe(rows);
  expect(minus.mock.calls.length + plus.mock.calls.length).toBeLessThan(rows * 10);
  jest.restoreAllMocks();
});

test("les mots des tableaux du contrat donnent leurs indices, accents, casse et espaces à part", () => {
  const told: readonly (readonly [string, keyof typeof HINT])[] = [
    ["Participation  de l'ÉTAT", "etat"],
    ["(A)", "etat"],
    ["Dépenses RÉALISÉES", "bilan"],
    ["Flux mensuels", "flux"],
    ["BRSA intégrés", "flux"],
    ["août", "matrice"],
    ["Missions locales", "matrice"],
    ["Reprise de stock", "tourne"],
    ["Bassin d'emploi", "bassin"],
    ["Roubaix : 3 ETP", "repartition"],
    ["Code activité", "imputation"],
    ["Sous-action : 23", "champDImputation"],
    ["Montant proposé", "entete"],
    ["Trop-perçu et solde", "versement"],
    ["Plafond", "champDeVersement"],
    ["Volets 1 et 2", "bloc"],
    ["V1", "bloc"],
    ["Intitulé de l'indicateur", "indicateur"],
    ["Clé RIB : 42", "banque"],
    ["Nature des dépenses", "nature"],
    ["(deux millions d'euros)", "lettres"],
  ];
  for (const [text, hint] of told) expect([text, hintsOf(text) & HINT[hint]]).toEqual([text, HINT[hint]]);
  for (const text of ["", "Peinture", "P1204", "12 345,60", "Gaz"]) expect([text, hintsOf(text)]).toEqual([text, 0]);
});
