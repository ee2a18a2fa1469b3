/** A formula made ready for the engine: what it reads, what it asks for, and its text in the engine's dialect. */
import { quotedSheet } from "../workbook/address";
import type { SheetArea } from "./dependencies";
import { withDecimalRounding } from "./decimalRounding";
import { areaOfRange, formulaTokens, type FormulaToken } from "./formulaTokens";
import { areSupported, demandsOf, type Circumstances, type Demands } from "./support";

export interface PreparedFormula {
  readonly reads: readonly SheetArea[];
  /** Null when it must not be computed: what it reads is known all the same, as far as it can be. */
  readonly engine: { readonly text: string; readonly demands: Demands } | null;
}

/** What a formula can name. */
export interface Surroundings {
  /** Index of a sheet, whatever its case; undefined for a sheet that is not there or that the engine did not take. */
  sheetIndex(name: string): number | undefined;
  sheetName(index: number): string;
  /** What a defined name stands for, seen from a sheet; undefined for a name that is more than an area. */
  nameArea(name: string): SheetArea | undefined;
  readonly circumstances: (sheet: number) => Circumstances;
}

const CONSTANTS = new Set(["TRUE", "FALSE"]);

/** The area and the engine's text of one word; null for a word that the engine must not be given. */
function prepareToken(
  token: FormulaToken,
  sheet: number,
  around: Surroundings,
): { readonly text: string; readonly area: SheetArea | null } | null {
  if (token.kind === "reference") {
    const index = token.sheet === null ? sheet : around.sheetIndex(token.sheet);
    const area = areaOfRange(token.range);
    if (index === undefined || !area) return null;
    return {
      area: { sheet: index, area },
      // The engine compares sheet names by their exact letters where they have accents.
      text: token.sheet === null ? token.text : `${quotedSheet(around.sheetName(index))}!${token.range}`,
    };
  }
  if (token.kind === "name" && !CONSTANTS.has(token.name.toUpperCase())) {
    const area = around.nameArea(token.name);
    return area ? { text: token.text, area } : null;
  }
  return { text: token.kind === "function" ? token.name : token.text, area: null };
}

/** Prepares the formula of a cell on a sheet. */
export function prepareFormula(formula: string, sheet: number, around: Surroundings): PreparedFormula {
  const tokens = formulaTokens(formula);
  const prepared = tokens.map((token) => prepareToken(token, sheet, around));
  const reads = prepared.flatMap((word) => (word?.area ? [word.area] : []));
  const demands = demandsOf(formula, tokens);
  if (!demands || prepared.includes(null) || !areSupported(demands, around.circumstances(sheet))) {
    return { reads, engine: null };
  }
  const texts = withDecimalRounding(
    tokens,
    prepared.map((word) => word?.text ?? ""),
  );
  return { reads, engine: texts && { text: texts.join(""), demands } };
}
