import type { Bilan, ChampDeBilan, LigneDeBilan } from "../../reading/bilanTables";
import { linearTerms } from "../../relations/formula";
import { keyOf } from "../../relations/relation";
import type { AmountCell, LigneDeBudget, LigneDePlan, Table } from "../../reading/tables";
import { ZERO, type Decimal } from "../../domain/decimal";
import { comptesDesActions, compteDuBloc, minimumOf } from "../bilan/comptes";
import { blocOf } from "../bilan/lignes";
import { cellFault, subjectOf, type CellFault, type Rule, type RuleContext } from "../rule";

/** A cell that should be a formula, among those that have the same part in the table. */
interface Place {
  readonly cell: AmountCell;
  readonly subject: string;
  /** What the formula would give, where no relation tells it, euros. */
  readonly expected?: Decimal | undefined;
}

const SHARES = ["etat", "departement", "total"] as const;

/** "somme": adds cells; "autre": any other formula; "constante": typed, or a formula of typed numbers. */
type Way = "somme" | "autre" | "constante";

function wayOf({ formula, ref }: AmountCell): Way {
  if (formula === null) return "constante";
  const terms = linearTerms(formula, ref.sheet);
  if (terms) return terms.length === 0 ? "constante" : "somme";
  // "=2000000*1" and the like name no cell.
  return /[A-Za-z]\$?\d/.test(formula) ? "autre" : "constante";
}

function isTotalRow(line: LigneDePlan | LigneDeBudget): boolean {
  return line.kind === "total" || line.kind === "sous-total";
}

/** Cells that are totals by their place: of a row (État + CD), or of a column. Each group has one way to be computed. */
function groupsOf(table: Table): Place[][] {
  const places = (
    lines: readonly (LigneDePlan | LigneDeBudget)[],
    shares: readonly (typeof SHARES)[number][],
  ): Place[] =>
    lines.flatMap((line) =>
      shares.flatMap((share): Place[] => {
        const cell = line.amounts[share];
        // A zero is how some write that nobody pays: nothing to add up there.
        if (!cell?.amount || (cell.formula === null && cell.amount.value.isZero())) return [];
        return [{ cell, subject: subjectOf(line) }];
      }),
    );
  const lines: readonly (LigneDePlan | LigneDeBudget)[] = table.lignes;
  const totals = lines.filter(isTotalRow);
  // A row without a CD share may repeat the State's: nobody needs a formula for it.
  const rows = lines.filter(
    (line) => (line.kind === "action" || line.kind === "annee") && line.amounts.departement?.amount,
  );
  return [places(rows, ["total"]), places(totals, SHARES)];
}

/** Columns of a bilan that follow from others of their row, and those that totals add up. */
const FOLLOWING: readonly ChampDeBilan[] = ["prevuTotal", "eligible", "due", "departement", "solde", "excedent"];
const ADDED: readonly ChampDeBilan[] = ["prevuEtat", "prevuDepartement", "prevuTotal", "realise", "eligible"];

/** What is due and what is left for the CD: bounds at most, for an officer may write less. */
function expectedOf(context: RuleContext, table: Bilan): Map<AmountCell, Decimal> {
  const blocs = new Set(table.lignes.flatMap((ligne) => blocOf(ligne) ?? []));
  const comptes = [
    ...comptesDesActions(context, table),
    ...[...blocs].flatMap((bloc) => (bloc.startsWith("axe") ? [] : (compteDuBloc(context, table, bloc) ?? []))),
  ];
  const dues = comptes.flatMap((compte): [AmountCell, Decimal][] => {
    const [due, ...others] = compte.dues;
    const minimum = minimumOf(compte);
    return due && others.length === 0 && minimum ? [[due, minimum.value]] : [];
  });
  const rests = table.lignes.flatMap(({ montants }): [AmountCell, Decimal][] => {
    const { departement, eligible, due, autres } = montants;
    if (!departement || !eligible?.amount || !due?.amount) return [];
    return [[departement, eligible.amount.value.minus(due.amount.value).minus(autres?.amount?.value ?? ZERO)]];
  });
  return new Map([...dues, ...rests]);
}

/** The same of a bilan, column by column: its actions, and its totals. */
function groupsOfBilan(context: RuleContext, table: Bilan): Place[][] {
  const { lignes } = table;
  const expected = expectedOf(context, table);
  const places = (lines: readonly LigneDeBilan[], champ: ChampDeBilan): Place[] =>
    lines.flatMap((ligne): Place[] => {
      const cell = ligne.montants[champ];
      const isNothing = !cell?.amount || (cell.formula === null && cell.amount.value.isZero());
      return isNothing ? [] : [{ cell, subject: subjectOf(ligne), expected: expected.get(cell) }];
    });
  const actions = lignes.filter(({ kind }) => kind === "action");
  const totals = lignes.filter(({ kind }) => kind === "sous-total" || kind === "total");
  return [...FOLLOWING.map((champ) => places(actions, champ)), ADDED.flatMap((champ) => places(totals, champ))];
}

/** Neighbours that have the formula, against one that has not. */
const FEWEST_NEIGHBOURS = 2;

function brokenIn(group: readonly Place[]): Place[] {
  const sums = group.filter(({ cell }) => wayOf(cell) === "somme").length;
  const others = group.length - sums;
  return sums >= FEWEST_NEIGHBOURS && sums >= 2 * others ? group.filter(({ cell }) => wayOf(cell) !== "somme") : [];
}

/** In a bilan a formula may be a minimum or a condition: only a typed amount breaks a column of them. */
function typedIn(group: readonly Place[]): Place[] {
  const typed = group.filter(({ cell }) => wayOf(cell) === "constante");
  const formulas = group.length - typed.length;
  return formulas >= FEWEST_NEIGHBOURS && formulas >= 2 * typed.length ? typed : [];
}

/** A typed amount, or another calculation, where the neighbours have a sum. A typed table has no broken formula. */
export const formuleRompue: Rule = {
  id: "formule-rompue",
  family: "formule",
  run(context) {
    const { reading } = context;
    const groups = reading.tables.flatMap(groupsOf);
    const ofBilans = reading.bilans
      .flatMap((table) => groupsOfBilan(context, table))
      .filter((group) => group.some(({ cell }) => cell.formula));
    const inFormulas = groups.filter((group) => group.some(({ cell }) => wayOf(cell) === "somme"));
    const faults = new Map<string, CellFault>();
    for (const { cell, subject, expected } of [...inFormulas.flatMap(brokenIn), ...ofBilans.flatMap(typedIn)]) {
      faults.set(
        keyOf(cell.ref),
        cellFault({
          rule: "formule-rompue",
          severity: "info",
          cell: cell.ref,
          variant: wayOf(cell),
          subject,
          written: cell.written,
          expected:
            expected && cell.amount && expected.minus(cell.amount.value).abs().gt(cell.amount.half) ? expected : null,
          actual: cell.amount?.value ?? null,
        }),
      );
    }
    const checked = [...inFormulas, ...ofBilans].flat().length;
    return { relations: [], faults: [...faults.values()], checked, unverifiable: [], applies: checked > 0 };
  },
};
