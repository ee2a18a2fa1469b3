/**
 * What the Nord could have spent in 2024, beside its plan: the réalisé as an officer types it, and the bilan that follows
 * from it. Dues and balances were computed by hand; the sums of rows are added here.
 */
import { Decimal } from "../../src/domain/decimal";
import type { Sheet, Workbook } from "../../src/workbook/picture";
import { nordPlan } from "./nord";
import { sheet, workbook, type Typing } from "./picture";

const EUROS = '#,##0.00\\ "€"';
const PERCENT = "0.0%";

/** The columns of the bilan that rows add up, in the order of its sheet; "-" where a row has none. */
const SOMMES = [
  "prevuEtat",
  "prevuDepartement",
  "prevuTotal",
  "realise",
  "ineligible",
  "autres",
  "eligible",
  "due",
  "departement",
  "verse",
  "solde",
  "excedent",
] as const;

type Somme = (typeof SOMMES)[number];
export type ActionRealisee = Readonly<Record<Somme, number | "-" | "NC">> & {
  readonly bloc: string;
  readonly fiche: string | null;
  readonly intitule: string;
  readonly code: string;
  readonly justification: string | null;
};

function action(
  [bloc, fiche, intitule, code]: readonly [string, string | null, string, string],
  amounts: readonly (number | "-" | "NC")[],
  justification: string | null = null,
): ActionRealisee {
  const values = Object.fromEntries(SOMMES.map((somme, place) => [somme, amounts[place] ?? "-"]));
  return { bloc, fiche, intitule, code, justification, ...(values as Record<Somme, number | "-" | "NC">) };
}

const AXE_1 = "Axe Prévenir la pauvreté et lutter contre les inégalités dès l'enfance";
const AXE_3 = "Axe Lutter contre la grande exclusion grâce à l'accès aux droits";
const AXE_4 = "Axe Construire une transition écologique solidaire";
const VOLET_1 = "Volet 1 – Préparer l'application de la loi Plein emploi";
const VOLET_2 = "Volet 2 – Amplifier la politique d'accès à l'emploi pour tous";
const VOLET_3 = "Volet 3 – Accompagnement rénové des allocataires du RSA";
const TOURCOING = "Convention particulière (hors pacte)";

/** What is left of Tourcoing's advance of 2023 (L3231): the total counts it among what was paid. */
export const REPORT_2023 = 87_730;

/** The advances of the emploi convention (L731-732) and of Tourcoing's avenant (L2308). */
export const AVANCES = { "volets-1-2": 5_332_747.2, "volet-3": 3_420_000, tourcoing: 809_635.8 } as const;

/** Each action of the plan with what was spent on it, in the order of the plan. */
export const ACTIONS: readonly ActionRealisee[] = [
  action(
    [AXE_1, "1.1", "Accrochage scolaire", "030450232301"],
    [2e6, 2e6, 4e6, 3_912_450.3, 0, 0, 3_912_450.3, 1_956_225.15, 1_956_225.15, 2e6, 0, 43_774.85],
    "Recrutements décalés à septembre",
  ),
  action(
    [AXE_1, "1.2", "Jeunes en situation de précarité", "030450232301"],
    [450_000, 450_000, 900_000, 912_340, 12_340, 40_000, 900_000, 430_000, 430_000, 450_000, 0, 20_000],
    "Cofinancement FSE obtenu en cours d'année",
  ),
  action(
    [AXE_3, "3.1", "Logement autonome", "030450232501"],
    [2_028_250, 2_028_250, 4_056_500, 4_120_000, 0, 0, 4_120_000, 2_028_250, 2_091_750, 2_028_250, 0, 0],
  ),
  action(
    [AXE_3, "3.2", "Aller-vers", "030450232501"],
    [670_730, 670_730, 1_341_460, 1_254_873.41, 0, 0, 1_254_873.41, 627_436.7, 627_436.71, 670_730, 0, 43_293.3],
    "Deux équipes mobiles sur trois",
  ),
  action(
    [AXE_4, "4.1", "Vulnérabilité énergétique", "030450232601"],
    [375_000, 375_000, 750_000, 750_000, 0, 0, 750_000, 375_000, 375_000, 375_000, 0, 0],
  ),
  action(
    [AXE_4, "4.2", "Précarité alimentaire", "030450232601"],
    [525_000, 525_000, 1_050_000, 1_012_500.5, 2_500.5, 0, 1_010_000, 505_000, 505_000, 525_000, 0, 20_000],
    "Achats groupés",
  ),
  action(
    [VOLET_1, "2.1", "Préparer l'application de la loi Plein emploi", "010200002535"],
    [135_000, "NC", 135_000, 128_450, 0, 0, 128_450, 128_450, 0, "-", "-", "-"],
  ),
  action(
    [VOLET_2, "2.2", "Amplifier la politique d'accès à l'emploi pour tous", "010200002535"],
    [8_752_912, 8_752_912, 17_505_824, 17_320_118.46, 45_118.46, 0, 17_275_000, 8_637_500, 8_637_500, "-", "-", "-"],
  ),
  action(
    [VOLET_3, "2.3", "Accompagnement rénové des allocataires du RSA", "010200002501"],
    [5_700_000, "NC", 5_700_000, 5_812_300.75, 0, 0, 5_812_300.75, 5_700_000, 112_300.75, "-", "-", "-"],
  ),
  action(
    [TOURCOING, null, "Conventionnement 2024 de l'expérimentation à Tourcoing", "010200002501"],
    [1_349_393, "NC", 1_349_393, 1_402_118, 0, 0, 1_402_118, 1_349_393, 52_725, "-", "-", "-"],
  ),
];

const HEADER: Typing[] = [
  "N° fiche",
  "Intitulé de l'action",
  "Code activité",
  "Prévu État",
  "Prévu CD",
  "Prévu total",
  "Dépenses réalisées",
  "dont inéligibles",
  "Autres financeurs",
  "Dépenses éligibles",
  "Part État due",
  "Part CD réalisée",
  "Taux CD",
  "Taux d'exécution",
  "Déjà versé",
  "Solde à verser",
  "Trop-perçu ou reliquat",
  "Justification de l'écart",
];

function taux(part: Decimal, whole: Decimal): Typing {
  return whole.isZero() ? "-" : { value: part.div(whole).toDecimalPlaces(8).toNumber(), format: PERCENT };
}

/** One row of the bilan: what it is, then its amounts with both rates in their place. */
function ligne(
  labels: readonly Typing[],
  amounts: Readonly<Record<Somme, Typing>>,
  justification: Typing = null,
): Typing[] {
  const value = (somme: Somme): Decimal => {
    const amount = amounts[somme];
    return new Decimal(typeof amount === "number" ? amount : 0);
  };
  const before = SOMMES.slice(0, 9).map((somme) => amounts[somme]);
  const after = SOMMES.slice(9).map((somme) => amounts[somme]);
  const rates = [taux(value("departement"), value("eligible")), taux(value("realise"), value("prevuTotal"))];
  return [...labels, ...before, ...rates, ...after, justification];
}

function somme(rows: readonly ActionRealisee[], paid: Partial<Record<Somme, number>> = {}): Record<Somme, Typing> {
  const total = (key: Somme): number =>
    paid[key] ??
    rows.reduce((sum, row) => sum.plus(typeof row[key] === "number" ? row[key] : 0), new Decimal(0)).toNumber();
  return Object.fromEntries(SOMMES.map((key) => [key, total(key)])) as Record<Somme, Typing>;
}

const of = (...blocs: readonly string[]): ActionRealisee[] => ACTIONS.filter(({ bloc }) => blocs.includes(bloc));

function bloc(name: string, sousTotal: string): Typing[][] {
  return [
    [name],
    ...of(name).map((row) => ligne([row.fiche, row.intitule, row.code], row, row.justification)),
    ligne([sousTotal, null, null], sansPaiement(name, somme(of(name)))),
  ];
}

/** The emploi part and Tourcoing are paid on lines of their own. */
function sansPaiement(name: string, amounts: Record<Somme, Typing>): Record<Somme, Typing> {
  const isPaidByAction = [AXE_1, AXE_3, AXE_4].includes(name);
  return isPaidByAction ? amounts : { ...amounts, verse: "-", solde: "-", excedent: "-" };
}

function versement(label: string, amounts: Readonly<Partial<Record<Somme, Typing>>>): Typing[] {
  const none = Object.fromEntries(SOMMES.map((key) => [key, null])) as Record<Somme, Typing>;
  return [label, null, null, ...ligne([], { ...none, ...amounts }).map((typing) => (typing === "-" ? null : typing))];
}

/** The rows of the bilan from row 5 on: header in row 4, actions of axe 1 in rows 6 and 7, total in row 33. */
export const BILAN_ROWS: readonly (readonly Typing[])[] = [
  ...bloc(AXE_1, "Sous-total axe 1"),
  ...bloc(AXE_3, "Sous-total axe 3"),
  ...bloc(AXE_4, "Sous-total axe 4"),
  ligne(["Sous-total Solidarités", null, null], somme(of(AXE_1, AXE_3, AXE_4))),
  ...bloc(VOLET_1, "Sous-total volet 1"),
  ...bloc(VOLET_2, "Sous-total volet 2"),
  versement("Versement volets 1 et 2", {
    due: 8_765_950,
    verse: AVANCES["volets-1-2"],
    solde: 3_433_202.8,
    excedent: 0,
  }),
  ...bloc(VOLET_3, "Sous-total volet 3"),
  versement("Versement volet 3", {
    due: 5_700_000,
    verse: AVANCES["volet-3"],
    solde: "au bilan final",
    excedent: "au bilan final",
  }),
  ...bloc(TOURCOING, "Sous-total convention particulière").slice(0, -1),
  versement("Report 2023", { verse: REPORT_2023 }),
  versement("Versement convention particulière", {
    due: 1_349_393,
    verse: AVANCES.tourcoing,
    solde: 452_027.2,
    excedent: 0,
  }),
  ligne(["Total général", null, null], somme(ACTIONS, { verse: 15_699_093, solde: 3_885_230, excedent: 127_068.15 })),
];

/** The sheet "Bilan 2024": title in row 1, header in row 4. */
export function bilanSheet(rows: readonly (readonly Typing[])[] = BILAN_ROWS): Sheet {
  const all = [["Bilan financier intermédiaire 2024"], ["Département du Nord"], [], HEADER, ...rows];
  const headings = all.flatMap((row, place) => (place > 3 && row.length === 1 ? [`A${place + 1}:R${place + 1}`] : []));
  return sheet("Bilan 2024", all, { format: EUROS, merges: headings });
}

/** The entry sheet "Réalisé 2024": header in row 3, actions from row 4, the report of Tourcoing under its action. */
export function realiseSheet(): Sheet {
  const rows = ACTIONS.map((row, place): Typing[] => {
    const isHead = ACTIONS.findIndex(({ bloc: name }) => name === row.bloc) === place;
    const paid: Readonly<Record<string, number>> = {
      [VOLET_1]: AVANCES["volets-1-2"],
      [VOLET_3]: AVANCES["volet-3"],
      [TOURCOING]: AVANCES.tourcoing,
    };
    const verse = paid[row.bloc] ?? (row.bloc === VOLET_2 ? null : row.verse);
    const { fiche, intitule, prevuTotal, realise, ineligible, autres, departement, justification } = row;
    const amounts = [prevuTotal, realise, ineligible, autres, departement, verse];
    return [isHead ? row.bloc : null, fiche, intitule, ...amounts, justification];
  });
  const header = [
    "Axe ou volet",
    "Fiche",
    "Intitulé",
    "Budget prévu",
    "Dépenses réalisées",
    "dont inéligibles",
    "Autres financeurs",
    "Payé par le CD",
    "Déjà versé par l'État",
    "Justification de l'écart",
  ];
  const report: Typing[] = [null, null, "Report 2023", null, null, null, null, null, REPORT_2023];
  return sheet("Réalisé 2024", [["Réalisé 2024"], [], header, ...rows, report], {
    format: EUROS,
    // One advance for volets 1 and 2: one cell over both rows.
    merges: ["A4:A5", "A6:A7", "A8:A9", "I10:I11"],
  });
}

/** The Nord's plan of 2024, what was spent on it, and the bilan that follows. */
export function nordBilan(): Workbook {
  return workbook(...nordPlan().sheets, realiseSheet(), bilanSheet());
}
