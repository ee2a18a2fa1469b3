/** What the formulas of a workbook can name: its sheets and its defined names. */
import { quotedSheet } from "../workbook/address";
import type { Workbook } from "../workbook/picture";
import type { CalculationOptions } from "./calculation";
import type { SheetArea } from "./dependencies";
import type { Engine } from "./engine";
import type { Surroundings } from "./formula";
import { areaOfRange, formulaTokens } from "./formulaTokens";

type SheetIndex = (name: string) => number | undefined;

/** The area that a defined name stands for; undefined when it is a calculation, a constant or several areas. */
function areaOfName(formula: string, sheetIndex: SheetIndex): SheetArea | undefined {
  const [token, ...more] = formulaTokens(formula.trim());
  if (token?.kind !== "reference" || token.sheet === null || more.length > 0) return undefined;
  const sheet = sheetIndex(token.sheet);
  const area = areaOfRange(token.range);
  return sheet === undefined || !area ? undefined : { sheet, area };
}

/** Gives the engine the names that are one area of the whole workbook, and says what formulas may name. */
export function surroundingsOf(workbook: Workbook, options: CalculationOptions, engine: Engine): Surroundings {
  const sheets = new Map<string, number>();
  workbook.sheets.forEach(({ name }, index) => engine.knowsSheet(index) && sheets.set(name.toLowerCase(), index));
  const sheetIndex: SheetIndex = (name) => sheets.get(name.toLowerCase());
  const names = new Map<string, SheetArea>();
  // A name of one sheet may hide one of the workbook: neither is given to the engine, nor are two of the same spelling.
  const spellings = (options.names ?? []).map(({ name }) => name.toLowerCase());
  for (const { name, sheet, formula } of options.names ?? []) {
    const key = name.toLowerCase();
    const area = areaOfName(formula, sheetIndex);
    if (sheet !== null || !area || spellings.filter((one) => one === key).length > 1) continue;
    const quoted = quotedSheet(workbook.sheets[area.sheet]?.name ?? "");
    const range = formula.slice(formula.lastIndexOf("!") + 1);
    if (engine.define(name, `${quoted}!${range}`)) names.set(key, area);
  }
  return {
    sheetIndex,
    sheetName: (index) => workbook.sheets[index]?.name ?? "",
    nameArea: (name) => names.get(name.toLowerCase()),
    circumstances: (sheet) => ({
      date1904: workbook.date1904,
      hasHiddenRows: options.sheetsWithHiddenRows?.has(sheet) ?? false,
    }),
  };
}
