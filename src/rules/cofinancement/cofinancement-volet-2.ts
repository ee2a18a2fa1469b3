import { Decimal } from "../../domain/decimal";
import type { PlanDeFinancement } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { rowKey, type Rule } from "../rule";
import { boundRows, type BoundRow } from "./shares";

const ONE = new Decimal(1);
const MINUS_ONE = new Decimal(-1);

/** Volet 2 as a whole: Σ CD = Σ État. The last row's CD is written as the total of the others. */
function relationOf(plan: PlanDeFinancement, rows: readonly BoundRow[]): Relation[] {
  const pairs = rows.flatMap(({ line }) => {
    const { etat, departement } = line.amounts;
    return etat && departement && etat.state !== "covered" && departement.state !== "covered"
      ? [{ etat, departement }]
      : [];
  });
  const last = pairs.at(-1);
  const [first] = rows;
  if (!last || !first || pairs.length !== rows.length) return [];
  return [
    {
      rule: "cofinancement-volet-2",
      kind: "equal",
      total: last.departement,
      terms: [
        ...pairs.map(({ etat }) => ({ cell: etat, coefficient: ONE })),
        ...pairs.slice(0, -1).map(({ departement }) => ({ cell: departement, coefficient: MINUS_ONE })),
      ],
      ceiling: "blocking",
      subject: "le volet 2",
      reference: first.clause.source.article,
      row: rowKey(plan, rows.at(-1)?.line.row ?? 0),
    },
  ];
}

/** Volet 2: State and CD pay half each of its total cost; at the level of the volet, not of each action. */
export const cofinancementVolet2: Rule = {
  id: "cofinancement-volet-2",
  family: "cofinancement",
  run(context) {
    const { rows, unverifiable } = boundRows(context, ["volet-2"]);
    const plans = [...new Set(rows.map(({ plan }) => plan))];
    const relations = plans.flatMap((plan) =>
      relationOf(
        plan,
        rows.filter((row) => row.plan === plan),
      ),
    );
    return {
      relations,
      faults: [],
      checked: 0,
      unverifiable,
      applies: relations.length > 0 || unverifiable.length > 0,
    };
  },
};
