/** Shows one cell to the officer. */
import type { HostFailure, HostResult, Revealed } from "../host/ports";
import { badAddress, hiddenSheet, missingSheet, veryHiddenSheet } from "../messages/host";
import { cellAddress, MAX_COLUMNS, MAX_ROWS, type CellRef } from "../workbook/address";
import { visibilityOf } from "./read";
import { answered, type Guard } from "./sync";

/**
 * One sync when all is well. When Excel refuses, a second one asks why: a hidden sheet is never shown by us, for
 * whoever hid it had a reason. Throws Excel's error when the reason is another.
 */
export async function revealCell(
  context: Excel.RequestContext,
  cell: CellRef,
  guard: Guard,
): Promise<HostResult<Revealed>> {
  if (!isOnSheet(cell)) return { ok: false, code: "item-not-found", sentence: badAddress(cell.sheet) };
  try {
    const worksheet = context.workbook.worksheets.getItem(cell.sheet);
    worksheet.load("visibility,protection/protected");
    worksheet.activate();
    worksheet.getRange(cellAddress(cell.row, cell.column)).select();
    await answered(context.sync(), guard);
    const value = { isProtected: worksheet.protection.protected };
    return hiddenFailure(worksheet, cell.sheet) ?? { ok: true, value };
  } catch (error) {
    const reason = await reasonOfRefusal(context, cell.sheet, guard);
    if (reason === null) throw error;
    return reason;
  }
}

async function reasonOfRefusal(context: Excel.RequestContext, name: string, guard: Guard): Promise<HostFailure | null> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
  worksheet.load("visibility");
  await answered(context.sync(), guard);
  if (worksheet.isNullObject) return { ok: false, code: "item-not-found", sentence: missingSheet(name) };
  return hiddenFailure(worksheet, name);
}

function hiddenFailure(worksheet: Excel.Worksheet, name: string): HostFailure | null {
  switch (visibilityOf(worksheet)) {
    case "visible":
      return null;
    case "hidden":
      return { ok: false, code: "hidden-sheet", sentence: hiddenSheet(name) };
    case "veryHidden":
      return { ok: false, code: "hidden-sheet", sentence: veryHiddenSheet(name) };
  }
}

function isOnSheet({ row, column }: CellRef): boolean {
  return row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
}
