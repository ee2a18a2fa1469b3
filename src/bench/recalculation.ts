/** Recalculates the emulated workbook after an edit, as Excel does, by the engine that also reads files. */
import type { Calculation, Calculator, CellInput, ComputedCell } from "../calculation/calculation";
import { loadCalculation } from "../calculation/load";
import type { EmulatedCell, Recalculation } from "../emulator";
import type { Workbook } from "../workbook/picture";

const ENGINE = new URL("@ironcalc/wasm/wasm_bg.wasm", import.meta.url);

let loading: Promise<Calculation | null> | null = null;

/** The engine, fetched once. Null where it cannot run: formulas then keep the value that the file gives them. */
export function loadEngine(): Promise<Calculation | null> {
  loading ??= fetch(ENGINE)
    .then((response) => response.arrayBuffer())
    .then(loadCalculation)
    .catch(() => null);
  return loading;
}

const inputOf = ({ formula, value }: EmulatedCell): CellInput => (formula === null ? { value } : { formula });

/** The workbook as it stands, for a model that computes every formula again. */
function pictureOf({ sheets }: Recalculation, date1904: boolean): Workbook {
  return {
    name: "",
    date1904,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      visibility: "visible",
      merges: [],
      isProtected: false,
      cells: sheet.cells().map(({ row, column, cell }) => ({
        row,
        column,
        ...cell,
        origin: cell.formula === null ? null : "computed",
      })),
    })),
  };
}

/** What the emulated workbook calls after each edit. One model is kept, and takes the edits that follow. */
export function recalculator(calculation: Calculation, date1904: boolean): (access: Recalculation) => void {
  let model: Calculator | null = null;
  let modelled: Recalculation["sheets"] = [];
  return (access) => {
    const show = ({ sheet, row, column, value, error, origin }: ComputedCell) => {
      const name = access.sheets[sheet]?.name;
      // What the engine cannot compute as Excel would keeps its former value.
      if (name !== undefined && origin === "computed") access.setResult({ sheet: name, row, column }, { value, error });
    };
    const isSameBook =
      modelled.length === access.sheets.length && modelled.every((sheet, index) => sheet === access.sheets[index]);
    if (!model || !isSameBook) {
      // The first edit is in the picture already, and so is a sheet that was added.
      modelled = [...access.sheets];
      model = calculation.createCalculator(pictureOf(access, date1904), { recompute: "all" });
      model.values().forEach(show);
      return;
    }
    for (const cell of access.edits) {
      const sheet = access.sheets.findIndex(({ name }) => name === cell.sheet);
      model.set(sheet, cell.row, cell.column, inputOf(access.cellAt(cell))).forEach(show);
    }
  };
}
