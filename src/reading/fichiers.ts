/** Reads the files of persons of the convention on data exchange, each in one pass over its sheet. */
import { plainText } from "../domain/amount";
import { headerWords, LISTES } from "../domain/champsDEchange";
import type { FichierDEchange } from "../domain/fichierDEchange";
import type { Cell } from "../workbook/picture";
import type { CellRef } from "../workbook/address";
import { findEnteteDeFichier, type Entete, type EnteteDeFichier } from "./fichierHeaders";
import type { ColonneDeFichier, Fichier, LigneDeFichier } from "./fichiersTables";
import type { Grid } from "./grid";

/** A row with less says something about the file, not about a person. */
const FEWEST_CELLS = 2;

function isBlank({ value, error, formula }: Cell): boolean {
  if (error !== null || formula !== null) return false;
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** The header again, as when two exports were put one below the other. */
function isRepeatedHeader(cells: readonly Cell[], entetes: ReadonlyMap<number, Entete>): boolean {
  const same = cells.filter(
    ({ column, value }) => typeof value === "string" && entetes.get(column)?.words === headerWords(value),
  );
  return same.length * 2 > cells.length;
}

/** The filled cells of each row of persons, top to bottom. */
function rowsOf(grid: Grid, { row: headerRow, entetes }: EnteteDeFichier): { row: number; cells: Cell[] }[] {
  const byColumn = new Map(entetes.map((entete) => [entete.column, entete]));
  const first = entetes[0];
  const rows: { row: number; cells: Cell[] }[] = [];
  for (let row = headerRow + 1; row <= grid.lastRow; row += 1) {
    const cells = [...grid.row(row)].filter((cell) => !isBlank(cell));
    // Most rows differ from the header in their first cell already.
    const head = first && grid.at(row, first.column)?.value;
    const mayRepeat = typeof head === "string" && headerWords(head) === first?.words;
    if (cells.length < FEWEST_CELLS || (mayRepeat && isRepeatedHeader(cells, byColumn))) continue;
    rows.push({ row, cells });
  }
  return rows;
}

/** Columns that have a name, then those that only hold values. */
function colonnesOf(
  sheet: string,
  { row, fichier, entetes }: EnteteDeFichier,
  rows: readonly { row: number; cells: readonly Cell[] }[],
): ColonneDeFichier[] {
  const seen = new Set<string>();
  // A column of the right name is the datum's, wherever a misspelt one stands.
  for (const { champ, isExact } of entetes) if (champ && isExact) seen.add(champ.nom);
  const done = new Set<string>();
  const headed = entetes.map(({ column, champ, isExact }): ColonneDeFichier => {
    const ref = { sheet, row, column };
    if (!champ) return { ref, champ: null, etat: "en-trop" };
    const isSecond = done.has(champ.nom) || (!isExact && seen.has(champ.nom));
    done.add(champ.nom);
    if (isSecond && !champ.isMultiple) return { ref, champ, etat: "en-double" };
    // Where no name is imposed, a second one for a datum of several columns is only another word for it.
    return { ref, champ, etat: isExact || (isSecond && !fichier.isNomme) ? "reconnue" : "mal-nommee" };
  });
  const known = new Set(entetes.map(({ column }) => column));
  const unnamed = new Map<number, CellRef>();
  for (const { row: at, cells } of rows) {
    for (const { column } of cells) {
      if (!known.has(column) && !unnamed.has(column)) unnamed.set(column, { sheet, row: at, column });
    }
  }
  return [...headed, ...[...unnamed.values()].map((ref): ColonneDeFichier => ({ ref, champ: null, etat: "sans-nom" }))];
}

/** True where most values of a column are types of parcours, under whatever header. */
function holdsParcours(lignes: readonly LigneDeFichier[], place: number): boolean {
  const texts = lignes.flatMap(({ cells }) => {
    const value = cells[place]?.value;
    return typeof value === "string" ? [value] : [];
  });
  const listed = texts.filter((text) => LISTES.parcours?.valeurs.test(plainText(text)));
  return listed.length * 2 > texts.length;
}

/** Annexe 1 names orientation and type of parcours together: one column of types, called "Orientation", is both. */
function withParcours(
  colonnes: readonly ColonneDeFichier[],
  lignes: readonly LigneDeFichier[],
  { champs }: FichierDEchange,
): readonly ColonneDeFichier[] {
  const parcours = champs.find(({ contenu }) => contenu === "parcours");
  if (!parcours || colonnes.some(({ champ }) => champ === parcours)) return colonnes;
  const place = colonnes.findIndex(({ champ }) => champ?.nom === "orientation");
  if (place === -1 || !holdsParcours(lignes, place)) return colonnes;
  return colonnes.map((colonne, at) => (at === place ? { ...colonne, champ: parcours } : colonne));
}

/**
 * The file of persons of a sheet; null where it holds none. The area is the whole sheet from its header down: nothing that
 * stands there is another table.
 */
export function readFichier(grid: Grid): Fichier | null {
  const entete = findEnteteDeFichier(grid);
  if (!entete) return null;
  const { name } = grid.sheet;
  const rows = rowsOf(grid, entete);
  const colonnes = colonnesOf(name, entete, rows);
  const places = new Map(colonnes.map(({ ref }, place) => [ref.column, place]));
  const lignes = rows.map(({ row, cells }): LigneDeFichier => {
    const ordered = new Array<Cell | undefined>(colonnes.length).fill(undefined);
    for (const cell of cells) {
      const place = places.get(cell.column);
      if (place !== undefined) ordered[place] = cell;
    }
    return { row, cells: ordered };
  });
  const columns = colonnes.map(({ ref }) => ref.column);
  return {
    kind: entete.fichier.genre,
    sheet: name,
    area: {
      top: entete.row,
      left: Math.min(...columns),
      bottom: lignes.at(-1)?.row ?? entete.row,
      right: Math.max(...columns),
    },
    title: entete.fichier.titre,
    unit: "personnes",
    colonnes: withParcours(colonnes, lignes, entete.fichier),
    lignes,
  };
}
