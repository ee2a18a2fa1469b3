/**
 * Settings of the convention: what no table of a workbook holds. Kept in the workbook as JSON, exported and imported as
 * the same JSON; versioned, and checked at the door.
 */
import type { Bloc } from "./bloc";

/** What the State notified for a block in a year. */
export interface MontantNotifie {
  readonly annee: number;
  readonly bloc: Bloc;
  /** Euros as decimal text: "8752912.00". */
  readonly montant: string;
}

/** The advance rate of a payment, where it is another than the convention's of 2024. */
export interface TauxAvance {
  readonly annee: number;
  /** `id` of a regime of src/domain/versements.ts. */
  readonly versement: string;
  /** Decimal text: "0.6" is 60 %. */
  readonly taux: string;
}

export interface Echeance {
  readonly id: string;
  readonly label: string;
  /** "YYYY-MM-DD". */
  readonly date: string;
}

export interface Reglages {
  readonly version: 1;
  readonly departement: { readonly nom: string | null; readonly siren: string | null };
  /** The year that the officer works on. */
  readonly annee: number | null;
  readonly notifies: readonly MontantNotifie[];
  readonly avances: readonly TauxAvance[];
  readonly echeances: readonly Echeance[];
  readonly seuils: {
    /** Execution rate under which a line has to be explained, as decimal text: "0.8" is 80 %. */
    readonly executionFaible: string | null;
  };
}

export const AUCUN_REGLAGE: Reglages = {
  version: 1,
  departement: { nom: null, siren: null },
  annee: null,
  notifies: [],
  avances: [],
  echeances: [],
  seuils: { executionFaible: null },
};
