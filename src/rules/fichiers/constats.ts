/**
 * Faults of files of persons, gathered by column and kind: one card each, however many cells show it. A fault names cells
 * and a kind; nothing of what the cells say is in it.
 */
import { fichierDEchange } from "../../domain/fichiersDEchange";
import { digitsOf } from "../../reading/coordonnees";
import type { ColonneDeFichier, Fichier } from "../../reading/fichiersTables";
import { cellText } from "../../reading/grid";
import type { CellRef } from "../../workbook/address";
import type { Cell } from "../../workbook/picture";
import { cellFault, type CellFault, type RuleId } from "../rule";

/** Cells that one card names; the sentence says how many there are. More would fill neither a pane nor a cell of a report. */
export const MOST_CELLS = 500;

/** Kinds of faults, each a part of its cell of its own: what is justified of one says nothing of another. Append only. */
const KINDS: readonly string[] = [
  "absente",
  "mal-nommee",
  "en-double",
  "en-trop",
  "sans-nom",
  "personne",
  "vide",
  "erreur",
  "tronque",
  "nir-tronque",
  "nir-sans-cle",
  "nir-longueur",
  "nir-forme",
  "nir-cle",
  "courriel",
  "code-postal-forme",
  "code-postal-zero-perdu",
  "commune-forme",
  "commune-zero-perdu",
  "departement-forme",
  "departement-zero-perdu",
  "telephone-forme",
  "telephone-zero-perdu",
  "liste-statut",
  "liste-organisme",
  "liste-parcours",
  "liste-contrat",
  "liste-oui-non",
  "illisible",
  "nombre",
  "futur",
  "avant-naissance",
  "jour-mois-annee",
  "premier",
];

/** Columns that are missing share the cell of the first header: each is a part of it, after the kinds. */
function partOf({ kind: genre }: Fichier, kind: string, subject: string): number {
  if (kind !== "absente") return KINDS.indexOf(kind);
  return KINDS.length + fichierDEchange(genre).champs.findIndex(({ nom }) => nom === subject);
}

function referenceOf({ kind }: Fichier): string {
  return fichierDEchange(kind).source.article;
}

/** What a cell says, a number as its digits. */
export function writtenOf(cell: Cell): string {
  return typeof cell.value === "number" ? digitsOf(cell.value, cell.numberFormat) : cellText(cell);
}

function isCounted(rule: RuleId): boolean {
  return rule !== "fichier-colonnes";
}

function counted(cells: number): string {
  return cells === 1 ? "1 cellule" : `${cells} cellules`;
}

/** One fault of the cells given, the first of which is the card's; null for none. */
export function constat(
  fichier: Fichier,
  rule: RuleId,
  kind: string,
  subject: string,
  refs: readonly CellRef[],
  rest: Partial<CellFault> = {},
): CellFault | null {
  const [cell, ...cells] = refs;
  if (!cell) return null;
  return cellFault({
    rule,
    severity: "warning",
    cell: { ...cell, part: partOf(fichier, kind, subject) },
    cells: cells.slice(0, MOST_CELLS - 1),
    variant: `${kind}|${refs.length}`,
    subject,
    // How many, not what: where their number changes, what was justified is to be looked at again.
    written: isCounted(rule) ? counted(refs.length) : "",
    reference: referenceOf(fichier),
    ...rest,
  });
}

/** Gathers kinds of faults by column while the rows go by. */
export class Constats {
  private readonly found = new Map<string, { colonne: ColonneDeFichier; kind: string; refs: CellRef[] }>();

  constructor(
    private readonly fichier: Fichier,
    private readonly rule: RuleId,
  ) {}

  add(colonne: ColonneDeFichier, kind: string, row: number): void {
    const { sheet, column } = colonne.ref;
    const key = `${column} ${kind}`;
    const known = this.found.get(key);
    const ref = { sheet, row, column };
    if (known) known.refs.push(ref);
    else this.found.set(key, { colonne, kind, refs: [ref] });
  }

  faults(): CellFault[] {
    return [...this.found.values()].flatMap(
      ({ colonne, kind, refs }) => constat(this.fichier, this.rule, kind, colonne.champ?.nom ?? "", refs) ?? [],
    );
  }
}
