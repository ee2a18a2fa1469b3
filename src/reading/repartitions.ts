/** Reads splits in cells of words: "DUNKERQUE 60 % emploi, 20 % équilibre …", "Roubaix : 3 ETP, Dunkerque : 6 ETP". */
import { plainText } from "../domain/amount";
import type { Grandeur } from "../domain/grandeur";
import { compteDansTexte, countIn } from "./comptes";
import { dominanteOf, stadeOf, territoireOf } from "./fluxLabels";
import type { DetailDeFlux, FluxStock, LigneDeFlux } from "./fluxStockTables";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import { rowKindOf } from "./labels";
import type { Cell } from "../workbook/picture";

const SHARE =
  /(\d{1,3}(?:[.,]\d+)?)\s?%\s+(?:en |de |d')?(?:parcours |dominante |accompagnement )?(?:dit )?[«"“]?\s*(\p{L}[\p{L}-]+)\s*[»"”]?/giu;
/** What may stand between two shares of one split. */
const BETWEEN = /^[\s,;/+et-]*$/i;

/** Rows above a cell that can head its column. */
const HEAD_ROWS = 4;

interface Split {
  readonly before: string;
  readonly details: DetailDeFlux[];
}

/** Splits of a cell; the words between two of them name what the second is of. */
function splitsOf(grid: Grid, { row, column }: Cell, text: string): Split[] {
  const splits: Split[] = [];
  let end = 0;
  let part = 0;
  for (const match of text.matchAll(SHARE)) {
    const [whole, digits = "", word = ""] = match;
    const nom = plainText(word);
    const count = countIn(digits);
    if (dominanteOf(nom) === null || !count) continue;
    const between = text.slice(end, match.index);
    const ref = { sheet: grid.sheet.name, row, column, part };
    const detail = { nom, ref, cell: compteDansTexte(ref, count, whole, "pourcentage") };
    const last = splits.at(-1);
    if (last && BETWEEN.test(between)) last.details.push(detail);
    else splits.push({ before: between, details: [detail] });
    end = match.index + whole.length;
    part += 1;
  }
  return splits.filter(({ details }) => details.length > 1);
}

/** The last words before a split that name a territory. */
function nameBefore(before: string): string {
  const words = before.split(/[\n:;,.–-]+/).map((one) => one.trim());
  return words.findLast((one) => one.length <= 40 && /\p{L}{3}/u.test(one)) ?? "";
}

function isSplit({ value }: Cell): boolean {
  return typeof value === "string" && value.includes("%") && /emploi|mobilisation/.test(plainText(value));
}

function ligneOf(sheet: string, { row, column }: Cell, label: string, details: readonly DetailDeFlux[]): LigneDeFlux {
  return {
    row,
    kind: "detail",
    label,
    ref: { sheet, row, column },
    territoire: territoireOf(label),
    public: "concernes",
    year: null,
    mois: null,
    nombres: {},
    details,
    taux: null,
    covers: [],
  };
}

function tableOf(
  sheet: string,
  { row, column }: Cell,
  grandeur: Grandeur,
  lignes: readonly LigneDeFlux[],
): FluxStock[] {
  if (lignes.length === 0) return [];
  const area = { top: row, left: column, bottom: row, right: column };
  const stade = stadeOf([]);
  return [
    { kind: "flux-stock", form: "phrase", sheet, area, title: sheet, grandeur, stade, tauxAnnonce: null, lignes },
  ];
}

const POSTS = /(\p{L}[\p{L}' -]{1,40}?)\s*:\s*(\d+(?:[.,]\d+)?)\s*ETP\b/giu;

/** Posts by territory in one cell, with the total that the cell may write. */
function postsOf(sheet: string, cell: Cell, text: string, label: string): LigneDeFlux[] {
  const parts = [...text.matchAll(POSTS)].flatMap(([whole, name = "", digits = ""], part): DetailDeFlux[] => {
    const count = countIn(digits);
    const ref = { sheet, row: cell.row, column: cell.column, part };
    return count ? [{ nom: plainText(name), ref, cell: compteDansTexte(ref, count, whole.trim(), "ETP") }] : [];
  });
  if (parts.length < 2) return [];
  const total = parts.find(({ nom }) => rowKindOf([nom]) === "total");
  const details = parts.filter((part) => part !== total);
  return [{ ...ligneOf(sheet, cell, label, details), nombres: total ? { total: total.cell } : {} }];
}

/** The nearest words above a cell: the actor, or the dominante, that its column is of. */
function headAbove(grid: Grid, { row, column }: Cell): string {
  for (let above = row - 1; above >= Math.max(0, row - HEAD_ROWS); above -= 1) {
    const text = cellText(grid.shownAt(above, column));
    if (text !== "" && text.length <= 60) return text;
  }
  return grid.sheet.name;
}

/** Cells of a sheet that split persons by dominante, or posts by territory, in words. */
export function readRepartitions(grid: Grid): FluxStock[] {
  const sheet = grid.sheet.name;
  return grid.cellsSaying(HINT.repartition).flatMap((cell): FluxStock[] => {
    const text = cellText(cell);
    if (/\d\s*ETP\b/i.test(text) && !text.includes("€"))
      return tableOf(sheet, cell, "ETP", postsOf(sheet, cell, text, headAbove(grid, cell)));
    if (!isSplit(cell)) return [];
    const splits = splitsOf(grid, cell, text);
    const lignes = splits.map(({ before, details }) => ligneOf(sheet, cell, nameBefore(before), details));
    return tableOf(sheet, cell, "pourcentage", lignes);
  });
}
