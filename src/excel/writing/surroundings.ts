/** What is asked of the workbook as a whole before anything is written in it. */
import { protectedSheet, protectedStructure, readOnly } from "../../messages/writing";
import { answered, type Guard } from "../sync";
import { refusal } from "./desk";

export interface Surroundings {
  readonly workbook: string;
  readonly isReadOnly: boolean;
  readonly isStructureProtected: boolean;
  /** By lower-case name. */
  readonly sheets: ReadonlyMap<string, { readonly name: string; readonly isProtected: boolean }>;
}

/** One sync. Throws Excel's own error. */
export async function surroundingsOf(context: Excel.RequestContext, guard: Guard): Promise<Surroundings> {
  const { workbook } = context;
  const { worksheets, protection } = workbook;
  workbook.load("name,readOnly");
  protection.load("protected");
  worksheets.load("items/name,items/protection/protected");
  await answered(context.sync(), guard);
  const sheets = worksheets.items.map(({ name, protection: { protected: isProtected } }) => ({ name, isProtected }));
  return {
    workbook: workbook.name,
    isReadOnly: workbook.readOnly,
    isStructureProtected: protection.protected,
    sheets: new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet])),
  };
}

/** Throws a refusal where these sheets may not be written, or no sheet may be added or taken away. */
export function refuseProtected(around: Surroundings, written: Iterable<string>, movesSheets: boolean): void {
  if (around.isReadOnly) throw refusal({ code: "read-only", sentence: readOnly() });
  if (movesSheets && around.isStructureProtected) throw refusal({ code: "protected", sentence: protectedStructure() });
  const closed = [...written].filter((name) => around.sheets.get(name.toLowerCase())?.isProtected);
  if (closed.length > 0) throw refusal({ code: "protected", sentence: protectedSheet(closed) });
}

export function hasSheet({ sheets }: Surroundings, name: string): boolean {
  return sheets.has(name.toLowerCase());
}
