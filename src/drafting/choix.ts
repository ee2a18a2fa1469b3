/** Which year, which plan in force and which table a fill is about. */
import type { Part } from "../domain/bloc";
import { depthOf } from "../reading/fichesActions";
import { readModeles, type ModeleDePlan } from "../reading/modele";
import type { PlanDeFinancement, Reading } from "../reading/tables";
import type { Workbook } from "../workbook/picture";
import type { PlanOptions } from "./planDraft";
import { yearsOfFiches } from "./sources";

/** The templates of a workbook: a réalisé and a bilan have the plan's rows and columns, and are filled by nobody. */
export function modelesOf(workbook: Workbook, { bilans }: Reading): ModeleDePlan[] {
  return readModeles(workbook).filter(
    ({ sheet, area }) =>
      !bilans.some((bilan) => bilan.sheet === sheet && bilan.area.top <= area.bottom && bilan.area.bottom >= area.top),
  );
}

function onlyOne(years: readonly (number | null)[]): number | null {
  const known = new Set(years.filter((year) => year !== null));
  const [first] = known;
  return known.size === 1 && first !== undefined ? first : null;
}

/** The one year that every fiche has a budget for: the emploi part has one year only, the solidarités have four. */
function commonYear(reading: Reading): number | null {
  const budgets = reading.tables.filter((table) => table.kind === "budget-fiche" && !table.flechage);
  const years = budgets.map(({ lignes }) => lignes.flatMap((line) => ("year" in line ? (line.year ?? []) : [])));
  return onlyOne(yearsOfFiches(reading).filter((year) => years.every((ofFiche) => ofFiche.includes(year))));
}

/** The year to fill: asked for, the settings', that of the workbook's plans and templates, or the fiches' own. */
export function yearFor(
  reading: Reading,
  modeles: readonly ModeleDePlan[],
  { year, reglages }: Pick<PlanOptions, "year" | "reglages">,
): number | null {
  const ofSettings = reglages.annee ?? onlyOne(reglages.notifies.map(({ annee }) => annee));
  return year ?? ofSettings ?? reading.year ?? onlyOne(modeles.map((modele) => modele.year)) ?? commonYear(reading);
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

/** The two conventions often have a table each: one of the other part is not to be filled. */
function isAbout({ lignes }: ModeleDePlan, parts: readonly Part[]): boolean {
  const named = lignes.flatMap(({ kind, classement }) => (kind === "action" ? (classement?.part ?? []) : []));
  return named.length === 0 || named.some((part) => parts.includes(part));
}

/** A summary of sub-actions is laid out like a plan, without the actions that they belong to. */
function isSummary({ lignes }: ModeleDePlan): boolean {
  const depths = lignes.flatMap(({ fiche }) => (fiche === null ? [] : [fiche.split(".").length]));
  return depths.length > 0 && depths.every((depth) => depth > 2);
}

/** The officer's table to fill: of the year, or of none; the one with most blanks before others. */
export function modeleFor(modeles: readonly ModeleDePlan[], year: number, parts: readonly Part[]): ModeleDePlan | null {
  const blanks = ({ lignes }: ModeleDePlan): number =>
    lignes.filter(({ kind, amounts }) => kind === "action" && amounts.etat?.state !== "amount").length;
  const fitting = modeles.filter(
    (modele) => modele.version !== "avant" && (modele.year === year || modele.year === null),
  );
  const ofYear = fitting.filter((modele) => modele.year === year);
  const about = (ofYear.length > 0 ? ofYear : fitting).filter((modele) => isAbout(modele, parts));
  const plans = about.filter((modele) => !isSummary(modele));
  // A summary that is filled is a source; a blank one waits for the same figures as a plan.
  const candidates = plans.length > 0 ? plans : about.filter((modele) => blanks(modele) > 0);
  return [...candidates].sort((a, b) => blanks(b) - blanks(a))[0] ?? null;
}

/** A name that no sheet of the workbook has: "Plan de financement 2024", then "Plan de financement 2024 (2)". */
export function freeName(workbook: Workbook, wanted: string): string {
  const taken = new Set(workbook.sheets.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted} (${count})`;
  return name;
}
