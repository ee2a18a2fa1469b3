/** The findings of a check as the list has them: each with a name that holds from one check to the next. Pure. */
import {
  countJustified,
  type Justified,
  type JustifiedCount,
  type JustifiedFinding,
  type KeptJustification,
} from "../../checking/justifications";
import type { Finding, Severity } from "../../checking/report";
import { qualifiedAddress } from "../../workbook/address";

export const SEVERITIES: readonly Severity[] = ["blocking", "warning", "info"];

/** Justified by somebody here, by what came with the workbook, or by nobody whose word still holds. */
export type Status = "open" | "justified" | "received";

export interface Listed extends JustifiedFinding {
  /** Its rule and its cell: the same after a check that still finds it. */
  readonly id: string;
  readonly status: Status;
}

export interface ListedFindings {
  /** By severity, then as the report gives them. */
  readonly findings: readonly Listed[];
  /** Justifications that no finding matches. */
  readonly unused: readonly KeptJustification[];
  readonly counts: Readonly<Record<Severity, JustifiedCount>>;
}

/** Findings by their names, in the order of the list. Several of one rule in one cell get their rank. */
export function identified(findings: readonly Finding[]): Map<string, Finding> {
  const ordered = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const names = new Map<string, Finding>();
  for (const finding of ordered) {
    const { rule, cell } = finding;
    const name = `${rule} ${qualifiedAddress(cell)}${cell.part === undefined ? "" : `#${cell.part}`}`;
    let id = name;
    for (let rank = 2; names.has(id); rank += 1) id = `${name} (${rank})`;
    names.set(id, finding);
  }
  return names;
}

function statusOf({ kept, isToReview }: JustifiedFinding): Status {
  if (kept === null || isToReview) return "open";
  return kept.isReceived ? "received" : "justified";
}

/** The list of what a check found. */
export function listed({ findings, unused }: Justified): ListedFindings {
  const byFinding = new Map(findings.map((one) => [one.finding, one]));
  const ids = identified(findings.map(({ finding }) => finding));
  return {
    findings: [...ids].flatMap(([id, finding]) => {
      const one = byFinding.get(finding);
      return one ? [{ ...one, id, status: statusOf(one) }] : [];
    }),
    unused,
    counts: {
      blocking: countJustified(findings, "blocking"),
      warning: countJustified(findings, "warning"),
      info: countJustified(findings, "info"),
    },
  };
}
