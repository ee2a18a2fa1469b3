/** What was read of a réalisé or of a bilan, in the few words that a test compares. */
import { CHAMPS_DE_BILAN, type Bilan, type LigneDeBilan } from "../../src/reading/bilanTables";
import { cellAddress } from "../../src/workbook/address";

/** "realise B, verse F": the columns that were recognised, labels left out. */
export function champs({ colonnes }: Bilan): string {
  const roles = [...CHAMPS_DE_BILAN, "tauxDepartement", "tauxExecution", "code", "justification"] as const;
  return roles
    .flatMap((role) => (colonnes[role] === undefined ? [] : [`${role} ${cellAddress(0, colonnes[role]).slice(0, -1)}`]))
    .join(", ");
}

function nameOf({ fiche, label }: LigneDeBilan): string {
  return fiche ?? label;
}

function blocsOf(bilan: Bilan, ligne: LigneDeBilan): string {
  const covered = ligne.covers.flatMap((index) => {
    const line = bilan.lignes[index];
    return line ? [nameOf(line)] : [];
  });
  const sum = covered.length > 0 ? ` = ${covered.join(", ")}` : "";
  return `${[nameOf(ligne), ...ligne.blocs].join(" ")}${sum}`;
}

/** "Sous-total axe-1 = 1.1, 1.2" for each line. */
export function blocsLus(bilan: Bilan): string[] {
  return bilan.lignes.map((ligne) => blocsOf(bilan, ligne));
}

/** "action 1.1 axe-1 | realise 100, verse none" for each line; empty cells are left out. */
export function lignesLues(bilan: Bilan): string[] {
  return bilan.lignes.map((ligne) => {
    const amounts = CHAMPS_DE_BILAN.flatMap((champ) => {
      const cell = ligne.montants[champ];
      return !cell || cell.state === "empty" ? [] : [`${champ} ${cell.amount?.value.toString() ?? cell.state}`];
    });
    return `${ligne.kind} ${blocsOf(bilan, ligne)} | ${amounts.join(", ")}`;
  });
}
