/** Rows that say at once what is due for several volets: the payment is one, their ceilings are not. */
import { Decimal, ZERO } from "../../domain/decimal";
import type { Bilan, LigneDeBilan } from "../../reading/bilanTables";
import type { Relation } from "../../relations/relation";
import type { RuleContext } from "../rule";
import { compteDuBloc, expenseOf, minimumOf, type Compte } from "./comptes";
import { bilansOf, isKnown, relationOf, sumOf, valueOf } from "./lignes";

export interface Jointe {
  readonly ligne: LigneDeBilan;
  readonly comptes: readonly Compte[];
  /** Each volet within its own ceiling, euros. */
  readonly apart: Decimal;
  /** As if one ceiling held for all of them. */
  readonly together: Decimal;
}

/** Rows that say at once what is due for several blocks of the emploi part, where all of these can be computed. */
export function jointesDe(context: RuleContext, table: Bilan): Jointe[] {
  return table.lignes.flatMap((ligne): Jointe[] => {
    const { blocs, kind } = ligne;
    const isJoint = blocs.length > 1 && blocs.every((bloc) => bloc.startsWith("volet"));
    if (kind === "action" || !isJoint) return [];
    const comptes = blocs.flatMap((bloc) => compteDuBloc(context, table, bloc) ?? []);
    const minima = comptes.flatMap((compte) => minimumOf(compte) ?? []);
    if (minima.length < blocs.length) return [];
    const ceilings = comptes.reduce((sum, { plafond }) => sum.plus(sumOf(plafond ?? [])), ZERO);
    const shares = comptes.reduce(
      (sum, { base, regle }) => sum.plus(expenseOf(base ?? []).times(regle?.quotite ?? 0)),
      ZERO,
    );
    return [
      {
        ligne,
        comptes,
        apart: minima.reduce((sum, { value }) => sum.plus(value), ZERO),
        together: Decimal.min(ceilings, shares),
      },
    ];
  });
}

/**
 * The bound of a row that says what is due without saying it of each volet. Over the sum of the volets' own minima, it
 * is `fongibilite` as long as their ceilings together would hold it, `plafond-etat` beyond.
 */
export function jointBounds(context: RuleContext, rule: "fongibilite" | "plafond-etat"): Relation[] {
  return bilansOf(context).flatMap((table) =>
    jointesDe(context, table).flatMap(({ ligne, comptes, together }) => {
      const { due } = ligne.montants;
      const isAlone = comptes.every(({ dues }) => dues.every((cell) => cell === due));
      if (!isKnown(due) || !isAlone || (rule === "fongibilite") !== valueOf(due).lte(together)) return [];
      return [
        relationOf(table, ligne, {
          rule,
          kind: "at-most",
          total: due,
          terms: comptes.flatMap((compte) => minimumOf(compte)?.terms ?? []),
          reference: comptes[0]?.regle?.source.article ?? null,
        }),
      ];
    }),
  );
}
