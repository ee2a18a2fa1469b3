/** A file that is being written to: its parts, what they hold, and where a sheet's cells stand. */
import { corrupt } from "../trouble";
import { readStored, type StoredWorkbook } from "../readXlsx";
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from "../workbookPart";
import { Package } from "./package";
import { SheetIndex } from "./sheetIndex";

/** A sheet that holds cells. */
export interface CellSheet extends SheetEntry {
  readonly part: string;
}

export class OpenFile {
  readonly parts: Package;
  readonly workbook: WorkbookPart;
  /** In the order of the picture. */
  readonly sheets: readonly CellSheet[];
  readonly #indexes = new Map<string, SheetIndex>();

  private constructor(
    bytes: Uint8Array,
    readonly stored: StoredWorkbook,
  ) {
    this.parts = new Package(bytes);
    this.workbook = readWorkbookPart(this.parts.archive);
    this.sheets = this.workbook.sheets.flatMap((sheet) =>
      sheet.part === null ? [] : [{ ...sheet, part: sheet.part }],
    );
  }

  /** Throws UnreadableFile, as readStored. */
  static async of(bytes: Uint8Array, name: string): Promise<OpenFile> {
    return new OpenFile(bytes, await readStored(bytes, { name }));
  }

  /** The rank of a sheet among those of the picture; -1 when there is none of this very name. */
  rankOf(name: string): number {
    return this.sheets.findIndex((sheet) => sheet.name === name);
  }

  sheetAt(rank: number): CellSheet {
    const sheet = this.sheets[rank];
    if (!sheet) throw corrupt(`no sheet ${rank}`);
    return sheet;
  }

  /** Where the cells of a sheet stand, in its text before any change. */
  indexOf(rank: number): SheetIndex {
    const { part } = this.sheetAt(rank);
    const known = this.#indexes.get(part);
    if (known) return known;
    const index = new SheetIndex(this.parts.requireText(part));
    this.#indexes.set(part, index);
    return index;
  }
}
