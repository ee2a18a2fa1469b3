import { findings, outcome } from "../../builders/expectFindings";
import { allocataire, AUJOURDHUI, fichier, retour, suivi } from "../../builders/fichiers";
import type { Typing } from "../../builders/picture";
import { cards, sentences } from "./cases";

const GENERAL = "General";
const DAY = "dd/mm/yyyy";

async function avecSuivi(nom: string, value: Typing): Promise<string[]> {
  return cards(fichier([suivi(1), { ...suivi(2), [nom]: value }]));
}

async function hebdo(nom: string, value: Typing): Promise<string[]> {
  return cards(fichier([allocataire(1), { ...allocataire(2), [nom]: value }]));
}

test.each<readonly [string, Typing, string]>([
  ["DATE_CER", "31/02/2024", "Date illisible L3"],
  ["DATE_CER", "prochainement", "Date illisible L3"],
  ["DATE_CER", "12/03/24", "Date illisible L3"],
  ["DATE_CER", { value: 45_360, format: GENERAL }, "Date montrée comme un nombre L3"],
  ["DATE_CER", "2024-07-09", "Date à venir L3"],
  ["DATE_NAISSANCE", "2042-01-01", "Date à venir D3"],
  ["DATE_NAISSANCE", "1999-01-05", "Naissance non ramenée au 1er du mois D3"],
  ["DATE_ORIENTATION", "1998-12-31", "Date avant la naissance H3"],
  ["DATE_RDV_ORIENTATION", "1998-12-31", "Date avant la naissance G3"],
])("fichier de suivi, %s : %j", async (nom, value, card) => {
  expect(await avecSuivi(nom, value)).toEqual([`warning fichier-date ${card}`]);
});

test.each<readonly [string, Typing]>([
  ["DATE_CER", "2024-07-08"],
  ["DATE_CER", "08/07/2024"],
  ["DATE_CER", "2024-03-01T10:00:00Z"],
  ["DATE_CER", { value: 20_240_301, format: "0" }],
  ["DATE_CER", { value: 45_352, format: DAY }],
  ["DATE_CER", { value: 45_352.5, format: "[$-40C]d mmmm yyyy;@" }],
  ["DATE_CER", null],
  // A rendez-vous may be planned: "date prévue du rdv d'orientation".
  ["DATE_RDV_ORIENTATION", "2024-12-31"],
  ["DATE_NAISSANCE", { value: 36_161, format: DAY }],
  ["DATE_NAISSANCE", null],
])("fichier de suivi, %s : %j se tait", async (nom, value) => {
  expect(await avecSuivi(nom, value)).toEqual([]);
});

test.each<readonly [string, Typing, string]>([
  ["Date d'entrée RSA", "2024-01-01", "Date d'une autre forme L3"],
  ["Date d'entrée RSA", "1/1/2024", "Date d'une autre forme L3"],
  ["Date d'entrée RSA", "01/01/1998", "Date avant la naissance L3"],
  ["Date de l'orientation", "01/01/2025", "Date à venir Q3"],
  ["Date de naissance", "30/02/1999", "Date illisible D3"],
])("fichier hebdomadaire, %s : %j", async (nom, value, card) => {
  expect(await hebdo(nom, value)).toEqual([`warning fichier-date ${card}`]);
});

test.each<readonly [string, Typing]>([
  ["Date d'entrée RSA", "01/01/2024"],
  ["Date d'entrée RSA", { value: 45_292, format: "m/d/yyyy" }],
  ["Date de l'orientation", "2024-02-15"],
  ["Date de naissance", "1999-01-05"],
])("fichier hebdomadaire, %s : %j se tait", async (nom, value) => {
  expect(await hebdo(nom, value)).toEqual([]);
});

test("une sortie avant la naissance, dans ce que France Travail envoie", async () => {
  expect(await cards(fichier([{ ...retour(1), "Date Sortie": "01/01/1998" }]))).toEqual([
    "warning fichier-date Date avant la naissance S2",
  ]);
});

test("un classeur dont les jours se comptent depuis 1904", async () => {
  const book = { ...fichier([{ ...suivi(1), DATE_CER: { value: 45_352 - 1462, format: DAY } }]), date1904: true };
  expect(await cards(book)).toEqual([]);
  expect(await cards({ ...book, date1904: false })).toEqual([]);
  const demain = { ...fichier([{ ...suivi(1), DATE_CER: { value: 45_352, format: DAY } }]), date1904: true };
  expect(await cards(demain)).toEqual(["warning fichier-date Date à venir L2"]);
});

test("la phrase dit combien de cellules, et la colonne", async () => {
  const book = fichier([1, 2].map((ordre) => ({ ...suivi(ordre), DATE_CER: "2025-01-01" })));
  expect(await sentences(book)).toEqual(["Colonne « DATE_CER » : 2 cellules portent une date à venir."]);
});

test("sans date du jour, ce qui est à venir ne se voit pas, et c'est dit", async () => {
  const book = fichier([{ ...suivi(1), DATE_CER: "2042-01-01" }]);
  expect(await findings(book)).toEqual([]);
  expect(await outcome(book, "fichier-date")).toMatchObject({
    outcome: "passed",
    reason: expect.stringContaining("La date du contrôle n'est pas connue"),
  });
  expect(await outcome(book, "fichier-date", AUJOURDHUI)).toMatchObject({ outcome: "findings", reason: null });
});
