import { cellFault, type CellFault, type Rule } from "../rule";

/** An amount in words is the one in figures beside it; words that make no number have lost one or have one too many. */
export const montantLettres: Rule = {
  id: "montant-lettres",
  family: "totaux",
  run({ reading }) {
    const found = reading.montantsEnLettres;
    const faults = found.flatMap(({ ref, lettres, valeur, chiffres }): CellFault[] => {
      const { value, half } = chiffres.amount;
      if (valeur?.minus(value).abs().lte(half)) return [];
      return [
        cellFault({
          rule: "montant-lettres",
          severity: "warning",
          cell: ref,
          cells: chiffres.ref === ref ? [] : [chiffres.ref],
          variant: valeur === null ? "mal-forme" : "",
          subject: lettres,
          written: lettres,
          expected: value,
          actual: valeur,
          isPartOfCell: true,
        }),
      ];
    });
    return { relations: [], faults, checked: found.length, unverifiable: [], applies: found.length > 0 };
  },
};
