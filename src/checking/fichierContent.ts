/** The canonical content of a file of persons: its shape. What it says of them enters no text, not even one to be hashed. */
import type { Fichier } from "../reading/fichiersTables";
import { areaAddress, cellAddress } from "../workbook/address";

export function fichierContent({ kind, sheet, area, colonnes, lignes }: Fichier): string[] {
  const columns = colonnes.map(
    ({ ref, champ, etat }) => `${cellAddress(ref.row, ref.column)}=${etat}:${champ?.nom ?? ""}`,
  );
  return [[kind, sheet, areaAddress(area), lignes.length].join("|"), columns.join("|")];
}
