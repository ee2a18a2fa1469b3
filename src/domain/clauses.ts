/**
 * What the conventions say of each party's share: rules as data, per block and span of years. A year without data is
 * not a pass: the rule that asks gets null and answers "non vérifiable".
 */
import type { Bloc } from "./bloc";
import type { Source } from "./source";

/** First and last year that a clause covers, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Cofinancement =
  /** The CD brings at least half of the credits of each action. */
  | "moitie-par-action"
  /** State and CD pay half each of the volet's total cost. */
  | "moitie-du-volet"
  /** The State alone pays. */
  | "etat-seul";

export interface Clause {
  readonly id: string;
  readonly blocs: readonly Bloc[];
  readonly cofinancement: Cofinancement;
  readonly span: Span;
  readonly source: Source;
}

export const CLAUSES: readonly Clause[] = [
  {
    id: "solidarites-50",
    blocs: ["axe-1", "axe-3", "axe-4"],
    cofinancement: "moitie-par-action",
    span: { from: 2024, to: 2027 },
    source: { article: "Convention solidarités, art. 3.3 ; contrat, art. 2.2", lines: [229, 421, 488] },
  },
  {
    id: "volet-1-forfait",
    blocs: ["volet-1"],
    cofinancement: "etat-seul",
    span: { from: 2024, to: 2024 },
    source: { article: "Convention emploi, art. 4.1 ; contrat, art. 2.3", lines: [241, 707] },
  },
  {
    id: "volet-2-moitie",
    blocs: ["volet-2"],
    cofinancement: "moitie-du-volet",
    span: { from: 2024, to: 2024 },
    source: { article: "Convention emploi, art. 3.3 ; contrat, art. 2.3", lines: [249, 683] },
  },
  {
    id: "volet-3-etat",
    blocs: ["volet-3"],
    cofinancement: "etat-seul",
    span: { from: 2024, to: 2024 },
    source: { article: "Plan de financement 2024 (annexe 1.b), volet 3", lines: [243, 709, 2201] },
  },
  {
    id: "tourcoing-etat",
    blocs: ["tourcoing"],
    cofinancement: "etat-seul",
    span: { from: 2023, to: 2024 },
    source: { article: "Avenant n° 1 de Tourcoing, art. 4 et plan de financement 2024", lines: [2204, 2289, 2291] },
  },
];

/**
 * The clause of a block for a year. Without a year, a clause that is the same in every year that has one; null where
 * the year has no data.
 */
export function clauseOf(bloc: Bloc, year: number | null): Clause | null {
  const ofBloc = CLAUSES.filter((clause) => clause.blocs.includes(bloc));
  if (year !== null) return ofBloc.find(({ span }) => year >= span.from && year <= span.to) ?? null;
  const [first, ...others] = ofBloc;
  return first && others.every(({ cofinancement }) => cofinancement === first.cofinancement) ? first : null;
}
