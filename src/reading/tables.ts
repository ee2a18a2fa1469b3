/** Tables as the readers give them: typed, every amount with the cell that it comes from. */
import type { Classement } from "../domain/bloc";
import type { Lecture } from "../domain/lecture";
import type { CellRef } from "../workbook/address";
import type { Bilan } from "./bilanTables";
import type { AmountCell, RateCell, TableBase } from "./cells";
import type { Fichier } from "./fichiersTables";
import type { Flechage } from "./flechageTables";
import type { FluxStock } from "./fluxStockTables";
import type { GrandAngle } from "./grandAngleTables";
import type { Indicateurs } from "./indicateursTables";
import type { MontantEnLettres } from "./montantEnLettresTables";
import type { Coordonnees, Imputations, NatureDepenses, Versements } from "./otherTables";
import type { PlanPrevisionnel } from "./planPrevisionnelTables";
import type { EnTeteDeTable, Presque } from "./presqueTables";
import type { ProseCell } from "./prose";

export { hasNoValue } from "./cells";
export type { AmountCell, RateCell, TableBase } from "./cells";

export type Share = "etat" | "departement" | "autre" | "total";

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
  readonly kind: "annee" | "total" | "pacte" | "hors-pacte" | "territoire" | "dont";
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
  readonly flechages: readonly Flechage[];
  readonly grandsAngles: readonly GrandAngle[];
  readonly plansPrevisionnels: readonly PlanPrevisionnel[];
  /** In sentences and in tables. */
  readonly montantsEnLettres: readonly MontantEnLettres[];
  /** Files of persons: their sheets hold no other table, and no sentence. */
  readonly fichiers: readonly Fichier[];
  /** Sentences in cells, outside all tables. */
  readonly prose: readonly ProseCell[];
  /** How each table is headed, and what its columns were read as. */
  readonly enTetes: readonly EnTeteDeTable[];
  /** Tables that lack something to be read, or to be checked. */
  readonly presque: readonly Presque[];
  /** Readings of a person that match nothing any more. */
  readonly lecturesSansTableau: readonly Lecture[];
  readonly year: number | null;
}
