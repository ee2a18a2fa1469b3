/** A figure that a plan is to hold, the cells that it comes from, and the formula that says so. */
import { EUROS_IN, type Unit } from "../domain/amount";
import { Decimal, fromStoredNumber, ZERO } from "../domain/decimal";
import { roundingNote } from "../messages/plan";
import type { AmountCell } from "../reading/tables";
import { cellAddress, type CellRef } from "../workbook/address";
import { sheetInFormula } from "../workbook/contents";
import type { CellContent } from "../workbook/draft";

/** One term of a sum: a cell that holds a number, or a constant where the source is text. */
export interface FigureTerm {
  /** Where the amount stands; null for one that the settings give. */
  readonly ref: CellRef | null;
  /** True where a formula can point at the cell. */
  readonly isNumber: boolean;
  /** Euros. */
  readonly value: Decimal;
  /** Euros in one unit of the cell. */
  readonly factor: Decimal;
  /** Half of what k€ and M€ leave open, in euros; zero for an exact amount. */
  readonly half: Decimal;
  /** What it is, for a person: "fiche 1.1.2 : 1,925 M€". */
  readonly label: string;
}

export type Figure =
  | {
      readonly kind: "montant";
      /** Euros. */
      readonly value: Decimal;
      /** Half of what k€ and M€ leave open, in euros; zero for an exact figure. */
      readonly half: Decimal;
      readonly terms: readonly FigureTerm[];
      /** The same as the State's share of its row: a clause says so. */
      readonly isStateShare: boolean;
      /** One French sentence: where it comes from. */
      readonly why: string;
    }
  /** NC: no share. */
  | { readonly kind: "aucune-part"; readonly why: string }
  /** `isAbsent`: no fiche speaks of it, rather than one that does not say how much. */
  | { readonly kind: "a-completer"; readonly why: string; readonly isAbsent?: boolean };

export type Montant = Extract<Figure, { kind: "montant" }>;

/** The term of an amount cell, under a name for people; null where it holds no amount. */
export function termOf(cell: AmountCell, content: CellContent, name: string): FigureTerm | null {
  if (!cell.amount) return null;
  const isNumber = cell.stored === "number" && typeof content.value === "number";
  const stored = isNumber ? fromStoredNumber(Number(content.value)) : ZERO;
  const { value, coarse } = cell.amount;
  const factor = stored.isZero() ? new Decimal(EUROS_IN[cell.unit]) : value.div(stored);
  const half = coarse ? cell.amount.half : ZERO;
  return { ref: cell.ref, isNumber, value, factor, half, label: `${name}\u00A0: ${cell.written}` };
}

/** An amount that no cell holds. */
export function constantTerm(value: Decimal): FigureTerm {
  return { ref: null, isNumber: false, value, factor: new Decimal(1), half: ZERO, label: "" };
}

/** The sum of terms, as coarse as those in k€ and M€ make it. */
export function montantDe(terms: readonly FigureTerm[], why: string): Montant {
  const value = terms.reduce((sum, term) => sum.plus(term.value), ZERO);
  const half = terms.reduce((sum, term) => sum.plus(term.half), ZERO);
  return { kind: "montant", value, half, terms, isStateShare: false, why };
}

/** Where a formula is written: references to its own sheet need no name, and its unit divides. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly unit: Unit;
}

/** A reference as it stands in a formula of `sheet`: `B5`, or `'Fiches actions'!B5`. */
export function referenceTo(ref: CellRef, sheet: string): string {
  const address = cellAddress(ref.row, ref.column);
  return ref.sheet === sheet ? address : `${sheetInFormula(ref.sheet)}!${address}`;
}

/** A term as it stands in a formula: a reference in the place's unit, or a constant in euros. */
export function termText(term: FigureTerm, { sheet, unit }: FormulaPlace): string {
  if (term.ref === null || !term.isNumber) return term.value.toFixed();
  const factor = term.factor.div(EUROS_IN[unit]);
  const reference = referenceTo(term.ref, sheet);
  return factor.eq(1)
    ? reference
    : factor.lt(1)
      ? `${reference}/${inverse(factor)}`
      : `${reference}*${factor.toFixed()}`;
}

function inverse(factor: Decimal): string {
  return new Decimal(1).div(factor).toFixed();
}

/**
 * What a cell is to hold for an amount: a formula that points at the sources that are numbers and spells out the others,
 * or the bare number where there is one constant only. The value is in the place's unit.
 */
export function contentOfMontant(montant: Montant, place: FormulaPlace, numberFormat: string): CellContent {
  const value = montant.value.div(EUROS_IN[place.unit]).toNumber();
  const [first, ...others] = montant.terms;
  const isConstant = first !== undefined && others.length === 0 && !(first.isNumber && first.ref !== null);
  return { value, error: null, formula: isConstant ? null : `=${sumText(montant.terms, place)}`, numberFormat };
}

/** Constants are in euros: in a table in k€ the whole sum is divided, unless every term is a reference. */
function sumText(terms: readonly FigureTerm[], place: FormulaPlace): string {
  const join = (texts: readonly string[]): string => texts.join("+").replaceAll("+-", "-");
  const hasConstant = terms.some(({ ref, isNumber }) => ref === null || !isNumber);
  if (place.unit === "€" || !hasConstant) return join(terms.map((term) => termText(term, place)));
  const inEuros = join(terms.map((term) => termText(term, { ...place, unit: "€" })));
  return terms.length > 1 ? `(${inEuros})/${EUROS_IN[place.unit]}` : `${inEuros}/${EUROS_IN[place.unit]}`;
}

/** How far a figure is rounded, and by which sources; null for an exact one. */
export function halfLabels(figure: Figure): string | null {
  if (figure.kind !== "montant" || figure.half.isZero()) return null;
  return roundingNote(
    figure.half,
    figure.terms.filter(({ half }) => !half.isZero()).map(({ label }) => label),
  );
}
