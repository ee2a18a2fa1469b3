/** Other financers' columns: some tables add them into the total, others only mention them. The figures say which. */
import { ZERO } from "../domain/decimal";
import type { RowAmounts } from "./tables";

/** True where more rows add up with the other financers than without. */
export function autresComptes(rows: readonly RowAmounts[]): boolean {
  let withThem = 0;
  let withoutThem = 0;
  for (const { etat, departement, total, autres } of rows) {
    if (!total?.amount || !etat?.amount) continue;
    const others = autres.reduce((sum, cell) => sum.plus(cell.amount?.value ?? ZERO), ZERO);
    if (others.isZero()) continue;
    const own = etat.amount.value.plus(departement?.amount?.value ?? ZERO);
    const margin = total.amount.half.plus(etat.amount.half).plus(departement?.amount?.half ?? ZERO);
    if (total.amount.value.minus(own).minus(others).abs().lte(margin)) withThem += 1;
    if (total.amount.value.minus(own).abs().lte(margin)) withoutThem += 1;
  }
  return withThem > withoutThem;
}
