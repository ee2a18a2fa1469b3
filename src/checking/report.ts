/** What a check answers: one shape for the pane, the command line and, later, the report sheet. Plain data. */
import type { CodeActivite } from "../domain/codesActivite";
import type { Grandeur } from "../domain/grandeur";
import type { Lecture, LieuDeLecture } from "../domain/lecture";
import type { Reglages } from "../domain/reglages";
import type { CellRef } from "../workbook/address";
import type { Anchor } from "./anchors";

export type Severity = "blocking" | "warning" | "info";
export type Verdict = "bloquant" | "a-justifier" | "sans-anomalie" | "non-verifiable" | "illisible";

/**
 * Amounts travel as decimal text in euros with two decimals or more ("4000000.00"): never as a float. Counts travel as
 * they are ("2576").
 */
export type AmountText = string;

export interface Term {
  readonly cell: CellRef;
  readonly amount: AmountText | null;
  /** What the cell says, where it is no amount: "NC", "-", or nothing. */
  readonly written: string;
  /** How the term counts in the sum: 1, -1, … as decimal text. */
  readonly coefficient: string;
  readonly label: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The culprit: the one cell to look at first. */
  readonly cell: CellRef;
  /** The other cells that take part. */
  readonly cells: readonly CellRef[];
  /** A few words for a list: "Sous-total inexact". */
  readonly title: string;
  /** The whole sentence: what is wrong with its figures, why, what to do. */
  readonly message: string;
  /** What is wrong with its figures, alone. */
  readonly statement: string;
  /** Why, with the article or the rule of arithmetic. */
  readonly why: string;
  readonly whatToDo: string;
  /** A likely cause ("Deux chiffres intervertis ?"), when the evidence shows one. */
  readonly hint: string | null;
  /** What its figures count; euros where it does not say. */
  readonly grandeur?: Grandeur;
  /** What the cell says. */
  readonly written: string;
  readonly expected: AmountText | null;
  readonly actual: AmountText | null;
  readonly gap: AmountText | null;
  readonly reference: string | null;
  readonly terms: readonly Term[];
  /** A second cell that explains the fault as well, where the evidence does not decide. */
  readonly runnerUp: { readonly cell: CellRef; readonly expected: AmountText } | null;
  /** For a code activité: those of the year, with what each is for; empty elsewhere. */
  readonly codes: readonly CodeActivite[];
  readonly fix: { readonly cell: CellRef; readonly value: string; readonly safe: boolean } | null;
  /** The formula that the cell should hold, en-US, where the fault is the formula's. */
  readonly formula?: string;
  /** What it is about, wherever its row stands: what a justification is kept for. */
  readonly anchor: Anchor;
}

/** A finding before its cell is looked up in the tables. */
export type Card = Omit<Finding, "anchor">;

export type Outcome = "passed" | "findings" | "not-applicable" | "not-verifiable";

export interface RuleOutcome {
  readonly rule: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly checked: number;
  readonly reason: string | null;
}

/** How a table was read, in the words that a person corrects it with. */
export interface TableReading {
  /** What holds the table, wherever its rows move. */
  readonly lieu: LieuDeLecture;
  readonly columns: readonly {
    readonly letter: string;
    readonly header: string;
    /** One of the kind's; null where nothing was made of the column. */
    readonly role: string | null;
  }[];
  /** What a person said of it; null where nobody did. */
  readonly confirmed: Lecture | null;
}

/** A table that lacks something to be read, or to be checked: a notice, never a finding. */
export interface NearTable {
  /** The kind that it looks like. */
  readonly kind: string;
  readonly sheet: string;
  readonly range: string;
  /** What lacks: "colonne", "annee", "unite"… */
  readonly missing: readonly string[];
  /** The whole sentence: what it looks like, what lacks, what to do. */
  readonly message: string;
  /** It is read and checked all the same. */
  readonly isRead: boolean;
  readonly reading: TableReading;
}

export interface TableSummary {
  readonly kind: string;
  readonly sheet: string;
  readonly range: string;
  readonly year: number | null;
  readonly unit: string;
  readonly title: string;
  /** Null where it has no header that a person could tell the columns of. */
  readonly reading: TableReading | null;
}

export interface CheckReport {
  readonly verdict: Verdict;
  /** SHA-256 of the checked tables' canonical content: the same in the pane and on the command line. */
  readonly content: string;
  readonly tables: readonly TableSummary[];
  readonly near: readonly NearTable[];
  /** Readings that the workbook remembers and that match no table any more, each with what is said of it. */
  readonly unusedReadings: readonly { readonly lecture: Lecture; readonly message: string }[];
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleOutcome[];
}

export interface CheckOptions {
  /** Overrides every year found in the workbook. */
  readonly year?: number;
  /** Today, as "YYYY-MM-DD"; rules of dates use it. */
  readonly date?: string;
  /** Codes activité that officers added to the convention's. */
  readonly ownCodes?: readonly CodeActivite[];
  /** The settings of the convention: those that the workbook remembers, or a file's. */
  readonly reglages?: Reglages;
}
