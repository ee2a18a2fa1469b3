/** Cells that count persons, posts or percents: whole where they are written so, never euros. */
import { plainText, readAmountText, shownPrecision } from "../domain/amount";
import { Decimal, fromStoredNumber } from "../domain/decimal";
import type { Grandeur } from "../domain/grandeur";
import { readRateNumber, readRateText } from "../domain/rate";
import type { Cell } from "../workbook/picture";
import { readAmountCell } from "./amountCells";
import { tauxDans } from "./fluxLabels";
import { cellText, type Grid } from "./grid";
import type { AmountCell, RateCell } from "./tables";

/** Words after a count: "826 BRSA", "2 576 (sur 8 mois)", "3 ETP". */
const TRAILER = /\s*(?:\([^)]*\)|[a-zà-ÿ][a-zà-ÿ' /.:-]{0,40})[\s*.]*$/i;

/** Decimals that somebody counts with: half a post, a quarter of one. More are left by a division. */
const MOST_DECIMALS = 2;

/** A count is exact; what a division leaves is known to what is shown of it. */
function exact(value: Decimal, half: Decimal): AmountCell["amount"] {
  const isCounted = value.decimalPlaces() <= MOST_DECIMALS;
  return { value, half: isCounted ? new Decimal(0) : half, coarse: !isCounted };
}

/** True for a cell that is written in euros: no count. */
export function isMoney(cell: Cell | undefined): boolean {
  return cell !== undefined && (/€|\beur/i.test(cell.numberFormat) || /€|\beuros?\b/i.test(cellText(cell)));
}

/** The count that a text writes, with what qualifies it; null where it is none. */
export function countIn(text: string): { readonly value: Decimal; readonly half: Decimal } | null {
  const plain = text.replace(TRAILER, "").trim();
  if (!/^[\d\s\u00A0\u202F.,]+$/.test(plain)) return null;
  const read = readAmountText(plain);
  return read.kind === "amount" ? read.amount : null;
}

/** Reads one cell of a column of counts. */
export function readCompte(grid: Grid, row: number, column: number, grandeur: Grandeur): AmountCell {
  const cell = grid.at(row, column);
  const read = readAmountCell(grid, row, column, "€", 2);
  if (typeof cell?.value === "number" && !cell.error) {
    const factor = grandeur === "pourcentage" && shownPrecision(cell.numberFormat).percent ? 100 : 1;
    const value = fromStoredNumber(cell.value).times(factor);
    const decimals =
      shownPrecision(cell.numberFormat).decimals ?? (grandeur === "personnes" ? 0 : value.decimalPlaces());
    return { ...read, amount: exact(value, new Decimal(10).pow(-decimals).div(2)), grandeur };
  }
  const written = cellText(cell);
  const text = grandeur === "pourcentage" ? written.replace(/\s*%$/, "") : written;
  const count = read.state === "amount" || read.state === "unreadable" ? countIn(text) : null;
  if (!count) return { ...read, state: read.state === "amount" ? "unreadable" : read.state, amount: null, grandeur };
  return { ...read, state: "amount", amount: exact(count.value, count.half), stored: "text", grandeur };
}

/** A count that is some words of a cell: nothing is ever written over it. */
export function compteDansTexte(
  ref: AmountCell["ref"],
  count: { readonly value: Decimal; readonly half: Decimal },
  written: string,
  grandeur: Grandeur,
): AmountCell {
  return {
    ref,
    state: "amount",
    amount: exact(count.value, count.half),
    written,
    stored: "text",
    unit: "€",
    formula: null,
    isPartOfCell: true,
    grandeur,
  };
}

/** The rate that a label announces, with its cell; null where it names none. */
export function tauxAnnonce(ref: RateCell["ref"], text: string): RateCell | null {
  const written = tauxDans(text);
  const rate = written === null ? null : readRateText(written.replace(/[\s\u00A0\u202F]/g, " "));
  return rate && written !== null ? { ref, rate, written, subject: null } : null;
}

/** The rate of a cell in a column of rates; null where it holds none. */
export function readTaux(grid: Grid, row: number, column: number): RateCell | null {
  const cell = grid.at(row, column);
  if (!cell || cell.error) return null;
  const rate =
    typeof cell.value === "number"
      ? readRateNumber(cell.value, cell.numberFormat)
      : readRateText(plainText(cellText(cell)));
  return rate && { ref: { sheet: grid.sheet.name, row, column }, rate, written: cellText(cell), subject: null };
}
