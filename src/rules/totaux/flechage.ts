import { BLOC_LABEL, type Part } from "../../domain/bloc";
import { ZERO, type Decimal } from "../../domain/decimal";
import { rolledUp } from "../../reading/fichesActions";
import type { Flechage, LigneDeFlechage } from "../../reading/flechageTables";
import type { AmountCell, LigneDePlan, PlanDeFinancement, RowAmounts } from "../../reading/tables";
import {
  budgetsOf,
  cellFault,
  plansEnVigueur,
  subjectOf,
  yearOfSource,
  yearOfTable,
  type CellFault,
  type Rule,
  type RuleContext,
  type Unverifiable,
} from "../rule";

const SHARES = ["total", "etat", "departement"] as const;

const PART_LABEL: Readonly<Record<Part, string>> = {
  solidarites: "les solidarités",
  emploi: "la partie emploi",
  "hors-pacte": "la convention particulière (hors pacte)",
};

/** What an earmark is part of: cells that add up to it, and how a sentence names it. */
interface Ensemble {
  readonly cells: readonly AmountCell[];
  readonly subject: string;
}

function sumOf(cells: readonly AmountCell[]): Decimal {
  return cells.reduce((sum, { amount }) => sum.plus(amount?.value ?? ZERO), ZERO);
}

/** By how much amounts pass what they are part of, beyond what k€ and M€ leave open; null where they do not. */
function excess(parts: readonly AmountCell[], whole: readonly AmountCell[]): { own: Decimal; most: Decimal } | null {
  const [own, most] = [sumOf(parts), sumOf(whole)];
  const open = [...parts, ...whole].reduce((sum, { amount }) => (amount?.coarse ? sum.plus(amount.half) : sum), ZERO);
  return own.minus(most).gt(open) ? { own, most } : null;
}

function faultOf(parts: readonly AmountCell[], ensemble: Ensemble, subject: string): CellFault[] {
  const [first, ...others] = parts;
  const passed = excess(parts, ensemble.cells);
  if (!first || !passed) return [];
  return [
    cellFault({
      rule: "flechage",
      severity: "warning",
      cell: first.ref,
      cells: [...others, ...ensemble.cells].map(({ ref }) => ref),
      variant: ensemble.subject,
      subject,
      written: first.written,
      expected: passed.most,
      actual: passed.own,
      isPartOfCell: true,
    }),
  ];
}

/** The plan of a year, or the only one where the earmark names no year. */
function plansOfYear(context: RuleContext, year: number | null): PlanDeFinancement[] {
  return plansEnVigueur(context).filter((plan) => {
    const own = yearOfTable(context, plan);
    return year === null || own === null || own === year;
  });
}

/** Cells of a share that have an amount; a plan without totals has the two shares instead. */
function cellsOf(lignes: readonly { readonly amounts: RowAmounts }[], part: Flechage["part"]): AmountCell[] {
  return lignes.flatMap(({ amounts: { etat, departement, total } }) =>
    [...(part === "etat" ? [etat] : total ? [total] : [etat, departement])].flatMap((cell) =>
      cell?.amount ? [cell] : [],
    ),
  );
}

function isWithin(line: LigneDePlan, { fiche, classement }: LigneDeFlechage): boolean {
  if (fiche !== null) return line.fiche === fiche;
  if (line.kind !== "action" || !classement) return false;
  return classement.bloc === null
    ? line.classement?.part === classement.part
    : line.classement?.bloc === classement.bloc;
}

/** What a row of an earmark is part of: the action or fiche that it names, else its axis or its part in the plan. */
function ensembleOf(context: RuleContext, table: Flechage, line: LigneDeFlechage): Ensemble | null {
  const year = yearOfSource(context, table.year);
  const { fiche, classement } = line;
  const subject =
    fiche !== null
      ? `l'action ${fiche}`
      : classement
        ? classement.bloc === null
          ? PART_LABEL[classement.part]
          : BLOC_LABEL[classement.bloc]
        : "";
  for (const plan of plansOfYear(context, year)) {
    const found = plan.lignes.filter((one) => isWithin(one, line));
    // A row that its own sub-actions detail is there twice.
    const cells = cellsOf(fiche === null ? found : found.slice(0, 1), table.part);
    if (cells.length > 0) return { cells, subject };
  }
  const budget = budgetsOf(context).find((one) => fiche !== null && one.fiche === fiche && !one.flechage);
  const ofYear = budget && year !== null ? rolledUp(budget, year) : null;
  const cells = ofYear ? cellsOf([ofYear], table.part) : [];
  return cells.length > 0 ? { cells, subject } : null;
}

interface Answer {
  readonly faults: CellFault[];
  readonly unverifiable: Unverifiable[];
  checked: number;
}

/** Rows of one axis together, then each table against what it is part of. */
function ofTables(context: RuleContext, answer: Answer): void {
  for (const table of context.reading.flechages) {
    const groups = new Map<string, { ensemble: Ensemble; cells: AmountCell[]; labels: string[] }>();
    for (const line of table.lignes) {
      if (line.kind !== "ligne" || !line.montant.amount) continue;
      const ensemble = ensembleOf(context, table, line);
      if (!ensemble) {
        answer.unverifiable.push({ reason: "sans-ensemble", subject: subjectOf(line) });
        continue;
      }
      const group = groups.get(ensemble.subject) ?? { ensemble, cells: [], labels: [] };
      group.cells.push(line.montant);
      group.labels.push(subjectOf(line));
      groups.set(ensemble.subject, group);
    }
    for (const { ensemble, cells, labels } of groups.values()) {
      answer.checked += 1;
      // Where one of several rows passes it alone, that row is the one to look at.
      const alone = cells.findIndex((cell) => excess([cell], ensemble.cells) !== null);
      const own = alone === -1 ? cells : cells.slice(alone, alone + 1);
      answer.faults.push(...faultOf(own, ensemble, labels[alone === -1 ? 0 : alone] ?? ""));
    }
  }
}

/** The yearly budget of an earmark, share by share, against the plan of the year. */
function ofBudgets(context: RuleContext, answer: Answer): void {
  for (const budget of budgetsOf(context).filter(({ flechage }) => flechage)) {
    for (const line of budget.lignes.filter(({ kind }) => kind === "annee")) {
      const plan = plansOfYear(context, line.year).find((one) => yearOfTable(context, one) === line.year);
      const actions = plan?.lignes.filter(
        ({ kind, classement }) => kind === "action" && classement?.part !== "hors-pacte",
      );
      const shares = SHARES.map((share) => ({
        own: line.amounts[share],
        whole: (actions ?? []).flatMap(({ amounts }) => amounts[share] ?? []).filter(({ amount }) => amount),
      }));
      const told = shares.filter(({ own, whole }) => own?.amount && whole.length > 0);
      answer.checked += told.length;
      const faults = told.flatMap(({ own, whole }) =>
        own ? faultOf([own], { cells: whole, subject: "le plan de financement" }, `fléchage, ${subjectOf(line)}`) : [],
      );
      answer.faults.push(...faults.slice(0, 1));
    }
  }
}

/** "Dont" lines of plans and budgets, against the row that they follow. */
function ofDontLines(context: RuleContext, answer: Answer): void {
  for (const { lignes } of context.reading.tables) {
    let parent: (typeof lignes)[number] | null = null;
    for (const line of lignes) {
      if (line.kind !== "dont") {
        if (line.kind !== "section") parent = line;
        continue;
      }
      const around = parent;
      if (!around) continue;
      const told = SHARES.filter((share) => line.amounts[share]?.amount && around.amounts[share]?.amount);
      answer.checked += told.length;
      const faults = told.flatMap((share) => {
        const [own, whole] = [line.amounts[share], around.amounts[share]];
        return own && whole ? faultOf([own], { cells: [whole], subject: subjectOf(around) }, subjectOf(line)) : [];
      });
      answer.faults.push(...faults.slice(0, 1));
    }
  }
}

/** An earmark is part of something: it never exceeds it. Rows and tables of earmarks, and "dont" lines. */
export const flechage: Rule = {
  id: "flechage",
  family: "totaux",
  run(context) {
    const answer: Answer = { faults: [], unverifiable: [], checked: 0 };
    ofTables(context, answer);
    ofBudgets(context, answer);
    ofDontLines(context, answer);
    const { faults, unverifiable, checked } = answer;
    return { relations: [], faults, checked, unverifiable, applies: checked + unverifiable.length > 0 };
  },
};
