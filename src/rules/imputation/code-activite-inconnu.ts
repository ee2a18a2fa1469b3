import { slipFrom } from "../../domain/slips";
import { type CellFault, type Rule, type Unverifiable } from "../rule";
import { codeFault, codeLines, decoded, lineSubject } from "./lines";

/** A code of the right grammar that the year's list does not hold: to be confirmed. */
export const codeActiviteInconnu: Rule = {
  id: "code-activite-inconnu",
  family: "imputation",
  run(context) {
    const faults: CellFault[] = [];
    const unverifiable: Unverifiable[] = [];
    let checked = 0;
    const lines = codeLines(context);
    for (const line of lines) {
      const code = decoded(line.cell)?.code;
      if (code === undefined) continue;
      if (line.list.length === 0) {
        unverifiable.push({
          reason: "liste-de-codes",
          subject: line.year === null ? lineSubject(line) : String(line.year),
        });
        continue;
      }
      checked += 1;
      if (line.list.some((one) => one.code === code)) continue;
      const near = line.list.filter((one) => slipFrom(code, one.code) !== null);
      const proposal = near.length === 1 ? (near[0]?.code ?? null) : null;
      faults.push(
        codeFault(line, line.cell, {
          rule: "code-activite-inconnu",
          severity: "warning",
          variant: `${line.year ?? ""}`,
          proposal,
        }),
      );
    }
    return { relations: [], faults, checked, unverifiable, applies: lines.length > 0 };
  },
};
