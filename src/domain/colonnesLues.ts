/**
 * What a person may say that a table is, and what each of its columns is for. The header that stands with a role is the
 * one that the readers know it by: data, so that a correction is read like any other table.
 */

/** Kinds of tables whose columns can be told by a person. */
export const GENRES_LUS = [
  "plan-de-financement",
  "budget-fiche",
  "imputations",
  "versements",
  "realise",
  "indicateurs",
  "flechage",
  "grand-angle",
  "plan-previsionnel-nature",
] as const;

export type GenreLu = (typeof GENRES_LUS)[number];

/** Not a table of the conventions, whatever it looks like. */
export const AUCUN_GENRE = "aucun" as const;

export function isGenreLu(kind: string): kind is GenreLu {
  return (GENRES_LUS as readonly string[]).includes(kind);
}

export interface RoleDeColonne {
  readonly role: string;
  /** How the column is named to a person, and to the readers. */
  readonly entete: string;
  /** Amounts in the unit of the table. */
  readonly isMontant?: boolean;
  /** The table is nothing without it; of those of one group, one is enough. */
  readonly besoin?: string;
}

const ANNEES = [2024, 2025, 2026, 2027];

const AXE: RoleDeColonne = { role: "axe", entete: "Axe" };
const FICHE: RoleDeColonne = { role: "fiche", entete: "N° fiche" };
const INTITULE: RoleDeColonne = { role: "label", entete: "Intitulé" };
const PARTS: readonly RoleDeColonne[] = [
  { role: "etat", entete: "Participation État", isMontant: true, besoin: "etat" },
  { role: "departement", entete: "Crédits CD", isMontant: true, besoin: "autre" },
  { role: "total", entete: "Budget global", isMontant: true, besoin: "autre" },
  { role: "autre", entete: "Autres financeurs", isMontant: true },
];
const TAUX: readonly RoleDeColonne[] = [
  { role: "taux-etat", entete: "Taux État" },
  { role: "taux-departement", entete: "Taux CD" },
];
const CODE: RoleDeColonne = { role: "code", entete: "Code activité" };

export const ROLES_DE_COLONNES: Readonly<Record<GenreLu, readonly RoleDeColonne[]>> = {
  "plan-de-financement": [AXE, FICHE, INTITULE, ...PARTS, ...TAUX, CODE],
  "budget-fiche": [{ role: "annee", entete: "Année", besoin: "annee" }, FICHE, INTITULE, ...PARTS, ...TAUX],
  imputations: [
    { role: "label", entete: "Objet" },
    { role: "programme", entete: "Programme" },
    { role: "action", entete: "Action" },
    { role: "sous-action", entete: "Sous-action" },
    { ...CODE, besoin: "code" },
    { role: "gm", entete: "GM" },
    { role: "montant", entete: "Montant", isMontant: true },
  ],
  versements: [
    { role: "label", entete: "Objet" },
    { role: "base", entete: "Montant prévisionnel", isMontant: true },
    { role: "taux", entete: "Taux d'avance" },
    { role: "avance", entete: "Avance", isMontant: true, besoin: "avance" },
    { role: "du", entete: "Montant dû", isMontant: true },
    { role: "verse", entete: "Déjà versé", isMontant: true },
    { role: "solde", entete: "Solde", isMontant: true, besoin: "avance" },
    { role: "tropPercu", entete: "Trop-perçu", isMontant: true },
  ],
  realise: [
    AXE,
    FICHE,
    INTITULE,
    { role: "realise", entete: "Dépenses réalisées", isMontant: true, besoin: "realise" },
    { role: "ineligible", entete: "Dont dépenses inéligibles", isMontant: true },
    { role: "autres", entete: "Autres financeurs", isMontant: true },
    { role: "partCd", entete: "Part CD réalisée", isMontant: true },
    { role: "verse", entete: "Déjà versé par l'État", isMontant: true },
  ],
  indicateurs: [
    FICHE,
    { role: "label", entete: "Indicateur", besoin: "label" },
    { role: "situation", entete: "Situation au 31/12/2023" },
    ...ANNEES.map((annee) => ({ role: `cible-${annee}`, entete: `Cible ${annee}`, besoin: "cible" })),
    ...ANNEES.map((annee) => ({ role: `atteint-${annee}`, entete: `Atteint ${annee}` })),
    { role: "total", entete: "Cible totale" },
  ],
  flechage: [
    { role: "thematique", entete: "Thématique" },
    FICHE,
    { role: "action", entete: "Action", besoin: "action" },
    { role: "montant", entete: "Montant fléché", isMontant: true, besoin: "montant" },
  ],
  "grand-angle": [
    { role: "operation", entete: "Opération", besoin: "operation" },
    { role: "enveloppe", entete: "Enveloppe", besoin: "operation" },
    { role: "autorises", entete: "Montants autorisés", isMontant: true, besoin: "autorises" },
    { role: "contractes", entete: "Déjà contractés", isMontant: true },
    { role: "proposes", entete: "Proposés dans le rapport", isMontant: true, besoin: "proposes" },
  ],
  "plan-previsionnel-nature": [
    { role: "nature", entete: "Nature des dépenses", besoin: "nature" },
    { role: "montant", entete: "Montant État", isMontant: true, besoin: "montant" },
    { role: "objet", entete: "Objet de la dépense", besoin: "objet" },
  ],
};

/** What a role of a kind is called; null where the kind has none of that name. */
export function roleDeColonne(kind: GenreLu, role: string): RoleDeColonne | null {
  return ROLES_DE_COLONNES[kind].find((one) => one.role === role) ?? null;
}

/** Names of the columns that a kind cannot do without and that these roles lack; "ou" where one of several is enough. */
export function manquesDe(kind: GenreLu, roles: ReadonlySet<string>): string[] {
  const besoins = [...new Set(ROLES_DE_COLONNES[kind].flatMap(({ besoin }) => besoin ?? []))];
  return besoins.flatMap((besoin) => {
    const among = ROLES_DE_COLONNES[kind].filter((one) => one.besoin === besoin);
    return among.some(({ role }) => roles.has(role)) ? [] : [among.map(({ entete }) => entete).join(" ou ")];
  });
}
