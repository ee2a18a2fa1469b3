/** The two places where a plan can be written: the officer's own table, or a new sheet. */
import type { Part } from "../domain/bloc";
import { ZERO } from "../domain/decimal";
import { actionWithoutLine, keptInForce, numberTwice, REMARKS, yearOfTable } from "../messages/plan";
import type { ModeleDePlan } from "../reading/modele";
import type { LigneDePlan, PlanDeFinancement } from "../reading/tables";
import { qualifiedAddress } from "../workbook/address";
import type { CellRead } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";
import type { ActionAFinancer } from "./actions";
import { freeName } from "./choix";
import { feuilleDuPlan } from "./feuille";
import { constantTerm, montantDe, termOf, type Figure } from "./figure";
import { lignesDuPlan } from "./lignes";
import type { PlanDraft, PlanOptions } from "./planDraft";
import { remplir, type Besoin } from "./remplissage";
import { renvoisOf } from "./renvois";
import { partsFromFiches, type Parts, type Sources } from "./sources";

export interface PlanContext {
  readonly workbook: Workbook;
  readonly options: PlanOptions;
  readonly year: number;
  readonly sources: Sources;
  readonly actions: readonly ActionAFinancer[];
  /** The parts that the plan is to hold. */
  readonly parts: readonly Part[];
  readonly inForce: PlanDeFinancement | null;
}

/** The cells that the figures come from: a draft is out of date once one of them changes. */
function readsOf(actions: readonly ActionAFinancer[], contentAt: Sources["contentAt"]): CellRead[] {
  const refs = actions
    .flatMap(({ etat, departement }) => [etat, departement])
    .flatMap((figure) => (figure.kind === "montant" ? figure.terms.flatMap(({ ref }) => ref ?? []) : []));
  const unique = new Map(refs.map((ref) => [qualifiedAddress(ref), ref]));
  return [...unique.values()].map((ref) => ({ ref, content: contentAt(ref) }));
}

/** What a line of the officer's table is to hold; null for one that this fill is not about. */
function besoinOf({ actions, sources, parts }: PlanContext, { fiche, classement }: LigneDePlan): Besoin | null {
  if (classement && !parts.includes(classement.part)) return null;
  const ofBloc = actions.filter(({ bloc }) => bloc !== null && bloc === classement?.bloc);
  const action =
    fiche === null
      ? ofBloc.length === 1 || classement?.part === "hors-pacte"
        ? ofBloc[0]
        : undefined
      : actions.find((candidate) => candidate.fiche === fiche);
  if (action) return { parts: action, bloc: action.bloc };
  const bloc = classement?.bloc ?? null;
  return fiche === null ? null : { parts: partsFromFiches(sources, fiche, bloc), bloc };
}

/** Actions that the fiches have figures for, and the table no line: left unsaid, their amounts would be lost. */
function sansLigne(context: PlanContext, modele: ModeleDePlan): string[] {
  const lignes = modele.lignes.filter(({ kind }) => kind !== "section" && kind !== "dont");
  const held = new Set(lignes.map((ligne) => besoinOf(context, ligne)?.parts));
  return context.actions.flatMap((action) => {
    const isHeld =
      held.has(action) ||
      lignes.some(
        ({ fiche }) => fiche !== null && (fiche === action.fiche || fiche.startsWith(`${action.fiche ?? ""}.`)),
      );
    const hasFigure = [action.etat, action.departement].some(({ kind }) => kind === "montant");
    return isHeld || !hasFigure ? [] : [actionWithoutLine(action.fiche, action.titre)];
  });
}

/** Numbers that two actions of a table have: 1.10 typed as a number is 1.1. Their amounts would count twice. */
function numerosEnDouble({ lignes }: ModeleDePlan): string[] {
  const numbers = lignes.flatMap(({ kind, fiche }) => (kind === "action" && fiche !== null ? [fiche] : []));
  return [...new Set(numbers.filter((number, place) => numbers.indexOf(number) !== place))];
}

/** The draft that fills a table of the officer's. */
export function dansLeModele(context: PlanContext, modele: ModeleDePlan): PlanDraft {
  const { year, options, sources, actions } = context;
  const { ownCodes } = options;
  const { contentAt } = sources;
  const twice = numerosEnDouble(modele);
  const besoin = (ligne: LigneDePlan): Besoin | null =>
    ligne.fiche !== null && twice.includes(ligne.fiche) ? null : besoinOf(context, ligne);
  const filled = remplir(modele, besoin, { year, ownCodes, contentAt, renvoisTo: renvoisOf(context.workbook) });
  const { writes, aCompleter, arrondis, dejaJustes } = filled;
  const reads = writes.length === 0 ? [] : readsOf(actions, contentAt);
  return {
    draft: { title: `Plan de financement ${year}`, writes, reads, sheets: [] },
    year,
    sheet: modele.sheet,
    isNewSheet: false,
    aCompleter,
    arrondis,
    dejaJustes,
    remarques: [
      ...twice.map(numberTwice),
      ...sansLigne(context, modele),
      ...filled.remarques,
      ...(modele.year === null && writes.length > 0 ? [yearOfTable(modele.sheet, year)] : []),
      ...(writes.length === 0 ? [REMARKS.nothingToWrite] : []),
    ],
  };
}

/** A share as the plan in force holds it. */
function figureEnVigueur(line: LigneDePlan | undefined, part: "etat" | "departement", sources: Sources): Figure {
  const cell = line?.amounts[part];
  const term = cell ? termOf(cell, sources.contentAt(cell.ref), "plan en vigueur") : null;
  if (term)
    return montantDe([term], `Plan en vigueur, ${qualifiedAddress(term.ref ?? { sheet: "", row: 0, column: 0 })}.`);
  if (line && cell?.state === "none") return { kind: "aucune-part", why: "Plan en vigueur." };
  return montantDe([constantTerm(ZERO)], "Absent du plan en vigueur.");
}

function partsEnVigueur(plan: PlanDeFinancement, action: ActionAFinancer, sources: Sources): Parts {
  const line = plan.lignes.find(({ kind, fiche, classement }) =>
    action.fiche === null ? kind === "action" && classement?.part === "hors-pacte" : fiche === action.fiche,
  );
  return {
    etat: figureEnVigueur(line, "etat", sources),
    departement: figureEnVigueur(line, "departement", sources),
  };
}

/** An avenant changes neither what no fiche speaks of, nor an amount that the fiches round to the one in force. */
function unchanged(figure: Figure, before: Figure): Figure {
  if (before.kind !== "montant") return figure;
  if (figure.kind === "a-completer" && figure.isAbsent === true && !before.value.isZero()) {
    return { ...before, why: `${before.why} ${figure.why}` };
  }
  if (figure.kind !== "montant" || figure.half.isZero()) return figure;
  const isWithin = figure.value.minus(before.value).abs().lte(figure.half);
  return isWithin && !before.value.isZero() && before.half.isZero()
    ? { ...before, why: keptInForce(figure.why) }
    : figure;
}

function avenantOf(context: PlanContext, plan: PlanDeFinancement): ActionAFinancer[] {
  return context.actions.map((action) => {
    const before = partsEnVigueur(plan, action, context.sources);
    const etat = unchanged(action.etat, before.etat);
    return { ...action, etat, departement: unchanged(action.departement, before.departement) };
  });
}

/** The draft of a new sheet in the layout of annexe 1.b. */
export function surUneFeuille(context: PlanContext): PlanDraft {
  const { workbook, year, options, sources, inForce } = context;
  const actions = options.avenant && inForce ? avenantOf(context, inForce) : context.actions;
  const wanted = options.avenant ? `Avenant au plan ${year}` : `Plan de financement ${year}`;
  const name = freeName(workbook, wanted);
  const { sheet, aCompleter, arrondis, remarques } = feuilleDuPlan(lignesDuPlan(actions), {
    name,
    year,
    departement: options.reglages.departement.nom,
    ownCodes: options.ownCodes,
    enVigueur: options.avenant && inForce ? (action) => partsEnVigueur(inForce, action, sources) : null,
  });
  const reads = readsOf(actions, sources.contentAt);
  const isWhole = options.parties === "ensemble";
  const has = (part: Part): boolean => actions.some((action) => action.part === part);
  const absent = [
    ...(isWhole && !has("emploi") ? [REMARKS.noEmploi] : []),
    ...(isWhole && !has("solidarites") ? [REMARKS.noSolidarites] : []),
  ];
  return {
    draft: { title: wanted, writes: [], reads, sheets: [sheet] },
    year,
    sheet: name,
    isNewSheet: true,
    aCompleter,
    arrondis,
    dejaJustes: 0,
    remarques: [...absent, ...remarques],
  };
}
