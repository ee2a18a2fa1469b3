/** The settings of the workbook, for the choices of a task that writes. */
import { useEffect, useState } from "react";
import type { Reglages } from "../../domain/reglages";
import type { InteractiveHost } from "../../host/ports";
import { keptReglages } from "../keptReglages";

/**
 * What the officer kept, null where nothing was; undefined until it is read. `choose` is given the year that it names.
 * @param version grows when the settings were written
 */
export function useKept(
  host: InteractiveHost,
  version: number,
  choose: (choices: { readonly year: number }) => void,
): Reglages | null | undefined {
  const [reglages, setReglages] = useState<Reglages | null>();
  useEffect(() => {
    let isGone = false;
    void keptReglages(host).then((kept) => {
      // What cannot be read is told when the draft is prepared, or in the settings.
      if (isGone || !kept.ok) return;
      setReglages(kept.value);
      if (kept.value?.annee) choose({ year: kept.value.annee });
    });
    return () => {
      isGone = true;
    };
    // The year is the settings' at the opening and after they changed, the officer's from then on.
  }, [host, version]);
  return reglages;
}
