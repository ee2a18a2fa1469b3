import { Decimal } from "../../domain/decimal";
import { formatEuros } from "../../domain/format";
import type { AmountCell } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { soldesDesBilans } from "../bilan/soldes";
import { cellFault, type CellFault, type Rule } from "../rule";
import { lignesLiees, rowOf, totalRelations, versementSubject, type LigneLiee } from "./lines";

const ONE = new Decimal(1);
const MINUS_ONE = new Decimal(-1);
const REFERENCE = "Convention emploi, art. 6";

interface Compte {
  readonly line: LigneLiee;
  /** What the State owes: on the bilan where the table says it, else at most the montant prévisionnel. */
  readonly due: AmountCell;
  readonly paid: AmountCell;
}

function compteOf(line: LigneLiee): Compte | null {
  const { du, base, verse, avance } = line.ligne;
  const due = du ?? base;
  const paid = verse ?? avance;
  // What a sentence says of two amounts stands in one cell: nothing to relate.
  return due?.amount && paid && line.table.form !== "prose" ? { line, due, paid } : null;
}

function differenceOf({ due, paid }: Compte): Decimal {
  return (due.amount?.value ?? new Decimal(0)).minus(paid.amount?.value ?? 0);
}

function relationOf(compte: Compte, total: AmountCell, sign: Decimal): Relation {
  const { line, due, paid } = compte;
  const { table, ligne } = line;
  const written = total.amount?.value ?? new Decimal(0);
  // Before the bilan the balance is what is left at most: less may be right.
  const isLess = due === ligne.base && written.lt(differenceOf(compte)) && !written.isNegative();
  return {
    rule: "solde",
    kind: "equal",
    total,
    terms: [
      { cell: due, coefficient: sign },
      { cell: paid, coefficient: sign.negated() },
    ],
    ceiling: isLess ? "warning" : "blocking",
    subject: versementSubject(ligne),
    reference: REFERENCE,
    row: rowOf(table, ligne),
  };
}

function relationsOf(compte: Compte): Relation[] {
  const { solde, tropPercu } = compte.line.ligne;
  const difference = differenceOf(compte);
  const isOverpaid = difference.isNegative() && !difference.isZero();
  if (isOverpaid && tropPercu?.amount) return [relationOf(compte, tropPercu, MINUS_ONE)];
  return solde?.amount && (!isOverpaid || !solde.amount.value.isZero()) ? [relationOf(compte, solde, ONE)] : [];
}

function fault(compte: Compte, cell: AmountCell, variant: string, own: Partial<CellFault>): CellFault {
  const { line, due, paid } = compte;
  return cellFault({
    rule: "solde",
    severity: "blocking",
    cell: cell.ref,
    cells: [due, paid].flatMap(({ ref }) => (ref === cell.ref ? [] : [ref])),
    variant,
    subject: versementSubject(line.ligne),
    written: cell.written,
    actual: cell.amount?.value ?? null,
    reference: REFERENCE,
    ...own,
  });
}

function faultsOf(compte: Compte): CellFault[] {
  const { due, paid, line } = compte;
  const { base, du, solde, tropPercu } = line.ligne;
  const faults: CellFault[] = [];
  const margin = [due, paid].reduce((sum, { amount }) => sum.plus(amount?.half ?? 0), new Decimal(0));
  const overpaid = differenceOf(compte).negated();
  if (overpaid.gt(margin)) {
    const isTold = tropPercu?.amount !== undefined && tropPercu.amount !== null && !tropPercu.amount.value.isZero();
    const cell = tropPercu?.amount ? tropPercu : (solde ?? paid);
    faults.push(
      fault(compte, cell, `trop-percu|${formatEuros(overpaid)}`, { severity: isTold ? "warning" : "blocking" }),
    );
  }
  if (
    du?.amount &&
    base?.amount &&
    du.amount.value.minus(base.amount.value).gt(du.amount.half.plus(base.amount.half))
  ) {
    faults.push(fault(compte, du, "plafond", { cells: [base.ref], expected: base.amount.value }));
  }
  return faults;
}

/** The balance is what is due less what was paid, within the montant prévisionnel; what was paid too much is repaid. */
export const solde: Rule = {
  id: "solde",
  family: "versement",
  run(context) {
    const comptes = lignesLiees(context).flatMap((line) => {
      const compte = compteOf(line);
      return compte ? [compte] : [];
    });
    const bilans = soldesDesBilans(context);
    const relations = [
      ...comptes.flatMap(relationsOf),
      ...totalRelations(context, "solde", ["du", "verse", "solde", "tropPercu"]),
      ...bilans.relations,
    ];
    const faults = [...comptes.flatMap(faultsOf), ...bilans.faults];
    return {
      relations,
      faults,
      // What has a balance is counted as a relation already.
      checked: comptes.filter((compte) => relationsOf(compte).length === 0).length + bilans.faults.length,
      unverifiable: [],
      applies: relations.length + comptes.length + bilans.faults.length > 0,
    };
  },
};
