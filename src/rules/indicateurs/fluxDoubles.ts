/** The same persons counted in two tables of a workbook: flux, stock, monthly flux, calendars. */
import { plainText } from "../../domain/amount";
import { Decimal, ZERO } from "../../domain/decimal";
import type { ChampDeFlux, FluxStock, LigneDeFlux } from "../../reading/fluxStockTables";
import type { AmountCell } from "../../reading/tables";
import { keyOf, type Relation } from "../../relations/relation";
import { isFilled } from "../rule";
import { once, overMonths, relationOf } from "./fluxSums";

interface Ecriture {
  readonly table: FluxStock;
  readonly ligne: LigneDeFlux;
}

interface Compte extends Ecriture {
  readonly cell: AmountCell;
}

const CHAMPS: readonly ChampDeFlux[] = ["bassin", "flux", "stock", "total"];

/** Lines about one territory that count the same persons, by territory, public and stage. */
function ecrituresOf(tables: readonly FluxStock[]): Ecriture[][] {
  const groups = new Map<string, Ecriture[]>();
  for (const table of tables) {
    if (table.grandeur !== "personnes") continue;
    for (const ligne of table.lignes) {
      if (ligne.kind !== "detail" || ligne.territoire === null) continue;
      const key = `${ligne.territoire}|${ligne.public}|${table.stade}`;
      const known = groups.get(key);
      if (known) known.push({ table, ligne });
      else groups.set(key, [{ table, ligne }]);
    }
  }
  return [...groups.values()];
}

/** Those of one year, or of so many months, where several are named; what names none could be any of them. */
function apart<T>(comptes: readonly T[], of: (one: T) => number | null): T[][] {
  const named = new Set(comptes.flatMap((one) => of(one) ?? []));
  if (named.size < 2) return [[...comptes]];
  return [...named].map((value) => comptes.filter((one) => of(one) === value));
}

function comptesOf(ecritures: readonly Ecriture[], champ: ChampDeFlux): Compte[][] {
  const comptes = ecritures.flatMap(({ table, ligne }): Compte[] => {
    const cell = ligne.nombres[champ];
    return cell?.amount ? [{ table, ligne, cell }] : [];
  });
  const byYear = apart(comptes, ({ ligne }) => ligne.year);
  return champ === "flux" ? byYear.flatMap((list) => apart(list, ({ ligne }) => ligne.mois)) : byYear;
}

/** The writing that most others agree with, monthly figures and calendars included, else the first. */
function referenceOf(comptes: readonly Compte[], besides: (one: Compte) => readonly Relation[]): Compte | null {
  const holds = ({ total, terms, margin = ZERO }: Relation): boolean =>
    terms
      .reduce((sum, { cell, coefficient }) => sum.plus(coefficient.times(cell.amount?.value ?? ZERO)), ZERO)
      .minus(total.amount?.value ?? ZERO)
      .abs()
      .lte(margin);
  const votes = (one: Compte): number =>
    comptes.filter(({ cell }) => one.cell.amount && cell.amount?.value.eq(one.cell.amount.value)).length +
    besides(one).filter(holds).length;
  return comptes.reduce<Compte | null>((best, one) => (best && votes(best) >= votes(one) ? best : one), null);
}

function againstReference(comptes: readonly Compte[], reference: Compte): Relation[] {
  return comptes
    .filter(({ cell }) => keyOf(cell.ref) !== keyOf(reference.cell.ref))
    .map(({ table, ligne, cell }) =>
      relationOf(table, ligne, { total: cell, terms: once([reference.cell]), variant: "double" }),
    );
}

/** The months of a territory, where all that name them agree. */
function monthsOf(ecritures: readonly Ecriture[]): number | null {
  const months = new Set(ecritures.flatMap(({ ligne }) => ligne.mois ?? []));
  const [first] = months;
  return months.size === 1 && first !== undefined ? first : null;
}

/** Monthly flux of a table that has no other, over the months that another names. */
function monthly(ecritures: readonly Ecriture[], flux: Compte): Relation[] {
  const mois = monthsOf(ecritures);
  return ecritures.flatMap(({ table, ligne }): Relation[] => {
    const { mensuel, flux: own } = ligne.nombres;
    if (!mensuel?.amount || own || mois === null) return [];
    const { term, margin } = overMonths(mensuel, mois);
    return [relationOf(table, ligne, { total: flux.cell, terms: [term], margin, variant: "mois" })];
  });
}

/** What a calendar spreads over its months; null where its title does not say. */
function spreadBy({ form, title, sheet }: FluxStock): ChampDeFlux | null {
  const words = plainText(`${title} ${sheet}`);
  if (form !== "calendrier") return null;
  if (/\bstock\b|\breprise\b/.test(words)) return "stock";
  return /\bflux\b|entrees|entrants/.test(words) ? "flux" : null;
}

/** The months of a calendar give the stock, or the flux, that they spread, each rounded to the unit. */
function calendars(ecritures: readonly Ecriture[], champ: ChampDeFlux, reference: Compte): Relation[] {
  return ecritures.flatMap(({ table, ligne }): Relation[] => {
    if (spreadBy(table) !== champ) return [];
    const cells = ligne.details.map(({ cell }) => cell).filter(isFilled);
    const margin = new Decimal(cells.length);
    return [relationOf(table, ligne, { total: reference.cell, terms: once(cells), margin, variant: "calendrier" })];
  });
}

/** Relations between all writings of one count, over the whole workbook. */
export function doublesOf(tables: readonly FluxStock[]): Relation[] {
  return ecrituresOf(tables).flatMap((ecritures) =>
    CHAMPS.flatMap((champ) => {
      const groups = comptesOf(ecritures, champ);
      return groups.flatMap((comptes): Relation[] => {
        // Where several years or spans are told apart, nobody says of which a calendar is.
        const besides = (one: Compte): Relation[] =>
          groups.length > 1
            ? []
            : [...(champ === "flux" ? monthly(ecritures, one) : []), ...calendars(ecritures, champ, one)];
        const reference = referenceOf(comptes, besides);
        return reference ? [...againstReference(comptes, reference), ...besides(reference)] : [];
      });
    }),
  );
}
