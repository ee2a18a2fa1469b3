import type { AmountCell } from "../../reading/tables";
import type { CellFault, Rule } from "../rule";
import { checkedCells } from "./cells";

function columnOf(cell: AmountCell): number {
  return cell.ref.column;
}

/** An amount stored as text among numbers: Excel's sums pass it over. A whole column of texts is a way to write. */
export const montantTexte: Rule = {
  id: "montant-texte",
  family: "saisie",
  run(context) {
    const cells = checkedCells(context).filter(({ cell }) => cell.amount !== null);
    const numbers = new Map<string, { number: number; text: number }>();
    const keyOfColumn = (place: (typeof cells)[number]): string =>
      `${place.table.sheet}!${place.table.area.top}:${columnOf(place.cell)}`;
    for (const place of cells) {
      const count = numbers.get(keyOfColumn(place)) ?? { number: 0, text: 0 };
      if (place.cell.stored === "number") count.number += 1;
      else count.text += 1;
      numbers.set(keyOfColumn(place), count);
    }
    const faults = cells.flatMap((place): CellFault[] => {
      const count = numbers.get(keyOfColumn(place));
      const { cell, subject } = place;
      if (cell.stored !== "text" || !cell.amount || !count || count.number <= count.text) return [];
      return [
        {
          rule: "montant-texte",
          severity: "info",
          cell: cell.ref,
          cells: [],
          variant: "",
          subject,
          written: cell.written,
          expected: cell.amount.value,
          actual: null,
          reference: null,
          // An amount in k€ or M€ would lose its precision as a number of euros: the officer decides.
          safeFix: !cell.amount.coarse,
        },
      ];
    });
    return { relations: [], faults, checked: cells.length, unverifiable: [], applies: cells.length > 0 };
  },
};
