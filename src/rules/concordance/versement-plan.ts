import { Decimal } from "../../domain/decimal";
import type { Relation } from "../../relations/relation";
import { cellFault, type CellFault, type Rule, type Unverifiable } from "../rule";
import { lignesLiees, planCells, rowOf, sumOf, totalRelations, versementSubject } from "../versement/lines";

const ONE = new Decimal(1);

/** The montant prévisionnel of a payment is what the plan writes for its volets or axes: State amounts of the year. */
export const versementPlan: Rule = {
  id: "versement-plan",
  family: "concordance",
  run(context) {
    const relations: Relation[] = totalRelations(context, "versement-plan", ["base"]);
    const unverifiable: Unverifiable[] = [];
    const faults: CellFault[] = [];
    let checked = 0;
    for (const line of lignesLiees(context)) {
      const { table, ligne, regime } = line;
      if (!ligne.base?.amount) continue;
      const subject = versementSubject(ligne);
      const cells = planCells(context, line);
      if (!cells) {
        unverifiable.push(
          ligne.blocs.length === 0
            ? { reason: "bloc-inconnu", subject: ligne.label }
            : { reason: "plan-absent", subject },
        );
        continue;
      }
      const reference = regime?.source.article ?? null;
      if (table.form === "prose") {
        checked += 1;
        const { value, half } = ligne.base.amount;
        const expected = sumOf(cells);
        if (expected.minus(value).abs().lte(half)) continue;
        faults.push(
          cellFault({
            rule: "versement-plan",
            severity: "warning",
            cell: ligne.base.ref,
            cells: cells.map(({ ref }) => ref),
            variant: "phrase",
            subject,
            written: ligne.base.written,
            expected,
            actual: value,
            reference,
          }),
        );
        continue;
      }
      relations.push({
        rule: "versement-plan",
        kind: "equal",
        total: ligne.base,
        terms: cells.map((cell) => ({ cell, coefficient: ONE })),
        ceiling: "blocking",
        subject,
        reference,
        row: rowOf(table, ligne),
      });
    }
    const applies = relations.length + checked + unverifiable.length > 0;
    return { relations, faults, checked, unverifiable, applies };
  },
};
