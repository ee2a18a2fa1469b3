/**
 * Finds amounts in words beside their figures: "1 021 731 € (un million vingt et un mille …)" in a cell, or a cell of
 * words in the row of its amount. Words that stand beside no figure, or that say more than an amount, are left alone.
 */
import { AMOUNT_IN_TEXT, readAmountNumber, readAmountText, type Amount } from "../domain/amount";
import { ZERO, type Decimal } from "../domain/decimal";
import { NUMBER_WORDS, readDecimalsInWords, readNumberInWords } from "../domain/nombreEnLettres";
import { yearOf } from "../domain/years";
import type { CellRef } from "../workbook/address";
import type { Cell } from "../workbook/picture";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import type { MontantEnLettres } from "./montantEnLettresTables";

const WORD = `(?:${[...NUMBER_WORDS, "zéro"].sort((a, b) => b.length - a.length).join("|")})(?![A-Za-zÀ-ÿ])`;
const BETWEEN = String.raw`[\s\u00A0\u202F\u2010\u2011-]+`;
const NUMBER = `${WORD}(?:${BETWEEN}(?:et${BETWEEN})?${WORD})*`;
/** Words of a whole number, of its decimals, "euros", words of centimes. */
const IN_WORDS = new RegExp(
  String.raw`(?<![A-Za-zÀ-ÿ\d])(${NUMBER})(?:${BETWEEN}virgule${BETWEEN}(${NUMBER}))?` +
    String.raw`(?:${BETWEEN}(?:d['’]\s*|de\s)?(euros?)(?![A-Za-zÀ-ÿ])` +
    String.raw`(?:${BETWEEN}(?:et${BETWEEN})?(${NUMBER})(?=${BETWEEN}centimes?|\s*(?:[)\].;]|$))(?:${BETWEEN}centimes?)?)?)?`,
  "gi",
);
/** Figures beside words stand apart from them in brackets, or are announced; most cells have neither. */
const BESIDE_FIGURES = /[([]|lettres/i;
/** A cell that is words alone. */
const ALONE = /^[^\d]*(?:euros?|centimes?)[\s.]*$/i;
const NUMBER_WORD = /cent|mill|vingt|dix|euros?/i;

/** Asked of every cell of a workbook: the words themselves are looked for in few. */
function mayHold(text: string): boolean {
  return NUMBER_WORD.test(text) && ((/\d/.test(text) && BESIDE_FIGURES.test(text)) || ALONE.test(text));
}

const QUALIFIERS = String.raw`(?:\s*,?\s*(?:ttc|ht|hors taxes?|toutes taxes comprises|nets?|maximum|au maximum))*`;
const LABELLED = String.raw`en (?:toutes )?lettres\s*:?\s*`;

const BEFORE_WORDS = new RegExp(
  String.raw`^${QUALIFIERS}\s*,?\s*(?:[(\[]\s*(?:soit\s*:?\s*)?(?:${LABELLED})?|(?:soit,? )?${LABELLED})[«"]?\s*$`,
  "i",
);
const AFTER_WORDS = new RegExp(String.raw`^${QUALIFIERS}\s*[»"]?\s*(?:[)\]]|[.;,]|$)`, "i");
const BEFORE_FIGURES = new RegExp(String.raw`^${QUALIFIERS}\s*[(\[]\s*(?:soit\s*:?\s*)?$`, "i");
const AFTER_FIGURES = new RegExp(String.raw`^${QUALIFIERS}\s*[)\]]`, "i");

interface Words {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly valeur: Decimal | null;
  readonly saysEuros: boolean;
}

function valueOf(whole: string, decimals: string | undefined, cents: string | undefined): Decimal | null {
  const euros = readNumberInWords(whole);
  const parts = [
    decimals === undefined ? ZERO : readDecimalsInWords(decimals),
    cents === undefined ? ZERO : (readNumberInWords(cents)?.div(100) ?? null),
  ];
  return parts.reduce<Decimal | null>((sum, part) => (sum && part ? sum.plus(part) : null), euros);
}

function wordsIn(text: string): Words[] {
  if (!mayHold(text)) return [];
  return [...text.matchAll(IN_WORDS)].map((match) => {
    const [found, whole = "", decimals, euros, cents] = match;
    return {
      start: match.index,
      end: match.index + found.length,
      text: found,
      valeur: valueOf(whole, decimals, cents),
      saysEuros: euros !== undefined,
    };
  });
}

type Chiffres = MontantEnLettres["chiffres"];

/** Characters between words and the figures that are theirs: qualifiers and brackets. */
const FARTHEST = 80;

/** The figures that a cell writes right before the words, or right after them in brackets. */
function figuresBeside(ref: CellRef, text: string, words: Words): Chiffres | null {
  for (const match of text.matchAll(AMOUNT_IN_TEXT)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (end < words.start - FARTHEST || start > words.end + FARTHEST) continue;
    const isBefore =
      end <= words.start && BEFORE_WORDS.test(text.slice(end, words.start)) && AFTER_WORDS.test(text.slice(words.end));
    const isAfter =
      start >= words.end && BEFORE_FIGURES.test(text.slice(words.end, start)) && AFTER_FIGURES.test(text.slice(end));
    const read = isBefore || isAfter ? readAmountText(match[0]) : null;
    if (read?.kind === "amount") return { ref, written: match[0].trim(), amount: read.amount };
  }
  return null;
}

function amountOf({ value, numberFormat }: Cell): Amount | null {
  if (typeof value === "number")
    return yearOf(String(value)) === null ? readAmountNumber(value, numberFormat, "€", 2) : null;
  const read = typeof value === "string" ? readAmountText(value) : null;
  return read?.kind === "amount" ? read.amount : null;
}

/** The same amount, or the same in a table of k€ or of M€. */
function isSame(valeur: Decimal | null, { value, half }: Amount): boolean {
  return (
    valeur !== null &&
    [1, 1_000, 1_000_000].some((factor) => valeur.minus(value.times(factor)).abs().lte(half.times(factor)))
  );
}

/** Smaller numbers beside words are ranks and counts. */
const GREATEST_RANK = 99;

/** The amount of the row that a cell of words spells: the one that is the same, else the nearest, at the left first. */
function figuresInRow(grid: Grid, cell: Cell, valeur: Decimal | null): Chiffres | null {
  const all = [...grid.row(cell.row)].flatMap((other) => {
    const amount = other.column === cell.column ? null : amountOf(other);
    const ref = { sheet: grid.sheet.name, row: other.row, column: other.column };
    return amount ? [{ ref, written: cellText(other), amount }] : [];
  });
  const same = all.find(({ amount }) => isSame(valeur, amount));
  const found = all.filter(({ amount }) => amount.value.gt(GREATEST_RANK));
  const left = found.filter(({ ref }) => ref.column < cell.column).sort((a, b) => b.ref.column - a.ref.column);
  const right = found.filter(({ ref }) => ref.column > cell.column);
  return same ?? left[0] ?? right[0] ?? null;
}

/** Words before an amount that only announce it: "Montant en toutes lettres :", "Arrêté à la somme de". */
const ANNOUNCES = /(?:en (?:toutes )?lettres|(?:à|a) la somme de)\s*:?\s*$/i;

function isWholeCell(text: string, { start, end }: Words): boolean {
  const before = text.slice(0, start).trim();
  return (before === "" || ANNOUNCES.test(before)) && /^[\s.]*$/.test(text.slice(end));
}

/** Amounts in words of a sheet, in its order. */
export function readMontantsEnLettres(grid: Grid): MontantEnLettres[] {
  return grid.cellsSaying(HINT.lettres).flatMap((cell): MontantEnLettres[] => {
    if (typeof cell.value !== "string") return [];
    const text = cell.value;
    const ref = { sheet: grid.sheet.name, row: cell.row, column: cell.column };
    return wordsIn(text).flatMap((words): MontantEnLettres[] => {
      // "12 000 € (deux)" counts something else.
      if (!words.saysEuros && !/cent|mill/i.test(words.text)) return [];
      const inRow = words.saysEuros && isWholeCell(text, words);
      const chiffres = figuresBeside(ref, text, words) ?? (inRow ? figuresInRow(grid, cell, words.valeur) : null);
      if (!chiffres) return [];
      const isUnit = chiffres.ref !== ref && isSame(words.valeur, chiffres.amount);
      const amount = isUnit && words.valeur ? { ...chiffres.amount, value: words.valeur } : chiffres.amount;
      return [{ ref, lettres: words.text, valeur: words.valeur, chiffres: { ...chiffres, amount } }];
    });
  });
}
