/** How sentences and sums name the counts of persons and the targets of indicators. */
import { CHAMP_TEXTS } from "../messages/indicateurs";
import { CHAMPS_DE_FLUX } from "../reading/fluxStockTables";
import type { Reading } from "../reading/tables";
import { keyOf, type CellKey } from "../relations/relation";
import { subjectOf } from "../rules/rule";

/** Names of counts: "« Maubeuge », flux", "« Nombre de professionnels formés », 2025". */
export function countLabels({
  fluxStocks,
  indicateurs,
}: Pick<Reading, "fluxStocks" | "indicateurs">): [CellKey, string][] {
  const persons = fluxStocks.flatMap(({ lignes }) =>
    lignes.flatMap((ligne) => {
      const row = subjectOf({ label: ligne.label, kind: ligne.kind });
      const counts = CHAMPS_DE_FLUX.flatMap((champ): [CellKey, string][] => {
        const cell = ligne.nombres[champ];
        return cell ? [[keyOf(cell.ref), `${row}, ${CHAMP_TEXTS[champ]}`]] : [];
      });
      return [
        ...counts,
        ...ligne.details.map(({ nom, cell }): [CellKey, string] => [keyOf(cell.ref), `${row}, ${nom}`]),
      ];
    }),
  );
  const targets = indicateurs.flatMap(({ lignes }) =>
    lignes.flatMap(({ label, situation, cibles, total }): [CellKey, string][] => {
      const row = subjectOf({ label, kind: "indicateur" });
      return [
        ...(total ? [[keyOf(total.ref), `${row}, total`] as [CellKey, string]] : []),
        ...(situation ? [[keyOf(situation.ref), `${row}, situation`] as [CellKey, string]] : []),
        ...cibles.map(({ annee, cell }): [CellKey, string] => [keyOf(cell.ref), `${row}, ${annee}`]),
      ];
    }),
  );
  return [...persons, ...targets];
}
