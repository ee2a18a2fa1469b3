/** Drafts of the plan de financement: the door of this folder for plans. Pure. */
import { partOf, type Part } from "../domain/bloc";
import { codesOf } from "../domain/codesActivite";
import { contentsOf } from "../workbook/contents";
import { codesUnknown, noFicheOfYear, noPlanInForce, REFUSALS } from "../messages/plan";
import { readTables } from "../reading/read";
import type { Workbook } from "../workbook/picture";
import { actionsAFinancer } from "./actions";
import { modeleFor, modelesOf, planEnVigueur, yearFor } from "./choix";
import { dansLeModele, surUneFeuille, type PlanContext } from "./cibles";
import { avecNotifies } from "./notifies";
import type { PlanOptions, PlanResult } from "./planDraft";
import { sourcesOf, yearsOfFiches } from "./sources";

export type { ACompleter, Arrondi, PlanDraft, PlanOptions, PlanResult } from "./planDraft";

const PARTS: Readonly<Record<PlanOptions["parties"], readonly Part[]>> = {
  ensemble: ["solidarites", "emploi", "hors-pacte"],
  solidarites: ["solidarites"],
  emploi: ["emploi"],
};

function refused(sentence: string): PlanResult {
  return { ok: false, sentence };
}

/** The plan of a year from the fiches-actions of a workbook. Refuses with one sentence where it holds no fiche of it. */
export function draftPlan(workbook: Workbook, options: PlanOptions): PlanResult {
  const reading = readTables(workbook);
  const modeles = modelesOf(workbook, reading);
  const year = yearFor(reading, modeles, options);
  const years = yearsOfFiches(reading);
  if (years.length === 0) return refused(REFUSALS.noFiche);
  if (year === null) return refused(REFUSALS.noYear);
  if (!years.includes(year)) return refused(noFicheOfYear(year, years));
  const inForce = planEnVigueur(reading, year);
  if (options.avenant && !inForce) return refused(noPlanInForce(year));
  const parts = PARTS[options.parties];
  const isNewSheet = options.avenant || options.cible === "nouvelle-feuille";
  const modele = isNewSheet ? null : modeleFor(modeles, year, parts);
  const sources = sourcesOf(workbook, { reading, modeles }, year, contentsOf(workbook));
  const notified = new Set(options.reglages.notifies.flatMap(({ annee, bloc }) => (annee === year ? [bloc] : [])));
  const known = actionsAFinancer(sources, (inForce ?? modele)?.lignes ?? [], notified);
  const { actions, remarques } = avecNotifies(
    known.filter(({ part }) => parts.includes(part)),
    { ...options.reglages, notifies: options.reglages.notifies.filter(({ bloc }) => parts.includes(partOf(bloc))) },
    year,
  );
  if (actions.length === 0) return refused(noFicheOfYear(year, years));
  const context: PlanContext = { workbook, options, year, sources, actions, parts, inForce };
  const drafted = modele ? dansLeModele(context, modele) : surUneFeuille(context);
  const codes = codesOf(year, options.ownCodes).length === 0 ? [codesUnknown(year)] : [];
  return { ok: true, value: { ...drafted, remarques: [...remarques, ...drafted.remarques, ...codes] } };
}
