/** What a bilan is made of: blocks of actions, and the payments that they are balanced by. */
import { ligneDePaiement, regleDeBilan, type Etape, type LigneDePaiement, type RegleDeBilan } from "../../domain/bilan";
import { BLOCS, partOf, type Bloc, type Part } from "../../domain/bloc";
import type { ActionDeBilan } from "./actions";

export interface BlocDeBilan {
  /** Null for the actions of a part that no block claims. */
  readonly bloc: Bloc | null;
  readonly part: Part;
  readonly actions: readonly ActionDeBilan[];
  /** Null where the year has no data: nobody invents what is due. */
  readonly regle: RegleDeBilan | null;
  /** The years that are added up, in order. */
  readonly annees: readonly number[];
}

export interface PaiementDeBilan {
  /** `id` of src/domain/bilan.ts, or the block's own where the year's convention is not known. */
  readonly id: string;
  readonly ligne: LigneDePaiement | null;
  readonly blocs: readonly BlocDeBilan[];
  /** The balance waits for a later bilan. */
  readonly attendLeFinal: boolean;
  /** The year whose advance may have left a rest that is taken off; null where none is. */
  readonly report: number | null;
}

export interface Structure {
  readonly solidarites: readonly BlocDeBilan[];
  /** Those of the emploi part, then the one outside the pact. */
  readonly paiements: readonly PaiementDeBilan[];
}

/** Whether the workbook has what a block needs of a year. */
export type IsAvailable = (year: number) => boolean;

export interface StructureOptions {
  readonly year: number;
  readonly etape: Etape;
  readonly isAvailable: IsAvailable;
}

/** The years that a bilan of `year` may add up, from the first that a block of it starts with. */
export function anneesPossibles(year: number): number[] {
  const starts = BLOCS.flatMap((bloc) => regleDeBilan(bloc, year)?.cumulDepuis ?? year);
  const first = Math.min(year, ...starts);
  return Array.from({ length: year - first + 1 }, (_none, i) => first + i);
}

function blocDeBilan(
  bloc: Bloc | null,
  part: Part,
  actions: readonly ActionDeBilan[],
  { year, isAvailable }: StructureOptions,
): BlocDeBilan[] {
  const regle = bloc && regleDeBilan(bloc, year);
  const from = regle?.cumulDepuis ?? year;
  const annees = anneesPossibles(year).filter((one) => one === year || (one >= from && isAvailable(one)));
  const own = actions.filter(
    (action) => action.bloc === bloc && action.part === part && annees.some((one) => action.prevus.has(one)),
  );
  return own.length === 0 ? [] : [{ bloc, part, actions: own, regle, annees }];
}

function paiements(blocs: readonly BlocDeBilan[], { year, etape }: StructureOptions): PaiementDeBilan[] {
  const byId = new Map<string, PaiementDeBilan>();
  for (const one of blocs) {
    const ligne = one.bloc && ligneDePaiement(one.bloc, year);
    const id = ligne?.id ?? one.bloc ?? `autres-${one.part}`;
    const known = byId.get(id);
    const before = one.bloc && ligne?.deduitLeReport ? ligneDePaiement(one.bloc, year - 1) : null;
    byId.set(id, {
      id,
      ligne,
      blocs: [...(known?.blocs ?? []), one],
      attendLeFinal: ligne?.soldeSur === "bilan-final" && etape === "intermediaire",
      report: before ? year - 1 : null,
    });
  }
  return [...byId.values()];
}

/** The blocks and payments of a bilan's actions, in the order of the plan. */
export function structureDe(actions: readonly ActionDeBilan[], options: StructureOptions): Structure {
  const blocsOf = (part: Part): BlocDeBilan[] =>
    [...BLOCS.filter((bloc) => partOf(bloc) === part), null].flatMap((bloc) =>
      blocDeBilan(bloc, part, actions, options),
    );
  return {
    solidarites: blocsOf("solidarites"),
    paiements: paiements([...blocsOf("emploi"), ...blocsOf("hors-pacte")], options),
  };
}

/** All the blocks of a bilan, in their order. */
export function blocsDe({ solidarites, paiements: payments }: Structure): BlocDeBilan[] {
  return [...solidarites, ...payments.flatMap(({ blocs }) => blocs)];
}
