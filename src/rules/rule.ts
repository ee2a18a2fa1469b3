/** What a rule is. A rule turns tables into relations for the evaluator, or into faults of single cells. */
import type { CodeActivite } from "../domain/codesActivite";
import type { Decimal } from "../domain/decimal";
import type { Grandeur } from "../domain/grandeur";
import type { Reglages } from "../domain/reglages";
import type { AmountCell, BudgetFiche, PlanDeFinancement, Reading, Table, TableBase } from "../reading/tables";
import type { Relation } from "../relations/relation";
import type { CellRef } from "../workbook/address";
import type { Workbook } from "../workbook/picture";

export type Severity = "blocking" | "warning" | "info";

export type Family =
  | "totaux"
  | "cofinancement"
  | "imputation"
  | "depense"
  | "identifiants"
  | "concordance"
  | "saisie"
  | "formule"
  | "versement"
  | "bilan"
  | "echeance"
  | "indicateurs"
  | "fichiers";

export type RuleId =
  | "total-ligne"
  | "sous-total"
  | "total-general"
  | "total-annees"
  | "ventilation"
  | "flechage"
  | "montant-lettres"
  | "cofinancement-solidarites"
  | "cofinancement-volet-2"
  | "forfait-etat"
  | "taux-affiche"
  | "code-activite-format"
  | "code-activite-inconnu"
  | "imputation-coherente"
  | "imputation-montant"
  | "nomenclature-format"
  | "fiche-plan"
  | "notifie"
  | "siret"
  | "rib"
  | "iban"
  | "champ-permute"
  | "depense-ineligible"
  | "grand-angle"
  | "montant-divergent"
  | "mention-divergente"
  | "annee"
  | "montant-illisible"
  | "montant-texte"
  | "unite"
  | "montant-negatif"
  | "erreur-excel"
  | "plage"
  | "formule-rompue"
  | "reference-externe"
  | "versement-plan"
  | "avance"
  | "solde"
  | "plafond-etat"
  | "fongibilite"
  | "execution-faible"
  | "report-hors-duree"
  | "bilan-plan"
  | "echeance"
  | "indicateur-cumul"
  | "indicateur-incomplet"
  | "flux-stock"
  | "fichier-colonnes"
  | "fichier-forme"
  | "fichier-date"
  | "fichier-doublon";

/** What rules see of a workbook. */
export interface RuleContext {
  readonly workbook: Workbook;
  readonly reading: Reading;
  /** The year asked for on the command line; it wins over every year found. */
  readonly year: number | null;
  /** Codes activité that officers added to the convention's. */
  readonly ownCodes: readonly CodeActivite[];
  /** What the officer has set: notified amounts, dates, thresholds. */
  readonly reglages: Reglages;
  /** Today, "YYYY-MM-DD"; null where nobody says: rules of dates are then not verifiable. */
  readonly date: string | null;
}

/** Why something that is there could not be checked: ids for the catalogue, never a silent pass. */
export interface Unverifiable {
  readonly reason:
    | "annee-sans-donnees"
    | "annee-inconnue"
    | "bloc-inconnu"
    | "fiche-absente"
    | "fiches-incompletes"
    | "fiches-en-double"
    | "fiche-inconnue"
    | "colonne-absente"
    | "montant-non-lu"
    | "montant-absent"
    | "montant-a-completer"
    | "liste-de-codes"
    | "compte-incomplet"
    | "nature-sans-montant"
    | "nature-sans-budget"
    | "plan-absent"
    | "part-absente"
    | "notifie-absent"
    | "plans-multiples"
    | "plafond-absent"
    | "depense-absente"
    | "seuil-absent"
    | "execution-inconnue"
    | "prevu-absent"
    | "etape-inconnue"
    | "sans-ensemble"
    | "total-non-annonce"
    | "date-absente"
    | "nombres-sans-recoupement"
    | "personne-inconnue";
  /** What it is about: "l'action 2.3", "2025". */
  readonly subject: string;
}

/** A fault that one cell shows by itself. */
export interface CellFault {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly cell: CellRef;
  readonly cells: readonly CellRef[];
  /** Which sentence of the rule's: rules with one sentence have none. */
  readonly variant: string;
  readonly subject: string;
  readonly written: string;
  readonly expected: Decimal | null;
  readonly actual: Decimal | null;
  readonly reference: string | null;
  /** A repair that changes how a value is written, not what it is. */
  readonly safeFix: boolean;
  /** What the cell should hold when that is no amount: a code, an identifier. */
  readonly proposal?: string | null;
  /** The formula that the cell should hold, en-US. */
  readonly formula?: string;
  /** The codes to choose from, where the fault is a code's. */
  readonly codes?: readonly CodeActivite[];
  /** The fault is one word of a sentence: writing the proposal would lose the rest of the cell. */
  readonly isPartOfCell?: boolean;
  /** What its figures count; euros where it does not say. */
  readonly grandeur?: Grandeur;
}

/** A fault of one cell; what most faults do not have need not be said. */
export function cellFault(
  fault: Pick<CellFault, "rule" | "severity" | "cell" | "subject" | "written"> & Partial<CellFault>,
): CellFault {
  return { cells: [], variant: "", expected: null, actual: null, reference: null, safeFix: false, ...fault };
}

export interface RuleAnswer {
  readonly relations: readonly Relation[];
  readonly faults: readonly CellFault[];
  /** Things that were looked at, beside the relations. */
  readonly checked: number;
  readonly unverifiable: readonly Unverifiable[];
  /** False when the workbook holds nothing that the rule is about. */
  readonly applies: boolean;
}

export interface Rule {
  readonly id: RuleId;
  readonly family: Family;
  run(context: RuleContext): RuleAnswer;
}

export const NOTHING: RuleAnswer = { relations: [], faults: [], checked: 0, unverifiable: [], applies: false };

export function plansOf({ reading }: RuleContext): PlanDeFinancement[] {
  return reading.tables.filter((table) => table.kind === "plan-de-financement");
}

/** The plans that are in force: not those that an avenant in the same workbook replaces. */
export function plansEnVigueur(context: RuleContext): PlanDeFinancement[] {
  const replaced = new Set(
    plansOf(context).flatMap((plan) => (plan.version === "apres" ? [yearOfTable(context, plan)] : [])),
  );
  return plansOf(context).filter(
    (plan) => plan.version === "apres" || (plan.version === null && !replaced.has(yearOfTable(context, plan))),
  );
}

export function budgetsOf({ reading }: RuleContext): BudgetFiche[] {
  return reading.tables.filter((table) => table.kind === "budget-fiche");
}

/**
 * The year that a table is checked for: asked for, its own, the workbook's. Beside a plan of the year asked for, a plan
 * that names another year is about that one.
 */
export function yearOfTable(context: RuleContext, table: Table): number | null {
  const isOther =
    table.kind === "plan-de-financement" &&
    table.year !== null &&
    plansOf(context).some(({ year }) => year !== null && year === context.year);
  if (isOther) return table.year;
  return yearOfSource(context, table.year);
}

/** The same for a table that stands beside plans and budgets. */
export function yearOfSource(context: RuleContext, own: number | null): number | null {
  return context.year ?? own ?? context.reading.year;
}

/** Identity of a table's row, for findings that go together. */
export function rowKey(table: Pick<TableBase, "sheet" | "area">, row: number): string {
  return `${table.sheet}!${table.area.left}:${row}`;
}

/** How a sentence names a row: by its year, its fiche, else by its label, shortened. */
export function subjectOf(line: {
  readonly fiche?: string | null;
  readonly label: string;
  readonly kind: string;
  readonly year?: number | null;
}): string {
  if (line.kind === "annee") return `année ${line.year ?? line.label}`;
  if (line.fiche) return `action ${line.fiche}`;
  const label = line.label.replace(/\s+/g, " ").trim();
  const short = label.length > 60 ? `${label.slice(0, 59).trimEnd()}…` : label;
  return short === "" ? "ligne sans intitulé" : `« ${short} »`;
}

/** True for a cell that says something that a sum can use. */
export function isFilled(cell: AmountCell | undefined): cell is AmountCell {
  return cell !== undefined && cell.state !== "empty" && cell.state !== "covered";
}
