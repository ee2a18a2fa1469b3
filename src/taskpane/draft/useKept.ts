/** The settings of the workbook, for the choices of a task that writes. */
import { useEffect, useState } from "react";
import type { Reglages } from "../../domain/reglages";
import type { InteractiveHost } from "../../host/ports";
import { readMemoire } from "../memoire";

export interface Kept {
  /** What the officer kept, null where nothing was; undefined until it is read, or where it cannot be. */
  readonly reglages: Reglages | null | undefined;
  /** Read, or not to be read: nothing more is to be waited for. */
  readonly isSettled: boolean;
}

/**
 * The settings that the officer kept. `choose` is given the year that it names.
 * @param version grows when the settings were written
 */
export function useKept(
  host: InteractiveHost,
  version: number,
  choose: (choices: { readonly year: number }) => void,
): Kept {
  const [known, setReglages] = useState<Reglages | null>();
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    let isGone = false;
    void readMemoire(host).then((kept) => {
      if (isGone) return;
      setSettled(true);
      // What cannot be read is told when the draft is prepared, or in the settings.
      if (!kept.ok) return;
      const { reglages } = kept.value;
      setReglages(reglages);
      if (reglages?.annee) choose({ year: reglages.annee });
    });
    return () => {
      isGone = true;
    };
    // The year is the settings' at the opening and after they changed, the officer's from then on.
  }, [host, version]);
  return { reglages: known, isSettled };
}
