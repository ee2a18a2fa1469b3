/** Reads the lists of natures of expense under "Nature des dépenses", with the fiche that each belongs to. */
import { plainText, type Unit } from "../domain/amount";
import { classementOfFiche } from "../domain/bloc";
import { yearOf } from "../domain/years";
import { generalDecimals, readAmountCell } from "./amountCells";
import { ficheOfTitle } from "./ficheTitles";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import { announcedUnit, ficheInSheetName, ficheInTitle, ficheNumber, isOtherTable, roleOf, rowKindOf } from "./labels";
import { isObjet } from "./planPrevisionnel";
import { indentOf, isBullet, naturesOf, saysAmount, type NatureLine } from "./natureLines";
import type { NatureDepenses } from "./otherTables";
import type { AmountCell, BudgetFiche, Table } from "./tables";

const HEADING = /^(?:#+ ?)?\**natures? (?:de la |de l'|des |de |d')?depenses?\b([^:]{0,60})(?::(.*))?$/s;

interface Heading {
  readonly row: number;
  readonly column: number;
  readonly bottom: number;
  readonly text: string;
  /** Lines written in the heading's own cell, after its colon or its first line. */
  readonly inside: readonly string[];
  readonly amountColumn: number | null;
  readonly unit: Unit | null;
}

/** Blank rows that may stand between two lines. */
const LONGEST_GAP = 2;
/** Empty cells between a label and its amount. */
const FARTHEST_AMOUNT = 4;
/** Columns deeper than the heading's that a label may start in. */
const DEEPEST_COLUMN = 2;

/** Titles of what follows a list of natures in a fiche. */
const NEXT_TITLE =
  /^(?:#+ ?)?\**(?:indicateurs?\b|budget\b|(?:sous-)?(?:action|fiche)s?(?: action)? (?:n° ?)?\d|(?:axe|volet|pilier) \d|(?:territoires?|publics? cibles?|(?:co-?)?pilotage|co-?financeurs?|partenaires? impliques|points? de vigilance|suivi[- ]?evaluation|modalites|temporalite|calendrier|description|objectifs?)[^:]{0,25}:?$)/;

function isTitle(text: string): boolean {
  return HEADING.test(plainText(text)) || NEXT_TITLE.test(plainText(text)) || ficheNumber(text) !== null;
}

function headingAt(grid: Grid, row: number, column: number): Heading | null {
  const cell = grid.at(row, column);
  if (typeof cell?.value !== "string") return null;
  const [first = "", ...rest] = cell.value.split(/\r?\n/);
  const match = HEADING.exec(plainText(first));
  if (!match) return null;
  const merge = grid.mergeAt(row, column);
  const base = { row, column, bottom: merge?.bottom ?? row, text: first };
  const colon = first.indexOf(":");
  const after = colon === -1 ? "" : first.slice(colon + 1);
  const inside = [after, ...rest].filter((line) => line.trim() !== "");
  const headers: { column: number; text: string }[] = [];
  for (let next = (merge?.right ?? column) + 1; next <= grid.lastColumn; next += 1) {
    const text = cellText(grid.at(row, next));
    if (text !== "") headers.push({ column: next, text });
  }
  // A statement of expenses or a planned budget by nature has columns of its own: another kind of table.
  const isOther = headers.some(
    ({ text }) => ["etat", "departement"].includes(roleOf(text)) || isOtherTable(text) || isObjet(text),
  );
  if (isOther || headers.length > 2) return null;
  const [right] = headers;
  if (!right) return { ...base, inside, amountColumn: null, unit: null };
  if (["montant", "total"].includes(roleOf(right.text)) || /^(?:20\d\d|montants?\b)/.test(plainText(right.text))) {
    return { ...base, inside, amountColumn: right.column, unit: announcedUnit(right.text) };
  }
  return { ...base, inside: [...inside, ...right.text.split(/\r?\n/)], amountColumn: null, unit: null };
}

class ListReader {
  private readonly lines: NatureLine[] = [];
  private lastRow: number;

  constructor(
    private readonly grid: Grid,
    private readonly heading: Heading,
    private readonly tables: readonly Table[],
    private readonly unit: Unit,
  ) {
    this.lastRow = heading.bottom;
    const ref = { sheet: grid.sheet.name, row: heading.row, column: heading.column };
    for (const text of heading.inside) this.lines.push({ ref, text, beside: null, depth: indentOf(text) });
  }

  private amountBeside(row: number, labelColumn: number): AmountCell | null {
    const { grid, heading, unit } = this;
    const columns =
      heading.amountColumn === null
        ? Array.from({ length: FARTHEST_AMOUNT }, (_, place) => labelColumn + 1 + place)
        : [heading.amountColumn];
    for (const column of columns) {
      const decimals = generalDecimals(grid, column, row, row);
      const cell = readAmountCell(grid, row, column, unit, decimals);
      if (cell.state === "empty" || cell.state === "covered") continue;
      return cell.state === "unreadable" ? null : cell;
    }
    return null;
  }

  /** The lines of one row; a cell may hold several. Null where the row has no label. */
  private linesAt(row: number): NatureLine[] | null {
    const { grid, heading } = this;
    for (let column = heading.column; column <= heading.column + DEEPEST_COLUMN; column += 1) {
      const cell = grid.at(row, column);
      if (typeof cell?.value !== "string" || cell.value.trim() === "") continue;
      const texts = cell.value.split(/\r?\n/).filter((text) => text.trim() !== "");
      const ref = { sheet: grid.sheet.name, row, column };
      const beside = texts.length === 1 ? this.amountBeside(row, column) : null;
      const depth = (column - heading.column) * 10;
      return texts.map((text) => ({ ref, text, beside, depth: depth + indentOf(text) }));
    }
    return null;
  }

  private isOfTable(row: number): boolean {
    const { column } = this.heading;
    return this.tables.some(
      ({ area }) => row >= area.top && row <= area.bottom && column <= area.right && column >= area.left,
    );
  }

  private filled(row: number): number {
    let count = 0;
    for (const cell of this.grid.row(row)) {
      if (cell.column >= this.heading.column && cellText(cell) !== "") count += 1;
    }
    return count;
  }

  read(): { lines: readonly NatureLine[]; lastRow: number } {
    let gap = 0;
    for (let row = this.heading.bottom + 1; row <= this.grid.lastRow; row += 1) {
      if (this.isOfTable(row) || this.filled(row) > 3) break;
      const lines = this.linesAt(row);
      const [first] = lines ?? [];
      if (!lines || !first) {
        gap += 1;
        if (gap > LONGEST_GAP) break;
        continue;
      }
      if (isTitle(first.text)) break;
      // After a blank row, words that are no item of a list are the next title.
      if (gap > 0 && this.lines.length > 0 && !isBullet(first.text) && !saysAmount(first)) break;
      gap = 0;
      this.lines.push(...lines);
      this.lastRow = row;
      if (rowKindOf([first.text]) === "total") break;
    }
    return { lines: this.lines, lastRow: this.lastRow };
  }
}

interface Owner {
  readonly fiche: string | null;
  readonly budget: BudgetFiche | null;
}

/** The nearest fiche above: the first title or budget that names one; else the only one of the sheet. */
function ownerOf(grid: Grid, heading: Heading, budgets: readonly BudgetFiche[]): Owner {
  const inHeading = ficheInTitle(`action ${heading.text}`);
  const budgetOf = (fiche: string | null): BudgetFiche | null =>
    budgets.filter((budget) => budget.fiche === fiche && !budget.flechage).at(-1) ?? null;
  if (inHeading !== null) return { fiche: inHeading, budget: budgetOf(inHeading) };
  for (let row = heading.row - 1; row >= 0; row -= 1) {
    const budget = budgets.find(({ area, flechage }) => row >= area.top && row <= area.bottom && !flechage);
    if (budget) return { fiche: budget.fiche, budget };
    for (const cell of grid.row(row)) {
      const fiche = ficheOfTitle(cellText(cell));
      if (fiche !== null) return { fiche, budget: budgetOf(fiche) };
    }
  }
  const [only, ...others] = budgets;
  if (only && others.length === 0) return { fiche: only.fiche, budget: only };
  return { fiche: ficheInSheetName(grid.sheet.name), budget: null };
}

/** Lists of natures of a sheet. `tables` are the plans and budgets of the same sheet. */
export function readNatures(grid: Grid, tables: readonly Table[]): NatureDepenses[] {
  const budgets = tables.filter((table) => table.kind === "budget-fiche");
  return grid.cellsSaying(HINT.nature).flatMap(({ row, column }): NatureDepenses[] => {
    const heading = headingAt(grid, row, column);
    if (!heading) return [];
    const { fiche, budget } = ownerOf(grid, heading, budgets);
    const unit = heading.unit ?? announcedUnit(heading.text) ?? budget?.unit ?? "€";
    const { lines, lastRow } = new ListReader(grid, heading, tables, unit).read();
    const lignes = naturesOf(lines, unit);
    if (lignes.length === 0) return [];
    const columns = lignes.flatMap(({ ref, montant }) => [ref.column, montant?.ref.column ?? ref.column]);
    return [
      {
        kind: "nature-depenses",
        sheet: grid.sheet.name,
        area: { top: row, left: column, bottom: lastRow, right: Math.max(column, ...columns) },
        title: heading.text,
        unit,
        fiche,
        classement: budget?.classement ?? (fiche === null ? null : classementOfFiche(fiche)),
        year: yearOf(heading.text),
        lignes,
      },
    ];
  });
}
