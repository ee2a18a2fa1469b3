/** Headers of imputation tables: roles by name, and by what the columns hold. */
import { plainText } from "../domain/amount";
import { codesInText, readCode } from "../domain/codesActivite";
import { cellText, type Grid } from "./grid";

export type Role =
  "programme" | "action" | "sous-action" | "code" | "gm" | "domaine" | "centre" | "ej" | "montant" | "label";

/** Columns of one header, and what each holds. */
export type Columns = ReadonlyMap<number, Role>;

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:programmes?(?: budgetaires?)?|prog\.?|n° (?:de )?programme|bop)$/, "programme"],
  [/^(?:actions?(?: budgetaires?)?|n° (?:d')?action(?: budgetaire)?|article de prevision)$/, "action"],
  [/^(?:n° (?:de )?)?(?:sous|ss)[-. ]*actions?$/, "sous-action"],
  [
    /^codes?(?: (?:d')?(?:activites?|imputations?|chorus))?$|^(?:sous[- ]?)?activites?(?: budgetaires?| chorus| de programmation)?$|^imputations?(?: budgetaires?)?$/,
    "code",
  ],
  [/^gm$|groupe de marchandises/, "gm"],
  [/domaine fonctionnel/, "domaine"],
  [/centre financier/, "centre"],
  [/^n° (?:d')?ej$|engagement juridique/, "ej"],
  [
    /^montants?\b|^credits?\b|^ae\b|^cp\b|participation|\betat\b|^total|^dotations?|^enveloppes?|^subventions?|^budget/,
    "montant",
  ],
];

/** A header without its unit, its year and its marks. */
function headerText(header: string): string {
  return plainText(header)
    .replace(/\([^)]*\)|\b20\d\d\b|[:*]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function roleOf(header: string): Role {
  const text = headerText(header);
  return ROLES.find(([pattern]) => pattern.test(text))?.[1] ?? "label";
}

/** What a column of imputations is for, by its name alone. */
export function roleDImputation(header: string): string {
  return roleOf(header);
}

/** Rows under a header that are looked at. */
const ROWS_LOOKED_AT = 40;

/** Longer texts are sentences. */
const LONGEST_CODE_CELL = 80;

/**
 * How many cells of a column, under a header, read as codes of programmes 304 and 102, their lost zero given back; none
 * where most of the column says something else. The next header or two blank rows end it.
 */
function codesUnder(grid: Grid, row: number, column: number): number {
  let codes = 0;
  let others = 0;
  let blanks = 0;
  for (let below = row + 1; below <= Math.min(grid.lastRow, row + ROWS_LOOKED_AT) && blanks <= 2; below += 1) {
    blanks = grid.isBlank(below) ? blanks + 1 : 0;
    const text = cellText(grid.shownAt(below, column));
    if (text === "") continue;
    const found = text.length > LONGEST_CODE_CELL ? [] : codesInText(text);
    const isCode = readCode(text).kind !== "invalid" || found.some((code) => readCode(code).kind !== "invalid");
    if (isCode) codes += 1;
    else if (!/\d{9}/.test(text.replace(/\s/g, ""))) others += 1;
  }
  return codes >= others ? codes : 0;
}

function saysProgramme(grid: Grid, row: number, column: number): boolean {
  for (let below = row + 1; below <= Math.min(grid.lastRow, row + ROWS_LOOKED_AT); below += 1) {
    if (/^0?(?:304|102)$/.test(cellText(grid.shownAt(below, column)))) return true;
  }
  return false;
}

/** Which of the columns that could hold codes does: what they hold decides, then their name. */
function settleCodes(grid: Grid, row: number, columns: Map<number, Role>): void {
  const counts = [...columns].flatMap(([column, role]) =>
    role === "code" || role === "label" ? [{ column, role, codes: codesUnder(grid, row, column) }] : [],
  );
  const best = counts.reduce((most, { codes }) => Math.max(most, codes), 0);
  const chosen =
    counts.find(({ codes, role }) => codes === best && role === "code") ?? counts.find(({ codes }) => codes === best);
  for (const { column, role } of counts) {
    if (best > 0 && column === chosen?.column) columns.set(column, "code");
    else if (role === "code") columns.set(column, "label");
  }
}

/** Header cells of a row by role, all of them or those of some columns; empty when they head no imputations. */
export function columnsAt(grid: Grid, row: number, isIn: (column: number) => boolean = () => true): Columns {
  const columns = new Map<number, Role>();
  for (const cell of grid.row(row)) {
    if (!isIn(cell.column) || cellText(cell) === "") continue;
    // A code or a number beside its name is a value: "Code activité | 030450232301".
    if (typeof cell.value !== "string" || codesInText(cell.value).length > 0) return new Map();
    if (/^\d+$/.test(cell.value.trim())) return new Map();
    if (cell.value.length <= 60) columns.set(cell.column, roleOf(cell.value));
  }
  const named = new Set(columns.values());
  if (
    columns.size < 2 ||
    !["code", "programme", "action", "sous-action", "montant"].some((role) => named.has(role as Role))
  ) {
    return new Map();
  }
  settleCodes(grid, row, columns);
  const roles = new Set(columns.values());
  const programme = [...columns].find(([, role]) => role === "programme")?.[0];
  const isHeader =
    roles.has("code") ||
    (programme !== undefined &&
      (roles.has("action") || roles.has("sous-action")) &&
      saysProgramme(grid, row, programme));
  return isHeader ? columns : new Map();
}

/** Of several amounts the one to compare: the State's, then the plain amount; what was committed or paid is another. */
export function amountColumn(grid: Grid, headerRow: number, columns: Columns): number | undefined {
  const rank = (column: number): number => {
    const text = headerText(cellText(grid.at(headerRow, column)));
    if (/engage|consomme|mandate|paye|verse/.test(text)) return 9;
    if (/\betat\b/.test(text)) return 0;
    if (/^montants?$/.test(text)) return 1;
    return /^ae\b/.test(text) ? 2 : 3;
  };
  return [...columns]
    .flatMap(([column, role]) => (role === "montant" ? [column] : []))
    .sort((a, b) => rank(a) - rank(b))[0];
}
