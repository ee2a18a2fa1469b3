import type { Bilan } from "../../src/reading/bilanTables";
import { readTables } from "../../src/reading/read";
import { areaAddress } from "../../src/workbook/address";
import { blocsLus, champs } from "../builders/bilanLu";
import { sheet, workbook, type SheetOptions, type Typing } from "../builders/picture";

function read(rows: readonly (readonly Typing[])[], options: SheetOptions = {}, name = "Feuil1"): readonly Bilan[] {
  return readTables(workbook(sheet(name, rows, options))).bilans;
}

test("des années côte à côte, et le cumul qui les additionne", () => {
  const bilans = read([
    ["Bilan"],
    [
      "Fiche",
      "Prévu 2024",
      "Réalisé 2024",
      "Prévu 2025",
      "Réalisé 2025",
      "Réalisé cumulé",
      "Part État due",
      "Déjà versé",
    ],
    ["1.1", 1000, 900, 1000, 950, 1850, 920, 1000],
  ]);
  expect(bilans.map(({ kind, years }) => `${kind} ${years.join("+")}`)).toEqual([
    "realise 2024",
    "realise 2025",
    "bilan 2024+2025",
  ]);
  expect(bilans.map(champs)).toEqual([
    "prevuTotal B, realise C",
    "prevuTotal D, realise E",
    "realise F, due G, verse H",
  ]);
});

test("une colonne des années : chaque ligne a la sienne", () => {
  const [bilan] = read(
    [["Réalisé"], ["Année", "Fiche", "Dépenses réalisées"], [2024, "1.1", 500_000], [2025, "1.1", 600_000]],
    { format: "General" },
  );
  expect(bilan).toMatchObject({ year: 2025, years: [2024, 2025] });
  expect(bilan?.lignes.map(({ fiche, year }) => `${fiche} ${year}`)).toEqual(["1.1 2024", "1.1 2025"]);
});

test("le budget d'une fiche avec ce qui a été réalisé : l'année suivante n'est pas commencée", () => {
  const [bilan] = read([
    ["Budget prévisionnel de l'action 1.1.1"],
    ["Année", "État", "Département", "Total", "Réalisé"],
    [{ value: 2024, format: "General" }, 100, 100, 200, 180],
    [{ value: 2025, format: "General" }, 100, 100, 200, null],
    ["Total", 200, 200, 400, 180],
  ]);
  expect(bilan).toMatchObject({ kind: "realise", year: 2024 });
  expect(bilan?.lignes.map(({ fiche, year, blocs }) => `${fiche} ${year} ${blocs.join()}`)).toEqual([
    "1.1.1 2024 axe-1",
    "1.1.1 2025 axe-1",
    "null null axe-1",
  ]);
});

test.each([
  ["Bilan 2025 (cumul 2024-2025) du contrat local des solidarités 2024-2027", [2024, 2025], null],
  ["Bilan final 2024 et 2025 du volet 3", [2024, 2025], "final"],
  ["Bilan financier intermédiaire au 31/12/2024", [2024], "intermediaire"],
  ["Dépenses du 1er janvier 2024 au 31 décembre 2025", [2024, 2025], null],
  ["Bilan 2024, transmis le 12 mars 2025", [2024], null],
  ["Bilan final des volets 1 et 2, intermédiaire du volet 3 – 2024", [2024], "intermediaire"],
  ["Bilan transmis le 12 mars 2025", [], null],
  ["Exécution du contrat local des solidarités 2024-2027", [], null],
])("« %s »", (title, years, etape) => {
  const [bilan] = read([[title], ["Fiche", "Dépenses réalisées"], ["1.1", 500]]);
  expect(bilan).toMatchObject({ years, etape, year: years.at(-1) ?? null });
});

test("l'en-tête répété à chaque bloc est d'un seul tableau, un titre pour plusieurs tableaux les date tous", () => {
  const header: Typing[] = ["Fiche", "Prévu", "Réalisé"];
  const [bilan, ...others] = read([
    ["Bilan financier 2024"],
    ["Axe 1"],
    header,
    ["1.1", 100, 90],
    ["Sous-total", 100, 90],
    [],
    ["Axe 3"],
    header,
    ["3.1", 10, 9],
    ["Sous-total", 10, 9],
    ["Total", 110, 99],
  ]);
  expect(others).toEqual([]);
  expect(bilan?.lignes.at(-1)?.covers).toEqual([1, 3]);
  const parts = read([
    ["Bilan financier intermédiaire 2024"],
    ["Convention solidarités"],
    ["Action", "Prévu État", "Réalisé", "Reliquat", "Versé"],
    ["1.1 Accrochage", 100, 150, 25, 100],
    [],
    ["Volet 1"],
    ["Volet", "Prévu État", "Réalisé", "Versé", "Solde"],
    ["Volet 1", 10, 10, 6, 4],
  ]);
  expect(parts.map(({ year, etape, area }) => `${areaAddress(area)} ${year} ${etape}`)).toEqual([
    "A3:E4 2024 intermediaire",
    "A7:E8 2024 intermediaire",
  ]);
});

test("deux bilans côte à côte, et des numéros sous les en-têtes", () => {
  const bilans = read([
    ["Bilan 2024 des solidarités", null, null, null, null, "Bilan 2024 de l'emploi"],
    ["Fiche", "Réalisé", "Éligible", "Part État due", null, "Volet", "Réalisé", "Éligible", "Part État due"],
    ["(1)", "(2)", "(3)", "(4)", null, "(5)", "(6)", "(7)", "(8)"],
    ["1.1", 10, 10, 5, null, "Volet 1", 7, 7, 7],
    ["Total", 10, 10, 5, null, "Total", 7, 7, 7],
  ]);
  expect(bilans.map(blocsLus)).toEqual([
    ["1.1 axe-1", "Total axe-1 = 1.1"],
    ["Volet 1 volet-1", "Total volet-1 = Volet 1"],
  ]);
});

test("une colonne vide sépare le plan de ce qui a été réalisé : le plan reste un plan", () => {
  const reading = readTables(
    workbook(
      sheet("Plan", [
        ["Plan de financement 2024"],
        ["Axe", "Fiche", "Intitulé", "Participation État", "Crédits CD", "Budget global", null, "Dépenses réalisées"],
        ["Axe 1", "1.1", "A", 100, 100, 200, null, 180],
        [null, "1.2", "B", 100, 100, 200, null, 170],
        ["Total", null, null, 200, 200, 400, null, 350],
      ]),
    ),
  );
  expect(reading.tables.map(({ kind, area }) => `${kind} ${areaAddress(area)}`)).toEqual(["plan-de-financement A2:F5"]);
  expect(reading.bilans.map((bilan) => `${areaAddress(bilan.area)} ${champs(bilan)}`)).toEqual(["H2:H5 realise H"]);
  expect(reading.bilans[0] && blocsLus(reading.bilans[0])).toEqual([
    "1.1 axe-1",
    "1.2 axe-1",
    "Total axe-1 = 1.1, 1.2",
  ]);
});

test("plan, bilan, versements et phrase l'un sous l'autre : chacun à son lecteur", () => {
  const reading = readTables(
    workbook(
      sheet("Tout", [
        ["Annexe 1.b. Plan de financement 2024"],
        ["Fiche", "Intitulé", "Participation État", "Crédits CD", "Budget global"],
        ["1.1", "A", 100, 100, 200],
        ["1.2", "B", 100, 100, 200],
        [],
        ["Fiche", "Intitulé", "Réalisé 2025", "Déjà versé", "Solde"],
        ["1.1", "A", 180, 100, "La part de l'État due au titre de l'axe 1 est de 90 € en 2025."],
        ["1.2", "B", 160, 100, 0],
        [],
        ["Versements 2024"],
        ["Objet", "Montant prévisionnel", "Taux d'avance", "Avance", "Solde"],
        ["Volets 1 et 2", 8_887_912, 0.6, 5_332_747.2, 3_555_164.8],
        [],
        ["La part de l'État due au titre du volet 3 est de 5 700 000 € pour 2024."],
      ]),
    ),
  );
  expect(reading.tables.map(({ area, year }) => `${areaAddress(area)} ${year}`)).toEqual(["A2:E4 2024"]);
  expect(reading.bilans.map(({ area, year }) => `${areaAddress(area)} ${year}`)).toEqual(["A6:E8 2025"]);
  expect(reading.bilans[0]?.title).toBe("Tout");
  expect(reading.versements.map(({ area }) => areaAddress(area))).toEqual(["A11:E12"]);
  expect(reading.prose.map(({ ref }) => ref.row)).toEqual([0, 13]);
});
