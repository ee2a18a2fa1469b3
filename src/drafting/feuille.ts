/** A plan de financement as a new sheet, in the layout of annexe 1.b: one A4 landscape page, formulas to be audited. */
import { codesOf, type CodeActivite } from "../domain/codesActivite";
import { titlesMissing } from "../messages/plan";
import type { NewSheet, Validation } from "../workbook/draft";
import { COLONNES, COLONNES_AVENANT } from "./colonnes";
import { LignesDeFeuille, type FeuilleOptions } from "./lignesDeFeuille";
import type { Ligne } from "./lignes";
import type { SuiviDuPlan } from "./suivi";

export interface Feuille extends SuiviDuPlan {
  readonly sheet: NewSheet;
  readonly remarques: readonly string[];
}

const HEADER_ROW = 3;
/** Validation lists of Excel hold no more characters, commas included. */
const LONGEST_LIST = 255;

/** The year's codes to choose from; none where the year has no list, or one too long for Excel. */
function validations(year: number, own: readonly CodeActivite[], column: number, last: number): Validation[] {
  const values = codesOf(year, own).map(({ code }) => code);
  if (values.length === 0 || values.join(",").length > LONGEST_LIST) return [];
  const area = { top: HEADER_ROW + 1, bottom: last, left: column, right: column };
  const message = "Choisissez un code de la convention, ou saisissez celui que l'État a notifié.";
  return [{ kind: "list", area, values, title: `Codes activité ${year}`, message }];
}

/** The sheet of a plan's lines, and what the officer has to know about it. */
export function feuilleDuPlan(lines: readonly Ligne[], options: FeuilleOptions): Feuille {
  const columns = options.enVigueur ? COLONNES_AVENANT : COLONNES;
  const { toile, suivi, untitled } = new LignesDeFeuille(lines, options, columns, HEADER_ROW).draw();
  const last = HEADER_ROW + lines.length;
  const sheet = toile.finish({
    name: options.name,
    frozenRows: HEADER_ROW + 1,
    validations: validations(options.year, options.ownCodes, columns.code, last),
    print: {
      orientation: "landscape",
      pagesHigh: 1,
      area: { top: 0, left: 0, bottom: last, right: columns.observations },
      titleRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
  });
  return { sheet, ...suivi.result(), remarques: untitled.length > 0 ? [titlesMissing(untitled)] : [] };
}
