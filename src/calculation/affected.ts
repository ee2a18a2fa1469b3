/** Which formulas may show something else once some cells have changed: without the engine, and rather too many. */
import { MAX_COLUMNS, MAX_ROWS } from "../workbook/address";
import type { Workbook } from "../workbook/picture";
import type { CalculationOptions, DefinedName } from "./calculation";
import { Dependencies, type Place, type Reader, type SheetArea } from "./dependencies";
import { areaOfRange, formulaTokens } from "./formulaTokens";

/** They read cells that their text does not name. */
const READS_ELSEWHERE = new Set(["INDIRECT", "OFFSET", "GETPIVOTDATA", "CELL"]);
const OTHER_WORKBOOK = /^'?[^'!]*\[[^\]]*\][^!]*!/;

interface Reads {
  readonly areas: SheetArea[];
  /** Whether it may read any cell: a table's column, several sheets at once, a computed reference. */
  isAnywhere: boolean;
}

class Precedents {
  readonly #sheets = new Map<string, number>();
  readonly #names = new Map<string, DefinedName[]>();

  constructor(workbook: Workbook, options: CalculationOptions) {
    workbook.sheets.forEach(({ name }, index) => this.#sheets.set(name.toLowerCase(), index));
    for (const name of options.names ?? []) {
      const key = name.name.toLowerCase();
      this.#names.set(key, [...(this.#names.get(key) ?? []), name]);
    }
  }

  of(formula: string, sheet: number): Reads {
    const reads: Reads = { areas: [], isAnywhere: false };
    this.#gather(formula, sheet, reads, new Set());
    return reads;
  }

  #gather(formula: string, sheet: number, reads: Reads, names: Set<string>): void {
    for (const token of formulaTokens(formula)) {
      if (token.kind === "reference") {
        const index = token.sheet === null ? sheet : this.#sheets.get(token.sheet.toLowerCase());
        const area = areaOfRange(token.range);
        if (index !== undefined && area) reads.areas.push({ sheet: index, area });
      } else if (token.kind === "elsewhere") {
        if (!OTHER_WORKBOOK.test(token.text)) reads.isAnywhere = true;
      } else if (token.kind === "function") {
        if (READS_ELSEWHERE.has(token.name)) reads.isAnywhere = true;
        this.#gatherName(token.name, sheet, reads, names);
      } else if (token.kind === "name") this.#gatherName(token.name, sheet, reads, names);
    }
  }

  /** A name that hides another, or is of any scope, counts too. */
  #gatherName(name: string, sheet: number, reads: Reads, names: Set<string>): void {
    const key = name.toLowerCase();
    if (names.has(key)) return;
    names.add(key);
    for (const { formula, sheet: scope } of this.#names.get(key) ?? []) {
      this.#gather(formula, scope ?? sheet, reads, names);
    }
  }
}

/** All that a whole sheet holds. */
export function wholeSheet(sheet: number): SheetArea {
  return { sheet, area: { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 } };
}

/**
 * The formulas whose value may change with these areas, directly or not; those that stand in the areas are among them.
 * A formula whose references its text does not tell is always one.
 */
export function affectedFormulas(
  workbook: Workbook,
  changed: readonly SheetArea[],
  options: Pick<CalculationOptions, "names" | "arrays">,
): Place[] {
  const precedents = new Precedents(workbook, options);
  const readers: Reader[] = [];
  const anywhere: number[] = [];
  const fills = new Map<number, SheetArea>();
  workbook.sheets.forEach(({ cells }, sheet) => {
    for (const { row, column, formula } of cells) {
      if (formula === null) continue;
      const { areas, isAnywhere } = precedents.of(formula, sheet);
      const area = options.arrays?.[sheet]?.get(`${row},${column}`);
      if (area) fills.set(readers.length, { sheet, area });
      if (isAnywhere) anywhere.push(readers.length);
      readers.push({ sheet, row, column, reads: areas, depth: 0 });
    }
  });
  const dependencies = Dependencies.of(readers);
  if (!dependencies) return readers;
  const isInside = (place: Place) => changed.some((area) => contains(area, place));
  const standing = readers.flatMap((reader, index) => (isInside(reader) ? [index] : []));
  let reached = dependencies.reached([...standing, ...anywhere, ...dependencies.readingOf(changed)]);
  // What an array formula fills is read by others as cells of their own.
  for (let size = -1; size !== reached.size;) {
    size = reached.size;
    const filled = [...reached].flatMap((index) => fills.get(index) ?? []);
    if (filled.length > 0) reached = dependencies.reached([...reached, ...dependencies.readingOf(filled)]);
  }
  return [...reached].flatMap((index) => readers[index] ?? []);
}

function contains({ sheet, area }: SheetArea, place: Place): boolean {
  return (
    place.sheet === sheet &&
    area.top <= place.row &&
    place.row <= area.bottom &&
    area.left <= place.column &&
    place.column <= area.right
  );
}
