/** French typography of figures: U+202F between thousands, a decimal comma, U+00A0 before the unit. */
import { Decimal } from "./decimal";
import type { Grandeur } from "./grandeur";

const GROUP = "\u202F";
const BEFORE_UNIT = "\u00A0";

function grouped(value: Decimal, decimals: number): string {
  const fixed = value.abs().toFixed(decimals);
  const [whole = "0", fraction] = fixed.split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, GROUP);
  return `${value.isNegative() && !value.isZero() ? "-" : ""}${digits}${fraction ? `,${fraction}` : ""}`;
}

/** `1 234,56 €`: two decimals, or as many as the amount needs. Takes euros as a Decimal or as decimal text. */
export function formatEuros(euros: Decimal | string): string {
  const value = new Decimal(euros);
  return `${grouped(value, Math.max(2, value.decimalPlaces()))}${BEFORE_UNIT}€`;
}

/** The same without ",00": for lists, where the whole figure has to fit. */
export function formatEurosShort(euros: Decimal | string): string {
  const value = new Decimal(euros);
  return value.isInteger() ? `${grouped(value, 0)}${BEFORE_UNIT}€` : formatEuros(value);
}

/** `49,5 %` of a fraction, with at most two decimals. */
export function formatRate(fraction: Decimal): string {
  const percents = fraction.times(100).toDecimalPlaces(2);
  return `${grouped(percents, percents.decimalPlaces())}${BEFORE_UNIT}%`;
}

/** `1 234,5`: all the decimals of the number, without a unit. */
export function formatNumber(value: Decimal): string {
  return grouped(value, value.decimalPlaces());
}

/** An integer with French groups: `12 348`. */
export function formatCount(count: number): string {
  return grouped(new Decimal(count), 0);
}

/** A figure with what it counts: `1 234,56 €`, `2 576 personnes`, `3,5 ETP`. Nobody counts a part of a person. */
export function formatFigure(value: Decimal | string, grandeur: Grandeur = "euros"): string {
  const figure = new Decimal(value);
  if (grandeur === "euros") return formatEuros(figure);
  if (grandeur === "nombre") return formatNumber(figure);
  if (grandeur === "pourcentage") return `${formatNumber(figure)}${BEFORE_UNIT}%`;
  if (grandeur === "ETP") return `${formatNumber(figure)}${BEFORE_UNIT}ETP`;
  const persons = figure.toDecimalPlaces(0);
  return `${grouped(persons, 0)}${BEFORE_UNIT}${persons.abs().lt(2) ? "personne" : "personnes"}`;
}

/** The same in a list: euros without ",00". */
export function formatFigureShort(value: Decimal | string, grandeur: Grandeur = "euros"): string {
  return grandeur === "euros" ? formatEurosShort(value) : formatFigure(value, grandeur);
}

/** Decimal text of a figure for JSON and files: euros with two decimals or more, persons whole. */
export function figureText(value: Decimal, grandeur: Grandeur = "euros"): string {
  if (grandeur === "euros") return amountText(value);
  return grandeur === "personnes" ? value.toFixed(0) : value.toFixed();
}

/** Decimal text of euros for JSON and files: two decimals or as many as needed, a dot, no group. */
export function amountText(euros: Decimal): string {
  return euros.toFixed(Math.max(2, euros.decimalPlaces()));
}
