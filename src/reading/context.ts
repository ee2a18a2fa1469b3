/** What stands around a table and is about it: titles above, the unit, the year, the fiche, the sheet's name. */
import { plainText, type Unit } from "../domain/amount";
import { classementOf, type Classement } from "../domain/bloc";
import { yearOf } from "../domain/years";
import type { CellRef } from "../workbook/address";
import { cellText, type Grid } from "./grid";
import type { Header } from "./headers";
import { announcedUnit, ficheInSheetName, ficheInTitle } from "./labels";

export interface Context {
  /** Lines above the header, the nearest first. */
  readonly lines: readonly string[];
  /** The same near the table, and its headers, with their cells. */
  readonly mentions: readonly Line[];
  readonly title: string;
  readonly unit: Unit;
  readonly year: number | null;
  readonly fiche: string | null;
  readonly classement: Classement | null;
  readonly flechage: boolean;
}

/** How far above a header its titles can stand. */
const TITLE_ROWS = 40;
const EARMARK =
  /^(?:synthese|flechage|budget|focus)\b.*(?:bassin minier|\berbm\b)|^(?:(?:credits?|montants?|enveloppes?) )?flech(?:age|e)|^erbm\b|^bassin minier\b/;

/** A title or a sheet's name that announces an earmark, not an action ("Synthèse Bassin minier (ERBM)"). */
export function isEarmark(text: string): boolean {
  return EARMARK.test(plainText(text));
}

/** What of a header counts here; a table of other columns than shares has no groups. */
type Place = Pick<Header, "firstRow" | "lastRow" | "left" | "right" | "groups">;

interface Line {
  readonly ref: CellRef;
  readonly text: string;
}

function linesAbove(grid: Grid, header: Place, firstRow: number): Line[] {
  const lines: Line[] = [];
  for (let row = header.firstRow - 1; row >= Math.max(firstRow, header.firstRow - TITLE_ROWS); row -= 1) {
    for (const cell of grid.row(row)) {
      if (cell.column < header.left - 1 || cell.column > header.right + 1) continue;
      const text = cellText(cell);
      if (text !== "") lines.push({ ref: { sheet: grid.sheet.name, row, column: cell.column }, text });
    }
  }
  return lines;
}

function firstOf<T>(lines: readonly string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const value = read(line);
    if (value !== null) return value;
  }
  return null;
}

/** Rows above a header whose texts are about that table alone. */
const NEAR_ROWS = 5;

function headerLines(grid: Grid, header: Place): Line[] {
  const columns =
    header.groups.length > 1 ? [] : header.groups.flatMap(({ etat, departement, total }) => [etat, departement, total]);
  return columns.flatMap((column) =>
    column ? [{ ref: { sheet: grid.sheet.name, row: header.lastRow, column: column.index }, text: column.header }] : [],
  );
}

/** Text above a table longer than this is prose, whose years and numbers are about other things. */
const LONGEST_TITLE = 200;

/**
 * Reads what stands around a table.
 * @param firstRow the first row that is not part of an earlier table
 */
export function readContext(grid: Grid, header: Place, firstRow: number): Context {
  const above = linesAbove(grid, header, firstRow);
  const titles = above.map(({ text }) => text).filter((line) => line.length <= LONGEST_TITLE);
  const headers = header.groups
    .flatMap(({ etat, departement, total }) => [etat, departement, total])
    .flatMap((column) => (column ? [column.header] : []));
  const name = grid.sheet.name;
  const nearest = titles.find((line) => /[a-zA-ZÀ-ÿ]{3}/.test(line)) ?? name;
  const fiche = ficheOf(titles, name);
  const near = above.filter(({ ref, text }) => text.length <= LONGEST_TITLE && ref.row >= header.firstRow - NEAR_ROWS);
  return {
    lines: titles,
    mentions: [...headerLines(grid, header), ...near],
    title: nearest,
    unit: firstOf(titles, announcedUnit) ?? "€",
    year: firstOf([...headers, ...titles, name], yearOf),
    fiche,
    // Lines further up are about other things: sources, pilots, the whole contract.
    classement: firstOf([nearest, name], classementOf),
    flechage: fiche === null && (isEarmark(name) || titles.some(isEarmark)),
  };
}

/** The nearest title that names one fiche; an earmark's title names none and hides those above it. */
function ficheOf(titles: readonly string[], sheetName: string): string | null {
  for (const title of titles) {
    const fiche = ficheInTitle(title);
    if (fiche !== null || isEarmark(title)) return fiche;
  }
  return ficheInSheetName(sheetName);
}
