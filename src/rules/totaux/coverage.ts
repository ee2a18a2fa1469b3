/** Relations of subtotals and totals, for the rules that share them. */
import { Decimal } from "../../domain/decimal";
import type { AmountCell, LigneDePlan, PlanDeFinancement, RowAmounts } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { isFilled, plansOf, rowKey, subjectOf, type RuleContext } from "../rule";

const ONE = new Decimal(1);
const SHARES = ["etat", "departement", "total"] as const;

/** One relation a column: `total` is the sum of the same column of `rows`. */
export function columnSums(
  total: RowAmounts,
  rows: readonly RowAmounts[],
  base: Pick<Relation, "rule" | "ceiling" | "subject" | "reference" | "row">,
): Relation[] {
  const relationOf = (cell: AmountCell | undefined, terms: (AmountCell | undefined)[]): Relation[] => {
    const present = terms.filter((term): term is AmountCell => term !== undefined && term.state !== "covered");
    if (!isFilled(cell) || present.length === 0) return [];
    // A column that its total says is empty (NC) and that nothing fills has nothing to add.
    if (cell.state === "none" && !present.some(({ amount }) => amount)) return [];
    return [{ ...base, kind: "equal", total: cell, terms: present.map((term) => ({ cell: term, coefficient: ONE })) }];
  };
  return [
    ...SHARES.flatMap((share) =>
      relationOf(
        total[share],
        rows.map((row) => row[share]),
      ),
    ),
    ...total.autres.flatMap((cell, place) =>
      relationOf(
        cell,
        rows.map(({ autres }) => autres[place]),
      ),
    ),
  ];
}

/** True for the subtotal of one block: it adds up actions, and its label does not say that it is a total. */
function isBlockSubtotal(line: LigneDePlan, plan: PlanDeFinancement): boolean {
  return line.kind === "sous-total" && line.covers.every((index) => plan.lignes[index]?.covers.length === 0);
}

/** Relations of all covering rows of the plans, of blocks (`sous-total`) or above them (`total-general`). */
export function coverageRelations(context: RuleContext, rule: "sous-total" | "total-general"): Relation[] {
  return plansOf(context).flatMap((plan) =>
    plan.lignes.flatMap((line) => {
      if (line.covers.length === 0 || isBlockSubtotal(line, plan) !== (rule === "sous-total")) return [];
      const rows = line.covers.flatMap((index) => plan.lignes[index]?.amounts ?? []);
      return columnSums(line.amounts, rows, {
        rule,
        ceiling: "blocking",
        subject: subjectOf(line),
        reference: null,
        row: rowKey(plan, line.row),
      });
    }),
  );
}
