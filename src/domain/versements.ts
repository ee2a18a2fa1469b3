/**
 * How the conventions pay: rules as data, per payment line and span of years. A year without data is not a pass: the
 * rule that asks gets null and answers "non vérifiable".
 */
import type { Bloc } from "./bloc";
import type { Span } from "./clauses";
import type { Source } from "./source";

export interface RegimeDeVersement {
  readonly id: string;
  /** Blocks that one payment covers: volets 1 and 2 are paid together. */
  readonly blocs: readonly Bloc[];
  /** Share of the montant prévisionnel that is paid at signature, as decimal text: "0.6" is 60 %. */
  readonly taux: string;
  readonly span: Span;
  readonly source: Source;
}

export const REGIMES: readonly RegimeDeVersement[] = [
  {
    id: "solidarites-totalite",
    blocs: ["axe-1", "axe-3", "axe-4"],
    taux: "1",
    span: { from: 2024, to: 2024 },
    source: { article: "Convention solidarités, art. 3.2", lines: [462, 464] },
  },
  {
    id: "volets-1-2-avance",
    blocs: ["volet-1", "volet-2"],
    taux: "0.6",
    span: { from: 2024, to: 2024 },
    source: { article: "Convention emploi, art. 6", lines: [731, 733] },
  },
  {
    id: "volet-3-avance",
    blocs: ["volet-3"],
    taux: "0.6",
    span: { from: 2024, to: 2024 },
    source: { article: "Convention emploi, art. 6", lines: [732, 734] },
  },
  {
    id: "tourcoing-avance",
    blocs: ["tourcoing"],
    taux: "0.6",
    span: { from: 2023, to: 2024 },
    source: { article: "Avenant n° 1 de Tourcoing, art. 5", lines: [2301, 2304, 2308] },
  },
];

/**
 * The regime of a payment that covers the given blocks in a year; null where the year has no data, or where the blocks
 * are not paid together. Without a year, the one that is the same in every year that has one.
 */
export function regimeOf(blocs: readonly Bloc[], year: number | null): RegimeDeVersement | null {
  if (blocs.length === 0) return null;
  const found = REGIMES.filter(
    ({ blocs: paid, span }) =>
      blocs.every((bloc) => paid.includes(bloc)) && (year === null || (year >= span.from && year <= span.to)),
  );
  const [first, ...others] = found;
  return first && others.every(({ taux }) => taux === first.taux) ? first : null;
}
