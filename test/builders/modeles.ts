/** Fiches in numbers and a table to fill, laid out as other départements do. */
import { AUCUN_REGLAGE } from "../../src/domain/reglages";
import { draftPlan, type PlanDraft, type PlanOptions } from "../../src/drafting/plan";
import { cellAddress } from "../../src/workbook/address";
import type { Sheet } from "../../src/workbook/picture";
import { sheet, workbook, type SheetOptions, type Typing } from "./picture";

export const OPTIONS: PlanOptions = {
  year: 2024,
  reglages: AUCUN_REGLAGE,
  ownCodes: [],
  parties: "ensemble",
  cible: "modele",
  avenant: false,
};

/** Fiches of 2024 as numbers, one under the other: State in B, CD in C, the year's row in 3, 7, 11 … */
export function fiches(amounts: Readonly<Record<string, readonly [Typing, Typing, Typing]>>): Sheet {
  const rows = Object.entries(amounts).flatMap(([fiche, shares]): Typing[][] => [
    [`Budget prévisionnel de l'action ${fiche}`],
    ["Année", "État", "Département", "Total"],
    [{ value: 2024, format: "General" }, ...shares],
    [],
  ]);
  return sheet("Fiches", rows);
}

export const SOLIDARITES = fiches({
  "1.1": [100_000, 100_000, 200_000],
  "1.2": [20_000, 20_000, 40_000],
  "3.1": [3_000, 3_000, 6_000],
  "3.2": [400, 400, 800],
});

export const HEADER: Typing[] = ["Action n°", "Intitulé", "Part État", "Part Département", "Coût total"];

export function plan(rows: readonly (readonly Typing[])[], options: SheetOptions = {}): Sheet {
  return sheet("Plan", [["Plan de financement 2024"], HEADER, ...rows], options);
}

export function filled(...sheets: readonly Sheet[]): PlanDraft {
  return filledWith(OPTIONS, ...sheets);
}

export function filledWith(options: PlanOptions, ...sheets: readonly Sheet[]): PlanDraft {
  const result = draftPlan(workbook(...sheets), options);
  if (!result.ok) throw new Error(result.sentence);
  expect(result.value.isNewSheet).toBe(false);
  return result.value;
}

/** What a draft writes, by address: a formula, or a constant. */
export function writes(draft: PlanDraft): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    draft.draft.writes.map(({ ref, after }) => [cellAddress(ref.row, ref.column), after.formula ?? after.value]),
  );
}
