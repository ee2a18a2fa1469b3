import { referencesIn } from "../../relations/formula";
import type { CellRef } from "../../workbook/address";
import { qualifiedAddress } from "../../workbook/address";
import type { Cell, Workbook } from "../../workbook/picture";
import { cellFault, type CellFault, type Rule } from "../rule";
import { checkedCells } from "./cells";

/** Steps that an error is followed back: a chain of formulas, not a maze. */
const LONGEST_CHAIN = 50;

/** All cells of a workbook that show an error, by address. */
function errorsOf(workbook: Workbook): Map<string, { ref: CellRef; cell: Cell }> {
  const errors = new Map<string, { ref: CellRef; cell: Cell }>();
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.cells) {
      if (cell.error === null) continue;
      const ref = { sheet: sheet.name, row: cell.row, column: cell.column };
      errors.set(qualifiedAddress(ref), { ref, cell });
    }
  }
  return errors;
}

/** The erroneous cell that a formula takes its error from, or null where the error begins here. */
function sourceOf(
  from: { ref: CellRef; cell: Cell },
  errors: ReadonlyMap<string, { ref: CellRef; cell: Cell }>,
): { ref: CellRef; cell: Cell } | null {
  if (from.cell.formula === null) return null;
  for (const { sheet, area } of referencesIn(from.cell.formula, from.ref.sheet)) {
    if (!area) continue;
    for (const error of errors.values()) {
      const { ref } = error;
      const isInside =
        ref.row >= area.top && ref.row <= area.bottom && ref.column >= area.left && ref.column <= area.right;
      if (ref.sheet === sheet && isInside && error !== from) return error;
    }
  }
  return null;
}

/** An Excel error in, or under, an amount that is checked: told once, where it begins. */
export const erreurExcel: Rule = {
  id: "erreur-excel",
  family: "saisie",
  run(context) {
    const cells = checkedCells(context);
    const errors = errorsOf(context.workbook);
    const roots = new Map<string, { root: { ref: CellRef; cell: Cell }; subject: string; reached: CellRef[] }>();
    for (const { cell, subject } of cells) {
      let error = errors.get(qualifiedAddress(cell.ref));
      if (!error) continue;
      for (let step = 0; step < LONGEST_CHAIN; step += 1) {
        const source = sourceOf(error, errors);
        if (!source) break;
        error = source;
      }
      const key = qualifiedAddress(error.ref);
      const found = roots.get(key) ?? { root: error, subject, reached: [] };
      if (qualifiedAddress(cell.ref) !== key) found.reached.push(cell.ref);
      roots.set(key, found);
    }
    const faults = [...roots.values()].map(({ root, subject, reached }): CellFault =>
      cellFault({
        rule: "erreur-excel",
        severity: "blocking",
        cell: root.ref,
        cells: reached,
        subject,
        written: root.cell.error ?? "",
      }),
    );
    return { relations: [], faults, checked: cells.length, unverifiable: [], applies: cells.length > 0 };
  },
};
