/** Beside the bilan: what each fiche promised to reach in the year, and what was reached, to be typed. */
import { A_COMPLETER } from "../../domain/amount";
import {
  ATTEINT_MESSAGE,
  departementText,
  HEADERS_INDICATEURS,
  NOTE_DES_INDICATEURS,
  titreDesIndicateurs,
} from "../../messages/bilanDraft";
import type { CibleCell, Indicateurs, LigneDIndicateur } from "../../reading/indicateursTables";
import { cellAddress } from "../../workbook/address";
import type { CellContent, NewSheet } from "../../workbook/draft";
import { EMPTY_CONTENT } from "../../workbook/draft";
import { text } from "../contenus";
import { referenceTo } from "../figure";
import { LOOKS } from "../looks";
import { Toile } from "../toile";
import { HEADER_ROW } from "./colonnes";
import type { ContentAt } from "./termes";

/** Columns of the sheet, 0-based. */
const COLONNES = { fiche: 0, indicateur: 1, situation: 2, cible: 3, atteint: 4, ecart: 5, commentaire: 6 } as const;
const WIDTHS = [9, 52, 22, 22, 16, 16, 38];

export interface FeuilleDIndicateursOptions {
  readonly name: string;
  readonly year: number;
  readonly departement: string | null;
  readonly contentAt: ContentAt;
}

interface Ligne {
  readonly fiche: string | null;
  readonly indicateur: LigneDIndicateur;
  readonly cible: CibleCell;
  readonly atteint: CibleCell | null;
}

/** Indicators that say something of the year: a target, were it "NC", or what was reached. */
function lignesDe(tables: readonly Indicateurs[], year: number): Ligne[] {
  return tables.flatMap(({ fiche, lignes }) =>
    lignes.flatMap((indicateur): Ligne[] => {
      const cible = indicateur.cibles.find(({ annee }) => annee === year)?.cell;
      const atteint = indicateur.atteints.find(({ annee }) => annee === year)?.cell ?? null;
      return cible && cible.state !== "vide" ? [{ fiche, indicateur, cible, atteint }] : [];
    }),
  );
}

class Feuille {
  readonly #toile = new Toile(WIDTHS);

  constructor(private readonly options: FeuilleDIndicateursOptions) {}

  draw(lines: readonly Ligne[]): NewSheet {
    const { name, year, departement } = this.options;
    this.#toile.put(0, 0, text(titreDesIndicateurs(year)), LOOKS.title);
    if (departement !== null) this.#toile.put(1, 0, text(departementText(departement)), LOOKS.subtitle);
    this.#toile.put(2, 0, text(NOTE_DES_INDICATEURS), LOOKS.subtitle);
    const headers = HEADERS_INDICATEURS(year);
    for (const [key, column] of Object.entries(COLONNES) as [keyof typeof COLONNES, number][])
      this.#toile.put(HEADER_ROW, column, text(headers[key]), LOOKS.header);
    lines.forEach((line, place) => this.#ligne(HEADER_ROW + 1 + place, line));
    const last = HEADER_ROW + lines.length;
    return this.#toile.finish({
      name,
      frozenRows: HEADER_ROW + 1,
      validations: [],
      print: {
        orientation: "landscape",
        pagesHigh: null,
        area: { top: 0, left: 0, bottom: last, right: COLONNES.commentaire },
        titleRows: { first: HEADER_ROW, last: HEADER_ROW },
      },
    });
  }

  #ligne(row: number, { fiche, indicateur, cible, atteint }: Ligne): void {
    const put = (column: number, content: CellContent, look: (typeof LOOKS)[keyof typeof LOOKS], why = ""): void =>
      this.#toile.put(row, column, content, look, why);
    put(COLONNES.fiche, text(fiche ?? "", "@"), LOOKS.number);
    put(COLONNES.indicateur, text(indicateur.label), LOOKS.label);
    put(COLONNES.situation, this.#repris(indicateur.situation), LOOKS.number);
    put(COLONNES.cible, this.#repris(cible), LOOKS.number);
    const reached = atteint && atteint.state !== "vide" ? this.#repris(atteint) : text("");
    put(COLONNES.atteint, reached, LOOKS.entry, reached.value === null ? "" : ATTEINT_MESSAGE);
    put(COLONNES.ecart, this.#ecart(row, this.#repris(cible), reached), LOOKS.number);
    put(COLONNES.commentaire, text(""), LOOKS.entryText);
  }

  /** What the fiche says, by reference; its words where its cell holds several indicators. */
  #repris(cell: CibleCell | null): CellContent {
    if (!cell || cell.state === "vide") return text("");
    if (cell.ref.part !== undefined) return text(cell.written);
    const { value, numberFormat } = this.options.contentAt(cell.ref);
    return { ...EMPTY_CONTENT, value, formula: `=${referenceTo(cell.ref, this.options.name)}`, numberFormat };
  }

  /** Reached less target, where both are numbers; live, for what was reached is typed later. */
  #ecart(row: number, cible: CellContent, atteint: CellContent): CellContent {
    const [target, reached] = [COLONNES.cible, COLONNES.atteint].map((column) => cellAddress(row, column));
    const body = `IF(ISNUMBER(${target}),IF(ISNUMBER(${reached}),${reached}-${target},"${A_COMPLETER}"),"-")`;
    const known = typeof cible.value === "number" && typeof atteint.value === "number";
    const difference = known ? Number(atteint.value) - Number(cible.value) : A_COMPLETER;
    const value = typeof cible.value === "number" ? difference : "-";
    return { ...EMPTY_CONTENT, value, formula: `=${body}`, numberFormat: cible.numberFormat };
  }
}

/** The sheet of the year's indicators; null where no fiche has a target for it. */
export function feuilleDIndicateurs(
  tables: readonly Indicateurs[],
  options: FeuilleDIndicateursOptions,
): NewSheet | null {
  const lines = lignesDe(tables, options.year);
  return lines.length === 0 ? null : new Feuille(options).draw(lines);
}
