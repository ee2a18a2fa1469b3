/** What an officer says of the columns of a bilan of their own. */

/** What a column of a bilan can be for, in the order in which one reads it. */
export const ROLES_DE_COLONNE = [
  "fiche",
  "code",
  "prevuEtat",
  "prevuDepartement",
  "prevuTotal",
  "realise",
  "ineligible",
  "autres",
  "eligible",
  "due",
  "departement",
  "tauxDepartement",
  "tauxExecution",
  "verse",
  "solde",
  "excedent",
  "justification",
] as const;

export type RoleDeColonne = (typeof ROLES_DE_COLONNE)[number];

export interface EnteteLue {
  /** 0-based. */
  readonly column: number;
  /** All its lines, one after the other. */
  readonly header: string;
}

export interface ColonneDite {
  /** 0-based. */
  readonly column: number;
  /** Null for nothing that a bilan holds. */
  readonly role: RoleDeColonne | null;
}

/** Whether a text is the name of a role. */
export function isRole(text: unknown): text is RoleDeColonne {
  return ROLES_DE_COLONNE.some((role) => role === text);
}
