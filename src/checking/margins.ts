/** What was checked only to within a margin: said once, so that nobody takes a rounded sum for an exact one. */
import { amountText, formatEurosShort } from "../domain/format";
import { findingMessage, findingStatement, findingTitle } from "../messages/findings";
import type { FindingData } from "../messages/sentences";
import { RULE_TEXTS } from "../messages/rules";
import { keyOf, membersOf, type CellKey, type Relation } from "../relations/relation";
import type { Changes, Evaluation, RelationSystem } from "../relations/system";
import type { RuleId } from "../rules/rule";
import type { Labels } from "./cards";
import type { Card } from "./report";

/** Share of a total over which a margin is worth a word (domain, tolerance). */
const WORTH_SAYING = "0.001";

/** A total written as its exact terms rounded (`1,05 M€` for 1 050 824) says nothing that is not known. */
function isPlainRounding(relation: Relation, { gap }: Evaluation): boolean {
  const exactTerms = relation.terms.every(({ cell }) => !cell.amount?.coarse);
  return exactTerms && gap.abs().lte(relation.total.amount?.half ?? 0);
}

function cardOf(relation: Relation, { expected, actual, gap, hard }: Evaluation, labels: Labels): Card {
  const rule = relation.rule as RuleId;
  const data: FindingData = {
    rule,
    kind: "margin",
    variant: formatEurosShort(hard),
    subject: labels.labelOf(relation.total.ref),
    written: relation.total.written,
    actual,
    expected,
    proposal: null,
    gap,
    mended: 0,
    reference: relation.reference,
    slip: null,
    runnerUp: null,
    isTotal: true,
  };
  return {
    rule,
    severity: "info",
    cell: relation.total.ref,
    cells: membersOf(relation)
      .slice(1)
      .map(({ ref }) => ref),
    title: findingTitle(data),
    message: findingMessage(data),
    statement: findingStatement(data),
    why: RULE_TEXTS[rule].why,
    whatToDo: "Rien à corriger ; pour un contrôle exact, écrivez les montants en euros.",
    hint: null,
    written: data.written,
    expected: amountText(expected),
    actual: amountText(actual),
    gap: amountText(gap.abs()),
    reference: relation.reference,
    terms: [],
    runnerUp: null,
    codes: [],
    fix: null,
  };
}

/** One information for each total that rounding alone reconciles, over a margin of 0,1 %. */
export function marginCards(
  system: RelationSystem,
  repairs: Changes,
  told: ReadonlySet<CellKey>,
  labels: Labels,
): Card[] {
  const cards = new Map<CellKey, Card>();
  for (const relation of system.relations) {
    const key = keyOf(relation.total.ref);
    // A count has no unit in which it could be written more exactly.
    if (relation.kind !== "equal" || relation.total.grandeur || told.has(key) || cards.has(key)) continue;
    const evaluation = system.evaluate(relation, repairs);
    const { status, gap, hard, actual } = evaluation;
    if (status !== "satisfied" || gap.isZero() || hard.lte(actual.abs().times(WORTH_SAYING))) continue;
    if (!isPlainRounding(relation, evaluation)) cards.set(key, cardOf(relation, evaluation, labels));
  }
  return [...cards.values()];
}
