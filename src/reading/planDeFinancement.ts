/** Reads a plan de financement (annexe 1.b, annexe 2): actions by axis, subtotals, totals, the line outside the pact. */
import { plainText } from "../domain/amount";
import { classementOf } from "../domain/bloc";
import { hasAmount, hasReadable, readBody, type BodyRow } from "./body";
import type { Context } from "./context";
import { coverageOf } from "./coverage";
import type { Grid } from "./grid";
import type { Header } from "./headers";
import { draftRows, ficheOfRow, planRead, type DraftRow } from "./lignesDePlan";
import { mayNameContract } from "./nameContract";
import { rowsOfParties, type Parties } from "./parties";
import { autresComptes } from "./otherFinancers";
import type { PlanDeFinancement } from "./tables";

/** Titles that announce a plan. */
export const TITLE_OF_PLAN =
  /plan de financement|annexe 1\.? ?b|(?:tableau|annexe) (?:de financement|financi)|contrat local|pacte/;

/**
 * A plan is known by its title, its numbered actions or the blocks that its labels name; amounts alone are not enough:
 * other tables have an État, a Département and a Total.
 */
function isPlanLike(rows: readonly DraftRow[], context: Context, hasDepartement: boolean): boolean {
  const filled = rows.filter(({ kind }) => kind !== "section");
  const readable = filled.filter(({ amounts: { etat } }) => etat?.state === "amount" || etat?.state === "error").length;
  if (filled.length === 0 || readable * 2 < filled.length) return false;
  const numbered = filled.filter(({ fiche }) => fiche !== null).length;
  const named = filled.some(({ label, axe }) => classementOf(label) !== null || classementOf(axe) !== null);
  const titled = context.classement !== null || context.lines.some((line) => TITLE_OF_PLAN.test(plainText(line)));
  return titled || (hasDepartement && (numbered > 0 || named)) || numbered > 1;
}

/** The same of the words alone, before a row is read: false where nothing can make a plan of the rows. */
function mayBePlan(grid: Grid, header: Header, context: Context, lastRow: number): boolean {
  if (context.classement !== null || context.lines.some((line) => TITLE_OF_PLAN.test(plainText(line)))) return true;
  if (header.labels.some(({ role }) => role === "fiche")) return true;
  return mayNameContract(grid, { first: header.lastRow + 1, last: lastRow }, header.labels);
}

/** A row after a blank one that is no part of the plan any more: a note, a title, amounts without a name. */
function endsPlan(row: BodyRow): boolean {
  const label = row.labels.map(({ text }) => text).join(" ");
  if (!row.afterBlank) return false;
  if (hasReadable(row)) return label === "";
  return ficheOfRow(row) === null && (hasAmount(row) || classementOf(label) === null);
}

/** The rows of a plan; those of a plan in parts begin with the name of its first block, which stands over the header. */
function bodiesOf(grid: Grid, header: Header, { unit }: Context, lastRow: number, parties: Parties | null): BodyRow[] {
  if (!parties) return readBody(grid, header, unit, lastRow, endsPlan);
  const { titleRow } = parties;
  const title = readBody(grid, { ...header, lastRow: titleRow - 1 }, unit, titleRow, () => false);
  return [...title, ...readBody(grid, header, unit, lastRow, endsPlan, rowsOfParties(parties))];
}

interface PlanOptions {
  /** A person says that it is a plan. */
  readonly isSaid: boolean;
  readonly parties: Parties | null;
}

/** Reads the plans under a header, one for each year side by side; none where the rows are no plan's. */
export function readPlans(
  grid: Grid,
  header: Header,
  around: Context,
  lastRow: number,
  { isSaid, parties }: PlanOptions,
): PlanDeFinancement[] {
  // The block over the first header is that of the first part alone.
  const context = parties ? { ...around, classement: null } : around;
  if (!isSaid && !mayBePlan(grid, header, around, lastRow)) return [];
  const bodies = bodiesOf(grid, header, context, lastRow, parties);
  while (bodies.length > 0 && !hasAmount(bodies[bodies.length - 1] as BodyRow)) bodies.pop();
  return header.groups.flatMap((group, place) => {
    const rows = draftRows(bodies, place);
    if (!isSaid && !isPlanLike(rows, context, group.departement !== null)) return [];
    if (rows.length === 0) return [];
    return [
      {
        ...planRead(grid, { header, group, place }, context, rows, coverageOf(rows)),
        kind: "plan-de-financement",
        mentions: header.groups.length > 1 ? [] : context.mentions,
        autresComptes: autresComptes(rows.map(({ amounts }) => amounts)),
      },
    ];
  });
}
