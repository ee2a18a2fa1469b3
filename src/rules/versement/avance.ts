import { Decimal } from "../../domain/decimal";
import { formatRate } from "../../domain/format";
import type { AmountCell, RateCell } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { cellFault, type CellFault, type Rule, type Unverifiable } from "../rule";
import { lignesLiees, planCells, rowOf, sumOf, totalRelations, versementSubject, withoutRegime } from "./lines";
import type { LigneLiee } from "./lines";

function isNear(product: Decimal, { amount }: AmountCell): boolean {
  return amount !== null && product.minus(amount.value).abs().lte(amount.half);
}

/** A written rate that is not the convention's; the amounts that follow it are part of the same fault. */
function rateFault(line: LigneLiee, taux: RateCell, known: Decimal, reference: string): CellFault {
  const { avance, solde } = line.ligne;
  return cellFault({
    rule: "avance",
    severity: "blocking",
    cell: taux.ref,
    cells: [avance, solde].flatMap((cell) => (cell ? [cell.ref] : [])),
    variant: `taux|${formatRate(taux.rate.value)}|${formatRate(known)}`,
    subject: versementSubject(line.ligne),
    written: taux.written,
    reference,
  });
}

interface Answer {
  readonly relations: Relation[];
  readonly faults: CellFault[];
}

function answerOf(line: LigneLiee, avance: AmountCell, base: readonly AmountCell[], known: Decimal): Answer {
  const { table, ligne, regime } = line;
  const reference = regime?.source.article ?? null;
  const { taux } = ligne;
  const isOther = taux !== null && taux.rate.value.minus(known).abs().gt(taux.rate.half);
  const faults = isOther && reference !== null ? [rateFault(line, taux, known, reference)] : [];
  // An advance that follows the wrong rate is the rate's fault.
  const rate = isOther && isNear(taux.rate.value.times(sumOf(base)), avance) ? taux.rate.value : known;
  const subject = versementSubject(ligne);
  if (table.form === "prose") {
    const expected = rate.times(sumOf(base));
    if (avance.amount === null || isNear(expected, avance)) return { relations: [], faults };
    const told: CellFault = cellFault({
      rule: "avance",
      severity: "warning",
      cell: avance.ref,
      cells: base.map(({ ref }) => ref),
      variant: "phrase",
      subject,
      written: avance.written,
      expected,
      actual: avance.amount.value,
      reference,
    });
    return { relations: [], faults: [...faults, told] };
  }
  const terms = base.map((cell) => ({ cell, coefficient: rate }));
  const row = rowOf(table, ligne);
  return {
    relations: [
      {
        rule: "avance",
        kind: "equal",
        total: avance,
        terms,
        rounded: true,
        ceiling: "blocking",
        subject,
        reference,
        row,
      },
    ],
    faults,
  };
}

/** The advance is the convention's share of the montant prévisionnel: 60 % of the emploi part, all of the solidarités. */
export const avance: Rule = {
  id: "avance",
  family: "versement",
  run(context) {
    const relations: Relation[] = totalRelations(context, "avance", ["avance"]);
    const faults: CellFault[] = [];
    const unverifiable: Unverifiable[] = [];
    let checked = 0;
    for (const line of lignesLiees(context)) {
      const { ligne, table, regime } = line;
      if (!ligne.avance || ligne.avance.state === "none") continue;
      if (!regime) {
        unverifiable.push(withoutRegime(line));
        continue;
      }
      const own = ligne.base?.amount && table.form !== "prose" ? [ligne.base] : null;
      const base = own ?? planCells(context, line);
      if (!base) {
        unverifiable.push({ reason: "plan-absent", subject: versementSubject(ligne) });
        continue;
      }
      const answer = answerOf(line, ligne.avance, base, new Decimal(regime.taux));
      relations.push(...answer.relations);
      faults.push(...answer.faults);
      if (answer.relations.length === 0) checked += 1;
    }
    const applies = relations.length + checked + unverifiable.length > 0;
    return { relations, faults, checked, unverifiable, applies };
  },
};
