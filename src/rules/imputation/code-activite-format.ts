import { readCode } from "../../domain/codesActivite";
import { slipFrom } from "../../domain/slips";
import { type CellFault, type Rule } from "../rule";
import { codeFault, codeLines, type CodeLine } from "./lines";

/** The listed code that a wrong one was meant to be: one slip away, and the only one. */
function meantCode({ list }: CodeLine, digits: string): string | null {
  const near = list.filter(({ code }) => slipFrom(digits, code) !== null);
  return near.length === 1 ? (near[0]?.code ?? null) : null;
}

/** A code of another programme, as its line says: no grammar is known for it. */
function isOtherProgramme({ ligne }: CodeLine, digits: string): boolean {
  const programme = /\d{3}/.exec(ligne.programme?.written ?? "")?.[0];
  return programme !== undefined && programme !== "304" && programme !== "102" && digits.slice(1, 4) === programme;
}

function faultOf(line: CodeLine): CellFault[] {
  const read = readCode(line.cell.written);
  if (read.kind === "lost-zero") {
    return [
      codeFault(line, line.cell, {
        rule: "code-activite-format",
        severity: "warning",
        variant: "zero-perdu",
        proposal: read.decoded.code,
        safe: true,
      }),
    ];
  }
  if (read.kind === "invalid" && isOtherProgramme(line, read.digits)) return [];
  if (read.kind === "invalid" && !/\d/.test(line.cell.written)) {
    return [codeFault(line, line.cell, { rule: "code-activite-format", severity: "warning", variant: "absent" })];
  }
  if (read.kind === "invalid") {
    return [
      codeFault(line, line.cell, {
        rule: "code-activite-format",
        severity: "blocking",
        variant: read.reason,
        proposal: meantCode(line, read.digits),
      }),
    ];
  }
  if (line.cell.stored !== "number") return [];
  const fault = {
    rule: "code-activite-format",
    severity: "warning",
    variant: "nombre",
    proposal: read.decoded.code,
    safe: true,
  } as const;
  return [codeFault(line, line.cell, fault)];
}

/** A code activité has twelve digits, a zero and its programme first. */
export const codeActiviteFormat: Rule = {
  id: "code-activite-format",
  family: "imputation",
  run(context) {
    const lines = codeLines(context);
    return {
      relations: [],
      faults: lines.flatMap(faultOf),
      checked: lines.length,
      unverifiable: [],
      applies: lines.length > 0,
    };
  },
};
