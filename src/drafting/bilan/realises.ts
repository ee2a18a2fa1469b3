/** The officer's own figures of what was spent: which rows of which tables are about which action. */
import { plainText } from "../../domain/amount";
import type { Bilan, LigneDeBilan } from "../../reading/bilanTables";
import type { Reading } from "../../reading/tables";
import type { ActionDeBilan } from "./actions";
import { cleDeLigne, isWithin } from "./lignesEnVigueur";

export interface LigneRealisee {
  readonly table: Bilan;
  readonly ligne: LigneDeBilan;
}

export interface Realises {
  readonly year: number;
  /** Those of the workbook that are about this year alone; none where nothing was typed yet. */
  readonly tables: readonly Bilan[];
  /** By `cle` of the action. */
  readonly parAction: ReadonlyMap<string, readonly LigneRealisee[]>;
  /** What is left of the year before's advance. */
  readonly reports: readonly LigneRealisee[];
  /** Rows of what the convention pays at once. */
  readonly versements: readonly LigneRealisee[];
  /** Rows with figures that no action of the plan has. */
  readonly sansAction: readonly LigneRealisee[];
  /** Rows of an action that another table has too: not counted. */
  readonly enDouble: readonly LigneRealisee[];
  /** Numbers that several rows of one table have: their figures are added up. */
  readonly numerosRepetes: readonly string[];
}

function isOfYear(table: Bilan, { year: ofWorkbook }: Reading, year: number): boolean {
  return table.years.length > 1 ? false : (table.year ?? ofWorkbook ?? year) === year;
}

/** The tables of a year's expenses: réalisés before bilans; `isOwn` tells the sheets that a draft of ours drew. */
export function tablesDeRealise(reading: Reading, year: number, isOwn: (sheet: string) => boolean): Bilan[] {
  const ofYear = reading.bilans.filter((table) => !isOwn(table.sheet) && isOfYear(table, reading, year));
  const hasExpenses = ({ lignes }: Bilan): boolean => lignes.some(({ montants }) => montants.realise !== undefined);
  const bilans = ofYear.filter((table) => table.kind === "bilan" && hasExpenses(table));
  return [...ofYear.filter(({ kind }) => kind === "realise"), ...bilans];
}

function isDetail({ kind, fiche }: LigneDeBilan): boolean {
  return kind === "action" || (fiche !== null && (kind === "sous-total" || kind === "total"));
}

/** Rows that stand for an action: not those that a row above them adds up. */
function detailsOf(table: Bilan): LigneDeBilan[] {
  const depth = ({ fiche }: LigneDeBilan): number => fiche?.split(".").length ?? 0;
  const kept: LigneDeBilan[] = [];
  for (const ligne of table.lignes.filter(isDetail).sort((a, b) => depth(a) - depth(b))) {
    const { fiche } = ligne;
    const isUnder = kept.some(
      (other) => fiche !== null && other.fiche !== null && other.fiche !== fiche && isWithin(fiche, other.fiche),
    );
    if (!isUnder) kept.push(ligne);
  }
  return kept.sort((a, b) => a.row - b.row);
}

/** The action that a row is about; null where none is, or where several could be. */
export function actionOfLigne({ fiche, label, classement, blocs }: LigneDeBilan, actions: readonly ActionDeBilan[]) {
  if (fiche !== null) {
    const byNumber = actions.filter((action) => action.fiche !== null && isWithin(fiche, action.fiche));
    return byNumber[0] ?? null;
  }
  const cle = cleDeLigne({ fiche, label, classement });
  const title = plainText(label);
  const byWords = actions.filter(
    (action) => action.cle === cle || (action.titre !== null && plainText(action.titre) === title),
  );
  if (byWords.length > 0) return byWords.length === 1 ? (byWords[0] ?? null) : null;
  const bloc = blocs.length === 1 ? blocs[0] : classement?.bloc;
  const ofBloc = actions.filter((action) => bloc !== undefined && bloc !== null && action.bloc === bloc);
  return ofBloc.length === 1 ? (ofBloc[0] ?? null) : null;
}

function hasFigure({ montants }: LigneDeBilan): boolean {
  return Object.values(montants).some(({ state }) => state !== "empty" && state !== "covered" && state !== "none");
}

function repeated(lines: readonly LigneRealisee[]): string[] {
  const numbers = lines.flatMap(({ ligne }) => ligne.fiche ?? []);
  return [...new Set(numbers.filter((fiche, place) => numbers.indexOf(fiche) !== place))];
}

/** The rows of a year's tables, by action. */
export function realisesDe(tables: readonly Bilan[], year: number, actions: readonly ActionDeBilan[]): Realises {
  const parAction = new Map<string, LigneRealisee[]>();
  const sansAction: LigneRealisee[] = [];
  const enDouble: LigneRealisee[] = [];
  for (const table of tables) {
    for (const ligne of detailsOf(table)) {
      const action = actionOfLigne(ligne, actions);
      const known = action ? (parAction.get(action.cle) ?? []) : [];
      if (!action) {
        if (hasFigure(ligne)) sansAction.push({ table, ligne });
      } else if (known.some((other) => other.table !== table)) {
        if (hasFigure(ligne)) enDouble.push({ table, ligne });
      } else parAction.set(action.cle, [...known, { table, ligne }]);
    }
  }
  const ofKind = (kind: LigneDeBilan["kind"]): LigneRealisee[] =>
    tables.flatMap((table) => table.lignes.filter((ligne) => ligne.kind === kind).map((ligne) => ({ table, ligne })));
  return {
    year,
    tables,
    parAction,
    reports: ofKind("report"),
    versements: ofKind("versement"),
    sansAction,
    enDouble,
    numerosRepetes: [...parAction.values()].flatMap(repeated),
  };
}
