/** Reads imputations: tables with a code column, code columns of plans, sentences, and blocks of "Programme : 102". */
import type { Unit } from "../domain/amount";
import { classementsOfAction, numberedBlocs, partOf, type Classement } from "../domain/bloc";
import { codesInText, readCode } from "../domain/codesActivite";
import { yearOf } from "../domain/years";
import type { Area } from "../workbook/address";
import { generalDecimals, readAmountCell } from "./amountCells";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import { announcedUnit, ficheNumber, rowKindOf } from "./labels";
import { amountColumn, columnsAt, type Columns, type Role } from "./imputationHeaders";
import type { Imputations, LigneDImputation, WrittenCell } from "./otherTables";
import type { PlanDeFinancement } from "./tables";

/** A cell as an identifier: digits of a number without exponent or decimals. */
export function writtenCell(grid: Grid, row: number, column: number): WrittenCell | null {
  // A title merged across the columns is no code; a code merged down its rows is the code of each.
  if ((grid.mergeAt(row, column)?.left ?? column) < column) return null;
  const cell = grid.shownAt(row, column);
  const text = typeof cell?.value === "number" ? BigInt(Math.round(cell.value)).toString() : cellText(cell);
  if (!cell || text === "" || /^(?:-+|–|NC)$/i.test(text)) return null;
  return {
    ref: { sheet: grid.sheet.name, row: cell.row, column: cell.column },
    written: text,
    stored: typeof cell.value === "number" ? "number" : "text",
  };
}

/** The codes of a cell, each on its own: "030450232301 - 030450232501", or one before its label. */
export function codesOfCell(cell: WrittenCell | null): WrittenCell[] {
  if (!cell) return [];
  const found = codesInText(cell.written);
  const isAlone = found.length === 1 && found[0] === cell.written.trim();
  if (found.length === 0 || isAlone || readCode(cell.written).kind !== "invalid") return [cell];
  return found.map((written) => ({ ...cell, written, isPart: true }));
}

interface RowReader {
  readonly grid: Grid;
  readonly columns: Columns;
  readonly unit: Unit;
  readonly lastRow: number;
  readonly headerRow: number;
}

/** A label that names a block by its number first; the words of a title come after the number of its fiche. */
function classementOfLabels(labels: readonly string[], fiche: string | null): Classement | null {
  const named = labels.find((label) => numberedBlocs(label).length > 0);
  const all = (named === undefined ? labels : [named, ...labels]).flatMap((label) =>
    classementsOfAction({ label, axe: "", fiche }),
  );
  return all.find(({ bloc }) => bloc !== null) ?? all[0] ?? null;
}

function readRow({ grid, columns, unit, lastRow, headerRow }: RowReader, row: number): LigneDImputation | null {
  const of = (role: Role): WrittenCell | null => {
    const column = [...columns].find(([, one]) => one === role)?.[0];
    return column === undefined ? null : writtenCell(grid, row, column);
  };
  const labels = [...columns].flatMap(([column, role]) =>
    role === "label" ? [cellText(grid.shownAt(row, column))] : [],
  );
  const place = amountColumn(grid, headerRow, columns);
  const montant =
    place === undefined
      ? null
      : readAmountCell(grid, row, place, unit, generalDecimals(grid, place, headerRow + 1, lastRow));
  const code = of("code");
  const texts = labels.filter((label) => label !== "");
  // The word "Total" may stand in any column, the one of the codes included.
  const words = [...texts, code?.written ?? "", of("programme")?.written ?? ""].filter((text) => text !== "");
  const announced = rowKindOf(words);
  const isTotal = announced === "total" || announced === "sous-total";
  const codes = isTotal && !/\d{4}/.test(code?.written ?? "") ? [] : codesOfCell(code);
  if (words.length === 0 && (!montant || montant.state === "empty")) return null;
  const kind = isTotal && codes.length === 0 ? announced : "ligne";
  const blocs = numberedBlocs(texts.join(" "));
  const fiche = texts.map(ficheNumber).find((number) => number !== null) ?? null;
  const nomenclature = (
    role: Role,
    name: LigneDImputation["nomenclatures"][number]["kind"],
  ): LigneDImputation["nomenclatures"] => {
    const cell = of(role);
    return cell ? [{ kind: name, cell }] : [];
  };
  return {
    row,
    kind,
    label: texts[0] ?? (kind === "ligne" ? "" : (words[0] ?? "")),
    fiche,
    classement:
      blocs.length > 1 ? { part: partOf(blocs[0] ?? "volet-1"), bloc: null } : classementOfLabels(texts, fiche),
    blocs,
    programme: of("programme"),
    action: of("action"),
    sousAction: of("sous-action"),
    codes,
    nomenclatures: [
      ...nomenclature("gm", "gm"),
      ...nomenclature("domaine", "domaine-fonctionnel"),
      ...nomenclature("centre", "centre-financier"),
      ...nomenclature("ej", "ej"),
    ],
    montant: montant && montant.state !== "empty" ? montant : null,
  };
}

/** Rows above a header that can name its year and unit. */
const TITLE_ROWS = 5;

function linesAbove(grid: Grid, row: number, columns: Columns): string[] {
  const all = [...columns.keys()];
  const [left, right] = [Math.min(...all) - 1, Math.max(...all) + 1];
  const lines: string[] = [];
  for (let above = row - 1; above >= Math.max(0, row - TITLE_ROWS); above -= 1) {
    for (const { value, column } of grid.row(above)) {
      if (typeof value === "string" && column >= left && column <= right) lines.push(value);
    }
  }
  return lines;
}

function yearAround(grid: Grid, texts: readonly string[]): number | null {
  for (const text of [...texts, grid.sheet.name]) {
    const year = yearOf(text);
    if (year !== null) return year;
  }
  return null;
}

/** Blank rows that may stand inside a table. */
const LONGEST_GAP = 2;

function tableAt(grid: Grid, headerRow: number, columns: Columns): Imputations | null {
  const headers = [...columns.keys()].map((column) => cellText(grid.at(headerRow, column)));
  const lines = linesAbove(grid, headerRow, columns);
  const unit = [...headers, ...lines].map(announcedUnit).find((one) => one !== null) ?? "€";
  const lignes: LigneDImputation[] = [];
  let last = headerRow;
  let gap = 0;
  for (let row = headerRow + 1; row <= grid.lastRow; row += 1) {
    const isEmpty = [...columns.keys()].every((column) => cellText(grid.at(row, column)) === "");
    gap = isEmpty ? gap + 1 : 0;
    if (gap > LONGEST_GAP) break;
    if (isEmpty) continue;
    // After a gap only a line with a code is still of this table.
    const read = readRow({ grid, columns, unit, lastRow: grid.lastRow, headerRow }, row);
    const isApart = row - last > 1 && !read?.codes.length && read?.kind === "ligne";
    if (isApart || columnsAt(grid, row, (column) => columns.has(column)).size > 0) break;
    if (read) lignes.push(read);
    last = row;
  }
  if (!lignes.some(({ codes, programme }) => codes.length > 0 || programme)) return null;
  const all = [...columns.keys()];
  return {
    kind: "imputations",
    form: "tableau",
    sheet: grid.sheet.name,
    area: { top: headerRow, left: Math.min(...all), bottom: last, right: Math.max(...all) },
    title: lines[0] ?? grid.sheet.name,
    unit,
    year: yearAround(grid, [...headers, ...lines]),
    lignes,
  };
}

/** The last column of a plan's header: what follows its amounts without a gap is the plan's. */
function lastColumnOf(grid: Grid, { area }: PlanDeFinancement, row: number): number {
  let column = area.right;
  while (cellText(grid.at(row, column + 1)) !== "") column += 1;
  return column;
}

/** The code column of a plan, and its programme, action and sous-action columns where it has them. */
function ofPlan(grid: Grid, plan: PlanDeFinancement): Imputations[] {
  for (let row = plan.area.top; row <= Math.min(plan.area.top + 2, plan.area.bottom); row += 1) {
    const columns = columnsAt(
      grid,
      row,
      (column) => column >= plan.area.left && column <= lastColumnOf(grid, plan, row),
    );
    if (![...columns.values()].includes("code")) continue;
    const used = new Map([...columns].filter(([, role]) => !["montant", "label"].includes(role)));
    // In a plan "Action" heads the actions of the contract, not those of the programme.
    for (const [column, role] of columns) if (role === "action") used.delete(column);
    const lignes = plan.lignes.flatMap((line): LigneDImputation[] => {
      const read = readRow(
        { grid, columns: used, unit: plan.unit, lastRow: plan.area.bottom, headerRow: row },
        line.row,
      );
      const isCoded = read?.codes.some(({ written }) => /\d{4}/.test(written.replace(/\s/g, "")));
      if (!read || (line.kind !== "action" && !(line.kind === "section" && isCoded))) return [];
      return [{ ...read, kind: "ligne", label: line.label, fiche: line.fiche, classement: line.classement }];
    });
    return lignes.length === 0 ? [] : [{ ...plan, kind: "imputations", form: "plan", lignes }];
  }
  return [];
}

/**
 * Imputation tables and code columns of a sheet.
 * @param taken areas of tables that are none
 */
export function readImputationTables(
  grid: Grid,
  plans: readonly PlanDeFinancement[],
  taken: readonly Area[],
): Imputations[] {
  const found = plans.flatMap((plan) => ofPlan(grid, plan));
  let read = -1;
  for (const row of grid.rowsSaying(HINT.imputation)) {
    if (row <= read) continue;
    const beside = plans.filter(({ area }) => row >= area.top && row <= area.bottom);
    const isFree = (column: number): boolean =>
      beside.every((plan) => column < plan.area.left || column > lastColumnOf(grid, plan, plan.area.top)) &&
      taken.every(({ top, bottom, left, right }) => row < top || row > bottom || column < left || column > right);
    const columns = columnsAt(grid, row, isFree);
    const table = columns.size > 0 ? tableAt(grid, row, columns) : null;
    if (!table) continue;
    found.push(table);
    if (beside.length === 0) read = table.area.bottom;
  }
  return found;
}
