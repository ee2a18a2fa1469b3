/** What the cells of a table say, and will say. */
import { ZERO, type Decimal } from "../domain/decimal";
import { hasNoValue, type AmountCell } from "../reading/tables";
import type { Figure } from "./figure";

/** What a cell will say once the draft is applied. */
export interface Etat {
  readonly euros: Decimal;
  readonly half: Decimal;
  readonly isPending: boolean;
  /** Of a total: something that it adds up is still to come. */
  readonly isPartial?: boolean;
}

export const RIEN: Etat = { euros: ZERO, half: ZERO, isPending: false };

export function etatOf(cell: AmountCell | undefined): Etat {
  if (!cell) return RIEN;
  if (!cell.amount) return { ...RIEN, isPending: hasNoValue(cell) };
  return { euros: cell.amount.value, half: cell.amount.half, isPending: false };
}

export function etatOfFigure(figure: Figure): Etat {
  if (figure.kind === "montant") return { euros: figure.value, half: figure.half, isPending: false };
  return { ...RIEN, isPending: figure.kind === "a-completer" };
}

/** Nothing that somebody decided stands there: blank, a placeholder, or a text that is no amount. */
export function isFree({ state }: AmountCell): boolean {
  return state === "empty" || state === "pending" || state === "unreadable" || state === "error";
}

/** A subtotal of the officer's that repeats an NC: beside "+" it would be an error. */
export function showsWords(cell: AmountCell | undefined): boolean {
  return cell?.state === "none" || cell?.state === "pending" || cell?.state === "unreadable";
}

export function agrees(one: Etat, other: Etat): boolean {
  return one.euros.minus(other.euros).abs().lte(one.half.plus(other.half)) && one.isPending === other.isPending;
}

/** What a sum of cells will say: `isPending` where it cannot be told without all of them. */
export function sumOf(etats: readonly Etat[]): Etat {
  return {
    euros: etats.reduce((sum, { euros }) => sum.plus(euros), ZERO),
    half: etats.reduce((sum, { half }) => sum.plus(half), ZERO),
    isPending: etats.some(({ isPending }) => isPending),
    isPartial: etats.some(({ isPending, isPartial }) => isPending || isPartial === true),
  };
}
