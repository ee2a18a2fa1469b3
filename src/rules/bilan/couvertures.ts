/** What a total of a bilan adds up in a column. */
import type { Bilan, ChampDeBilan, LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/tables";
import { isKnown, isSaid } from "./lignes";

/** Columns that a row may leave to another one: of a payment, or of its block. */
export const ELSEWHERE: readonly ChampDeBilan[] = ["due", "departement", "verse", "solde", "excedent"];

export interface Couverte {
  readonly ligne: LigneDeBilan;
  readonly cell: AmountCell;
}

/**
 * What a total adds up in a column: the rows that it covers; where one says nothing there, the payment that it is part
 * of, else the rows below it.
 */
export function couvertesDe(
  table: Bilan,
  total: LigneDeBilan,
  champ: ChampDeBilan,
  seen = new Set<number>(),
): Couverte[] {
  return total.covers.flatMap((place): Couverte[] => {
    const ligne = table.lignes[place];
    if (!ligne || seen.has(place)) return [];
    seen.add(place);
    const cell = ligne.montants[champ];
    if (cell && isSaid(cell) && (cell.state !== "none" || !ELSEWHERE.includes(champ))) return [{ ligne, cell }];
    const payer = table.lignes.findIndex(
      (other) =>
        other.kind === "versement" && other !== total && other.covers.includes(place) && isKnown(other.montants[champ]),
    );
    if (payer !== -1) {
      const paid = table.lignes[payer];
      const own = paid?.montants[champ];
      if (!paid || !own || seen.has(payer)) return [];
      seen.add(payer);
      return [{ ligne: paid, cell: own }];
    }
    const below = couvertesDe(table, ligne, champ, seen);
    if (below.length > 0) return below;
    // An empty cell that should hold an amount is a term that may be missing.
    return cell?.state === "empty" && !ELSEWHERE.includes(champ) ? [{ ligne, cell }] : [];
  });
}
