/** How likely a wrong figure came from a right one by one slip: the hints that a card gives, and a way to choose. */
import type { Unit } from "../domain/amount";
import { EUROS_IN } from "../domain/amount";
import type { Decimal } from "../domain/decimal";

export type Slip =
  "signe" | "unite" | "chiffre" | "interversion" | "chiffre-oublie" | "chiffre-double" | "chiffre-en-trop";

/** Digits as somebody types them, in the unit of the cell: "2450000", "1925" for 1,925 M€. */
function typedDigits(value: Decimal, unit: Unit): string {
  const typed = value.abs().div(EUROS_IN[unit]);
  return typed.toFixed().replace(/^0\.0*|\./g, "");
}

function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const places = [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place]));
  const [first, second] = places;
  return (
    places.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    a[first] === b[second] &&
    a[second] === b[first]
  );
}

function isOneLonger(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let place = 0;
  while (place < shorter.length && longer[place] === shorter[place]) place += 1;
  return longer.slice(place + 1) === shorter.slice(place);
}

function hasDouble(longer: string, shorter: string): boolean {
  for (let place = 1; place < longer.length; place += 1) {
    if (longer[place] === longer[place - 1] && longer.slice(0, place) + longer.slice(place + 1) === shorter)
      return true;
  }
  return false;
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
  const a = typedDigits(written, unit);
  const b = typedDigits(expected, unit);
  if (isTransposition(a, b)) return "interversion";
  if (a.length === b.length) return [...a].filter((digit, place) => digit !== b[place]).length === 1 ? "chiffre" : null;
  if (isOneLonger(a, b)) return hasDouble(a, b) ? "chiffre-double" : "chiffre-en-trop";
  return isOneLonger(b, a) ? "chiffre-oublie" : null;
}
