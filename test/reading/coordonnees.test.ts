/** Bank identities wherever their values stand: beside, below, in the label's cell, in boxes, several in a sheet. */
import { readTables } from "../../src/reading/read";
import { compte, COMPTE, COMPTE_ERRONE } from "../builders/coordonnees";
import { sheet, workbook, type SheetOptions, type Typing } from "../builders/picture";

/** "siret B2 22590001801244" for each field of each block. */
function read(rows: Typing[][], options: SheetOptions = {}): string[][] {
  const { coordonnees } = readTables(workbook(sheet("Compte", rows, { format: "General", ...options })));
  return coordonnees.map(({ champs }) =>
    champs.map(
      ({ champ, cell }) => `${champ} ${"ABCDEFGHIJ"[cell.ref.column] ?? ""}${cell.ref.row + 1} ${cell.written}`,
    ),
  );
}

const VALID = [
  "siret B2 22590001801244",
  "code-etablissement B3 30001",
  "code-guichet B4 00468",
  "numero-compte B5 C5990000000",
  "cle-rib B6 42",
  "iban B7 FR48 3000 1004 68C5 9900 0000 042",
  "bic B8 BDFEFRPPCCT",
];

test("étiquettes à gauche, valeurs à droite : une plage, un titre", () => {
  expect(read(COMPTE)).toEqual([VALID]);
  expect(readTables(compte()).coordonnees).toMatchObject([
    { title: "Coordonnées bancaires", area: { top: 1, left: 0, bottom: 7, right: 1 } },
  ]);
});

test("étiquette et valeur dans la même cellule, comme la convention des solidarités (L470-480)", () => {
  expect(read(COMPTE_ERRONE)).toEqual([
    [
      "titulaire A2 département du Nord",
      "code-etablissement A3 2259 000 1801 244",
      "code-guichet A4 00468",
      "numero-compte A5 C5990000000-42",
      "cle-rib A6 42",
      "iban A7 FR48 3000 1004 68C5 9900 0000 042",
    ],
  ]);
});

test("lignes séparées par des lignes vides", () => {
  expect(read(COMPTE.flatMap((row) => [row, []]))).toHaveLength(1);
});

test("étiquettes en ligne, valeurs dessous, une identité par ligne", () => {
  const rows: Typing[][] = [
    ["Titulaire", "Code banque", "Code guichet", "N° de compte", "Clé RIB", "IBAN"],
    ["Département du Nord", "30001", "00468", "C5990000000", "42", "FR48 3000 1004 68C5 9900 0000 042"],
    ["Autre payeur", "30001", "00468", "C5990000000", "42", "FR48 3000 1004 68C5 9900 0000 042"],
  ];
  expect(read(rows).map((block) => block.length)).toEqual([6, 6]);
  expect(read(rows)[1]?.[1]).toBe("code-etablissement B3 30001");
});

test("plusieurs champs dans une cellule, sur une ligne ou plusieurs", () => {
  const fields = [
    "code-etablissement A1 30001",
    "code-guichet A1 00468",
    "numero-compte A1 C5990000000",
    "cle-rib A1 42",
  ];
  expect(
    read([["Code établissement : 30001 Code guichet : 00468 Numéro de compte : C5990000000 Clé RIB : 42"]]),
  ).toEqual([fields]);
  expect(read([["Code banque : 30001\nCode guichet : 00468\nN° de compte : C5990000000\nClé : 42"]])).toEqual([fields]);
});

test("synonymes, casse et accents ne comptent pas", () => {
  const rows: Typing[][] = [
    ["N° SIRET du bénéficiaire :", "225 900 018 01244"],
    ["CODE BANQUE", 30001],
    ["Guichet", "00468"],
    ["n° compte", "C5990000000"],
    ["Cle", 42],
    ["Code IBAN", "FR48 3000 1004 68C5 9900 0000 042"],
    ["BIC / SWIFT", "BDFEFRPPCCT"],
    ["Dénomination sociale", "Paierie Département du Nord"],
  ];
  expect(read(rows)[0]?.map((field) => field.split(" ")[0])).toEqual([
    "siret",
    "code-etablissement",
    "code-guichet",
    "numero-compte",
    "cle-rib",
    "iban",
    "bic",
    "titulaire",
  ]);
});

test("étiquettes d'un mot, précisions entre parenthèses, colonne de remarques", () => {
  const rows: Typing[][] = [
    ["Champ", "Valeur", "Remarque"],
    ["Banque", "30001", "Code établissement"],
    ["Guichet (5 chiffres)", "00468", "Agence de Lille"],
    ["Compte", "C5990000000"],
    ["Clé (2 car.)", "42"],
    ["BIC (SWIFT)", "BDFEFRPPCCT"],
  ];
  expect(read(rows)).toEqual([
    [
      "code-etablissement B2 30001",
      "code-guichet B3 00468",
      "numero-compte B4 C5990000000",
      "cle-rib B5 42",
      "bic B6 BDFEFRPPCCT",
    ],
  ]);
});

test("cellules fusionnées et colonnes vides entre l'étiquette et la valeur", () => {
  const rows: Typing[][] = [
    ["Code banque", null, null, "30001"],
    ["Clé RIB", null, null, "42"],
  ];
  expect(read(rows, { merges: ["A1:C1", "A2:C2"] })).toEqual([["code-etablissement D1 30001", "cle-rib D2 42"]]);
  expect(read(rows)).toHaveLength(1);
});

test("un nombre est lu par ses chiffres, avec les zéros de son format", () => {
  const rows: Typing[][] = [
    ["SIRET", { value: 22590001801244, format: "General" }],
    ["Code guichet", { value: 468, format: "00000" }],
    ["Code banque", { value: 468, format: "General" }],
  ];
  expect(read(rows)).toEqual([["siret B1 22590001801244", "code-guichet B2 00468", "code-etablissement B3 468"]]);
});

test("un IBAN saisi par cases", () => {
  const iban = ["FR48", "3000", "1004", "68C5", "9900", "0000", "042"];
  expect(
    read([
      ["Clé RIB", "42"],
      ["IBAN", ...iban],
    ]),
  ).toEqual([["cle-rib B1 42", "iban B2 FR48 3000 1004 68C5 9900 0000 042"]]);
});

test("deux blocs, l'un sous l'autre ou côte à côte", () => {
  expect(read([...COMPTE, [], ...COMPTE]).map((block) => block.length)).toEqual([7, 7]);
  const beside = COMPTE.map(([label = null, value = null]): Typing[] => [label, value, null, label, value]);
  expect(read(beside)).toHaveLength(2);
  expect(read(beside)[1]?.[0]).toBe("siret E2 22590001801244");
});

test("un seul champ n'est pas une identité bancaire ; ni un plan, ni une phrase", () => {
  expect(read([["N° SIRET : 225 900 018 012 44"], ["Adresse", "51 rue Gustave Delory"]])).toEqual([]);
  expect(
    read([
      ["Établissement", "Lycée"],
      ["Compte", "Bilan"],
      ["Code", "12"],
    ]),
  ).toEqual([]);
  expect(read([["SIRET"], ["IBAN"]])).toEqual([]);
});
