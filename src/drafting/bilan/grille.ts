/** A sheet of formulas while it is being drawn: each cell is known by its address and by what it shows. */
import { A_COMPLETER } from "../../domain/amount";
import { cellAddress, qualifiedAddress, type CellRef } from "../../workbook/address";
import type { CellContent, CellLook } from "../../workbook/draft";
import { text } from "../contenus";
import { LOOKS } from "../looks";
import type { ACompleter } from "../planDraft";
import { Toile } from "../toile";
import { contentOf, type Formule, type Valeur } from "./formules";
import type { Terme } from "./termes";

export class Grille {
  readonly toile: Toile;
  readonly aCompleter: ACompleter[] = [];
  readonly #values = new Map<string, Valeur>();
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

  put(row: number, column: number, formule: Formule, look: CellLook, why: string, numberFormat: string): Formule {
    this.toile.put(row, column, contentOf(formule, numberFormat), look, why);
    return this.#keep(row, column, formule.valeur);
  }

  /** Words, or a content of one's own. */
  write(row: number, column: number, content: CellContent, look: CellLook, why = ""): Formule {
    this.toile.put(row, column, content, look, why);
    return this.#keep(row, column, typeof content.value === "string" ? content.value : null);
  }

  /** A cell that somebody has to type over. */
  missing(row: number, column: number, numberFormat: string, { subject, reason }: Omit<ACompleter, "ref">): Formule {
    this.aCompleter.push({ ref: this.ref(row, column), subject, reason });
    return this.write(row, column, text(A_COMPLETER, numberFormat), LOOKS.toComplete, reason);
  }

  at(row: number, column: number): Formule {
    const texte = cellAddress(row, column);
    return { texte, valeur: this.#values.get(texte) ?? null };
  }

  /** A range, even of one row: some programs refuse COUNTIF a lone cell. */
  plage(column: number, top: number, bottom: number): string {
    return `${cellAddress(top, column)}:${cellAddress(bottom, column)}`;
  }

  #keep(row: number, column: number, valeur: Valeur): Formule {
    const texte = cellAddress(row, column);
    this.#values.set(texte, valeur);
    return { texte, valeur };
  }
}
