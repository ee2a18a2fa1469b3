/** What a workbook tells of the actions of a year: figures from the fiches, titles from wherever they are written. */
import { classementOf, classementOfFiche, type Bloc, type Classement, type Part } from "../domain/bloc";
import { clauseOf } from "../domain/clauses";
import {
  fromFiches,
  missingFigure,
  noColumn,
  noShare,
  sourceText,
  unreadableFigure,
  type PartNommee,
} from "../messages/plan";
import { apportsDeLAction, apportsDesBudgets, outsidePact, type ApportDeFiche } from "../reading/fichesActions";
import type { ModeleDePlan } from "../reading/modele";
import type { BudgetFiche, LigneDePlan, Reading, RowAmounts } from "../reading/tables";
import type { CellRef } from "../workbook/address";
import type { CellContent } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";
import { montantDe, termOf, type Figure } from "./figure";

export interface Parts {
  readonly etat: Figure;
  readonly departement: Figure;
}

export interface Sources {
  readonly year: number;
  readonly budgets: readonly BudgetFiche[];
  /** The lines of all plans of the workbook, filled or blank. */
  readonly planned: readonly LigneDePlan[];
  readonly apports: readonly ApportDeFiche[];
  /** What the fiches hold outside the pact, with the fiche that says so. */
  readonly horsPacte: { readonly fiche: string; readonly label: string; readonly amounts: RowAmounts } | null;
  /** By number of action or fiche. */
  readonly titles: ReadonlyMap<string, string>;
  readonly contentAt: (ref: CellRef) => CellContent;
}

/** The years that fiches have a budget for, in order. */
export function yearsOfFiches(reading: Reading): number[] {
  const years = reading.tables.flatMap((table) =>
    table.kind === "budget-fiche" && !table.flechage ? table.lignes.flatMap(({ year }) => year ?? []) : [],
  );
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Everything that a workbook tells of a year's actions. */
export function sourcesOf(
  workbook: Workbook,
  { reading, modeles }: { readonly reading: Reading; readonly modeles: readonly ModeleDePlan[] },
  year: number,
  contentAt: Sources["contentAt"],
): Sources {
  const budgets = reading.tables.filter((table) => table.kind === "budget-fiche");
  const plans = reading.tables.filter((table) => table.kind === "plan-de-financement");
  const planned = [...plans, ...modeles].flatMap(({ lignes }) => lignes);
  const outside = budgets.flatMap((budget) => {
    const line = budget.flechage || budget.fiche === null ? null : outsidePact(budget, year);
    return line && budget.fiche !== null ? [{ fiche: budget.fiche, label: line.label, amounts: line.amounts }] : [];
  });
  return {
    year,
    budgets,
    planned,
    apports: apportsDesBudgets(budgets, year),
    horsPacte: outside[0] ?? null,
    titles: titlesOf(workbook, planned),
    contentAt,
  };
}

const NUMBERED_TITLE =
  /^(?:sous-action|fiche[- ]action|fiche|action|fa)?\s*(?:n\s*[°ºo]\.?\s*)?(\d{1,2}(?:\.\d{1,2})+)\s*[–—:.-]?\s+(?:[–—:-]\s*)?(\p{L}.{3,})$/iu;

/** Titles that stand behind a number: in a plan first, else in any cell ("Action 1.1.1 – Agir en amont du collège"). */
function titlesOf({ sheets }: Workbook, planned: readonly LigneDePlan[]): Map<string, string> {
  const titles = new Map<string, string>();
  const keep = (text: string): void => {
    const [, fiche, title] = NUMBERED_TITLE.exec(text.replace(/\s+/g, " ").trim()) ?? [];
    if (fiche !== undefined && title !== undefined && !titles.has(fiche)) titles.set(fiche, title);
  };
  for (const { fiche, label } of planned) if (fiche !== null) keep(label);
  for (const { cells } of sheets) {
    for (const { value } of cells) if (typeof value === "string" && /^\D{0,20}\d{1,2}\.\d/.test(value)) keep(value);
  }
  return titles;
}

/** The two shares of an action from its fiches. `bloc` decides whether a missing share of the CD is no share. */
export function partsFromFiches(sources: Sources, fiche: string, bloc: Bloc | null): Parts {
  const match = apportsDeLAction(fiche, sources.apports);
  if ("reason" in match) {
    const why = missingFigure(match.reason, fiche, sources.year);
    const isStateAlone = bloc !== null && clauseOf(bloc, sources.year)?.cofinancement === "etat-seul";
    const missing: Figure = { kind: "a-completer", why, isAbsent: match.reason === "fiche-absente" };
    return { etat: missing, departement: isStateAlone ? { kind: "aucune-part", why: noShare([]) } : missing };
  }
  return partsOf(sources, match.apports, bloc);
}

/** The two shares of the line outside the pact, which the fiches may hold. */
export function partsOutsidePact(sources: Sources): Parts | null {
  return sources.horsPacte && partsOf(sources, [sources.horsPacte], "tourcoing");
}

function partsOf(sources: Sources, apports: readonly ApportDeFiche[], bloc: Bloc | null): Parts {
  return {
    etat: figureOf(sources, apports, "etat", bloc),
    departement: figureOf(sources, apports, "departement", bloc),
  };
}

function figureOf(
  { contentAt, year }: Sources,
  apports: readonly ApportDeFiche[],
  part: PartNommee,
  bloc: Bloc | null,
): Figure {
  const isStateAlone = bloc !== null && clauseOf(bloc, year)?.cofinancement === "etat-seul";
  const texts: string[] = [];
  const terms = [];
  for (const { fiche, amounts } of apports) {
    const cell = amounts[part];
    if (cell) texts.push(sourceText(fiche, cell.ref, cell.written === "" ? "vide" : cell.written));
    const isNone =
      cell?.state === "none" || (part === "departement" && isStateAlone && (!cell || cell.state === "empty"));
    if (isNone) continue;
    if (!cell) return { kind: "a-completer", why: noColumn(fiche) };
    const term = termOf(cell, contentAt(cell.ref), `fiche ${fiche}`);
    if (!term) return { kind: "a-completer", why: unreadableFigure(fiche, cell.ref, cell.written) };
    terms.push(term);
  }
  if (terms.length === 0) return { kind: "aucune-part", why: noShare(texts) };
  return montantDe(terms, fromFiches(texts));
}

/** The number of the action that a fiche belongs to in a plan: "1.1" of "1.1.2". */
export function actionOf(fiche: string): string {
  return fiche.split(".").slice(0, 2).join(".");
}

/** Block and part of an action: what its titles and its fiches' say, then its number. */
export function classementOfAction(sources: Sources, fiche: string): Classement | null {
  const planned = sources.planned.find((line) => line.fiche === fiche)?.classement ?? null;
  const title = sources.titles.get(fiche) ?? "";
  const ofFiches = sources.budgets
    .filter((budget) => budget.fiche !== null && actionOf(budget.fiche) === fiche)
    .map(({ classement }) => classement);
  const byNumber = classementOfFiche(fiche);
  const candidates = [planned, classementOf(title), ...ofFiches, byNumber].filter((found) => found !== null);
  const part: Part | null = candidates[0]?.part ?? null;
  const ofPart = candidates.filter((found) => found.part === part);
  return ofPart.find(({ bloc }) => bloc !== null) ?? ofPart[0] ?? null;
}

/** Words of a title or a label without the number before them. */
export function withoutNumber(label: string): string {
  return label.replace(/^\s*\d{1,2}(?:\.\d{1,2})+\s*[–—:.-]?\s*/, "").trim();
}
