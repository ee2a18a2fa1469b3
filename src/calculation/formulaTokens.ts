/** The words of a formula, as far as moving it and knowing what it reads require: not a parser of its grammar. */
import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS, type Area } from "../workbook/address";

export type FormulaToken =
  | { readonly kind: "reference"; readonly text: string; readonly sheet: string | null; readonly range: string }
  /** Upper case, without the file format's own prefixes. */
  | { readonly kind: "function"; readonly text: string; readonly name: string }
  | { readonly kind: "name"; readonly text: string; readonly name: string }
  /** Another workbook, a table's column, or several sheets at once. */
  | { readonly kind: "elsewhere"; readonly text: string }
  | { readonly kind: "other"; readonly text: string };

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const RANGE = String.raw`${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7}`;
const WORD = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const QUOTED_SHEET = "'(?:[^']|'')+'!";

/** In this order: a text may hold anything, a number may hold an E, a function may look like a cell (LOG10). */
const TOKEN = new RegExp(
  [
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<error>#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!))`,
    String.raw`(?<sheet>${QUOTED_SHEET}|(?:\[[^\]]*\])?${WORD}(?::${WORD})?!)?(?<range>${RANGE})(?![\p{L}\p{N}_.(!])`,
    String.raw`(?<callee>${WORD})(?=\()`,
    String.raw`(?<foreign>(?:${QUOTED_SHEET}|(?:\[[^\]]*\])?${WORD}(?::${WORD})?!)(?:#REF!|${WORD})?|${WORD}?\[(?:[^[\]]|\[[^\]]*\])*\])`,
    `(?<word>${WORD})`,
    String.raw`(?<number>[0-9]+\.?[0-9]*(?:[Ee][+-]?[0-9]+)?|\.[0-9]+(?:[Ee][+-]?[0-9]+)?)`,
    String.raw`(?<rest>[^])`,
  ].join("|"),
  "gu",
);

const FILE_PREFIX = /^(?:_xlfn\.|_xlws\.|_xludf\.|_xlpm\.)+/i;

function sheetName(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function isElsewhere(sheet: string): boolean {
  return /[[\]:]/.test(sheet);
}

/** The words of a formula, in order; their texts put together give the formula again. */
export function formulaTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  for (const match of formula.matchAll(TOKEN)) {
    const text = match[0];
    const groups = match.groups ?? {};
    const { sheet: prefix, range, callee, foreign, word } = groups;
    if (range !== undefined) {
      const sheet = prefix === undefined ? null : sheetName(prefix);
      tokens.push(
        sheet !== null && isElsewhere(sheet) ? { kind: "elsewhere", text } : { kind: "reference", text, sheet, range },
      );
    } else if (callee !== undefined) {
      tokens.push({ kind: "function", text, name: callee.replace(FILE_PREFIX, "").toUpperCase() });
    } else if (foreign !== undefined) {
      tokens.push({ kind: "elsewhere", text });
    } else if (word !== undefined) {
      tokens.push({ kind: "name", text, name: word });
    } else tokens.push({ kind: "other", text });
  }
  return tokens;
}

/** The formula as Excel shows it: without the prefixes that the file format puts before newer functions. */
export function withoutFilePrefixes(formula: string): string {
  if (!/_xl(?:fn|ws|udf|pm)\./i.test(formula)) return formula;
  return formulaTokens(formula)
    .map(({ kind, text }) => (kind === "function" || kind === "name" ? text.replace(FILE_PREFIX, "") : text))
    .join("");
}

const END = /^(\$?)([A-Za-z]{1,3})?(\$?)([0-9]{1,7})?$/;

/** One end of a reference, moved; null when it leaves the sheet. */
function movedEnd(end: string, rows: number, columns: number): string | null {
  const match = END.exec(end);
  if (!match) return null;
  const [, firstDollar = "", letters, secondDollar = "", digits] = match;
  // "$1" has its one dollar before digits.
  const columnDollar = letters === undefined ? "" : firstDollar;
  const rowDollar = letters === undefined ? firstDollar : secondDollar;
  let moved = "";
  if (letters !== undefined) {
    const column = columnIndex(letters) + (columnDollar ? 0 : columns);
    if (column < 0 || column >= MAX_COLUMNS) return null;
    moved += columnDollar + columnLetters(column);
  }
  if (digits !== undefined) {
    const row = Number(digits) + (rowDollar ? 0 : rows);
    if (row < 1 || row > MAX_ROWS) return null;
    moved += rowDollar + String(row);
  }
  return moved;
}

function movedToken(token: FormulaToken, rows: number, columns: number): string {
  if (token.kind !== "reference") return token.text;
  const ends = token.range.split(":").map((end) => movedEnd(end, rows, columns));
  const prefix = token.text.slice(0, token.text.length - token.range.length);
  return ends.includes(null) ? `${prefix}#REF!` : prefix + ends.join(":");
}

/** Copies a formula as Excel does, `rows` down and `columns` right: its relative references follow. */
export function formulaCopier(formula: string): (rows: number, columns: number) => string {
  const tokens = formulaTokens(formula);
  return (rows, columns) => tokens.map((token) => movedToken(token, rows, columns)).join("");
}

/** The area of a reference's range ("B2", "$B:$D", "4:5"), or null when it lies outside a sheet. */
export function areaOfRange(range: string): Area | null {
  const ends = range.replaceAll("$", "").split(":");
  const [first = "", last = first] = ends;
  const [, , firstLetters, , firstDigits] = END.exec(first) ?? [];
  const [, , lastLetters, , lastDigits] = END.exec(last) ?? [];
  const columns = [firstLetters, lastLetters].map((letters, i) =>
    letters === undefined ? (i === 0 ? 0 : MAX_COLUMNS - 1) : columnIndex(letters),
  );
  const rows = [firstDigits, lastDigits].map((digits, i) =>
    digits === undefined ? (i === 0 ? 0 : MAX_ROWS - 1) : Number(digits) - 1,
  );
  const area = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return area.top >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS ? area : null;
}
