/** An amount written as another one was: same unit, same separators, same words around it. */
import { EUROS_IN, readAmountText, type Unit } from "./amount";
import type { Decimal } from "./decimal";
import { formatEurosShort, formatNumber } from "./format";

const DIGITS = /\d(?:[\d\s.,']*\d)?/;
/** The mark between groups of three digits. */
const GROUPING = /\d([\s'.])(?=\d{3}(?:\D|$))/;
const DECIMALS = /([.,])(\s?)(\d+)$/;

interface Style {
  readonly group: string;
  /** With the space of `1, 806 M€`. */
  readonly mark: string;
  readonly decimals: number;
}

function styleOf(digits: string): Style {
  const group = GROUPING.exec(digits)?.[1] ?? "";
  const [, mark = ",", space = "", decimals = ""] = DECIMALS.exec(digits) ?? [];
  // One dot before three digits groups in euros: what reads back decides between the two readings.
  return { group, mark: `${mark}${space}`, decimals: decimals.length };
}

function inStyle(value: Decimal, { group, mark, decimals }: Style): string {
  const [whole = "0", fraction] = value.toFixed(Math.max(decimals, value.decimalPlaces())).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
}

function isRead(text: string, euros: Decimal, unit: Unit): boolean {
  const read = readAmountText(text, unit);
  return read.kind === "amount" && read.amount.value.eq(euros);
}

/**
 * The text of `euros` in the manner of `text` ("1,925 M€" for 1 952 000 gives "1,952 M€"); in plain euros where that
 * manner cannot say it. What it gives reads back as `euros` to the cent.
 * @param tableUnit the unit of a text that names none
 */
export function writtenLike(text: string, euros: Decimal, tableUnit: Unit): string {
  const [digits] = DIGITS.exec(text) ?? [];
  if (digits !== undefined) {
    const style = styleOf(digits);
    const styles = [style, { ...style, mark: ",", decimals: 0 }];
    for (const unit of ["€", "k€", "M€"] as const) {
      for (const one of styles) {
        const written = text.replace(digits, () => inStyle(euros.div(EUROS_IN[unit]), one));
        if (isRead(written, euros, tableUnit)) return written;
      }
    }
  }
  return formatEurosShort(euros);
}

/** The same for a count: "2 576 personnes" for 2 567 gives "2 567 personnes". */
export function countLike(text: string, count: Decimal): string {
  const [digits] = DIGITS.exec(text) ?? [];
  const plain = formatNumber(count);
  return digits === undefined ? plain : text.replace(digits, () => inStyle(count, { ...styleOf(digits), decimals: 0 }));
}
