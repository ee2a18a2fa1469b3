/** The amount cells that sums use, for the rules that look at single cells. */
import { CHAMPS_DE_BILAN, type ChampDeBilan } from "../../reading/bilanTables";
import type { AmountCell, TableBase } from "../../reading/tables";
import { isLater } from "../bilan/lignes";
import { cellFault, rowKey, subjectOf, type CellFault, type RuleContext } from "../rule";

export interface CheckedCell {
  readonly table: TableBase;
  readonly cell: AmountCell;
  readonly row: string;
  readonly subject: string;
  /** The column, in a bilan; null elsewhere. */
  readonly champ: ChampDeBilan | null;
}

/** Every amount of the réalisés and bilans; what is said to come with another bilan is none. */
function bilanCells({ reading }: RuleContext): CheckedCell[] {
  return reading.bilans.flatMap((table) =>
    table.lignes.flatMap((ligne) =>
      CHAMPS_DE_BILAN.flatMap((champ): CheckedCell[] => {
        const cell = ligne.montants[champ];
        if (!cell || isLater(cell)) return [];
        return [{ table, cell, row: rowKey(table, ligne.row), subject: subjectOf(ligne), champ }];
      }),
    ),
  );
}

function tableCells({ reading }: RuleContext): CheckedCell[] {
  return reading.tables.flatMap((table) =>
    table.lignes.flatMap((line) => {
      if (line.kind === "section") return [];
      const { etat, departement, total, autres } = line.amounts;
      const cells = [etat, departement, total, ...(table.autresComptes ? autres : [])];
      const subject = subjectOf(line);
      return cells.flatMap((cell) =>
        cell ? [{ table, cell, row: rowKey(table, line.row), subject, champ: null }] : [],
      );
    }),
  );
}

/**
 * Cells of State, CD and total columns, of other financers where the table counts them, and of the bilans: the one place
 * that lists the amounts that are checked.
 */
export function checkedCells(context: RuleContext): CheckedCell[] {
  return [...tableCells(context), ...bilanCells(context)];
}

/** One fault for all cells that share a key, on the first of them: what has one cause is told once. */
export function sharedFaults<Place extends CheckedCell>(
  places: readonly Place[],
  keyOf: (place: Place) => string,
  telling: (first: Place) => Pick<CellFault, "rule" | "severity" | "variant">,
): CellFault[] {
  const groups = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const known = groups.get(keyOf(place));
    if (known) known.push(place);
    else groups.set(keyOf(place), [place]);
  }
  return [...groups.values()].map(([first, ...others]) =>
    cellFault({
      ...telling(first),
      cell: first.cell.ref,
      cells: others.map(({ cell }) => cell.ref),
      subject: first.subject,
      written: first.cell.written,
    }),
  );
}
