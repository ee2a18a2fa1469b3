import type { LigneDImputation } from "../../reading/otherTables";
import { type CellFault, type Rule } from "../rule";
import { codeFault } from "./lines";

type Kind = LigneDImputation["nomenclatures"][number]["kind"];

/** Written forms of the other budget identifiers (State's accounting nomenclature). */
const FORMS: Readonly<Record<Kind, RegExp>> = {
  gm: /^\d{2}\.\d{2}\.\d{2}$/,
  "domaine-fonctionnel": /^0?\d{3}-\d{2}(?:-\d{2})?$/,
  "centre-financier": /^(?:[A-Z]{2}\d{2}\/)?0?\d{3}-[A-Z0-9]{4}-[A-Z0-9]{4}$/i,
  ej: /^\d{10}$/,
};

/** GM, domaine fonctionnel, centre financier and N° EJ of a known form. */
export const nomenclatureFormat: Rule = {
  id: "nomenclature-format",
  family: "imputation",
  run({ reading }) {
    const faults: CellFault[] = [];
    const seen = new Set<string>();
    for (const { lignes } of reading.imputations) {
      for (const ligne of lignes) {
        for (const { kind, cell } of ligne.nomenclatures) {
          const key = `${cell.ref.sheet}!${cell.ref.row},${cell.ref.column}`;
          if (seen.has(key)) continue;
          seen.add(key);
          if (FORMS[kind].test(cell.written.trim())) continue;
          faults.push(codeFault({ ligne }, cell, { rule: "nomenclature-format", severity: "info", variant: kind }));
        }
      }
    }
    return { relations: [], faults, checked: seen.size, unverifiable: [], applies: seen.size > 0 };
  },
};
