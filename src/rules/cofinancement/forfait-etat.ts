import { BLOC_LABEL } from "../../domain/bloc";
import { cellFault, type CellFault, type Rule } from "../rule";
import { boundRows } from "./shares";

/** Volet 1, volet 3 and Tourcoing are paid by the State alone: a CD share written there is to be justified. */
export const forfaitEtat: Rule = {
  id: "forfait-etat",
  family: "cofinancement",
  run(context) {
    const { rows, unverifiable } = boundRows(context, ["volet-1", "volet-3", "tourcoing"]);
    const faults = rows.flatMap(({ line, bloc, clause }): CellFault[] => {
      const cell = line.amounts.departement;
      if (!cell?.amount || cell.amount.value.isZero()) return [];
      return [
        cellFault({
          rule: "forfait-etat",
          severity: "warning",
          cell: cell.ref,
          cells: [line.amounts.etat, line.amounts.total].flatMap((other) => (other ? [other.ref] : [])),
          subject: BLOC_LABEL[bloc],
          written: cell.written,
          actual: cell.amount.value,
          reference: clause.source.article,
        }),
      ];
    });
    return {
      relations: [],
      faults,
      checked: rows.length,
      unverifiable,
      applies: rows.length + unverifiable.length > 0,
    };
  },
};
