/** The officer's own table of the bilan: which one is filled, and what it says already. */
import type { ColonneDite } from "../../domain/colonnesDeBilan";
import { hasEntetes, isSheetOf, type ColonnesDeTable } from "../../domain/colonnesGardees";
import type { Corrections } from "../../reading/bilanHeaders";
import type { Bilan, LigneDeBilan } from "../../reading/bilanTables";
import { aUneColonneInconnue, avecColonnes } from "../../reading/modeleDeBilan";
import type { Reading } from "../../reading/tables";
import type { Workbook } from "../../workbook/picture";

/** What somebody says of the columns of their tables. */
export interface Dit {
  /** What the workbook remembers. */
  readonly gardees: readonly ColonnesDeTable[];
  /** What is said now of the table to fill; it wins. */
  readonly dites: readonly ColonneDite[];
}

export interface LectureCorrigee {
  readonly reading: Reading;
  /** What was remembered of headers that are not there any more: nothing is taken from it. */
  readonly perdues: readonly ColonnesDeTable[];
  /** The table to fill, where the workbook has one. */
  readonly modele: Bilan | null;
  /** False where no table has the columns that are said now. */
  readonly isDit: boolean;
}

function correctionsOf(tables: readonly (readonly ColonneDite[])[]): Corrections {
  return new Map(tables.flatMap((colonnes) => colonnes.map(({ column, role }) => [column, role] as const)));
}

/** What is remembered of tables that are as they were, by the name of their sheet. */
function valables(
  workbook: Workbook,
  reading: Reading,
  gardees: readonly ColonnesDeTable[],
): ReadonlyMap<string, readonly ColonnesDeTable[]> {
  const isStanding = (one: ColonnesDeTable, name: string): boolean => {
    const corrected = avecColonnes(workbook, reading, name, correctionsOf([one.colonnes]));
    return [...reading.bilans, ...corrected.bilans].some(
      ({ sheet, entetes }) => sheet === name && hasEntetes(one, entetes),
    );
  };
  const named = workbook.sheets.map(({ name }) => {
    const own = gardees.filter((one) => isSheetOf(one, name) && isStanding(one, name));
    return [name, own] as const;
  });
  return new Map(named.filter(([, own]) => own.length > 0));
}

/** The bilan of a sheet that could be filled and has all of some columns. */
function modeleDeLaFeuille(
  reading: Reading,
  name: string,
  dites: readonly ColonneDite[],
  [year, isOwn]: readonly [number, IsOwn],
): Bilan | null {
  const bilans = reading.bilans.filter(
    ({ sheet, entetes }) => sheet === name && dites.every(({ column }) => entetes.some((one) => one.column === column)),
  );
  return modeleDuBilan({ ...reading, bilans }, year, isOwn);
}

type IsOwn = (sheet: string) => boolean;

/** The reading with the columns as the officer says, and the table to fill. */
export function lectureCorrigee(
  workbook: Workbook,
  plain: Reading,
  { gardees, dites }: Dit,
  year: number,
  isOwn: IsOwn,
): LectureCorrigee {
  const held = valables(workbook, plain, gardees);
  const kept = new Set([...held.values()].flat());
  const perdues = gardees.filter((one) => !kept.has(one));
  const colonnesOf = (name: string) => (held.get(name) ?? []).map(({ colonnes }) => colonnes);
  const reading = [...held.keys()].reduce(
    (current, name) => avecColonnes(workbook, current, name, correctionsOf(colonnesOf(name))),
    plain,
  );
  const usual = { reading, perdues, modele: modeleDuBilan(reading, year, isOwn), isDit: dites.length === 0 };
  if (dites.length === 0) return usual;
  const readings = workbook.sheets.flatMap(({ name }) => {
    const read = avecColonnes(workbook, reading, name, correctionsOf([...colonnesOf(name), dites]));
    const modele = modeleDeLaFeuille(read, name, dites, [year, isOwn]);
    return modele ? [{ reading: read, perdues, modele, isDit: true }] : [];
  });
  const [best] = readings.sort((a, b) => nombreDActions(b.modele) - nombreDActions(a.modele));
  return best ?? usual;
}

function nombreDActions({ lignes }: Bilan): number {
  return lignes.filter(({ kind }) => kind === "action").length;
}

/** Tables of the officer, in euros, of the year or of none: those with most actions first. */
function tableauxPossibles(reading: Reading, kind: Bilan["kind"], year: number, isOwn: IsOwn): Bilan[] {
  const fitting = reading.bilans.filter(
    (bilan) =>
      bilan.kind === kind &&
      bilan.unit === "€" &&
      !isOwn(bilan.sheet) &&
      (bilan.year === null || bilan.year === year) &&
      nombreDActions(bilan) > 0,
  );
  return [...fitting].sort((a, b) => nombreDActions(b) - nombreDActions(a));
}

/** The table to fill. */
function modeleDuBilan(reading: Reading, year: number, isOwn: IsOwn): Bilan | null {
  return tableauxPossibles(reading, "bilan", year, isOwn)[0] ?? null;
}

/** A table of what was spent that may be a bilan, once somebody says what its other columns are. */
export function candidatAuBilan(reading: Reading, year: number, isOwn: IsOwn): Bilan | null {
  return tableauxPossibles(reading, "realise", year, isOwn).find(aUneColonneInconnue) ?? null;
}

/** Blank cells for what is paid, and for the CD's part, wait for us: they are no answer. */
function sansVides({ montants }: LigneDeBilan): LigneDeBilan["montants"] {
  return Object.fromEntries(
    Object.entries(montants).filter(
      ([champ, { state }]) => (champ !== "verse" && champ !== "departement") || state === "amount",
    ),
  );
}

function estSaisie({ kind, montants }: LigneDeBilan): boolean {
  const spent = montants.realise;
  return kind !== "action" || (spent?.state === "amount" && spent.formula === null);
}

/** Tables of what was spent, beside the one to fill: what is typed there counts, what is to be written does not. */
export function sourcesAvec(tables: readonly Bilan[], modele: Bilan | null): Bilan[] {
  if (!modele || !tables.includes(modele)) return [...tables];
  const others = tables.filter((table) => table !== modele);
  const lignes = modele.lignes.map((ligne) => ({ ...ligne, montants: sansVides(ligne) }));
  // The covers of a total are places in the whole table; nobody asks for them here.
  const typed = others.length === 0 ? lignes : lignes.filter(estSaisie);
  return [{ ...modele, lignes: typed }, ...others];
}
