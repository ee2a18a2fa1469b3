/** What the officer has to know before a bilan is written: what is not in it, and what is only supposed. */
import { regleDeBilan } from "../../domain/bilan";
import { nomDuBloc } from "../../messages/bilanDraft";
import {
  anneeAbsente,
  lignesEnDouble,
  lignesSansAction,
  numeroRepete,
  rangeParNumero,
  reportAjoute,
  reportsDifferents,
  sansRegle,
  solidaritesVersees,
  yearOfRealise,
} from "../../messages/bilanRemarques";
import type { ActionsDeBilan } from "./actions";
import { connu, verseAuxSolidarites, type VersementsContext } from "./dejaVerse";
import type { LigneRealisee, Realises } from "./realises";
import { agreedReport, type ReportEcrit } from "./report";
import { anneesPossibles, blocsDe, type Structure } from "./structure";

export interface RemarquesContext {
  readonly year: number;
  readonly structure: Structure;
  readonly actions: ActionsDeBilan;
  readonly realises: ReadonlyMap<number, Realises>;
  readonly reports: readonly ReportEcrit[];
  readonly versements: VersementsContext;
}

function nommees(lines: readonly LigneRealisee[]) {
  return lines.map(({ table: { sheet }, ligne: { row, label } }) => ({ sheet, row, label }));
}

function duRealise({ year, tables, sansAction, enDouble, numerosRepetes }: Realises): string[] {
  return [
    ...(sansAction.length > 0 ? [lignesSansAction(nommees(sansAction), year)] : []),
    ...(enDouble.length > 0 ? [lignesEnDouble(nommees(enDouble))] : []),
    ...numerosRepetes.map(numeroRepete),
    ...tables.flatMap((table) => (table.year === null ? [yearOfRealise(table.sheet, year)] : [])),
  ];
}

/** Years that a block adds up, and that the workbook has nothing of. */
function duCumul({ year, structure }: RemarquesContext): string[] {
  const missing = new Set(
    blocsDe(structure).flatMap(({ bloc, annees }) => {
      const from = (bloc && regleDeBilan(bloc, year)?.cumulDepuis) ?? year;
      return anneesPossibles(year).filter((one) => one >= from && !annees.includes(one));
    }),
  );
  return missing.size === 0 ? [] : [anneeAbsente([...missing], year)];
}

function duReport({ structure, reports }: RemarquesContext): string[] {
  const paiement = structure.paiements.find(({ report }) => report !== null);
  if (!paiement || paiement.report === null || reports.length === 0) return [];
  const { report } = paiement;
  if (!agreedReport(reports)) return [reportsDifferents(reports, report)];
  const added = reports.find(({ isAjoute }) => isAjoute);
  return added ? [reportAjoute(added, report)] : [];
}

function desVersements({ year, structure, versements }: RemarquesContext): string[] {
  const written = verseAuxSolidarites(year, versements);
  if (!written || structure.solidarites.length === 0) return [];
  const etats = structure.solidarites.flatMap(({ actions }) =>
    actions.flatMap(({ prevus }) => prevus.get(year)?.etat ?? []),
  );
  const planned = connu(etats);
  return written.eq(planned) ? [] : [solidaritesVersees(written, planned)];
}

/** Sentences about a bilan, those that concern the officer's own figures first. */
export function remarquesDuBilan(context: RemarquesContext): string[] {
  const { year, structure, actions, realises } = context;
  const used = new Set(blocsDe(structure).flatMap(({ actions: own }) => own.flatMap(({ fiche }) => fiche ?? [])));
  const parNumero = actions.parNumero.filter((fiche) => used.has(fiche));
  return [
    ...[...realises.values()].flatMap(duRealise),
    ...duReport(context),
    ...desVersements(context),
    ...duCumul(context),
    ...blocsDe(structure).flatMap(({ bloc, part, regle }) => (regle ? [] : [sansRegle(nomDuBloc(bloc, part), year)])),
    ...(parNumero.length > 0 ? [rangeParNumero(parNumero)] : []),
  ];
}
