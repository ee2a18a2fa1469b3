import type { CibleCell, Indicateurs, LigneDIndicateur } from "../../reading/indicateursTables";
import { cellFault, subjectOf, type CellFault, type Rule, type Unverifiable } from "../rule";

const FIGURES: readonly CibleCell["state"][] = ["nombre", "cumul", "taux"];

function isFigure({ state }: CibleCell): boolean {
  return FIGURES.includes(state);
}

/** Nothing, or a dash: said where there is nothing to say. */
function isBlank({ state, written }: CibleCell): boolean {
  return state === "vide" || (state === "nc" && !/\p{L}/u.test(written));
}

function isWanting(cell: CibleCell): boolean {
  return (cell.state === "nc" && !isBlank(cell)) || cell.state === "en-definition";
}

/** Years of which a table of the workbook tells what was reached: their bilan is being made. */
function yearsOfBilan(tables: readonly Indicateurs[]): ReadonlySet<number> {
  const cells = tables.flatMap(({ lignes }) => lignes.flatMap(({ atteints }) => atteints));
  return new Set(cells.flatMap(({ annee, cell }) => (isFigure(cell) ? [annee] : [])));
}

interface Demand {
  readonly annee: number;
  readonly cell: CibleCell;
  readonly stage: "atteint" | "cible";
  readonly isMissing: boolean;
}

/** Cells of an indicator where the stage demands a figure. */
function demandsOf(ligne: LigneDIndicateur, bilan: ReadonlySet<number>, year: number | null): Demand[] {
  const reached = ligne.atteints.flatMap(({ annee, cell }): Demand[] => {
    const target = ligne.cibles.find((cible) => cible.annee === annee);
    // Where no target was set for the year, nothing is due.
    const isMissing = isWanting(cell) || (isBlank(cell) && !(target && isBlank(target.cell)));
    return bilan.has(annee) ? [{ annee, cell, stage: "atteint", isMissing }] : [];
  });
  const told = new Set(
    ligne.atteints.flatMap(({ annee, cell }) => (isFigure(cell) || bilan.has(annee) ? [annee] : [])),
  );
  const targets = ligne.cibles.flatMap(({ annee, cell }): Demand[] => {
    const isPast = year !== null && annee < year && !told.has(annee);
    return isPast ? [{ annee, cell, stage: "cible", isMissing: isWanting(cell) }] : [];
  });
  return [...reached, ...targets];
}

function faultOf(ligne: LigneDIndicateur, missing: readonly Demand[]): CellFault[] {
  const [first, ...others] = missing;
  if (!first) return [];
  return [
    cellFault({
      rule: "indicateur-incomplet",
      severity: "warning",
      cell: first.cell.ref,
      cells: [...new Map(others.map(({ cell }) => [`${cell.ref.row}:${cell.ref.column}`, cell.ref])).values()],
      variant: `${first.stage}|${first.annee}`,
      subject: subjectOf({ label: ligne.label, kind: "indicateur" }),
      written: first.cell.written,
    }),
  ];
}

/**
 * NC or "En cours de définition" where a figure is due: what was reached, once the bilan of the year is being made; the
 * target of a year that is over on the day of the check. At signature these words are lawful.
 */
export const indicateurIncomplet: Rule = {
  id: "indicateur-incomplet",
  family: "indicateurs",
  run({ reading: { indicateurs }, date }) {
    const bilan = yearsOfBilan(indicateurs);
    const year = date === null ? null : Number(date.slice(0, 4));
    const faults: CellFault[] = [];
    const unverifiable: Unverifiable[] = [];
    let checked = 0;
    for (const { lignes } of indicateurs) {
      for (const ligne of lignes) {
        const demands = demandsOf(ligne, bilan, year);
        checked += demands.length;
        faults.push(
          ...faultOf(
            ligne,
            demands.filter(({ isMissing }) => isMissing),
          ),
        );
        const isOpen = date === null && demands.length === 0 && ligne.cibles.some(({ cell }) => isWanting(cell));
        if (isOpen)
          unverifiable.push({
            reason: "date-absente",
            subject: subjectOf({ label: ligne.label, kind: "indicateur" }),
          });
      }
    }
    return { relations: [], faults, checked, unverifiable, applies: checked + unverifiable.length > 0 };
  },
};
