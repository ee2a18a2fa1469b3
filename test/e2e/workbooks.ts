/** Workbooks made for the tests of the pane. */
import { writeXlsx, type CellValue } from "hucre";
import type { Picked } from "./bench";

/** A plan whose row totals hold, but for what `change` does to its rows. */
export function planRows(change: (rows: CellValue[][]) => void = () => undefined): CellValue[][] {
  const rows: CellValue[][] = [
    ["Plan de financement 2024"],
    ["Axe", "Action", "Actions et dispositifs", "Participation de l'État", "Participation du département", "Total"],
    ["Pilier 1 – Prévenir la pauvreté", "1.1", "Accueil social inconditionnel", 1_000_000, 1_000_000, 2_000_000],
    ["Pilier 1 – Prévenir la pauvreté", "1.2", "Premiers pas en protection", 450_000, 450_000, 900_000],
    ["Sous-total", null, null, 1_450_000, 1_450_000, 2_900_000],
    ["Pilier 2 – Lever les freins", "2.1", "Mobilité", 300_000, 300_000, 600_000],
    ["Pilier 2 – Lever les freins", "2.2", "Logement", 250_000, 250_000, 500_000],
    ["Sous-total", null, null, 550_000, 550_000, 1_100_000],
    ["Total général", null, null, 2_000_000, 2_000_000, 4_000_000],
  ];
  change(rows);
  return rows;
}

export async function workbook(name: string, sheets: Readonly<Record<string, CellValue[][]>>): Promise<Picked> {
  const written = { sheets: Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows })) };
  return { name, bytes: await writeXlsx(written) };
}

/** The plan with one row total too high by 90 000 €, in F4. */
export function faultyPlan(): Promise<Picked> {
  const rows = planRows((plan) => plan[3]?.splice(5, 1, 990_000));
  return workbook("plan-faux.xlsx", { Plan: rows });
}

export const HOSTILE_TEXTS = [
  '<img src=x onerror="alert(1)">',
  "<script>alert(2)</script>",
  "=cmd|' /C calc'!A0",
  '"><svg onload=alert(3)>',
];

/** The faulty plan, with labels that would harm a page which takes texts for code. */
export function hostilePlan(): Promise<Picked> {
  const rows = planRows((plan) => {
    plan[3]?.splice(5, 1, 990_000);
    plan[3]?.splice(2, 1, HOSTILE_TEXTS[0] ?? "");
    plan[2]?.splice(2, 1, HOSTILE_TEXTS[1] ?? "");
    plan[5]?.splice(2, 1, HOSTILE_TEXTS[2] ?? "");
    plan[6]?.splice(2, 1, HOSTILE_TEXTS[3] ?? "");
  });
  return workbook("hostile.xlsx", { "<b>Plan & Cie": rows });
}

/** 200 sheets: the faulty plan last. */
export function manySheets(): Promise<Picked> {
  const others = Array.from({ length: 199 }, (_, index) => [`Annexe ${index + 1}`, [["Note", index]]] as const);
  const faulty = planRows((plan) => plan[3]?.splice(5, 1, 990_000));
  return workbook("200-feuilles.xlsx", { ...Object.fromEntries(others), Plan: faulty });
}

export function withoutTable(): Promise<Picked> {
  return workbook("courses.xlsx", { Feuil1: [["Liste de courses"], ["Pain", 2], ["Lait", 3]] });
}

export const NO_WORKBOOK: Picked = {
  name: "notes.xlsx",
  bytes: new TextEncoder().encode("ceci n'est pas un classeur"),
};

/** Budgets of so many fiches, each with the total of its only year too high, each by another amount. */
export function faultyFiches(count: number): Promise<Picked> {
  const rows = Array.from({ length: count }, (_, index): CellValue[][] => {
    const share = 100_000 + index * 1_000;
    return [
      [`Budget prévisionnel de l'action 1.${index + 1}`],
      ["Année", "Etat", "Conseil départemental", "Total"],
      [2024, share, share, share * 2 + 10 + index],
      [],
    ];
  });
  return workbook("fiches.xlsx", { Fiches: rows.flat() });
}

/** The imputations of the conventions, each code without its first zero, as Excel leaves a code that is typed. */
export function lostZeros(): Promise<Picked> {
  return workbook("imputations.xlsx", {
    Imputations: [
      ["Imputations budgétaires 2024"],
      ["Objet", "Programme", "Action", "Sous-action", "Code activité"],
      ["Axe Prévenir la pauvreté", "304", "23", "23", 30_450_232_301],
      ["Axe Lutter contre la grande exclusion", "304", "23", "25", 30_450_232_501],
      ["Axe Transition écologique solidaire", "304", "23", "26", 30_450_232_601],
      ["Volet 1", "102", "02", null, 10_200_002_535],
      ["Volet 2", "102", "02", null, 10_200_002_535],
      ["Volet 3", "102", "02", null, 10_200_002_501],
    ],
  });
}

/** The faulty plan on a sheet that is protected, and again on one that is hidden. */
export async function closedSheets(): Promise<Picked> {
  const rows = (place: number) => planRows((plan) => plan[place]?.splice(5, 1, 990_000));
  const sheets = [
    { name: "Notes", rows: [["Note"]] },
    { name: "Verrou", rows: rows(3), protection: { sheet: true } },
    { name: "Cachée", rows: rows(2), hidden: true },
  ];
  return { name: "fermees.xlsx", bytes: await writeXlsx({ sheets }) };
}
