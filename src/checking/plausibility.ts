/** How likely a wrong figure came from a right one by one slip: the hints that a card gives, and a way to choose. */
import { EUROS_IN, type Unit } from "../domain/amount";
import type { Decimal } from "../domain/decimal";
import { slipFrom, type DigitSlip } from "../domain/slips";

export type Slip = "signe" | "unite" | DigitSlip;

/** Digits as somebody types them, in the unit of the cell: "2450000", "1925" for 1,925 M€. */
function typedDigits(value: Decimal, unit: Unit): string {
  const typed = value.abs().div(EUROS_IN[unit]);
  return typed.toFixed().replace(/^0\.0*|\./g, "");
}

/**
 * The one slip that turns `expected` into `written` (euros), or null when it takes more than one.
 * @param unit what the figures of the cell are written in
 */
export function slipBetween(written: Decimal, expected: Decimal, unit: Unit): Slip | null {
  if (written.eq(expected) || written.isZero() || expected.isZero()) return null;
  if (written.eq(expected.negated())) return "signe";
  if (written.isNegative() !== expected.isNegative()) return null;
  const ratio = written.gt(expected) ? written.div(expected) : expected.div(written);
  if (ratio.eq(1_000) || ratio.eq(1_000_000)) return "unite";
  return slipFrom(typedDigits(written, unit), typedDigits(expected, unit));
}
