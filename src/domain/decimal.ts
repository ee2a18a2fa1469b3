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
  return Number.isFinite(value) ? new Decimal(value.toPrecision(15)) : new Decimal(NaN);
}
