/** Which year, which plan in force and which table a fill is about. */
import { depthOf } from "../reading/fichesActions";
import type { ModeleDePlan } from "../reading/modele";
import type { PlanDeFinancement, Reading } from "../reading/tables";
import type { Workbook } from "../workbook/picture";
import type { PlanOptions } from "./plan";
import { yearsOfFiches } from "./sources";

/** The year to fill: asked for, the settings', the workbook's, or the only one that fiches have. */
export function yearFor(reading: Reading, { year, reglages }: PlanOptions): number | null {
  const years = yearsOfFiches(reading);
  const [only] = years;
  return year ?? reglages.annee ?? reading.year ?? (years.length === 1 && only !== undefined ? only : null);
}

/** The plan of the year that binds today: the new one of an avenant before one that stands alone; the least detailed. */
export function planEnVigueur(reading: Reading, year: number): PlanDeFinancement | null {
  const plans = reading.tables.filter((table) => table.kind === "plan-de-financement");
  const ofYear = plans.filter((plan) => (plan.year ?? reading.year) === year && plan.version !== "avant");
  const ranked = [...ofYear].sort(
    (a, b) => Number(b.version === "apres") - Number(a.version === "apres") || depthOf(a) - depthOf(b),
  );
  return ranked[0] ?? null;
}

/** The officer's table to fill: of the year, or of none; the one with most blanks before others. */
export function modeleFor(modeles: readonly ModeleDePlan[], year: number): ModeleDePlan | null {
  const blanks = ({ lignes }: ModeleDePlan): number =>
    lignes.filter(({ kind, amounts }) => kind === "action" && amounts.etat?.state !== "amount").length;
  const fitting = modeles.filter(
    (modele) => modele.version !== "avant" && (modele.year === year || modele.year === null),
  );
  // A summary of sub-actions is laid out like a plan: it is a source, not the plan.
  const depth = (modele: ModeleDePlan): number =>
    Math.max(0, ...modele.lignes.map(({ fiche }) => fiche?.split(".").length ?? 0));
  const ofYear = fitting.filter((modele) => modele.year === year);
  return (
    [...(ofYear.length > 0 ? ofYear : fitting)]
      .filter((modele) => depth(modele) <= 2)
      .sort((a, b) => blanks(b) - blanks(a))[0] ?? null
  );
}

/** A name that no sheet of the workbook has: "Plan de financement 2024", then "Plan de financement 2024 (2)". */
export function freeName(workbook: Workbook, wanted: string): string {
  const taken = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted} (${count})`;
  return name;
}
