/**
 * What a finding of a file of persons is about: the file's kind, the column and the kind of fault. The words of its rows
 * and headers name people: an anchor is kept in the workbook and shown in reports, so none of them may be in it.
 */
import type { Fichier } from "../reading/fichiersTables";
import type { CellRef } from "../workbook/address";
import type { Anchor } from "./anchors";

/** The anchor of a cell of a sheet that holds a file of persons; null for a cell of another sheet. */
export function fichierAnchor(fichiers: readonly Fichier[], ref: CellRef): Anchor | null {
  const fichier = fichiers.find(({ sheet }) => sheet === ref.sheet);
  if (!fichier) return null;
  const alike = fichiers.filter(({ kind }) => kind === fichier.kind);
  const rank = alike.indexOf(fichier);
  const column = fichier.colonnes.find((one) => one.ref.column === ref.column)?.champ?.nom ?? "";
  const part = ref.part === undefined ? "" : ` (${ref.part + 1})`;
  return {
    table: fichier.kind,
    of: rank === 0 ? "" : `(${rank + 1})`,
    year: null,
    row: "",
    column: `${column}${part}`.trim(),
  };
}
