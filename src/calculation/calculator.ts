/** Calculators over the engine's models: edits, and what stays missing when the engine gives up. */
import type { Cell, Workbook } from "../workbook/picture";
import type { Calculation, CalculationOptions, Calculator, CellInput, ComputedCell } from "./calculation";
import type { Place } from "./dependencies";
import { EngineTrap } from "./engine";
import { Model } from "./model";

/** Each round computes what the one before made possible: long chains of sums are cut to spare the engine's stack. */
const MAX_ROUNDS = 40;

function keyOf({ sheet, row, column }: Place): string {
  return `${sheet}:${row},${column}`;
}

/** The formulas that a calculator would compute, all missing. */
function nothingComputed(workbook: Workbook, options: CalculationOptions): ComputedCell[] {
  return workbook.sheets.flatMap(({ cells }, sheet) =>
    cells
      .filter(({ formula, origin }) => formula !== null && (origin === "missing" || options.recompute === "all"))
      .map(({ row, column }) => ({ sheet, row, column, value: null, error: null, origin: "missing" as const })),
  );
}

function isSame(a: ComputedCell | undefined, b: ComputedCell): boolean {
  return a?.value === b.value && a.error === b.error && a.origin === b.origin;
}

/** The workbook with computed values in their cells. */
function withValues(workbook: Workbook, values: readonly ComputedCell[]): Workbook {
  const byPlace = new Map(values.map((value) => [keyOf(value), value]));
  const sheets = workbook.sheets.map((sheet, index) => ({
    ...sheet,
    cells: sheet.cells.map((cell): Cell => {
      const found = cell.formula === null ? undefined : byPlace.get(keyOf({ ...cell, sheet: index }));
      return found ? { ...cell, value: found.value, error: found.error, origin: found.origin } : cell;
    }),
  }));
  return { ...workbook, sheets };
}

function withInput(workbook: Workbook, place: Place, input: CellInput): Workbook {
  const sheets = workbook.sheets.map((sheet, index) => {
    if (index !== place.sheet) return sheet;
    const others = sheet.cells.filter(({ row, column }) => row !== place.row || column !== place.column);
    const old = sheet.cells.find(({ row, column }) => row === place.row && column === place.column);
    const content =
      "formula" in input
        ? { value: null, formula: input.formula, origin: "missing" as const }
        : { value: input.value, formula: null, origin: null };
    if (content.formula === null && content.value === null) return { ...sheet, cells: others };
    const { row, column } = place;
    const cell: Cell = { row, column, error: null, numberFormat: old?.numberFormat ?? "General", ...content };
    const cells = [...others, cell].sort((a, b) => a.row - b.row || a.column - b.column);
    return { ...sheet, cells };
  });
  return { ...workbook, sheets };
}

class EngineCalculator implements Calculator {
  #model: Model | null = null;
  #values = new Map<string, ComputedCell>();

  constructor(
    private workbook: Workbook,
    private readonly options: CalculationOptions,
  ) {
    this.#rebuild();
  }

  values(): readonly ComputedCell[] {
    return [...this.#values.values()];
  }

  set(sheet: number, row: number, column: number, input: CellInput): readonly ComputedCell[] {
    const place = { sheet, row, column };
    const old = this.workbook.sheets[sheet]?.cells.find((cell) => cell.row === row && cell.column === column);
    const touchesFormula = "formula" in input || (old !== undefined && old.formula !== null);
    const before = this.#values;
    const stale = this.#model?.keptReaders(place) ?? [];
    this.workbook = withInput(this.workbook, place, input);
    try {
      if (touchesFormula || !this.#model) {
        this.workbook = withValues(this.workbook, stale);
        this.#rebuild();
      } else {
        this.#model.setConstant(place, input.value);
        this.#keep(this.#model.values());
      }
    } catch (error) {
      this.#giveUp(error);
    }
    return this.values().filter((value) => !isSame(before.get(keyOf(value)), value));
  }

  dispose(): void {
    this.#model?.dispose();
    this.#model = null;
  }

  #rebuild(): void {
    this.dispose();
    try {
      this.#model = new Model(this.workbook, this.options);
      this.#keep(this.#model.values());
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #keep(values: readonly ComputedCell[]): void {
    this.#values = new Map(values.map((value) => [keyOf(value), value]));
  }

  /** Says everything missing when the engine broke; any other fault is one of ours. */
  #giveUp(error: unknown): void {
    if (!(error instanceof EngineTrap)) throw error;
    this.dispose();
    this.#keep(nothingComputed(this.workbook, this.options));
  }
}

/** Computes, round after round, the formulas whose value is missing. */
function computeMissing(workbook: Workbook, options: CalculationOptions): Workbook {
  let current = workbook;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const calculator = new EngineCalculator(current, { ...options, recompute: "missing" });
    const values = calculator.values().filter(({ origin }) => origin === "computed");
    calculator.dispose();
    if (values.length === 0) return current;
    current = withValues(current, values);
  }
  return current;
}

/** What a loaded engine offers. */
export const ENGINE_CALCULATION: Calculation = {
  createCalculator: (workbook, options = {}) => new EngineCalculator(workbook, options),
  computeMissing: (workbook, options = {}) => computeMissing(workbook, options),
};
