/** The day on which a piece says that it was made or sent. */
import { plainText } from "../../domain/amount";
import { daysIn, storedDay } from "../../domain/days";
import type { CellRef } from "../../workbook/address";
import type { Cell, Workbook } from "../../workbook/picture";

export interface Jour {
  readonly day: string;
  readonly ref: CellRef;
  readonly written: string;
}

/** How surely the words date the piece itself: its sending before its making, its making before its signature. */
const WORDS: readonly RegExp[] = [
  /\b(?:transmis|envoye|adresse|depose|remis)e?s?\b|\bdate (?:de transmission|d'envoi|de depot|de remise)\b/,
  /\b(?:fait|etabli|arrete|edite)e?s?\b|\bdate (?:du bilan|d'etablissement|du document)\b/,
  /\bsignee?s?\b|\bdate de signature\b/,
];
/** A day by which something is to be done, or is done by others. */
const NOT_YET =
  /au plus tard|avant le|d'ici|doit|devra|sera|seront|a (?:transmettre|envoyer|remettre|signer)|echeance|limite|prevue?s?\b|versee?s?\b|visa/;
/** Words before a date: longer ones tell a story. */
const LONGEST = 120;

function dayBeside(cell: Cell | undefined, date1904: boolean): string | null {
  if (typeof cell?.value === "string") return daysIn(cell.value)[0] ?? null;
  const isDate = typeof cell?.value === "number" && /[dy]/i.test(cell.numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, ""));
  return isDate && typeof cell.value === "number" ? storedDay(cell.value, date1904) : null;
}

/** The day that a sheet gives to what stands on it ("Fait à Lille, le 15/04/2025"); null where it gives none. */
export function writtenDay({ sheets, date1904 }: Workbook, name: string): Jour | null {
  const cells = sheets.find((sheet) => sheet.name === name)?.cells ?? [];
  const found: (Jour & { readonly rank: number })[] = [];
  for (const cell of cells) {
    if (typeof cell.value !== "string" || cell.value.length > LONGEST) continue;
    const plain = plainText(cell.value);
    const rank = WORDS.findIndex((words) => words.test(plain));
    if (rank === -1 || NOT_YET.test(plain)) continue;
    const beside = /(?:\ble|:|transmission|envoi|depot|remise|bilan|etablissement|document|signature)$/.test(plain)
      ? cells.find(({ row, column }) => row === cell.row && column === cell.column + 1)
      : undefined;
    const day = daysIn(cell.value).at(-1) ?? dayBeside(beside, date1904);
    if (day) found.push({ day, rank, ref: { sheet: name, row: cell.row, column: cell.column }, written: cell.value });
  }
  const [first] = found.sort((one, other) => one.rank - other.rank || (one.day < other.day ? -1 : 1));
  return first ?? null;
}
