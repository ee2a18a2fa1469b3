import { Decimal, ZERO } from "../../domain/decimal";
import { hasNoValue, type AmountCell, type PlanDeFinancement } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { cellFault, rowKey, type CellFault, type Rule } from "../rule";
import { boundRows, type BoundRow } from "./shares";

const ONE = new Decimal(1);
const MINUS_ONE = new Decimal(-1);

interface Pair {
  readonly row: BoundRow;
  readonly etat: AmountCell;
  readonly departement: AmountCell;
}

function excessOf({ etat, departement }: Pair): Decimal {
  return (departement.amount?.value ?? ZERO).minus(etat.amount?.value ?? ZERO);
}

/** The pairs of the volet, the one that stands out last: there the fault shows. */
function pairsOf(rows: readonly BoundRow[]): Pair[] {
  return rows
    .flatMap((row) => {
      const { etat, departement } = row.line.amounts;
      return etat && departement ? [{ row, etat, departement }] : [];
    })
    .sort((a, b) => excessOf(a).abs().comparedTo(excessOf(b).abs()));
}

/** Volet 2 as a whole: Σ CD ≥ Σ État, with one CD cell written as the total of the others. */
function relationOf(plan: PlanDeFinancement, pairs: readonly Pair[]): Relation[] {
  const last = pairs.at(-1);
  if (!last) return [];
  return [
    {
      rule: "cofinancement-volet-2",
      kind: "at-least",
      total: last.departement,
      terms: [
        ...pairs.map(({ etat }) => ({ cell: etat, coefficient: ONE })),
        ...pairs.slice(0, -1).map(({ departement }) => ({ cell: departement, coefficient: MINUS_ONE })),
      ],
      ceiling: "blocking",
      subject: "le volet 2",
      reference: last.row.clause.source.article,
      row: rowKey(plan, last.row.line.row),
    },
  ];
}

/** A CD that pays more than its half: lawful perhaps, to be justified. */
function overShare(pairs: readonly Pair[]): CellFault[] {
  const last = pairs.at(-1);
  const excess = pairs.reduce((sum, pair) => sum.plus(excessOf(pair)), ZERO);
  const margin = pairs.reduce(
    (sum, { etat, departement }) => sum.plus(etat.amount?.half ?? 0).plus(departement.amount?.half ?? 0),
    ZERO,
  );
  if (!last?.departement.amount || excess.lte(margin)) return [];
  // A State share that nobody can read, or that is still to come, is no share of zero.
  if (pairs.some(({ etat }) => hasNoValue(etat))) return [];
  return [
    cellFault({
      rule: "cofinancement-volet-2",
      severity: "warning",
      cell: last.departement.ref,
      cells: pairs
        .flatMap(({ etat, departement }) => [etat.ref, departement.ref])
        .filter((ref) => ref !== last.departement.ref),
      variant: "au-dessus",
      subject: "le volet 2",
      written: last.departement.written,
      expected: last.departement.amount.value.minus(excess),
      actual: last.departement.amount.value,
      reference: last.row.clause.source.article,
    }),
  ];
}

/** Volet 2: State and CD pay half each of its total cost; at the level of the volet, not of each action. */
export const cofinancementVolet2: Rule = {
  id: "cofinancement-volet-2",
  family: "cofinancement",
  run(context) {
    const { rows, unverifiable } = boundRows(context, ["volet-2"]);
    const groups = [...new Set(rows.map(({ plan }) => plan))].map((plan) => ({
      plan,
      pairs: pairsOf(rows.filter((row) => row.plan === plan)),
    }));
    const relations = groups.flatMap(({ plan, pairs }) => relationOf(plan, pairs));
    const faults = groups.flatMap(({ pairs }) => overShare(pairs));
    return { relations, faults, checked: 0, unverifiable, applies: relations.length > 0 || unverifiable.length > 0 };
  },
};
