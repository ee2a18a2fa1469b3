/** What a draft of a bilan is asked for, and what it gives. */
import type { Etape } from "../domain/bilan";
import type { Reglages } from "../domain/reglages";
import type { CodeActivite } from "../domain/codesActivite";
import type { ColonneDite } from "../domain/colonnesDeBilan";
import type { ColonnesDeTable } from "../domain/colonnesGardees";
import type { ColonneDeModele } from "../reading/modeleDeBilan";
import type { Draft } from "../workbook/draft";
import type { ACompleter, Arrondi } from "./planDraft";

export interface BilanOptions {
  /** The last year of the bilan; null takes the settings', then the workbook's. */
  readonly year: number | null;
  readonly etape: Etape;
  readonly reglages: Reglages;
  readonly ownCodes: readonly CodeActivite[];
  /** "modele": the officer's own table of the bilan where one is recognised, else a new sheet. */
  readonly cible: "modele" | "nouvelle-feuille";
  /** What the workbook remembers of the columns of officers' tables; it wins over what is recognised. */
  readonly colonnes: readonly ColonnesDeTable[];
  /** What the officer says now of the columns of the table to fill; it wins over what is remembered. */
  readonly dites: readonly ColonneDite[];
}

/** The officer's own table of the bilan. */
export interface ModeleDuBilan {
  readonly sheet: string;
  readonly colonnes: readonly ColonneDeModele[];
}

/** What one payment comes to; null where a figure is still to be completed. Euros as decimal text. */
export interface BilanDeVersement {
  /** `id` of a payment line of src/domain/bilan.ts. */
  readonly id: string;
  readonly label: string;
  readonly du: string | null;
  readonly verse: string | null;
  /** Null also where the balance waits for a later bilan. */
  readonly solde: string | null;
  readonly excedent: string | null;
}

export interface BilanDraft {
  readonly draft: Draft;
  readonly year: number;
  readonly etape: Etape;
  /** The sheet of the bilan, and the one where the officer types what was spent. */
  readonly sheet: string;
  readonly realise: string;
  /** The table that is filled; null where the bilan is a new sheet. */
  readonly modele: ModeleDuBilan | null;
  /** A table that would be filled, were it known which of its columns says what the State owes or paid. */
  readonly candidat: ModeleDuBilan | null;
  /** French sentences to be read before the button that writes: what is replaced, what is no longer remembered. */
  readonly avertissements: readonly string[];
  /** What was remembered of headers that are not there any more: the officer is to say it again. */
  readonly colonnesPerdues: readonly ColonnesDeTable[];
  /** True where the sheet of the réalisé is new: nothing is typed in it yet. */
  readonly isEntry: boolean;
  readonly versements: readonly BilanDeVersement[];
  readonly aCompleter: readonly ACompleter[];
  readonly arrondis: readonly Arrondi[];
  readonly dejaJustes: number;
  /** French sentences about what the officer has to know before the write. */
  readonly remarques: readonly string[];
}

export type BilanResult =
  { readonly ok: true; readonly value: BilanDraft } | { readonly ok: false; readonly sentence: string };
