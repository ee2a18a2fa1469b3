/** Rows of bilans and réalisés for the rules: their years, their amounts, and how a sentence names them. */
import { plainText } from "../../domain/amount";
import { LIGNES_DE_PAIEMENT, REGLES_DE_BILAN, type LigneDePaiement, type RegleDeBilan } from "../../domain/bilan";
import type { Bloc } from "../../domain/bloc";
import { Decimal, ZERO } from "../../domain/decimal";
import type { Bilan, ChampDeBilan, LigneDeBilan } from "../../reading/bilanTables";
import type { AmountCell } from "../../reading/tables";
import type { Relation, RelationTerm } from "../../relations/relation";
import { isFilled, rowKey, subjectOf, yearOfSource, type RuleContext } from "../rule";

export const ONE = new Decimal(1);
export const MINUS_ONE = new Decimal(-1);

/** Tables with what the State owes; the réalisés say only what was spent. */
export function bilansOf({ reading }: RuleContext): Bilan[] {
  return reading.bilans.filter(({ kind }) => kind === "bilan");
}

export function realisesOf({ reading }: RuleContext): Bilan[] {
  return reading.bilans.filter(({ kind }) => kind === "realise");
}

/** The years that a table adds up, its own words first; empty where nobody knows. */
export function yearsOf(context: RuleContext, table: Bilan): readonly number[] {
  if (table.years.length > 0) return table.years;
  const year = yearOfSource(context, table.year);
  return year === null ? [] : [year];
}

/** What stands in the place of a balance that is paid later: "au bilan final". */
export function isLater(cell: AmountCell): boolean {
  return (cell.state === "none" || cell.state === "unreadable") && /\bbilan\b/.test(plainText(cell.written));
}

/** A cell that says something of an amount: one, NC, or what should be one. */
export function isSaid(cell: AmountCell | undefined): cell is AmountCell {
  return isFilled(cell) && !isLater(cell);
}

/** A cell with an amount. */
export function isKnown(cell: AmountCell | undefined): cell is AmountCell {
  return (cell?.amount ?? null) !== null;
}

export function valueOf(cell: AmountCell | undefined): Decimal {
  return cell?.amount?.value ?? ZERO;
}

export function sumOf(cells: readonly AmountCell[]): Decimal {
  return cells.reduce((sum, cell) => sum.plus(valueOf(cell)), ZERO);
}

/** What the writing of amounts leaves open: half of each one's last digit. */
export function marginOf(cells: readonly (AmountCell | undefined)[]): Decimal {
  return cells.reduce((sum, cell) => sum.plus(cell?.amount?.half ?? ZERO), ZERO);
}

export function plus(cells: readonly AmountCell[], coefficient = ONE): RelationTerm[] {
  return cells.map((cell) => ({ cell, coefficient }));
}

/** A relation of a row. */
export function relationOf(
  table: Bilan,
  ligne: LigneDeBilan,
  relation: Pick<Relation, "rule" | "total" | "terms"> & Partial<Relation>,
): Relation {
  return {
    kind: "equal",
    ceiling: "blocking",
    subject: subjectOf(ligne),
    reference: null,
    row: rowKey(table, ligne.row),
    ...relation,
  };
}

/** The cells of a row that hold an amount, in the given columns. */
export function knownCells(ligne: LigneDeBilan, champs: readonly ChampDeBilan[]): AmountCell[] {
  return champs.flatMap((champ) => {
    const cell = ligne.montants[champ];
    return isKnown(cell) ? [cell] : [];
  });
}

/** Rows that add up no other row of the table. */
export function isLeaf({ kind, covers }: LigneDeBilan): boolean {
  return covers.length === 0 && (kind === "action" || kind === "sous-total");
}

/** The block that a row is of; all axes of the solidarités are computed alike. */
export function blocOf({ classement, blocs }: LigneDeBilan): Bloc | null {
  const [only] = blocs;
  if (only && blocs.length === 1) return only;
  if (classement?.bloc) return classement.bloc;
  return classement?.part === "solidarites" || (only && blocs.every((bloc) => bloc.startsWith("axe"))) ? "axe-1" : null;
}

interface Dated {
  readonly blocs: readonly Bloc[];
  readonly span: { readonly from: number; readonly to: number };
}

/** The last of the years that has data; without any year, what is the same in all. */
function inForce<T extends Dated>(all: readonly T[], bloc: Bloc, years: readonly number[]): T | null {
  const own = all.filter(({ blocs }) => blocs.includes(bloc));
  if (years.length === 0) return own.length === 1 ? (own[0] ?? null) : null;
  return own.findLast(({ span }) => years.some((year) => year >= span.from && year <= span.to)) ?? null;
}

/** How the due of a block is computed, in one of the years. */
export function regleOf(bloc: Bloc, years: readonly number[]): RegleDeBilan | null {
  return inForce(REGLES_DE_BILAN, bloc, years);
}

/** The payment that a block is part of, in one of the years. */
export function paiementOf(bloc: Bloc, years: readonly number[]): LigneDePaiement | null {
  return inForce(LIGNES_DE_PAIEMENT, bloc, years);
}

/**
 * True where the table's eligible expense is already without other financers: most of its rows that name one say so.
 */
export function isNetOfOthers({ lignes }: Bilan): boolean {
  let net = 0;
  for (const { montants } of lignes) {
    const { realise, ineligible, autres, eligible } = montants;
    if (!isKnown(realise) || !isKnown(eligible) || !isKnown(autres) || autres.amount?.value.isZero()) continue;
    const gross = valueOf(realise).minus(valueOf(ineligible).abs());
    const margin = marginOf([realise, ineligible, autres, eligible]);
    if (gross.minus(valueOf(eligible)).abs().lte(margin)) net -= 1;
    else if (gross.minus(valueOf(autres)).minus(valueOf(eligible)).abs().lte(margin)) net += 1;
  }
  return net > 0;
}

/** The sign with which an amount that is taken off is written: most write it positive. */
export function takenOff(cell: AmountCell): Decimal {
  return valueOf(cell).isNegative() ? ONE : MINUS_ONE;
}

/** True where an amount is the given one, within what the writing of the amounts that gave it leaves open. */
export function isSame(cell: AmountCell, value: Decimal, others: readonly (AmountCell | undefined)[]): boolean {
  return valueOf(cell)
    .minus(value)
    .abs()
    .lte(marginOf([cell, ...others]));
}
