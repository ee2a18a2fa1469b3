/** Cells that hold several amounts: a subtotal over its lines, or the parts of a total ("7 049 393 € + 87 730 €"). */
import { AMOUNT_IN_TEXT, plainText, readAmountText, type Unit } from "../domain/amount";
import { ZERO, type Decimal } from "../domain/decimal";
import { generalDecimals, readAmountCell } from "./amountCells";
import { cellText, type Grid } from "./grid";
import { isBullet } from "./natureLines";
import type { AmountCell } from "./cells";

/** What a cell of an amount column says, where it may say several amounts. */
export interface MontantDeCellule {
  /** What counts in the column's sum. */
  readonly montant: AmountCell;
  /** What it is made of, as the same cell writes it; empty for most. */
  readonly parties: readonly AmountCell[];
}

interface Written {
  readonly text: string;
  /** What stands between it and the amount before. */
  readonly before: string;
}

function amountsIn(text: string): Written[] {
  let end = 0;
  return [...text.matchAll(AMOUNT_IN_TEXT)].map((match) => {
    const before = text.slice(end, match.index);
    end = match.index + match[0].length;
    return { text: match[0], before };
  });
}

/** Lines that are an amount each, where they name no unit of their own. */
function amountLines(text: string, unit: Unit): Written[] {
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const [, sign = "", amount = ""] = /^\s*([=+]?)\s*(.*?)\s*$/.exec(line) ?? [];
    return amount === "" ? [] : [{ text: amount, before: sign }];
  });
  return lines.length > 1 && lines.every((line) => readAmountText(line.text, unit).kind === "amount") ? lines : [];
}

function sumOf(cells: readonly AmountCell[]): Decimal {
  return cells.reduce((sum, { amount }) => sum.plus(amount?.value ?? ZERO), ZERO);
}

function isSumOf(cell: AmountCell | undefined, others: readonly AmountCell[]): boolean {
  return cell?.amount !== undefined && cell.amount !== null && others.length > 1 && cell.amount.value.eq(sumOf(others));
}

function isGreatest(cell: AmountCell | undefined, others: readonly AmountCell[]): boolean {
  const value = cell?.amount?.value;
  return value !== undefined && others.every(({ amount }) => amount?.value.lt(value));
}

/** Which of the amounts is the sum of the others: 0, the last, or none (-1). Figures first, then signs and lines. */
function placeOfSum(cells: readonly AmountCell[], written: readonly Written[], lines: number | null): number {
  const [last, first] = [cells.length - 1, cells[0]];
  if (isSumOf(first, cells.slice(1))) return 0;
  if (isSumOf(cells[last], cells.slice(0, -1))) return last;
  if (cells.length < 3 || lines === cells.length) return -1;
  const signs = written.map(({ before }) => before);
  if (signs.at(-1)?.includes("=")) return last;
  if (signs.slice(1, -1).every((sign) => sign.includes("+")) && !signs.at(-1)?.includes("+")) return last;
  if (lines === cells.length - 1 || isGreatest(first, cells.slice(1))) return 0;
  return isGreatest(cells[last], cells.slice(0, -1)) ? last : -1;
}

function together(cell: AmountCell, parts: readonly AmountCell[]): AmountCell {
  const half = parts.reduce((sum, { amount }) => sum.plus(amount?.half ?? ZERO), ZERO);
  const coarse = parts.some(({ amount }) => amount?.coarse);
  return { ...cell, state: "amount", amount: { value: sumOf(parts), half, coarse }, isPartOfCell: true };
}

/**
 * Reads a cell that may hold several amounts.
 * @param lines how many lines the row lists beside, where it lists any: each has its amount
 */
export function readCellAmounts(
  grid: Grid,
  row: number,
  column: number,
  unit: Unit,
  lines: number | null = null,
): MontantDeCellule {
  const cell = readAmountCell(grid, row, column, unit, generalDecimals(grid, column, row, row));
  if (cell.stored !== "text") return { montant: cell, parties: [] };
  // Amounts under each other are no groups of digits of one.
  const byLine = amountLines(cell.written, unit);
  if (cell.state !== "unreadable" && byLine.length === 0) return { montant: cell, parties: [] };
  const written = byLine.length > 0 ? byLine : amountsIn(cell.written);
  const parts = written.flatMap(({ text }, place): AmountCell[] => {
    const read = readAmountText(text, unit);
    if (read.kind !== "amount") return [];
    return [
      {
        ...cell,
        ref: { ...cell.ref, part: place + 1 },
        state: "amount",
        amount: read.amount,
        written: text,
        isPartOfCell: true,
      },
    ];
  });
  const [only] = parts;
  if (!only) return { montant: cell, parties: [] };
  if (parts.length === 1) return { montant: { ...only, ref: cell.ref }, parties: [] };
  const place = placeOfSum(parts, written, lines);
  const sum = parts[place];
  if (!sum) return { montant: together(cell, parts), parties: [] };
  return { montant: { ...sum, ref: cell.ref }, parties: parts.filter((part) => part !== sum) };
}

/** An amount that a line of a text gives to what it names. */
export interface Detail {
  readonly label: string;
  readonly montant: AmountCell;
}

/** An amount alone in brackets ("19 ETP (423 333 €)"), or after a colon or a dash that ends the words. */
const BRACKETED = /\([\s\u00A0]*([^()]*\d[^()]*)\)/g;
const AFTER_MARK = /(?:[:=]|\s[–—-])\s*([^:=–—]*\d[^:=–—]*)$/;

function amountTexts(line: string): string[] {
  const isAmount = (text: string): boolean => /€|euros?/i.test(text) && readAmountText(text).kind === "amount";
  const bracketed = [...line.matchAll(BRACKETED)].flatMap(([, text = ""]) => (isAmount(text) ? [text.trim()] : []));
  const after = AFTER_MARK.exec(line.replace(/[\s.;,]+$/, ""))?.[1] ?? "";
  return bracketed.length > 0 ? bracketed : isAmount(after) ? [after.trim()] : [];
}

/**
 * The amounts that a cell of text gives to its lines. `isComplete` is false where an item of the list has none while
 * others have: what they add up to cannot be known.
 */
export function readDetails(grid: Grid, row: number, column: number): { details: Detail[]; isComplete: boolean } {
  const cell = grid.at(row, column);
  if (typeof cell?.value !== "string") return { details: [], isComplete: true };
  const lines = cell.value.split(/\r?\n|(?=[•●◦▪])/).filter((line) => line.trim() !== "");
  const items = lines.filter((line) => !/^dont\b/.test(plainText(line.replace(/^\W+/, ""))));
  const details: Detail[] = [];
  for (const line of items) {
    for (const text of amountTexts(line)) {
      const read = readAmountText(text);
      if (read.kind !== "amount") continue;
      details.push({
        label: line
          .slice(0, line.indexOf(text))
          .replace(/^[^\p{L}\d]+/u, "")
          .replace(/[\s():=–—-]+$/, ""),
        montant: {
          ref: { sheet: grid.sheet.name, row, column, part: details.length + 1 },
          state: "amount",
          amount: read.amount,
          written: text,
          stored: "text",
          unit: "€",
          formula: null,
          isPartOfCell: true,
        },
      });
    }
  }
  const isComplete = items.every((line) => !isBullet(line) || amountTexts(line).length > 0);
  return { details, isComplete: details.length === 0 || isComplete };
}

/** How many items a cell lists, or null where it is no list. */
export function countItems(text: string): number | null {
  const items = text.split(/\r?\n/).filter((line) => isBullet(line) && line.trim() !== "");
  return items.length > 0 ? items.length : null;
}

/** The text of a cell, or of the merged one that shows there. */
export function shownText(grid: Grid, row: number, column: number | undefined): string {
  return column === undefined ? "" : cellText(grid.shownAt(row, column));
}
