/** Reads réalisés and bilans (annexe 3): what was spent by action, what the State owes, paid and still has to pay. */
import { plainText } from "../domain/amount";
import { classementOf, classementOfFiche, type Classement } from "../domain/bloc";
import { yearOf, yearsIn } from "../domain/years";
import { setsOf, type ColonnesDeBilan } from "./bilanColumns";
import { isHeadedByContract, isOfContract } from "./bilanEvidence";
import type { EnteteDeBilan } from "./bilanHeaders";
import { apartOf, isLineAmong, readRangees, type RangeeDeBilan } from "./bilanRows";
import type { Bilan, LigneDeBilan } from "./bilanTables";
import { etapeOf, yearsOf } from "./bilanTitles";
import { readContext, type Context } from "./context";
import { coverageOf } from "./coverage";
import type { Grid } from "./grid";
import { draftRows, linesOf, type DraftRow } from "./lignesDePlan";
import { mayNameContract } from "./nameContract";
import type { LigneDePlan } from "./tables";
import { objetOf } from "./versementLabels";

type Apart = ReturnType<typeof apartOf>;

interface Rows {
  readonly rangees: readonly RangeeDeBilan[];
  readonly drafts: readonly DraftRow[];
  readonly apart: readonly Apart[];
}

function classementOfDraft({ label, axe, fiche }: DraftRow): Classement | null {
  return classementOf(label) ?? classementOf(axe) ?? (fiche === null ? null : classementOfFiche(fiche));
}

/** True where no action of the table is of what a payment pays: totals then count the payment's own row. */
function standsAlone(drafts: readonly DraftRow[], apart: readonly Apart[], { label }: DraftRow): boolean {
  const { blocs, part } = objetOf(label);
  return drafts.every((row, place) => {
    if (row.kind !== "detail" || apart[place] !== null) return true;
    const own = classementOfDraft(row);
    return own === null || (own.bloc === null ? own.part !== part : !blocs.includes(own.bloc));
  });
}

/** A block on one row ("Volet 3") is not of the block that was headed above it. */
function withOwnBlock(row: DraftRow): DraftRow {
  const isBlock =
    row.kind === "detail" && row.fiche === null && /^(?:axe|pilier|volet|v) ?\d/.test(plainText(row.label));
  const own = isBlock ? classementOf(row.label) : null;
  return own ? { ...row, axe: row.label, part: own.part } : row;
}

function rowsOf(rangees: readonly RangeeDeBilan[]): Rows {
  const bodies = rangees.map(({ body }) => body);
  const drafts = draftRows(bodies, 0, isLineAmong(bodies)).map(withOwnBlock);
  const apart = drafts.map(({ kind, body }) => (kind === "section" ? null : apartOf(body)));
  // Neither is part of what totals add up: a payment repeats its blocks, a report is another year's.
  const isOutside = (row: DraftRow, index: number): boolean =>
    apart[index] === "report" || (apart[index] === "versement" && !standsAlone(drafts, apart, row));
  return {
    rangees,
    apart,
    drafts: drafts.map((row, index) => (isOutside(row, index) ? { ...row, kind: "dont" } : row)),
  };
}

function kindOf({ kind }: LigneDePlan, apart: Apart): LigneDeBilan["kind"] | null {
  if (apart !== null) return apart;
  return kind === "section" || kind === "dont" ? null : kind;
}

/** The year of a row in a table of years: from its column, or from a label that is nothing else. */
function yearOfRow({ body, label }: DraftRow): number | null {
  const inColumn = body.labels.find(({ column }) => column.role === "annee");
  return yearOf(inColumn?.text ?? "") ?? (isYear(label) ? yearOf(label) : null);
}

/** The year that a row is about: a title of an action may quote another one. */
function yearOfLigne(kind: LigneDeBilan["kind"], { label, fiche }: LigneDePlan, row: DraftRow): number | null {
  if (kind === "report") return yearsIn(label)[0] ?? null;
  return yearOfRow(row) ?? (fiche === null ? yearOf(label) : null);
}

/** A row of the yearly table of one fiche. */
function isYear(label: string): boolean {
  return /^(?:ann[ée]e|exercice)?\s*20\d\d$/i.test(label.trim());
}

/** The action above a row, and the words of its block: those of a report are often its action's. */
interface Before {
  readonly classement: Classement | null;
  readonly axe: string;
}

function classementOfLigne(
  kind: LigneDeBilan["kind"],
  line: LigneDePlan,
  axe: string,
  before: Before | null,
): Classement | null {
  if (kind === "report") {
    const isOfAction = classementOf(line.label) === null && before?.axe === axe;
    return isOfAction ? before.classement : (line.classement ?? before?.classement ?? null);
  }
  if (kind !== "versement") return line.classement;
  const { part, blocs } = objetOf(line.label);
  return part && { part, bloc: blocs.length === 1 ? (blocs[0] ?? null) : null };
}

/** Lines of the table, headings left out; a total's rows are told by their new places. */
function lignesOf({ rangees, drafts, apart }: Rows, context: Context): LigneDeBilan[] {
  const lines = linesOf(drafts, coverageOf(drafts), context.classement);
  const kinds = lines.map((line, index) => kindOf(line, apart[index] ?? null));
  const places = new Map(
    [...kinds.entries()].filter(([, kind]) => kind !== null).map(([index], place) => [index, place]),
  );
  let before: Before | null = null;
  return lines.flatMap((line, index): LigneDeBilan[] => {
    const kind = kinds[index];
    const [rangee, draft] = [rangees[index], drafts[index]];
    if (!kind || !rangee || !draft) return [];
    const { montants, tauxDepartement, tauxExecution, code, justification } = rangee;
    const fiche = line.fiche ?? (kind === "action" && isYear(line.label) ? context.fiche : null);
    const own = classementOfLigne(kind, line, draft.axe, before);
    const classement = own ?? (fiche === null ? null : classementOfFiche(fiche));
    if (kind === "action") before = { classement, axe: draft.axe };
    return [
      {
        row: line.row,
        kind,
        label: line.label,
        fiche,
        classement,
        blocs: kind === "versement" ? objetOf(line.label).blocs : [],
        year: yearOfLigne(kind, line, draft),
        montants,
        tauxDepartement,
        tauxExecution,
        code,
        justification,
        covers: line.covers.flatMap((covered) => places.get(covered) ?? []),
      },
    ];
  });
}

function colonnesOf(set: ColonnesDeBilan): Bilan["colonnes"] {
  const { champs, labels, code, tauxDepartement, tauxExecution, justification } = set;
  const fiche = labels.find(({ role }) => role === "fiche") ?? null;
  const others = Object.entries({ fiche, code, tauxDepartement, tauxExecution, justification });
  return Object.fromEntries([
    ...[...champs].flatMap(([champ, [first]]) => (first ? [[champ, first.index] as const] : [])),
    ...others.flatMap(([role, colonne]) => (colonne ? [[role, colonne.index] as const] : [])),
  ]);
}

function kindOfTable({ champs }: ColonnesDeBilan): Bilan["kind"] {
  return champs.has("due") || champs.has("solde") || champs.has("excedent") ? "bilan" : "realise";
}

/** Years of the rows of a table of years: those for which something is written. */
function yearsOfRows({ drafts }: Rows, lignes: readonly LigneDeBilan[]): readonly number[] {
  const yearly = new Set(drafts.flatMap((draft) => (yearOfRow(draft) === null ? [] : [draft.body.row])));
  const own = lignes.filter(({ row, kind }) => kind === "action" && yearly.has(row));
  const spent = own.filter(({ montants }) => montants.realise?.amount ?? montants.eligible?.amount);
  return [...new Set((spent.length > 0 ? spent : own).flatMap(({ year }) => year ?? []))].sort();
}

function yearsOfTable(
  set: ColonnesDeBilan,
  context: Context,
  sheet: string,
  ofRows: readonly number[],
): readonly number[] {
  if (ofRows.length > 0) return ofRows;
  if (set.year !== null) return [set.year];
  if (set.others.length > 0) return set.others;
  const headers = [...set.champs].flatMap(([champ, [first]]) =>
    first && !["verse", "solde", "excedent", "autres"].includes(champ) ? [first.header] : [],
  );
  return yearsOf([...headers, ...context.lines, sheet]);
}

/** False where neither the titles nor a label can name what the contract pays: the rows are not worth reading. */
function mayNameRows(
  grid: Grid,
  { labels }: ColonnesDeBilan,
  { classement, fiche }: Context,
  rows: { readonly first: number; readonly last: number },
): boolean {
  if (classement !== null || fiche !== null || labels.some(({ role }) => role === "fiche")) return true;
  return mayNameContract(grid, rows, labels);
}

/** Where a header stands among the others of its sheet. */
export interface PlaceDeBilan {
  readonly entete: EnteteDeBilan;
  /** First row that no earlier table holds: titles further up are about others. */
  readonly firstRow: number;
  /** The row before the next table. */
  readonly lastRow: number;
  /** Rows that repeat the header. */
  readonly repeats: ReadonlySet<number>;
}

/** The réalisés and bilans under a header: several where years stand side by side; none where the rows are no contract's. */
export function bilansUnder(grid: Grid, { entete, firstRow, lastRow, repeats }: PlaceDeBilan): Bilan[] {
  const context = readContext(grid, { ...entete, groups: [] }, firstRow);
  if (!isHeadedByContract(grid, entete, context)) return [];
  return setsOf(entete.colonnes).flatMap((set): Bilan[] => {
    if (!mayNameRows(grid, set, context, { first: entete.lastRow + 1, last: lastRow })) return [];
    const rangees = readRangees({ grid, entete, colonnes: set, unit: context.unit, lastRow, repeats });
    const rows = rowsOf(rangees);
    const lignes = lignesOf(rows, context);
    if (lignes.length === 0 || !isOfContract(grid, entete, context, lignes)) return [];
    const years = yearsOfTable(set, context, grid.sheet.name, yearsOfRows(rows, lignes));
    const bottom = lignes.at(-1)?.row ?? entete.lastRow;
    const headers = entete.colonnes.map(({ header }) => header);
    return [
      {
        kind: kindOfTable(set),
        sheet: grid.sheet.name,
        area: { top: entete.firstRow, left: entete.left, bottom, right: entete.right },
        title: context.title,
        unit: context.unit,
        year: years.at(-1) ?? null,
        years,
        etape: etapeOf([...context.lines, grid.sheet.name, ...headers]),
        colonnes: colonnesOf(set),
        entetes: entete.colonnes.flatMap(({ index, header }) => (header === "" ? [] : [{ column: index, header }])),
        lignes,
      },
    ];
  });
}
