import type { Bilan } from "../../src/reading/bilanTables";
import { readTables } from "../../src/reading/read";
import { areaAddress } from "../../src/workbook/address";
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
    ["Convention emploi"],
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
        ["Bilan d'exécution 2025"],
        ["Fiche", "Intitulé", "Réalisé", "Déjà versé", "Solde"],
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
  expect(reading.bilans.map(({ area, year }) => `${areaAddress(area)} ${year}`)).toEqual(["A7:E9 2025"]);
  expect(reading.versements.map(({ area }) => areaAddress(area))).toEqual(["A12:E13"]);
  expect(reading.prose.map(({ ref }) => ref.row)).toEqual([0, 14]);
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
