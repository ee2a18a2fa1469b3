/** Reads tables of flux and stock: territories in rows, persons in columns. */
import { plainText } from "../domain/amount";
import type { CellRef } from "../workbook/address";
import { isMoney, readCompte, readTaux, tauxAnnonce } from "./comptes";
import { findFluxHeaders, yearNamed, type ColonneDeFlux, type EnTeteDeFlux } from "./fluxHeaders";
import { moisDans, publicOf, stadeOf, territoireOf } from "./fluxLabels";
import { CHAMPS_DE_FLUX, type ChampDeFlux, type FluxStock, type LigneDeFlux } from "./fluxStockTables";
import { cellText, type Grid } from "./grid";
import { rowKindOf } from "./labels";
import type { AmountCell } from "./tables";
import { totauxDeFlux } from "./totauxDeFlux";

const DEFAULT_PUBLIC = "concernes";
/** Rows that head the territories under them. */
const HEADING = /^(?:nombre|nb|effectifs?|ensemble|allocataires|beneficiaires|publics?)\b/;

interface Rang {
  readonly row: number;
  readonly label: string;
  readonly ref: CellRef;
  readonly isTotal: boolean;
  readonly territoire: string | null;
  readonly mois: number | null;
  readonly taux: LigneDeFlux["taux"];
  readonly cells: readonly { readonly column: ColonneDeFlux; readonly cell: AmountCell }[];
}

function isChamp(role: ColonneDeFlux["role"]): role is ChampDeFlux {
  return CHAMPS_DE_FLUX.some((champ) => champ === role);
}

/** Label cells of a row, left to right; the last that names a territory is the row's. */
function labelsAt(grid: Grid, header: EnTeteDeFlux, row: number): { text: string; column: number }[] {
  const isLabel = (index: number): boolean =>
    header.columns.find((column) => column.index === index)?.role === "label" ||
    !header.columns.some((column) => column.index === index);
  const firstCount = header.columns.find(({ role }) => role !== "label")?.index ?? header.right;
  const found: { text: string; column: number }[] = [];
  for (let column = header.left; column <= header.right; column += 1) {
    const text = cellText(grid.shownAt(row, column));
    const isHere = column < firstCount ? true : isLabel(column) && found.length === 0;
    if (isHere && isLabel(column) && /\p{L}/u.test(text)) found.push({ text, column });
  }
  return found;
}

function rangAt(grid: Grid, header: EnTeteDeFlux, row: number): Rang {
  const labels = labelsAt(grid, header, row);
  const label = labels.map(({ text }) => text).join(" ");
  const cells = header.columns.flatMap((column) => {
    if (!isChamp(column.role)) return [];
    return [{ column, cell: readCompte(grid, row, column.index, "personnes") }];
  });
  const months = header.columns.find(({ role }) => role === "mois");
  const counted = months ? readCompte(grid, row, months.index, "nombre").amount?.value.toNumber() : undefined;
  const inCells = cells
    .map(({ column, cell }) => moisDans(cell.written) ?? moisDans(column.header))
    .find((found) => found !== null);
  const rates = header.columns.find(({ role }) => role === "taux");
  const territoire = labels.map(({ text }) => territoireOf(text)).findLast((found) => found !== null) ?? null;
  const kind = rowKindOf(labels.map(({ text }) => text));
  const ref = { sheet: grid.sheet.name, row, column: labels.at(-1)?.column ?? header.left };
  const named = labels.findLast(({ text }) => tauxAnnonce(ref, text) !== null);
  return {
    row,
    label,
    ref,
    isTotal: kind === "total" || kind === "sous-total" || HEADING.test(plainText(label)),
    territoire: kind === "detail" ? territoire : null,
    mois: counted ?? moisDans(label) ?? inCells ?? null,
    taux:
      (rates && readTaux(grid, row, rates.index)) ??
      (named ? tauxAnnonce({ ...ref, column: named.column }, named.text) : null),
    cells,
  };
}

function hasCount({ cells }: Rang): boolean {
  return cells.some(({ cell }) => cell.state === "amount" || cell.state === "error" || cell.state === "stale");
}

/** Rows under a header, up to words without counts after a blank row, two blank rows or the next header. */
function rangsOf(grid: Grid, header: EnTeteDeFlux, lastRow: number): Rang[] {
  const rangs: Rang[] = [];
  let gap = 0;
  for (let row = header.lastRow + 1; row <= lastRow; row += 1) {
    if (grid.isBlank(row)) {
      gap += 1;
      if (gap > 1) break;
      continue;
    }
    const rang = rangAt(grid, header, row);
    if (rang.cells.some(({ cell }) => isMoney(grid.at(cell.ref.row, cell.ref.column)))) return [];
    if (gap > 0 && !hasCount(rang)) break;
    gap = 0;
    if (!/^dont\b/.test(plainText(rang.label))) rangs.push(rang);
  }
  return rangs;
}

/** One line for each public and year that a row counts. */
function lignesOf(rang: Rang, section: string, titleYear: number | null): LigneDeFlux[] {
  const { row, label, ref, isTotal, territoire, mois, taux } = rang;
  const keys = new Map<
    string,
    { public: string; year: number | null; nombres: Partial<Record<ChampDeFlux, AmountCell>> }
  >();
  for (const { column, cell } of rang.cells) {
    const own = column.public === DEFAULT_PUBLIC ? null : column.public;
    const line = { public: own ?? section, year: column.year ?? titleYear };
    const key = `${line.public}|${line.year ?? ""}`;
    const known = keys.get(key) ?? { ...line, nombres: {} };
    if (isChamp(column.role) && !known.nombres[column.role]) known.nombres[column.role] = cell;
    keys.set(key, known);
  }
  const several = keys.size > 1;
  return [...keys.values()].map((line): LigneDeFlux => ({
    ...{ row, label, ref, territoire, mois, details: [], covers: [] },
    kind: isTotal ? "total" : "detail",
    ...line,
    // A rate beside two publics is what the second has of the first.
    taux: several && line.public !== "integres" ? null : taux,
  }));
}

/** Some headers say "flux mensuels" over figures of all months: the totals tell. */
function withWholeFlux(lignes: readonly LigneDeFlux[]): LigneDeFlux[] {
  let whole = 0;
  let monthly = 0;
  for (const { nombres, mois } of lignes) {
    const [flux, stock, total] = [nombres.mensuel?.amount, nombres.stock?.amount, nombres.total?.amount];
    if (nombres.flux || !flux || !stock || !total) continue;
    if (flux.value.plus(stock.value).eq(total.value)) whole += 1;
    if (mois !== null && flux.value.times(mois).plus(stock.value).minus(total.value).abs().lte(mois)) monthly += 1;
  }
  if (whole <= monthly) return [...lignes];
  return lignes.map((ligne) => {
    const { mensuel, ...nombres } = ligne.nombres;
    return mensuel && !nombres.flux ? { ...ligne, nombres: { ...nombres, flux: mensuel } } : ligne;
  });
}

function readTable(grid: Grid, header: EnTeteDeFlux, lastRow: number): FluxStock[] {
  const rangs = rangsOf(grid, header, lastRow);
  const counted = rangs.filter(hasCount);
  if (counted.length === 0) return [];
  const headings = header.columns.map((column) => column.header);
  const titleYear = yearNamed(header.title) ?? yearNamed(grid.sheet.name);
  const startsWithTotal = counted[0]?.isTotal === true;
  let section = publicOf(header.title) ?? DEFAULT_PUBLIC;
  const lignes = rangs.flatMap((rang) => {
    const opens = !hasCount(rang) || (rang.isTotal && startsWithTotal);
    // A row of rates counts nobody.
    if (!hasCount(rang) && rang.cells.some(({ cell }) => cell.state !== "empty" && cell.state !== "covered")) return [];
    if (opens && rang.label !== "") section = publicOf(rang.label) ?? plainText(rang.label);
    return hasCount(rang) ? lignesOf(rang, section, titleYear) : [];
  });
  const read = withWholeFlux(lignes);
  const covers = totauxDeFlux(
    read.map(({ kind, label, public: of, year }) => ({
      kind,
      isGrand: rowKindOf([label]) === "total",
      key: `${of}|${year ?? ""}`,
    })),
  );
  const saysRate = header.titleRef !== null && /integr/.test(plainText(header.title));
  return [
    {
      kind: "flux-stock",
      form: "tableau",
      sheet: grid.sheet.name,
      area: {
        top: header.firstRow,
        left: header.left,
        bottom: rangs.at(-1)?.row ?? header.lastRow,
        right: header.right,
      },
      title: header.title,
      grandeur: "personnes",
      stade: stadeOf([header.title, ...headings]),
      tauxAnnonce: saysRate && header.titleRef ? tauxAnnonce(header.titleRef, header.title) : null,
      lignes: read.map((ligne, index) => ({ ...ligne, covers: covers.get(index) ?? [] })),
    },
  ];
}

/** Tables of flux and stock of a sheet. */
export function readFluxTables(grid: Grid): FluxStock[] {
  const headers = findFluxHeaders(grid);
  return headers.flatMap((header, place) =>
    readTable(grid, header, (headers[place + 1]?.firstRow ?? grid.lastRow + 1) - 1),
  );
}
