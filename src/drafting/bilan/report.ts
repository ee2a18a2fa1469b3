/** What a workbook says of the rest of a year's advance, which the next balance takes off (avenant de Tourcoing, art. 5). */
import { AMOUNT_IN_TEXT, plainText, readAmountText } from "../../domain/amount";
import { fromStoredNumber, type Decimal } from "../../domain/decimal";
import type { CellRef } from "../../workbook/address";
import type { Cell, Workbook } from "../../workbook/picture";

export interface ReportEcrit {
  readonly ref: CellRef;
  /** Euros. */
  readonly montant: Decimal;
  /** The text adds the report to the resources, where the avenant takes it off. */
  readonly isAjoute: boolean;
}

/** "Report 2023", "Report enveloppe 2023", "Report de l'avance 2023": what it names, up to its year. */
const REPORT =
  /(\+\s*)?\breport(?:s|e)?\s+(?:(?:d[eu]s?\s+)?(?:la\s+|l'\s?)?(?:enveloppe|avance|reliquat|credits?|solde|convention|experimentation|tourcoing)\s+)*(?:d[eu]\s+)?(?:l'annee\s+)?(20\d\d)\b/;

/** The amount behind the words in the same cell, else the number in a cell beside them. */
function montantOf(rest: string, cell: Cell, row: readonly Cell[]): Decimal | null {
  const inText = new RegExp(`^[^\\d]{0,20}(${AMOUNT_IN_TEXT.source})`).exec(rest)?.[1];
  const written = inText === undefined ? null : readAmountText(inText);
  if (written?.kind === "amount") return written.amount.value;
  if (/\d/.test(rest)) return null;
  const beside = row.filter(({ column }) => column > cell.column).sort((a, b) => a.column - b.column);
  const first = beside.find(({ value }) => value !== null);
  return typeof first?.value === "number" ? fromStoredNumber(first.value) : null;
}

/** Every place that says what was left of a year's advance; sheets that a draft of ours drew are passed over. */
export function reportsEcrits({ sheets }: Workbook, year: number, isOwn: (sheet: string) => boolean): ReportEcrit[] {
  return sheets.flatMap(({ name, cells }) =>
    isOwn(name)
      ? []
      : cells.flatMap((cell): ReportEcrit[] => {
          if (typeof cell.value !== "string" || !/report/i.test(cell.value)) return [];
          const text = plainText(cell.value);
          const match = REPORT.exec(text);
          if (!match || Number(match[2]) !== year) return [];
          const row = cells.filter((other) => other.row === cell.row);
          const montant = montantOf(text.slice(match.index + match[0].length), cell, row);
          const ref = { sheet: name, row: cell.row, column: cell.column };
          return montant?.isPositive() ? [{ ref, montant, isAjoute: match[1] !== undefined }] : [];
        }),
  );
}

/** The report that every place agrees on; null where none or several are written. */
export function agreedReport(reports: readonly ReportEcrit[]): ReportEcrit | null {
  const [first] = reports;
  return first && reports.every(({ montant }) => montant.eq(first.montant)) ? first : null;
}
