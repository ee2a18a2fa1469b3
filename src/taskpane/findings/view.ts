/** What the list shows of the findings: filtered, repeats folded, in groups. Pure: the components only draw it. */
import type { CheckReport, Finding, Severity } from "../../checking/report";
import { plainText } from "../../domain/amount";
import { Decimal } from "../../domain/decimal";
import { GROUP_NAMES } from "../../messages/ongletControler";
import { qualifiedAddress } from "../../workbook/address";
import { SEVERITY_WORDS } from "../wording";
import { SEVERITIES, type Listed, type Status } from "./listed";

export type Grouping = "severity" | "rule" | "sheet";

export interface View {
  readonly grouping: Grouping;
  /** Null for all. */
  readonly severity: Severity | null;
  readonly sheet: string | null;
  readonly search: string;
}

export const WHOLE: View = { grouping: "severity", severity: null, sheet: null, search: "" };

/** One line of the list, one card: a finding, or repeats of one pattern on one sheet. */
export interface Entry {
  /** That of its first finding. */
  readonly id: string;
  readonly first: Finding;
  readonly findings: readonly [Listed, ...Listed[]];
  readonly status: Status;
  readonly isToReview: boolean;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Findings, repeats counted. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** What somebody has justified is folded until it is asked for. */
  readonly isJustified: boolean;
}

/** Figures that differ are faults of their own: only what no figure tells apart is a repeat. */
function isRepeatable({ severity, gap }: Finding): boolean {
  return severity === "info" || gap === null || new Decimal(gap).isZero();
}

/** The shape of a sentence: without what it quotes, nor its figures. */
function shapeOf(sentence: string): string {
  return sentence.replace(/«[^»]*»/g, "«»").replace(/\d(?:[\d\s.,]*\d)?/g, "0");
}

function patternOf({ id, finding, status, isToReview }: Listed): string {
  if (!isRepeatable(finding)) return id;
  const { rule, severity, title, statement, cell } = finding;
  return JSON.stringify([rule, severity, title, cell.sheet, shapeOf(statement), status, isToReview]);
}

/** Folds repeats, each where its first one stands. */
export function folded(findings: readonly Listed[]): Entry[] {
  const patterns = new Map<string, [Listed, ...Listed[]]>();
  for (const one of findings) {
    const alike = patterns.get(patternOf(one));
    if (alike) alike.push(one);
    else patterns.set(patternOf(one), [one]);
  }
  return [...patterns.values()].map((alike) => {
    const [{ id, finding, status, isToReview }] = alike;
    return { id, first: finding, findings: alike, status, isToReview };
  });
}

function isWanted({ finding }: Listed, { severity, sheet, search }: View): boolean {
  if (severity !== null && finding.severity !== severity) return false;
  if (sheet !== null && finding.cell.sheet !== sheet) return false;
  const { title, statement, rule, anchor, cell } = finding;
  const text = plainText([title, statement, rule, anchor.row, qualifiedAddress(cell)].join(" "));
  return plainText(search)
    .split(" ")
    .every((word) => text.includes(word));
}

function countsOf(entries: readonly Entry[]): Group["counts"] {
  const count = (severity: Severity) =>
    entries.reduce((total, { first, findings }) => total + (first.severity === severity ? findings.length : 0), 0);
  return { blocking: count("blocking"), warning: count("warning"), info: count("info") };
}

/** What each entry is filed under, in the order of the groups. */
function filing(report: CheckReport, entries: readonly Entry[], grouping: Grouping) {
  switch (grouping) {
    case "severity":
      return SEVERITIES.map((severity) => ({
        key: severity,
        title: SEVERITY_WORDS[severity].many,
        has: ({ first }: Entry) => first.severity === severity,
      }));
    case "rule":
      return report.rules.map(({ rule, title }) => ({
        key: rule,
        title,
        has: ({ first }: Entry) => first.rule === rule,
      }));
    case "sheet":
      return [...new Set(entries.map(({ first }) => first.cell.sheet))].map((sheet) => ({
        key: sheet,
        title: sheet,
        has: ({ first }: Entry) => first.cell.sheet === sheet,
      }));
  }
}

function group(id: string, title: string, entries: readonly Entry[], isJustified = false): Group[] {
  return entries.length === 0 ? [] : [{ id, title, entries, counts: countsOf(entries), isJustified }];
}

/** The groups of the list: those of what is open, then what was justified here, then what came justified. */
export function groupsOf(report: CheckReport, findings: readonly Listed[], view: View): Group[] {
  const entries = folded(findings.filter((one) => isWanted(one, view)));
  const open = entries.filter(({ status }) => status === "open");
  return [
    ...filing(report, open, view.grouping).flatMap(({ key, title, has }) =>
      group(`${view.grouping} ${key}`, title, open.filter(has)),
    ),
    ...group(
      "justified",
      GROUP_NAMES.justified,
      entries.filter(({ status }) => status === "justified"),
      true,
    ),
    ...group(
      "received",
      GROUP_NAMES.received,
      entries.filter(({ status }) => status === "received"),
      true,
    ),
  ];
}

/** Sheets that hold findings, in the order of the list. */
export function sheetsOf(findings: readonly Listed[]): string[] {
  return [...new Set(findings.map(({ finding }) => finding.cell.sheet))];
}
