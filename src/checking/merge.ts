/** Diagnoses that tell one fault: the same row, the same rule, in several columns. */
import type { Diagnosis } from "./diagnosis";

/** Joins diagnoses of one row and one kind of relation into the first of them. */
export function mergeRows(diagnoses: readonly Diagnosis[]): Diagnosis[] {
  const merged = new Map<string, Diagnosis>();
  diagnoses.forEach((diagnosis, place) => {
    const [culprit] = diagnosis.culprits;
    const [primary] = diagnosis.mended;
    const key =
      culprit && primary
        ? `${primary.rule} ${culprit.cell.ref.sheet}!${culprit.cell.ref.row} ${diagnosis.worst}`
        : `${place}`;
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
