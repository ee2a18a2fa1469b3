import { yearOf } from "../../domain/years";
import { cellFault, plansOf, yearOfSource, yearOfTable, type CellFault, type Rule } from "../rule";

/** A year in a header or a title that contradicts the table's: told where it stands. */
export const annee: Rule = {
  id: "annee",
  family: "saisie",
  run(context) {
    let checked = 0;
    const tables = [
      ...plansOf(context).map((plan) => ({ ...plan, year: yearOfTable(context, plan) })),
      ...context.reading.plansPrevisionnels.map((table) => ({
        ...table,
        year: table.year ?? yearOfSource(context, null),
      })),
    ];
    const faults = tables.flatMap(({ year, title, mentions }) =>
      mentions.flatMap(({ ref, text }): CellFault[] => {
        checked += 1;
        const own = yearOf(text);
        if (own === null || year === null || own === year) return [];
        return [
          cellFault({
            rule: "annee",
            severity: "info",
            cell: ref,
            variant: String(year),
            subject: title,
            written: text,
          }),
        ];
      }),
    );
    return { relations: [], faults, checked, unverifiable: [], applies: checked > 0 };
  },
};
