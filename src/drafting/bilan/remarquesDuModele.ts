/** What to know of the officer's own table before it is filled, in French sentences. */
import { A_COMPLETER } from "../../domain/amount";
import {
  anneeDuModele,
  cellulesRemplacees,
  colonnesPerdues,
  colonnesSansTableau,
  modeleDejaRempli,
} from "../../messages/bilanModele";
import { REMARKS_BILAN } from "../../messages/bilanRemarques";
import type { CellWrite } from "../../workbook/draft";
import type { BilanOptions } from "../bilanDraft";
import type { DessinContext, DessinDuBilan } from "./dessin";
import type { LectureCorrigee } from "./modele";

/** True where a cell holds something that is not ours to replace without a word. */
function replacesOther({ before }: CellWrite): boolean {
  const { value, formula, error } = before;
  const isBlank = value === null || value === "" || value === A_COMPLETER;
  return formula !== null || error !== null || !isBlank;
}

/** What an officer has to read before the write: cells that it replaces, and what they said that does not hold. */
export function avertissementsDuModele(
  { rempli }: Pick<DessinDuBilan, "rempli">,
  { perdues, isDit }: Pick<LectureCorrigee, "perdues" | "isDit">,
  { cible, dites }: Pick<BilanOptions, "cible" | "dites">,
): string[] {
  if (cible !== "modele") return [];
  const replaced = (rempli?.tableau.writes ?? []).filter(replacesOther).map(({ ref }) => ref);
  return [
    ...perdues.map(colonnesPerdues),
    ...(isDit ? [] : [colonnesSansTableau(dites)]),
    ...(replaced.length > 0 ? [cellulesRemplacees(replaced)] : []),
  ];
}

/** Sentences about the table that is filled. */
export function remarquesDuModele(
  { modele, year }: Pick<DessinContext, "modele" | "year">,
  { rempli }: Pick<DessinDuBilan, "rempli">,
  isNothing: boolean,
): string[] {
  if (!modele || !rempli) return isNothing ? [REMARKS_BILAN.nothingToWrite] : [];
  return [
    ...(isNothing ? [modeleDejaRempli(modele.sheet)] : []),
    ...(modele.year === null && rempli.tableau.writes.length > 0 ? [anneeDuModele(modele.sheet, year)] : []),
    ...rempli.tableau.remarques,
  ];
}
