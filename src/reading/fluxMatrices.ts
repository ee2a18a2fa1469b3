/** Reads tables that split persons or posts over columns: months of a calendar, dominantes, actors. */
import { plainText } from "../domain/amount";
import type { Grandeur } from "../domain/grandeur";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import type { Cell } from "../workbook/picture";
import { isMoney, readCompte } from "./comptes";
import { titleOver, yearNamed } from "./fluxHeaders";
import { ACTEURS, dominanteOf, MONTHS, namesMoney, namesPersons, namesRsa, stadeOf, territoireOf } from "./fluxLabels";
import type { DetailDeFlux, FluxStock, LigneDeFlux } from "./fluxStockTables";
import { cellText, type Grid } from "./grid";
import { HINT, hintsOf } from "./hints";
import { rowKindOf } from "./labels";
import { totauxDeFlux } from "./totauxDeFlux";

type Axe = "mois" | "dominante" | "acteur";

interface Matrice {
  readonly row: number;
  readonly axe: Axe;
  readonly columns: readonly { readonly index: number; readonly nom: string; readonly header: string }[];
  readonly totalColumn: number | null;
  readonly labelColumn: number;
  readonly title: string;
  /** What its figures count, but for those that are written as percents. */
  readonly grandeur: Grandeur;
}

/** Columns that make a header: three months, or two dominantes or actors. */
const FEWEST: Readonly<Record<Axe, number>> = { mois: 3, dominante: 2, acteur: 2 };
/** Rows of words that may stand between two rows of figures ("REPRISE", "Fin de la reprise"). */
const LONGEST_GAP = 2;
/** "Emploi" and "social" head columns of many tables; these words, of ours alone. */
const OWN_DOMINANTE = /mobilisation|equilibre/;

function nameOn(axe: Axe, text: string): string | null {
  const plain = plainText(text);
  if (axe === "mois") return MONTHS.some((month) => month.test(plain)) && plain.length <= 15 ? plain : null;
  if (axe === "dominante") return plain.length <= 60 && dominanteOf(plain) !== null ? plain : null;
  return ACTEURS.test(plain) ? plain : null;
}

function textsOf(grid: Grid, row: number): { text: string; column: number }[] {
  return [...grid.row(row)]
    .filter((cell) => cellText(cell) !== "")
    .map((cell) => ({ text: cellText(cell), column: cell.column }));
}

function isPercent(cell: Cell | undefined): boolean {
  return cell !== undefined && /%/.test(typeof cell.value === "number" ? cell.numberFormat : cellText(cell));
}

/** What the figures under a header count; null where nothing says so, or euros are written. */
function grandeurOf(grid: Grid, row: number, axe: Axe, texts: readonly string[]): Grandeur | null {
  let percents = texts.filter((text) => /\(?%\)?$/.test(text)).length;
  let posts = texts.some((text) => /\betp\b/i.test(text));
  for (let below = row + 1; below <= Math.min(grid.lastRow, row + 12); below += 1) {
    for (const cell of grid.row(below)) {
      if (isMoney(cell)) return null;
      if (isPercent(cell)) percents += 1;
      if (/\d ?ETP\b/.test(cellText(cell))) posts = true;
    }
  }
  if (axe === "mois") return texts.some(namesRsa) ? "personnes" : null;
  if (posts) return "ETP";
  if (axe !== "dominante") return null;
  if (texts.some(namesPersons)) return "personnes";
  return percents > 1 ? "pourcentage" : null;
}

function matriceAt(grid: Grid, row: number): Matrice | null {
  const named = grid.row(row).filter(({ value }) => typeof value === "string" && (hintsOf(value) & HINT.matrice) !== 0);
  if (named.length < Math.min(...Object.values(FEWEST))) return null;
  const texts = textsOf(grid, row);
  for (const axe of ["mois", "dominante", "acteur"] as const) {
    const columns = texts.flatMap(({ text, column }) => {
      const nom = nameOn(axe, text);
      return nom === null ? [] : [{ index: column, nom, header: text }];
    });
    const [first] = columns;
    if (!first || columns.length < FEWEST[axe]) continue;
    if (axe === "dominante" && !columns.some(({ nom }) => OWN_DOMINANTE.test(nom))) continue;
    const last = columns.at(-1)?.index ?? first.index;
    const { text: title } = titleOver(grid, row);
    const around = [grid.sheet.name, title, ...texts.map(({ text }) => text)];
    const total = texts.find(({ text, column }) => column > last && rowKindOf([text]) === "total");
    const grandeur = around.some(namesMoney) ? null : grandeurOf(grid, row, axe, around);
    if (grandeur === null) return null;
    const labels = texts.filter(({ column }) => column < first.index);
    const labelColumn = labels.at(-1)?.column ?? Math.max(0, first.index - 1);
    return { row, axe, columns, totalColumn: total?.column ?? null, labelColumn, title, grandeur };
  }
  return null;
}

interface Rang {
  readonly ligne: LigneDeFlux;
  readonly grandeur: Grandeur;
}

function rangAt(grid: Grid, matrice: Matrice, row: number): Rang | null {
  const { columns, totalColumn, labelColumn, title } = matrice;
  const percents = columns.filter(({ index, header }) => isPercent(grid.at(row, index)) || header.includes("%")).length;
  const grandeur = percents * 2 > columns.length ? "pourcentage" : matrice.grandeur;
  const label = cellText(grid.shownAt(row, labelColumn)) || cellText(grid.shownAt(row, labelColumn - 1));
  const details = columns.map(({ index, nom }): DetailDeFlux => {
    const cell = readCompte(grid, row, index, grandeur);
    return { nom, ref: cell.ref, cell };
  });
  const total = totalColumn === null ? null : readCompte(grid, row, totalColumn, grandeur);
  const counted = details.filter(({ cell }) => cell.state === "amount").length;
  const others = details.filter(({ cell }) => cell.state === "unreadable").length;
  if (label === "" || counted === 0 || others > counted) return null;
  const kind = rowKindOf([label]);
  const isTotal = kind === "total" || kind === "sous-total";
  const ligne: LigneDeFlux = {
    row,
    kind: isTotal ? "total" : "detail",
    label,
    ref: { sheet: grid.sheet.name, row, column: labelColumn },
    territoire: isTotal ? null : territoireOf(label),
    public: "concernes",
    year: yearNamed(title) ?? yearOf(grid.sheet.name),
    mois: null,
    nombres: total ? { total } : {},
    details,
    taux: null,
    covers: [],
  };
  return { ligne, grandeur };
}

function rowsUnder(grid: Grid, matrice: Matrice): Rang[] {
  const rangs: Rang[] = [];
  let gap = 0;
  for (let row = matrice.row + 1; row <= grid.lastRow && gap <= LONGEST_GAP; row += 1) {
    const rang = rangAt(grid, matrice, row);
    gap = rang ? 0 : gap + 1;
    if (rang) rangs.push(rang);
  }
  return rangs;
}

/** Its rows of counts and its rows of percents: each adds up in its own way. */
function readMatrice(grid: Grid, matrice: Matrice): FluxStock[] {
  const rangs = rowsUnder(grid, matrice);
  const right = Math.max(matrice.totalColumn ?? 0, ...matrice.columns.map(({ index }) => index));
  const area = { top: matrice.row, left: matrice.labelColumn, bottom: rangs.at(-1)?.ligne.row ?? matrice.row, right };
  return [...new Set(rangs.map(({ grandeur }) => grandeur))].map((grandeur): FluxStock => {
    const own = rangs.filter((rang) => rang.grandeur === grandeur);
    const ranks = own.map(({ ligne: { kind, label } }) => ({ kind, isGrand: rowKindOf([label]) === "total", key: "" }));
    // Shares of a total row are of the whole: they add up to 100 % like the others.
    const covers = grandeur === "pourcentage" ? new Map<number, readonly number[]>() : totauxDeFlux(ranks);
    return {
      kind: "flux-stock",
      form: matrice.axe === "mois" ? "calendrier" : "repartition",
      sheet: grid.sheet.name,
      area,
      title: matrice.title,
      grandeur,
      stade: stadeOf([matrice.title]),
      tauxAnnonce: null,
      lignes: own.map(({ ligne }, index) => ({ ...ligne, covers: covers.get(index) ?? [] })),
    };
  });
}

/** Calendars and splits of a sheet, outside the given areas. */
export function readMatrices(grid: Grid, taken: readonly Area[]): FluxStock[] {
  const found: FluxStock[] = [];
  let read = -1;
  for (const row of grid.rowsSaying(HINT.matrice)) {
    if (row <= read) continue;
    const isTaken = taken.some(({ top, bottom }) => row >= top && row <= bottom);
    const matrice = isTaken || grid.isBlank(row) ? null : matriceAt(grid, row);
    const tables = matrice ? readMatrice(grid, matrice) : [];
    found.push(...tables);
    read = tables[0]?.area.bottom ?? row;
  }
  return found;
}
