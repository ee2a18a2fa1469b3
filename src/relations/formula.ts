/**
 * Formulas that only add and subtract cells, as coefficients. A change of a cell reaches the formulas that use it:
 * without this, one wrong constant under live totals would look like many wrong cells.
 */
import { Decimal, ZERO } from "../domain/decimal";
import { MAX_COLUMNS, MAX_ROWS, parseArea, type CellRef } from "../workbook/address";

export interface FormulaTerm {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly coefficient: Decimal;
  /** Inside SUM a text is passed over; beside + it is an error. */
  readonly inSum: boolean;
}

/** Cells of one range that are followed; a longer one is no total of a table of actions. */
const LONGEST_RANGE = 5_000;
const SHEET = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const REFERENCE = new RegExp(
  String.raw`^(?:${SHEET})?(\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_(])`,
  "u",
);

class Reader {
  private rest: string;
  readonly terms: FormulaTerm[] = [];
  constant = ZERO;

  constructor(
    formula: string,
    private readonly sheet: string,
  ) {
    this.rest = formula.replace(/^=/, "");
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    this.rest = this.rest.trimStart();
    const match = pattern.exec(this.rest);
    if (match) this.rest = this.rest.slice(match[0].length);
    return match;
  }

  /** sum := ["+"|"-"] item {("+"|"-") item} */
  sum(sign: Decimal): boolean {
    let current = this.take(/^-/) ? sign.negated() : (this.take(/^\+/), sign);
    do {
      if (!this.item(current)) return false;
      const operator = this.take(/^[+-]/);
      if (!operator) return true;
      current = operator[0] === "-" ? sign.negated() : sign;
    } while (this.rest !== "");
    return false;
  }

  private item(sign: Decimal): boolean {
    if (this.take(/^\(/)) return this.sum(sign) && this.take(/^\)/) !== null;
    if (this.take(/^(?:SUM|SUBTOTAL\s*\(\s*(?:9|109)\s*,|AGGREGATE\s*\(\s*9\s*,\s*\d\s*,)/i))
      return this.arguments(sign);
    if (this.take(/^ROUND\s*\(/i)) return this.sum(sign) && this.take(/^,\s*\d+\s*\)/) !== null;
    const number = this.take(/^\d+(?:\.\d+)?(?![\p{L}\d(:])/u);
    if (!number) return this.reference(sign, false);
    this.constant = this.constant.plus(sign.times(number[0]));
    return true;
  }

  private arguments(sign: Decimal): boolean {
    this.take(/^\(/);
    do {
      const number = this.take(/^\d+(?:\.\d+)?\s*(?=[,)])/);
      if (!number && !this.reference(sign, true)) return false;
    } while (this.take(/^,/));
    return this.take(/^\)/) !== null;
  }

  private reference(sign: Decimal, inSum: boolean): boolean {
    const match = this.take(REFERENCE);
    if (!match) return false;
    const [, quoted, plain, first = "", last] = match;
    const area = parseArea(last ? `${first}:${last}` : first);
    if (!area || (last !== undefined && !inSum)) return false;
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > LONGEST_RANGE) return false;
    if (area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) return false;
    const sheet = quoted?.replace(/''/g, "'") ?? plain ?? this.sheet;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        this.terms.push({ sheet, row, column, coefficient: sign, inSum });
      }
    }
    return true;
  }

  get isDone(): boolean {
    return this.rest.trim() === "";
  }
}

/**
 * The terms of a formula of sums and differences (`=SUM(D5:D6)+D9-Feuil2!A1`), or null when it does anything else.
 * @param sheet the sheet that holds the formula
 */
export function linearTerms(formula: string, sheet: string): readonly FormulaTerm[] | null {
  const reader = new Reader(formula, sheet);
  return reader.sum(new Decimal(1)) && reader.isDone ? reader.terms : null;
}

/** What a formula of sums and differences adds in figures of its own (`=D5+75000`: 75000); zero for any other. */
export function linearConstant(formula: string, sheet: string): Decimal {
  const reader = new Reader(formula, sheet);
  return reader.sum(new Decimal(1)) && reader.isDone ? reader.constant : ZERO;
}

/** Cells and ranges that any formula names, for following errors to where they begin. */
export function referencesIn(formula: string, sheet: string): { sheet: string; area: ReturnType<typeof parseArea> }[] {
  const pattern = new RegExp(
    String.raw`(?:${SHEET})?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(])`,
    "gu",
  );
  const withoutText = formula.replace(/"[^"]*"/g, '""');
  return [...withoutText.matchAll(pattern)].map(([, quoted, plain, address = ""]) => ({
    sheet: quoted?.replace(/''/g, "'") ?? plain ?? sheet,
    area: parseArea(address),
  }));
}

/** True where a formula names a cell, alone or in a range. */
export function namesCell(formula: string, sheet: string, { sheet: other, row, column }: CellRef): boolean {
  return referencesIn(formula, sheet).some(
    ({ sheet: named, area }) =>
      area && named === other && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
}
