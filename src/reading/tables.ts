/** Tables as the readers give them: typed, every amount with the cell that it comes from. */
import type { Amount, Unit } from "../domain/amount";
import type { Classement } from "../domain/bloc";
import type { Grandeur } from "../domain/grandeur";
import type { Rate } from "../domain/rate";
import type { Area, CellRef } from "../workbook/address";
import type { Bilan } from "./bilanTables";
import type { FluxStock } from "./fluxStockTables";
import type { Indicateurs } from "./indicateursTables";
import type { Coordonnees, Imputations, NatureDepenses, Versements } from "./otherTables";
import type { ProseCell } from "./prose";

export type Share = "etat" | "departement" | "autre" | "total";

/** A cell of an amount column. */
export interface AmountCell {
  readonly ref: CellRef;
  readonly state:
    | "amount"
    /** NC, -: no share. Counts as nothing in a sum. */
    | "none"
    | "empty"
    /** Hidden by a merge: the amount stands in another row. */
    | "covered"
    /** "à compléter": known to be missing. */
    | "pending"
    | "unreadable"
    | "error"
    /** A formula that nobody has computed. */
    | "stale";
  readonly amount: Amount | null;
  /** What the cell says, as text. */
  readonly written: string;
  readonly stored: "number" | "text" | null;
  /** The unit of a number in this column: a repair is written in it. */
  readonly unit: Unit;
  readonly formula: string | null;
  /** The amount is some words of a sentence: the cell holds more than it. */
  readonly isPartOfCell?: boolean;
  /** What it counts, where that is not euros. */
  readonly grandeur?: Grandeur;
}

const WITHOUT_VALUE: readonly AmountCell["state"][] = ["pending", "unreadable", "error", "stale"];

/** True for a cell that is filled and whose value nobody can tell: no sum that holds it can be tested. */
export function hasNoValue({ state }: AmountCell): boolean {
  return WITHOUT_VALUE.includes(state);
}

export interface RateCell {
  readonly ref: CellRef;
  readonly rate: Rate;
  readonly written: string;
  /** Which share the header says that the rate is of. */
  readonly subject: "etat" | "departement" | null;
}

/** Amounts of a row, by share; a table has no `departement` or `total` where it lacks the column. */
export type RowAmounts = Readonly<Partial<Record<Exclude<Share, "autre">, AmountCell>>> & {
  readonly autres: readonly AmountCell[];
};

export interface LigneDePlan {
  readonly row: number;
  readonly kind: "action" | "sous-total" | "total" | "dont" | "section";
  readonly label: string;
  readonly fiche: string | null;
  readonly classement: Classement | null;
  readonly amounts: RowAmounts;
  readonly taux: readonly RateCell[];
  /** For a subtotal or a total: the rows that it adds up, as indices into the plan's lines. */
  readonly covers: readonly number[];
}

export interface TableBase {
  readonly sheet: string;
  readonly area: Area;
  readonly title: string;
  readonly unit: Unit;
}

export interface PlanDeFinancement extends TableBase {
  readonly kind: "plan-de-financement";
  readonly year: number | null;
  /** Of an avenant that shows both: the plan that was in force, and the one that takes its place; null elsewhere. */
  readonly version: "avant" | "apres" | null;
  /** Headers and titles about the plan, with their cells: each may name a year. */
  readonly mentions: readonly { readonly ref: CellRef; readonly text: string }[];
  /** True where other financers' amounts are part of the row's total. */
  readonly autresComptes: boolean;
  readonly lignes: readonly LigneDePlan[];
}

export interface LigneDeBudget {
  readonly row: number;
  readonly kind: "annee" | "total" | "pacte" | "hors-pacte" | "territoire";
  readonly label: string;
  readonly year: number | null;
  readonly amounts: RowAmounts;
  readonly taux: readonly RateCell[];
}

export interface BudgetFiche extends TableBase {
  readonly kind: "budget-fiche";
  readonly year: number | null;
  /** "1.1.1"; null when nothing names the action. */
  readonly fiche: string | null;
  readonly classement: Classement | null;
  /** A budget that details what other fiches already hold (ERBM): never rolled up. */
  readonly flechage: boolean;
  readonly autresComptes: boolean;
  readonly lignes: readonly LigneDeBudget[];
}

export type Table = PlanDeFinancement | BudgetFiche;

/** The tables of a workbook, and the year that the workbook as a whole is about. */
export interface Reading {
  /** Plans and budgets: rows of State, CD and total. */
  readonly tables: readonly Table[];
  readonly imputations: readonly Imputations[];
  readonly versements: readonly Versements[];
  readonly coordonnees: readonly Coordonnees[];
  readonly natures: readonly NatureDepenses[];
  /** Réalisés and bilans. */
  readonly bilans: readonly Bilan[];
  readonly indicateurs: readonly Indicateurs[];
  /** Persons and posts by territory. */
  readonly fluxStocks: readonly FluxStock[];
  /** Sentences in cells, outside all tables. */
  readonly prose: readonly ProseCell[];
  readonly year: number | null;
}
