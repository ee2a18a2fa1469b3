/** Drafts of a bilan (annexe 3), of its entry sheet and of its échéancier: the door of this folder for bilans. Pure. */
import { SHEET_NAMES, titreDuBilan } from "../messages/bilanDraft";
import { nomPris, noPlan, REFUSALS_BILAN, REMARKS_BILAN } from "../messages/bilanRemarques";
import { readTables } from "../reading/read";
import type { ModeleDePlan } from "../reading/modele";
import { colonnesDuModele } from "../reading/modeleDeBilan";
import type { Bilan } from "../reading/bilanTables";
import type { Reading } from "../reading/tables";
import { cellAddress, qualifiedAddress } from "../workbook/address";
import { contentsOf } from "../workbook/contents";
import type { CellRead, CellWrite, NewSheet } from "../workbook/draft";
import type { Workbook } from "../workbook/picture";
import { actionsDeBilan, type ActionsDeBilan } from "./bilan/actions";
import { dessiner, type DessinContext, type DessinDuBilan, type Noms } from "./bilan/dessin";
import { ownSheets, standingCells } from "./bilan/feuilles";
import { feuilleDIndicateurs } from "./bilan/indicateurs";
import { lignesEnVigueur } from "./bilan/lignesEnVigueur";
import { candidatAuBilan, lectureCorrigee, sourcesAvec, type LectureCorrigee } from "./bilan/modele";
import { realisesDe, tablesDeRealise } from "./bilan/realises";
import { remarquesDuBilan } from "./bilan/remarques";
import { avertissementsDuModele, remarquesDuModele } from "./bilan/remarquesDuModele";
import { reportsEcrits } from "./bilan/report";
import { anneesPossibles, structureDe } from "./bilan/structure";
import type { ContentAt } from "./bilan/termes";
import type { BilanDraft, BilanOptions, BilanResult, ModeleDuBilan } from "./bilanDraft";
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
  const first = draw({ ...wanted, saisie });
  // Nothing of this name is written where the officer's own table is filled.
  const bilan = first.rempli ? freeName(workbook, wanted.bilan) : free(first.bilan.sheet);
  return { saisie, bilan, echeancier: free(draw({ ...wanted, saisie, bilan }).echeancier) };
}

/** What the sheets are drawn from; null where the year has no plan. */
function contexteDe(
  workbook: Workbook,
  { reading, modele: own }: LectureCorrigee,
  modeles: readonly ModeleDePlan[],
  year: number,
  options: BilanOptions,
): { readonly dessin: DessinContext; readonly actions: ActionsDeBilan } | null {
  const isPlanned = (one: number): boolean => lignesEnVigueur(reading, one, options.year).length > 0;
  if (!isPlanned(year)) return null;
  const contentAt = contentsOf(workbook);
  const isOwn = ownSheets(workbook);
  const modele = options.cible === "modele" ? own : null;
  const tables = new Map(
    anneesPossibles(year).map((one) => [one, sourcesAvec(tablesDeRealise(reading, one, isOwn), modele)]),
  );
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
    modele,
  };
  return { dessin, actions };
}

function nomsPris(wanted: Noms, noms: Noms, { saisie, rempli }: DessinDuBilan): string[] {
  const keys = [
    ...(saisie ? (["saisie"] as const) : []),
    ...(rempli ? [] : (["bilan"] as const)),
    "echeancier" as const,
  ];
  return keys.flatMap((key) => (noms[key] === wanted[key] ? [] : [nomPris(wanted[key], noms[key])]));
}

/** Sheets that do not stand in the workbook yet, and how many cells of the others are right already. */
function aEcrire(workbook: Workbook, contentAt: ContentAt, drawn: DessinDuBilan) {
  const { saisie, bilan, rempli, echeancier } = drawn;
  const sheets = [...(saisie ? [saisie.sheet] : []), ...(rempli ? [] : [bilan.sheet]), echeancier];
  const standing = sheets.map((sheet) => standingCells(sheet, workbook, contentAt));
  return {
    writes: rempli?.tableau.writes ?? [],
    sheets: sheets.filter((_sheet, place) => standing[place] === null),
    dejaJustes: standing.reduce<number>((sum, count) => sum + (count ?? 0), rempli?.tableau.dejaJustes ?? 0),
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

/** Cells of the workbook that the sheets refer to, with what the draft saw there; those that it writes say it themselves. */
function readsOf(
  workbook: Workbook,
  contentAt: ContentAt,
  { lus }: DessinDuBilan,
  writes: readonly CellWrite[],
): CellRead[] {
  const names = new Set(workbook.sheets.map(({ name }) => name));
  const written = new Set(writes.map(({ ref }) => qualifiedAddress(ref)));
  const unique = new Map(lus.filter(({ sheet }) => names.has(sheet)).map((ref) => [qualifiedAddress(ref), ref]));
  return [...unique].filter(([address]) => !written.has(address)).map(([, ref]) => ({ ref, content: contentAt(ref) }));
}

/** What is to be completed and what is rounded, where it stands: in the new sheet, or in the officer's table. */
function suiviDe({ saisie, bilan, rempli }: DessinDuBilan, name: string): Pick<BilanDraft, "aCompleter" | "arrondis"> {
  const ofEntry = saisie?.aCompleter ?? [];
  if (!rempli) return { aCompleter: [...ofEntry, ...bilan.aCompleter], arrondis: bilan.arrondis };
  const { lieux } = rempli.lieux;
  const elsewhere = bilan.aCompleter.filter(({ ref }) => ref.sheet !== name);
  return {
    aCompleter: [...ofEntry, ...elsewhere, ...rempli.tableau.aCompleter],
    arrondis: bilan.arrondis.flatMap((one) => {
      const lieu = lieux.get(cellAddress(one.ref.row, one.ref.column));
      return lieu ? [{ ...one, ref: lieu.ref }] : [];
    }),
  };
}

function nomsVoulus(year: number): Noms {
  return {
    saisie: SHEET_NAMES.saisie(year),
    bilan: SHEET_NAMES.bilan(year),
    echeancier: SHEET_NAMES.echeancier(year),
  };
}

/** The sheet where the officer types what was spent. */
function feuilleDuRealise({ modele, realises, year }: DessinContext, { saisie }: DessinDuBilan, noms: Noms): string {
  const tables = realises.get(year)?.tables ?? [];
  const first = tables.find(({ sheet }) => sheet !== modele?.sheet) ?? tables[0];
  return saisie?.sheet.name ?? first?.sheet ?? noms.saisie;
}

interface Demande {
  readonly options: BilanOptions;
  readonly lecture: LectureCorrigee;
  /** Without what the officer says of columns. */
  readonly plain: Reading;
}

type Tableaux = Pick<BilanDraft, "modele" | "candidat" | "colonnesPerdues">;

/** The officer's tables, with their columns; none where they want a new sheet. */
function tableauxDe({ modele, year, isOwn }: DessinContext, { options, lecture, plain }: Demande): Tableaux {
  if (options.cible !== "modele") return { modele: null, candidat: null, colonnesPerdues: [] };
  const told = (bilan: Bilan | null): ModeleDuBilan | null =>
    bilan && {
      sheet: bilan.sheet,
      colonnes: colonnesDuModele(bilan, plain),
    };
  return {
    modele: told(modele),
    candidat: modele ? null : told(candidatAuBilan(lecture.reading, year, isOwn)),
    colonnesPerdues: lecture.perdues,
  };
}

/** The draft of what was found. */
function brouillon(dessin: DessinContext, actions: ActionsDeBilan, { options, lecture, plain }: Demande): BilanDraft {
  const { workbook, contentAt, year, structure, realises, reports, modele } = dessin;
  const wanted = nomsVoulus(year);
  const noms = nomsLibres(workbook, contentAt, wanted, (names) => dessiner(dessin, names));
  const drawn = dessiner(dessin, noms);
  const { writes, sheets: drawnSheets, dejaJustes } = aEcrire(workbook, contentAt, drawn);
  const sheets = [...drawnSheets, ...indicateursDe(dessin)];
  const isNothing = sheets.length + writes.length === 0;
  const { saisie, bilan } = drawn;
  const table = feuilleDuRealise(dessin, drawn, noms);
  return {
    draft: {
      title: titreDuBilan(options.etape, [year]),
      writes,
      reads: isNothing ? [] : readsOf(workbook, contentAt, drawn, writes),
      sheets,
    },
    year,
    etape: options.etape,
    sheet: modele?.sheet ?? noms.bilan,
    realise: table,
    ...tableauxDe(dessin, { options, lecture, plain }),
    isEntry: saisie !== null,
    versements: bilan.versements,
    ...suiviDe(drawn, noms.bilan),
    dejaJustes,
    avertissements: avertissementsDuModele(drawn, lecture, options),
    remarques: [
      ...remarquesDuModele(dessin, drawn, isNothing),
      ...(saisie ? [REMARKS_BILAN.entry(table)] : []),
      ...nomsPris(wanted, noms, drawn),
      ...remarquesDuBilan({
        year,
        structure,
        actions,
        realises,
        reports,
        versements: { ...dessin, sheet: noms.bilan },
      }),
      ...bilan.remarques,
    ],
  };
}

/**
 * The bilan of a year, live on the plan and on what was spent, with its échéancier; and the sheet to type what was spent
 * in, where the workbook has none. It fills the officer's own table where one is recognised and wanted. Refuses with one
 * sentence where no plan of the year is recognised.
 */
export function draftBilan(workbook: Workbook, options: BilanOptions): BilanResult {
  const plain = readTables(workbook);
  const year = anneeDuBilan(plain, modelesOf(workbook, plain), options);
  if (year === null) return refused(REFUSALS_BILAN.noYear);
  const { colonnes: gardees, dites } = options;
  const lecture = lectureCorrigee(workbook, plain, { gardees, dites }, year, ownSheets(workbook));
  const found = contexteDe(workbook, lecture, modelesOf(workbook, lecture.reading), year, options);
  if (!found) return refused(noPlan(year));
  return { ok: true, value: brouillon(found.dessin, found.actions, { options, lecture, plain }) };
}
