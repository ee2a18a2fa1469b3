/** The cells of amounts of a reading, whatever table they stand in. */
import type { AmountCell, Reading } from "./tables";

/** Every cell of an amount column, filled or not. A cell of two tables comes once for each. */
export function everyAmount({ tables, imputations, versements, natures, bilans }: Reading): AmountCell[] {
  const cells: (AmountCell | null | undefined)[] = [
    ...tables.flatMap(({ lignes }) =>
      lignes.flatMap(({ amounts: { etat, departement, total, autres } }) => [etat, departement, total, ...autres]),
    ),
    ...imputations.flatMap(({ lignes }) => lignes.map(({ montant }) => montant)),
    ...versements.flatMap(({ lignes }) =>
      lignes.flatMap(({ base, avance, du, verse, solde, tropPercu }) => [base, avance, du, verse, solde, tropPercu]),
    ),
    ...natures.flatMap(({ lignes }) => lignes.map(({ montant }) => montant)),
    ...bilans.flatMap(({ lignes }) => lignes.flatMap(({ montants }) => Object.values(montants))),
  ];
  return cells.filter((cell) => cell !== null && cell !== undefined);
}
