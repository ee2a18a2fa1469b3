/** Reads the lines that describe one territory: "Nombre de BRSA entrants (flux) : 720 (sur 7 mois)". */
import { plainText } from "../domain/amount";
import { yearOf } from "../domain/years";
import type { CellRef } from "../workbook/address";
import type { Cell } from "../workbook/picture";
import { compteDansTexte, countIn, isMoney, readCompte } from "./comptes";
import { moisDans, namesPersons, roleDeFlux, stadeOf, territoireOf } from "./fluxLabels";
import { CHAMPS_DE_FLUX, type ChampDeFlux, type FluxStock, type LigneDeFlux } from "./fluxStockTables";
import { cellText, type Grid } from "./grid";
import { HINT } from "./hints";
import type { AmountCell } from "./tables";

/** Lines without a figure that may stand between two figures of a territory: blank ones, titles. */
const LONGEST_GAP = 4;
const LONGEST_LINE = 160;

/** A line that names a territory: "Bassin d'emploi retenu pour l'expérimentation : ville de Roubaix". */
const NAMED = /^[^:]{0,20}(?:bassin d'emploi|territoire|ville|commune|perimetre)\b[^:]{0,60}:\s*(.+)$/;

interface Line {
  readonly ref: CellRef;
  readonly text: string;
  /** The cell of its own that holds the figure, or the name. */
  readonly beside: { readonly text: string; readonly cell: AmountCell } | null;
}

/** The filled cells of a row, when they are no more than a label and its value; most rows have more. */
function labelAndValue(grid: Grid, row: number): readonly Cell[] {
  const filled: Cell[] = [];
  for (const cell of grid.row(row)) {
    if (cell.value === null || cellText(cell) === "") continue;
    if (filled.push(cell) > 2) return [];
  }
  return filled;
}

/** Lines of a sheet, top to bottom; a cell may hold several. */
function linesOf(grid: Grid): Line[] {
  const lines: Line[] = [];
  for (let row = 0; row <= grid.lastRow; row += 1) {
    const [label, value] = labelAndValue(grid, row);
    if (typeof label?.value !== "string") continue;
    const ref = { sheet: grid.sheet.name, row, column: label.column };
    const beside =
      value && !isMoney(value)
        ? { text: cellText(value), cell: readCompte(grid, row, value.column, "personnes") }
        : null;
    if (value && !beside) continue;
    const texts = label.value.split(/\r?\n/).filter((text) => text.trim() !== "");
    texts.forEach((text, part) => {
      if (text.length <= LONGEST_LINE)
        lines.push({
          ref: texts.length === 1 ? ref : { ...ref, part },
          text,
          beside: texts.length === 1 ? beside : null,
        });
    });
  }
  return lines;
}

function territoireDe({ text, beside }: Line): string | null {
  const plain = plainText(text);
  if (beside) return /bassin d'emploi|^territoire|^ville|^commune/.test(plain) ? territoireOf(beside.text) : null;
  const name = NAMED.exec(plain)?.[1];
  return name === undefined || /\d/.test(name) ? null : territoireOf(name);
}

interface Compte {
  readonly champ: ChampDeFlux;
  readonly cell: AmountCell;
  readonly mois: number | null;
}

/** The count that a line tells, with the months over which it is counted. */
function compteDe({ ref, text, beside }: Line): Compte | null {
  const role = roleDeFlux(text.replace(/:.*$/s, ""));
  const champ = CHAMPS_DE_FLUX.find((one) => one === role);
  if (champ === undefined || !namesPersons(text) || /%|€/.test(text)) return null;
  const mois = moisDans(text) ?? (beside ? moisDans(beside.text) : null);
  if (beside) return beside.cell.state === "amount" ? { champ, cell: beside.cell, mois } : null;
  const [, written] = /[:=»")]\s*(\d[\d\s\u00A0\u202F]*(?:\D*)?(?:\(.*\))?\D*)$/u.exec(text) ?? [];
  const count = written === undefined ? null : countIn(written.trim());
  return count && written !== undefined
    ? { champ, cell: compteDansTexte(ref, count, written.trim(), "personnes"), mois }
    : null;
}

interface Bassin {
  readonly name: Line;
  readonly territoire: string;
  readonly comptes: Compte[];
  lastRow: number;
}

function bassinsOf(lines: readonly Line[]): Bassin[] {
  const found: Bassin[] = [];
  let gap = 0;
  let current: Bassin | null = null;
  for (const line of lines) {
    const territoire = territoireDe(line);
    const compte = territoire === null ? compteDe(line) : null;
    if (territoire !== null) {
      current = { name: line, territoire, comptes: [], lastRow: line.ref.row };
      found.push(current);
      gap = 0;
    } else if (compte && current) {
      if (!current.comptes.some(({ champ }) => champ === compte.champ)) current.comptes.push(compte);
      current.lastRow = line.ref.row;
      gap = 0;
    } else {
      gap += 1;
      if (gap > LONGEST_GAP) current = null;
    }
  }
  return found.filter(({ comptes }) => comptes.some(({ champ }) => champ !== "total" && champ !== "bassin"));
}

/** The territories that lines of a sheet describe, one table each. */
export function readBassins(grid: Grid): FluxStock[] {
  if (grid.rowsSaying(HINT.bassin).length === 0) return [];
  return bassinsOf(linesOf(grid)).map(({ name, territoire, comptes, lastRow }): FluxStock => {
    const columns = [name.ref.column, ...comptes.map(({ cell }) => cell.ref.column)];
    const nombres: Partial<Record<ChampDeFlux, AmountCell>> = {};
    for (const { champ, cell } of comptes) nombres[champ] = cell;
    const ligne: LigneDeFlux = {
      row: name.ref.row,
      kind: "detail",
      label: name.beside?.text ?? name.text.replace(/^[^:]*:\s*/, ""),
      ref: name.ref,
      territoire,
      public: "concernes",
      year: yearOf(grid.sheet.name),
      mois: comptes.map(({ mois }) => mois).find((mois) => mois !== null) ?? null,
      nombres,
      details: [],
      taux: null,
      covers: [],
    };
    return {
      kind: "flux-stock",
      form: "bassin",
      sheet: grid.sheet.name,
      area: {
        top: name.ref.row,
        left: Math.min(...columns),
        bottom: lastRow,
        right: Math.max(...columns),
      },
      title: name.text,
      grandeur: "personnes",
      stade: stadeOf([grid.sheet.name]),
      tauxAnnonce: null,
      lignes: [ligne],
    };
  });
}
