/**
 * Numbers written in French words. Traditional and 1990 hyphens, plurals left out or in excess, septante, huitante,
 * octante and nonante are all read; what no French number is made of is "malformed", never guessed.
 */
import { plainText } from "./amount";
import { Decimal, ZERO } from "./decimal";

const UNITS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  quatres: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
};

const TENS: Readonly<Record<string, number>> = {
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  octante: 80,
  nonante: 90,
};

const HUNDRED = ["cent", "cents"];
const THOUSAND = ["mille", "milles", "mil"];
const SCALES: readonly (readonly [readonly string[], number])[] = [
  [["milliard", "milliards"], 1_000_000_000],
  [["million", "millions", "milion", "milions"], 1_000_000],
];
const HALF = ["demi", "demie"];

/** Every word that a number can hold, but "et" and "virgule". */
export const NUMBER_WORDS: readonly string[] = [
  "zero",
  ...Object.keys(UNITS),
  ...Object.keys(TENS),
  ...HUNDRED,
  ...THOUSAND,
  ...SCALES.flatMap(([words]) => words),
  ...HALF,
];

/** Reads words from left to right; what it cannot use stays where it is. */
class WordReader {
  private at = 0;

  constructor(private readonly words: readonly string[]) {}

  private get next(): string {
    return this.words[this.at] ?? "";
  }

  get isDone(): boolean {
    return this.at >= this.words.length;
  }

  private take(words: readonly string[]): boolean {
    if (!words.includes(this.next)) return false;
    this.at += 1;
    return true;
  }

  /** What `read` finds, or nothing taken at all. "et" may stand before it. */
  private attempt(read: () => number | null): number | null {
    const start = this.at;
    this.take(["et"]);
    const value = read();
    if (value === null) this.at = start;
    return value;
  }

  /** 1 to 9, or to 19 after soixante and quatre-vingt. */
  private unit(most: number): number | null {
    const value = UNITS[this.next];
    if (value === undefined || value > most) return null;
    this.at += 1;
    const after = UNITS[this.next];
    if (value !== 10 || after === undefined || after < 7 || after > 9) return value;
    this.at += 1;
    return value + after;
  }

  private tens(): number | null {
    const [first = "", second = ""] = this.words.slice(this.at, this.at + 2);
    const isEighty = UNITS[first] === 4 && TENS[second] === 20;
    const value = isEighty ? 80 : TENS[first];
    if (value === undefined) return this.unit(19);
    this.at += isEighty ? 2 : 1;
    const most = value === 60 || isEighty ? 19 : 9;
    return value + (this.attempt(() => this.unit(most)) ?? 0);
  }

  /** @param most the greatest number of hundreds: "quinze cents" is one thousand five hundred, but not after mille */
  private hundreds(most: number): number | null {
    const start = this.at;
    if (this.take(HUNDRED)) return 100 + (this.attempt(() => this.tens()) ?? 0);
    const value = this.tens();
    if (value === null || !HUNDRED.includes(this.next)) return value;
    if (value < 2 || value > most || value % 10 === 0) {
      this.at = start;
      return null;
    }
    this.at += 1;
    return value * 100 + (this.attempt(() => this.tens()) ?? 0);
  }

  /** So many times a scale ("trois cents millions"), or nothing taken. */
  private scaled(words: readonly string[], scale: number): number | null {
    return this.attempt(() => {
      const count = this.hundreds(9);
      return count !== null && this.take(words) ? count * scale + this.half(scale) : null;
    });
  }

  private half(scale: number): number {
    return this.attempt(() => (this.take(HALF) ? scale / 2 : null)) ?? 0;
  }

  private thousands(): number | null {
    return this.attempt(() => {
      const count = THOUSAND.includes(this.next) ? 1 : this.hundreds(9);
      return count !== null && this.take(THOUSAND) ? count * 1_000 + this.half(1_000) : null;
    });
  }

  /** A whole number, or null where the words begin with none. */
  number(): number | null {
    if (this.take(["zero"])) return 0;
    const scaled = SCALES.map(([words, scale]) => this.scaled(words, scale));
    const thousands = this.thousands();
    const rest = this.attempt(() => this.hundreds(thousands === null ? 99 : 9));
    const parts = [...scaled, thousands, rest].filter((part) => part !== null);
    return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0);
  }
}

function wordsOf(text: string): string[] {
  return plainText(text)
    .replace(/[\u2010-\u2015-]/g, " ")
    .split(" ")
    .filter((word) => word !== "");
}

/**
 * The whole number that French words write, or null where they write none: a word is missing, unknown or in excess.
 * Never throws.
 */
export function readNumberInWords(text: string): Decimal | null {
  const words = wordsOf(text);
  if (words[0] === "et") return null;
  const reader = new WordReader(words);
  const value = reader.number();
  return value !== null && reader.isDone ? new Decimal(value) : null;
}

/** What follows "virgule": "zéro cinq" is 0,05, "vingt" is 0,20. */
export function readDecimalsInWords(text: string): Decimal | null {
  const words = wordsOf(text);
  const zeros = words.findIndex((word) => word !== "zero");
  if (zeros === -1) return words.length === 0 ? null : ZERO;
  const rest = readNumberInWords(words.slice(zeros).join(" "));
  return rest === null ? null : new Decimal(`0.${"0".repeat(zeros)}${rest.toFixed()}`);
}
