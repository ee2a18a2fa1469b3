/** What the State may owe at most: the ceiling and the eligible expense of an action, or of a block. */
import { partDue, type RegleDeBilan } from "../../domain/bilan";
import type { Bloc } from "../../domain/bloc";
import { ZERO, type Decimal } from "../../domain/decimal";
import type { Bilan, ChampDeBilan, LigneDeBilan } from "../../reading/bilanTables";
import { hasNoValue, type AmountCell } from "../../reading/tables";
import type { RelationTerm } from "../../relations/relation";
import type { RuleContext } from "../rule";
import { blocOf, isKnown, isLeaf, isNetOfOthers, plus, regleOf, sumOf, takenOff, yearsOf } from "./lignes";
import { plannedCells, plannedOfBloc, yearsOfLine } from "./prevus";

export interface Compte {
  readonly table: Bilan;
  /** The row that says what is due. */
  readonly ligne: LigneDeBilan;
  readonly bloc: Bloc;
  readonly regle: RegleDeBilan | null;
  /** Several where a block says it action by action. */
  readonly dues: readonly AmountCell[];
  /** The State's cells that the due cannot exceed; null where neither the table nor a plan says them. */
  readonly plafond: readonly AmountCell[] | null;
  /** The expense that the State takes its share of; null where the table does not say it. */
  readonly base: readonly RelationTerm[] | null;
}

type Rows = readonly LigneDeBilan[];

/** The cells of a column in rows that all say an amount, or nothing to add; null where one has none. */
function cellsOf(rows: Rows, champ: ChampDeBilan): AmountCell[] | null {
  const cells = rows.flatMap(({ montants }) => montants[champ] ?? []);
  if (cells.length < rows.length || cells.some(hasNoValue) || !cells.some(isKnown)) return null;
  return cells;
}

function baseOf(table: Bilan, rows: Rows, regle: RegleDeBilan | null): RelationTerm[] | null {
  const withoutOthers = regle?.sansAutresFinanceurs === true;
  const isNet = isNetOfOthers(table);
  const autres = rows.flatMap(({ montants }) => (isKnown(montants.autres) ? [montants.autres] : []));
  const taken = autres.map((cell) => ({ cell, coefficient: takenOff(cell) }));
  const eligible = cellsOf(rows, "eligible");
  if (eligible) {
    // An eligible expense that is net already is the whole one again for a block that takes nothing off.
    if (isNet && !withoutOthers) return [...plus(eligible), ...taken.map((one) => opposite(one))];
    return [...plus(eligible), ...(withoutOthers && !isNet ? taken : [])];
  }
  const realise = cellsOf(rows, "realise");
  if (!realise) return null;
  const ineligible = rows.flatMap(({ montants }) => (isKnown(montants.ineligible) ? [montants.ineligible] : []));
  return [
    ...plus(realise),
    ...ineligible.map((cell) => ({ cell, coefficient: takenOff(cell) })),
    ...(withoutOthers ? taken : []),
  ];
}

function opposite({ cell, coefficient }: RelationTerm): RelationTerm {
  return { cell, coefficient: coefficient.negated() };
}

/** The account of one row: an action of the solidarités, or a block that says all in one row. */
function ofRow(context: RuleContext, table: Bilan, ligne: LigneDeBilan, bloc: Bloc): Compte {
  const regle = regleOf(bloc, yearsOf(context, table));
  const years = yearsOfLine(context, table, ligne);
  const { due, prevuEtat } = ligne.montants;
  const own = prevuEtat ? cellsOf([ligne], "prevuEtat") : null;
  const planned =
    ligne.kind === "action"
      ? plannedCells(context, table, ligne, years, "etat")
      : regle?.niveau === "bloc"
        ? plannedOfBloc(context, bloc, years)
        : null;
  return {
    table,
    ligne,
    bloc,
    regle,
    dues: due ? [due] : [],
    plafond: prevuEtat ? own : planned,
    base: baseOf(table, [ligne], regle),
  };
}

/** The accounts of the solidarités, action by action; where only their totals say what is due, total by total. */
export function comptesDesActions(context: RuleContext, table: Bilan): Compte[] {
  const isBound = (ligne: LigneDeBilan): boolean => {
    const bloc = blocOf(ligne);
    return bloc !== null && bloc.startsWith("axe") && isKnown(ligne.montants.due);
  };
  const leaves = table.lignes.filter((ligne) => isLeaf(ligne) && isBound(ligne));
  const rows =
    leaves.length > 0 ? leaves : table.lignes.filter((ligne) => ligne.kind !== "total" && isBound(ligne)).slice(0, 1);
  return rows.map((ligne) => ofRow(context, table, ligne, blocOf(ligne) ?? "axe-1"));
}

function ownRows({ lignes }: Bilan, bloc: Bloc): LigneDeBilan[] {
  return lignes.filter(({ blocs, classement }) =>
    blocs.length > 0 ? blocs.length === 1 && blocs[0] === bloc : classement?.bloc === bloc,
  );
}

/** The rows that say a column of a block: its subtotal, else its payment, else its actions. */
function rowsOfBloc(table: Bilan, bloc: Bloc, champ: ChampDeBilan): Rows {
  const own = ownRows(table, bloc);
  const whole =
    own.find(({ kind, montants }) => kind === "sous-total" && isKnown(montants[champ])) ??
    own.find(({ kind, montants }) => kind === "versement" && isKnown(montants[champ]));
  return whole ? [whole] : own.filter(isLeaf);
}

/** The account of a block of the emploi part or of Tourcoing; null where the table says nothing of it. */
export function compteDuBloc(context: RuleContext, table: Bilan, bloc: Bloc): Compte | null {
  const [action, ...actions] = ownRows(table, bloc).filter(isLeaf);
  const alone = action && actions.length === 0 ? ofRow(context, table, action, bloc) : null;
  // Its subtotal only repeats it.
  if (alone?.base && alone.plafond && alone.dues.some(isKnown)) return alone;
  const regle = regleOf(bloc, yearsOf(context, table));
  const rows = rowsOfBloc(table, bloc, "due");
  const [ligne] = rows;
  if (!ligne) return null;
  const dues = rows.flatMap(({ montants }) => (isKnown(montants.due) ? [montants.due] : []));
  const hasPrevu = rowsOfBloc(table, bloc, "prevuEtat").some(({ montants }) => montants.prevuEtat !== undefined);
  const champ = rowsOfBloc(table, bloc, "eligible").some(({ montants }) => isKnown(montants.eligible))
    ? "eligible"
    : "realise";
  return {
    table,
    ligne,
    bloc,
    regle,
    dues,
    plafond: hasPrevu
      ? cellsOf(rowsOfBloc(table, bloc, "prevuEtat"), "prevuEtat")
      : plannedOfBloc(context, bloc, yearsOfLine(context, table, ligne)),
    base: baseOf(table, rowsOfBloc(table, bloc, champ), regle),
  };
}

/** Euros of the eligible expense. */
export function expenseOf(base: readonly RelationTerm[]): Decimal {
  return base.reduce((sum, { cell, coefficient }) => sum.plus(sumOf([cell]).times(coefficient)), ZERO);
}

export interface Minimum {
  readonly value: Decimal;
  /** What it is the sum of: the ceiling, or the State's share of the expense, whichever binds. */
  readonly terms: readonly RelationTerm[];
}

/** The most that the State owes for an account; null where a piece of it is missing. */
export function minimumOf({ regle, plafond, base }: Compte): Minimum | null {
  if (!regle || !plafond || !base) return null;
  const ceiling = sumOf(plafond);
  // What is taken off stands in the base already.
  const value = partDue(
    { ...regle, sansAutresFinanceurs: false },
    { plafond: ceiling, eligible: expenseOf(base), autres: ceiling },
  );
  const terms = value.eq(ceiling)
    ? plus(plafond)
    : base.map(({ cell, coefficient }) => ({ cell, coefficient: coefficient.times(regle.quotite) }));
  return { value, terms };
}
