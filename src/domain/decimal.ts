/** Exact numbers. The one place that configures decimal.js; nothing in this project adds amounts as floats. */
import DecimalJs from "decimal.js";

/** 40 significant digits: sums of euros, and products with rates, stay exact. */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP });
export type Decimal = DecimalJs;

export const ZERO = new Decimal(0);

/**
 * The number that a spreadsheet cell stores, without its binary noise: 15 significant digits are all that Excel keeps.
 * @throws never; a non-finite number gives NaN, which callers treat as unreadable.
 */
export function fromStoredNumber(value: number): Decimal {
  return Number.isFinite(value) ? new Decimal(storedDigits(value)) : new Decimal(NaN);
}

/** Integers of fewer digits than a float holds are exact as they are. */
const GREATEST_INTEGER = 1e15;

/** The 15 digits, in the shortest writing at hand: most numbers have few, and are then written as they are. */
export function storedDigits(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < GREATEST_INTEGER) return String(value);
  const shortest = String(value);
  // A sign, a mark and a leading zero are no digits; an exponent asks for the long way.
  return shortest.length <= 15 && !shortest.includes("e") ? shortest : value.toPrecision(15);
}

/** Decimals of the number that a cell stores. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return 0;
  const digits = storedDigits(value);
  const mark = digits.indexOf(".");
  if (mark === -1 || digits.includes("e")) return fromStoredNumber(value).decimalPlaces();
  let last = digits.length;
  while (digits[last - 1] === "0") last -= 1;
  return Math.max(0, last - mark - 1);
}
