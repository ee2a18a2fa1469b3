/** A table of annexe 3 as somebody laid it out, blank or half filled, with what somebody says of its columns. */
import type { ColonneDite, EnteteLue, RoleDeColonne } from "../domain/colonnesDeBilan";
import { withBlocs } from "./bilanBlocs";
import type { Corrections } from "./bilanHeaders";
import { CHAMPS_DE_BILAN, type Bilan } from "./bilanTables";
import { readBilans } from "./bilansDeFeuille";
import { Grid } from "./grid";
import { findHeaders } from "./headers";
import { asRead, placeLectures, withSaid } from "./lectures";
import type { Reading } from "./tables";
import type { Workbook } from "../workbook/picture";

export interface ColonneDeModele extends EnteteLue, ColonneDite {
  /** What its words alone say that it is for. */
  readonly reconnu: RoleDeColonne | null;
  /** True for what stands before all amounts and is nothing that is known: it names the rows, or is of no matter. */
  readonly estTitre: boolean;
}

/** The reading once more, the bilans of one sheet with the columns that somebody says. */
export function avecColonnes(workbook: Workbook, reading: Reading, name: string, corrections: Corrections): Reading {
  const sheet = workbook.sheets.find((one) => one.name === name);
  // What is said of persons is shown to no other reader.
  const isClosed = reading.fichiers.some((one) => one.sheet === name);
  if (!sheet || isClosed || corrections.size === 0) return reading;
  const placed = placeLectures(workbook).placed.filter((one) => one.sheet === name);
  const grid = new Grid(asRead(sheet, placed));
  const read = withSaid(placed, readBilans(grid, findHeaders(grid), corrections));
  const own = read.map((bilan) => withBlocs(bilan, reading.tables));
  return { ...reading, bilans: [...reading.bilans.filter((bilan) => bilan.sheet !== name), ...own] };
}

/** The first column of amounts, 0-based. */
function firstAmount({ colonnes }: Bilan): number {
  return Math.min(...CHAMPS_DE_BILAN.flatMap((champ) => colonnes[champ] ?? []));
}

function roleAt({ colonnes }: Bilan, column: number): RoleDeColonne | null {
  const roles = Object.entries(colonnes) as [RoleDeColonne, number][];
  return roles.find(([, index]) => index === column)?.[0] ?? null;
}

/**
 * The columns of a table, recognised or not, as an officer may correct them.
 * @param plain the reading without what somebody says
 */
export function colonnesDuModele(bilan: Bilan, plain: Reading): ColonneDeModele[] {
  const beside = plain.bilans.filter(({ sheet }) => sheet === bilan.sheet);
  // Years side by side share their headers, each with columns of its own.
  const others = [...beside.filter(({ year }) => year === bilan.year), ...beside];
  const first = firstAmount(bilan);
  return bilan.entetes.map(({ column, header }) => {
    const role = roleAt(bilan, column);
    const other = others.find(({ entetes }) => entetes.some((one) => one.column === column && one.header === header));
    const reconnu = other ? roleAt(other, column) : null;
    return { column, header, role, reconnu, estTitre: role === null && column < first };
  });
}

/** Whether a table has a column of which nothing is known, among or behind its amounts. */
export function aUneColonneInconnue(bilan: Bilan): boolean {
  return bilan.entetes.some(({ column }) => column > firstAmount(bilan) && roleAt(bilan, column) === null);
}
