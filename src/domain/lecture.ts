/**
 * Readings: what a person says that a table is. Kept in the workbook with the settings. A reading is held by the texts
 * of the table's header, not by an address: rows may move.
 */
import { plainText, type Unit } from "./amount";
import { AUCUN_GENRE, isGenreLu, roleDeColonne, type GenreLu } from "./colonnesLues";
import { isAbsent, isFields, oneLine, readList, readText, readYear, Refused, type Fields, type Read } from "./fields";

/** A column, by its header; "" where it has none. */
export interface ColonneLue {
  readonly header: string;
  /** One of the kind's; null for a column that is not to be read. */
  readonly role: string | null;
}

export interface Lecture {
  readonly sheet: string;
  /** The columns of the header, left to right, none left out. */
  readonly columns: readonly ColonneLue[];
  /** Which of the headers of these texts in the sheet, from 1. */
  readonly rank: number;
  readonly kind: GenreLu | typeof AUCUN_GENRE;
  /** Null is what the workbook says. */
  readonly unit: Unit | null;
  readonly year: number | null;
}

/** What of a reading says which table it is about. */
export type LieuDeLecture = Pick<Lecture, "sheet" | "rank"> & { readonly headers: readonly string[] };

const LONGEST_HEADER = 300;
const MOST_COLUMNS = 60;
const UNITS: readonly Unit[] = ["€", "k€", "M€"];

/** A header as it is held: accents, case and line breaks do not count. */
export function headerKey(header: string): string {
  return plainText(oneLine(header)).slice(0, LONGEST_HEADER);
}

/** Two readings of one key are about the same table: the later takes the place of the former. */
export function keyOfLecture({ sheet, columns, rank }: Lecture): string {
  return JSON.stringify([sheet, rank, ...columns.map(({ header }) => headerKey(header))]);
}

/** The list with a reading in it, in the place of the one that it renews. */
export function withLecture(all: readonly Lecture[], added: Lecture): readonly Lecture[] {
  return [...withoutLecture(all, added), added];
}

/** The list without the reading of this key. */
export function withoutLecture(all: readonly Lecture[], gone: Lecture): readonly Lecture[] {
  return all.filter((one) => keyOfLecture(one) !== keyOfLecture(gone));
}

function readColumn(value: unknown, kind: Lecture["kind"], subject: string): Read<ColonneLue> {
  const { header, role }: Fields = isFields(value) ? value : {};
  if (typeof header !== "string" || header.length > LONGEST_HEADER) {
    return new Refused(`L'en-tête ${subject} doit être un texte de ${LONGEST_HEADER} caractères au plus.`);
  }
  if (isAbsent(role)) return { header: oneLine(header), role: null };
  const isKnown = typeof role === "string" && kind !== AUCUN_GENRE && roleDeColonne(kind, role) !== null;
  return isKnown ? { header: oneLine(header), role } : new Refused(`Le rôle d'une colonne ${subject} n'existe pas.`);
}

function readLecture(fields: Fields, subject: string): Read<Lecture> {
  const sheet = readText(fields.sheet, `La feuille ${subject}`);
  if (sheet instanceof Refused) return sheet;
  const { kind: named, unit, rank } = fields;
  const kind = typeof named === "string" && (named === AUCUN_GENRE || isGenreLu(named)) ? named : null;
  if (kind === null) return new Refused(`Le genre ${subject} n'existe pas.`);
  if (!Array.isArray(fields.columns) || fields.columns.length === 0 || fields.columns.length > MOST_COLUMNS) {
    return new Refused(`Les colonnes ${subject} doivent former une liste de 1 à ${MOST_COLUMNS}.`);
  }
  const columns: ColonneLue[] = [];
  for (const column of fields.columns) {
    const read = readColumn(column, kind, subject);
    if (read instanceof Refused) return read;
    columns.push(read);
  }
  if (typeof rank !== "number" || !Number.isInteger(rank) || rank < 1) {
    return new Refused(`Le rang ${subject} doit être un nombre à partir de 1.`);
  }
  const known = UNITS.find((one) => one === unit) ?? null;
  if (!isAbsent(unit) && known === null) return new Refused(`L'unité ${subject} doit être €, k€ ou M€.`);
  const year = isAbsent(fields.year) ? null : readYear(fields.year, `L'année ${subject}`);
  if (year instanceof Refused) return year;
  return { sheet, columns, rank, kind, unit: known, year };
}

/** The readings of a field of JSON, or the sentence that names what is wrong with one. */
export function readLectures(value: unknown): Read<readonly Lecture[]> {
  return readList(value, { list: "Les lectures", item: "de la lecture" }, readLecture, keyOfLecture);
}

/** What JSON keeps of a reading: these fields, in this order. */
export function plainLecture({ sheet, columns, rank, kind, unit, year }: Lecture): Lecture {
  return { sheet, columns: columns.map(({ header, role }) => ({ header, role })), rank, kind, unit, year };
}
