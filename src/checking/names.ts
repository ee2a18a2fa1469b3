/** How rows and tables are named, wherever they stand: words in one form, told apart where they come again. */
import { AMOUNT_IN_TEXT, plainText } from "../domain/amount";
import { oneLine } from "../domain/fields";
import { LONGEST_WRITTEN } from "../domain/justification";

/** A text that tells a row, in the form in which it is compared and kept. */
export function rowName(text: string): string {
  return oneLine(plainText(text)).slice(0, LONGEST_WRITTEN).trim();
}

/** The same without the amounts that it says: they may change, and are compared apart. */
export function nameWithoutAmounts(text: string): string {
  return rowName(text.replace(AMOUNT_IN_TEXT, "#"));
}

/** The same without any figure: a date, a number of a text. */
export function nameWithoutFigures(text: string): string {
  return rowName(text.replace(/\d+(?:[\s.,]*\d+)*/g, "#"));
}

/** Names that come again get their rank: two rows of one label are two rows. */
export function ranked(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const rank = (seen.get(name) ?? 0) + 1;
    seen.set(name, rank);
    return rank === 1 ? name : `${name} (${rank})`;
  });
}
