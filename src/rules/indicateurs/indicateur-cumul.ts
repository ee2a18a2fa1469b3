import { Decimal, ZERO } from "../../domain/decimal";
import type { CibleCell, Indicateurs, LigneDIndicateur } from "../../reading/indicateursTables";
import type { AmountCell } from "../../reading/tables";
import { keyOf, type Relation } from "../../relations/relation";
import { qualifiedAddress, type CellRef } from "../../workbook/address";
import { subjectOf, type Rule, type Unverifiable } from "../rule";

const ONE = new Decimal(1);

function valueOf(cell: CibleCell | null): Decimal | null {
  const isCount = cell?.state === "nombre" || cell?.state === "cumul";
  return isCount && cell.valeur !== null ? new Decimal(cell.valeur) : null;
}

/** A count as the relations take it; "+370" and words keep what they say beside the number. */
function compteOf(cell: CibleCell): AmountCell {
  return {
    ref: cell.ref,
    state: "amount",
    amount: { value: valueOf(cell) ?? ZERO, half: ZERO, coarse: false },
    written: cell.written,
    stored: null,
    unit: "€",
    formula: null,
    isPartOfCell: !/^\d+(?:[.,]\d+)?$/.test(cell.written),
    grandeur: "nombre",
  };
}

/** True for two figures of one cell. */
function shareCell(one: CellRef, other: CellRef): boolean {
  return qualifiedAddress(one) === qualifiedAddress(other);
}

function termsOf({ cibles }: LigneDIndicateur): CibleCell[] {
  return cibles.map(({ cell }) => cell).filter((cell) => valueOf(cell) !== null);
}

function sumOf(cells: readonly CibleCell[]): Decimal {
  return cells.reduce((sum, cell) => sum.plus(valueOf(cell) ?? ZERO), ZERO);
}

/** Targets of which one at least says "+": each adds to those before it. */
function isCumulative(ligne: LigneDIndicateur): boolean {
  return (
    termsOf(ligne).some(({ state }) => state === "cumul") && !ligne.cibles.some(({ cell }) => cell.state === "taux")
  );
}

/** A table whose Total column adds up the years of most of its rows says so of the others. */
function addsUp({ lignes }: Indicateurs): boolean {
  const totalled = lignes.filter((ligne) => valueOf(ligne.total) !== null && termsOf(ligne).length > 1);
  const right = totalled.filter((ligne) => valueOf(ligne.total)?.eq(sumOf(termsOf(ligne)))).length;
  return right > 1 && right * 2 > totalled.length;
}

function relationOf(table: Indicateurs, ligne: LigneDIndicateur, total: CibleCell): Relation | null {
  const targets = termsOf(ligne).filter(({ ref }) => keyOf(ref) !== keyOf(total.ref));
  const announced = valueOf(total);
  if (targets.length < 2 || announced === null) return null;
  const { situation } = ligne;
  const start = situation && !shareCell(situation.ref, total.ref) ? valueOf(situation) : null;
  // Some totals count where one starts from: the figures tell.
  const fromStart = start !== null && situation !== null && sumOf(targets).plus(start).eq(announced);
  const terms = fromStart ? [situation, ...targets] : targets;
  return {
    rule: "indicateur-cumul",
    kind: "equal",
    total: compteOf(total),
    terms: terms.map((cell) => ({ cell: compteOf(cell), coefficient: ONE })),
    ceiling: "warning",
    subject: subjectOf({ label: ligne.label, kind: "indicateur" }),
    reference: null,
    row: `${table.sheet}!indicateur:${ligne.row}`,
  };
}

/** Cumulative targets ("+195") give the total that the table, the indicator's words or the fiche announce. */
export const indicateurCumul: Rule = {
  id: "indicateur-cumul",
  family: "indicateurs",
  run({ reading }) {
    const relations: Relation[] = [];
    const unverifiable: Unverifiable[] = [];
    let applies = false;
    for (const table of reading.indicateurs) {
      const isSummed = addsUp(table);
      for (const ligne of table.lignes) {
        if (!isCumulative(ligne) && !(isSummed && ligne.total)) continue;
        applies = true;
        const relation = ligne.total && relationOf(table, ligne, ligne.total);
        if (relation) relations.push(relation);
        else if (ligne.total === null)
          unverifiable.push({
            reason: "total-non-annonce",
            subject: subjectOf({ label: ligne.label, kind: "indicateur" }),
          });
      }
    }
    return { relations, faults: [], checked: 0, unverifiable, applies };
  },
};
