/** IronCalc, as narrow as we use it; no other file names it. Rows and columns are 0-based on our side. */
import { initSync, Model } from "@ironcalc/wasm";
import type { Area } from "../workbook/address";
import type { Cell, ExcelError } from "../workbook/picture";

export type EngineResult =
  | { readonly kind: "known"; readonly value: Cell["value"]; readonly error: Cell["error"] }
  /** What the engine cannot say as Excel would. */
  | { readonly kind: "unknown" };

/** Only formatted text comes out of the engine: this format gives the 15 digits that Excel keeps. */
const ALL_DIGITS = "0.00000000000000E+00";
/** Beyond two digits of exponent the engine writes the exponent twice. */
const READABLE_NUMBER = /^-?\d\.\d{14}E[+-]\d{2}$/;
const ZERO = /^-?0\.0+E[+-]?0+$/;
/** Numbers that such a text can carry. */
const LARGEST_EXPONENT = 99;

/** Errors that mean the same in Excel. Others (#NAME?, #ERROR!, #CIRC!, #SPILL!) tell of the engine's own limits. */
const SHARED_ERRORS: ReadonlySet<string> = new Set<ExcelError>([
  "#REF!",
  "#N/A",
  "#VALUE!",
  "#DIV/0!",
  "#NUM!",
  "#NULL!",
]);

const NUMBER = 1;
const TEXT = 2;
const BOOLEAN = 4;
const ERROR = 16;

let isLoaded = false;
/** After a trap the engine's memory is not to be trusted again. */
let isBroken = false;

/** Compiles the engine; once for the whole process or page. Throws when the bytes are no WebAssembly. */
export function loadEngine(bytes: BufferSource): void {
  if (isLoaded) return;
  initSync({ module: bytes });
  isLoaded = true;
}

export class EngineTrap extends Error {}

function guarded<T>(call: () => T): T {
  if (isBroken) throw new EngineTrap("the engine broke before");
  try {
    return call();
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    isBroken = true;
    throw new EngineTrap(error.message);
  }
}

export class Engine {
  readonly #model: Model;
  readonly #named = new Set<number>();

  /** Throws EngineTrap. */
  constructor(sheetNames: readonly string[]) {
    this.#model = guarded(() => new Model("calcul", "en", "UTC", "en"));
    this.#model.pauseEvaluation();
    sheetNames.forEach((name, index) => {
      if (index > 0) this.#model.newSheet();
      if (this.#accepts(() => this.#model.renameSheet(index, name))) this.#named.add(index);
    });
  }

  /** Whether the engine took the sheet's name, so that formulas can name it. */
  knowsSheet(index: number): boolean {
    return this.#named.has(index);
  }

  /** False for a name that the engine does not take. `formula` en-US, without "=". */
  define(name: string, formula: string): boolean {
    return this.#accepts(() => this.#model.newDefinedName(name, null, formula));
  }

  /** Puts a constant; false for an error that the engine cannot hold. */
  putConstant(sheet: number, row: number, column: number, value: Cell["value"], error: Cell["error"]): boolean {
    if (error !== null && !SHARED_ERRORS.has(error)) {
      this.clear(sheet, row, column);
      return false;
    }
    if (value === null && error === null) this.clear(sheet, row, column);
    else guarded(() => this.#model.setUserInput(sheet, row + 1, column + 1, error ?? typedConstant(value)));
    return true;
  }

  /** Puts a formula with its "="; false when the engine refuses it. `area`: what an array formula fills. */
  putFormula(sheet: number, row: number, column: number, formula: string, area: Area | null): boolean {
    const [r, c] = [row + 1, column + 1];
    const accepted = this.#accepts(() => {
      if (!area) this.#model.setUserInput(sheet, r, c, formula);
      else {
        const [width, height] = [area.right - area.left + 1, area.bottom - area.top + 1];
        this.#model.setUserArrayFormula(sheet, r, c, width, height, formula);
      }
    });
    if (!accepted) return false;
    // After the formula: entering one may choose a format of its own, as for a date.
    guarded(() =>
      this.#model.updateRangeStyle({ sheet, row: r, column: c, width: 1, height: 1 }, "num_fmt", ALL_DIGITS),
    );
    return true;
  }

  clear(sheet: number, row: number, column: number): void {
    guarded(() => this.#model.rangeClearContents(sheet, row + 1, column + 1, row + 1, column + 1));
  }

  evaluate(): void {
    guarded(() => {
      this.#model.resumeEvaluation();
      this.#model.evaluate();
      this.#model.pauseEvaluation();
    });
  }

  result(sheet: number, row: number, column: number): EngineResult {
    return guarded(() => {
      const text = this.#model.getFormattedCellValue(sheet, row + 1, column + 1);
      const known = (value: Cell["value"], error: Cell["error"] = null) => ({ kind: "known" as const, value, error });
      switch (this.#model.getCellType(sheet, row + 1, column + 1)) {
        case NUMBER:
          if (ZERO.test(text)) return known(0);
          return READABLE_NUMBER.test(text) ? known(Number(text)) : { kind: "unknown" };
        case TEXT:
          return known(text);
        case BOOLEAN:
          return known(text === "TRUE");
        case ERROR:
          return SHARED_ERRORS.has(text) ? known(null, text as ExcelError) : { kind: "unknown" };
        default:
          return { kind: "unknown" };
      }
    });
  }

  /** Whether the formula filled other cells than its own. */
  spills(sheet: number, row: number, column: number): boolean {
    const structure = guarded(() => this.#model.getCellArrayStructure(sheet, row + 1, column + 1));
    if (typeof structure === "string" || !("DynamicAnchor" in structure)) return false;
    const [width, height] = structure.DynamicAnchor;
    return width * height > 1;
  }

  dispose(): void {
    // Freeing the memory of a broken engine could trap again.
    if (!isBroken) this.#model.free();
  }

  #accepts(call: () => void): boolean {
    try {
      guarded(call);
      return true;
    } catch (error) {
      if (error instanceof EngineTrap) throw error;
      return false;
    }
  }
}

/** As somebody would type it: texts with an apostrophe, so that none turns into a number, a date or a formula. */
function typedConstant(value: Cell["value"]): string {
  if (typeof value === "string") return `'${value}`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value === 0 ? 0 : value);
}

/** Whether the engine can hold this number: those that no budget knows are left out. */
export function isComputable(value: Cell["value"]): boolean {
  if (typeof value !== "number" || value === 0) return true;
  return Math.abs(Math.log10(Math.abs(value))) < LARGEST_EXPONENT;
}
