import { readDateSaisie } from "../../domain/dateSaisie";
import { fichierDEchange } from "../../domain/fichiersDEchange";
import type { ColonneDeFichier, Fichier, LigneDeFichier } from "../../reading/fichiersTables";
import type { Cell } from "../../workbook/picture";
import type { Rule, Unverifiable } from "../rule";
import { Constats } from "./constats";

/** What the dates of a file are held against. */
interface Reperes {
  readonly date1904: boolean;
  readonly today: string | null;
}

interface Lieu {
  readonly colonne: ColonneDeFichier;
  readonly place: number;
}

const DATES: readonly string[] = ["naissance", "date", "date-prevue"];

function datesOf({ colonnes }: Fichier): Lieu[] {
  return colonnes.flatMap((colonne, place) =>
    colonne.champ && DATES.includes(colonne.champ.contenu) ? [{ colonne, place }] : [],
  );
}

function isEmpty(cell: Cell | undefined): boolean {
  // Errors and formulas without value are told by fichier-forme.
  return !cell || cell.value === null || (typeof cell.value === "string" && cell.value.trim() === "");
}

/** The kind of fault that a date shows by itself, and its day where it has one. */
function lookAt(
  cell: Cell,
  { colonne: { champ } }: Lieu,
  fichier: Fichier,
  { date1904, today }: Reperes,
): { kind: string | null; jour: string | null } {
  const { state, jour, isFrancaise } = readDateSaisie(cell.value, cell.numberFormat, date1904);
  if (jour === null) return { kind: state, jour };
  if (champ?.contenu !== "date-prevue" && today !== null && jour > today) return { kind: "futur", jour: null };
  const { jourDesDates, naissanceAuPremier } = fichierDEchange(fichier.kind);
  if (champ && jourDesDates.includes(champ.nom) && !isFrancaise) return { kind: "jour-mois-annee", jour };
  if (champ?.contenu === "naissance" && naissanceAuPremier && !jour.endsWith("-01")) return { kind: "premier", jour };
  return { kind: null, jour };
}

function lookAtRow(
  { row, cells }: LigneDeFichier,
  lieux: readonly Lieu[],
  fichier: Fichier,
  reperes: Reperes,
  constats: Constats,
): number {
  let checked = 0;
  let birth: string | null = null;
  const days: { lieu: Lieu; jour: string }[] = [];
  for (const lieu of lieux) {
    const cell = cells[lieu.place];
    if (!cell || isEmpty(cell)) continue;
    checked += 1;
    const { kind, jour } = lookAt(cell, lieu, fichier, reperes);
    if (kind !== null) constats.add(lieu.colonne, kind, row);
    if (jour === null) continue;
    if (lieu.colonne.champ?.contenu === "naissance") birth = jour;
    else days.push({ lieu, jour });
  }
  for (const { lieu, jour } of days) {
    if (birth !== null && jour < birth) constats.add(lieu.colonne, "avant-naissance", row);
  }
  return checked;
}

/** Dates of a file of persons are days of the calendar, not to come, and none before the birth. */
export const fichierDate: Rule = {
  id: "fichier-date",
  family: "fichiers",
  run({ reading: { fichiers }, workbook, date }) {
    const reperes = { date1904: workbook.date1904, today: date };
    let checked = 0;
    const faults = fichiers.flatMap((fichier) => {
      const constats = new Constats(fichier, "fichier-date");
      const lieux = datesOf(fichier);
      for (const ligne of fichier.lignes) checked += lookAtRow(ligne, lieux, fichier, reperes, constats);
      return constats.faults();
    });
    const unverifiable =
      date === null && checked > 0
        ? fichiers.map(({ title }): Unverifiable => ({ reason: "date-absente", subject: title }))
        : [];
    return { relations: [], faults, checked, unverifiable, applies: fichiers.some(({ lignes }) => lignes.length > 0) };
  },
};
