/** Reads tables that split persons or posts over columns: months of a calendar, dominantes, actors. */
import { plainText } from "../domain/amount";
import type { Grandeur } from "../domain/grandeur";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import { isMoney, readCompte } from "./comptes";
import { titleOver, yearNamed } from "./fluxHeaders";
import { ACTEURS, dominanteOf, MONTHS, namesMoney, namesPersons, stadeOf, territoireOf } from "./fluxLabels";
import type { DetailDeFlux, FluxStock, LigneDeFlux } from "./fluxStockTables";
import { cellText, type Grid } from "./grid";
import { rowKindOf } from "./labels";
import { totauxDeFlux } from "./totauxDeFlux";

type Axe = "mois" | "dominante" | "acteur";

interface Matrice {
  readonly row: number;
  readonly axe: Axe;
  readonly columns: readonly { readonly index: number; readonly nom: string }[];
  readonly totalColumn: number | null;
  readonly labelColumn: number;
  readonly title: string;
  readonly grandeur: Grandeur;
}

/** Columns that make a header: three months, or two dominantes or actors. */
const FEWEST: Readonly<Record<Axe, number>> = { mois: 3, dominante: 2, acteur: 2 };
/** Rows of words that may stand between two rows of figures ("REPRISE", "Fin de la reprise"). */
const LONGEST_GAP = 2;
const CALENDAR = /calendrier|reprise|deploiement|\bstock\b|\bflux\b|entrees|orient/;

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

/** What the figures under a header count; null where nothing says so, or euros are written. */
function grandeurOf(grid: Grid, row: number, axe: Axe, texts: readonly string[]): Grandeur | null {
  let percents = 0;
  let posts = texts.some((text) => /\betp\b/i.test(text));
  for (let below = row + 1; below <= Math.min(grid.lastRow, row + 12); below += 1) {
    for (const cell of grid.row(below)) {
      if (isMoney(cell)) return null;
      if (/%/.test(typeof cell.value === "number" ? cell.numberFormat : cellText(cell))) percents += 1;
      if (/\d ?ETP\b/.test(cellText(cell))) posts = true;
    }
  }
  if (axe === "mois")
    return texts.some((text) => namesPersons(text) || CALENDAR.test(plainText(text))) ? "personnes" : null;
  if (percents > 1 && axe === "dominante") return "pourcentage";
  if (posts) return "ETP";
  return axe === "dominante" && texts.some(namesPersons) ? "personnes" : null;
}

function matriceAt(grid: Grid, row: number): Matrice | null {
  const texts = textsOf(grid, row);
  for (const axe of ["mois", "dominante", "acteur"] as const) {
    const columns = texts.flatMap(({ text, column }) => {
      const nom = nameOn(axe, text);
      return nom === null ? [] : [{ index: column, nom }];
    });
    const [first] = columns;
    if (!first || columns.length < FEWEST[axe]) continue;
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

function ligneAt(grid: Grid, matrice: Matrice, row: number): LigneDeFlux | null {
  const { columns, totalColumn, labelColumn, grandeur, title } = matrice;
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
  return {
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
}

function readMatrice(grid: Grid, matrice: Matrice): FluxStock | null {
  const lignes: LigneDeFlux[] = [];
  let gap = 0;
  for (let row = matrice.row + 1; row <= grid.lastRow && gap <= LONGEST_GAP; row += 1) {
    const ligne = ligneAt(grid, matrice, row);
    gap = ligne ? 0 : gap + 1;
    if (ligne) lignes.push(ligne);
  }
  const [first] = lignes;
  if (!first) return null;
  const isGrand = ({ label }: LigneDeFlux): boolean => rowKindOf([label]) === "total";
  const covers = totauxDeFlux(lignes.map((ligne) => ({ kind: ligne.kind, isGrand: isGrand(ligne), key: "" })));
  const right = Math.max(matrice.totalColumn ?? 0, ...matrice.columns.map(({ index }) => index));
  return {
    kind: "flux-stock",
    form: matrice.axe === "mois" ? "calendrier" : "repartition",
    sheet: grid.sheet.name,
    area: { top: matrice.row, left: matrice.labelColumn, bottom: lignes.at(-1)?.row ?? matrice.row, right },
    title: matrice.title,
    grandeur: matrice.grandeur,
    stade: stadeOf([matrice.title]),
    tauxAnnonce: null,
    // Shares of a total row are of the whole: they add up to 100 % like the others.
    lignes: lignes.map((ligne, index) => ({
      ...ligne,
      covers: matrice.grandeur === "pourcentage" ? [] : (covers.get(index) ?? []),
    })),
  };
}

/** Calendars and splits of a sheet, outside the given areas. */
export function readMatrices(grid: Grid, taken: readonly Area[]): FluxStock[] {
  const found: FluxStock[] = [];
  for (let row = 0; row <= grid.lastRow; row += 1) {
    const isTaken = taken.some(({ top, bottom }) => row >= top && row <= bottom);
    const matrice = isTaken || grid.isBlank(row) ? null : matriceAt(grid, row);
    const table = matrice && readMatrice(grid, matrice);
    if (!table) continue;
    found.push(table);
    row = table.area.bottom;
  }
  return found;
}
