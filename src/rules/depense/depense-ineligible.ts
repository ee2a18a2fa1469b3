import { plainText } from "../../domain/amount";
import { classementOfFiche } from "../../domain/bloc";
import { depenseIneligible as excluded } from "../../domain/depensesIneligibles";
import type { LigneDeNature, NatureDepenses } from "../../reading/otherTables";
import { cellFault, yearOfSource, type CellFault, type Rule, type Unverifiable } from "../rule";

/** True for a fiche of the emploi part; the solidarités have no such clause. */
function isEmploi({ classement, fiche }: NatureDepenses): boolean {
  const part = classement?.part ?? (fiche === null ? null : classementOfFiche(fiche)?.part);
  return part === "emploi";
}

function subjectOf({ fiche, title }: NatureDepenses): string {
  return fiche === null ? `« ${title} »` : `fiche ${fiche}`;
}

/** A line that the contract pays: its ordinary law and its totals are not. */
function isPaid({ kind, label }: LigneDeNature): boolean {
  return (kind !== "total" || label !== "") && !/droit commun/.test(plainText(label));
}

function faultOf(natures: NatureDepenses, ligne: LigneDeNature, year: number | null): CellFault[] {
  const depense = excluded(ligne.label);
  if (depense === null || (year !== null && (year < depense.span.from || year > depense.span.to))) return [];
  return [
    cellFault({
      rule: "depense-ineligible",
      severity: "warning",
      cell: ligne.ref,
      cells: ligne.montant && ligne.montant.ref.column !== ligne.ref.column ? [ligne.montant.ref] : [],
      variant: depense.nature,
      subject: subjectOf(natures),
      written: ligne.label,
      actual: ligne.montant?.amount?.value ?? null,
      reference: depense.source.article,
    }),
  ];
}

/** A nature of expense that the emploi part excludes: to justify, never blocking. */
export const depenseIneligible: Rule = {
  id: "depense-ineligible",
  family: "depense",
  run(context) {
    const emploi = context.reading.natures.filter(isEmploi);
    // Without a fiche nobody knows which part pays the list.
    const unknown = context.reading.natures.filter(({ classement, fiche }) => classement === null && fiche === null);
    return {
      relations: [],
      faults: emploi.flatMap((natures) => {
        const year = yearOfSource(context, natures.year);
        return natures.lignes.filter(isPaid).flatMap((ligne) => faultOf(natures, ligne, year));
      }),
      checked: emploi.flatMap(({ lignes }) => lignes).length,
      unverifiable: unknown.map(({ title }): Unverifiable => ({ reason: "bloc-inconnu", subject: title })),
      applies: emploi.length + unknown.length > 0,
    };
  },
};
