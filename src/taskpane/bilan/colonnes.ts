/** What an officer chooses for the columns of their table, before it is kept. Pure. */
import type { ColonneDite, RoleDeColonne } from "../../domain/colonnesDeBilan";
import type { ColonnesDeTable } from "../../domain/colonnesGardees";
import type { BilanDraft, ModeleDuBilan } from "../../drafting/bilanDraft";

/** By 0-based column: those that were chosen otherwise than they stand. */
export type Choix = ReadonlyMap<number, RoleDeColonne | null>;

export const AUCUN_CHOIX: Choix = new Map();

/** The table whose columns are shown: the one that is filled, else the one that might be. */
export function tableauDe({ modele, candidat }: Pick<BilanDraft, "modele" | "candidat">): ModeleDuBilan | null {
  return modele ?? candidat;
}

/** True for a column among the amounts of which nothing is known. */
export function estInconnue({ role, estTitre }: ModeleDuBilan["colonnes"][number]): boolean {
  return role === null && !estTitre;
}

/** What each column is for, with what was chosen. */
export function colonnesAvec({ colonnes }: ModeleDuBilan, choix: Choix): ModeleDuBilan["colonnes"] {
  return colonnes.map((colonne) => {
    const chosen = choix.get(colonne.column);
    return chosen === undefined ? colonne : { ...colonne, role: chosen };
  });
}

/** What is chosen with one more: a field that another column had leaves it, for a bilan has each once. */
export function choisir(tableau: ModeleDuBilan, choix: Choix, { column, role }: ColonneDite): Choix {
  const before = colonnesAvec(tableau, choix).find((one) => role !== null && one.role === role);
  const next = new Map(choix);
  if (before && before.column !== column) next.set(before.column, null);
  next.set(column, role);
  const isOther = (at: number, said: RoleDeColonne | null): boolean =>
    tableau.colonnes.some((one) => one.column === at && one.role !== said);
  return new Map([...next].filter(([at, said]) => isOther(at, said)));
}

/** What is to be remembered of a table: the columns that are not for what their words say. */
export function aGarder(tableau: ModeleDuBilan, choix: Choix): ColonnesDeTable {
  const colonnes = colonnesAvec(tableau, choix);
  return {
    sheet: tableau.sheet,
    entetes: colonnes.map(({ column, header }) => ({ column, header })),
    colonnes: colonnes.flatMap(({ column, role, reconnu }) => (role === reconnu ? [] : [{ column, role }])),
  };
}
