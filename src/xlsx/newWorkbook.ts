/** New workbooks come from the library; from then on they are patched as any other file. */
import { writeXlsx } from "hucre/xlsx";

/** The bytes of a workbook with one empty sheet, in Excel's default font. */
export function newXlsx(sheet: string): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: sheet, rows: [] }], defaultFont: { name: "Calibri", size: 11 } });
}
