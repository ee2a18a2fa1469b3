/** How sentences and the terms of sums name the cells of a workbook's tables. */
import { CHAMP_LABEL } from "../messages/bilan";
import { CHAMPS_DE_BILAN } from "../reading/bilanTables";
import type { Reading } from "../reading/tables";
import { keyOf, type CellKey } from "../relations/relation";
import { subjectOf } from "../rules/rule";
import { versementSubject } from "../rules/versement/lines";
import { besideNames } from "./beside";
import type { Labels } from "./cards";
import { countLabels } from "./countLabels";

/** Names of rows by cell, for sentences and for the terms of a sum. */
export function labelsOf({ tables, imputations, versements, natures, bilans, ...beside }: Reading): Labels {
  const names = new Map<CellKey, string>();
  for (const table of tables) {
    for (const line of table.lignes) {
      const own = subjectOf(line);
      const fiche = table.kind === "budget-fiche" && table.fiche !== null ? `fiche ${table.fiche}, ${own}` : own;
      const { etat, departement, total, autres } = line.amounts;
      for (const cell of [etat, departement, total, ...autres]) if (cell) names.set(keyOf(cell.ref), fiche);
    }
  }
  for (const { lignes } of imputations) {
    for (const { montant, label, codes } of lignes) {
      const name = label === "" ? (codes[0]?.written ?? "sans code") : `« ${label} »`;
      if (montant) names.set(keyOf(montant.ref), `imputation ${name}`);
    }
  }
  for (const { lignes } of versements) {
    for (const ligne of lignes) {
      const { base, avance, du, verse, solde, tropPercu } = ligne;
      for (const cell of [base, avance, du, verse, solde, tropPercu])
        if (cell) names.set(keyOf(cell.ref), versementSubject(ligne));
    }
  }
  for (const { fiche, lignes } of natures) {
    for (const { montant, label } of lignes) {
      if (montant) names.set(keyOf(montant.ref), fiche === null ? `« ${label} »` : `fiche ${fiche}, « ${label} »`);
    }
  }
  for (const { kind, lignes } of bilans) {
    const piece = kind === "bilan" ? "bilan" : "réalisé";
    for (const ligne of lignes) {
      for (const champ of CHAMPS_DE_BILAN) {
        const cell = ligne.montants[champ];
        if (cell) names.set(keyOf(cell.ref), `${piece}, ${subjectOf(ligne)}, ${CHAMP_LABEL[champ]}`);
      }
    }
  }
  for (const [key, name] of [...besideNames(beside), ...countLabels(beside)]) names.set(key, name);
  return { labelOf: (ref) => names.get(keyOf(ref)) ?? keyOf(ref) };
}
