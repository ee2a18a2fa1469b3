/** Sentences in cells, outside the tables: what they say of amounts, persons and texts. */
import { AMOUNT_IN_TEXT, readAmountText, type Amount } from "../domain/amount";
import { classementOf, type Classement } from "../domain/bloc";
import type { Area, CellRef } from "../workbook/address";
import type { Grid } from "./grid";

export interface ProseCell {
  readonly ref: CellRef;
  readonly text: string;
}

/** An amount in a sentence, with what the words before it name. */
export interface MentionedAmount {
  readonly ref: CellRef;
  readonly written: string;
  readonly amount: Amount;
  readonly classement: Classement;
  /** The sentence, for its year. */
  readonly sentence: string;
}

/** Shorter texts are labels. */
const SHORTEST = 25;

/** Sentences of a sheet, outside the given tables. */
export function readProse(grid: Grid, taken: readonly Area[]): ProseCell[] {
  return grid.sheet.cells.flatMap(({ row, column, value }) => {
    if (typeof value !== "string" || value.length < SHORTEST) return [];
    const isTaken = taken.some(
      ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
    );
    return isTaken ? [] : [{ ref: { sheet: grid.sheet.name, row, column }, text: value }];
  });
}

/** Amounts of a cell whose words name an axis, a volet, a part or Tourcoing. */
export function mentionedAmounts({ ref, text }: ProseCell): MentionedAmount[] {
  return text.split(/\n|;(?=\s)|\.(?=\s)/).flatMap((sentence) => {
    let before = 0;
    return [...sentence.matchAll(AMOUNT_IN_TEXT)].flatMap((match): MentionedAmount[] => {
      const named = classementOf(sentence.slice(before, match.index));
      before = match.index + match[0].length;
      const written = readAmountText(match[0]);
      if (!named || written.kind !== "amount") return [];
      return [{ ref, written: match[0], amount: written.amount, classement: named, sentence }];
    });
  });
}
