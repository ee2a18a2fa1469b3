/** The cells of every table with the name of their row and of their column: what anchors are looked up in. */
import type { Classement } from "../domain/bloc";
import { CHAMPS_DE_BILAN, type Bilan } from "../reading/bilanTables";
import type { Indicateurs } from "../reading/indicateursTables";
import type { Coordonnees, Imputations, NatureDepenses, Versements } from "../reading/otherTables";
import type { BudgetFiche, PlanDeFinancement, RateCell, Reading, RowAmounts } from "../reading/tables";
import { besideAnchors } from "./anchoredBeside";
import { cellsOf, type AnchoredTable, type Columns } from "./anchoredCells";
import { nameWithoutAmounts, rowName } from "./names";

function amountColumns({ etat, departement, total, autres }: RowAmounts, taux: readonly RateCell[]): Columns {
  return [
    ["etat", etat],
    ["departement", departement],
    ["total", total],
    ...autres.map((cell, place) => [`autre ${place + 1}`, cell] as const),
    ...taux.map((cell) => [cell.subject === null ? "taux" : `taux ${cell.subject}`, cell] as const),
  ];
}

interface LigneNommee {
  readonly fiche: string | null;
  readonly label: string;
  readonly covers: readonly number[];
}

/** A line's fiche; for a total, its label and what it adds up, since "Sous total" names none. */
function nameOfLine(line: LigneNommee, lines: readonly LigneNommee[]): string {
  if (line.fiche !== null) return line.fiche;
  const fiches = line.covers.flatMap((index) => lines[index]?.fiche ?? []);
  return rowName([line.label, ...fiches].join(" "));
}

/** The parts that the rows of a table belong to: conventions may have a plan each. */
function partsOf(lines: readonly { readonly classement: Classement | null }[]): string {
  return [...new Set(lines.flatMap(({ classement }) => classement?.part ?? []))].sort().join(" ");
}

function ofPlan(plan: PlanDeFinancement): AnchoredTable {
  const rows = plan.lignes.map((line) => ({
    name: nameOfLine(line, plan.lignes),
    columns: amountColumns(line.amounts, line.taux),
  }));
  const of = [partsOf(plan.lignes), plan.version ?? ""].join(" ").trim();
  return { ...plan, of, cells: cellsOf(rows) };
}

function ofBudget(budget: BudgetFiche): AnchoredTable {
  const rows = budget.lignes.map(({ kind, year, label, amounts, taux }) => ({
    name: kind === "annee" && year !== null ? String(year) : rowName(label),
    columns: amountColumns(amounts, taux),
    year,
  }));
  return { ...budget, of: budget.fiche ?? rowName(budget.title), cells: cellsOf(rows) };
}

function ofImputations(table: Imputations): AnchoredTable {
  const rows = table.lignes.map((ligne) => ({
    name: ligne.fiche ?? nameWithoutAmounts(ligne.label),
    columns: [
      ["programme", ligne.programme],
      ["action", ligne.action],
      ["sous-action", ligne.sousAction],
      ...ligne.codes.map((code, place) => [place === 0 ? "code" : `code ${place + 1}`, code] as const),
      ...ligne.nomenclatures.map(({ kind, cell }) => [kind, cell] as const),
      ["montant", ligne.montant],
    ] as const,
  }));
  return { ...table, of: table.form, cells: cellsOf(rows) };
}

function ofVersements(table: Versements): AnchoredTable {
  const rows = table.lignes.map(({ label, blocs, year, base, taux, avance, du, verse, solde, tropPercu }) => ({
    name: [...blocs, nameWithoutAmounts(label)].join(" ").trim(),
    columns: Object.entries({ base, taux, avance, du, verse, solde, "trop-percu": tropPercu }),
    year,
  }));
  return { ...table, of: table.form, cells: cellsOf(rows) };
}

function ofCoordonnees(table: Coordonnees): AnchoredTable {
  const columns = table.champs.map(({ champ, cell }) => [champ, cell] as const);
  return { ...table, year: null, of: rowName(table.title), cells: cellsOf([{ name: "", columns }]) };
}

function ofNatures(table: NatureDepenses): AnchoredTable {
  const rows = table.lignes.map(({ label, ref, montant }) => ({
    name: nameWithoutAmounts(label),
    columns: [
      ["montant", montant],
      ["libelle", { ref }],
    ] as const,
  }));
  return { ...table, of: table.fiche ?? rowName(table.title), cells: cellsOf(rows) };
}

function ofBilan(bilan: Bilan): AnchoredTable {
  const rows = bilan.lignes.map((line) => ({
    name: nameOfLine(line, bilan.lignes),
    columns: [
      ...CHAMPS_DE_BILAN.map((champ) => [champ, line.montants[champ]] as const),
      ...Object.entries({
        "taux departement": line.tauxDepartement,
        "taux execution": line.tauxExecution,
        code: line.code,
        justification: line.justification,
      }),
    ],
    year: line.year,
  }));
  const of = [partsOf(bilan.lignes), bilan.etape ?? ""].join(" ").trim();
  return { ...bilan, of, cells: cellsOf(rows) };
}

function ofIndicateurs(table: Indicateurs): AnchoredTable {
  const rows = table.lignes.map(({ label, ref, situation, cibles, atteints, total }) => ({
    name: rowName(label),
    columns: [
      ["situation", situation],
      ...cibles.map(({ annee, cell }) => [`cible ${annee}`, cell] as const),
      ...atteints.map(({ annee, cell }) => [`atteint ${annee}`, cell] as const),
      ["total", total],
      ["libelle", { ref }],
    ] as const,
  }));
  return { ...table, year: null, of: table.fiche ?? rowName(table.title), cells: cellsOf(rows) };
}

/** Every table of a reading, in the order in which a report lists them. */
export function anchoredTables(reading: Reading): AnchoredTable[] {
  return [
    ...reading.tables.map((table) => (table.kind === "plan-de-financement" ? ofPlan(table) : ofBudget(table))),
    ...reading.imputations.map(ofImputations),
    ...reading.versements.map(ofVersements),
    ...reading.coordonnees.map(ofCoordonnees),
    ...reading.natures.map(ofNatures),
    ...reading.bilans.map(ofBilan),
    ...reading.indicateurs.map(ofIndicateurs),
    ...besideAnchors(reading),
  ];
}
