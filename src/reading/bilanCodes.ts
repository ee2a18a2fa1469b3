/** The codes activité that a bilan writes beside its actions: imputations like those of a plan's column. */
import type { Bilan } from "./bilanTables";
import { codesOfCell } from "./imputations";
import type { Imputations, LigneDImputation } from "./otherTables";

/** The column of codes of a bilan; none where it has no such column, or where the column is empty. */
export function codesOfBilan({ lignes, sheet, area, title, unit, year }: Bilan): Imputations[] {
  const coded = lignes.flatMap((ligne): LigneDImputation[] => {
    if (ligne.kind !== "action" || !ligne.code) return [];
    const { row, label, fiche, classement } = ligne;
    return [
      {
        row,
        kind: "ligne",
        label,
        fiche,
        classement,
        blocs: [],
        programme: null,
        action: null,
        sousAction: null,
        codes: codesOfCell(ligne.code),
        nomenclatures: [],
        montant: null,
      },
    ];
  });
  return coded.length === 0
    ? []
    : [{ kind: "imputations", form: "plan", sheet, area, title, unit, year, lignes: coded }];
}
