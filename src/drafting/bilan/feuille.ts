/** A bilan as a new sheet: our own layout of annexe 3, with formulas to be audited. */
import { departementText, HEADERS_BILAN, NOTE_DU_BILAN, titreDuBilan } from "../../messages/bilanDraft";
import { actionsSansLigne, colonneAbsente, verseAbsent } from "../../messages/bilanRemarques";
import type { Etape } from "../../domain/bilan";
import type { CellRef } from "../../workbook/address";
import type { NewSheet } from "../../workbook/draft";
import { text } from "../contenus";
import { referenceTo } from "../figure";
import type { BilanDeVersement } from "../bilanDraft";
import { LOOKS } from "../looks";
import type { ACompleter, Arrondi } from "../planDraft";
import type { Apports } from "./apports";
import { BILAN, HEADER_ROW } from "./colonnes";
import { connu } from "./dejaVerse";
import { isAmount, type Formule } from "./formules";
import { Grille } from "./grille";
import { FORMAT } from "./ligneDAction";
import { LignesDuBilan, type RangsDuBilan } from "./lignesDuBilan";
import { blocsDe, type Structure } from "./structure";
import type { Terme } from "./termes";

export interface FeuilleDeBilanOptions {
  readonly name: string;
  readonly year: number;
  readonly etape: Etape;
  readonly departement: string | null;
  readonly apports: Apports;
}

export interface FeuilleDeBilan {
  readonly sheet: NewSheet;
  readonly versements: readonly BilanDeVersement[];
  readonly aCompleter: readonly ACompleter[];
  readonly arrondis: readonly Arrondi[];
  readonly remarques: readonly string[];
  /** Cells of other sheets that the formulas refer to. */
  readonly lus: readonly CellRef[];
  /** A cell of a payment's row, as a formula of another sheet refers to it. */
  readonly cellule: (id: string, column: number) => Formule | null;
  readonly dessin: DessinDeTable;
}

/** What was drawn, for whoever draws it again in another table. */
export interface DessinDeTable {
  readonly grille: Grille;
  readonly rangs: RangsDuBilan;
  /** Row of a payment by its id. */
  readonly rowOf: (id: string) => number | null;
  /** Row of each action, by its `cle`. */
  readonly actions: ReadonlyMap<string, number>;
}

/** Digits of a total of some tens of millions: wider ones would be shown as ####. */
const USUAL_DIGITS = 8;
const MONTANTS: readonly number[] = [
  BILAN.prevuEtat,
  BILAN.prevuDepartement,
  BILAN.prevuTotal,
  BILAN.realise,
  BILAN.eligible,
  BILAN.due,
  BILAN.departement,
  BILAN.verse,
  BILAN.solde,
  BILAN.excedent,
];

function termesPrevus(structure: Structure): Terme[] {
  return blocsDe(structure).flatMap(({ actions }) =>
    actions.flatMap(({ prevus }) => [...prevus.values()].flatMap(({ etat, departement }) => [...etat, ...departement])),
  );
}

/** Widths that hold twice what was foreseen. */
function largeurs(structure: Structure): number[] {
  const digits = connu(termesPrevus(structure)).times(2).toFixed(0).length;
  const more = Math.max(0, digits - USUAL_DIGITS) * 1.5;
  return BILAN.widths.map((width, column) => width + (MONTANTS.includes(column) ? more : 0));
}

/** Centimes are shown for what was foreseen only where a plan has some. */
function formatPrevu(structure: Structure): string {
  return termesPrevus(structure).every(({ value }) => value.isInteger()) ? "#,##0" : FORMAT;
}

function remarquesDe({ actions }: LignesDuBilan): string[] {
  return [
    ...[...actions.sansLigne].map(([year, fiches]) => actionsSansLigne(fiches, year)),
    ...(["ineligible", "autres"] as const).flatMap((champ) =>
      [...actions.sansColonne[champ]].map((sheet) => colonneAbsente(champ, sheet)),
    ),
    ...(actions.avances.length > 0 ? [verseAbsent(actions.avances)] : []),
  ];
}

/** The sheet of a bilan, and what the officer has to know about it. */
export function feuilleDeBilan(structure: Structure, options: FeuilleDeBilanOptions): FeuilleDeBilan {
  const { name, year, etape, departement, apports } = options;
  const grille = new Grille(name, largeurs(structure));
  const { toile } = grille;
  const annees = [...new Set(blocsDe(structure).flatMap((bloc) => bloc.annees))].sort((a, b) => a - b);
  toile.put(0, 0, text(titreDuBilan(etape, annees)), LOOKS.title);
  if (departement !== null) toile.put(1, 0, text(departementText(departement)), LOOKS.subtitle);
  toile.put(2, 0, text(NOTE_DU_BILAN), LOOKS.subtitle);
  for (const [key, words] of Object.entries(HEADERS_BILAN) as [keyof typeof HEADERS_BILAN, string][]) {
    toile.put(HEADER_ROW, BILAN[key], text(words), LOOKS.header);
  }
  const dessin = { grille, apports, year, formatPrevu: formatPrevu(structure) };
  const drawn = new LignesDuBilan(dessin, HEADER_ROW + 1).draw(structure);
  const sheet = toile.finish({
    name,
    frozenRows: HEADER_ROW + 1,
    validations: [],
    print: {
      // Eighteen columns are under 7 points high on an A4.
      paper: "A3",
      orientation: "landscape",
      pagesHigh: null,
      area: { top: 0, left: 0, bottom: drawn.lastRow, right: BILAN.justification },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
  });
  const rowOf = (id: string): number | null => drawn.lignesDeVersement.find((one) => one.id === id)?.row ?? null;
  return {
    sheet,
    versements: drawn.versements,
    aCompleter: grille.aCompleter,
    arrondis: drawn.actions.arrondis,
    remarques: remarquesDe(drawn),
    lus: grille.lus,
    cellule: (id, column) => {
      const row = rowOf(id);
      if (row === null) return null;
      const { valeur } = shown(grille, row, column);
      return { texte: referenceTo({ sheet: name, row, column }, ""), valeur };
    },
    dessin: { grille, rangs: drawn.rangs, rowOf, actions: drawn.actions.rows },
  };
}

/** What a cell shows, words and all. */
function shown(grille: Grille, row: number, column: number): Formule {
  const cell = grille.at(row, column);
  return isAmount(cell.valeur) || cell.valeur !== null ? cell : { ...cell, valeur: "" };
}
