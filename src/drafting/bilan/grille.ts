/** A sheet of formulas while it is being drawn: each cell is known by its address and by what it shows. */
import { A_COMPLETER } from "../../domain/amount";
import { cellAddress, qualifiedAddress, type CellRef } from "../../workbook/address";
import type { CellContent, CellLook } from "../../workbook/draft";
import { text } from "../contenus";
import { LOOKS } from "../looks";
import type { ACompleter } from "../planDraft";
import { Toile } from "../toile";
import { contentOf, type Formule } from "./formules";
import type { Terme } from "./termes";

/** A cell that was drawn. */
export interface CelluleDessinee {
  readonly row: number;
  readonly column: number;
  readonly formule: Formule;
  readonly content: CellContent;
  readonly why: string;
  /** Why somebody has to type it over; null for the others. */
  readonly manque: Omit<ACompleter, "ref"> | null;
}

export class Grille {
  readonly toile: Toile;
  readonly aCompleter: ACompleter[] = [];
  readonly #cells = new Map<string, CelluleDessinee>();
  readonly #lus = new Map<string, CellRef>();

  constructor(
    readonly name: string,
    widths: readonly number[],
  ) {
    this.toile = new Toile(widths);
  }

  /** Cells of other sheets that it refers to. */
  get lus(): readonly CellRef[] {
    return [...this.#lus.values()];
  }

  /** The cells that its formulas count with: a draft is out of date once one of them changes. */
  lit(termes: readonly Terme[]): void {
    for (const { ref } of termes) if (ref) this.#lus.set(qualifiedAddress(ref), ref);
  }

  ref(row: number, column: number): CellRef {
    return { sheet: this.name, row, column };
  }

  /** All that was drawn, in the order of the drawing. */
  get cellules(): readonly CelluleDessinee[] {
    return [...this.#cells.values()];
  }

  /** A cell by its address in the sheet. */
  dessinee(address: string): CelluleDessinee | null {
    return this.#cells.get(address) ?? null;
  }

  put(row: number, column: number, formule: Formule, look: CellLook, why: string, numberFormat: string): Formule {
    const content = contentOf(formule, numberFormat);
    this.toile.put(row, column, content, look, why);
    return this.#keep({ row, column, formule, content, why, manque: null });
  }

  /** Words, or a content of one's own. */
  write(row: number, column: number, content: CellContent, look: CellLook, why = ""): Formule {
    this.toile.put(row, column, content, look, why);
    return this.#keep({ row, column, formule: wordsOf(content), content, why, manque: null });
  }

  /** A cell that somebody has to type over. */
  missing(row: number, column: number, numberFormat: string, { subject, reason }: Omit<ACompleter, "ref">): Formule {
    this.aCompleter.push({ ref: this.ref(row, column), subject, reason });
    const content = text(A_COMPLETER, numberFormat);
    this.toile.put(row, column, content, LOOKS.toComplete, reason);
    return this.#keep({
      row,
      column,
      formule: wordsOf(content),
      content,
      why: reason,
      manque: { subject, reason },
    });
  }

  at(row: number, column: number): Formule {
    const texte = cellAddress(row, column);
    return { texte, valeur: this.#cells.get(texte)?.formule.valeur ?? null };
  }

  /** A range, even of one row: some programs refuse COUNTIF a lone cell. */
  plage(column: number, top: number, bottom: number): string {
    return `${cellAddress(top, column)}:${cellAddress(bottom, column)}`;
  }

  #keep(cell: CelluleDessinee): Formule {
    const texte = cellAddress(cell.row, cell.column);
    this.#cells.set(texte, cell);
    return { texte, valeur: cell.formule.valeur };
  }
}

/** A constant as it stands in a formula, or the formula itself. */
function wordsOf({ value, formula }: CellContent): Formule {
  const valeur = typeof value === "string" ? value : null;
  return { texte: formula?.slice(1) ?? `"${(valeur ?? "").replaceAll('"', '""')}"`, valeur };
}
