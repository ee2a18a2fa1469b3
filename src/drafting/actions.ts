/** The actions that a plan of a year holds: those of the fiches, of the plan in force, and of the volets that the year's convention has. */
import { INTITULE_DE_BLOC, partOf, type Bloc, type Part } from "../domain/bloc";
import { clauseOf } from "../domain/clauses";
import { noFigureForBloc } from "../messages/plan";
import type { LigneDePlan } from "../reading/tables";
import {
  actionOf,
  classementOfAction,
  partsFromFiches,
  partsOutsidePact,
  withoutNumber,
  type Parts,
  type Sources,
} from "./sources";

export interface ActionAFinancer extends Parts {
  /** Null for the line outside the pact. */
  readonly fiche: string | null;
  readonly part: Part;
  readonly bloc: Bloc | null;
  /** Null where no text names it. */
  readonly titre: string | null;
}

const VOLETS = ["volet-1", "volet-2", "volet-3"] as const;

/** Numbers of actions in the order of the plan: 1.2 before 1.10. */
export function inNumericOrder(a: string, b: string): number {
  const [one, other] = [a.split(".").map(Number), b.split(".").map(Number)];
  return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0);
}

/** Numbers of the actions, from the fiches of the year and from the lines of a plan. */
function numbersOf(sources: Sources, lines: readonly LigneDePlan[]): string[] {
  const fromFiches = sources.budgets.flatMap(({ fiche, flechage }) =>
    fiche === null || flechage ? [] : [actionOf(fiche)],
  );
  const fromPlan = lines.flatMap(({ fiche }) => (fiche === null ? [] : [actionOf(fiche)]));
  return [...new Set([...fromFiches, ...fromPlan])].sort(inNumericOrder);
}

/**
 * The volet of each emploi action: what its title says; else its rank, as the Nord numbers them (L2199-2201: 2.1, 2.2,
 * 2.3), unless another action's title claims that volet.
 */
export function voletsOf(sources: Sources, numbers: readonly string[]): Map<string, Bloc> {
  const named = new Map<string, Bloc>();
  for (const fiche of numbers) {
    const bloc = classementOfAction(sources, fiche)?.bloc ?? null;
    if (bloc !== null) named.set(fiche, bloc);
  }
  const claimed = new Set(named.values());
  for (const fiche of numbers) {
    if (named.has(fiche) || classementOfAction(sources, fiche)?.part !== "emploi") continue;
    const volet = VOLETS[Number(fiche.split(".")[1]) - 1];
    if (volet && !claimed.has(volet)) named.set(fiche, volet);
  }
  return named;
}

function actionFrom(sources: Sources, fiche: string, bloc: Bloc | null): ActionAFinancer {
  const part = bloc === null ? (classementOfAction(sources, fiche)?.part ?? "solidarites") : partOf(bloc);
  // A volet is one action, which the convention names; an axis has several.
  const ofVolet = part === "emploi" && bloc !== null ? INTITULE_DE_BLOC[bloc] : null;
  const titre = sources.titles.get(fiche) ?? ofVolet;
  return { fiche, part, bloc, titre, ...partsFromFiches(sources, fiche, bloc) };
}

/** The volets of the year's convention that no action has: each is a line to complete, under the next free number. */
function missingVolets(
  sources: Sources,
  numbers: readonly string[],
  volets: ReadonlyMap<string, Bloc>,
  notified: ReadonlySet<Bloc>,
): ActionAFinancer[] {
  const known = new Set(volets.values());
  return VOLETS.flatMap((volet, place) => {
    const fiche = `2.${place + 1}`;
    const isDue = notified.has(volet) || clauseOf(volet, sources.year) !== null;
    if (known.has(volet) || !isDue || numbers.includes(fiche)) return [];
    return [actionFrom(sources, fiche, volet)];
  });
}

/** The line outside the pact: from the fiches, or from the lines of a plan, whose amounts it is to give again. */
function outsidePact(sources: Sources, lines: readonly LigneDePlan[], notified: ReadonlySet<Bloc>): ActionAFinancer[] {
  const line = lines.find(({ kind, classement }) => kind === "action" && classement?.part === "hors-pacte");
  const parts = partsOutsidePact(sources);
  if (!line && !parts && !notified.has("tourcoing")) return [];
  const place = sources.horsPacte ? ` : ${sources.horsPacte.label}` : "";
  const titre = line ? withoutNumber(line.label) : `${INTITULE_DE_BLOC.tourcoing}${place}`;
  const missing = { kind: "a-completer", why: noFigureForBloc(titre), isAbsent: true } as const;
  return [
    {
      fiche: null,
      part: "hors-pacte",
      bloc: "tourcoing",
      titre,
      ...(parts ?? { etat: missing, departement: { kind: "aucune-part", why: "" } }),
    },
  ];
}

/**
 * All the actions of a year, those of the solidarités first, the line outside the pact last. `notified`: the blocks that
 * the settings hold an amount for.
 */
export function actionsAFinancer(
  sources: Sources,
  lines: readonly LigneDePlan[],
  notified: ReadonlySet<Bloc>,
): ActionAFinancer[] {
  const numbers = numbersOf(sources, lines);
  const volets = voletsOf(sources, numbers);
  const actions = numbers.map((fiche) => actionFrom(sources, fiche, volets.get(fiche) ?? null));
  const hasEmploi = actions.some(({ part }) => part === "emploi") || VOLETS.some((volet) => notified.has(volet));
  const emploi = [
    ...actions.filter(({ part }) => part === "emploi"),
    ...(hasEmploi ? missingVolets(sources, numbers, volets, notified) : []),
  ].sort((a, b) => inNumericOrder(a.fiche ?? "", b.fiche ?? ""));
  return [...actions.filter(({ part }) => part === "solidarites"), ...emploi, ...outsidePact(sources, lines, notified)];
}
