/** Imputations that stand in sentences and in blocks of lines: "… sur l'action 23, sous-action 25 …, code activité …". */
import { AMOUNT_IN_TEXT, plainText, readAmountText } from "../domain/amount";
import { classementOf, numberedBlocs, partOf, type Classement } from "../domain/bloc";
import { codesInText } from "../domain/codesActivite";
import { yearOf } from "../domain/years";
import type { Area, CellRef } from "../workbook/address";
import type { Cell } from "../workbook/picture";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import type { Imputations, LigneDImputation, WrittenCell } from "./otherTables";
import type { AmountCell } from "./tables";

const EMPTY = {
  blocs: [],
  fiche: null,
  programme: null,
  action: null,
  sousAction: null,
  nomenclatures: [],
  montant: null,
} as const;

function part(ref: CellRef, written: string | undefined): WrittenCell | null {
  return written === undefined ? null : { ref, written, stored: "text" };
}

function amountIn(ref: CellRef, text: string): AmountCell | null {
  const match = text.match(AMOUNT_IN_TEXT)?.[0];
  const written = match === undefined ? null : readAmountText(match);
  if (written?.kind !== "amount" || match === undefined) return null;
  return {
    ref,
    state: "amount",
    amount: written.amount,
    written: match,
    stored: "text",
    unit: "€",
    formula: null,
    isPartOfCell: true,
  };
}

/** One sentence with its code: amount, programme, action, sous-action, and what the words name. */
function sentence(ref: CellRef, row: number, text: string): LigneDImputation | null {
  const codes = codesInText(text);
  const plain = plainText(text);
  const blocs = numberedBlocs(text);
  // Elsewhere eleven digits are a telephone or a file number.
  if (codes.length === 0 || !/codes? activites?|sous[- ]activites?/.test(plain)) return null;
  return {
    ...EMPTY,
    row,
    kind: "ligne",
    label: text.length > 60 ? `${text.slice(0, 59)}…` : text,
    classement: blocs.length > 1 ? { part: partOf(blocs[0] ?? "volet-1"), bloc: null } : classementOf(text),
    blocs,
    programme: part(ref, /programme\s*:?\s*(\d{3})/.exec(plain)?.[1]),
    action: part(ref, /(?<!sous-)(?<!sous )\baction\s*:?\s*(\d{2})\b/.exec(plain)?.[1]),
    sousAction: part(ref, /sous[- ]action\s*:?\s*(\d{2})\b/.exec(plain)?.[1]),
    codes: codes.map((written) => ({ ref, written, stored: "text" })),
    montant: amountIn(ref, text),
  };
}

/** Sentences of a cell: lines, or clauses between semicolons. */
function sentencesOf(text: string): string[] {
  return text.split(/\n|;(?=\s)/).filter((one) => one.trim() !== "");
}

/** Shorter texts are labels or codes, not sentences. */
const SHORTEST_SENTENCE = 40;

function isInside(areas: readonly Area[], row: number, column: number): boolean {
  return areas.some(({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right);
}

/** Sentences with a code activité anywhere in a sheet, outside the tables already read. */
export function readImputationSentences(grid: Grid, taken: readonly Area[]): Imputations[] {
  const lignes: LigneDImputation[] = [];
  for (const { row, column, value } of grid.cellsSaying(HINT.activite)) {
    if (typeof value !== "string" || value.length < SHORTEST_SENTENCE || isInside(taken, row, column)) continue;
    if (/^(?:sous )?activites?\s*:/.test(plainText(value))) continue;
    const ref = { sheet: grid.sheet.name, row, column };
    lignes.push(...sentencesOf(value).flatMap((text, part) => sentence({ ...ref, part }, row, text) ?? []));
  }
  return lignes.length === 0 ? [] : [tableOf(grid, "prose", lignes)];
}

function tableOf(grid: Grid, form: "prose" | "bloc", lignes: readonly LigneDImputation[]): Imputations {
  const refs = lignes.flatMap(({ codes }) => codes.map(({ ref }) => ref));
  const rows = refs.map(({ row }) => row);
  const columns = refs.map(({ column }) => column);
  return {
    kind: "imputations",
    form,
    sheet: grid.sheet.name,
    area: {
      top: Math.min(...rows),
      left: Math.min(...columns),
      bottom: Math.max(...rows),
      right: Math.max(...columns),
    },
    title: "Imputations budgétaires",
    unit: "€",
    year: yearOf(grid.sheet.name) ?? lignes.map(({ label }) => yearOf(label)).find((year) => year !== null) ?? null,
    lignes,
  };
}

type BlocField = "programme" | "action" | "sous-action" | "code" | "gm";

const FIELDS: readonly (readonly [RegExp, BlocField])[] = [
  [/^programmes?(?: budgetaires?)?$/, "programme"],
  [/^actions?$/, "action"],
  [/^sous[- ]?actions?$/, "sous-action"],
  [/^(?:codes? )?(?:sous[- ]?)?activites?$/, "code"],
  [/^gm$/, "gm"],
];

interface Field {
  readonly field: BlocField;
  readonly ref: CellRef;
  readonly value: string;
}

/** "Programme : 102" in one cell, or "Programme" with its value in the next one. */
function fieldAt(grid: Grid, row: number, column: number): Field | null {
  const text = cellText(grid.at(row, column));
  const split = /^([^:]{2,30}?)\s*:\s*([\s\S]+)$/.exec(text);
  const name = plainText(split?.[1] ?? text.replace(/\s*:\s*$/, ""));
  const field = FIELDS.find(([pattern]) => pattern.test(name))?.[1];
  if (!field) return null;
  if (split) return { field, ref: { sheet: grid.sheet.name, row, column }, value: split[2] ?? "" };
  const value = cellText(grid.at(row, column + 1));
  return /\d/.test(value) ? { field, ref: { sheet: grid.sheet.name, row, column: column + 1 }, value } : null;
}

/** What a field says for one programme: "pour le 304, action 23 / pour le 102, action 02" has one clause for each. */
function clauseFor(programme: string, value: string): string | undefined {
  const clauses = value.split(/(?=pour le \d{3})/i);
  if (clauses.length === 1 && !/pour le \d{3}/i.test(value)) return value;
  return clauses.find((clause) => new RegExp(`pour le ${programme}`, "i").test(clause))?.replace(/pour le \d{3}/i, "");
}

/** Two-digit numbers of a clause, as they are written: "sous actions 23 - 24 - 26". */
function numbersOf(clause: string | undefined): string | undefined {
  const numbers = clause?.match(/(?<!\d)\d{1,2}(?!\d)/g);
  return numbers ? numbers.join(" - ") : undefined;
}

function lignesOf(fields: readonly Field[], classement: Classement | null): LigneDImputation[] {
  const of = (field: BlocField): Field | undefined => fields.find((one) => one.field === field);
  const codes = of("code");
  if (!codes) return [];
  return codesInText(codes.value).map((written): LigneDImputation => {
    const digits = written.replace(/\D/g, "");
    const programme = digits.length === 11 ? digits.slice(0, 3) : digits.slice(1, 4);
    const numbers = (field: BlocField): WrittenCell | null => {
      const found = of(field);
      return found ? part(found.ref, numbersOf(clauseFor(programme, found.value))) : null;
    };
    const programmes = of("programme");
    const gm = of("gm");
    return {
      ...EMPTY,
      row: codes.ref.row,
      kind: "ligne",
      label: "Imputation budgétaire",
      classement,
      programme: programmes ? part(programmes.ref, programmes.value.match(/\d{3}/g)?.join(" - ")) : null,
      action: numbers("action"),
      sousAction: numbers("sous-action"),
      codes: [{ ref: codes.ref, written, stored: "text" }],
      nomenclatures: gm ? [{ kind: "gm", cell: { ref: gm.ref, written: gm.value.trim(), stored: "text" } }] : [],
    };
  });
}

/** Rows without a field that a block may hold. */
const LONGEST_GAP = 2;

/** Rows of the cells of each column, columns left to right. */
function rowsByColumn(cells: readonly Cell[]): (readonly [number, readonly number[]])[] {
  const columns = new Map<number, number[]>();
  for (const { row, column } of cells) {
    const rows = columns.get(column);
    if (rows) rows.push(row);
    else columns.set(column, [row]);
  }
  return [...columns].sort(([one], [other]) => one - other);
}

/** Blocks of fields, one under the other in one column: a programme and, below, the activités. */
export function readImputationBlocks(grid: Grid, taken: readonly Area[]): Imputations[] {
  const found: Imputations[] = [];
  for (const [column, rows] of rowsByColumn(grid.cellsSaying(HINT.champDImputation))) {
    let fields: Field[] = [];
    let last = -1;
    const close = (): void => {
      const first = fields[0];
      const title = first ? cellText(grid.at(first.ref.row - 1, column)) : "";
      const lignes = fields.length >= 2 ? lignesOf(fields, classementOf(title)) : [];
      if (lignes.length > 0) found.push(tableOf(grid, "bloc", lignes));
      fields = [];
    };
    for (const row of rows) {
      const field = isInside(taken, row, column) ? null : fieldAt(grid, row, column);
      if (!field) continue;
      if (row - last - 1 > LONGEST_GAP || fields.some((other) => other.field === field.field)) close();
      fields.push(field);
      last = row;
    }
    close();
  }
  return found;
}
