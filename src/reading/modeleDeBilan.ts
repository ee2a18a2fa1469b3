/** A table of annexe 3 as somebody laid it out, blank or half filled, with what somebody says of its columns. */
import type { ColonneDite, EnteteLue, RoleDeColonne } from "../domain/colonnesDeBilan";
import { withBlocs } from "./bilanBlocs";
import type { Corrections } from "./bilanHeaders";
import type { Bilan } from "./bilanTables";
import { readBilans } from "./bilansDeFeuille";
import { Grid } from "./grid";
import { findHeaders } from "./headers";
import type { Reading } from "./tables";
import type { Workbook } from "../workbook/picture";

export interface ColonneDeModele extends EnteteLue, ColonneDite {}

/** The reading once more, the bilans of one sheet with the columns that somebody says. */
export function avecColonnes(workbook: Workbook, reading: Reading, name: string, corrections: Corrections): Reading {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (!sheet || corrections.size === 0) return reading;
  const grid = new Grid(sheet);
  const own = readBilans(grid, findHeaders(grid), corrections).map((bilan) => withBlocs(bilan, reading.tables));
  return { ...reading, bilans: [...reading.bilans.filter((bilan) => bilan.sheet !== name), ...own] };
}

/** The columns of a table, recognised or not, as an officer may correct them. */
export function colonnesDuModele({ entetes, colonnes }: Bilan): ColonneDeModele[] {
  const roles = Object.entries(colonnes) as [RoleDeColonne, number][];
  return entetes.map(({ column, header }) => ({
    column,
    header,
    role: roles.find(([, index]) => index === column)?.[0] ?? null,
  }));
}
