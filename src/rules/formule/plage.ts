import type { Relation } from "../../relations/relation";
import { keyOf } from "../../relations/relation";
import type { CellRef } from "../../workbook/address";
import { formulaFromFrench } from "../../workbook/formulaLanguage";
import { cellFault, NOTHING, type CellFault, type Rule } from "../rule";
import { addressFrom, differencesOf, dueFormula, type Differences } from "./differences";
import { sumRelations, Sums, type Counted } from "./sums";

interface Misfit {
  readonly relation: Relation;
  readonly differences: Differences;
}

function sizeOf({ missing, twice, foreign }: Differences): number {
  return missing.length + twice.length + foreign.length;
}

/**
 * True where a formula is a try at this sum: on the same sheet, or naming one of its cells. A total taken over from
 * another piece ("=Fiche!D12") is another way to write it, which the figures judge.
 */
function isTry({ rule, total, terms }: Relation, formula: readonly Counted[]): boolean {
  const own = new Set(terms.map(({ cell }) => keyOf(cell.ref)));
  if (formula.some(({ ref }) => own.has(keyOf(ref)))) return true;
  return rule !== "fiche-plan" && formula.every(({ ref }) => ref.sheet === total.ref.sheet);
}

/** What is wrong with a formula by the relation that it comes nearest to; null where it fits one of them. */
function misfitOf(relations: readonly Relation[], formula: readonly Counted[], sums: Sums): Misfit | null | "unknown" {
  const misfits: Misfit[] = [];
  for (const intoFiches of [false, true]) {
    for (const relation of relations) {
      const differences = differencesOf(relation, formula, sums, intoFiches);
      if (differences === null) return null;
      if (differences !== "unknown" && isTry(relation, formula)) misfits.push({ relation, differences });
    }
  }
  const [best] = misfits.sort((a, b) => sizeOf(a.differences) - sizeOf(b.differences));
  return best ?? "unknown";
}

function faultOf({ relation, differences }: Misfit): CellFault | null {
  const { total, subject } = relation;
  const { missing, twice, foreign, change, isKnown } = differences;
  if (!total.amount) return null;
  const isWrong = !change.isZero();
  // Helper cells that hold what the total covers: another way to write the same sum.
  if (!isWrong && !isKnown) return null;
  const isItself = (ref: CellRef): boolean => keyOf(ref) === keyOf(total.ref);
  const list = (refs: readonly CellRef[]): string =>
    refs.flatMap((ref) => (isItself(ref) ? [] : [addressFrom(ref, total.ref.sheet)])).join(", ");
  const due = dueFormula(relation);
  return cellFault({
    rule: "plage",
    severity: isWrong ? "blocking" : "info",
    cell: total.ref,
    cells: [...missing, ...twice, ...foreign].filter((ref) => !isItself(ref)),
    variant: [list(missing), list(twice), list(foreign), due].join("|"),
    formula: formulaFromFrench(due),
    subject,
    written: total.written,
    expected: isWrong ? total.amount.value.plus(change) : null,
    actual: isWrong ? total.amount.value : null,
    reference: relation.reference,
  });
}

/** A total's formula adds what the total covers, each amount once; another shape of the same sum is right. */
export const plage: Rule = {
  id: "plage",
  family: "formule",
  run(context) {
    const relations = sumRelations(context);
    const byTotal = new Map<string, Relation[]>();
    for (const relation of relations) {
      if (relation.total.formula === null || relation.total.amount === null) continue;
      const key = keyOf(relation.total.ref);
      const known = byTotal.get(key);
      if (known) known.push(relation);
      else byTotal.set(key, [relation]);
    }
    if (byTotal.size === 0) return NOTHING;
    const sums = new Sums(relations, context.workbook);
    const faults: CellFault[] = [];
    let checked = 0;
    for (const ofTotal of byTotal.values()) {
      const [{ total }] = ofTotal as [Relation];
      const formula = total.formula === null ? null : sums.termsOf(total.formula, total.ref.sheet);
      // A sum of no cell at all is a typed amount.
      if (!formula || formula.length === 0) continue;
      const misfit = misfitOf(ofTotal, formula, sums);
      if (misfit === "unknown") continue;
      checked += 1;
      const fault = misfit && faultOf(misfit);
      if (fault) faults.push(fault);
    }
    return { relations: [], faults, checked, unverifiable: [], applies: true };
  },
};
