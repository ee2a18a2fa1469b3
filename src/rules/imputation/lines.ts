/** Lines of imputations with their year and the list of codes that holds for them. */
import { codesOf, readCode, type CodeActivite, type DecodedCode } from "../../domain/codesActivite";
import type { Imputations, LigneDImputation, WrittenCell } from "../../reading/otherTables";
import { yearOfSource, type CellFault, type RuleContext } from "../rule";

export interface CodeLine {
  readonly table: Imputations;
  readonly ligne: LigneDImputation;
  readonly cell: WrittenCell;
  readonly year: number | null;
  /** Empty where the year has no list. */
  readonly list: readonly CodeActivite[];
}

/** Every written code of a workbook. */
export function codeLines(context: RuleContext): CodeLine[] {
  return context.reading.imputations.flatMap((table) => {
    const year = yearOfSource(context, table.year);
    const list = codesOf(year, context.ownCodes);
    return table.lignes.flatMap((ligne) => ligne.codes.map((cell) => ({ table, ligne, cell, year, list })));
  });
}

/** The code that a cell writes, its lost zero given back; null where it follows no grammar. */
export function decoded(cell: WrittenCell): DecodedCode | null {
  const read = readCode(cell.written);
  return read.kind === "invalid" ? null : read.decoded;
}

/** Names a line in a sentence. */
export function lineSubject({ ligne }: Pick<CodeLine, "ligne">): string {
  if (ligne.fiche !== null) return `action ${ligne.fiche}`;
  const label = ligne.label.replace(/\s+/g, " ").trim();
  return label === "" ? "imputation" : `« ${label.length > 50 ? `${label.slice(0, 49)}…` : label} »`;
}

/** A fault of an imputation's cell, with what it should hold. */
export function codeFault(
  line: Pick<CodeLine, "ligne"> & Partial<Pick<CodeLine, "table" | "list">>,
  cell: WrittenCell,
  fault: Pick<CellFault, "rule" | "severity" | "variant"> & {
    proposal?: string | null;
    safe?: boolean;
    reference?: string | null;
    cells?: CellFault["cells"];
  },
): CellFault {
  return {
    rule: fault.rule,
    severity: fault.severity,
    cell: cell.ref,
    cells: fault.cells ?? [],
    variant: fault.variant,
    subject: lineSubject(line),
    written: cell.written,
    expected: null,
    actual: null,
    reference: fault.reference ?? null,
    safeFix: fault.safe ?? false,
    proposal: fault.proposal ?? null,
    codes: line.list ?? [],
    isPartOfCell: cell.isPart === true || line.table?.form === "prose" || line.table?.form === "bloc",
  };
}
