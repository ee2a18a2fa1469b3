/** Columns of a bilan whose cells are computed alike, with what the formulas of its dues and of the CD's part give. */
import type { Decimal } from "../../domain/decimal";
import type { Bilan, ChampDeBilan, LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/tables";
import { compteDuBloc, comptesDesActions, minimumOf } from "../bilan/comptes";
import { blocOf, isKnown, valueOf } from "../bilan/lignes";
import { subjectOf, type RuleContext } from "../rule";

export interface Attendu {
  /** Euros. */
  readonly value: Decimal;
  readonly severity: "warning" | "info";
}

interface Place {
  readonly cell: AmountCell;
  readonly subject: string;
  readonly expected?: Attendu | undefined;
}

/** Columns that follow from others of their row, and those that totals add up. */
const FOLLOWING: readonly ChampDeBilan[] = ["prevuTotal", "eligible", "due", "departement", "solde", "excedent"];
const ADDED: readonly ChampDeBilan[] = ["prevuEtat", "prevuDepartement", "prevuTotal", "realise", "eligible"];

/** The most that is due: an officer may claim less. */
function duesOf(context: RuleContext, table: Bilan): [AmountCell, Attendu][] {
  const blocs = new Set(table.lignes.flatMap((ligne) => blocOf(ligne) ?? []));
  const comptes = [
    ...comptesDesActions(context, table),
    ...[...blocs].flatMap((bloc) => (bloc.startsWith("axe") ? [] : (compteDuBloc(context, table, bloc) ?? []))),
  ];
  return comptes.flatMap((compte): [AmountCell, Attendu][] => {
    const [due, ...others] = compte.dues;
    const minimum = minimumOf(compte);
    return due && others.length === 0 && minimum ? [[due, { value: minimum.value, severity: "info" }]] : [];
  });
}

/** What is left for the CD, where the column is computed so. */
function restsOf({ lignes }: Bilan): [AmountCell, Attendu][] {
  return lignes.flatMap(({ montants: { departement, eligible, due, autres } }): [AmountCell, Attendu][] => {
    if (!departement || !isKnown(eligible) || !isKnown(due)) return [];
    return [
      [departement, { value: valueOf(eligible).minus(valueOf(due)).minus(valueOf(autres)), severity: "warning" }],
    ];
  });
}

/** Each group has one way to be computed: the actions of a column, or the totals. */
export function colonnesDeBilan(context: RuleContext, table: Bilan): Place[][] {
  const { lignes } = table;
  const expected = new Map([...duesOf(context, table), ...restsOf(table)]);
  const places = (lines: readonly LigneDeBilan[], champ: ChampDeBilan): Place[] =>
    lines.flatMap((ligne): Place[] => {
      const cell = ligne.montants[champ];
      const isNothing = !cell?.amount || (cell.formula === null && cell.amount.value.isZero());
      if (isNothing) return [];
      const own = expected.get(cell);
      // Nothing else holds these two: without what they should be, nobody can say that they are right.
      return own || (champ !== "due" && champ !== "departement")
        ? [{ cell, subject: subjectOf(ligne), expected: own }]
        : [];
    });
  const actions = lignes.filter(({ kind }) => kind === "action");
  const totals = lignes.filter(({ kind }) => kind === "sous-total" || kind === "total");
  return [...FOLLOWING.map((champ) => places(actions, champ)), ADDED.flatMap((champ) => places(totals, champ))];
}
