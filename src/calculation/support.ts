/**
 * Which formulas the engine computes as French Excel would. A formula that is doubtful is not computed: a missing value
 * is said, a wrong one is not seen.
 */
import type { FormulaToken } from "./formulaTokens";

/** Longest formula that Excel takes, in characters. */
const MAX_LENGTH = 8192;

/** They count days from the date system's first one. */
const OF_DATES = new Set("DATE YEAR MONTH DAY WEEKDAY EDATE EOMONTH NETWORKDAYS".split(" "));

/** Here a text among numbers is passed over or kept as a text, never read as a number. */
const LEAVES_TEXTS = new Set(
  (
    "SUM AVERAGE MIN MAX COUNT COUNTA COUNTBLANK SUBTOTAL PRODUCT MEDIAN IF IFS IFERROR IFNA CHOOSE INDEX ROWS COLUMNS " +
    "ROW COLUMN NOT ISBLANK ISNUMBER ISTEXT ISNONTEXT ISERROR ISERR ISNA ISLOGICAL N T NA TRUE FALSE " +
    "CONCATENATE CONCAT TEXTJOIN LEFT RIGHT MID LEN TRIM UPPER LOWER SUBSTITUTE REPT EXACT FIND VLOOKUP HLOOKUP MATCH"
  ).split(" "),
);

/** They look for a value, and understand an empty one otherwise than Excel. */
const LOOKUPS = new Set("VLOOKUP HLOOKUP MATCH".split(" "));
const CRITERIA = new Set("SUMIF SUMIFS COUNTIF COUNTIFS AVERAGEIF AVERAGEIFS".split(" "));

const OTHERS =
  "ROUND ROUNDUP ROUNDDOWN TRUNC INT ABS SIGN MOD SQRT POWER SUMPRODUCT LARGE SMALL RANK STDEV VAR CEILING FLOOR PMT".split(
    " ",
  );

/** All that was compared with LibreOffice over thousands of random formulas. Others are not computed. */
const COMPUTED = new Set([...LEAVES_TEXTS, ...CRITERIA, ...OF_DATES, ...OTHERS]);

const MAKES_TEXTS = new Set("CONCATENATE CONCAT TEXTJOIN LEFT RIGHT MID TRIM UPPER LOWER SUBSTITUTE REPT T".split(" "));

/** Digits with separators, signs or a currency: some locale reads it as a number or a date, another does not. */
const NUMBER_LIKE = /^[<>=]*[\s\d.,/:()+\-%€$£'’\u00a0\u202fEe]*\d[\s\d.,/:()+\-%€$£'’\u00a0\u202fEe]*$/;
const DIGITS = /^(?:[<>]=?|=)?\s*\d+$/;
/** A criterion by which something must not be, or be nothing. */
const NEGATIVE = /^(?:<>|=?$)/;

/** Whether a text may be a number in one locale and a text in another, or a criterion of absence. */
export function isAmbiguous(text: string): boolean {
  return text.startsWith("<>") || (NUMBER_LIKE.test(text) && !DIGITS.test(text));
}

/** Whether the lookup at this word asks for an exact match: an approximate one depends on how each program searches. */
function isExact(tokens: readonly FormulaToken[], at: number): boolean {
  let depth = 0;
  let last = "";
  for (const { text } of tokens.slice(at + 1)) {
    if (text === "(" && depth++ === 0) continue;
    if (text === ")" && --depth === 0) break;
    last = text === "," && depth === 1 ? "" : last + text;
  }
  return /^\s*(?:FALSE|0)\s*$/i.test(last);
}

/** What a formula asks of the engine, beyond its references. */
export interface Demands {
  readonly functions: readonly string[];
  /** Whether it may read a text as a number. */
  readonly coerces: boolean;
  /** Whether it does so over whole areas. */
  readonly coercesAreas: boolean;
  /** Whether an empty cell that it names may be what it looks for. */
  readonly looksUp: boolean;
  /** Whether its text may show a number, in the engine's digits and with its decimal point. */
  readonly makesTexts: boolean;
  /** Share of the engine's stack that one evaluation takes, where a function within a function takes 1. */
  readonly depth: number;
}

/** Measured: functions within functions use up the engine's stack after about 190, operators in a row after 1,000. */
const WEIGHTS = { cell: 0.5, call: 1, parenthesis: 0.4, operator: 0.2 };

/** Reads what a formula asks for; null when no engine should be given it. */
export function demandsOf(formula: string, tokens: readonly FormulaToken[]): Demands | null {
  if (formula.length > MAX_LENGTH || tokens.some(({ kind }) => kind === "elsewhere")) return null;
  const functions = tokens.flatMap((token) => (token.kind === "function" ? [token.name] : []));
  const signs = tokens.flatMap(({ kind, text }) => (kind === "other" ? [text] : []));
  const calculates = signs.slice(1).some((sign) => "+-*/^%".includes(sign));
  const literals = signs.filter((sign) => sign.startsWith('"')).map((sign) => sign.slice(1, -1).replaceAll('""', '"'));
  const coerces = calculates || functions.some((name) => !LEAVES_TEXTS.has(name));
  const makesTexts = signs.includes("&") || functions.some((name) => MAKES_TEXTS.has(name));
  if (calculates && makesTexts) return null;
  if (coerces && literals.some(isAmbiguous)) return null;
  // A spilled range (A1#) and an implicit intersection (@) mean what only the file's own program knows.
  if (signs.includes("#") || signs.includes("@")) return null;
  const coercesAreas = functions.includes("SUMPRODUCT");
  const hasCriteria = functions.some((name) => CRITERIA.has(name));
  if (hasCriteria && literals.some((literal) => NEGATIVE.test(literal))) return null;
  if (!tokens.every((token, at) => token.kind !== "function" || !LOOKUPS.has(token.name) || isExact(tokens, at)))
    return null;
  const looksUp = hasCriteria || functions.some((name) => LOOKUPS.has(name));
  return { functions, coerces, coercesAreas, looksUp, makesTexts, depth: depthOf(tokens, signs) };
}

function depthOf(tokens: readonly FormulaToken[], signs: readonly string[]): number {
  const open: number[] = [];
  let depth = 0;
  let deepest = 0;
  tokens.forEach((token, i) => {
    if (token.text === "(") {
      const weight = tokens[i - 1]?.kind === "function" ? WEIGHTS.call : WEIGHTS.parenthesis;
      open.push(weight);
      depth += weight;
      deepest = Math.max(deepest, depth);
    } else if (token.text === ")") depth -= open.pop() ?? 0;
  });
  const operators = signs.filter((sign) => "+-*/^&%<>=".includes(sign)).length;
  return WEIGHTS.cell + deepest + operators * WEIGHTS.operator;
}

export interface Circumstances {
  readonly date1904: boolean;
  /** Whether rows are hidden on the sheet of the formula. */
  readonly hasHiddenRows: boolean;
}

/** Whether every function of the formula means here what it means in Excel. */
export function areSupported({ functions }: Demands, circumstances: Circumstances): boolean {
  return functions.every(
    (name) =>
      COMPUTED.has(name) &&
      !(circumstances.date1904 && OF_DATES.has(name)) &&
      !(circumstances.hasHiddenRows && name === "SUBTOTAL"),
  );
}
