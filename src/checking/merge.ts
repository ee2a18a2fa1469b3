/** Diagnoses that tell one fault: the same row, in several columns or against several pieces. */
import type { Diagnosis } from "./diagnosis";

/**
 * Joins diagnoses of one row into the first of them: those of one kind of relation, and all that nothing confirms. A
 * share that was cut with all its totals contradicts its clause and its fiche: that is one fault.
 */
export function mergeRows(diagnoses: readonly Diagnosis[]): Diagnosis[] {
  const merged = new Map<string, Diagnosis>();
  diagnoses.forEach((diagnosis, place) => {
    const [culprit] = diagnosis.culprits;
    const [primary] = diagnosis.mended;
    const kind = diagnosis.isConfirmed ? primary?.rule : "";
    const key =
      culprit && primary ? `${kind} ${culprit.cell.ref.sheet}!${culprit.cell.ref.row} ${diagnosis.worst}` : `${place}`;
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? {
            ...known,
            culprits: [...known.culprits, ...diagnosis.culprits],
            mended: [...known.mended, ...diagnosis.mended],
          }
        : diagnosis,
    );
  });
  return [...merged.values()];
}
