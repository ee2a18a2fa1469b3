/** One workbook in the engine: what can be computed is, what cannot spoils what reads it, and is said. */
import type { Cell, Workbook } from "../workbook/picture";
import type { CalculationOptions, ComputedCell } from "./calculation";
import { areaOf, Dependencies, overlap, sizeOf, type Place, type Reader, type SheetArea } from "./dependencies";
import { Engine, isComputable } from "./engine";
import { prepareFormula, type PreparedFormula } from "./formula";
import { surroundingsOf } from "./surroundings";
import { isAmbiguous } from "./support";

/** Depth (see support.ts) that one evaluation may take of the engine's stack, which ends near 225. */
const MAX_DEPTH = 80;
/** Cells that all formulas together may read in one evaluation: beyond, it takes tens of seconds. */
const MAX_CELLS_READ = 30_000_000;
const NUMBER_IN_TEXT = /\d\.\d/;

type Outcome = Pick<ComputedCell, "value" | "error" | "origin">;
const MISSING: Outcome = { value: null, error: null, origin: "missing" };

interface FormulaCell extends Reader {
  readonly prepared: PreparedFormula;
  readonly area: PreparedArea;
  /** "live" in the engine; "kept" at the value it was saved with until something that it reads changes. */
  state: "live" | "kept" | "missing";
  outcome: Outcome;
}

type PreparedArea = Parameters<Engine["putFormula"]>[4];

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}

/** A model of one state of the workbook's formulas; typing a formula, or over one, makes another. */
export class Model {
  readonly #engine: Engine;
  readonly #formulas: FormulaCell[] = [];
  /** Texts that one locale reads as numbers and another does not, by sheet. */
  readonly #ambiguous: Set<number>[];
  /** Cells that hold something, by sheet. */
  readonly #filled: Set<number>[];
  /** Constants that the engine cannot hold, and areas that an array formula would fill. */
  readonly #spoiled: SheetArea[] = [];
  #dependencies: Dependencies | null = null;

  /** Throws EngineTrap. */
  constructor(
    private readonly workbook: Workbook,
    private readonly options: CalculationOptions,
  ) {
    this.#engine = new Engine(workbook.sheets.map(({ name }) => name));
    this.#ambiguous = workbook.sheets.map(() => new Set());
    this.#filled = workbook.sheets.map(({ cells }) => new Set(cells.map(({ row, column }) => keyOf(row, column))));
    try {
      this.#fill();
      this.#judge();
      for (const formula of this.#formulas) if (formula.state === "live") this.#enter(formula);
      this.#evaluate();
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  values(): ComputedCell[] {
    return this.#formulas.filter(({ state }) => state !== "kept").map(computed);
  }

  /** The formulas that still show the value they were saved with and read this place, as missing. */
  keptReaders(place: Place): ComputedCell[] {
    const readers = this.#dependencies?.reached(this.#dependencies.readingOf([areaOf(place)])) ?? [];
    return [...readers].flatMap((index) => {
      const formula = this.#formulas[index];
      return formula?.state === "kept" ? [computed({ ...formula, outcome: MISSING })] : [];
    });
  }

  /** Puts a constant over a constant and evaluates again. */
  setConstant(place: Place, value: Cell["value"]): void {
    const area = areaOf(place);
    const isHeld = this.#putConstant(place, value, null);
    const readers = this.#dependencies?.reached(this.#dependencies.readingOf([area])) ?? [];
    for (const index of readers) {
      const formula = this.#formulas[index];
      if (formula?.state === "kept") this.#lose(formula);
    }
    const spoiled = this.#spoiled.findIndex((one) => sizeOf(one) === 1 && overlap(one, area));
    if (spoiled >= 0) this.#spoiled.splice(spoiled, 1);
    if (!isHeld) this.#spoiled.push(area);
    this.#evaluate();
  }

  dispose(): void {
    this.#engine.dispose();
  }

  #fill(): void {
    const around = surroundingsOf(this.workbook, this.options, this.#engine);
    const isComputed = ({ origin }: Cell) => origin === "missing" || this.options.recompute === "all";
    this.workbook.sheets.forEach(({ cells }, sheet) => {
      for (const cell of cells) {
        const place = { sheet, row: cell.row, column: cell.column };
        if (cell.formula === null || !isComputed(cell)) {
          if (!this.#putConstant(place, cell.value, cell.error)) this.#spoiled.push(areaOf(place));
          continue;
        }
        const prepared = prepareFormula(cell.formula, sheet, around);
        const area = this.options.arrays?.[sheet]?.get(`${cell.row},${cell.column}`) ?? null;
        const saved: Outcome = { value: cell.value, error: cell.error, origin: "computed" };
        this.#formulas.push({
          ...place,
          reads: prepared.reads,
          depth: prepared.engine?.demands.depth ?? 0,
          prepared,
          area,
          state: prepared.engine && isOneCell(area) ? "live" : cell.origin === "missing" ? "missing" : "kept",
          outcome: cell.origin === "missing" ? MISSING : saved,
        });
      }
    });
  }

  /** False when the engine cannot hold it: then the cell is empty there, and what reads it is missing. */
  #putConstant({ sheet, row, column }: Place, value: Cell["value"], error: Cell["error"]): boolean {
    const key = keyOf(row, column);
    const isDoubtful = typeof value === "string" && isAmbiguous(value);
    if (isDoubtful) this.#ambiguous[sheet]?.add(key);
    else this.#ambiguous[sheet]?.delete(key);
    if (value === null && error === null) this.#filled[sheet]?.delete(key);
    else this.#filled[sheet]?.add(key);
    if (!isComputable(value)) {
      this.#engine.clear(sheet, row, column);
      return false;
    }
    return this.#engine.putConstant(sheet, row, column, value, error);
  }

  /** Sets aside the formulas that would break the engine, or that end up reading themselves. */
  #judge(): void {
    this.#dependencies = Dependencies.of(this.#formulas);
    let read = 0;
    const depths = this.#dependencies?.stackDepths((index) => this.#formulas[index]?.state !== "live");
    this.#formulas.forEach((formula, index) => {
      read += formula.reads.reduce((sum, area) => sum + sizeOf(area), 0);
      if (formula.state !== "live") return;
      if ((depths?.[index] ?? Infinity) > MAX_DEPTH || read > MAX_CELLS_READ) this.#setAside(formula);
    });
    for (const formula of this.#formulas) {
      const { sheet, area, outcome } = formula;
      if (formula.state === "kept" && !this.#putConstant(formula, outcome.value, outcome.error)) {
        this.#spoiled.push(areaOf(formula));
      } else if (formula.state === "missing" && area) this.#spoiled.push({ sheet, area });
    }
  }

  #setAside(formula: FormulaCell): void {
    formula.state = formula.outcome.origin === "missing" ? "missing" : "kept";
  }

  #lose(formula: FormulaCell): void {
    formula.state = "missing";
    formula.outcome = MISSING;
    if (formula.area) this.#spoiled.push({ sheet: formula.sheet, area: formula.area });
    this.#engine.clear(formula.sheet, formula.row, formula.column);
  }

  #enter(formula: FormulaCell): void {
    const { sheet, row, column, prepared, area } = formula;
    if (!prepared.engine || !this.#engine.putFormula(sheet, row, column, prepared.engine.text, area)) {
      this.#lose(formula);
    }
  }

  /** Evaluates until no formula fills cells that are not its own, then says what is missing. */
  #evaluate(): void {
    for (;;) {
      this.#engine.evaluate();
      const spilling = this.#live().filter(({ sheet, row, column }) => this.#engine.spills(sheet, row, column));
      if (spilling.length === 0) break;
      spilling.forEach((formula) => this.#lose(formula));
    }
    const unknown = new Set<number>();
    this.#formulas.forEach((formula, index) => {
      if (formula.state === "live") this.#read(formula);
      if (formula.state !== "kept" && formula.outcome.origin === "missing") unknown.add(index);
    });
    this.#formulas.forEach(
      (formula, index) => formula.state === "live" && this.#isDoubtful(formula) && unknown.add(index),
    );
    const reached = this.#dependencies?.reached([...unknown, ...this.#dependencies.readingOf(this.#spoiled)]) ?? [];
    for (const index of reached) {
      const formula = this.#formulas[index];
      if (formula && formula.state !== "kept") formula.outcome = MISSING;
    }
  }

  #live(): FormulaCell[] {
    return this.#formulas.filter(({ state }) => state === "live");
  }

  #read(formula: FormulaCell): void {
    const { sheet, row, column, prepared } = formula;
    const result = this.#engine.result(sheet, row, column);
    const text = result.kind === "known" && typeof result.value === "string" ? result.value : "";
    const isReadable = !(prepared.engine?.demands.makesTexts === true && NUMBER_IN_TEXT.test(text));
    formula.outcome =
      result.kind === "known" && isReadable
        ? { value: result.value, error: result.error, origin: "computed" }
        : MISSING;
    if (isAmbiguous(text)) this.#ambiguous[sheet]?.add(keyOf(row, column));
    else this.#ambiguous[sheet]?.delete(keyOf(row, column));
  }

  /** Whether the formula may understand a text or an empty cell otherwise than French Excel does. */
  #isDoubtful({ prepared, reads }: FormulaCell): boolean {
    const demands = prepared.engine?.demands;
    const isEmpty = (read: SheetArea) =>
      sizeOf(read) === 1 && this.#filled[read.sheet]?.has(keyOf(read.area.top, read.area.left)) !== true;
    if (demands?.looksUp && reads.some(isEmpty)) return true;
    if (!demands?.coerces) return false;
    return reads.some((read) => {
      const texts = this.#ambiguous[read.sheet];
      if (!texts || texts.size === 0) return false;
      if (sizeOf(read) === 1) return texts.has(keyOf(read.area.top, read.area.left));
      if (!demands.coercesAreas) return false;
      const place = (key: number) => ({ sheet: read.sheet, row: Math.floor(key / 16_384), column: key % 16_384 });
      return [...texts].some((key) => overlap(read, areaOf(place(key))));
    });
  }
}

/** A formula that fills several cells leaves some that the picture does not hold. */
function isOneCell(area: PreparedArea): boolean {
  return area === null || (area.top === area.bottom && area.left === area.right);
}

function computed({ sheet, row, column, outcome }: FormulaCell): ComputedCell {
  return { sheet, row, column, ...outcome };
}
