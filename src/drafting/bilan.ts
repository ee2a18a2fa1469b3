/** Drafts of a bilan (annexe 3), of its entry sheet and of its échéancier: the door of this folder for bilans. Pure. */
import { SHEET_NAMES, titreDuBilan } from "../messages/bilanDraft";
import { nomPris, noPlan, REFUSALS_BILAN, REMARKS_BILAN } from "../messages/bilanRemarques";
import { readTables } from "../reading/read";
import type { ModeleDePlan } from "../reading/modele";
import type { Reading } from "../reading/tables";
import { qualifiedAddress } from "../workbook/address";
import { contentsOf } from "../workbook/contents";
import type { CellRead, NewSheet } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";
import { actionsDeBilan, type ActionsDeBilan } from "./bilan/actions";
import { dessiner, type DessinContext, type DessinDuBilan, type Noms } from "./bilan/dessin";
import { ownSheets, standingCells } from "./bilan/feuilles";
import { feuilleDIndicateurs } from "./bilan/indicateurs";
import { lignesEnVigueur } from "./bilan/lignesEnVigueur";
import { realisesDe, tablesDeRealise } from "./bilan/realises";
import { remarquesDuBilan } from "./bilan/remarques";
import { reportsEcrits } from "./bilan/report";
import { anneesPossibles, structureDe } from "./bilan/structure";
import type { ContentAt } from "./bilan/termes";
import type { BilanDraft, BilanOptions, BilanResult } from "./bilanDraft";
import { freeName, modelesOf, yearFor } from "./choix";
import { sourcesOf } from "./sources";

export type { BilanDeVersement, BilanDraft, BilanOptions, BilanResult } from "./bilanDraft";

function refused(sentence: string): BilanResult {
  return { ok: false, sentence };
}

/** The year asked for, the settings', the workbook's; else the last that has a plan and what was spent. */
function anneeDuBilan(reading: Reading, modeles: readonly ModeleDePlan[], options: BilanOptions): number | null {
  const known = yearFor(reading, modeles, options);
  if (known !== null) return known;
  const spent = reading.bilans.flatMap(({ year }) => year ?? []).sort((a, b) => b - a);
  return spent.find((year) => lignesEnVigueur(reading, year, null).length > 0) ?? null;
}

/** Names under which the sheets can stand: those that are wanted, where none stands or the same does. */
function nomsLibres(workbook: Workbook, contentAt: ContentAt, wanted: Noms, draw: (noms: Noms) => DessinDuBilan): Noms {
  const free = (sheet: NewSheet): string =>
    standingCells(sheet, workbook, contentAt) === null ? freeName(workbook, sheet.name) : sheet.name;
  const saisie = freeName(workbook, wanted.saisie);
  const bilan = free(draw({ ...wanted, saisie }).bilan.sheet);
  return { saisie, bilan, echeancier: free(draw({ ...wanted, saisie, bilan }).echeancier) };
}

/** What the sheets are drawn from; null where the year has no plan. */
function contexteDe(
  workbook: Workbook,
  reading: Reading,
  modeles: readonly ModeleDePlan[],
  year: number,
  options: BilanOptions,
): { readonly dessin: DessinContext; readonly actions: ActionsDeBilan } | null {
  const isPlanned = (one: number): boolean => lignesEnVigueur(reading, one, options.year).length > 0;
  if (!isPlanned(year)) return null;
  const contentAt = contentsOf(workbook);
  const isOwn = ownSheets(workbook);
  const tables = new Map(anneesPossibles(year).map((one) => [one, tablesDeRealise(reading, one, isOwn)]));
  const isSpent = (one: number): boolean => (tables.get(one) ?? []).length > 0;
  const isAvailable = (one: number): boolean => one === year || (isSpent(one) && isPlanned(one));
  const years = anneesPossibles(year).filter(isAvailable);
  const spentIn = new Set(reading.bilans.map(({ sheet }) => sheet));
  // What a bilan repeats of the plan is no source of its titles.
  const others = { ...workbook, sheets: workbook.sheets.filter(({ name }) => !isOwn(name) && !spentIn.has(name)) };
  const sources = sourcesOf(others, { reading, modeles }, year, contentAt);
  const actions = actionsDeBilan(years, { reading, sources, ownCodes: options.ownCodes, asked: options.year });
  const { etape, reglages } = options;
  const dessin: DessinContext = {
    workbook,
    reading,
    contentAt,
    isOwn,
    reglages,
    year,
    etape,
    structure: structureDe(actions.actions, { year, etape, isAvailable }),
    realises: new Map(years.map((one) => [one, realisesDe(tables.get(one) ?? [], one, actions.actions)])),
    reports: reportsEcrits(workbook, year - 1, isOwn),
    isEntry: !isSpent(year),
  };
  return { dessin, actions };
}

function nomsPris(wanted: Noms, noms: Noms, isEntry: boolean): string[] {
  const keys = isEntry ? (["saisie", "bilan", "echeancier"] as const) : (["bilan", "echeancier"] as const);
  return keys.flatMap((key) => (noms[key] === wanted[key] ? [] : [nomPris(wanted[key], noms[key])]));
}

/** Sheets that do not stand in the workbook yet, and how many cells of the others are right already. */
function aEcrire(workbook: Workbook, contentAt: ContentAt, { saisie, bilan, echeancier }: DessinDuBilan) {
  const sheets = [...(saisie ? [saisie.sheet] : []), bilan.sheet, echeancier];
  const standing = sheets.map((sheet) => standingCells(sheet, workbook, contentAt));
  return {
    sheets: sheets.filter((_sheet, place) => standing[place] === null),
    dejaJustes: standing.reduce<number>((sum, count) => sum + (count ?? 0), 0),
  };
}

/** The sheet of the year's indicators, once: what is typed in it stays. */
function indicateursDe({ workbook, reading, contentAt, isOwn, reglages, year }: DessinContext): NewSheet[] {
  const name = SHEET_NAMES.indicateurs(year);
  const tables = reading.indicateurs.filter(({ sheet }) => !isOwn(sheet));
  if (workbook.sheets.some(({ name: one }) => one.toLowerCase() === name.toLowerCase())) return [];
  const sheet = feuilleDIndicateurs(tables, { name, year, departement: reglages.departement.nom, contentAt });
  return sheet ? [sheet] : [];
}

/** Cells of the workbook that the sheets refer to, with what the draft saw there. */
function readsOf(workbook: Workbook, contentAt: ContentAt, { lus }: DessinDuBilan): CellRead[] {
  const names = new Set(workbook.sheets.map(({ name }) => name));
  const unique = new Map(lus.filter(({ sheet }) => names.has(sheet)).map((ref) => [qualifiedAddress(ref), ref]));
  return [...unique.values()].map((ref) => ({ ref, content: contentAt(ref) }));
}

/**
 * The bilan of a year, live on the plan and on what was spent, with its échéancier; and the sheet to type what was spent
 * in, where the workbook has none. Refuses with one sentence where no plan of the year is recognised.
 */
export function draftBilan(workbook: Workbook, options: BilanOptions): BilanResult {
  const reading = readTables(workbook);
  const modeles = modelesOf(workbook, reading);
  const year = anneeDuBilan(reading, modeles, options);
  if (year === null) return refused(REFUSALS_BILAN.noYear);
  const found = contexteDe(workbook, reading, modeles, year, options);
  if (!found) return refused(noPlan(year));
  const { dessin, actions } = found;
  const { contentAt, structure, realises, reports } = dessin;
  const wanted: Noms = {
    saisie: SHEET_NAMES.saisie(year),
    bilan: SHEET_NAMES.bilan(year),
    echeancier: SHEET_NAMES.echeancier(year),
  };
  const noms = nomsLibres(workbook, contentAt, wanted, (names) => dessiner(dessin, names));
  const drawn = dessiner(dessin, noms);
  const ecrites = aEcrire(workbook, contentAt, drawn);
  const { dejaJustes } = ecrites;
  const sheets = [...ecrites.sheets, ...indicateursDe(dessin)];
  const versements = { ...dessin, sheet: noms.bilan };
  const { saisie, bilan } = drawn;
  const table = saisie?.sheet.name ?? realises.get(year)?.tables[0]?.sheet ?? noms.saisie;
  const value: BilanDraft = {
    draft: {
      title: titreDuBilan(options.etape, [year]),
      writes: [],
      reads: sheets.length === 0 ? [] : readsOf(workbook, contentAt, drawn),
      sheets,
    },
    year,
    etape: options.etape,
    sheet: noms.bilan,
    realise: table,
    isEntry: saisie !== null,
    versements: bilan.versements,
    aCompleter: [...(saisie?.aCompleter ?? []), ...bilan.aCompleter],
    arrondis: bilan.arrondis,
    dejaJustes,
    remarques: [
      ...(sheets.length === 0 ? [REMARKS_BILAN.nothingToWrite] : []),
      ...(saisie ? [REMARKS_BILAN.entry(table)] : []),
      ...nomsPris(wanted, noms, saisie !== null),
      ...remarquesDuBilan({ year, structure, actions, realises, reports, versements }),
      ...bilan.remarques,
    ],
  };
  return { ok: true, value };
}
