/** Rates as workbooks write them: "50 %", 0.5 shown as a percentage, 50 under a header that says "%". */
import { shownPrecision } from "./amount";
import { Decimal, fromStoredNumber } from "./decimal";

export interface Rate {
  /** A fraction: 50 % is 0.5. */
  readonly value: Decimal;
  /** Half of the last written digit, as a fraction. */
  readonly half: Decimal;
}

function rateOf(percents: Decimal, decimals: number): Rate {
  return { value: percents.div(100), half: new Decimal(10).pow(-decimals).div(200) };
}

/** Reads a rate written as text ("49,5 %"), or null when it is none. */
export function readRateText(text: string): Rate | null {
  const match = /^(\d{1,3})(?:\s?[.,]\s?(\d+))?\s*%$/.exec(text.trim());
  if (!match) return null;
  const [, whole = "0", fraction = ""] = match;
  return rateOf(new Decimal(`${whole}.${fraction || "0"}`), fraction.length);
}

/** Reads a rate stored as a number; a bare number over 1 counts as percents (50 → 50 %). Null over 100 %. */
export function readRateNumber(stored: number, numberFormat: string): Rate | null {
  const value = fromStoredNumber(stored);
  if (value.isNaN() || value.isNegative() || value.gt(100)) return null;
  const shown = shownPrecision(numberFormat);
  if (shown.percent) return value.gt(1.5) ? null : rateOf(value.times(100), shown.decimals ?? 0);
  if (value.lte(1)) return { value, half: new Decimal(10).pow(-Math.max(value.decimalPlaces(), 2)).div(2) };
  return rateOf(value, shown.decimals ?? value.decimalPlaces());
}
