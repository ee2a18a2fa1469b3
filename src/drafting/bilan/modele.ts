/** The officer's own table of the bilan: which one is filled, and what it says already. */
import type { ColonnesDeTable } from "../../domain/colonnesDeBilan";
import type { Bilan, LigneDeBilan } from "../../reading/bilanTables";
import { avecColonnes } from "../../reading/modeleDeBilan";
import type { Reading } from "../../reading/tables";
import type { Workbook } from "../../workbook/picture";

type Known = NonNullable<ColonnesDeTable["entetes"]>;

function isSame(one: Known, other: Known): boolean {
  return (
    one.length === other.length &&
    one.every(({ column, header }, place) => other[place]?.column === column && other[place].header === header)
  );
}

function isAbout({ entetes, colonnes }: ColonnesDeTable, bilan: Bilan): boolean {
  if (entetes !== null) return isSame(entetes, bilan.entetes);
  return colonnes.every(({ column }) => bilan.entetes.some((one) => one.column === column));
}

/** The reading with the columns as the officer says; what was said of other headers does not hold any more. */
export function avecCorrections(workbook: Workbook, reading: Reading, tables: readonly ColonnesDeTable[]): Reading {
  return tables.reduce((known, said) => {
    const corrections = new Map(said.colonnes.map(({ column, role }) => [column, role]));
    const names = said.sheet === null ? workbook.sheets.map(({ name }) => name) : [said.sheet];
    return names.reduce((current, name) => {
      const read = avecColonnes(workbook, current, name, corrections);
      return read.bilans.some((bilan) => bilan.sheet === name && isAbout(said, bilan)) ? read : current;
    }, known);
  }, reading);
}

/** The table to fill: a bilan in euros, of the year or of none, with most actions. */
export function modeleDuBilan(reading: Reading, year: number, isOwn: (sheet: string) => boolean): Bilan | null {
  const actions = ({ lignes }: Bilan): number => lignes.filter(({ kind }) => kind === "action").length;
  const fitting = reading.bilans.filter(
    (bilan) =>
      bilan.kind === "bilan" &&
      bilan.unit === "€" &&
      !isOwn(bilan.sheet) &&
      (bilan.year === null || bilan.year === year) &&
      actions(bilan) > 0,
  );
  return [...fitting].sort((a, b) => actions(b) - actions(a))[0] ?? null;
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
