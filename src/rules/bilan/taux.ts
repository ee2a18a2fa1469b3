/** The rates that a bilan writes, with what its amounts give. */
import type { Decimal } from "../../domain/decimal";
import type { LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell, RateCell, Reading } from "../../reading/tables";
import { subjectOf } from "../rule";
import { isKnown, valueOf } from "./lignes";

export interface TauxDeBilan {
  readonly taux: RateCell;
  /** What it may be, the usual way first: people divide by the expense, or by what is eligible of it. */
  readonly rates: readonly Decimal[];
  readonly cells: readonly AmountCell[];
  readonly subject: string;
}

function ratio(part: AmountCell | undefined, whole: AmountCell | undefined): Decimal[] {
  return isKnown(part) && isKnown(whole) && !valueOf(whole).isZero() ? [valueOf(part).div(valueOf(whole))] : [];
}

function of(ligne: LigneDeBilan): TauxDeBilan[] {
  const { prevuTotal, prevuDepartement, realise, eligible, departement, due, autres } = ligne.montants;
  const subject = subjectOf(ligne);
  // Without its column, the CD pays what nobody else does.
  const rest =
    !departement && isKnown(eligible) && isKnown(due) && !valueOf(eligible).isZero()
      ? [valueOf(eligible).minus(valueOf(due)).minus(valueOf(autres)).div(valueOf(eligible))]
      : [];
  const cells = [departement, due, eligible, realise, prevuTotal].filter((cell) => cell !== undefined);
  // What was planned is another way to say the rate, not a reason to doubt one that cannot be computed yet.
  const told = (taux: RateCell | null, rates: readonly Decimal[], others: readonly Decimal[] = []): TauxDeBilan[] =>
    taux && rates.length > 0 ? [{ taux, rates: [...rates, ...others], cells, subject }] : [];
  return [
    ...told(
      ligne.tauxDepartement,
      [...ratio(departement, eligible), ...ratio(departement, realise), ...rest],
      ratio(prevuDepartement, prevuTotal),
    ),
    ...told(ligne.tauxExecution, [...ratio(realise, prevuTotal), ...ratio(eligible, prevuTotal)]),
  ];
}

/** Every rate of the bilans and réalisés whose amounts are known. */
export function tauxDesBilans({ bilans }: Reading): TauxDeBilan[] {
  return bilans.flatMap(({ lignes }) => lignes.flatMap(of));
}
