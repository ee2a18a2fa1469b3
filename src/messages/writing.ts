/** What the officer reads when a write is refused or fails, whatever the host: what happened, then what to do. */
import { qualifiedAddress, type CellRef } from "../workbook/address";

const NBSP = "\u00a0";
const quoted = (name: string) => `«${NBSP}${name}${NBSP}»`;

/** Cells that one sentence names; the failure carries all of them. */
const MOST_NAMED = 5;

/** "a, b et c", or "a, b, c, d, e et 12 autres". */
function listed(names: readonly string[]): string {
  const named = names.length > MOST_NAMED + 1 ? names.slice(0, MOST_NAMED) : names.slice(0, -1);
  const left = names.length - named.length;
  const last = left === 1 ? (names.at(-1) ?? "") : `${left}${NBSP}autres`;
  return named.length === 0 ? last : `${named.join(", ")} et ${last}`;
}

const cellsOf = (cells: readonly CellRef[]) => listed(cells.map(qualifiedAddress));

/** "La cellule Plan!B4 est" or "Les cellules Plan!B4 et Plan!B5 sont". */
function theCells(cells: readonly CellRef[], one: string, several: string): string {
  return cells.length === 1 ? `La cellule ${cellsOf(cells)} ${one}` : `Les cellules ${cellsOf(cells)} ${several}`;
}

/** Of a write: what the draft saw is there no more. */
export function changed(cells: readonly CellRef[]): string {
  return `${theCells(cells, "a changé", "ont changé")} depuis l’aperçu${NBSP}: rien n’a été écrit. Préparez un nouvel aperçu, vérifiez-le, puis recommencez.`;
}

/** Of an undo: what was written is there no more. */
export function changedSinceWrite(cells: readonly CellRef[]): string {
  const kept = cells.length === 1 ? "la laissant telle quelle" : "les laissant telles quelles";
  return `${theCells(cells, "a été modifiée", "ont été modifiées")} depuis l’écriture${NBSP}: rien n’a été annulé. Vérifiez, puis annulez le reste en ${kept}, ou gardez tout.`;
}

export function merged(cells: readonly CellRef[]): string {
  return `${theCells(cells, "est cachée par une fusion", "sont cachées par une fusion")}${NBSP}: rien n’a été écrit. Retirez la fusion (Accueil, Fusionner et centrer), préparez un nouvel aperçu, puis recommencez.`;
}

export function spilled(cells: readonly CellRef[]): string {
  return `${theCells(cells, "appartient", "appartiennent")} au résultat d’une formule qui remplit plusieurs cellules${NBSP}: rien n’a été écrit. Effacez cette formule dans Excel si elle ne sert plus, préparez un nouvel aperçu, puis recommencez.`;
}

export function pivot(cells: readonly CellRef[]): string {
  return `${theCells(cells, "appartient", "appartiennent")} à un tableau croisé dynamique${NBSP}: rien n’a été écrit. Déplacez ce tableau croisé, préparez un nouvel aperçu, puis recommencez.`;
}

export function protectedSheet(names: readonly string[]): string {
  const what =
    names.length === 1
      ? `La feuille ${listed(names.map(quoted))} est protégée`
      : `Les feuilles ${listed(names.map(quoted))} sont protégées`;
  return `${what}${NBSP}: rien n’a été écrit. Ôtez la protection dans Excel (Révision, Ôter la protection de la feuille), puis recommencez.`;
}

/** Excel opened the workbook for reading only. */
export function readOnly(): string {
  return `Ce classeur est ouvert en lecture seule${NBSP}: rien n’a été écrit. Enregistrez-en une copie, ouvrez la copie, puis recommencez.`;
}

/** The workbook's structure is protected: no sheet can be added or taken away. */
export function protectedStructure(): string {
  return `La structure de ce classeur est protégée${NBSP}: rien n’a été écrit. Ôtez la protection dans Excel (Révision, Protéger le classeur), puis recommencez.`;
}

/** A digital signature vouches for the file as it is. */
export function signedFile(): string {
  return `Ce classeur est signé électroniquement et le modifier rendrait la signature invalide${NBSP}: rien n’a été écrit. Enregistrez-en dans Excel une copie sans signature, puis recommencez sur la copie.`;
}

export function sheetExists(name: string): string {
  return `Le classeur contient déjà une feuille ${quoted(name)}${NBSP}: rien n’a été écrit. Renommez-la ou supprimez-la, puis recommencez.`;
}

/** `cells` hold the formulas that read the sheet; none where a name or something else of the workbook does. */
export function sheetInUse(name: string, cells: readonly CellRef[]): string {
  const by =
    cells.length === 0
      ? "par un nom défini ou un autre élément du classeur"
      : `par ${cells.length === 1 ? "la formule" : "les formules"} de ${cellsOf(cells)}`;
  return `La feuille ${quoted(name)} est utilisée ${by}${NBSP}: rien n’a été annulé. Remplacez d’abord ce qui la cite, puis recommencez.`;
}

/** The write cannot be taken back any more. */
export function unknownReceipt(title: string): string {
  return `L’écriture ${quoted(title)} ne peut plus être annulé ici${NBSP}: reprenez une version précédente du classeur.`;
}

/** Of a write that failed. */
export function restored(): string {
  return `L’écriture a échoué et tout a été remis comme avant${NBSP}: recommencez.`;
}

/** `left` says what differs from before: cells that hold something else, sheets that were added and still stand. */
export function notRestored(left: { readonly cells: readonly CellRef[]; readonly sheets: readonly string[] }): string {
  const parts = [
    ...(left.cells.length === 0 ? [] : [`rétablir le contenu de ${cellsOf(left.cells)}`]),
    ...(left.sheets.length === 0 ? [] : [`supprimer ${listed(left.sheets.map(quoted))}`]),
  ];
  return `L’écriture a échoué et tout n’a pas pu être remis comme avant${NBSP}: il reste à ${parts.join(" et à ")}. Fermez le classeur sans l’enregistrer, ou faites-le à la main.`;
}
