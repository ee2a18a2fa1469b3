/**
 * Columns of officers' own tables of the bilan, as somebody corrected them: kept in the workbook with the settings. What
 * was said holds as long as all headers of its table stay the same and in place: of others, nobody has said anything.
 */
import { isRole, type ColonneDite, type EnteteLue } from "./colonnesDeBilan";
import { isAbsent, oneLine, readList, Refused, type Fields, type Read } from "./fields";

export interface ColonnesDeTable {
  readonly sheet: string;
  /** All the headers of the table when its columns were corrected, from left to right. */
  readonly entetes: readonly EnteteLue[];
  /** Those that were corrected. */
  readonly colonnes: readonly ColonneDite[];
}

/** Excel's last column, 0-based. */
const LAST_COLUMN = 16_383;
/** Longest name of a sheet or header that is kept: a header may have several lines. */
const LONGEST = 1_000;

/** Whether a sheet bears the name that was kept: on one line, as the document holds it. */
export function isSheetOf({ sheet }: ColonnesDeTable, name: string): boolean {
  return oneLine(sheet) === oneLine(name);
}

/** Whether a table still has the headers that were kept, each in its column. */
export function hasEntetes({ entetes }: ColonnesDeTable, others: readonly EnteteLue[]): boolean {
  return (
    entetes.length === others.length &&
    entetes.every(({ column, header }, place) => {
      const other = others[place];
      return other?.column === column && oneLine(other.header) === oneLine(header);
    })
  );
}

function isSamePlace(one: ColonnesDeTable, other: ColonnesDeTable): boolean {
  const columns = new Set(one.entetes.map(({ column }) => column));
  return isSheetOf(one, other.sheet) && other.entetes.some(({ column }) => columns.has(column));
}

/** The list with what is said of a table, in the place of what was said of it before; nothing where nothing is said. */
export function withColonnes(all: readonly ColonnesDeTable[], said: ColonnesDeTable): readonly ColonnesDeTable[] {
  return [...all.filter((one) => !isSamePlace(one, said)), ...(said.colonnes.length > 0 ? [said] : [])];
}

/** The list without what was said of some tables. */
export function withoutColonnes(
  all: readonly ColonnesDeTable[],
  gone: readonly ColonnesDeTable[],
): readonly ColonnesDeTable[] {
  return all.filter((one) => !gone.some((other) => keyOfColonnes(one) === keyOfColonnes(other)));
}

/** Of two of one key, one replaces the other. */
export function keyOfColonnes({ sheet, entetes }: ColonnesDeTable): string {
  return JSON.stringify([oneLine(sheet), entetes.map(({ column }) => column)]);
}

function readOneLine(value: unknown, subject: string): Read<string> {
  const text = typeof value === "string" ? oneLine(value) : "";
  if (text !== "" && text.length <= LONGEST) return text;
  return new Refused(`${subject} doit être un texte de 1 à ${LONGEST} caractères.`);
}

function readColumn(value: unknown, subject: string): Read<number> {
  const isColumn = typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LAST_COLUMN;
  return isColumn ? value : new Refused(`La colonne ${subject} doit être un nombre entier, de 0 à ${LAST_COLUMN}.`);
}

function readEntete(fields: Fields, subject: string): Read<EnteteLue> {
  const column = readColumn(fields.column, subject);
  if (column instanceof Refused) return column;
  const header = readOneLine(fields.header, `L'en-tête ${subject}`);
  return header instanceof Refused ? header : { column, header };
}

function readColonne(fields: Fields, subject: string): Read<ColonneDite> {
  const column = readColumn(fields.column, subject);
  if (column instanceof Refused) return column;
  const { role } = fields;
  if (isAbsent(role)) return { column, role: null };
  return isRole(role) ? { column, role } : new Refused(`Le champ ${subject} n'est pas un champ du bilan.`);
}

const columnOf = ({ column }: { readonly column: number }): string => String(column);

function readTable(fields: Fields, subject: string): Read<ColonnesDeTable> {
  const sheet = readOneLine(fields.sheet, `La feuille ${subject}`);
  if (sheet instanceof Refused) return sheet;
  const headers = { list: `Les en-têtes ${subject}`, item: `de l'en-tête ${subject}, n°` };
  const entetes = readList(fields.entetes, headers, readEntete, columnOf);
  if (entetes instanceof Refused) return entetes;
  const columns = { list: `Les colonnes ${subject}`, item: `de la colonne ${subject}, n°` };
  const colonnes = readList(fields.colonnes, columns, readColonne, columnOf);
  if (colonnes instanceof Refused) return colonnes;
  const isKnown = ({ column }: ColonneDite): boolean => entetes.some((one) => one.column === column);
  if (colonnes.length > 0 && colonnes.every(isKnown)) return { sheet, entetes, colonnes };
  return new Refused(`Les colonnes ${subject} doivent former une liste de colonnes qui ont un en-tête.`);
}

/** What a field of JSON says of tables, or the sentence that names what is wrong with one. */
export function readColonnes(value: unknown): Read<readonly ColonnesDeTable[]> {
  return readList(value, { list: "Les colonnes des tableaux", item: "du tableau" }, readTable, keyOfColonnes);
}

/** What JSON keeps of a table: these fields, in this order. */
export function plainColonnes({ sheet, entetes, colonnes }: ColonnesDeTable): ColonnesDeTable {
  return {
    sheet: oneLine(sheet),
    entetes: entetes.map(({ column, header }) => ({ column, header: oneLine(header) })),
    colonnes: colonnes.map(({ column, role }) => ({ column, role })),
  };
}
