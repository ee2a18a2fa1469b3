/** From diagnoses and faults to findings: one fault, one card, the culprit first. */
import { EUROS_IN } from "../domain/amount";
import { type Decimal } from "../domain/decimal";
import { figureText } from "../domain/format";
import type { Grandeur } from "../domain/grandeur";
import { findingMessage, findingStatement, findingTitle, hintText, textsOf } from "../messages/findings";
import type { FindingData, FindingKind } from "../messages/sentences";
import type { AmountCell } from "../reading/tables";
import { keyOf, membersOf, type CellKey, type Relation } from "../relations/relation";
import type { CellFault, RuleId } from "../rules/rule";
import { cellAddress, qualifiedAddress, type CellRef } from "../workbook/address";
import type { Culprit, Diagnosis } from "./diagnosis";
import { slipBetween } from "./plausibility";
import type { Card, Finding, Severity, Term } from "./report";

/** What the sentences and the pane need of a cell that no relation holds. */
export interface Labels {
  labelOf(ref: CellRef): string;
}

function otherCells(culprits: readonly CellRef[], relations: readonly Relation[]): CellRef[] {
  const seen = new Set<CellKey>(culprits.slice(0, 1).map(keyOf));
  const cells: CellRef[] = [];
  const add = (ref: CellRef): void => {
    if (seen.has(keyOf(ref))) return;
    seen.add(keyOf(ref));
    cells.push(ref);
  };
  culprits.slice(1).forEach(add);
  relations.flatMap(membersOf).forEach(({ ref }) => add(ref));
  return cells;
}

function termsOf(relation: Relation | undefined, labels: Labels): Term[] {
  return (relation?.terms ?? []).map(({ cell, coefficient }) => ({
    cell: cell.ref,
    amount: cell.amount ? figureText(cell.amount.value, cell.grandeur) : null,
    written: cell.written,
    coefficient: coefficient.toString(),
    label: labels.labelOf(cell.ref),
  }));
}

/** The value to write, in the unit of the cell; a formula is never replaced by a value here. */
function fixOf({ cell, expected }: Culprit): Finding["fix"] {
  if (cell.formula !== null || cell.isPartOfCell) return null;
  if (cell.grandeur) return { cell: cell.ref, value: figureText(expected, cell.grandeur), safe: false };
  // Nothing to pay is written NC in these tables: a zero would read as a share.
  if (expected.isZero()) return { cell: cell.ref, value: "NC", safe: false };
  const value = cell.stored === "text" ? expected : expected.div(EUROS_IN[cell.unit]);
  return { cell: cell.ref, value: value.toFixed(), safe: false };
}

function fixOfDiagnosis({ isText }: Diagnosis, culprit: Culprit): Finding["fix"] {
  return isText ? { cell: culprit.cell.ref, value: culprit.expected.toFixed(), safe: true } : fixOf(culprit);
}

function severityOf(diagnosis: Diagnosis): Severity {
  if (diagnosis.worst !== "broken") return "warning";
  return diagnosis.mended.some(({ ceiling }) => ceiling === "blocking") ? "blocking" : "warning";
}

/** The rule that a card is named after: what the culprit's own figure shows, before what it breaks. */
function ruleOf(diagnosis: Diagnosis, culprit: Culprit): RuleId {
  const [primary] = diagnosis.mended;
  const rule = (primary?.rule ?? "total-ligne") as RuleId;
  const { cell, expected } = culprit;
  if (diagnosis.isText) return "montant-texte";
  // Signs, units and shares are questions of euros.
  if (cell.grandeur) return rule;
  if (cell.amount?.value.isNegative() && !expected.isNegative()) return "montant-negatif";
  if (cell.amount && slipBetween(cell.amount.value, expected, cell.unit) === "unite") return "unite";
  const share = diagnosis.mended.find(({ kind, total }) => kind !== "equal" && keyOf(total.ref) === keyOf(cell.ref));
  // A share that is missing, cut to another rate or over its bound is told as what it is, even where it also breaks sums.
  if (share && (!cell.amount || slipBetween(cell.amount.value, expected, cell.unit) === null))
    return share.rule as RuleId;
  return rule;
}

function kindOf(diagnosis: Diagnosis): FindingKind {
  if (diagnosis.isText) return "text-in-sum";
  if (diagnosis.worst === "rounding" || diagnosis.worst === "truncation") return diagnosis.worst;
  return diagnosis.culprits.length > 1 ? "row" : "culprit";
}

/** The likely slip; a count has no unit to be confused. */
function slipOf({ cell, expected }: Culprit): string | null {
  const slip = cell.amount ? slipBetween(cell.amount.value, expected, cell.unit) : null;
  return cell.grandeur && slip === "unite" ? null : slip;
}

/** What the figures of a card count, where that is not euros. */
function counted(grandeur: Grandeur | undefined): { grandeur?: Grandeur } {
  return grandeur === undefined ? {} : { grandeur };
}

/** The finding of a diagnosis. */
export function cardOf(diagnosis: Diagnosis, labels: Labels): Card | null {
  const [culprit] = diagnosis.culprits;
  const [primary] = diagnosis.mended;
  if (!culprit || !primary) return null;
  const { cell, expected } = culprit;
  // What nothing accuses may be contradicted by a cell that is no member: the rate that it does not follow.
  const otherwise = diagnosis.isConfirmed ? undefined : primary.otherwise;
  if (otherwise) return contradictionOf(diagnosis, primary, otherwise, labels);
  const actual = cell.amount?.value ?? null;
  const gap = expected.minus(actual ?? 0).abs();
  const rule = ruleOf(diagnosis, culprit);
  const isTotal = keyOf(primary.total.ref) === keyOf(cell.ref);
  const reference =
    diagnosis.mended.find((relation) => relation.reference !== null && relation.rule === rule)?.reference ??
    primary.reference;
  const runnerUp = diagnosis.runnerUp;
  const data: FindingData = {
    rule,
    kind: kindOf(diagnosis),
    variant: primary.variant ?? "",
    subject: labels.labelOf(cell.ref),
    written: cell.written,
    actual,
    expected: diagnosis.isText ? null : expected,
    proposal: null,
    gap,
    mended: diagnosis.mended.length,
    reference,
    slip: slipOf(culprit),
    runnerUp: runnerUp === null ? null : shortAddress(runnerUp.cell.ref, cell.ref),
    isTotal,
    ...counted(cell.grandeur),
  };
  const cells = otherCells(
    diagnosis.culprits.map((one) => one.cell.ref),
    diagnosis.mended,
  );
  return {
    ...textOf(data),
    rule,
    severity: severityOf(diagnosis),
    cell: cell.ref,
    cells,
    ...counted(cell.grandeur),
    expected: figureText(expected, cell.grandeur),
    actual: actual === null ? null : figureText(actual, cell.grandeur),
    gap: figureText(gap, cell.grandeur),
    reference,
    terms: termsOf(primary, labels),
    runnerUp:
      runnerUp === null
        ? null
        : { cell: runnerUp.cell.ref, expected: figureText(runnerUp.expected, runnerUp.cell.grandeur) },
    codes: [],
    fix: fixOfDiagnosis(diagnosis, culprit),
  };
}

/** A rate and the figures that contradict it, none of which is found guilty: the sentence says both. */
function contradictionOf(diagnosis: Diagnosis, primary: Relation, cell: CellRef, labels: Labels): Card {
  const rule = primary.rule as RuleId;
  const card = faultCard(
    {
      rule,
      severity: severityOf(diagnosis),
      cell,
      cells: otherCells([cell], diagnosis.mended),
      variant: primary.variant ?? "",
      subject: labels.labelOf(primary.total.ref),
      written: primary.total.written,
      expected: null,
      actual: null,
      reference: primary.reference,
      safeFix: false,
    },
    null,
  );
  return { ...card, terms: termsOf(primary, labels), ...counted(primary.total.grandeur) };
}

function shortAddress(ref: CellRef, from: CellRef): string {
  return ref.sheet === from.sheet ? cellAddress(ref.row, ref.column) : qualifiedAddress(ref);
}

type Texts = Pick<Finding, "title" | "message" | "statement" | "why" | "whatToDo" | "hint" | "written">;

function textOf(data: FindingData): Texts {
  const { why, whatToDo } = textsOf(data);
  return {
    title: findingTitle(data),
    message: findingMessage(data),
    statement: findingStatement(data),
    why,
    whatToDo,
    hint: hintText(data.slip),
    written: data.written,
  };
}

/** A code or an identifier to write instead; the whole cell must be what is wrong, not a word of a sentence. */
function proposedFix({ proposal, cell, safeFix, isPartOfCell }: CellFault): Finding["fix"] {
  return proposal && !isPartOfCell ? { cell, value: proposal, safe: safeFix } : null;
}

/** The finding of a fault that one cell shows by itself. */
export function faultCard(fault: CellFault, implied: { expected: Decimal; cell: AmountCell } | null): Card {
  const expected = fault.expected ?? implied?.expected ?? null;
  const gap = expected !== null && fault.actual !== null ? expected.minus(fault.actual).abs() : null;
  const data: FindingData = {
    rule: fault.rule,
    kind: "cell",
    variant: fault.variant,
    subject: fault.subject,
    written: fault.written,
    actual: fault.actual,
    expected,
    proposal: fault.proposal ?? null,
    gap,
    mended: 0,
    reference: fault.reference,
    slip: null,
    runnerUp: null,
    isTotal: false,
    ...counted(fault.grandeur),
  };
  const fix = implied && fault.expected === null ? fixOf(implied) : null;
  const safeFix =
    fault.expected !== null && fault.safeFix ? { cell: fault.cell, value: fault.expected.toFixed(), safe: true } : null;
  return {
    ...textOf(data),
    rule: fault.rule,
    severity: fault.severity,
    cell: fault.cell,
    cells: fault.cells,
    ...counted(fault.grandeur),
    expected: expected === null ? null : figureText(expected, fault.grandeur),
    actual: fault.actual === null ? null : figureText(fault.actual, fault.grandeur),
    gap: gap === null ? null : figureText(gap, fault.grandeur),
    reference: fault.reference,
    terms: [],
    runnerUp: null,
    codes: fault.codes ?? [],
    fix: fix ?? safeFix ?? proposedFix(fault),
    ...(fault.formula !== undefined && { formula: fault.formula }),
  };
}

/** Addresses of every cell that a card accuses: faults of these cells are told there, once. */
export function accusedBy(diagnoses: readonly Diagnosis[]): ReadonlySet<CellKey> {
  return new Set(diagnoses.flatMap(({ culprits }) => culprits.map(({ cell }) => keyOf(cell.ref))));
}
