/**
 * Which findings somebody has justified. A justification holds for the figures that it was given for: the row may move,
 * changed figures make it one to look at again. It changes no severity and no verdict: a blocking finding stays so.
 */
import { oneLine } from "../domain/fields";
import { LONGEST_WRITTEN, type Justification, type LigneJustifiee } from "../domain/justification";
import type { Finding } from "./report";

export interface KeptJustification {
  readonly justification: Justification;
  /** It came with the workbook: shown as such, and not trusted. */
  readonly isReceived: boolean;
}

export interface JustifiedFinding {
  readonly finding: Finding;
  /** What speaks for it; null where nothing does. */
  readonly kept: KeptJustification | null;
  /** The figures are others than those that were justified: what was said may not hold any more. */
  readonly isToReview: boolean;
}

export interface Justified {
  /** In the order of the report. */
  readonly findings: readonly JustifiedFinding[];
  /** Justifications that no finding matches any more. */
  readonly unused: readonly KeptJustification[];
}

/** What a justification keeps of a finding, to know it again. */
function lineOf({ anchor, actual, written, expected }: Finding): LigneJustifiee {
  const said = actual ?? oneLine(written).slice(0, LONGEST_WRITTEN).trim();
  return { row: anchor.row, column: anchor.column, written: said, expected };
}

function isSameCell(one: LigneJustifiee, other: LigneJustifiee): boolean {
  return one.row === other.row && one.column === other.column;
}

function isSameLine(one: LigneJustifiee, other: LigneJustifiee): boolean {
  return isSameCell(one, other) && one.written === other.written && one.expected === other.expected;
}

function isOfTable({ rule, anchor }: Finding, { rule: of, ...about }: Justification): boolean {
  return rule === of && anchor.table === about.table && anchor.of === about.of && anchor.year === about.year;
}

/** The findings that a justification is about, and those of them whose figures it was given for. */
function matchesOf({ justification }: KeptJustification, findings: readonly Finding[]) {
  const { scope, lines } = justification;
  const about = findings.filter((finding) => {
    if (!isOfTable(finding, justification)) return false;
    return scope === "table" || lines.some((line) => isSameCell(line, lineOf(finding)));
  });
  const exact = about.filter((finding) => lines.some((line) => isSameLine(line, lineOf(finding))));
  // Two faults of one cell (two codes in it): the one that was justified is known by what it says.
  return { exact, changed: scope === "cell" && exact.length > 0 ? [] : about.filter((one) => !exact.includes(one)) };
}

/** Holds the kept justifications against what a check found. */
export function justify(findings: readonly Finding[], kept: readonly KeptJustification[]): Justified {
  const exact = new Map<Finding, KeptJustification>();
  const changed = new Map<Finding, KeptJustification>();
  const unused: KeptJustification[] = [];
  // What was said here, and of one cell, before what came from elsewhere or was said of a whole table.
  const rank = ({ isReceived, justification: { scope } }: KeptJustification): number =>
    (isReceived ? 2 : 0) + (scope === "table" ? 1 : 0);
  for (const one of [...kept].sort((a, b) => rank(a) - rank(b))) {
    const matches = matchesOf(one, findings);
    if (matches.exact.length + matches.changed.length === 0) unused.push(one);
    for (const finding of matches.exact) if (!exact.has(finding)) exact.set(finding, one);
    for (const finding of matches.changed) if (!changed.has(finding)) changed.set(finding, one);
  }
  return {
    findings: findings.map((finding) => {
      const held = exact.get(finding);
      return held
        ? { finding, kept: held, isToReview: false }
        : { finding, kept: changed.get(finding) ?? null, isToReview: changed.has(finding) };
    }),
    unused,
  };
}

/**
 * The justification of a finding, to be kept: for its cell, or for all that its rule finds in the same table now. What
 * the rule finds there later is to be looked at again.
 */
export function justificationOf(
  finding: Finding,
  findings: readonly Finding[],
  said: Pick<Justification, "scope" | "reason" | "author" | "date">,
): Justification {
  const { rule, anchor } = finding;
  const { table, of, year } = anchor;
  const about = { rule, scope: said.scope, table, of, year };
  const alike = findings.filter((one) => isOfTable(one, { ...about, ...said, lines: [] }));
  const lines = new Map(
    (said.scope === "table" ? alike : [finding]).map(lineOf).map((line) => [JSON.stringify(line), line]),
  );
  return { ...about, lines: [...lines.values()], reason: said.reason, author: said.author, date: said.date };
}

/** How many findings are justified here, and how many by what came with the workbook. */
export interface JustifiedCount {
  readonly all: number;
  readonly justified: number;
  readonly received: number;
  readonly toReview: number;
}

/** Counts the findings of one severity. */
export function countJustified(findings: readonly JustifiedFinding[], severity: Finding["severity"]): JustifiedCount {
  const own = findings.filter(({ finding }) => finding.severity === severity);
  const held = own.filter(({ kept, isToReview }) => kept !== null && !isToReview);
  const received = held.filter(({ kept }) => kept?.isReceived === true).length;
  return {
    all: own.length,
    justified: held.length - received,
    received,
    toReview: own.filter(({ isToReview }) => isToReview).length,
  };
}
