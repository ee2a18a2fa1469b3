/** Reads the yearly budget of a fiche-action, with its total row and, for territories, the details under a year. */
import { plainText } from "../domain/amount";
import { classementOf, classementsOfAction, type Classement } from "../domain/bloc";
import { yearOf } from "../domain/years";
import { cellsOf, hasAmount, hasReadable, readBody, type BodyRow } from "./body";
import type { Context } from "./context";
import type { Grid } from "./grid";
import type { AmountGroup, Header } from "./headers";
import { ficheNumber, rowKindOf } from "./labels";
import { autresComptes } from "./otherFinancers";
import type { BudgetFiche, LigneDeBudget } from "./tables";

/** Words beside the year in the label of a yearly row. */
const LONGEST_YEAR_LABEL = 40;

/** The label of a row without the number of the fiche, which some tables repeat on each. */
function labelOf(body: BodyRow): string {
  return body.labels
    .filter(({ text, column }) => column.role === "annee" || ficheNumber(text) === null)
    .map(({ text }) => text)
    .join(" ");
}

function yearOfRow(body: BodyRow): number | null {
  for (const { text, column } of body.labels) {
    if (text.length > LONGEST_YEAR_LABEL || (column.role !== "annee" && ficheNumber(text) !== null)) continue;
    if (/^\W*(?:ann[ée]e|exercice|budget|pr[ée]visionnel|tranche)?\s*20\d\d\b/i.test(text)) {
      const year = yearOf(text);
      if (year !== null) return year;
    }
  }
  return null;
}

function kindOf(body: BodyRow): LigneDeBudget["kind"] {
  if (yearOfRow(body) !== null) return "annee";
  const label = labelOf(body);
  if (rowKindOf(body.labels.map(({ text }) => text)) === "total") return "total";
  if (rowKindOf([label]) === "dont") return "dont";
  const plain = plainText(label);
  if (/contractualisation|\bpacte\b|\bpls\b/.test(plain)) return "pacte";
  return classementOf(label)?.part === "hors-pacte" ? "hors-pacte" : "territoire";
}

/** A yearly budget ends at its total, at a blank row, or at words without amounts that announce no detail. */
function endsAt(row: BodyRow, before: readonly BodyRow[]): boolean {
  const kind = kindOf(row);
  if (kind === "annee" || (kind === "dont" && !row.afterBlank)) return false;
  const last = before.at(-1);
  if (last && kindOf(last) === "total" && before.length > 1) return true;
  if (kind === "total") return false;
  if (before.length === 0 || row.afterBlank) return true;
  const endsWithColon = /:\s*$/.test(labelOf(row));
  return !hasAmount(row) && !endsWithColon;
}

/**
 * A year before the amounts and an amount of the State in its row; without a CD column, a title that names a fiche or a
 * budget: a stock list has an "État", a "Total" and dates too.
 */
function isBudget(bodies: readonly BodyRow[], group: AmountGroup, context: Context): boolean {
  const readable = bodies.some((body) => {
    const label = body.labels.find(({ text }) => yearOf(text) !== null);
    return yearOfRow(body) !== null && (label?.column.index ?? 0) < group.etat.index && hasReadable(body);
  });
  const titled =
    context.fiche !== null || [context.title, ...context.lines].some((line) => MONEY.test(plainText(line)));
  const inEuros = bodies.some((body) =>
    body.amounts.some((amounts) => cellsOf(amounts).some(({ written }) => written.includes("€"))),
  );
  const headed = [group.etat, group.departement, group.total].some(
    (column) => column !== null && MONEY.test(plainText(column.header)),
  );
  return readable && (titled || (group.departement !== null && (inEuros || headed)));
}

/** Words of money in a title or a header: head counts by year have an État and a Département too. */
const MONEY = /budget|financ|credit|participation|subvention|montant|\bpart\b|€|euros?\b/;

/** Splits the rows where a column names the fiche of each. */
function byFiche(bodies: readonly BodyRow[], fallback: string | null): Map<string | null, BodyRow[]> {
  const groups = new Map<string | null, BodyRow[]>();
  let current = fallback;
  for (const body of bodies) {
    for (const { text, column } of body.labels) {
      if (column.role !== "annee") current = ficheNumber(text) ?? current;
    }
    const group = groups.get(current);
    if (group) group.push(body);
    else groups.set(current, [body]);
  }
  return groups;
}

function classementOfBudget({ title, classement }: Context, fiche: string | null): Classement | null {
  const [first] = classementsOfAction({ label: title, axe: "", fiche });
  return first && first.bloc !== null ? first : (classement ?? first ?? null);
}

/**
 * Reads the yearly budgets under a header; none where no row is a year's.
 * @param isSaid a person says that they are budgets
 */
export function readBudgets(
  grid: Grid,
  header: Header,
  context: Context,
  lastRow: number,
  isSaid = false,
): BudgetFiche[] {
  const group = header.groups[0];
  if (!group || header.groups.length > 1) return [];
  const bodies = readBody(grid, header, context.unit, lastRow, endsAt).filter(hasAmount);
  if (isSaid ? bodies.length === 0 : !isBudget(bodies, group, context)) return [];
  return [...byFiche(bodies, context.fiche)].map(([fiche, rows]) => {
    const lignes = rows.map((body): LigneDeBudget => ({
      row: body.row,
      kind: kindOf(body),
      label: labelOf(body),
      year: yearOfRow(body),
      amounts: body.amounts[0] ?? { autres: [] },
      taux: body.taux[0] ?? [],
    }));
    const years = new Set(lignes.flatMap(({ year }) => year ?? []));
    const top = rows.length === bodies.length ? header.firstRow : (rows[0]?.row ?? header.firstRow);
    return {
      kind: "budget-fiche",
      sheet: grid.sheet.name,
      area: { top, left: header.left, bottom: rows.at(-1)?.row ?? header.lastRow, right: header.right },
      title: context.title,
      unit: group.etat.unit ?? context.unit,
      year: years.size === 1 ? ([...years][0] ?? null) : null,
      fiche,
      classement: classementOfBudget(context, fiche),
      flechage: context.flechage,
      autresComptes: autresComptes(lignes.map(({ amounts }) => amounts)),
      lignes,
    };
  });
}
