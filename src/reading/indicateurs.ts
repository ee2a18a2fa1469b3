/** Reads the tables of indicators of a sheet: one a fiche, under its title or split by a column that names the fiche. */
import { plainText } from "../domain/amount";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import { linesOf, readCible, totalAnnonce } from "./cibles";
import { ficheAbove, ficheOfTitle } from "./ficheTitles";
import { cellText, type Grid } from "./grid";
import {
  findIndicateurHeaders,
  type ColonneDIndicateur,
  type EnTeteDIndicateurs,
  type RoleDIndicateur,
} from "./indicateurHeaders";
import type { CibleCell, Indicateurs, LigneDIndicateur } from "./indicateursTables";
import { ficheNumber } from "./labels";

/** Blank rows that may stand inside a table. */
const LONGEST_GAP = 1;
const NEXT_TITLE =
  /^(?:#+ ?)?\**(?:indicateurs?\b|livrables?\b|budget|natures? de|plan de financement|total general|sources?\b|nb ?:|\*|territoires?$|pilotage$)/;

function ofRole({ columns }: EnTeteDIndicateurs, role: RoleDIndicateur): readonly ColonneDIndicateur[] {
  return columns.filter((column) => column.role === role);
}

/** A total that the words of one of these cells announce. */
function announcedIn(cells: readonly { readonly ref: CibleCell["ref"]; readonly written: string }[]): CibleCell | null {
  for (const { ref, written } of cells) {
    const valeur = totalAnnonce(written);
    // The cell may hold a target beside: the total is another figure of it.
    if (valeur !== null) return { ref: { ...ref, part: 1 }, state: "nombre", valeur, written };
  }
  return null;
}

/** Lines that a label and one figure at least share: as many indicators; one for a label that is merely long. */
function linesAt(grid: Grid, header: EnTeteDIndicateurs, row: number, label: string): (number | null)[] {
  const count = linesOf(label).length;
  const figures = header.columns.filter(({ role }) => role === "situation" || role === "cible" || role === "atteint");
  const isShared = figures.some(({ index }) => linesOf(cellText(grid.shownAt(row, index))).length === count);
  return count > 1 && isShared ? Array.from({ length: count }, (_, line) => line) : [null];
}

function ligneAt(
  grid: Grid,
  header: EnTeteDIndicateurs,
  row: number,
  whole: string,
  line: number | null,
): LigneDIndicateur {
  const [labelColumn] = ofRole(header, "label");
  const label = line === null ? whole : (linesOf(whole)[line] ?? "");
  const read = (column: ColonneDIndicateur): CibleCell => readCible(grid, row, column.index, line);
  const [yearColumn] = ofRole(header, "annee");
  const rowYear = yearColumn ? yearOf(cellText(grid.shownAt(row, yearColumn.index))) : null;
  const dated = (role: "cible" | "atteint"): LigneDIndicateur["cibles"] =>
    ofRole(header, role).flatMap((column) => {
      const annee = column.year ?? rowYear;
      return annee === null ? [] : [{ annee, cell: read(column) }];
    });
  const [situationColumn] = ofRole(header, "situation");
  const [totalColumn] = ofRole(header, "total");
  const situation = situationColumn ? read(situationColumn) : null;
  const ref = { sheet: grid.sheet.name, row, column: labelColumn?.index ?? 0 };
  const cibles = dated("cible");
  const written = totalColumn ? read(totalColumn) : null;
  const said = [{ ref, written: label }, ...(situation ? [situation] : []), ...cibles.map(({ cell }) => cell)];
  const total = written && written.state !== "vide" ? written : announcedIn(said);
  return { row, label, ref, situation, cibles, atteints: dated("atteint"), total };
}

/** The indicators of a row: one, or one for each line of its cells. */
function lignesAt(grid: Grid, header: EnTeteDIndicateurs, row: number): LigneDIndicateur[] {
  const [labelColumn] = ofRole(header, "label");
  const label = labelColumn ? cellText(grid.shownAt(row, labelColumn.index)) : "";
  return linesAt(grid, header, row, label).map((line) => ligneAt(grid, header, row, label, line));
}

function isFilled({ ref, situation, cibles, atteints, total }: LigneDIndicateur): boolean {
  const cells = [situation, total, ...[...cibles, ...atteints].map(({ cell }) => cell)];
  return cells.some((cell) => cell !== null && cell.state !== "vide" && cell.ref.column !== ref.column);
}

interface Rang {
  readonly ligne: LigneDIndicateur;
  readonly fiche: string | null;
}

/** Rows under a header up to the next title, two blank rows or the next header. */
function rangsOf(grid: Grid, header: EnTeteDIndicateurs, lastRow: number): Rang[] {
  const rangs: Rang[] = [];
  const [ficheColumn] = ofRole(header, "fiche");
  const indices = header.columns.map(({ index }) => index);
  let fiche = ficheAbove(grid, header.firstRow, { left: Math.min(...indices), right: Math.max(...indices) });
  let gap = 0;
  for (let row = header.lastRow + 1; row <= lastRow; row += 1) {
    const [ligne, ...others] = grid.isBlank(row) ? [] : lignesAt(grid, header, row);
    const named = ficheColumn ? ficheNumber(cellText(grid.shownAt(row, ficheColumn.index))) : null;
    if (named !== null) fiche = named;
    if (!ligne || (ligne.label === "" && !isFilled(ligne))) {
      gap += 1;
      if (gap > LONGEST_GAP) break;
      continue;
    }
    const titled = isFilled(ligne) ? null : ficheOfTitle(ligne.label);
    if (titled !== null) {
      fiche = titled;
      gap = 0;
      continue;
    }
    // A label alone after a blank row is the next title; within the table it is an indicator that nobody has filled.
    if (!isFilled(ligne) && (gap > 0 || NEXT_TITLE.test(plainText(ligne.label)))) break;
    gap = 0;
    if (ligne.label !== "") rangs.push(...[ligne, ...others].map((one) => ({ ligne: one, fiche })));
  }
  return withoutNextTitles(rangs);
}

/** Words under the title of a fiche that no figure follows announce another table. */
function withoutNextTitles(rangs: readonly Rang[]): Rang[] {
  const last = rangs.findLastIndex(({ ligne }) => isFilled(ligne));
  return rangs.filter(({ fiche }, place) => place <= last || fiche === rangs[last]?.fiche);
}

function isInside({ lastRow, columns }: EnTeteDIndicateurs, area: Area): boolean {
  return (
    lastRow >= area.top &&
    lastRow <= area.bottom &&
    columns.some(({ index, role }) => role !== "autre" && index >= area.left && index <= area.right)
  );
}

/** Tables of indicators of a sheet. `taken` are the areas of tables of other kinds. */
export function readIndicateurs(grid: Grid, taken: readonly Area[]): Indicateurs[] {
  const headers = findIndicateurHeaders(grid).filter((header) => !taken.some((area) => isInside(header, area)));
  return headers.flatMap((header, place) => {
    const next = headers.slice(place + 1).find(({ firstRow }) => firstRow > header.lastRow);
    const nextHeader = next?.firstRow ?? grid.lastRow + 1;
    const rangs = rangsOf(grid, header, nextHeader - 1);
    const indices = header.columns.map(({ index }) => index);
    const title = titleAbove(grid, header.firstRow);
    const fiches = isOurs(grid, header, title, rangs) ? [...new Set(rangs.map(({ fiche }) => fiche))] : [];
    return fiches.map((fiche): Indicateurs => {
      const lignes = rangs.filter((rang) => rang.fiche === fiche).map(({ ligne }) => ligne);
      const rows = lignes.map(({ row }) => row);
      const top = fiches.length === 1 ? header.firstRow : Math.min(...rows);
      return {
        kind: "indicateurs",
        sheet: grid.sheet.name,
        area: { top, left: Math.min(...indices), bottom: Math.max(...rows), right: Math.max(...indices) },
        title,
        fiche,
        lignes,
      };
    });
  });
}

/** Words of the contract and of whom it helps: any office has indicators, targets and results. */
const OURS =
  /pacte|contrat|convention|solidarit|\bfiches?\b|\baxe\b|\bvolet\b|indicateurs cibles|action|allocataire|\bb?rsa\b|beneficiaire|personne|jeune|menage|famille|enfant|professionnel|agents?\b|accompagn|insertion|precarite|logement|social|formation|formes?\b|atelier|partenaire|departement|maraude|aidant|hebergement/;

function isOurs(grid: Grid, header: EnTeteDIndicateurs, title: string, rangs: readonly Rang[]): boolean {
  if (ofRole(header, "situation").length > 0 || rangs.some(({ fiche }) => fiche !== null)) return true;
  return [grid.sheet.name, title, ...rangs.map(({ ligne }) => ligne.label)].some((text) => OURS.test(plainText(text)));
}

/** The nearest line of words above a header; the sheet's name where there is none. */
function titleAbove(grid: Grid, row: number): string {
  for (let above = row - 1; above >= Math.max(0, row - 4); above -= 1) {
    for (const cell of grid.row(above)) if (/[a-zà-ÿ]{3}/i.test(cellText(cell))) return cellText(cell);
  }
  return grid.sheet.name;
}
