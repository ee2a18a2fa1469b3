import type { Bloc } from "../../domain/bloc";
import { Decimal } from "../../domain/decimal";
import type { Relation, RelationTerm } from "../../relations/relation";
import { subjectOf, type Rule, type RuleContext, type Unverifiable } from "../rule";
import { compteDuBloc, comptesDesActions, type Compte } from "./comptes";
import { jointBounds } from "./jointes";
import { bilansOf, MINUS_ONE, plus, relationOf } from "./lignes";

const BLOCS: readonly Bloc[] = ["volet-1", "volet-2", "volet-3", "tourcoing"];

function comptesOf(context: RuleContext): Compte[] {
  return bilansOf(context).flatMap((table) => [
    ...comptesDesActions(context, table),
    ...BLOCS.flatMap((bloc) => {
      const compte = compteDuBloc(context, table, bloc);
      return compte && compte.dues.length > 0 ? [compte] : [];
    }),
  ]);
}

/** A bound of the due, with the first due cell of a block as the total of the others. */
function bound({ table, ligne, dues, regle }: Compte, terms: readonly RelationTerm[]): Relation[] {
  const [total, ...others] = dues;
  if (!total) return [];
  return [
    relationOf(table, ligne, {
      rule: "plafond-etat",
      kind: "at-most",
      total,
      terms: [...terms, ...plus(others, MINUS_ONE)],
      reference: regle?.source.article ?? null,
    }),
  ];
}

function boundsOf(compte: Compte, quotite: string): Relation[] {
  const { plafond, base } = compte;
  const share = new Decimal(quotite);
  return [
    ...(plafond ? bound(compte, plus(plafond)) : []),
    ...(base
      ? bound(
          compte,
          base.map(({ cell, coefficient }) => ({ cell, coefficient: coefficient.times(share) })),
        )
      : []),
  ];
}

/**
 * The State's share is never over its ceiling, over the cost, nor over half of the expense where the CD pays the other
 * half. Less is lawful: an officer may claim less.
 */
export const plafondEtat: Rule = {
  id: "plafond-etat",
  family: "bilan",
  run(context) {
    const unverifiable: Unverifiable[] = [];
    const relations = comptesOf(context).flatMap((compte): Relation[] => {
      const { regle, plafond, base, ligne } = compte;
      const subject = subjectOf(ligne);
      if (!regle) {
        unverifiable.push({ reason: "annee-sans-donnees", subject });
        return [];
      }
      if (!plafond || !base) unverifiable.push({ reason: plafond ? "depense-absente" : "plafond-absent", subject });
      return boundsOf(compte, regle.quotite);
    });
    const all = [...relations, ...jointBounds(context, "plafond-etat")];
    const applies = all.length + unverifiable.length > 0;
    return { relations: all, faults: [], checked: 0, unverifiable, applies };
  },
};
