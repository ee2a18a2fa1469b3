/** What a draft of a plan is asked for, and what it gives. */
import type { CodeActivite } from "../domain/codesActivite";
import type { Reglages } from "../domain/reglages";
import type { CellRef } from "../workbook/address";
import type { Draft } from "../workbook/draft";

export interface PlanOptions {
  /** The year to fill; null takes the settings', then the workbook's. */
  readonly year: number | null;
  readonly reglages: Reglages;
  readonly ownCodes: readonly CodeActivite[];
  readonly parties: "ensemble" | "solidarites" | "emploi";
  /** "modele": the officer's own table where one is recognised, else a new sheet. */
  readonly cible: "modele" | "nouvelle-feuille";
  /** Shows the plan that is in force beside the new one. */
  readonly avenant: boolean;
}

/** An amount that the fiches do not hold: the officer has to complete it. */
export interface ACompleter {
  readonly ref: CellRef;
  /** "Action 2.3, État". */
  readonly subject: string;
  readonly reason: string;
}

/** An amount that the fiches give in k€ or M€ only: true within `half`. */
export interface Arrondi {
  readonly ref: CellRef;
  readonly subject: string;
  /** Euros as decimal text. */
  readonly montant: string;
  readonly half: string;
}

export interface PlanDraft {
  readonly draft: Draft;
  readonly year: number;
  /** Where the plan is written. */
  readonly sheet: string;
  readonly isNewSheet: boolean;
  readonly aCompleter: readonly ACompleter[];
  readonly arrondis: readonly Arrondi[];
  /** Amounts of the officer's plan that hold already what the fiches say, and are left alone. */
  readonly dejaJustes: number;
  /** French sentences about what the officer has to know before the write. */
  readonly remarques: readonly string[];
}

export type PlanResult =
  { readonly ok: true; readonly value: PlanDraft } | { readonly ok: false; readonly sentence: string };
