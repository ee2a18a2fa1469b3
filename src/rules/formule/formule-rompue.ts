import { linearTerms } from "../../relations/formula";
import { keyOf } from "../../relations/relation";
import type { AmountCell, LigneDeBudget, LigneDePlan, Table } from "../../reading/tables";
import type { Decimal } from "../../domain/decimal";
import { colonnesDeBilan, type Attendu } from "./colonnesDeBilan";
import { cellFault, subjectOf, type CellFault, type Rule } from "../rule";

/** A cell that should be a formula, among those that have the same part in the table. */
interface Place {
  readonly cell: AmountCell;
  readonly subject: string;
  /** What the formula would give, where no relation tells it, and how bad another amount is. */
  readonly expected?: Attendu | undefined;
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
  const formulas = group.filter(({ cell }) => wayOf(cell) !== "constante");
  if (formulas.length < FEWEST_NEIGHBOURS || formulas.length < 2 * typed.length) return [];
  // Neighbours that compute something else say nothing of what this one should be.
  const isOwnWay = formulas.some(({ cell, expected }) => expected && isOther(cell, expected.value));
  return isOwnWay ? [] : typed;
}

function isOther({ amount }: AmountCell, value: Decimal): boolean {
  return amount !== null && value.minus(amount.value).abs().gt(amount.half);
}

function faultOf({ cell, subject, expected }: Place): CellFault {
  const other = expected && isOther(cell, expected.value) ? expected : null;
  return cellFault({
    rule: "formule-rompue",
    severity: other?.severity ?? "info",
    cell: cell.ref,
    variant: wayOf(cell),
    subject,
    written: cell.written,
    expected: other?.value ?? null,
    actual: cell.amount?.value ?? null,
  });
}

/** A typed amount, or another calculation, where the neighbours have a sum. A typed table has no broken formula. */
export const formuleRompue: Rule = {
  id: "formule-rompue",
  family: "formule",
  run(context) {
    const { reading } = context;
    const groups = reading.tables.flatMap(groupsOf);
    const ofBilans = reading.bilans
      .flatMap((table) => colonnesDeBilan(context, table))
      .filter((group) => group.some(({ cell }) => cell.formula));
    const inFormulas = groups.filter((group) => group.some(({ cell }) => wayOf(cell) === "somme"));
    const faults = new Map<string, CellFault>();
    for (const place of [...inFormulas.flatMap(brokenIn), ...ofBilans.flatMap(typedIn)])
      faults.set(keyOf(place.cell.ref), faultOf(place));
    const checked = [...inFormulas, ...ofBilans].flat().length;
    return { relations: [], faults: [...faults.values()], checked, unverifiable: [], applies: checked > 0 };
  },
};
