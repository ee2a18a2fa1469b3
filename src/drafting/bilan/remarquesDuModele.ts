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

export interface ModeleRempli {
  readonly dessin: Pick<DessinContext, "modele" | "year">;
  readonly drawn: Pick<DessinDuBilan, "rempli">;
  readonly lecture: Pick<LectureCorrigee, "perdues" | "isDit">;
  readonly options: Pick<BilanOptions, "cible" | "dites">;
  /** True where there is nothing to write at all. */
  readonly isNothing: boolean;
}

/** True where a cell holds something that is not ours to replace without a word. */
function replacesOther({ before }: CellWrite): boolean {
  const { value, formula, error } = before;
  const isBlank = value === null || value === "" || value === A_COMPLETER;
  return formula !== null || error !== null || !isBlank;
}

/** Sentences about the table that is filled, and about what the officer said of its columns. */
export function remarquesDuModele({ dessin, drawn, lecture, options, isNothing }: ModeleRempli): string[] {
  const { modele, year } = dessin;
  const said = options.cible === "modele" ? lecture.perdues.map(colonnesPerdues) : [];
  if (!lecture.isDit) said.push(colonnesSansTableau(options.dites));
  if (!modele || !drawn.rempli) return isNothing ? [REMARKS_BILAN.nothingToWrite, ...said] : said;
  const { writes, remarques } = drawn.rempli.tableau;
  const replaced = writes.filter(replacesOther).map(({ ref }) => ref);
  return [
    ...(isNothing ? [modeleDejaRempli(modele.sheet)] : []),
    ...said,
    ...(modele.year === null && writes.length > 0 ? [anneeDuModele(modele.sheet, year)] : []),
    ...(replaced.length > 0 ? [cellulesRemplacees(modele.sheet, replaced)] : []),
    ...remarques,
  ];
}
