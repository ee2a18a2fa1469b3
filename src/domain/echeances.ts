/**
 * Deadlines of the conventions, per year: data that the officer may change in the settings. A clause that names no day
 * has none here: nobody invents it.
 */
import type { Part } from "./bloc";
import type { Echeance } from "./reglages";
import type { Source } from "./source";

export interface EcheanceDeConvention {
  /** Year of the convention, not of the deadline. */
  readonly annee: number;
  readonly id: string;
  readonly label: string;
  /** Whose convention it is. */
  readonly part: Part;
  /** Signed by both parties, where the others are sent by the département alone. */
  readonly estAvenant: boolean;
  /** Plain words of the territory that alone has it; null where every département does. */
  readonly territoire: string | null;
  /** "YYYY-MM-DD"; null where the text gives no day. */
  readonly date: string | null;
  readonly source: Source;
}

export const ECHEANCES: readonly EcheanceDeConvention[] = [
  {
    annee: 2024,
    id: "emploi-2024-volets-1-2-bilan-final",
    label: "Bilan final des volets 1 et 2",
    part: "emploi",
    estAvenant: false,
    territoire: null,
    date: "2025-03-31",
    // L733 pays the balance on the same bilan, and calls it "intermédiaire".
    source: { article: "Convention emploi, art. 3.2 et 6", lines: [668, 733] },
  },
  {
    annee: 2024,
    id: "emploi-2024-volet-3-bilan-intermediaire",
    label: "Bilan intermédiaire du volet 3",
    part: "emploi",
    estAvenant: false,
    territoire: null,
    date: "2025-03-31",
    source: { article: "Convention emploi, art. 3.2", lines: [669] },
  },
  {
    annee: 2024,
    id: "emploi-2024-avenant",
    label: "Avenant à la convention emploi, signé avant sa fin",
    part: "emploi",
    estAvenant: true,
    territoire: null,
    date: "2025-12-31",
    source: { article: "Convention emploi, art. 2 et 9", lines: [646, 780] },
  },
  {
    annee: 2024,
    id: "emploi-2024-volet-3-bilan-final",
    label: "Bilan final du volet 3",
    part: "emploi",
    estAvenant: false,
    territoire: null,
    date: "2026-03-31",
    source: { article: "Convention emploi, art. 3.2 et 6", lines: [670, 734] },
  },
  {
    annee: 2024,
    id: "solidarites-rapport-2024-2025",
    label: "Rapport d'exécution 2024-2025 des solidarités, avec sa délibération",
    part: "solidarites",
    estAvenant: false,
    territoire: null,
    date: "2026-03-31",
    source: { article: "Contrat, art. 2.4 ; convention solidarités, art. 4", lines: [259, 261, 502, 504] },
  },
  {
    annee: 2024,
    id: "solidarites-avenant-annuel",
    label: "Avenant annuel des solidarités",
    part: "solidarites",
    estAvenant: true,
    territoire: null,
    date: null,
    source: { article: "Contrat, art. 2.2", lines: [215, 216, 217] },
  },
  {
    annee: 2024,
    id: "bassin-minier-evaluation",
    label: "Évaluation des actions du Bassin minier",
    part: "solidarites",
    estAvenant: false,
    territoire: "bassin minier",
    date: null,
    source: { article: "Convention solidarités, art. 4", lines: [504] },
  },
];

/** The deadlines of a year's conventions; none for a year without data. */
export function echeancesOf(annee: number | null): readonly EcheanceDeConvention[] {
  return ECHEANCES.filter((echeance) => echeance.annee === annee);
}

/** Those that have a day, as settings keep them. */
export function datedEcheances(annee: number | null): readonly Echeance[] {
  return echeancesOf(annee).flatMap(({ id, label, date }) => (date === null ? [] : [{ id, label, date }]));
}
