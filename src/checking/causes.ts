/** What formulas tell of a cell that is accused: one card, named after its cause. */
import { keyOf, type CellKey } from "../relations/relation";
import type { CellFault, RuleAnswer } from "../rules/rule";
import { faultCard } from "./cards";
import type { Diagnosis, KnownChange } from "./diagnosis";
import type { Card } from "./report";

export type Causes = ReadonlyMap<CellKey, CellFault>;

/** Faults of formulas, by cell. A sum that leaves out a term says more than that it is not its neighbours'. */
export function causesOf(answers: readonly RuleAnswer[]): Causes {
  const faults = answers.flatMap((answer) => answer.faults);
  const ofRule = (rule: CellFault["rule"]): [CellKey, CellFault][] =>
    faults.flatMap((fault) => (fault.rule === rule ? [[keyOf(fault.cell), fault]] : []));
  return new Map([...ofRule("formule-rompue"), ...ofRule("plage")]);
}

/** Changes that formulas prove: what they leave out or take twice. */
export function knownChanges(causes: Causes): KnownChange[] {
  return [...causes.values()].flatMap(({ cell, expected, actual }) =>
    expected !== null && actual !== null ? [{ cell, change: expected.minus(actual) }] : [],
  );
}

/** What the figure itself shows (a sign, a unit, a text) says more than the formula that is missing. */
const TELLING = ["montant-texte", "montant-negatif", "unite"];

/** The card of a diagnosis, told by the formula of its culprit where that is the cause. */
export function withCause(card: Card, diagnosis: Diagnosis, causes: Causes): Card {
  const [culprit] = diagnosis.culprits;
  const cause = causes.get(keyOf(card.cell));
  if (!cause || !culprit || diagnosis.worst !== "broken") return card;
  if (cause.rule === "formule-rompue" && TELLING.includes(card.rule)) return card;
  const told = faultCard(
    { ...cause, expected: culprit.expected, actual: culprit.cell.amount?.value ?? null, reference: card.reference },
    null,
  );
  const others = [...cause.cells, ...card.cells];
  return {
    ...card,
    rule: told.rule,
    title: told.title,
    message: told.message,
    statement: told.statement,
    why: told.why,
    whatToDo: told.whatToDo,
    hint: cause.rule === "plage" ? null : card.hint,
    cells: [...new Map(others.map((ref) => [keyOf(ref), ref])).values()],
    runnerUp: null,
    fix: null,
    ...(told.formula !== undefined && { formula: told.formula }),
  };
}
