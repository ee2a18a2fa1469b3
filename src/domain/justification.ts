/**
 * Justifications: why a person lets a finding stand. Kept in the workbook with the settings. A justification is held by
 * what it is about, not by an address: rows may move, and a figure that changes makes it one to look at again.
 */
import { Refused, isAbsent, isDay, oneLine, readList, readText, readYear, type Fields, type Read } from "./fields";

/** One cell with its figures, as they stood when somebody justified them. */
export interface LigneJustifiee {
  /** Which row: its fiche, else its label. */
  readonly row: string;
  /** Which column: "etat", "code", "iban"…; "" where the cell is of none. */
  readonly column: string;
  /** The amount that is written, as decimal text in euros; what the cell says where that is none. */
  readonly written: string;
  /** The amount that was expected, as decimal text in euros; null where the finding expects none. */
  readonly expected: string | null;
}

export interface Justification {
  /** `id` of the rule. */
  readonly rule: string;
  /** One cell, or what the rule finds in this table. */
  readonly scope: "cell" | "table";
  /** Kind of the table; null for a cell outside all tables. */
  readonly table: string | null;
  /** Which of its kind: the fiche of a budget, the parts of a plan; "" where the kind says it all. */
  readonly of: string;
  readonly year: number | null;
  /** What was justified: one line for a cell. */
  readonly lines: readonly LigneJustifiee[];
  readonly reason: string;
  /** Typed by the officer. */
  readonly author: string;
  /** "YYYY-MM-DD". */
  readonly date: string;
}

export const LONGEST_REASON = 500;
/** Longest text of a cell, or of what tells a row, that a justification keeps. */
export const LONGEST_WRITTEN = 1_000;

/** Two justifications of one key are about the same thing: the later takes the place of the former. */
export function keyOfJustification({ rule, scope, table, of, year, lines }: Justification): string {
  const [line] = scope === "cell" ? lines : [];
  return JSON.stringify([rule, scope, table, of, year, ...(line ? [line.row, line.column] : [])]);
}

/** The list with a justification in it, in the place of the one that it renews. */
export function withJustification(all: readonly Justification[], added: Justification): readonly Justification[] {
  return [...withoutJustification(all, added), added];
}

/** The list without the justification of this key. */
export function withoutJustification(all: readonly Justification[], gone: Justification): readonly Justification[] {
  return all.filter((one) => keyOfJustification(one) !== keyOfJustification(gone));
}

/** Text that may be empty, such as that of a cell. */
function readWritten(value: unknown, subject: string): Read<string> {
  if (typeof value === "string" && value.length <= LONGEST_WRITTEN) return oneLine(value);
  return new Refused(`${subject} doit être un texte de ${LONGEST_WRITTEN} caractères au plus.`);
}

function readLigne(fields: Fields, subject: string): Read<LigneJustifiee> {
  const row = readWritten(fields.row, `La ligne ${subject}`);
  if (row instanceof Refused) return row;
  const column = readWritten(fields.column, `La colonne ${subject}`);
  if (column instanceof Refused) return column;
  const written = readWritten(fields.written, `Le montant écrit ${subject}`);
  if (written instanceof Refused) return written;
  const expected = isAbsent(fields.expected) ? null : readWritten(fields.expected, `Le montant attendu ${subject}`);
  return expected instanceof Refused ? expected : { row, column, written, expected };
}

type Sujet = Pick<Justification, "rule" | "scope" | "table" | "of" | "year">;

function readSujet(fields: Fields, subject: string): Read<Sujet> {
  const rule = readText(fields.rule, `La règle ${subject}`);
  if (rule instanceof Refused) return rule;
  const { scope } = fields;
  if (scope !== "cell" && scope !== "table") return new Refused(`La portée ${subject} doit être "cell" ou "table".`);
  const table = isAbsent(fields.table) ? null : readText(fields.table, `Le tableau ${subject}`);
  if (table instanceof Refused) return table;
  const of = readWritten(fields.of, `Le tableau ${subject}`);
  if (of instanceof Refused) return of;
  const year = isAbsent(fields.year) ? null : readYear(fields.year, `L'année ${subject}`);
  return year instanceof Refused ? year : { rule, scope, table, of, year };
}

function readJustification(fields: Fields, subject: string): Read<Justification> {
  const sujet = readSujet(fields, subject);
  if (sujet instanceof Refused) return sujet;
  const lines = readList(
    fields.lines,
    { list: `Les montants ${subject}`, item: `du montant ${subject}, ligne` },
    readLigne,
    (line) => JSON.stringify(line),
  );
  if (lines instanceof Refused) return lines;
  if (lines.length === 0 || (sujet.scope === "cell" && lines.length > 1))
    return new Refused(`Les montants ${subject} doivent former une liste, d'une ligne pour une cellule.`);
  const reason = readText(fields.reason, `Le motif ${subject}`, LONGEST_REASON);
  if (reason instanceof Refused) return reason;
  const author = readText(fields.author, `L'auteur ${subject}`);
  if (author instanceof Refused) return author;
  if (!isDay(fields.date))
    return new Refused(`La date ${subject} doit être un jour du calendrier, par exemple "2025-03-31".`);
  return { ...sujet, lines, reason, author, date: fields.date };
}

/** The justifications of a field of JSON, or the sentence that names what is wrong with one. */
export function readJustifications(value: unknown): Read<readonly Justification[]> {
  const names = { list: "Les justifications", item: "de la justification" };
  return readList(value, names, readJustification, keyOfJustification);
}

/** What JSON keeps of a justification: these fields, in this order. */
export function plainJustification(one: Justification): Justification {
  const { rule, scope, table, of, year, reason, author, date } = one;
  const lines = one.lines.map(({ row, column, written, expected }) => ({ row, column, written, expected }));
  return { rule, scope, table, of, year, lines, reason, author, date };
}
