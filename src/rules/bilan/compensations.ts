/** Balances and dues that are right only when one volet's surplus pays for another: no clause allows it. */
import { Decimal, ZERO } from "../../domain/decimal";
import type { Bilan, LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/tables";
import type { RuleContext } from "../rule";
import { couvertesDe, type Couverte } from "./couvertures";
import { jointesDe } from "./jointes";
import { blocOf, isKnown, isSame, knownCells, marginOf, paiementOf, sumOf, valueOf, yearsOf } from "./lignes";

export interface Netting {
  readonly ligne: LigneDeBilan;
  /** The cells that it explains, the one to look at first. */
  readonly cells: readonly [AmountCell, ...AmountCell[]];
  /** What it was netted with. */
  readonly others: readonly AmountCell[];
  readonly what: "solde" | "due";
  /** Within one payment of the convention: nothing to say. */
  readonly isLawful: boolean;
  /** A total of signed balances, or of actions of one payment: it misleads, but pays for no other volet. */
  readonly isMild: boolean;
  /** What it should be, euros. */
  readonly expected: Decimal;
}

interface Account {
  readonly payment: string;
  readonly solde: Decimal;
  readonly excedent: Decimal;
}

/** Volets 1 and 2 are paid at once: what one has too much is taken off the other. */
const PAID_AT_ONCE = "volets-1-2";

function accountsOf(
  years: readonly number[],
  soldes: readonly Couverte[],
  excedents: readonly Couverte[],
): readonly Account[] {
  const accounts = new Map<string, Account>();
  const add = ({ ligne }: Couverte, solde: Decimal, excedent: Decimal): void => {
    const bloc = blocOf(ligne);
    const isTogether = ligne.blocs.length > 0 && ligne.blocs.every((one) => one === "volet-1" || one === "volet-2");
    const payment = isTogether ? PAID_AT_ONCE : ((bloc && paiementOf(bloc, years)?.id) ?? `ligne ${ligne.row}`);
    const known = accounts.get(payment) ?? { payment, solde: ZERO, excedent: ZERO };
    accounts.set(payment, { payment, solde: known.solde.plus(solde), excedent: known.excedent.plus(excedent) });
  };
  for (const one of soldes) {
    const value = valueOf(one.cell);
    add(one, Decimal.max(ZERO, value), Decimal.max(ZERO, value.negated()));
  }
  for (const one of excedents) add(one, ZERO, valueOf(one.cell));
  return [...accounts.values()];
}

function total(accounts: readonly Account[], amount: (account: Account) => Decimal): Decimal {
  return accounts.reduce((sum, account) => sum.plus(amount(account)), ZERO);
}

const atLeastZero = (value: Decimal): Decimal => Decimal.max(ZERO, value);

/** A total of balances from which surpluses were taken off. */
function netTotal(context: RuleContext, table: Bilan, ligne: LigneDeBilan): Netting[] {
  const { solde, excedent } = ligne.montants;
  if (!isKnown(solde) || ligne.covers.length === 0) return [];
  const soldes = couvertesDe(table, ligne, "solde").filter(({ cell }) => isKnown(cell));
  const excedents = couvertesDe(table, ligne, "excedent").filter(({ cell }) => isKnown(cell));
  const accounts = accountsOf(yearsOf(context, table), soldes, excedents);
  const surplus = total(accounts, (account) => account.excedent);
  const gross = total(accounts, (account) => account.solde);
  const others = [...soldes, ...excedents].map(({ cell }) => cell);
  if (surplus.lte(marginOf(others)) || isSame(solde, gross, others)) return [];
  const byPayment = (account: Account): Decimal =>
    account.payment === PAID_AT_ONCE ? atLeastZero(account.solde.minus(account.excedent)) : account.solde;
  const isLawful = isSame(solde, total(accounts, byPayment), others);
  const net = gross.minus(surplus);
  if (!isLawful && !isSame(solde, net, others) && !isSame(solde, atLeastZero(net), others)) return [];
  const rest = isLawful
    ? total(accounts, (account) => account.excedent.minus(account.solde.minus(byPayment(account))))
    : atLeastZero(net.negated());
  const isSigned = sumOf(excedents.map(({ cell }) => cell)).isZero();
  return [
    {
      ligne,
      cells: isKnown(excedent) && isSame(excedent, rest, others) ? [solde, excedent] : [solde],
      others,
      what: "solde",
      isLawful,
      isMild: isSigned || accounts.length === 1,
      expected: gross,
    },
  ];
}

/** A balance from which another payment's surplus was taken off. */
function netLine(context: RuleContext, table: Bilan, ligne: LigneDeBilan): Netting[] {
  const { due, verse, solde } = ligne.montants;
  const bloc = blocOf(ligne);
  if (!isKnown(due) || !isKnown(verse) || !isKnown(solde)) return [];
  const years = yearsOf(context, table);
  const own = bloc && paiementOf(bloc, years)?.id;
  // A total may leave out what is balanced later.
  if (!own || ligne.kind === "total") return [];
  const expected = atLeastZero(valueOf(due).minus(valueOf(verse)));
  if (expected.isZero() || isSame(solde, expected, [due, verse])) return [];
  const taken = table.lignes.find((other) => {
    const { excedent } = other.montants;
    const bloc = blocOf(other);
    const payment = bloc && paiementOf(bloc, years)?.id;
    if (!isKnown(excedent) || valueOf(excedent).lte(0) || !payment || payment === own || other.kind === "total")
      return false;
    return isSame(solde, atLeastZero(expected.minus(valueOf(excedent))), [due, verse, excedent]);
  });
  if (!taken) return [];
  const others = [...knownCells(taken, ["excedent"]), due, verse];
  return [{ ligne, cells: [solde], others, what: "solde", isLawful: false, isMild: false, expected }];
}

/** A due for several volets that is over the sum of theirs, and within what all of their ceilings hold together. */
function netDue(context: RuleContext, table: Bilan): Netting[] {
  return jointesDe(context, table).flatMap(({ ligne, comptes, apart, together }): Netting[] => {
    const { due } = ligne.montants;
    const dues = comptes.flatMap((compte) => compte.dues);
    const others = comptes.flatMap(({ plafond, base }) => [
      ...(plafond ?? []),
      ...(base ?? []).map(({ cell }) => cell),
    ]);
    // Without the volets' own dues, the bound of the row tells it.
    const isTold = isKnown(due) && comptes.every((compte) => compte.dues.length > 0 && !compte.dues.includes(due));
    if (!isTold || isSame(due, sumOf(dues), dues) || !isSame(due, together, []) || isSame(due, apart, [])) return [];
    return [
      {
        ligne,
        cells: [due],
        others: [...dues, ...others],
        what: "due",
        isLawful: false,
        isMild: false,
        expected: apart,
      },
    ];
  });
}

/** Everything that a table nets, lawful or not. */
export function nettings(context: RuleContext, table: Bilan): Netting[] {
  if (table.kind !== "bilan") return [];
  return [
    ...table.lignes.flatMap((ligne) => [...netTotal(context, table, ligne), ...netLine(context, table, ligne)]),
    ...netDue(context, table),
  ];
}
