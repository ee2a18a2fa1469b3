/** What is measured: our check, and two that anybody could write in an afternoon. */
import { checkWorkbook } from "../../src/checking/check";
import { readTables } from "../../src/reading/read";
import type { AmountCell } from "../../src/reading/tables";
import { qualifiedAddress } from "../../src/workbook/address";
import type { Workbook } from "../../src/workbook/picture";
import type { Chance } from "./random";

/** A flagged cell, "Plan!D7", and the value that the checker proposes for it. */
export interface Flag {
  readonly cell: string;
  readonly proposal: string | null;
  /** The other cells that it names. */
  readonly others: readonly string[];
}

export type Checker = (workbook: Workbook, chance: Chance) => Promise<readonly Flag[]>;

/** Blocking findings and warnings, in the order in which an officer meets them. */
export const ours: Checker = async (workbook) => {
  const { findings } = await checkWorkbook(workbook, { date: "2024-07-08" });
  return findings
    .filter(({ severity }) => severity !== "info")
    .map(({ cell, cells, expected, fix, rule }) => ({
      cell: qualifiedAddress(cell),
      proposal: rule.startsWith("code") || rule.startsWith("imputation-c") ? (fix?.value ?? null) : expected,
      others: cells.map(qualifiedAddress),
    }));
};

/** A + B = C, and each total the sum of its rows, by strict equality: the total is always what is wrong. */
export const exactSums: Checker = async (workbook) =>
  readTables(workbook).tables.flatMap(({ lignes }) =>
    lignes.flatMap((line, place): Flag[] => {
      const { etat, departement, total } = line.amounts;
      const ofRow = flagUnless(total, [etat, departement]);
      const covers = "covers" in line ? line.covers : line.kind === "total" ? lignes.slice(0, place).keys() : [];
      const covered = [...covers].flatMap((index) => lignes[index] ?? []);
      if (covered.length === 0) return ofRow;
      const ofColumns = (["etat", "departement", "total"] as const).flatMap((share) =>
        flagUnless(
          line.amounts[share],
          covered.map(({ amounts }) => amounts[share]),
        ),
      );
      return [...ofRow, ...ofColumns];
    }),
  );

function flagUnless(total: AmountCell | undefined, terms: readonly (AmountCell | undefined)[]): Flag[] {
  if (!total?.amount) return [];
  const sum = terms.reduce((all, term) => all + (term?.amount?.value.toNumber() ?? 0), 0);
  if (sum === total.amount.value.toNumber()) return [];
  return [{ cell: qualifiedAddress(total.ref), proposal: sum.toFixed(2), others: [] }];
}

/** As many flags as we raise on a faulty workbook, one, on any amount. */
export const random: Checker = async (workbook, chance) => {
  const cells = readTables(workbook).tables.flatMap(({ lignes }) =>
    lignes.flatMap(({ amounts: { etat, departement, total } }) =>
      [etat, departement, total].flatMap((cell) => cell ?? []),
    ),
  );
  if (cells.length === 0) return [];
  const [cell, other] = [chance.pick(cells), chance.pick(cells)];
  return [{ cell: qualifiedAddress(cell.ref), proposal: other.amount?.value.toFixed(2) ?? null, others: [] }];
};
