import { Decimal } from "../../domain/decimal";
import type { RowAmounts, Table } from "../../reading/tables";
import type { Relation } from "../../relations/relation";
import { lignesDesBilans } from "../bilan/totaux";
import { isFilled, rowKey, subjectOf, type Rule, type RuleContext } from "../rule";

const ONE = new Decimal(1);

/** A + B = C in one row, for the columns that the table has. */
function relationOf(table: Table, row: number, subject: string, amounts: RowAmounts): Relation | null {
  const { etat, departement, total, autres } = amounts;
  if (!isFilled(total) || !etat || !departement) return null;
  // A share that a merge spreads over several rows cannot be given to one of them.
  if (etat.state === "covered" || departement.state === "covered") return null;
  if (!isFilled(etat) && !isFilled(departement)) return null;
  const terms = [etat, departement, ...(table.autresComptes ? autres.filter(isFilled) : [])];
  return {
    rule: "total-ligne",
    kind: "equal",
    total,
    terms: terms.map((cell) => ({ cell, coefficient: ONE })),
    ceiling: "blocking",
    subject,
    reference: null,
    row: rowKey(table, row),
  };
}

/**
 * Every row of a plan and of a yearly budget: State + CD = total. NC and - count as no share. Of a bilan: what was planned,
 * and what is eligible of what was spent.
 */
export const totalLigne: Rule = {
  id: "total-ligne",
  family: "totaux",
  run(context: RuleContext) {
    const { reading } = context;
    const ofTables = reading.tables.flatMap((table) =>
      table.lignes.flatMap((line) => {
        const subject = subjectOf(line);
        const relation = line.kind === "section" ? null : relationOf(table, line.row, subject, line.amounts);
        return relation ? [relation] : [];
      }),
    );
    const relations = [...ofTables, ...lignesDesBilans(context)];
    const without = reading.tables.filter(
      ({ lignes }) => !lignes.some(({ amounts }) => amounts.departement && amounts.total),
    );
    return {
      relations,
      faults: [],
      checked: 0,
      unverifiable: without.map(({ title }) => ({ reason: "colonne-absente", subject: title })),
      applies: reading.tables.length + relations.length > 0,
    };
  },
};
