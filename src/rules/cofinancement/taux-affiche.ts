import type { Decimal } from "../../domain/decimal";
import { formatRate } from "../../domain/format";
import type { AmountCell, RateCell, RowAmounts } from "../../reading/tables";
import { tauxDesBilans } from "../bilan/taux";
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

function faultOf(
  taux: RateCell,
  rate: Decimal,
  cells: readonly (AmountCell | undefined)[],
  subject: string,
): CellFault {
  return cellFault({
    rule: "taux-affiche",
    severity: "warning",
    cell: taux.ref,
    cells: cells.flatMap((cell) => (cell ? [cell.ref] : [])),
    variant: `${formatRate(taux.rate.value)}|${formatRate(rate)}`,
    subject,
    written: taux.written,
  });
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
          const { etat, departement, total } = line.amounts;
          faults.push(faultOf(taux, rates[subject], [etat, departement, total], subjectOf(line)));
        }
      }
    }
    for (const { taux, rates, cells, subject } of tauxDesBilans(reading)) {
      checked += 1;
      const [first] = rates;
      if (!first || rates.some((rate) => fits(taux, rate))) continue;
      faults.push(faultOf(taux, first, cells, subject));
    }
    return { relations: [], faults, checked, unverifiable: [], applies: checked > 0 };
  },
};
