/** The form of a reading: what it shows first, and what it keeps. Pure. */
import type { NearTable, TableReading, TableSummary } from "../../checking/report";
import type { Unit } from "../../domain/amount";
import { AUCUN_GENRE, isGenreLu, roleDeColonne, type GenreLu } from "../../domain/colonnesLues";
import { readYear, Refused } from "../../domain/fields";
import type { Lecture } from "../../domain/lecture";
import { LECTURE_WORDS, missingColumns } from "../../messages/lectures";

/** A table whose reading a person can correct. */
export interface ReadTable {
  readonly kind: string;
  readonly sheet: string;
  readonly range: string;
  readonly reading: TableReading;
}

export interface Fields {
  readonly kind: GenreLu | typeof AUCUN_GENRE;
  /** "" is as the workbook says. */
  readonly unit: Unit | "";
  readonly year: string;
  /** One for each column; "" is not read. */
  readonly roles: readonly string[];
}

/** The table of a summary, where a person can say something of it. */
export function readTable({ kind, sheet, range, reading }: TableSummary | NearTable): ReadTable | null {
  const isHeld = reading !== null && reading.lieu.headers.some((header) => header !== "");
  return reading && isHeld && isGenreLu(kind) ? { kind, sheet, range, reading } : null;
}

/** What the form shows first: what was said, else what was read. */
export function firstFields({ kind, reading }: ReadTable): Fields {
  const { confirmed, columns } = reading;
  return {
    kind: confirmed?.kind ?? (isGenreLu(kind) ? kind : AUCUN_GENRE),
    unit: confirmed?.unit ?? "",
    year: String(confirmed?.year ?? ""),
    roles: columns.map(({ role }) => role ?? ""),
  };
}

/** The fields for another kind: the roles that it has too are kept. */
export function ofKind(fields: Fields, kind: Fields["kind"]): Fields {
  const isKept = (role: string): boolean => kind !== AUCUN_GENRE && roleDeColonne(kind, role) !== null;
  return { ...fields, kind, roles: fields.roles.map((role) => (isKept(role) ? role : "")) };
}

/** What is wrong with a field, in a sentence; null where nothing is. */
export function problemsOf({ kind, year, roles }: Fields): {
  readonly columns: string | null;
  readonly year: string | null;
} {
  const isYear = year.trim() === "" || !(readYear(Number(year), "") instanceof Refused);
  const named = new Set(roles.filter((role) => role !== ""));
  return { columns: missingColumns(kind, named), year: isYear ? null : LECTURE_WORDS.wrongYear };
}

/** The reading that the form says. */
export function lectureOf({ reading }: ReadTable, { kind, unit, year, roles }: Fields): Lecture {
  const { sheet, rank } = reading.lieu;
  return {
    sheet,
    rank,
    kind,
    unit: unit === "" ? null : unit,
    year: year.trim() === "" ? null : Number(year),
    columns: reading.columns.map(({ header }, place) => {
      const role = roles[place] ?? "";
      return { header, role: role === "" || kind === AUCUN_GENRE ? null : role };
    }),
  };
}
