/** What can be written for a finding: the repair that it proposes, the second one, what all the safe ones are. Pure. */
import type { Finding } from "../../checking/report";
import { formatFigureShort } from "../../domain/format";
import type { Correction, Corrige } from "../../drafting/corrections";
import { replaceLabel } from "../../messages/corrections";
import { formulaToFrench } from "../../workbook/formulaLanguage";

function amount({ rule, grandeur }: Finding, value: string): Corrige {
  return { kind: "amount", value, asNumber: rule === "montant-texte", ...(grandeur !== undefined && { grandeur }) };
}

function isAmount(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value);
}

/** What the cell of a finding should hold; null where nobody can tell. */
export function corrigeOf(finding: Finding): Corrige | null {
  const { fix, formula, expected, actual } = finding;
  if (formula !== undefined) return { kind: "formula", formula, euros: expected ?? actual };
  if (fix !== null && (expected === null || !isAmount(fix.value))) return { kind: "text", text: fix.value };
  return expected === null ? null : amount(finding, expected);
}

/** The correction of a finding; null where it proposes none. */
export function correctionOf(finding: Finding): Correction | null {
  const corrige = corrigeOf(finding);
  const { cell, statement, terms } = finding;
  return corrige && { cell, corrige, why: statement, from: terms.map((term) => term.cell) };
}

/** The other repair that would explain the finding as well. */
export function secondCorrectionOf(finding: Finding): Correction | null {
  const { runnerUp, statement, terms, cell } = finding;
  if (!runnerUp) return null;
  const corrige = amount(finding, runnerUp.expected);
  return { cell: runnerUp.cell, corrige, why: statement, from: [cell, ...terms.map((term) => term.cell)] };
}

/** A repair that changes how a value is written, not what it is: many may be written at once. */
export function isSafe({ fix }: Finding): boolean {
  return fix?.safe === true;
}

/** What the cell should hold, as an officer reads it; null where nobody can tell. */
export function valueOf(finding: Finding): string | null {
  const corrige = corrigeOf(finding);
  switch (corrige?.kind) {
    case undefined:
      return null;
    case "amount":
      return formatFigureShort(corrige.value, corrige.grandeur);
    case "text":
      return corrige.text;
    case "formula":
      return formulaToFrench(corrige.formula);
  }
}

/** What a button says of it; null for no correction. */
export function labelOf(finding: Finding): string | null {
  const value = valueOf(finding);
  return value === null ? null : replaceLabel(value);
}
