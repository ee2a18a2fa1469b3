/** The columns of the sheets of a bilan, by what stands in them. */

/** Where an officer types what was spent. */
export const SAISIE = {
  bloc: 0,
  fiche: 1,
  titre: 2,
  prevu: 3,
  realise: 4,
  ineligible: 5,
  autres: 6,
  departement: 7,
  verse: 8,
  justification: 9,
  widths: [17, 8, 42, 15, 15, 14, 14, 15, 15, 40],
} as const;

/** Annexe 3, as far as the clauses say what it holds: its model is not published. */
export const BILAN = {
  fiche: 0,
  titre: 1,
  code: 2,
  prevuEtat: 3,
  prevuDepartement: 4,
  prevuTotal: 5,
  realise: 6,
  ineligible: 7,
  autres: 8,
  eligible: 9,
  due: 10,
  departement: 11,
  tauxDepartement: 12,
  tauxExecution: 13,
  verse: 14,
  solde: 15,
  excedent: 16,
  justification: 17,
  widths: [6, 28, 13, 12, 12, 12, 13, 11, 11, 13, 13, 13, 10.5, 10.5, 13, 13, 13, 28],
} as const;

export type ColonneDeBilan = Exclude<keyof typeof BILAN, "widths">;

export const ECHEANCIER = {
  date: 0,
  objet: 1,
  quoi: 2,
  qui: 3,
  montant: 4,
  article: 5,
  widths: [13, 39, 64, 36, 18, 48],
} as const;

/** Row of the headers of each sheet; titles stand above. */
export const HEADER_ROW = 3;
