/** Tables that look like one of the conventions' and lack something that is needed to read them, or to check them. */
import type { GenreLu } from "../domain/colonnesLues";
import type { Lecture, LieuDeLecture } from "../domain/lecture";
import type { Area } from "../workbook/address";

/** What a table lacks. */
export type Manque =
  /** A column that its kind cannot do without, by its name. */
  | { readonly type: "colonne"; readonly name: string }
  /** Two columns of one share, by their headers: nobody can say which one counts. */
  | { readonly type: "double"; readonly name: string; readonly headers: readonly string[] }
  /** No title, number of action or name of an axis says which table it is. */
  | { readonly type: "genre" }
  | { readonly type: "annee" }
  | { readonly type: "lignes-d-annee" }
  /** Amounts too small to be euros, and no unit anywhere. */
  | { readonly type: "unite" }
  | { readonly type: "codes" }
  /** No line says which axis or volet it pays. */
  | { readonly type: "objets" };

/** The header of a table, as a person sees it and as it was read. */
export interface EnTeteDeTable {
  readonly kind: string;
  readonly sheet: string;
  readonly area: Area;
  readonly lieu: LieuDeLecture;
  /** 0-based column of the first header. */
  readonly left: number;
  /** What each column was read as; null where nothing was made of it. */
  readonly roles: readonly (string | null)[];
  /** What a person said of it; null where nobody did. */
  readonly said: Lecture | null;
}

export interface Presque extends EnTeteDeTable {
  readonly kind: GenreLu;
  readonly manques: readonly Manque[];
  /** The table is read all the same. */
  readonly isRead: boolean;
}
