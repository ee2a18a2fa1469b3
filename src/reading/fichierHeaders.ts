/** Finds the header of a file of persons: which file it is, and what each of its columns is for. */
import { headerWords, type ChampDEchange } from "../domain/champsDEchange";
import type { FichierDEchange } from "../domain/fichierDEchange";
import { FICHIERS_D_ECHANGE } from "../domain/fichiersDEchange";
import { distance, mostSlips } from "../domain/orthographe";
import type { Cell } from "../workbook/picture";
import type { Grid } from "./grid";

/** A header cell and what it names. */
export interface Entete {
  readonly column: number;
  readonly words: string;
  readonly champ: ChampDEchange | null;
  readonly isExact: boolean;
}

export interface EnteteDeFichier {
  readonly row: number;
  readonly fichier: FichierDEchange;
  readonly entetes: readonly Entete[];
}

/** Titles and notes may stand above the header; what stands lower is no header of a sheet of persons. */
const LAST_HEADER_ROW = 40;
const LONGEST_HEADER = 120;
const FEWEST_HEADERS = Math.min(...FICHIERS_D_ECHANGE.map(({ minimum }) => minimum));
/** A word that no header of these files lacks: most rows of a workbook hold none. */
const HINT = /naissance|\bnir\b|\brsa\b|caf\b|parcours|accompagnement/i;

/** True for the letters of a word, in its order, from its first: "notif", "dept". */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 3 || short[0] !== long[0]) return false;
  let place = 0;
  for (const letter of long) if (letter === short[place]) place += 1;
  return place === short.length;
}

/** True for a shortened name: its first words, each cut or abbreviated ("date notif dept"). */
function isShortened(words: string, whole: string): boolean {
  const [short, long] = [words.split(" "), whole.split(" ")];
  if (words.length < 8 || short.length > long.length || short.length < 2) return false;
  return short.every((word, place) => isAbbreviation(word, long[place] ?? ""));
}

function closest(words: string, champs: readonly ChampDEchange[]): ChampDEchange | null {
  const near = champs.flatMap((champ) => {
    const gaps = champ.graphies.map((whole) => {
      const most = mostSlips(whole.length);
      const gap = distance(words, whole, most);
      return gap <= most ? gap : isShortened(words, whole) ? most : null;
    });
    const [best] = gaps.filter((gap) => gap !== null).sort((one, other) => one - other);
    return best === undefined ? [] : [{ champ, gap: best }];
  });
  const [first, second] = near.sort((one, other) => one.gap - other.gap);
  return first && first.gap !== second?.gap ? first.champ : null;
}

function named(words: string, { champs }: FichierDEchange): Pick<Entete, "champ" | "isExact"> {
  const exact = champs.find(({ mots }) => mots.test(words));
  if (exact) return { champ: exact, isExact: true };
  const other = champs.find(({ autresMots }) => autresMots?.test(words));
  return { champ: other ?? closest(words, champs), isExact: false };
}

function isFichier(entetes: readonly Entete[], { signes, minimum }: FichierDEchange): boolean {
  const noms = new Set(entetes.flatMap(({ champ }) => (champ ? [champ.nom] : [])));
  return noms.size >= minimum && signes.every((group) => group.some((nom) => noms.has(nom)));
}

/** Texts of a row that may be headers, with their columns; none where the row holds too few of them. */
function headersIn(grid: Grid, row: number): { column: number; words: string }[] {
  const cells: Cell[] = [...grid.row(row)];
  const texts = cells.filter(
    ({ value }) => typeof value === "string" && value.trim() !== "" && value.length <= LONGEST_HEADER,
  );
  if (texts.length < FEWEST_HEADERS || !texts.some(({ value }) => HINT.test(String(value).replace(/_/g, " ")))) {
    return [];
  }
  return texts.map(({ column, value }) => ({ column, words: headerWords(String(value)) }));
}

/** The header of a sheet's file of persons, and which file it is; null where the sheet holds none. */
export function findEnteteDeFichier(grid: Grid): EnteteDeFichier | null {
  for (let row = 0; row <= Math.min(grid.lastRow, LAST_HEADER_ROW); row += 1) {
    const headers = headersIn(grid, row);
    if (headers.length === 0) continue;
    const [best] = FICHIERS_D_ECHANGE.map((fichier) => {
      const entetes = headers.map(({ column, words }): Entete => ({ column, words, ...named(words, fichier) }));
      return { row, fichier, entetes, score: entetes.filter(({ champ }) => champ !== null).length };
    })
      .filter(({ fichier, entetes }) => isFichier(entetes, fichier))
      .sort((one, other) => other.score - one.score);
    if (best) return best;
  }
  return null;
}
