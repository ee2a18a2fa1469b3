/** The rows of a plan de financement, filled or not: what each is, its number, its axis, what it adds up. */
import { plainText } from "../domain/amount";
import { classementOf, classementOfFiche, classementsOfAction, type Classement } from "../domain/bloc";
import { hasAmount, type BodyRow } from "./body";
import type { Context } from "./context";
import type { CoverageRow } from "./coverage";
import type { Grid } from "./grid";
import type { AmountGroup, Header } from "./headers";
import { ficheNumber, rowKindOf, type RowKind } from "./labels";
import type { LigneDePlan, PlanDeFinancement, TableBase } from "./tables";

/** A row of a plan before its table is known. */
export interface DraftRow extends CoverageRow {
  readonly body: BodyRow;
  readonly label: string;
}

/** Which rows are lines of a plan, rather than words between them: those with amounts, in a plan that is filled. */
export type IsLine = (body: BodyRow, place: number) => boolean;

/**
 * The kind of row that its labels announce. "Total respect" behind a number of its own is an action's title, as is
 * "Ensemble des actions …"; "Sous-total 1.1" is none.
 */
export function kindOfRow({ labels }: BodyRow): RowKind {
  const kind = rowKindOf(labels.map(({ text }) => text));
  if (kind === "detail" || kind === "dont") return kind;
  const number = labels.findIndex(({ text, column }) => isOwnNumber(text, column.role === "fiche"));
  return number === -1 ? kind : rowKindOf(labels.slice(0, number).map(({ text }) => text));
}

/** A cell that is the number of an action and nothing else. */
function isOwnNumber(text: string, isHeadedSo: boolean): boolean {
  return isHeadedSo
    ? /^[^a-z]*\d{1,2}(?:\.\d{1,2})*\.?$/i.test(text.trim())
    : /^\d{1,2}(?:\.\d{1,2})+\.?$/.test(text.trim());
}

function kindOf(body: BodyRow, fiche: string | null): RowKind {
  const kind = kindOfRow(body);
  const isTotal = body.labels.some(({ text }) => /^(?:sous|s)?[-/ ]?total/.test(plainText(text)));
  return fiche !== null && kind !== "dont" && !isTotal ? "detail" : kind;
}

/** The axis text of each row: its own, a merged one's, or the last one written above, until a total closes it. */
function axesOf(bodies: readonly BodyRow[], isLine: IsLine): string[] {
  let current = "";
  return bodies.map((body, place) => {
    const own = body.labels.find(({ column }) => column.role === "axe") ?? null;
    const kind = kindOfRow(body);
    if (own && kind !== "total" && kind !== "sous-total") current = own.text;
    else if (!isLine(body, place) && body.labels.length > 0) current = body.labels.map(({ text }) => text).join(" ");
    const axe = current;
    if (kind === "total" || (kind === "sous-total" && own && !own.inherited)) current = "";
    return axe;
  });
}

/** Columns that may hold the number of an action where none is headed so. */
const NUMBER_COLUMN = /^$|action|n°|\bcode\b|\bref/;

/** True for the header of a column whose bare numbers may be those of actions. */
export function mayHoldNumbers(header: string): boolean {
  return NUMBER_COLUMN.test(plainText(header));
}

/** The number of an action: from the column of numbers, else from the text of a label. ETP and ranks are no numbers. */
export function ficheOfRow(body: BodyRow): string | null {
  const inColumn = body.labels.find(({ column }) => column.role === "fiche");
  if (inColumn) {
    const fiche = ficheNumber(inColumn.text) ?? (/^\d{1,2}$/.test(inColumn.text) ? inColumn.text : null);
    if (fiche !== null) return fiche;
  }
  for (const { column, text } of body.labels) {
    const isNumber = /^[\d.,\s]+$/.test(text);
    if (isNumber && (inColumn !== undefined || !mayHoldNumbers(column.header))) continue;
    const fiche = ficheNumber(text);
    if (fiche !== null) return fiche;
  }
  return null;
}

/** Label of the row itself: inherited texts of merged axes do not name a subtotal. */
function labelOf(body: BodyRow, axe: string): string {
  const own = body.labels.filter(({ inherited, text }) => !inherited && text !== axe);
  return (own.length > 0 ? own : body.labels).map(({ text }) => text).join(" ");
}

/** "Dont acte" is an action's title where its number is nobody else's, nor under another's; an earmark has none. */
function isOwnAction(fiche: string | null, numbers: readonly (string | null)[]): boolean {
  return (
    fiche !== null &&
    numbers.filter((number) => number === fiche).length === 1 &&
    !numbers.some((number) => number !== null && fiche.startsWith(`${number}.`))
  );
}

/** The rows of one group of amounts. */
export function draftRows(bodies: readonly BodyRow[], group: number, isLine: IsLine = hasAmount): DraftRow[] {
  const axes = axesOf(bodies, isLine);
  const numbers = bodies.map(ficheOfRow);
  const numbered = numbers.filter((number) => number !== null).length;
  return bodies.flatMap((body, index) => {
    const amounts = body.amounts[group];
    if (!amounts) return [];
    const axe = axes[index] ?? "";
    const named = ficheOfRow(body);
    const label = labelOf(body, axe);
    const announced = isLine(body, index) ? kindOf(body, named) : "section";
    const kind = announced === "dont" && isOwnAction(named, numbers) ? "detail" : announced;
    const fiche = kind === "detail" || kind === "section" ? named : null;
    const own = kind === "detail" ? (classementsOfAction({ label, axe, fiche })[0] ?? null) : classementOfTotal(label);
    return [
      {
        body,
        label,
        kind,
        fiche,
        axe,
        amounts,
        bloc: kind === "detail" ? null : (own?.bloc ?? null),
        part: own?.part ?? (fiche === null ? null : (classementOfFiche(fiche)?.part ?? null)),
        isUnlabelled: body.labels.every(({ inherited }) => inherited),
        mayHead: fiche === null && numbered >= 2 && own?.part !== "hors-pacte",
      },
    ];
  });
}

/** "TOTAL avec hors pacte" covers both: a total says what is outside the pact of its own row, never of those it adds. */
function classementOfTotal(label: string): Classement | null {
  const classement = classementOf(label);
  return classement?.part === "hors-pacte" ? null : classement;
}

/** The part that a row's totals name: the smallest labelled total that covers it, directly or through others. */
function coveringParts(
  rows: readonly DraftRow[],
  covers: ReadonlyMap<number, readonly number[]>,
): (Classement | null)[] {
  const parts = rows.map(({ label, kind }) => (kind === "detail" ? null : classementOfTotal(label)));
  const found: (Classement | null)[] = rows.map(() => null);
  const visit = (index: number, from: Classement | null): void => {
    const own = parts[index] ?? from;
    found[index] = own;
    for (const child of covers.get(index) ?? []) visit(child, own);
  };
  const covered = new Set([...covers.values()].flat());
  rows.forEach((_, index) => {
    if (!covered.has(index)) visit(index, null);
  });
  return found;
}

/**
 * The block of an action: what its own title and axis say, unless that belongs to another part than the total that
 * covers it; then what that total says; then its number.
 */
function classementOfRow(row: DraftRow, covering: Classement | null): Classement | null {
  const candidates = classementsOfAction(row);
  const fitting = candidates.filter(({ part }) => covering === null || part === covering.part);
  return fitting.find(({ bloc }) => bloc !== null) ?? fitting[0] ?? covering ?? candidates[0] ?? null;
}

/** What a row is in its plan, once its totals are known. */
function kindInPlan(row: DraftRow, isCovering: boolean): LigneDePlan["kind"] {
  if (row.kind === "section" || row.kind === "dont") return row.kind;
  if (row.kind === "detail" && !isCovering) return "action";
  return row.kind === "total" ? "total" : "sous-total";
}

/** What tables of one group of amounts have in common, filled or blank. */
export type PlanRead = TableBase & Pick<PlanDeFinancement, "year" | "version" | "lignes">;

/** The lines of a table, once it is known what each of its totals adds up; `place` is the group's. */
export function linesOf(
  rows: readonly DraftRow[],
  covers: ReadonlyMap<number, readonly number[]>,
  around: Classement | null,
  place = 0,
): LigneDePlan[] {
  const covering = coveringParts(rows, covers);
  return rows.map((row, index) => ({
    row: row.body.row,
    kind: kindInPlan(row, covers.has(index)),
    label: row.label,
    fiche: row.fiche,
    classement: classementOfRow(row, covering[index] ?? null) ?? (row.kind === "detail" ? around : null),
    amounts: row.amounts,
    taux: row.body.taux[place] ?? [],
    covers: covers.get(index) ?? [],
  }));
}

/** The table of a header's group, once it is known what each of its totals adds up. */
export function planRead(
  grid: Grid,
  { header, group, place }: { readonly header: Header; readonly group: AmountGroup; readonly place: number },
  context: Context,
  rows: readonly DraftRow[],
  covers: ReadonlyMap<number, readonly number[]>,
): PlanRead {
  const bottom = rows.at(-1)?.body.row ?? header.lastRow;
  return {
    sheet: grid.sheet.name,
    area: { top: header.firstRow, left: header.left, bottom, right: header.right },
    title: context.title,
    unit: group.etat.unit ?? context.unit,
    year: group.year ?? context.year,
    version: group.version,
    lignes: linesOf(rows, covers, context.classement, place),
  };
}
