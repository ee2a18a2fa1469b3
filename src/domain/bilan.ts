/**
 * What the State owes on a bilan, and by which payments: rules as data, per block and span of years. A year without
 * data is not a pass: who asks gets null and answers "non vérifiable".
 */
import type { Bloc } from "./bloc";
import type { Span } from "./clauses";
import { Decimal, ZERO } from "./decimal";
import type { Source } from "./source";

/** Of the emploi part: volet 3 is balanced on the final bilan alone. */
export type Etape = "intermediaire" | "final";

export interface RegleDeBilan {
  readonly blocs: readonly Bloc[];
  /** Where the State's share is computed: for each action, or once for the block. */
  readonly niveau: "action" | "bloc";
  /** The most that the State pays of the eligible expense, as decimal text: "0.5" is 50 %. */
  readonly quotite: string;
  /** Other financers' amounts are taken off the expense before the share is. */
  readonly sansAutresFinanceurs: boolean;
  readonly span: Span;
  /** The first year that a bilan adds up with its own; null for a bilan of one year. */
  readonly cumulDepuis: number | null;
  readonly source: Source;
}

export const REGLES_DE_BILAN: readonly RegleDeBilan[] = [
  {
    blocs: ["axe-1", "axe-3", "axe-4"],
    niveau: "action",
    quotite: "0.5",
    sansAutresFinanceurs: true,
    span: { from: 2024, to: 2027 },
    cumulDepuis: 2024,
    source: { article: "Convention solidarités, art. 3.3, 4 et 5", lines: [229, 259, 261, 488, 500, 504, 508, 510] },
  },
  {
    blocs: ["volet-1"],
    niveau: "bloc",
    quotite: "1",
    sansAutresFinanceurs: false,
    span: { from: 2024, to: 2024 },
    cumulDepuis: null,
    source: { article: "Convention emploi, art. 4.1 et 6", lines: [707, 733, 770] },
  },
  {
    blocs: ["volet-2"],
    niveau: "bloc",
    quotite: "0.5",
    sansAutresFinanceurs: false,
    span: { from: 2024, to: 2024 },
    cumulDepuis: null,
    source: { article: "Convention emploi, art. 3.3 et 6", lines: [683, 733, 770] },
  },
  {
    blocs: ["volet-3"],
    niveau: "bloc",
    quotite: "1",
    sansAutresFinanceurs: false,
    span: { from: 2024, to: 2025 },
    cumulDepuis: 2024,
    source: { article: "Convention emploi, art. 2 et 6", lines: [650, 670, 734, 770] },
  },
  {
    blocs: ["tourcoing"],
    niveau: "bloc",
    quotite: "1",
    sansAutresFinanceurs: false,
    span: { from: 2023, to: 2024 },
    cumulDepuis: null,
    source: { article: "Avenant n° 1 de Tourcoing, art. 4 et 5", lines: [2289, 2291, 2304, 2309] },
  },
];

export interface LigneDePaiement {
  readonly id: "solidarites" | "volets-1-2" | "volet-3" | "tourcoing";
  readonly label: string;
  /** Paid together: their dues are added, each within its own ceiling. */
  readonly blocs: readonly Bloc[];
  /** The bilan on which the balance is paid. */
  readonly soldeSur: "bilan" | "bilan-final";
  /** What was paid beyond the due: to be justified, or to be repaid. */
  readonly excedent: "reliquat" | "trop-percu";
  /** What was left of the year before's advance is taken off (Tourcoing, 2023). */
  readonly deduitLeReport: boolean;
  readonly span: Span;
  /** Last day on which its credits may be spent, "YYYY-MM-DD". */
  readonly fin: string;
  readonly source: Source;
}

export const LIGNES_DE_PAIEMENT: readonly LigneDePaiement[] = [
  {
    id: "solidarites",
    label: "Solidarités (axes 1, 3 et 4)",
    blocs: ["axe-1", "axe-3", "axe-4"],
    soldeSur: "bilan",
    excedent: "reliquat",
    deduitLeReport: false,
    span: { from: 2024, to: 2027 },
    fin: "2027-12-31",
    source: { article: "Convention solidarités, art. 2, 3.2 et 5", lines: [421, 454, 462, 510, 514] },
  },
  {
    id: "volets-1-2",
    label: "Volets 1 et 2",
    blocs: ["volet-1", "volet-2"],
    soldeSur: "bilan",
    excedent: "trop-percu",
    deduitLeReport: false,
    span: { from: 2024, to: 2024 },
    fin: "2024-12-31",
    source: { article: "Convention emploi, art. 2 et 6", lines: [648, 733, 738] },
  },
  {
    id: "volet-3",
    label: "Volet 3",
    blocs: ["volet-3"],
    soldeSur: "bilan-final",
    excedent: "trop-percu",
    deduitLeReport: false,
    span: { from: 2024, to: 2025 },
    fin: "2025-12-31",
    source: { article: "Convention emploi, art. 2 et 6", lines: [650, 734, 738] },
  },
  {
    id: "tourcoing",
    label: "Convention particulière (Tourcoing)",
    blocs: ["tourcoing"],
    soldeSur: "bilan",
    excedent: "trop-percu",
    deduitLeReport: true,
    span: { from: 2023, to: 2024 },
    fin: "2024-12-31",
    source: { article: "Avenant n° 1 de Tourcoing, art. 5", lines: [2301, 2304, 2308, 2309] },
  },
];

function isWithin(year: number, { from, to }: Span): boolean {
  return year >= from && year <= to;
}

/** How a block's due is computed for a year; null where the year has no data. */
export function regleDeBilan(bloc: Bloc, year: number): RegleDeBilan | null {
  return REGLES_DE_BILAN.find(({ blocs, span }) => blocs.includes(bloc) && isWithin(year, span)) ?? null;
}

/** The payment that a block is part of, for a year; null where the year has no data. */
export function ligneDePaiement(bloc: Bloc, year: number): LigneDePaiement | null {
  return LIGNES_DE_PAIEMENT.find(({ blocs, span }) => blocs.includes(bloc) && isWithin(year, span)) ?? null;
}

/** The expense that counts: what was spent, less what the officer declares ineligible. Euros. */
export function eligible(realise: Decimal, ineligible: Decimal): Decimal {
  return realise.minus(ineligible);
}

/**
 * What the State owes for an action or a block: its ceiling, and no more than its share of the expense. Euros; half a
 * centime is left to the CD, since the State never pays more than its share.
 */
export function partDue(
  { quotite, sansAutresFinanceurs }: RegleDeBilan,
  amounts: { readonly plafond: Decimal; readonly eligible: Decimal; readonly autres: Decimal },
): Decimal {
  const base = sansAutresFinanceurs ? amounts.eligible.minus(amounts.autres) : amounts.eligible;
  const share = Decimal.max(ZERO, base).times(quotite).toDecimalPlaces(2, Decimal.ROUND_DOWN);
  return Decimal.min(amounts.plafond, share);
}

/** What the State still pays on a payment line, and what it was paid too much. Euros; one of the two is zero. */
export function soldeDe(du: Decimal, verse: Decimal): { readonly solde: Decimal; readonly excedent: Decimal } {
  const difference = du.minus(verse);
  return { solde: Decimal.max(ZERO, difference), excedent: Decimal.max(ZERO, difference.negated()) };
}
