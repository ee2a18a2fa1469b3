/** The cells that the amounts of a bilan come from, as terms of its formulas. */
import { A_COMPLETER, EUROS_IN } from "../../domain/amount";
import { Decimal, ZERO } from "../../domain/decimal";
import type { AmountCell } from "../../reading/tables";
import { qualifiedAddress, type CellRef } from "../../workbook/address";
import type { CellContent } from "../../workbook/draft";
import { referenceTo, termOf, termText, type FigureTerm } from "../figure";
import type { Formule, Valeur } from "./formules";

/**
 * "montant": a cell that holds a number, or text that is spelled out as a constant. "vide": a blank one. "mots": one
 * that waits for its amount ("à compléter"). "aucun": one that says that there is none (NC, -).
 */
export interface Terme extends FigureTerm {
  readonly etat: "montant" | "vide" | "mots" | "aucun";
}

/** How cells are looked up: what a picture leaves out is empty. */
export type ContentAt = (ref: CellRef) => CellContent;

function withoutAmount({ ref, unit, written }: AmountCell, etat: Terme["etat"], name: string): Terme {
  const factor = new Decimal(EUROS_IN[unit]);
  return { ref, isNumber: true, value: ZERO, factor, half: ZERO, label: `${name}\u00A0: ${written}`, etat };
}

/** The term of a cell under a name for people; null where the cell is hidden under another. */
export function termeOf(cell: AmountCell, contentAt: ContentAt, name: string): Terme | null {
  if (cell.state === "covered") return null;
  const term = termOf(cell, contentAt(cell.ref), name);
  if (term) return { ...term, etat: "montant" };
  const etat = cell.state === "none" ? "aucun" : cell.state === "empty" ? "vide" : "mots";
  return withoutAmount(cell, etat, name);
}

/** A cell that a draft adds: nothing stands in it yet. */
export function termeNeuf(ref: CellRef, label: string): Terme {
  return { ref, isNumber: true, value: ZERO, factor: new Decimal(1), half: ZERO, label, etat: "vide" };
}

/** An amount that is spelled out, with the cell whose words it was read in. */
export function constante(value: Decimal, ref: CellRef | null): Terme {
  return { ref, isNumber: false, value, factor: new Decimal(1), half: ZERO, label: "", etat: "montant" };
}

/** The same cell, once a draft gives it an amount. */
export function avecValeur(terme: Terme, valeur: Valeur): Terme {
  return valeur instanceof Decimal ? { ...terme, etat: "montant", value: valeur } : terme;
}

/** A term taken off instead of added. */
export function oppose(terme: Terme): Terme {
  return { ...terme, value: terme.value.negated(), factor: terme.factor.negated() };
}

/** The cell of a term where a formula points at it; null for a constant. */
function cellOf({ ref, isNumber }: Terme): CellRef | null {
  return isNumber ? ref : null;
}

function adresseOf(terme: Terme, sheet: string): string | null {
  const cell = cellOf(terme);
  return cell && referenceTo(cell, sheet);
}

/** The text of a term; one that may hold words counts as nothing then. */
function texteDe(terme: Terme, sheet: string): string {
  if (terme.factor.isNegative()) return `-${texteDe(oppose(terme), sheet)}`;
  const text = termText(terme, { sheet, unit: "€" });
  const cell = cellOf(terme);
  if (terme.etat !== "aucun" || !cell) return text;
  const address = referenceTo(cell, sheet);
  return text.replace(address, `N(${address})`);
}

function sommeTexte(texts: readonly string[]): string {
  return texts.join("+").replaceAll("+-", "-");
}

function total(termes: readonly Terme[]): Decimal {
  return termes.reduce((sum, { value }) => sum.plus(value), ZERO);
}

/** A part of a sum, and the cells that have to hold numbers for it to be one: all of them, or one at least. */
export interface Piece {
  readonly attendus: readonly string[];
  readonly suffit: "tous" | "un";
  readonly texte: string;
  /** Null while something is missing. */
  readonly valeur: Decimal | null;
}

/** Terms that all have to be there. */
export function tous(termes: readonly Terme[], sheet: string): Piece {
  const awaited = termes.filter((terme) => terme.etat !== "aucun" && cellOf(terme) !== null);
  return {
    attendus: awaited.flatMap((terme) => adresseOf(terme, sheet) ?? []),
    suffit: "tous",
    texte: sommeTexte(termes.map((terme) => texteDe(terme, sheet))),
    valeur: awaited.every(({ etat }) => etat === "montant") ? total(termes) : null,
  };
}

/** Terms of which one is enough: a payment may stand in one row of those that it covers. */
export function auMoinsUn(termes: readonly Terme[], sheet: string): Piece {
  const attendus = termes.flatMap((terme) => adresseOf(terme, sheet) ?? []);
  if (termes.length < 2 || attendus.length < termes.length) return tous(termes, sheet);
  return {
    attendus,
    suffit: "un",
    texte: sommeTexte(termes.map((terme) => texteDe({ ...terme, etat: "aucun" }, sheet))),
    valeur: termes.some(({ etat }) => etat === "montant") ? total(termes) : null,
  };
}

const OUVERT: Formule = { texte: `"${A_COMPLETER}"`, valeur: A_COMPLETER };

/** The sum of pieces, and `sinon` until each is there. Null without any: there is nothing to point at. */
export function assembler(pieces: readonly Piece[], sinon: Formule = OUVERT): Formule | null {
  if (pieces.length === 0) return null;
  const all = pieces.flatMap(({ suffit, attendus }) => (suffit === "tous" ? attendus : []));
  const tests = [
    ...(all.length === 0
      ? []
      : [all.length === 1 ? `ISNUMBER(${all.join("")})` : `COUNT(${all.join(",")})=${all.length}`]),
    ...pieces.flatMap(({ suffit, attendus }) => (suffit === "un" ? [`COUNT(${attendus.join(",")})>0`] : [])),
  ];
  const somme = sommeTexte(pieces.map(({ texte }) => texte));
  const values = pieces.map(({ valeur }) => valeur).filter((valeur) => valeur !== null);
  return {
    texte: tests.reduceRight((inner, test) => `IF(${test},${inner},${sinon.texte})`, somme),
    valeur: values.length < pieces.length ? sinon.valeur : values.reduce((sum, value) => sum.plus(value), ZERO),
  };
}

/** The sum of terms that all have to be there; null without any. */
export function reprise(termes: readonly Terme[], sheet: string): Formule | null {
  return termes.length === 0 ? null : assembler([tous(termes, sheet)]);
}

/** A share that may be none: "NC" where every cell of it says so, and live all the same. */
export function partOuAucune(termes: readonly Terme[], sheet: string): Formule | null {
  const areNone = termes.length > 0 && termes.every(({ etat }) => etat === "aucun");
  const addresses = termes.flatMap((terme) => adresseOf(terme, sheet) ?? []);
  if (!areNone || addresses.length < termes.length) return reprise(termes, sheet);
  const somme = sommeTexte(termes.map((terme) => texteDe(terme, sheet)));
  return { texte: `IF(COUNT(${addresses.join(",")})>0,${somme},"NC")`, valeur: "NC" };
}

/** The sum of terms that count as nothing while they are blank, once `base` is there; words in one are no amount. */
export function complement(termes: readonly Terme[], base: Formule, sheet: string): Formule {
  const somme = sommeTexte(termes.map((terme) => texteDe(cellOf(terme) ? { ...terme, etat: "aucun" } : terme, sheet)));
  const addresses = termes.flatMap((terme) => (terme.etat === "aucun" ? [] : (adresseOf(terme, sheet) ?? [])));
  const numbers = `COUNT(${[base.texte, ...addresses].join(",")})`;
  const blanks = addresses.map((address) => `+COUNTBLANK(${address})`).join("");
  const isOpen = typeof base.valeur === "string" || termes.some(({ etat }) => etat === "mots");
  return {
    texte: `IF(${numbers}${blanks}=${addresses.length + 1},${somme === "" ? "0" : somme},"${A_COMPLETER}")`,
    valeur: isOpen ? A_COMPLETER : total(termes),
  };
}

/** The cells of terms, each once: a draft is out of date once one of them changes. */
export function cellsOf(termes: readonly Terme[]): CellRef[] {
  const unique = new Map(termes.flatMap(({ ref }) => (ref ? [[qualifiedAddress(ref), ref] as const] : [])));
  return [...unique.values()];
}
