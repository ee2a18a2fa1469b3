/** What the sentences of findings are made of: data in, French out. */
import type { Decimal } from "../domain/decimal";
import { formatFigure } from "../domain/format";
import type { Grandeur } from "../domain/grandeur";
import type { RuleId } from "../rules/rule";

export type FindingKind =
  /** A culprit that the diagnosis named. */
  | "culprit"
  /** Several cells of one row that are wrong together. */
  | "row"
  /** A difference that rounding explains, in euros, or that truncation does, in k€ and M€. */
  | "rounding"
  | "truncation"
  /** Nothing is wrong, but amounts in k€ or M€ leave a margin worth knowing. */
  | "margin"
  /** A text that a sum passes over. */
  | "text-in-sum"
  /** A fault of one cell by itself. */
  | "cell";

export interface FindingData {
  readonly rule: RuleId;
  readonly kind: FindingKind;
  readonly variant: string;
  /** What the row is about: "action 2.2", "« Sous total »", "année 2024". */
  readonly subject: string;
  readonly written: string;
  readonly actual: Decimal | null;
  readonly expected: Decimal | null;
  /** What the cell should hold when that is no amount: a code, an identifier. */
  readonly proposal: string | null;
  readonly gap: Decimal | null;
  /** How many checks the proposed value puts right. */
  readonly mended: number;
  readonly reference: string | null;
  readonly slip: string | null;
  readonly runnerUp: string | null;
  /** True when the culprit is what the relation adds up to, false for one of its terms. */
  readonly isTotal: boolean;
  /** What its figures count; euros where it does not say. */
  readonly grandeur?: Grandeur;
}

/** A family's own words for faults of single cells. */
export interface Sentences {
  title(data: FindingData): string;
  statement(data: FindingData): string;
}

/** Longest text of a cell that a sentence quotes. */
const LONGEST_QUOTE = 60;

/** A cell's own text inside French quotes, on one line, shortened: it is shown, never interpreted. */
export function quoted(text: string, longest = LONGEST_QUOTE): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `«\u00A0${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}\u00A0»`;
}

/** What a cell says: its amount, its text in quotes, or "rien". */
export function writtenAmount({ actual, written, grandeur }: FindingData): string {
  if (actual !== null) return formatFigure(actual, grandeur);
  return written === "" ? "rien" : quoted(written);
}

/** "Écrit : … ; attendu : …, écart de …." in euros, or in what is counted. */
export function figures(data: FindingData): string {
  const { expected, gap, grandeur } = data;
  if (expected === null) return `Écrit\u00A0: ${writtenAmount(data)}.`;
  const difference = gap === null || gap.isZero() ? "" : `, écart de ${formatFigure(gap.abs(), grandeur)}`;
  return `Écrit\u00A0: ${writtenAmount(data)}\u00A0; attendu\u00A0: ${formatFigure(expected, grandeur)}${difference}.`;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
