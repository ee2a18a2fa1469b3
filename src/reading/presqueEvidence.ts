/** What around a header shows that its table is one of the conventions', and not any table with the same words. */
import { plainText, readAmountText } from "../domain/amount";
import { classementOf } from "../domain/bloc";
import { yearOf } from "../domain/years";
import { isEarmark } from "./context";
import { cellText, type Grid } from "./grid";
import { ficheInSheetName, ficheInTitle, ficheNumber } from "./labels";

export interface Entour {
  /** Titles above, the nearest first, and the sheet's name. */
  readonly titles: readonly string[];
  /** The last row of the body. */
  readonly bottom: number;
  /** Rows under the header that number an action ("1.1"). */
  readonly numbered: number;
  /** Rows that name an axis or a volet of the contract. */
  readonly named: number;
  /** Rows that begin with a year. */
  readonly yearly: number;
  /** Rows with an amount, by column. */
  readonly amounts: ReadonlyMap<number, number>;
  /** An amount of the table is written in euros. */
  readonly inEuros: boolean;
}

const TITLE_ROWS = 8;
const LONGEST_TITLE = 200;
const MOST_ROWS = 60;
/** A blank row inside a table is common, three are its end. */
const LONGEST_GAP = 2;

/** Words that only the contract's own documents have. */
const CONTRACT =
  /contrat local (?:des )?solidarites|pacte (?:local )?(?:des )?solidarites|\bpls\b|contractualisation (?:etat|avec l'etat|pls)|fiches?[- ]actions?\b|conventions? (?:financiere )?(?:solidarites|emploi)\b|loi (?:pour le )?plein emploi|pauvrete/;
const PLAN = /plan de financement|annexe 1\.? ?b|tableau (?:de financement|financier)/;

/** True for a title that names the contract, or one of its actions. */
export function namesContract(title: string): boolean {
  return CONTRACT.test(plainText(title)) || (ficheInTitle(title) !== null && /\baction|\bfiche/.test(plainText(title)));
}

/** True for a title that announces a plan or a budget, of whatever contract. */
export function namesPlan(title: string): boolean {
  return PLAN.test(plainText(title)) || /budget previsionnel/.test(plainText(title));
}

/** An axis or a volet by its name or number; "emploi" and "solidarité" alone are words of every département. */
function namesBloc(text: string): boolean {
  return (classementOf(text)?.bloc ?? null) !== null;
}

function titlesOf(grid: Grid, row: number): string[] {
  const titles: string[] = [];
  for (let above = row - 1; above >= Math.max(0, row - TITLE_ROWS); above -= 1) {
    for (const { value } of grid.row(above)) {
      if (typeof value === "string" && value.length <= LONGEST_TITLE && value.trim() !== "") titles.push(value);
    }
  }
  return [...titles, grid.sheet.name];
}

function isAmount(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && readAmountText(value).kind === "amount");
}

/** What stands around a header of the given rows and columns. */
export function entourOf(grid: Grid, firstRow: number, lastRow: number, left: number, right: number): Entour {
  const amounts = new Map<number, number>();
  let [numbered, named, yearly, bottom, gap, inEuros] = [0, 0, 0, lastRow, 0, false];
  for (let row = lastRow + 1; row <= Math.min(grid.lastRow, lastRow + MOST_ROWS) && gap <= LONGEST_GAP; row += 1) {
    const cells = [...grid.row(row)].filter(({ column, value }) => column >= left && column <= right && value !== null);
    gap = cells.length === 0 ? gap + 1 : 0;
    if (cells.length === 0) continue;
    bottom = row;
    const texts = cells.map(cellText);
    const [first] = texts;
    if (texts.some((text) => ficheNumber(text) !== null)) numbered += 1;
    if (texts.some(namesBloc)) named += 1;
    if (first !== undefined && /^\D{0,12}20\d\d$/.test(first) && yearOf(first) !== null) yearly += 1;
    for (const { column, value, numberFormat } of cells) {
      if (!isAmount(value) || yearOf(String(value)) !== null) continue;
      amounts.set(column, (amounts.get(column) ?? 0) + 1);
      inEuros ||= numberFormat.includes("€") || (typeof value === "string" && /€|euro/i.test(value));
    }
  }
  return { titles: titlesOf(grid, firstRow), bottom, numbered, named, yearly, amounts, inEuros };
}

/** True where the rows or the titles can only be the contract's. */
export function isOfContract({ titles, numbered, named }: Entour): boolean {
  const titled = titles.some(namesContract);
  return titled || named >= 2 || (numbered >= 2 && (named >= 1 || titles.some(namesPlan)));
}

/** The fiche that a title or the sheet's name gives; null where none does. */
export function ficheAround({ titles }: Entour, sheetName: string): string | null {
  return titles.map(ficheInTitle).find((fiche) => fiche !== null) ?? ficheInSheetName(sheetName);
}

export function isEarmarked({ titles }: Entour): boolean {
  return titles.some(isEarmark);
}
