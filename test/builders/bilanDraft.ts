/** Drafts of a bilan, what somebody types in its entry sheet, and what the formulas then give. */
import type { Calculation } from "../../src/calculation/calculation";
import { loadCalculationInNode } from "../../src/calculation/node";
import { AUCUN_REGLAGE } from "../../src/domain/reglages";
import { draftBilan, type BilanDraft, type BilanOptions } from "../../src/drafting/bilan";
import { parseArea } from "../../src/workbook/address";
import type { Cell, Workbook } from "../../src/workbook/picture";
import { applied } from "./applied";
import { changed, type Typing } from "./picture";

export const BILAN_OPTIONS: BilanOptions = {
  year: null,
  etape: "intermediaire",
  reglages: AUCUN_REGLAGE,
  ownCodes: [],
  cible: "nouvelle-feuille",
  colonnes: [],
  dites: [],
};

export function bilanOf(book: Workbook, options: Partial<BilanOptions> = {}): BilanDraft {
  const result = draftBilan(book, { ...BILAN_OPTIONS, ...options });
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

let loading: Promise<Calculation | null> | null = null;

/** The workbook with every formula computed anew, as after an edit. */
export async function computed(book: Workbook): Promise<Workbook> {
  loading ??= loadCalculationInNode();
  const calculation = await loading;
  if (!calculation) throw new Error("no engine");
  const calculator = calculation.createCalculator(book, { recompute: "all" });
  const values = new Map(calculator.values().map((one) => [`${one.sheet}:${one.row},${one.column}`, one]));
  calculator.dispose();
  const cellOf = (sheet: number, cell: Cell): Cell => {
    const found = values.get(`${sheet}:${cell.row},${cell.column}`);
    return found ? { ...cell, value: found.value, error: found.error, origin: found.origin } : cell;
  };
  return {
    ...book,
    sheets: book.sheets.map((one, place) => ({ ...one, cells: one.cells.map((cell) => cellOf(place, cell)) })),
  };
}

export type Typed = Readonly<Record<string, Typing>>;

/** The workbook with cells typed over, its formulas computed. */
export function typedOver(book: Workbook, typed: Typed): Promise<Workbook> {
  return computed(Object.entries(typed).reduce((current, [at, typing]) => changed(current, at, typing), book));
}

/** The workbook with a draft written in it, then typed over. */
export function filledIn(book: Workbook, { draft }: BilanDraft, typed: Typed = {}): Promise<Workbook> {
  return typedOver(applied(book, draft), typed);
}

export function cellAt({ sheets }: Workbook, address: string): Cell | undefined {
  const [name, place = ""] = address.split("!");
  const area = parseArea(place);
  return sheets
    .find((one) => one.name === name)
    ?.cells.find(({ row, column }) => row === area?.top && column === area.left);
}

/** What cells of a sheet show. */
export function shownAt(book: Workbook, name: string, ...addresses: string[]): (Cell["value"] | undefined)[] {
  return addresses.map((address) => cellAt(book, `${name}!${address}`)?.value);
}

/** Formulas whose value differs between two states of a workbook, to the 13 digits that programs agree on. */
export function differences(one: Workbook, other: Workbook): string[] {
  const plain = ({ value, error }: Cell): string => {
    if (error !== null) return error;
    return typeof value === "number" ? value.toPrecision(13) : String(value ?? "");
  };
  return one.sheets.flatMap(({ name, cells }) =>
    cells.flatMap((cell) => {
      const { row, column } = cell;
      const same = other.sheets
        .find((sheet) => sheet.name === name)
        ?.cells.find((candidate) => candidate.row === row && candidate.column === column);
      const isSame = cell.formula === null || (same !== undefined && plain(same) === plain(cell));
      return isSame ? [] : [`${name} ${row + 1},${column + 1} ${plain(cell)} ${same ? plain(same) : "-"}`];
    }),
  );
}

/** Formulas that show an error, or that nobody could compute. */
export function broken({ sheets }: Workbook): string[] {
  return sheets.flatMap(({ name, cells }) =>
    cells
      .filter(({ formula, error, origin }) => formula !== null && (error !== null || origin === "missing"))
      .map(({ row, column }) => `${name} ${row + 1},${column + 1}`),
  );
}

/** The Nord's expenses of 2024, typed in the entry sheet of its plan. */
export const DEPENSES: Typed = {
  "Réalisé 2024!E5": 3_900_000.33,
  "Réalisé 2024!E6": 700_000.57,
  "Réalisé 2024!G6": 100_000,
  "Réalisé 2024!E7": 5_000_000,
  "Réalisé 2024!E8": 1_341_460,
  "Réalisé 2024!E9": 0,
  "Réalisé 2024!E10": 1_050_000.01,
  "Réalisé 2024!H10": 500_000,
  "Réalisé 2024!E11": 120_000.5,
  "Réalisé 2024!E12": 12_000_000,
  "Réalisé 2024!F12": 0.1,
  "Réalisé 2024!E13": 6_000_000,
  "Réalisé 2024!E14": 1_400_000,
  "Réalisé 2024!I15": 87_730,
};
