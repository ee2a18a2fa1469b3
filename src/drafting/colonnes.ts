/** The columns of a new plan, by what stands in them: annexe 1.b, or the same twice for an avenant. */

/** Where the shares of one plan stand. */
export interface ColonnesDeParts {
  readonly etat: number;
  readonly departement: number;
  readonly total: number;
}

export interface Colonnes {
  readonly axe: number;
  readonly fiche: number;
  readonly titre: number;
  /** The plan in force, of an avenant. */
  readonly avant: ColonnesDeParts | null;
  readonly plan: ColonnesDeParts;
  /** What the avenant changes in the global budget. */
  readonly evolution: number | null;
  readonly code: number;
  /** The last column that is printed. */
  readonly observations: number;
  /** For whoever audits the file. */
  readonly sources: number;
  /** In characters. */
  readonly widths: readonly number[];
}

const SHARES = [17, 17, 18] as const;
const LABELS = [27, 9, 46] as const;

function from(first: number): ColonnesDeParts {
  return { etat: first, departement: first + 1, total: first + 2 };
}

export const COLONNES: Colonnes = {
  axe: 0,
  fiche: 1,
  titre: 2,
  avant: null,
  plan: from(3),
  evolution: null,
  code: 6,
  observations: 7,
  sources: 8,
  widths: [...LABELS, ...SHARES, 16, 34, 90],
};

export const COLONNES_AVENANT: Colonnes = {
  ...COLONNES,
  avant: from(3),
  plan: from(6),
  evolution: 9,
  code: 10,
  observations: 11,
  sources: 12,
  widths: [...LABELS, ...SHARES, ...SHARES, 17, 16, 34, 90],
};
