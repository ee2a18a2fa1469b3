import { referencesIn } from "../../relations/formula";
import type { Rule } from "../rule";
import { checkedCells, sharedFaults } from "../saisie/cells";

/** `[1]Feuil1!A1`, `'C:\\dossier\\[suivi.xlsx]Plan 2024'!A1`; `Tableau1[Montant]` has no sheet after its bracket. */
const OTHER_WORKBOOK = /\[([^[\]]+)\][^!'"[\](),;+*/&<>=]*'?!/;
/** `'suivi.xlsx'!Nom`: a name of another workbook. */
const NAME_OF_OTHER = /([^'\\/"]+\.xl[a-z]{1,3})'?!/i;

/** What a formula takes its amounts from beside the sheets that an officer sees; null for nothing else. */
function sourceOf(formula: string, sheet: string, hidden: ReadonlySet<string>): string | null {
  const withoutText = formula.replace(/"[^"]*"/g, '""');
  const other = OTHER_WORKBOOK.exec(withoutText) ?? NAME_OF_OTHER.exec(withoutText);
  // The file keeps a number ([1]) in place of the name.
  if (other) return `classeur|${/^\d+$/.test(other[1] ?? "") ? "" : (other[1] ?? "")}`;
  const found = referencesIn(formula, sheet).find(
    (reference) => reference.sheet !== sheet && hidden.has(reference.sheet),
  );
  return found ? `feuille|${found.sheet}` : null;
}

/** A checked amount comes from another workbook, or from a hidden sheet: one card for each table and source. */
export const referenceExterne: Rule = {
  id: "reference-externe",
  family: "formule",
  run(context) {
    const hidden = new Set(
      context.workbook.sheets.flatMap(({ name, visibility }) => (visibility === "visible" ? [] : [name])),
    );
    const cells = checkedCells(context).filter(({ cell }) => cell.formula !== null);
    const external = cells.flatMap((place) => {
      const variant = sourceOf(place.cell.formula ?? "", place.cell.ref.sheet, hidden);
      return variant === null ? [] : [{ ...place, variant }];
    });
    const faults = sharedFaults(
      external,
      ({ table, variant }) => `${table.sheet}!${table.area.top}:${table.area.left} ${variant}`,
      ({ variant }) => ({ rule: "reference-externe", severity: "warning", variant }),
    );
    return { relations: [], faults, checked: cells.length, unverifiable: [], applies: cells.length > 0 };
  },
};
