/** Sums inside one table of persons: flux and stock, months, columns of a split, territories of a total. */
import { Decimal, ZERO } from "../../domain/decimal";
import { CHAMPS_DE_FLUX, type FluxStock, type LigneDeFlux } from "../../reading/fluxStockTables";
import type { AmountCell } from "../../reading/tables";
import type { Relation, RelationTerm } from "../../relations/relation";
import { isFilled } from "../rule";

const ONE = new Decimal(1);

/** What every relation between counts is: never more than a warning, from no article. */
export function relationOf(
  table: FluxStock,
  ligne: LigneDeFlux,
  relation: Pick<Relation, "total" | "terms"> & Partial<Relation>,
): Relation {
  return {
    rule: "flux-stock",
    kind: "equal",
    ceiling: "warning",
    variant: "somme",
    subject: `« ${ligne.label} »`,
    reference: null,
    row: `${table.sheet}!flux:${table.area.left}:${ligne.row}`,
    ...relation,
  };
}

export function once(cells: readonly AmountCell[]): RelationTerm[] {
  return cells.map((cell) => ({ cell, coefficient: ONE }));
}

/** A monthly figure is rounded to the unit: over its months it is off by less than one a month. */
export function overMonths(cell: AmountCell, mois: number): { readonly term: RelationTerm; readonly margin: Decimal } {
  return { term: { cell, coefficient: new Decimal(mois) }, margin: new Decimal(mois) };
}

function hasAmount(cell: AmountCell | undefined): cell is AmountCell {
  return isFilled(cell) && cell.state !== "none";
}

function ofLine(table: FluxStock, ligne: LigneDeFlux): Relation[] {
  const { flux, mensuel, stock, total } = ligne.nombres;
  const { mois, details } = ligne;
  const found: Relation[] = [];
  const monthly = mois !== null && hasAmount(mensuel) ? overMonths(mensuel, mois) : null;
  if (hasAmount(flux) && hasAmount(stock) && hasAmount(total)) {
    found.push(relationOf(table, ligne, { total, terms: once([flux, stock]) }));
  }
  if (hasAmount(flux) && monthly) {
    found.push(
      relationOf(table, ligne, { total: flux, terms: [monthly.term], margin: monthly.margin, variant: "mois" }),
    );
  }
  if (!flux && monthly && hasAmount(stock) && hasAmount(total)) {
    const terms = [monthly.term, ...once([stock])];
    found.push(relationOf(table, ligne, { total, terms, margin: monthly.margin }));
  }
  const parts = details.map(({ cell }) => cell).filter(isFilled);
  if (hasAmount(total) && parts.length > 1 && table.grandeur !== "pourcentage") {
    found.push(relationOf(table, ligne, { total, terms: once(parts) }));
  }
  return found;
}

/** The columns that a total adds up: each count, and each part of a split. */
function ofTotal(table: FluxStock, ligne: LigneDeFlux): Relation[] {
  const covered = ligne.covers.flatMap((index) => table.lignes[index] ?? []);
  if (covered.length === 0) return [];
  const counts = CHAMPS_DE_FLUX.flatMap((champ): Relation[] => {
    const total = ligne.nombres[champ];
    const terms = covered.flatMap(({ nombres }) => nombres[champ] ?? []);
    // A territory that is not filled yet leaves a total that nobody can verify.
    if (!hasAmount(total) || terms.length < covered.length || !terms.every(isFilled)) return [];
    const margin = champ === "mensuel" ? new Decimal(terms.length) : ZERO;
    return [relationOf(table, ligne, { total, terms: once(terms), margin })];
  });
  const parts = ligne.details.flatMap(({ cell: total }, place): Relation[] => {
    const terms = covered.flatMap(({ details }) => details[place]?.cell ?? []);
    return hasAmount(total) ? [relationOf(table, ligne, { total, terms: once(terms) })] : [];
  });
  return [...counts, ...parts];
}

/** Everything that has to add up inside a table of persons. */
export function sumsOf(table: FluxStock): Relation[] {
  return table.lignes.flatMap((ligne) => [...ofLine(table, ligne), ...ofTotal(table, ligne)]);
}
