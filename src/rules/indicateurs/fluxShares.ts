/** Splits by dominante: each named once, all of them 100 %. */
import { Decimal, ZERO } from "../../domain/decimal";
import { formatFigure } from "../../domain/format";
import type { DetailDeFlux, FluxStock, LigneDeFlux } from "../../reading/fluxStockTables";
import type { CellRef } from "../../workbook/address";
import { cellFault, type CellFault } from "../rule";

const WHOLE = new Decimal(100);
/** Two shares in a sentence may leave the third unsaid. */
const FEWEST = 3;

/** The cell itself: several shares can stand in one. */
function cellOf({ sheet, row, column }: CellRef): CellRef {
  return { sheet, row, column };
}

function saidTwice(details: readonly DetailDeFlux[]): DetailDeFlux | null {
  return details.find(({ nom }, place) => details.findIndex((other) => other.nom === nom) < place) ?? null;
}

function written(details: readonly DetailDeFlux[]): string {
  return details.map(({ cell, nom }) => `${formatFigure(cell.amount?.value ?? ZERO, cell.grandeur)} ${nom}`).join(", ");
}

function subjectOf({ label }: LigneDeFlux): string {
  return label === "" ? "répartition" : `« ${label} »`;
}

/** What rounding leaves: half of the last written digit of each share. */
function marginOf(details: readonly DetailDeFlux[]): Decimal {
  const decimals = Math.max(0, ...details.map(({ cell }) => cell.amount?.value.decimalPlaces() ?? 0));
  return new Decimal(10).pow(-decimals).div(2).times(details.length);
}

function sumFault(ligne: LigneDeFlux, details: readonly DetailDeFlux[]): CellFault[] {
  const sum = details.reduce((value, { cell }) => value.plus(cell.amount?.value ?? ZERO), ZERO);
  const [first, ...others] = details;
  if (!first || sum.minus(WHOLE).abs().lte(marginOf(details))) return [];
  return [
    cellFault({
      rule: "flux-stock",
      severity: "warning",
      cell: cellOf(first.ref),
      cells: others.map(({ ref }) => cellOf(ref)),
      variant: `parts|${formatFigure(sum, "pourcentage")}`,
      subject: subjectOf(ligne),
      written: written(details),
    }),
  ];
}

function nameFault(
  ligne: LigneDeFlux,
  details: readonly DetailDeFlux[],
  twice: DetailDeFlux,
  cell: CellRef,
): CellFault {
  return cellFault({
    rule: "flux-stock",
    severity: "warning",
    cell: cellOf(cell),
    variant: `nom|${twice.nom}`,
    subject: subjectOf(ligne),
    written: written(details),
  });
}

/** One card for a split that is repeated word for word; the cells of one fault are told once. */
function grouped(faults: readonly CellFault[]): CellFault[] {
  const groups = new Map<string, CellFault>();
  for (const fault of faults) {
    const key = `${fault.subject}|${fault.variant}|${fault.written}`;
    const known = groups.get(key);
    groups.set(key, known ? { ...known, cells: [...known.cells, fault.cell, ...fault.cells] } : fault);
  }
  return [...groups.values()].map((fault) => {
    const others = fault.cells.filter(
      ({ sheet, row, column }) => sheet !== fault.cell.sheet || row !== fault.cell.row || column !== fault.cell.column,
    );
    return {
      ...fault,
      cells: [...new Map(others.map((ref) => [`${ref.sheet}!${ref.row}:${ref.column}`, ref])).values()],
    };
  });
}

/** Splits whose shares do not make 100 %, or that name one dominante twice. */
export function shareFaults(tables: readonly FluxStock[]): { readonly faults: CellFault[]; readonly checked: number } {
  const faults: CellFault[] = [];
  let checked = 0;
  for (const table of tables) {
    if (table.form !== "phrase" && table.form !== "repartition") continue;
    const [first] = table.lignes;
    // The columns of a table are named once for all its rows.
    const heads = table.form === "repartition" ? saidTwice(first?.details ?? []) : null;
    if (first && heads) faults.push(nameFault(first, first.details, heads, { ...heads.ref, row: table.area.top }));
    for (const ligne of table.lignes) {
      const details = ligne.details.filter(({ cell }) => cell.amount !== null);
      const twice = table.form === "phrase" ? saidTwice(details) : null;
      if (table.form === "phrase") checked += 1;
      if (twice) faults.push(nameFault(ligne, details, twice, twice.ref));
      if (table.grandeur !== "pourcentage" || details.length < FEWEST) continue;
      if (table.form === "repartition") checked += 1;
      faults.push(...sumFault(ligne, details));
    }
  }
  return { faults: grouped(faults), checked };
}
