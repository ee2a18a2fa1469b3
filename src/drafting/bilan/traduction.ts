/** Formulas of a drawn bilan, written anew for a table that has other rows and columns: what it lacks is spelled out. */
import { A_COMPLETER } from "../../domain/amount";
import { cellAddress, columnIndex, columnLetters, parseArea, type CellRef } from "../../workbook/address";
import { sheetInFormula } from "../../workbook/contents";
import { referenceTo } from "../figure";
import { BILAN } from "./colonnes";
import type { DessinDeTable } from "./feuille";
import type { Formule } from "./formules";
import type { CelluleDessinee } from "./grille";

/** Words in quotes, a cell of another sheet, a cell or a range of the drawn one. */
const PIECES =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!)([A-Z]{1,3}\d+)|(?<![\p{L}\d_.])([A-Z]{1,3}\d+)(?::([A-Z]{1,3}\d+))?(?![\p{L}\d(])/gu;

const OPEN = `"${A_COMPLETER}"`;

/** Excel's own limit is 8192. */
export const LONGEST_FORMULA = 8_000;

export interface Traduite {
  readonly formule: Formule;
  /** A cell that somebody has to type, and that the table has no place for; null where there is none. */
  readonly manque: CelluleDessinee["manque"];
}

/** The cells of other sheets that a formula of a drawn one refers to. */
export function renvoisDe(texte: string): string[] {
  return [...texte.matchAll(PIECES)].flatMap(([, sheet, address]) => (sheet && address ? [`${sheet}${address}`] : []));
}

/** As `renvoisDe` names a cell. */
export function nomDe({ sheet, row, column }: CellRef): string {
  return `${sheetInFormula(sheet)}!${cellAddress(row, column)}`;
}

/** Where the cells of a drawn bilan, by their address, stand in a table. */
export interface Places {
  /** Null for one that the table has no place for: its formula is spelled out. */
  readonly lieuOf: (address: string) => CellRef | null;
  /** True where somebody types in this very cell: no formula stands there. */
  readonly estSaisi: (address: string) => boolean;
}

/** Amounts that count as nothing while they are blank. */
const COMPLEMENTS: readonly number[] = [BILAN.ineligible, BILAN.autres];

export class Traduction {
  constructor(
    private readonly dessin: DessinDeTable,
    private readonly places: Places,
  ) {}

  /** A drawn cell as a formula of `sheet`. */
  de({ formule, manque }: CelluleDessinee, sheet: string): Traduite {
    if (manque) return { formule: { texte: OPEN, valeur: A_COMPLETER }, manque };
    const open: CelluleDessinee["manque"][] = [];
    const texte = this.#texte(formule, sheet, open);
    return { formule: { texte, valeur: formule.valeur }, manque: open[0] ?? null };
  }

  /** A reference to a drawn cell, from a formula of `sheet`: the cell of the table, else what it would hold. */
  reference(address: string, sheet: string): Traduite | null {
    const cell = this.dessin.grille.dessinee(address);
    if (!cell) return null;
    const place = this.places.lieuOf(address);
    if (!place) return this.de(cell, sheet);
    return { formule: { texte: referenceTo(place, sheet), valeur: cell.formule.valeur }, manque: null };
  }

  #texte({ texte, somme }: Formule, sheet: string, open: CelluleDessinee["manque"][]): string {
    if (somme) return this.#somme(somme, sheet, open);
    return texte.replace(PIECES, (piece, other?: string, cell?: string, first?: string, last?: string) => {
      // A table on the sheet that it refers to needs no name.
      if (other !== undefined) return other === `${sheetInFormula(sheet)}!` ? (cell ?? piece) : piece;
      if (first === undefined) return piece;
      if (last === undefined) return this.#operande(first, sheet, open);
      return this.#plage(first, last)
        .map((address) => this.#ajoutable(address, sheet, open))
        .join(",");
    });
  }

  #operande(address: string, sheet: string, open: CelluleDessinee["manque"][]): string {
    const place = this.places.lieuOf(address);
    if (place && !this.#isComplement(address)) return referenceTo(place, sheet);
    const cell = this.dessin.grille.dessinee(address);
    if (!cell) return '""';
    // What one cell adds up is this cell.
    const [only, ...others] = cell.formule.somme ? this.#termes(cell.formule.somme) : [];
    if (only !== undefined && others.length === 0) return this.#operande(only, sheet, open);
    if (cell.manque) open.push(cell.manque);
    return `(${this.#texte(cell.formule, sheet, open)})`;
  }

  /** Cells that are typed, and count as nothing while they are blank. */
  #isComplement(address: string): boolean {
    return this.places.estSaisi(address) && COMPLEMENTS.includes(columnOf(address));
  }

  /** SUM passes over words in cells; those of a formula within it would be an error. */
  #ajoutable(address: string, sheet: string, open: CelluleDessinee["manque"][]): string {
    const place = this.places.lieuOf(address);
    // A lone blank cell is none that every program adds: a range of it is.
    if (place && this.places.estSaisi(address)) {
      return `${referenceTo(place, sheet)}:${cellAddress(place.row, place.column)}`;
    }
    if (place) return referenceTo(place, sheet);
    const text = this.#operande(address, sheet, open);
    return text.startsWith("(") ? `N${text}` : `N(${text})`;
  }

  #plage(first: string, last: string): string[] {
    const area = parseArea(`${first}:${last}`);
    if (!area) return [];
    return this.dessin.grille.cellules
      .filter(({ row, column }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
      .map(({ row, column }) => cellAddress(row, column));
  }

  /** The cells of a sum; those that the table has no place for, by what they add up in turn. */
  #termes(cellules: readonly Formule[]): string[] {
    return cellules.flatMap(({ texte }) => {
      const inner = this.dessin.grille.dessinee(texte)?.formule.somme;
      return this.places.lieuOf(texte) || !inner ? [texte] : this.#termes(inner);
    });
  }

  #somme(cellules: readonly Formule[], sheet: string, open: CelluleDessinee["manque"][]): string {
    const termes = this.#termes(cellules);
    const typed = termes.filter((address) => this.places.estSaisi(address));
    const others = termes.filter((address) => !this.places.estSaisi(address));
    const places = termes.map((address) => this.places.lieuOf(address));
    const plage = plageDe(places, sheet);
    const sum = plage ?? termes.map((address) => this.#ajoutable(address, sheet, open)).join(",");
    if (typed.length === 0 && plage !== null) return `IF(COUNTIF(${plage},${OPEN})>0,${OPEN},SUM(${plage}))`;
    const placed = others.flatMap((address) => this.places.lieuOf(address) ?? []);
    const inlined = others.filter((address) => this.places.lieuOf(address) === null);
    const aucunOuvert = `${compteOuverts(placed, sheet)}=0`;
    // Some programs count a blank cell otherwise by a criterion: beside typed cells, none is asked.
    const tousNombres = `COUNT(${placed.map((ref) => referenceTo(ref, sheet)).join(",")})=${placed.length}`;
    const tests = [
      ...this.#saisis(typed, sheet, open),
      ...(placed.length === 0 ? [] : [typed.length === 0 ? aucunOuvert : tousNombres]),
      ...inlined.map((address) => `${this.#operande(address, sheet, [])}<>${OPEN}`),
    ];
    return tests.reduceRight((inner, test) => `IF(${test},${inner},${OPEN})`, `SUM(${sum})`);
  }

  /** Somebody has typed these cells: each holds a number, or may be blank beside the expense that was typed. */
  #saisis(addresses: readonly string[], sheet: string, open: CelluleDessinee["manque"][]): string[] {
    const [first] = addresses;
    if (first === undefined) return [];
    const places = addresses.map((address) => this.places.lieuOf(address));
    const plage = plageDe(places, sheet);
    const each = addresses.map((address) => this.#ajoutable(address, sheet, open));
    const cells = plage ?? each.join(",");
    if (!this.#isComplement(first)) return [`COUNT(${cells})=${addresses.length}`];
    const spent = columnLetters(BILAN.realise);
    const bases = addresses.map((address) => this.#ajoutable(address.replace(/^[A-Z]+/, spent), sheet, open));
    return [`COUNT(${bases.join(",")})=${bases.length}`, `COUNTA(${cells})=COUNT(${cells})`];
  }
}

function columnOf(address: string): number {
  return columnIndex(address.replace(/\d+$/, ""));
}

/** How many of some cells wait for an amount. Ranges of one cell: some programs refuse COUNTIF a lone one. */
export function compteOuverts(places: readonly CellRef[], sheet: string): string {
  const plage = plageDe(places, sheet);
  const ranges =
    plage === null ? places.map((ref) => `${referenceTo(ref, sheet)}:${cellAddress(ref.row, ref.column)}`) : [plage];
  return ranges.map((range) => `COUNTIF(${range},${OPEN})`).join("+");
}

/** Cells that are neighbours in one column or one row, as a range; null for others. */
export function plageDe(places: readonly (CellRef | null)[], sheet: string): string | null {
  const known = places.flatMap((place) => place ?? []);
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last || known.length < places.length || known.length < 2) return null;
  const isColumn = known.every((one, i) => one.column === first.column && one.row === first.row + i);
  const isRow = known.every((one, i) => one.row === first.row && one.column === first.column + i);
  const range = `${cellAddress(first.row, first.column)}:${cellAddress(last.row, last.column)}`;
  if (!isColumn && !isRow) return null;
  return first.sheet === sheet ? range : `${sheetInFormula(first.sheet)}!${range}`;
}
