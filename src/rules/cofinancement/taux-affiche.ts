import type { Decimal } from "../../domain/decimal";
import { formatRate } from "../../domain/format";
import type { RateCell, RowAmounts } from "../../reading/tables";
import { cellFault, subjectOf, type CellFault, type Rule } from "../rule";

/** The rates that the amounts of a row give, by the share that they are of. */
function ratesOf({ etat, departement, total }: RowAmounts): { etat: Decimal; departement: Decimal } | null {
  const whole = total?.amount?.value ?? etat?.amount?.value.plus(departement?.amount?.value ?? 0);
  if (!whole || whole.isZero() || !etat?.amount) return null;
  const own = etat.amount.value.div(whole);
  return {
    etat: own,
    departement: departement?.amount ? departement.amount.value.div(whole) : whole.minus(etat.amount.value).div(whole),
  };
}

function fits(taux: RateCell, rate: Decimal): boolean {
  // A rate that is cut instead of rounded (79,2 for 79,28) is off by less than one unit of its last digit.
  return taux.rate.value.minus(rate).abs().lt(taux.rate.half.times(2));
}

/** A written rate is the one that the amounts beside it give; a header that names no share may mean either. */
export const tauxAffiche: Rule = {
  id: "taux-affiche",
  family: "cofinancement",
  run({ reading }) {
    const faults: CellFault[] = [];
    let checked = 0;
    for (const table of reading.tables) {
      for (const line of table.lignes) {
        const rates = ratesOf(line.amounts);
        if (!rates) continue;
        for (const taux of line.taux) {
          checked += 1;
          const subject = taux.subject ?? "etat";
          const isRight = taux.subject
            ? fits(taux, rates[taux.subject])
            : fits(taux, rates.etat) || fits(taux, rates.departement);
          if (isRight) continue;
          faults.push(
            cellFault({
              rule: "taux-affiche",
              severity: "warning",
              cell: taux.ref,
              cells: [line.amounts.etat, line.amounts.departement, line.amounts.total].flatMap((cell) =>
                cell ? [cell.ref] : [],
              ),
              variant: `${formatRate(taux.rate.value)}|${formatRate(rates[subject])}`,
              subject: subjectOf(line),
              written: taux.written,
            }),
          );
        }
      }
    }
    return { relations: [], faults, checked, unverifiable: [], applies: checked > 0 };
  },
};
