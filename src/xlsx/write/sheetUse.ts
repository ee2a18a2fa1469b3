/** Who names a sheet: what would break if it went. */
import { formulaTokens } from "../../calculation/formulaTokens";
import type { CellRef } from "../../workbook/address";
import { decodeEntities } from "../xml";
import type { OpenFile } from "./openFile";
import { Outline } from "./outline";

/** Whether a formula names the sheet, alone or as one end of several. */
export function namesSheet(formula: string, sheet: string): boolean {
  const wanted = sheet.toLowerCase();
  return formulaTokens(formula).some((token) => {
    if (token.kind === "reference") return token.sheet?.toLowerCase() === wanted;
    if (token.kind !== "elsewhere" || !token.text.includes("!")) return false;
    const prefix = token.text.slice(0, token.text.lastIndexOf("!")).replace(/^'|'$/g, "").replaceAll("''", "'");
    return !prefix.includes("[") && prefix.toLowerCase().split(":").includes(wanted);
  });
}

/** The cells whose formulas name the sheet, those of some sheets left out. */
export function formulasNaming(file: OpenFile, sheet: string, except: readonly string[]): CellRef[] {
  return file.stored.workbook.sheets
    .filter(({ name }) => !except.includes(name))
    .flatMap(({ name, cells }) =>
      cells
        .filter(({ formula }) => formula !== null && namesSheet(formula, sheet))
        .map(({ row, column }) => ({ sheet: name, row, column })),
    );
}

/** Formulas outside cells: of formats, validations, charts and sparklines, by the prefixes that Excel gives these. */
const FORMULA_ELEMENT = /<(?:(?:\w+:)?formula[12]?|(?:xm|c|cx):f)(?:\s[^>]*)?>([^<]+)</g;
const PIVOT_SOURCE = /<(?:\w+:)?worksheetSource\s[^>]*\bsheet="([^"]*)"/g;
const MAY_NAME_SHEETS = /\/(?:worksheets|charts|chartsheets|pivotcache)\/[^/]+\.xml$/;

function textsOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = ""]) => decodeEntities(found));
}

/** Whether something other than a cell names the sheet: a defined name that is not its own, a chart, a validation. */
export function isNamedElsewhere(file: OpenFile, sheet: string): boolean {
  const { parts, workbook } = file;
  const own = workbook.sheets.findIndex(({ name }) => name === sheet);
  const outline = new Outline(parts.requireText(workbook.name));
  const names = outline.child("definedNames")?.children ?? [];
  const isForeign = names.some(
    (node) => node.attributes.get("localSheetId") !== String(own) && namesSheet(outline.contentOf(node), sheet),
  );
  const part = workbook.sheets[own]?.part?.toLowerCase();
  const others = parts.names().filter((name) => name !== part && MAY_NAME_SHEETS.test(name));
  return (
    isForeign ||
    others.some((name) => {
      const text = parts.text(name) ?? "";
      return (
        textsOf(text, FORMULA_ELEMENT).some((formula) => namesSheet(formula, sheet)) ||
        textsOf(text, PIVOT_SOURCE).some((source) => source.toLowerCase() === sheet.toLowerCase())
      );
    })
  );
}
