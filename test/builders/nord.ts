/** The Nord's tables of 2024 (deliberation of 8 July 2024, L1207-2085 and L2185-2205), typed for tests. */
import type { Workbook } from "../../src/workbook/picture";
import { sheet, workbook, type Typing } from "./picture";

export const HEADER: Typing[] = [
  "Axes de la contractualisation",
  "Fiche action N°",
  "Intitulé de l'action",
  "A\nParticipation État notifiée pour la convention 2024",
  "B\nCrédits CD affectés pour la convention 2024",
  "C\nBudget global de l'action prévu en 2024 (A+B)",
];

/** Rows 5 to 21 of annexe 1.b, under the header in row 4. */
export const PLAN_ROWS: Typing[][] = [
  [
    "Axe Prévenir la pauvreté et lutter contre les inégalités dès l'enfance",
    "1.1",
    "Accrochage scolaire",
    2_000_000,
    2_000_000,
    4_000_000,
  ],
  [null, "1.2", "Jeunes en situation de précarité", 450_000, 450_000, 900_000],
  [null, null, "Sous total", 2_450_000, 2_450_000, 4_900_000],
  [
    "Axe Lutter contre la grande exclusion grâce à l'accès aux droits",
    "3.1",
    "Logement autonome",
    2_028_250,
    2_028_250,
    4_056_500,
  ],
  [null, "3.2", "Aller-vers", 670_730, 670_730, 1_341_460],
  [null, null, "Sous total", 2_698_980, 2_698_980, 5_397_960],
  ["Axe Construire une transition écologique solidaire", "4.1", "Vulnérabilité énergétique", 375_000, 375_000, 750_000],
  [null, "4.2", "Précarité alimentaire", 525_000, 525_000, 1_050_000],
  [null, null, "Sous total", 900_000, 900_000, 1_800_000],
  ['Sous total "Solidarités"', null, null, 6_048_980, 6_048_980, 12_097_960],
  [
    "Amplifier la politique d'accès à l'emploi pour tous",
    "2.1",
    "Préparer l'application de la loi Plein emploi",
    135_000,
    "NC",
    135_000,
  ],
  [null, "2.2", "Amplifier la politique d'accès à l'emploi pour tous", 8_752_912, 8_752_912, 17_505_824],
  [null, "2.3", "Accompagnement rénové des allocataires du RSA", 5_700_000, "NC", 5_700_000],
  ['Sous total "Emploi"', null, null, 14_587_912, 8_752_912, 23_340_824],
  ["Total financier Pacte local des solidarités", null, null, 20_636_892, 14_801_892, 35_438_784],
  ["Conventionnement 2024 de l'expérimentation à Tourcoing", null, null, 1_349_393, "NC", 1_349_393],
  ["Total financier Contractualisation Etat", null, null, 21_986_285, 14_801_892, 36_788_177],
];

const YEARS = [2024, 2025, 2026, 2027];

/** Fiche, yearly amounts (State, CD, total), totals over four years when the fiche has them. */
const FICHES: readonly (readonly [string, readonly [string, string, string], (readonly [string, string, string])?])[] =
  [
    ["1.1.1", ["75 000 €", "75 000 €", "150 000 €"], ["300 000 €", "300 000 €", "600 000 €"]],
    ["1.1.2", ["1,925 M€", "1,925 M€", "3,850 M€"], ["7,7 M€", "7,7 M€", "15,4 M€"]],
    ["1.2.1", ["365 000 €", "365 000 €", "730 000 €"], ["1 460 000 €", "1 460 000 €", "2 920 000 €"]],
    ["1.2.2", ["85 000 €", "85 000 €", "170 000 €"], ["340 000 €", "340 000 €", "680 000 €"]],
    ["2.1", ["135 000 €", "-", "135 000 €"]],
    ["2.2.1", ["5,382 M€", "5,382 M€", "10,765 M€"]],
    ["2.2.2", ["110 000 €", "110 000 €", "220 000 €"]],
    ["2.2.3", ["317 500 €", "317 500 €", "635 000 €"]],
    ["2.2.4", ["600 000 €", "600 000 €", "1,2 M€"]],
    ["2.2.5", ["352 500 €", "352 500 €", "0,705 M€"]],
    ["2.2.6", ["915 000 €", "915 000 €", "1,830 M€"]],
    ["2.2.7", ["550 000 €", "550 000 €", "1,1 M€"]],
    ["2.2.8", ["525 412 €", "525 412 €", "1,05 M€"]],
    ["3.1.1", ["903 250 €", "903 250 €", "1, 806 M€"], ["3 613 000 €", "3 613 000 €", "7,226 M €"]],
    ["3.1.2", ["1,125 M€", "1,125 M€", "2,250 M€"], ["4,5 M€", "4,5 M€", "9 M€"]],
    ["3.2.1", ["180 000 €", "180 000 €", "360 000 €"], ["720 000 €", "720 000 €", "1 440 000 €"]],
    ["3.2.2", ["100 000 €", "100 000 €", "200 000 €"], ["400 000 €", "400 000 €", "800 000 €"]],
    ["3.2.3", ["390 730 €", "390 730 €", "781 460 €"], ["1 562 920 €", "1 562 920 €", "3 125 840 €"]],
    ["4.1", ["375 000 €", "375 000 €", "750 000 €"], ["1,5 M€", "1,5 M€", "3 M€"]],
    ["4.2", ["525 000 €", "525 000 €", "1,050 M€"], ["2,1 M€", "2,1 M€", "4,2 M€"]],
  ];

/** Fiche 2.3 (L1742-1754): totals above their details, four cities one euro over, Tourcoing apart. */
export const TERRITOIRES: Typing[][] = [
  ["Budget prévisionnel de l'action 2.3"],
  [null, "Etat", "Conseil départemental", "Total"],
  [2024, "7 049 393 €", "-", "7 049 393 €"],
  ["Au titre de la contractualisation PLS :", "5 700 000 €", "-", "5 700 000 €"],
  ["Roubaix", "2 059 410 €", "-", "2 059 410 €"],
  ["Dunkerque", "955 246 €", "-", "955 246 €"],
  ["Maubeuge", "1 357 201 €", "-", "1 357 201 €"],
  ["Denain", "1 328 144 €", "-", "1 328 144 €"],
  ["Par convention particulière :"],
  ["Tourcoing", "1 349 393 €", "-", "1 349 393 €"],
];

export function ficheRows(): Typing[][] {
  return FICHES.flatMap(([fiche, yearly, total]) => [
    [`Budget prévisionnel de l'action ${fiche}`],
    ["Année", "Etat", "Conseil départemental", "Total"],
    ...(total ? YEARS : [2024]).map((year): Typing[] => [{ value: year, format: "General" }, ...yearly]),
    ...(total ? [["Total", ...total]] : []),
    [],
  ]);
}

/** Row (1-based) of the yearly line of a fiche in the sheet "Fiches". */
export function ficheRow(fiche: string, year: number | "Total" = 2024): number {
  const rows = ficheRows();
  const title = rows.findIndex(([text]) => text === `Budget prévisionnel de l'action ${fiche}`);
  const offset = year === "Total" ? 6 : 2 + (year - 2024);
  return title + offset + 1;
}

/** The plan alone, on the sheet "Plan": header in row 4, actions from row 5. */
export function nordPlan(): Workbook {
  const rows = [["Annexe 1.b. Plan de financement 2024"], [], [], HEADER, ...PLAN_ROWS];
  return workbook(sheet("Plan", rows, { merges: ["A5:A6", "A8:A9", "A11:A12"], format: '#,##0\\ "€"' }));
}

/** Plan and fiches, on "Plan" and "Fiches". */
export function nord(): Workbook {
  return workbook(...nordPlan().sheets, sheet("Fiches", ficheRows()));
}

/** Plan, fiches and the territorial budget of action 2.3. */
export function nordWithTerritoires(): Workbook {
  return workbook(...nord().sheets, sheet("Fiche 2.3", TERRITOIRES));
}
